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
    from collections.abc import Iterator, Mapping, Sequence

    from textual import events
    from textual.app import RenderResult


class SideBar(Widget):
    """Names with counts, the one shown emphasised; a click asks for another."""

    side: reactive[str] = reactive("")
    counts: reactive[Mapping[str, int]] = reactive(MappingProxyType({}))

    @dataclass
    class Chosen(Message):
        """Another list is wanted."""

        side: str

    def __init__(self, sides: Sequence[tuple[str, str]]) -> None:
        """`sides`: of each a word for the program and its name for people."""
        super().__init__()
        self._sides = sides
        self.set_reactive(SideBar.side, sides[0][0])

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
        for side, name in self._sides:
            count = f" {self.counts[side]}" if self.counts.get(side) else ""
            style = "bold underline $primary" if side == self.side else "$foreground-muted"
            yield side, Content.assemble(" ", (name, style), (count, "$foreground-muted"), "  ")
