"""A precedent set in lines with everything that is marked in it: facts, matched words, words a person selected.

It says what stands where; how it looks is the reader's affair.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from assistant.tui.literal import find_words
from assistant.tui.typeset import Column, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.model.fact import Fact
    from assistant.model.precedent import Precedent

Span = tuple[int, int]


class Piece(NamedTuple):
    """Characters `[start:end]` of the text that look the same."""

    start: int
    end: int
    fact: Fact | None = None
    matched: bool = False
    selected: bool = False
    spotted: bool = False


class Page:
    """A precedent in lines of at most `width` cells; those of `like` are taken over if its text is the same."""

    column: Column

    def __init__(self, precedent: Precedent, width: int, like: Page | None = None) -> None:
        salutation = precedent.record.letter.salutation
        first = salutation.end if salutation else 0
        self.set_from = (precedent.text, width, first)
        is_like = like is not None and like.set_from == self.set_from
        self.column = like.column if like and is_like else Column(precedent.source, width, first)
        self.text, self.lines, self.line_at = self.column.text, self.column.lines, self.column.line_at
        self.facts = shown_facts(precedent.record.facts)
        self.width = width
        self._facts_on: dict[int, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            for index in range(self.line_at(fact.start), self.line_at(fact.end - 1) + 1):
                self._facts_on[index].append(fact)

    def facts_on(self, index: int) -> Sequence[Fact]:
        """Facts with at least one character on the line of this index."""
        return self._facts_on.get(index, ())

    def fact_at(self, offset: int, favourite: Fact | None = None) -> Fact | None:
        """The fact at a character: the favourite, if it is there, else the one begun last."""
        return _fact_at(offset, self.facts_on(self.line_at(offset)), favourite)

    def next_fact(self, fact: Fact | None, top: int, step: int) -> Fact | None:
        """The fact behind `fact` (`step` -1: before); without one, the first behind the line `top`."""
        if fact in self.facts:
            index = self.facts.index(fact) + step
        else:
            index = sum(1 for other in self.facts if other.start < self.lines[top].start) - (step < 0)
        return self.facts[index] if 0 <= index < len(self.facts) else None

    def cut(
        self,
        index: int,
        words: frozenset[str],
        favourite: Fact | None,
        selected: Span | None,
        spots: Sequence[Span] = (),
    ) -> list[Piece]:
        """A line in pieces; every one of `words` counts as matched. The favourite wins where facts overlap.

        `selected` counts characters of the line, an end of -1 is the end of the line; `spots` count those of the text.
        """
        line, facts = self.lines[index], self.facts_on(index)
        matches = _shift(find_words(self.text[line.start : line.end], words), line.start)
        chosen = _shift([_ended(selected, line)] if selected else [], line.start)
        edges = {edge for span in (*matches, *chosen, *spots) for edge in span}
        edges |= {edge for fact in (*facts, favourite) if fact for edge in (fact.start, fact.end)}
        cuts = sorted({line.start, line.end} | {edge for edge in edges if line.start < edge < line.end})
        return [
            Piece(
                start,
                end,
                _fact_at(start, facts, favourite),
                _covers(matches, start),
                _covers(chosen, start),
                _covers(spots, start),
            )
            for start, end in pairwise(cuts)
        ]


def shown_facts(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts a reader sees, in order of the text: what a person has rejected is none."""
    live = [fact for fact in facts if fact.live]
    return tuple(sorted(live, key=lambda fact: (fact.start, -fact.end)))


def _shift(spans: Sequence[Span], by: int) -> list[Span]:
    return [(start + by, end + by) for start, end in spans]


def _ended(span: Span, line: Line) -> Span:
    return span if span[1] >= 0 else (span[0], line.end - line.start)


def _covers(spans: Sequence[Span], offset: int) -> bool:
    return any(start <= offset < end for start, end in spans)


def _fact_at(offset: int, facts: Sequence[Fact], favourite: Fact | None) -> Fact | None:
    if favourite and favourite.start <= offset < favourite.end:
        return favourite
    return next((fact for fact in reversed(facts) if fact.start <= offset < fact.end), None)
