"""Words that hang: every line of a passage begins where the first one does, behind a mark or a margin.

Textual breaks lines of content by itself but begins each at the edge; whoever wants a margin breaks them here, for a
width, and again for another.
"""

from __future__ import annotations

from textual.content import Content

_NARROWEST = 16
"""Cells; where there is less room, lines run over."""


def hang(content: Content, width: int, lead: Content | str, rest: Content | str | None = None) -> Content:
    """The content in lines of at most `width` cells, the first behind `lead`, the others behind `rest`, else `lead`."""
    first = Content(lead) if isinstance(lead, str) else lead
    others = first if rest is None else Content(rest) if isinstance(rest, str) else rest
    lines = content.wrap(max(width - max(first.cell_length, others.cell_length), _NARROWEST))
    return Content("\n").join((others if index else first) + line.rstrip() for index, line in enumerate(lines))
