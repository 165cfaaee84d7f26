"""The line over a review: which letter, and how much of it has been decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from assistant.tui.literal import show_line

if TYPE_CHECKING:
    from textual.app import RenderResult

_BAR = 16
"""Cells."""


class ReviewBar(Widget):
    """Name of the letter on the left; on the right "7 of 12 reviewed" with a bar."""

    letter: reactive[str] = reactive("")
    progress: reactive[tuple[int, int]] = reactive((0, 0))
    """Facts decided about, and facts in all."""

    def render(self) -> RenderResult:
        """All on one line; the name gives way."""
        if not self.letter:
            return Content()
        done, total = self.progress
        right = Content.assemble(f"{done} of {total} reviewed  " if total else "no facts", *_bar(done, total))
        room = max(0, self.size.width - right.cell_length - 2)
        left = show_line(self.letter, "bold").truncate(room, ellipsis=True, pad=True)
        return Content.assemble(left, "  ", right)


def _bar(done: int, total: int) -> list[tuple[str, str]]:
    if not total:
        return []
    full = done * _BAR // total
    return [("━" * full, "$success"), ("─" * (_BAR - full), "$foreground 30%")]
