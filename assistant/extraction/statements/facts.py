"""Facts from statements: place, page, dates, people and places of each; two facts where two dates were meant."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from assistant.extraction.document import Document
from assistant.extraction.lexicon import literal, load_lexicon
from assistant.extraction.mentions.date_forms import DateExpression
from assistant.extraction.mentions.dates import resolve, single_days
from assistant.extraction.mentions.moments import Anchor
from assistant.extraction.spans import SpanIndex, Spanned
from assistant.extraction.statements.attribution import full_names
from assistant.extraction.statements.statements import Statement
from assistant.model.fact import Fact
from assistant.model.letter import Reference
from assistant.model.mention import Mention, MentionKind

_CONTEXT = 1000
"""Characters of a sentence on either side of a quote that are kept with it."""


class FactMaker:
    """Makes the facts of one document."""

    def __init__(
        self,
        document: Document,
        mentions: tuple[Mention, ...],
        dates: tuple[DateExpression, ...],
        references: tuple[Reference, ...],
        anchor: Anchor,
    ) -> None:
        self.document = document
        self.anchor = anchor
        self._mentions = SpanIndex(mentions)
        self._people = full_names([one for one in mentions if one.kind is MentionKind.PERSON])
        laws = (one for one in mentions if one.kind is MentionKind.LEGAL_REFERENCE)
        documents = SpanIndex[Spanned]([*references, *laws])
        self._dates = SpanIndex(date for date in dates if not documents.touches(date.start, date.end))

    def facts(self, statements: Iterable[Statement]) -> tuple[Fact, ...]:
        """Facts in order of the text, numbered from f1."""
        occasions = [(one, date, note) for one in statements for date, note in self._occasions(one)]
        return tuple(self._fact(f"f{number}", *occasion) for number, occasion in enumerate(occasions, 1))

    def _fact(self, number: str, statement: Statement, date: str | None, note: str | None) -> Fact:
        source = self.document.source
        inside = self._mentions.within(statement.start, statement.end)
        people = [self._people.get(one.entity or "", one.text) for one in inside if one.kind is MentionKind.PERSON]
        places = [" ".join(one.text.split()) for one in inside if one.kind is MentionKind.PLACE]
        return Fact(
            id=number,
            act=statement.act,
            quote=source.text[statement.start : statement.end],
            start=statement.start,
            end=statement.end,
            block=source.block_index(statement.start),
            page=source.page_at(statement.start),
            context=self._context(statement),
            by=statement.by,
            date=date,
            people=tuple(dict.fromkeys(people)),
            places=tuple(dict.fromkeys(places)),
            because=statement.because,
            note=note,
        )

    def _context(self, statement: Statement) -> str:
        """The sentence around the quote; of an endless one what stands near."""
        start = max(statement.sentence[0], statement.start - _CONTEXT)
        end = min(statement.sentence[1], statement.end + _CONTEXT)
        return " ".join(self.document.source.text[start:end].split())

    def _occasions(self, statement: Statement) -> Iterator[tuple[str | None, str | None]]:
        """The date of a statement; of “A and B meetings on 20 and 21 November respectively” each day with its meeting.

        The date of a document that is referred to dates the document, not the statement.
        """
        dates = self._dates.within(statement.start, statement.end)
        for date in dates:
            days = single_days(date, self.anchor)
            if days and _respectively(self.document.lexicon.language).match(self.document.view, date.end):
                yield from zip(days, self._bodies(statement.start, date.start, len(days)), strict=True)
                return
        values = (resolve(date, self.anchor) for date in dates)
        yield next((value for value in values if value and "X" not in value), None), None

    def _bodies(self, start: int, end: int, count: int) -> list[str | None]:
        """The organisations named before the days when there are as many."""
        inside = self._mentions.within(start, end)
        bodies = [" ".join(one.text.split()) for one in inside if one.kind is MentionKind.ORGANISATION]
        return [*bodies] if len(bodies) == count else [None] * count


@cache
def _respectively(language: str) -> re.Pattern[str]:
    return re.compile(rf",? *(?i:{literal(load_lexicon(language).dates.respectively)})(?!\w)")
