"""Findings about cited facts that may hold no more: overtaken by what was said since, or true of a day long past.

Never errors: what was said on a day was said, and may be quoted as said then.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache

from assistant.drafting.bench import Bench, Sources
from assistant.drafting.body import placed_groups
from assistant.drafting.conventions import load_convention
from assistant.model.base import Value
from assistant.model.display import one_line, read_date
from assistant.model.fact import Fact
from assistant.model.finding import Finding, Severity
from assistant.model.folding import fold_words
from assistant.model.precedent import Precedent
from assistant.model.timeline import Overtaken


class Staleness(Value):
    """When a source speaks of its own day, and how long that is news."""

    days: int
    as_of: dict[str, tuple[str, ...]]


def check_staleness(body: str, sources: Sources, day: dt.date | None, bench: Bench) -> Iterator[Finding]:
    """What is to be known about each fact cited, at its citation; `day` is that of the letter."""
    for paragraph, group in placed_groups(body):
        for citation in group.citations:
            found = _check(*sources.resolve(citation), day, bench)
            if found:
                where = {"place": paragraph.place, "quote": f"@{citation.key}", "start": group.start, "end": group.end}
                yield found.model_copy(update=where)


def _check(precedent: Precedent | None, fact: Fact | None, day: dt.date | None, bench: Bench) -> Finding | None:
    if precedent is None or fact is None:
        return None
    overtaken = bench.overtaken(precedent.id, fact.id) if bench.overtaken else None
    return _overtaken(overtaken) if overtaken else _old(precedent, fact, day)


def _overtaken(overtaken: Overtaken) -> Finding:
    when = f"of {read_date(overtaken.written)}" if overtaken.written else "without a date"
    return Finding(
        code="fact-overtaken",
        severity=Severity.WARNING,
        message=f"A later letter, {when}, says: “{one_line(overtaken.quote)}”.",
        advice=f"{overtaken.because} Cite {overtaken.by} too, or say that it was so then.",
    )


def _old(precedent: Precedent, fact: Fact, day: dt.date | None) -> Finding | None:
    words = _as_of(fact.quote, precedent.record.language)
    written = precedent.record.letter.day
    if words is None or day is None or written is None or (day - written).days <= _staleness().days:
        return None
    months = round((day - written).days / 30.4)
    return Finding(
        code="fact-as-of",
        severity=Severity.NOTE,
        message=f"The source says “{words}” on {read_date(written.isoformat())}, {months} months before this letter.",
        advice="Say in the sentence of which day it is true, or ask whether it still is.",
    )


def _as_of(quote: str, language: str) -> str | None:
    folded = f" {' '.join(fold_words(quote))} "
    return next((words for words in _staleness().as_of.get(language, ()) if f" {words} " in folded), None)


@cache
def _staleness() -> Staleness:
    return Staleness.model_validate(load_convention("staleness.toml"))
