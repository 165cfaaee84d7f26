"""What a tag may say: a white list of expressions, parsed by Jinja and rewritten so that nothing of Python is reachable.

A reference such as `recipient.lines[0]` becomes a call of the operation `look` with its steps as data; filters and
comparisons become operations too. Each carries the number of its tag, so that whatever is wrong is known with its place.
The operations themselves stand in filling.py.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes
from jinja2.parser import Parser

from assistant.drafting.word.environment import environment
from assistant.drafting.word.filling import LOOP_NAMES
from assistant.drafting.word.filters import FILTERS
from assistant.drafting.word.names import Scope, Use, nearest
from assistant.drafting.word.tags import Tag

_LONGEST = 400
"""Characters an expression may have; no expression of a letter comes near."""
_DEFAULT = {"default", "d"}
_RESERVED = re.compile(r"_.*|self|super|caller|varargs|kwargs")
_STRING = re.compile(r"""("[^"]*"|'[^']*')""")
_AUTOCORRECTED = re.compile("[„‚«»‹›“”‘’–—…]")
_REFUSED = {
    nodes.Call: "A tag cannot call anything",
    nodes.BinExpr: "A tag does not calculate",
    nodes.UnaryExpr: "A tag does not calculate",
    nodes.Concat: "A tag does not join texts with “~”",
    nodes.Slice: "A tag does not cut lists or texts",
}


class RefusedExpressionError(Exception):
    """An expression that cannot be read, or is not on the white list: kind of finding, sentence, advice."""

    def __init__(self, code: str, message: str, advice: str = "") -> None:
        self.code, self.advice = code, advice
        super().__init__(message)


class Loop(NamedTuple):
    """The head of a loop, rewritten."""

    variable: str
    listed: nodes.Expr
    condition: nodes.Expr | None
    scope: Scope
    """For what stands inside the loop."""


