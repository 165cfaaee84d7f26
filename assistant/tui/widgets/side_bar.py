"""The line over a list that names what else can stand in its place."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual import events
    from textual.app import RenderResult

_SIDES = (("facts", "Facts"), ("parts", "Head"), ("people", "People"))


class SideBar(Widget):
    """Names with counts, the one shown emphasised; a click asks for another."""

    side: reactive[str] = reactive("facts")
    counts: reactive[Mapping[str, int]] = reactive(MappingProxyType({}))

    @dataclass
    class Chosen(Message):
        """Another list is wanted."""

        side: str

    def render(self) -> RenderResult:
        """All names on one line."""
        return Content("").join(label for _, label in self._labels())

    def on_click(self, event: events.Click) -> None:
        """Ask for the one under the mouse."""
        right = 0
        for side, label in self._labels():
            right += label.cell_length
            if event.x < right:
                self.post_message(self.Chosen(side))
                return

    def _labels(self) -> Iterator[tuple[str, Content]]:
        for side, name in _SIDES:
            count = f" {self.counts[side]}" if self.counts.get(side) else ""
            style = "bold underline $primary" if side == self.side else "$foreground-muted"
            yield side, Content.assemble(" ", (name, style), (count, "$foreground-muted"), "  ")
