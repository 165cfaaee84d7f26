"""Counts what the letters of an answer have in common: acts, persons, places, years.

Of a search for nothing it trusts the tally the index keeps; of any other it counts the letters themselves.
"""

import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from datetime import date
from heapq import nsmallest

from assistant.model.search import FacetCount
from assistant.precedents.index import tables
from assistant.precedents.index.schema import DAY

_FACETS = ("act", "person", "place")
_MOST_LETTERS = 500
_MOST_VALUES = 12
_MOST_YEARS = 100


def count_facets(connection: sqlite3.Connection, numbers: list[int]) -> dict[str, tuple[FacetCount, ...]]:
    """Facets of letters given by number, newest first: years of all of them, the others of the newest 500."""
    counts: dict[str, list[tuple[str, int]]] = {facet: [] for facet in (*_FACETS, "year")}
    for line, count in Counter(tables.facets_of(connection, numbers[:_MOST_LETTERS])).items():
        facet, value = line.split("\t")
        counts[facet].append((value, count))
    commonest = {facet: nsmallest(_MOST_VALUES, counts[facet], key=_commonest_first) for facet in _FACETS}
    return {facet: _values(values) for facet, values in (commonest | {"year": _years(numbers)}).items()}


def facets_of_all(connection: sqlite3.Connection) -> dict[str, tuple[FacetCount, ...]]:
    """Facets of all letters, as the index keeps them up."""
    years = sorted(tables.tallied(connection, "year", _MOST_YEARS), reverse=True)
    others = {facet: tables.tallied(connection, facet, _MOST_VALUES) for facet in _FACETS}
    return {facet: _values(values) for facet, values in (others | {"year": years}).items()}


def _values(counts: Iterable[tuple[str, int]]) -> tuple[FacetCount, ...]:
    return tuple(FacetCount(value=value, count=count) for value, count in counts)


def _commonest_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _years(numbers: list[int]) -> list[tuple[str, int]]:
    """Year and number of letters, newest first; a year is a span of numbers, so none is looked at twice."""
    ascending = numbers[::-1]
    years: list[tuple[str, int]] = []
    place = bisect_left(ascending, DAY)  # before it stand the undated
    while place < len(ascending):
        year = date.fromordinal(ascending[place] // DAY).year
        after = bisect_left(ascending, (date(year, 12, 31).toordinal() + 1) * DAY, place)
        years.append((f"{year:04}", after - place))
        place = after
    return years[::-1]
