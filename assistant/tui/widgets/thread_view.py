"""A thread as a line of letters from top to bottom: ours on the left, theirs on the right, gaps shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from assistant.model.display import read_date
from assistant.tui.literal import show_line
from assistant.tui.words import clip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.model.thread import Move, Thread

_INDENT = 8
"""Cells by which theirs stand right of ours."""

_SUBJECT = 90


def show_thread(thread: Thread, chosen: str = "") -> Content:
    """The whole thread; the letter of the id `chosen` stands out."""
    return Content("\n").join(line for move in thread.moves for line in _lines(thread, move, chosen))


def _lines(thread: Thread, move: Move, chosen: str) -> Iterator[Content]:
    indent = "" if move.ours else " " * _INDENT
    sign = "○" if move.is_gap else "●"
    style = "$foreground-muted italic" if move.is_gap else "bold" if move.id == chosen else ""
    parties = " → ".join(filter(None, (move.sender, move.recipients)))
    heading = (read_date(move.date) if move.date else "undated", style)
    yield Content.assemble((f"{indent}{sign} ", "$primary"), heading, "  ", show_line(parties, style))
    about = f"missing: “{move.known_from}”" if move.is_gap else move.subject or move.id
    yield Content.assemble((f"{indent}│ ", "$primary"), show_line(clip(about, _SUBJECT), "$foreground-muted"))
    for link in thread.links:
        if link.later == move.id:
            said = "" if link.confirmed else " Proposed."
            reason = show_line(clip(f"{link.because}{said}", _SUBJECT), "$foreground-muted italic")
            yield Content.assemble((f"{indent}│ ", "$primary"), reason)
