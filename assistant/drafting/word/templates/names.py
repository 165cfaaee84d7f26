"""The names a template uses, as dotted paths of the values behind them, and the nearest name to a wrong one.

`recipient.lines` is a value of a mapping, `cosigners[].name` one of every item of a list, whatever the loop calls it.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from jinja2 import nodes

from assistant.drafting.word.places import Place
from assistant.model.finding import Finding, Severity

_KEEPS_ITEM = {"first", "last"}
_KEEPS_VALUE = {"default", "d", "trim"}


class Use(NamedTuple):
    """A value a tag asks for; `optional` when the tag says what to do without it."""

    path: str
    place: Place
    optional: bool = False


class Scope:
    """The variables of the loops round a tag, each with the path of its item (None where it comes from no value)."""

    def __init__(self, variables: Mapping[str, str | None] | None = None) -> None:
        self._variables = dict(variables or {})

    def inside(self, variable: str, listed: str | None) -> "Scope":
        """The scope of a loop over the list at the path `listed`."""
        return Scope({**self._variables, variable: listed and f"{listed}[]", "loop": None})

    def __contains__(self, name: str) -> bool:
        return name in self._variables

    def path_of(self, node: nodes.Node) -> str | None:
        """The dotted path an expression leads to; None when it is no plain reference."""
        match node:
            case nodes.Name():
                return self._variables.get(node.name, node.name)
            case nodes.Getattr():
                return self._step(node.node, f".{node.attr}")
            case nodes.Getitem(arg=nodes.Const(value=str() as key)):
                return self._step(node.node, f".{key}")
            case nodes.Getitem(arg=nodes.Const() | nodes.Neg()):
                return self._step(node.node, "[]")
            case nodes.Filter() if node.node is not None and node.name in _KEEPS_ITEM:
                return self._step(node.node, "[]")
            case nodes.Filter() if node.node is not None and node.name in _KEEPS_VALUE:
                return self.path_of(node.node)
        return None

    def _step(self, node: nodes.Node, step: str) -> str | None:
        path = self.path_of(node)
        return None if path is None else path + step


def unknown_names(uses: Iterable[Use], known: Iterable[str]) -> tuple[Finding, ...]:
    """A finding for every use of a path that is not known: an error, a warning where the tag gives a default.

    `known` are dotted paths; one stands for the mappings and lists it is made of, and for the items of its own list.
    """
    paths = frozenset(known)
    beginnings = {beginning for path in paths for beginning in _beginnings(path)}
    wrong = (use for use in uses if use.path not in beginnings and use.path.removesuffix("[]") not in paths)
    return tuple(
        dict.fromkeys(
            use.place.finding(
                "unknown-name",
                f"“{use.path}” is the name of no value.",
                nearest(use.path, sorted(beginnings)),
                Severity.WARNING if use.optional else Severity.ERROR,
            )
            for use in wrong
        )
    )


def nearest(name: str, known: Iterable[str]) -> str:
    """“Did you mean …?”, or nothing when no known name is near."""
    found = get_close_matches(name, list(known), n=1)
    return f"Did you mean “{found[0]}”?" if found else ""


def _beginnings(path: str) -> Iterable[str]:
    yield path
    for index, letter in enumerate(path):
        if letter in ".[":
            yield path[:index]
        if letter == "]":
            yield path[: index + 1]
