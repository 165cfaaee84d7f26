"""Answers a line of the search with facts in order of date, and tells how letters name somebody.

Everything shown comes from the index, so that a page about many letters opens none of them; each letter is looked at
once more, as for a search.
"""

import sqlite3
from itertools import islice
from pathlib import Path

from assistant.model.fact import Attribution
from assistant.model.folding import fold_words, identifying_words
from assistant.model.search import DatedFact, DatedFacts, NamedIn, NamedOften
from assistant.precedents.index import people_tables, tables
from assistant.precedents.index.facthits import FactFinder, FactRow
from assistant.precedents.index.match import expression
from assistant.precedents.index.query import Query, parse_query
from assistant.precedents.index.refresh import refresh, reread_changed
from assistant.precedents.index.search import number_span
from assistant.precedents.index.spelling import widen
from assistant.precedents.index.tables import FactsRow, transaction

_EVERYBODY = -1
"""As sqlite has it: no limit."""


def dated_facts(connection: sqlite3.Connection, precedents: Path, typed: str, letters: int) -> DatedFacts:
    """The facts that answer in the newest `letters` that do."""
    refresh(connection, precedents)
    query, rows = _find(connection, typed, letters)
    if reread_changed(connection, precedents, [(row.id, row.stamp) for row in rows]):
        query, rows = _find(connection, typed, letters)
    finder = FactFinder(query)
    found = [_dated(row, fact) for row in reversed(rows[:letters]) for fact in finder.rows_among(row.facts)]
    return DatedFacts(
        query=typed.encode(errors="replace").decode(),
        facts=tuple(sorted(found, key=lambda fact: fact.day)),
        letters=min(len(rows), letters),
        more=len(rows) > letters,
    )


def named(connection: sqlite3.Connection, precedents: Path, name: str, letters: int) -> tuple[NamedIn, ...]:
    """How the newest `letters` that name somebody so, in any spelling, do it; the earliest first."""
    refresh(connection, precedents)
    wanted = identifying_words(name)
    with transaction(connection, "DEFERRED"):
        numbers = _numbers(connection, _query(connection, f'person:"{name.replace(chr(34), " ")}"'), letters)
        rows = people_tables.named_in_letters(connection, numbers)
    return tuple(
        NamedIn(name=row.name, role=row.role, precedent=row.id, written=row.date)
        for row in rows
        if wanted and wanted <= identifying_words(row.name)
    )


def named_most(connection: sqlite3.Connection, precedents: Path, words: str, limit: int) -> tuple[NamedOften, ...]:
    """The `limit` people most letters name, in whose names every one of the words begins a word, in any spelling."""
    refresh(connection, precedents)
    wanted = tuple(fold_words(words))
    everybody = tables.tallied(connection, "person", _EVERYBODY)
    found = (NamedOften(name=name, letters=letters) for name, letters in everybody if _has(name, wanted))
    return tuple(islice(found, limit))


def _has(name: str, wanted: tuple[str, ...]) -> bool:
    parts = tuple(fold_words(name)) if wanted else ()
    return all(any(part.startswith(word) for part in parts) for word in wanted)


def _find(connection: sqlite3.Connection, typed: str, letters: int) -> tuple[Query, list[FactsRow]]:
    with transaction(connection, "DEFERRED"):
        query = _query(connection, typed)
        return query, tables.facts_of(connection, _numbers(connection, query, letters + 1))


def _query(connection: sqlite3.Connection, typed: str) -> Query:
    return widen(parse_query(typed), connection)


def _numbers(connection: sqlite3.Connection, query: Query, letters: int) -> list[int]:
    """The newest letters that answer, the newest first."""
    return tables.matching(connection, expression(query.groups), number_span(query), letters)


def _dated(row: FactsRow, fact: FactRow) -> DatedFact:
    return DatedFact(
        **dict(fact.hit),
        precedent=row.id,
        written=row.date,
        kind=row.kind,
        sender=row.sender,
        recipients=row.recipients,
        date=fact.date,
        by=tuple(Attribution(name=name, act=act) for name, act in fact.chain),
        people=tuple(fact.named),
        places=tuple(fact.sites),
        page=fact.page,
        paragraph=fact.paragraph,
    )
