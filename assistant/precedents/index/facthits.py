"""Finds, among the facts of a letter that answers, those that answer themselves.

A fact answers when every word asked for stands in its quotation or in the name of its speaker, and act, standing,
persons and places fit. Facts a person has rejected stay out unless `status:` asks for them.
"""

import json
from typing import NamedTuple

from assistant.model.fact import LIVE, Act, Fact, Review
from assistant.model.folding import fold
from assistant.model.search import FactHit
from assistant.precedents.index.match import term_pattern
from assistant.precedents.index.query import Field, Query, Term

_OF_FACTS = frozenset({Field.ANYWHERE, Field.PERSON, Field.PLACE, Field.ACT, Field.STATUS})


class FactRow(NamedTuple):
    """A fact as the index keeps it; `words`, `people` and `places` are folded."""

    fact: str
    act: str
    quote: str
    start: int
    end: int
    speaker: str | None
    review: str
    words: str
    people: str
    places: str
    date: str | None
    page: int | None
    paragraph: int | None
    chain: list[tuple[str, str]]
    """Name and act of each link of the attribution."""
    named: tuple[str, ...]
    sites: tuple[str, ...]
    """Persons and places as they are shown."""

    @property
    def hit(self) -> FactHit:
        """As a search shows it."""
        return FactHit(
            fact=self.fact,
            act=Act(self.act),
            quote=self.quote,
            start=self.start,
            end=self.end,
            speaker=self.speaker,
            review=Review(self.review),
        )


def fact_row(fact: Fact, paragraph: int | None) -> FactRow:
    """What the index keeps of a fact, and of the paragraph it stands in."""
    names = "\n".join((*fact.people, *(link.name for link in fact.by)))
    return FactRow(
        fact=fact.id,
        act=fact.act,
        quote=fact.quote,
        start=fact.start,
        end=fact.end,
        speaker=fact.speaker,
        review=fact.review,
        words=fold(f"{fact.quote}\n{fact.speaker or ''}"),
        people=fold(names),
        places=fold("\n".join(fact.places)),
        date=fact.date,
        page=fact.page,
        paragraph=paragraph,
        chain=[(link.name, link.act) for link in fact.by],
        named=fact.people,
        sites=fact.places,
    )


class FactFinder:
    """A query made ready to be put to the facts of many letters."""

    def __init__(self, query: Query) -> None:
        groups = [group for group in query.groups if all(term.field in _OF_FACTS for term in group)]
        terms = [term for group in groups for term in group]
        self._groups = [[_Check(term) for term in group] for group in groups]
        self._asked = any(not term.excluded for term in terms)
        self._with_rejected = any(term.field is Field.STATUS for term in terms)

    def among(self, facts: str) -> tuple[FactHit, ...]:
        """The facts that answer, best first; `facts` is the JSON the index keeps of one letter."""
        return tuple(row.hit for row in sorted(self.rows_among(facts), key=self._density, reverse=True))

    def rows_among(self, facts: str) -> list[FactRow]:
        """The same in the order of the text, with all the index knows of them."""
        if not self._asked:
            return []
        return [row for row in (FactRow(*values) for values in json.loads(facts)) if self._answers(row)]

    def _answers(self, row: FactRow) -> bool:
        live = self._with_rejected or row.review in LIVE
        return live and all(any(check.holds(row) for check in group) for group in self._groups)

    def _density(self, row: FactRow) -> float:
        """How much of the quotation is what was asked for."""
        return sum(check.length_in(row) for group in self._groups for check in group) / max(1, len(row.words))


class _Check:
    """One term, put to facts."""

    def __init__(self, term: Term) -> None:
        self._term = term
        self._pattern = term_pattern(term)

    def holds(self, row: FactRow) -> bool:
        return self._found(row) is not self._term.excluded

    def _found(self, row: FactRow) -> bool:
        match self._term.field:
            case Field.ACT:
                return row.act in self._term.values
            case Field.STATUS:
                return row.review in self._term.values
            case Field.PERSON:
                return any(map(self._pattern.search, (row.people, row.words)))
            case Field.PLACE:
                return any(map(self._pattern.search, (row.places, row.words)))
            case _:
                return self._pattern.search(row.words) is not None

    def length_in(self, row: FactRow) -> int:
        """Characters of the quotation that are what was asked for."""
        return 0 if self._term.excluded else sum(len(match[0]) for match in self._pattern.finditer(row.words))
