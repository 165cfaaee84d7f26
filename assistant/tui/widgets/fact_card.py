"""Everything known about one fact, part by part, with why it was proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from assistant.model.display import read_date
from assistant.tui.literal import show_line
from assistant.tui.widgets.fact_list import MARKS
from assistant.tui.words import ACTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.model.fact import Attribution, Fact
    from assistant.model.precedent import Precedent

_LABEL = 10
"""Cells of the column of names."""


class FactCard(Static):
    """Shows one fact of a precedent."""

    def show(self, precedent: Precedent, fact: Fact) -> None:
        """Show a fact."""
        rows = (_row(label, value) for label, value in _parts(precedent, fact))
        self.update(Content("\n").join(rows))

    def say(self, sentence: str) -> None:
        """Show a sentence and no fact."""
        self.update(show_line(sentence, "$foreground-muted"))


def _row(label: str, value: Content) -> Content:
    return Content.assemble((f"{label:<{_LABEL}}", "$foreground-muted"), value)


def _parts(precedent: Precedent, fact: Fact) -> Iterator[tuple[str, Content]]:
    act = ACTS[fact.act]
    because = Content.assemble(("  because ", "$foreground-muted"), show_line(fact.because)) if fact.because else ""
    yield "act", Content.assemble((f"{act.letter} {act.word}", f"bold $act-{fact.act}"), because)
    yield "said by", _link(fact.by[-1]) if fact.by else Content("nobody named")
    yield from (("told by", _link(link)) for link in reversed(fact.by[:-1]))
    yield "date", Content(read_date(fact.date)) if fact.date else Content("–")
    yield from (("people", _names(fact.people)) for _ in fact.people[:1])
    yield from (("places", _names(fact.places)) for _ in fact.places[:1])
    yield "where", Content(precedent.locator(fact).words or "–")
    mark, style = MARKS[fact.review]
    note = Content.assemble(": ", show_line(fact.note)) if fact.note else ""
    decided = "nobody has decided yet" if fact.review == "proposed" else f"{mark} {fact.review}"
    yield "review", Content.assemble((decided, style), note)


def _link(link: Attribution) -> Content:
    return Content.assemble(show_line(link.name), (f"  {link.act}" if link.act else "", "$foreground-muted"))


def _names(names: tuple[str, ...]) -> Content:
    return show_line(", ".join(names))
