"""Answers a line of the search: makes sure the index is up to date, asks it, and looks once more at what it will show.

The index is trusted with the finding; the words shown come from the letters on disk.
"""

import sqlite3
from pathlib import Path

from assistant.model.search import Hit, SearchResult
from assistant.precedents.index.facthits import FactFinder
from assistant.precedents.index.match import marked_words
from assistant.precedents.index.query import Query, parse_query
from assistant.precedents.index.refresh import refresh, reread_changed
from assistant.precedents.index.search import Found, find
from assistant.precedents.index.snippet import snippet
from assistant.precedents.index.spelling import widen
from assistant.precedents.index.tables import HitRow, letters_in_all, transaction
from assistant.precedents.layout import place_of


def answer(connection: sqlite3.Connection, precedents: Path, typed: str, limit: int) -> SearchResult:
    """The best `limit` letters for whatever was typed."""
    refresh(connection, precedents)
    query, found = _find(connection, typed, limit)
    if reread_changed(connection, precedents, [(row.id, row.stamp) for row, _ in found.rows]):
        query, found = _find(connection, typed, limit)
    return SearchResult(
        query=typed.encode(errors="replace").decode(),
        total=found.total,
        more=found.more,
        nothing_filed=not letters_in_all(connection),
        hits=_hits(precedents, query, found),
        facets=found.facets,
    )


def _find(connection: sqlite3.Connection, typed: str, limit: int) -> tuple[Query, Found]:
    with transaction(connection, "DEFERRED"):
        query = widen(parse_query(typed), connection)
        return query, find(connection, query, max(0, limit))


def _hits(precedents: Path, query: Query, found: Found) -> tuple[Hit, ...]:
    facts, words = FactFinder(query), marked_words(query)
    return tuple(
        Hit(
            precedent=row.id,
            date=row.date,
            sender=row.sender,
            recipients=row.recipients,
            subject=row.subject,
            kind=row.kind,
            language=row.language,
            snippet=(words and snippet(_text(precedents, row), row.body, words)) or row.opening,
            score=score,
            facts=facts.among(row.facts),
        )
        for row, score in found.rows
    )


def _text(precedents: Path, row: HitRow) -> str:
    try:
        return place_of(precedents, row.id).text.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return ""  # the opening is shown instead; whoever opens the letter is told what is wrong
