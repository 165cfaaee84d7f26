"""A thread as a line of letters from top to bottom: ours on the left, theirs on the right, gaps shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from assistant.model.display import read_date
from assistant.tui.hanging import hang
from assistant.tui.literal import show_line
from assistant.tui.words import clip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.model.thread import Move, Thread

_INDENT = 8
"""Cells by which theirs stand right of ours."""

_SUBJECT = 90


class ThreadView(Static):
    """Shows one thread."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id)
        self._shown: tuple[Thread, str] | None = None

    def show(self, thread: Thread, chosen: str = "") -> None:
        """Show a thread; the letter of the id `chosen` stands out."""
        self._shown = (thread, chosen)
        self._draw()

    def say(self, sentence: str) -> None:
        """Show a sentence, or nothing, and no thread."""
        self._shown = None
        self.update(show_line(sentence))

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._draw()

    def _draw(self) -> None:
        if self._shown:
            thread, chosen = self._shown
            width = self.content_size.width
            lines = (line for move in thread.moves for line in _lines(thread, move, chosen, width))
            self.update(Content("\n").join(lines))


def _lines(thread: Thread, move: Move, chosen: str, width: int) -> Iterator[Content]:
    indent = "" if move.ours else " " * _INDENT
    bar = Content.styled(f"{indent}│ ", "$primary")
    sign = "○" if move.is_gap else "●"
    style = "$foreground-muted italic" if move.is_gap else "bold" if move.id == chosen else ""
    parties = " → ".join(filter(None, (move.sender, move.recipients)))
    heading = (read_date(move.date) if move.date else "undated", style)
    said = Content.assemble(heading, "  ", show_line(parties, style))
    yield hang(said, width, Content.styled(f"{indent}{sign} ", "$primary"), bar)
    about = f"missing: “{move.known_from}”" if move.is_gap else move.subject or move.id
    yield hang(show_line(clip(about, _SUBJECT), "$foreground-muted"), width, bar)
    for link in thread.links:
        if link.later == move.id:
            proposed = "" if link.confirmed else " Proposed."
            reason = show_line(clip(f"{link.because}{proposed}", _SUBJECT), "$foreground-muted italic")
            yield hang(reason, width, bar)