class Expressions:
    """Reads the expressions of one tag inside the loops that stand round it, and notes the values they use."""

    def __init__(self, tag: Tag, number: int, scope: Scope) -> None:
        self._tag, self._number, self._scope = tag, number, scope
        self.uses: list[Use] = []

    def read(self, text: str) -> nodes.Expr:
        """The expression, rewritten; raises RefusedExpressionError."""
        with _readable(text) as parser:
            parsed = parser.parse_expression()
        return self._rewrite(parsed)

    def read_loop(self, text: str) -> Loop:
        """The head of a loop, `variable in list` or `variable in list if condition`; raises RefusedExpressionError."""
        variable, found, rest = (part.strip() for part in text.partition(" in "))
        if not found or not variable.isidentifier() or _RESERVED.fullmatch(variable) or variable == "loop":
            raise RefusedExpressionError(
                "syntax", f"“for {text}” is no loop", "Write it as “for item in items”, with one name before “in”."
            )
        with _readable(rest) as parser:
            listed = parser.parse_tuple(with_condexpr=False)
            condition = parser.parse_expression() if parser.stream.skip_if("name:if") else None
        each = self.operation("each", self._rewrite(listed))
        self._scope = self._scope.inside(variable, self._scope.path_of(listed))
        return Loop(variable, each, condition and self._rewrite(condition), self._scope)

    def operation(self, name: str, value: nodes.Expr, *arguments: nodes.Expr) -> nodes.Filter:
        """A call of an operation of the filling on a value."""
        return nodes.Filter(value, name, [nodes.Const(self._number), *arguments], [], None, None)

    def _rewrite(self, node: nodes.Expr) -> nodes.Expr:
        match node:
            case nodes.Const():
                return node
            case nodes.Neg(node=nodes.Const(value=int() | float() as number)):
                return nodes.Const(-number)
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                return self._reference(node, "look")
            case nodes.List() | nodes.Tuple():
                return nodes.List([self._rewrite(item) for item in node.items])
            case nodes.And() | nodes.Or():
                return type(node)(self._rewrite(node.left), self._rewrite(node.right))
            case nodes.Not():
                return nodes.Not(self._rewrite(node.node))
            case nodes.CondExpr():
                otherwise = nodes.Const("") if node.expr2 is None else self._rewrite(node.expr2)
                return nodes.CondExpr(self._rewrite(node.test), self._rewrite(node.expr1), otherwise)
            case nodes.Compare(ops=[nodes.Operand() as right]):
                return self._compare(node.expr, right)
            case nodes.Filter():
                return self._filter(node)
            case nodes.Test():
                return self._test(node)
        raise _refused(node)

    def _reference(self, node: nodes.Expr, operation: str) -> nodes.Expr:
        """A name and the steps from it, as one operation."""
        path = self._scope.path_of(node)
        steps: list[nodes.Expr] = []
        written = ""
        while isinstance(node, nodes.Getattr | nodes.Getitem):
            step = nodes.Const(node.attr) if isinstance(node, nodes.Getattr) else self._rewrite(node.arg)
            steps.insert(0, step)
            written = _written(step) + written
            node = node.node
        if isinstance(node, nodes.Name):
            self._check_name(node.name, steps)
            base: nodes.Expr = nodes.Name(node.name, "load")
            written = node.name + written
        else:
            base, written = self._rewrite(node), f"…{written}"
        if path is not None:
            self.uses.append(Use(path=path, place=self._tag.place, optional=operation == "peek"))
        return self.operation(operation, base, nodes.Const(written), *steps)

    def _check_name(self, name: str, steps: list[nodes.Expr]) -> None:
        hidden = [step.value for step in steps if isinstance(step, nodes.Const) and str(step.value).startswith("_")]
        if _RESERVED.fullmatch(name) or hidden:
            wrong = hidden[0] if hidden else name
            raise RefusedExpressionError("refused-expression", f"“{wrong}” is no name a template may use")
        if name == "loop" and "loop" in self._scope:
            step = steps[0] if len(steps) == 1 else None
            if not isinstance(step, nodes.Const) or step.value not in LOOP_NAMES:
                known = ", ".join(f"loop.{name}" for name in sorted(LOOP_NAMES))
                raise RefusedExpressionError(
                    "refused-expression", "A loop does not know this of itself", f"It knows {known}."
                )

    def _compare(self, left: nodes.Expr, right: nodes.Operand) -> nodes.Expr:
        return self.operation("compare", self._rewrite(left), nodes.Const(right.op), self._rewrite(right.expr))

    def _filter(self, node: nodes.Filter) -> nodes.Expr:
        name, arguments = node.name, [self._rewrite(argument) for argument in node.args]
        if node.kwargs or node.dyn_args or node.dyn_kwargs or node.node is None:
            raise RefusedExpressionError("refused-expression", f"The filter “{name}” takes no named values")
        if name in _DEFAULT:
            most, operation, leading = 2, "default", []
        elif name in FILTERS:
            most, operation, leading = FILTERS[name][1], "apply", [nodes.Const(name)]
        else:
            advice = nearest(name, FILTERS) or f"There are: default, {', '.join(sorted(FILTERS))}."
            raise RefusedExpressionError("unknown-filter", f"There is no filter “{name}”", advice)
        if len(arguments) > most:
            raise RefusedExpressionError("refused-expression", f"The filter “{name}” takes at most {most} values")
        value = self._optional(node.node) if name in _DEFAULT else self._rewrite(node.node)
        return self.operation(operation, value, *leading, *arguments)

    def _test(self, node: nodes.Test) -> nodes.Expr:
        if node.name in {"defined", "undefined"}:
            given = self.operation("given", self._optional(node.node))
            return given if node.name == "defined" else nodes.Not(given)
        if node.name == "none":
            return self.operation("compare", self._rewrite(node.node), nodes.Const("eq"), nodes.Const(None))
        raise RefusedExpressionError(
            "refused-expression",
            f"A tag cannot ask whether something is “{node.name}”",
            "It can ask “is defined” and “is none”.",
        )

    def _optional(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            return self._reference(node, "peek")
        return self._rewrite(node)


@contextmanager
def _readable(text: str) -> Iterator[Parser]:
    """A parser that must read all of the text; raises RefusedExpressionError where it cannot."""
    if len(text) > _LONGEST:
        raise RefusedExpressionError("syntax", f"It is longer than {_LONGEST} characters", "Say less in one tag.")
    wrong = _AUTOCORRECTED.search(_STRING.sub('""', text))
    if wrong:
        raise RefusedExpressionError(
            "autocorrected",
            f"“{wrong[0]}” was put in by Word's autocorrection; a tag cannot read it",
            'Write straight quotation marks (") or a hyphen (-) there: Ctrl+Z undoes the autocorrection.',
        )
    parser: Parser | None = None
    try:
        parser = Parser(environment(), text, state="variable")
        yield parser
    except TemplateSyntaxError as error:
        raise _unreadable(parser, error) from error
    except RecursionError as error:
        raise RefusedExpressionError("syntax", "Too much is nested in it", "Say less in one tag.") from error
    if not parser.stream.eos:
        raise _unreadable(parser, None)


def _unreadable(parser: Parser | None, error: TemplateSyntaxError | None) -> RefusedExpressionError:
    if parser is None or (error and "unexpected char" in (error.message or "")):
        return RefusedExpressionError("syntax", "It holds a character no tag can hold")
    if parser.stream.eos:
        return RefusedExpressionError("syntax", "It ends too early", "Something is missing before the closing braces.")
    return RefusedExpressionError("syntax", f"“{parser.stream.current.value}” is not expected there")


def _refused(node: nodes.Node) -> RefusedExpressionError:
    for kind, message in _REFUSED.items():
        if isinstance(node, kind):
            return RefusedExpressionError("refused-expression", message, "Put the finished value into the data.")
    return RefusedExpressionError(
        "refused-expression", "A tag cannot say this", "Put the finished value into the data."
    )


def _written(step: nodes.Expr) -> str:
    match step:
        case nodes.Const(value=str() as name):
            return f".{name}"
        case nodes.Const(value=value):
            return f"[{value}]"
    return "[…]"
