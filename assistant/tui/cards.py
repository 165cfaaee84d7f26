"""What the card of a review says about a fact, a part of the letter, a person. Words alone; the card draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from assistant.model.display import read_date
from assistant.tui.literal import show_line
from assistant.tui.widgets.fact_list import MARKS
from assistant.tui.words import ACTS, count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.model.fact import Attribution, Fact
    from assistant.model.named import Named
    from assistant.model.precedent import Precedent
    from assistant.tui.parts import Part

Row = tuple[str, Content]
_TITLE = 12
"""Cells of the titles of parts."""


def fact_rows(precedent: Precedent, fact: Fact) -> Iterator[Row]:
    """A fact: what it does and why it was proposed, who says it, when, where, and what was decided."""
    act = ACTS[fact.act]
    yield "act", Content.styled(f"{act.letter} {act.word}", f"bold $act-{fact.act}")
    if fact.because:
        yield "because", show_line(fact.because)
    yield "said by", _link(fact.by[-1]) if fact.by else Content("nobody named")
    yield from (("told by", _link(link)) for link in reversed(fact.by[:-1]))
    yield "date", Content(read_date(fact.date)) if fact.date else Content("–")
    for label, names in (("people", fact.people), ("places", fact.places)):
        if names:
            yield label, show_line(", ".join(names))
    yield "where", Content(precedent.locator(fact).words or "–")
    mark, style = MARKS[fact.review]
    note = Content.assemble(": ", show_line(fact.note)) if fact.note else ""
    decided = "nobody has decided yet" if fact.review == "proposed" else f"{mark} {fact.review}"
    yield "review", Content.assemble((decided, style), note)


def part_rows(part: Part) -> Iterator[Row]:
    """A part of the letter: its words, and what they mean."""
    yield "part", Content.styled(part.title, "bold")
    yield "words", show_line(part.passage.text) if part.passage else Content.styled("not found", "$foreground-muted")
    if part.value:
        yield "means", Content(f"{read_date(part.value)}  ({part.value})")


def person_rows(named: Named) -> Iterator[Row]:
    """A person: the fullest name, the role the text gives, every form of the name with how often."""
    yield "name", show_line(named.name, "bold")
    if named.role:
        yield "role", show_line(named.role)
    for number, (form, times) in enumerate(named.forms):
        often = Content.styled(f"  {count(times, 'time')}", "$foreground-muted")
        yield "" if number else "written", Content.assemble(show_line(form), often)


def part_label(part: Part) -> Content:
    """A part on one line of a list."""
    words = show_line(part.passage.text) if part.passage else Content.styled("–", "$foreground-muted")
    return Content.assemble((f"{part.title:<{_TITLE}}", "$foreground-muted"), words)


def person_label(named: Named) -> Content:
    """A person on one line of a list."""
    role = Content.assemble("  ", show_line(named.role, "$foreground-muted")) if named.role else ""
    return Content.assemble((f"{len(named.mentions):>3}  ", "$foreground-muted"), show_line(named.name), role)


def _link(link: Attribution) -> Content:
    return Content.assemble(show_line(link.name), (f"  {link.act}" if link.act else "", "$foreground-muted"))
