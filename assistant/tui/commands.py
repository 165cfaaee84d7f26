"""Every command in the palette. A command is declared once, as a binding with an id; here it is found by its words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.actions import parse
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.dom import DOMNode


def command(
    name: str, key: str, action: str, title: str, explanation: str, *, show: bool = True, priority: bool = False
) -> Binding:
    """A binding that is a command: in the palette, in the help and, with `show`, at the foot of the screen.

    `name` lasts ("library.search"): by it an office gives the command another key, so help and palette tell it.
    """
    return Binding(key, action, title, show, tooltip=f"{explanation} ({name})", id=name, priority=priority)


def key_of(name: str, *nodes: DOMNode) -> str:
    """How the key of a command is written, as the office has it; its name, where none of the nodes has the command."""
    for node in nodes:
        for binding in declared(type(node)):
            if binding.id == name:
                chosen = getattr(node.app, "chosen_keys", {}).get(name, binding.key)
                return node.app.get_key_display(replace(binding, key=chosen.partition(",")[0]))
    return name


def declared(kind: type[DOMNode]) -> Iterator[Binding]:
    """The commands of a kind of screen or app, with those it takes over from what it is a kind of."""
    once: dict[str, Binding] = {}
    for base in kind.__mro__:
        for binding in vars(base).get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id:
                once.setdefault(binding.id, binding)
    yield from once.values()


class Command(NamedTuple):
    """A binding and the screen or app it belongs to."""

    node: DOMNode
    binding: Binding


class BindingCommands(Provider):
    """The bindings of the screen and of the app that can be used now."""

    async def discover(self) -> Hits:
        """All of them, as long as nothing is typed."""
        for node, binding in self._commands():
            run = partial(self.app.run_action, binding.action, node)
            yield DiscoveryHit(binding.description, run, help=binding.tooltip)

    async def search(self, query: str) -> Hits:
        """Those whose name or explanation answers the words typed."""
        matcher = self.matcher(query)
        for node, binding in self._commands():
            score = max(matcher.match(binding.description), matcher.match(binding.tooltip) / 2)
            if score > 0:
                run = partial(self.app.run_action, binding.action, node)
                yield Hit(score, matcher.highlight(binding.description), run, help=binding.tooltip)

    def _commands(self) -> Iterator[Command]:
        # not screen.active_bindings: a search box with the focus hides every binding that is a letter
        for node in (self.screen, self.app):
            for binding in declared(type(node)):
                if _is_possible(node, binding):
                    yield Command(node, binding)


def _is_possible(node: DOMNode, binding: Binding) -> bool:
    _, name, parameters = parse(binding.action)
    return bool(node.check_action(name, parameters))
