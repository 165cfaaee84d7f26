"""Everything known about what is chosen, part by part: a name on the left, what is known on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from assistant.tui.literal import show_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

_LABEL = 10
"""Cells of the column of names."""


class Card(Static):
    """Shows rows of a name and a value."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[str, Content], ...] = ()

    def show(self, rows: Iterable[tuple[str, Content]]) -> None:
        """Show rows."""
        self._rows = tuple(rows)
        self._set(self.size.width)

    def say(self, sentence: str) -> None:
        """Show a sentence in their place."""
        self.show([("", show_line(sentence, "$foreground-muted"))])

    def on_resize(self, event: events.Resize) -> None:
        """Break the values anew."""
        self._set(event.size.width)

    def _set(self, width: int) -> None:
        self.update(Content("\n").join(_row(label, value, width - _LABEL) for label, value in self._rows))


def _row(label: str, value: Content, room: int) -> Content:
    """The value in lines of its own column."""
    lines = value.wrap(room) if 0 < room < value.cell_length else [value]
    indented = Content("\n" + " " * _LABEL).join(lines)
    return Content.assemble((f"{label:<{_LABEL}}", "$foreground-muted"), indented)
