"""Answers a query from the index: which letters, in which order, how many, and what they have in common.

The cost is bounded whatever is asked of however many letters. Only the newest 5,000 that answer are counted and ranked.
A word that stands in more than 5,000 letters finds them but does not rank them: BM25 gives it next to no weight, and
takes its time about it. Letters no word ranks come newest first.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from assistant.model.search import FacetCount
from assistant.precedents.index import tables
from assistant.precedents.index.facets import count_facets, facets_of_all
from assistant.precedents.index.match import Group, expression
from assistant.precedents.index.query import Query
from assistant.precedents.index.schema import DAY
from assistant.precedents.index.tables import HitRow

_MOST = 5_000
"""Letters that are counted and ranked."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the index knows of the answer; nothing on disk has been looked at."""

    total: int
    more: bool
    rows: tuple[tuple[HitRow, float], ...]
    facets: dict[str, tuple[FacetCount, ...]]


def find(connection: sqlite3.Connection, query: Query, limit: int) -> Found:
    """The best `limit` letters, inside one reading transaction of the caller."""
    match, numbers = expression(query.groups), number_span(query)
    if not match and not query.bounded:
        return _newest(connection, limit)
    counted = tables.matching(connection, match, numbers, _MOST + 1)
    more = len(counted) > _MOST
    ranking = _ranking(connection, query, is_common=more)
    counted = counted[:_MOST]
    return Found(
        total=len(counted),
        more=more,
        rows=_rows(connection, list(islice(_best(connection, ranking, counted), limit))),
        facets=count_facets(connection, counted),
    )


def _newest(connection: sqlite3.Connection, limit: int) -> Found:
    numbers = tables.matching(connection, "", number_span(Query()), limit)
    return Found(
        total=tables.letters_in_all(connection),
        more=False,
        rows=_rows(connection, [(number, 0.0) for number in numbers]),
        facets=facets_of_all(connection),
    )


def _best(connection: sqlite3.Connection, ranking: list[Group], counted: list[int]) -> Iterator[tuple[int, float]]:
    match = expression(ranking)
    if not (match and counted):
        yield from ((number, 0.0) for number in counted)
        return
    wanted = set(counted)  # the rarer words alone are found in more letters than the whole query
    for number, score in tables.ranked(connection, match, (counted[-1], counted[0])):
        if number in wanted:
            yield number, score


def _ranking(connection: sqlite3.Connection, query: Query, *, is_common: bool) -> list[Group]:
    """The groups whose words are rare enough to rank letters by; `is_common` tells whether all together are not."""
    spoken = [group for group in query.groups if any(term.phrases and not term.excluded for term in group)]
    if len(query.groups) == 1 and not query.bounded:
        return [] if is_common else spoken
    return [group for group in spoken if not tables.is_found_in(connection, expression([group]), _MOST + 1)]


def _rows(connection: sqlite3.Connection, best: list[tuple[int, float]]) -> tuple[tuple[HitRow, float], ...]:
    rows = tables.hit_rows(connection, [number for number, _ in best])
    return tuple((rows[number], score) for number, score in best)


def number_span(query: Query) -> tuple[int, int]:
    """The least and the greatest number a letter of the query's days may have; undated ones have a day of 0."""
    first = query.first or (date.min if query.bounded else None)
    last = query.last or date.max
    return (first.toordinal() if first else 0) * DAY, last.toordinal() * DAY + DAY - 1
