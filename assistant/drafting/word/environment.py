"""Jinja as the engine runs it: sandboxed, strict, escaping, and without anything that could be called.

Templates reach data through the operations of filling.py alone (expressions.py sees to it); the sandbox is the second
wall: it has no globals, no tests, no attributes and no calls.
"""

from functools import cache
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assistant.drafting.word.filling import Filling

_OPERATIONS = ("look", "peek", "default", "given", "compare", "apply", "each", "show", "span")


class LetterContext(Context):
    """The values of a letter, with the filling that looks after them."""

    filling: Filling


class LetterEnvironment(ImmutableSandboxedEnvironment):
    """An environment in which every operation of a filling is a filter, and nothing else is anything."""

    context_class = LetterContext

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, cache_size=0)
        self.globals = {}
        self.tests = {}
        self.filters = {name: _operation(name) for name in _OPERATIONS}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No attribute is."""
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing is."""
        return False


@cache
def environment() -> LetterEnvironment:
    """The one environment; it holds no state of any letter."""
    return LetterEnvironment()


class Rendering:
    """A tree of Jinja nodes compiled once, rendered many times."""

    def __init__(self, body: list[nodes.Node]) -> None:
        jinja = environment()
        tree = nodes.Template(body)
        tree.set_environment(jinja)
        self._template = jinja.template_class.from_code(jinja, jinja.compile(tree), {})

    def render(self, values: dict[str, Any], filling: Filling, longest: int) -> str | None:
        """The text; None when it grows beyond `longest` characters."""
        context = self._template.new_context(values)
        assert isinstance(context, LetterContext)
        context.filling = filling
        pieces, length = [], 0
        for piece in self._template.root_render_func(context):
            pieces.append(piece)
            length += len(piece)
            if length > longest:
                return None
        return "".join(pieces)


def _operation(name: str) -> Any:
    method = getattr(Filling, name)

    @pass_context
    def operate(context: LetterContext, *arguments: Any) -> object:
        return method(context.filling, *arguments)

    return operate
