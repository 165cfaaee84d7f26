"""Widens a query by the other ways the letters spell a name: asked for Zhumagulov, Жумагулов and Jumagulov answer.

A word is widened only when it is one of the names of the letters or stands in no letter at all: an ordinary word
finds itself and nothing else.
"""

import sqlite3
from dataclasses import replace
from itertools import islice, product

from assistant.model.folding import SHORTEST_SKELETON, skeleton
from assistant.precedents.index import tables
from assistant.precedents.index.query import Phrase, Query, Term

_MOST_SPELLINGS = 12
"""Of one word, and of one phrase."""


def widen(query: Query, connection: sqlite3.Connection) -> Query:
    """The query with every phrase in all the spellings the letters know, its own first."""
    return replace(query, groups=tuple(tuple(_widen(term, connection) for term in group) for group in query.groups))


def _widen(term: Term, connection: sqlite3.Connection) -> Term:
    phrases = (spelt for phrase in term.phrases for spelt in _spellings_of(phrase, connection))
    return replace(term, phrases=tuple(dict.fromkeys(phrases)))


def _spellings_of(phrase: Phrase, connection: sqlite3.Connection) -> list[Phrase]:
    *before, last = phrase.words
    ways = [_ways(word, connection, beginning=False) for word in before]
    ways.append(_ways(last, connection, beginning=phrase.prefix))
    return [replace(phrase, words=words) for words in islice(product(*ways), _MOST_SPELLINGS)]


def _ways(word: str, connection: sqlite3.Connection, *, beginning: bool) -> tuple[str, ...]:
    key = skeleton(word)
    if len(key) < SHORTEST_SKELETON:
        return (word,)
    others = tables.other_spellings(connection, key, word, beginning=beginning, limit=_MOST_SPELLINGS)
    ordinary = others and not tables.is_name(connection, key, word, beginning=beginning)
    if ordinary and tables.is_found_in(connection, f'"{word}"{" *" if beginning else ""}', 1):
        return (word,)
    return (word, *others)
