"""Facts from statements: place, page, dates, people and places of each; two facts where two dates were meant."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from assistant.extraction.dates import DateExpression, resolve, single_days
from assistant.extraction.document import Document
from assistant.extraction.lexicon import literal, load_lexicon
from assistant.extraction.moments import Anchor
from assistant.extraction.statements import Statement
from assistant.model.fact import Fact
from assistant.model.mention import Mention, MentionKind


def make_facts(
    document: Document,
    statements: Iterable[Statement],
    mentions: tuple[Mention, ...],
    dates: tuple[DateExpression, ...],
    anchor: Anchor,
) -> tuple[Fact, ...]:
    """Facts in order of the text, numbered from f1."""
    facts: list[Fact] = []
    for statement in statements:
        for date, note in _occasions(document, statement, mentions, dates, anchor):
            facts.append(_fact(document, statement, mentions, f"f{len(facts) + 1}", date, note))
    return tuple(facts)


def _fact(
    document: Document,
    statement: Statement,
    mentions: tuple[Mention, ...],
    number: str,
    date: str | None,
    note: str | None,
) -> Fact:
    source = document.source
    inside = [one for one in mentions if statement.start <= one.start and one.end <= statement.end]
    return Fact(
        id=number,
        act=statement.act,
        quote=source.text[statement.start : statement.end],
        start=statement.start,
        end=statement.end,
        block=source.block_index(statement.start),
        page=source.page_at(statement.start),
        context=" ".join(source.text[slice(*statement.sentence)].split()),
        by=statement.by,
        date=date,
        people=_distinct(_full_names(inside, mentions)),
        places=_distinct(" ".join(one.text.split()) for one in inside if one.kind is MentionKind.PLACE),
        because=statement.because,
        note=note,
    )


def _full_names(inside: list[Mention], mentions: tuple[Mention, ...]) -> Iterator[str]:
    for one in inside:
        if one.kind is MentionKind.PERSON:
            forms = [other.text for other in mentions if other.kind is one.kind and other.entity == one.entity]
            yield " ".join(max(forms, key=len).split())


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _occasions(
    document: Document,
    statement: Statement,
    mentions: tuple[Mention, ...],
    dates: tuple[DateExpression, ...],
    anchor: Anchor,
) -> Iterator[tuple[str | None, str | None]]:
    """The date of a statement; of “A and B meetings on 20 and 21 November respectively” each date with its meeting."""
    inside = [date for date in dates if statement.start <= date.start and date.end <= statement.end]
    for date in inside:
        days = single_days(date, anchor)
        word = _respectively(document.lexicon.language).match(document.view, date.end)
        if days and word:
            bodies = _bodies_before(statement, date, mentions, len(days))
            yield from zip(days, bodies, strict=True)
            return
    values = [value for date in inside if (value := resolve(date, anchor)) and "X" not in value]
    yield (values[0] if values else None), None


def _bodies_before(
    statement: Statement, date: DateExpression, mentions: tuple[Mention, ...], count: int
) -> list[str | None]:
    bodies = [
        " ".join(one.text.split())
        for one in mentions
        if one.kind is MentionKind.ORGANISATION and statement.start <= one.start and one.end <= date.start
    ]
    return list(bodies) if len(bodies) == count else [None] * count


@cache
def _respectively(language: str) -> re.Pattern[str]:
    return re.compile(rf",? *(?i:{literal(load_lexicon(language).dates.respectively)})(?!\w)")
