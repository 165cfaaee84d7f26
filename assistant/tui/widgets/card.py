"""Everything known about what is chosen, part by part: a name on the left, what is known on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from assistant.tui.literal import show_line

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABEL = 10
"""Cells of the column of names."""


class Card(Static):
    """Shows rows of a name and a value."""

    def show(self, rows: Iterable[tuple[str, Content]]) -> None:
        """Show rows."""
        self.update(Content("\n").join(_row(label, value) for label, value in rows))

    def say(self, sentence: str) -> None:
        """Show a sentence in their place."""
        self.update(show_line(sentence, "$foreground-muted"))


def _row(label: str, value: Content) -> Content:
    return Content.assemble((f"{label:<{_LABEL}}", "$foreground-muted"), value)
