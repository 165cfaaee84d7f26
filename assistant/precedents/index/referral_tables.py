"""The statements about documents that letters refer to, and what those are known by. Decides nothing.

Each asks for one number, one day or one id, so that it costs the same however many letters there are.
"""

import json
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from assistant.precedents.index.schema import DAY

if TYPE_CHECKING:
    from assistant.precedents.index.entry import Entry

_OWN, _HEAD = -2, -1
"""Parts of a document whose numbers it is known by; see the table."""

_HEAD_LENGTH = 1_000
"""Folded characters in which a document names the body that issued it."""


class DocumentRow(NamedTuple):
    """A document as references are compared with it."""

    id: str
    date: str | None
    kind: str
    parties: str
    """JSON, see referrals.py."""
    own: bool = False
    """Whether the number asked for is its own."""


def store(connection: sqlite3.Connection, number: int, entry: "Entry") -> None:
    """Put in what a letter refers to and what it is known by."""
    rows = [
        (
            number,
            at,
            one.precedent or "",
            sought.date or "",
            one.model_dump_json(exclude_defaults=True),
            sought.as_json(),
        )
        for at, (one, sought) in enumerate(entry.references)
    ]
    connection.executemany("INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?)", rows)
    waiting = [(at, sought) for at, (one, sought) in enumerate(entry.references) if not one.precedent]
    numbers = [
        *((one, number, _OWN) for one in entry.own_numbers),
        *((one, number, _HEAD) for one in entry.head_numbers),
        *((one, number, at) for at, sought in waiting for one in sought.numbers),
    ]
    connection.executemany("INSERT INTO number VALUES (?, ?, ?)", numbers)


def forget(connection: sqlite3.Connection, number: int) -> None:
    """Take out what a letter refers to and what it is known by."""
    connection.execute("DELETE FROM reference WHERE letter = ?", (number,))
    connection.execute("DELETE FROM number WHERE letter = ?", (number,))


def numbered(connection: sqlite3.Connection, numbers: Sequence[str]) -> list[DocumentRow]:
    """The documents known by one of these numbers."""
    rows = connection.execute(
        "SELECT id, date, kind, parties, part = ? FROM number JOIN letter ON letter.number = number.letter"
        " WHERE number.number IN (SELECT value FROM json_each(?)) AND part < 0",
        (_OWN, json.dumps(numbers)),
    )
    return [DocumentRow(*row) for row in rows]


def documents_of_day(connection: sqlite3.Connection, day: int, limit: int) -> list[DocumentRow]:
    """The documents of a day, at most `limit`."""
    sql = "SELECT id, date, kind, parties FROM letter WHERE number BETWEEN ? AND ? LIMIT ?"
    return [DocumentRow(*row) for row in connection.execute(sql, (day * DAY, day * DAY + DAY - 1, limit))]


def head_of(connection: sqlite3.Connection, precedent: str) -> str:
    """The folded words with which a document begins, a space before and behind each."""
    sql = "SELECT substr(body, 1, ?) FROM letter JOIN words ON words.rowid = number WHERE id = ?"
    row = connection.execute(sql, (_HEAD_LENGTH, precedent)).fetchone()
    return f" {' '.join(row[0].split())} " if row else ""


def document(connection: sqlite3.Connection, precedent: str) -> DocumentRow | None:
    """The document of an id, when the index knows it."""
    row = connection.execute("SELECT id, date, kind, parties FROM letter WHERE id = ?", (precedent,)).fetchone()
    return DocumentRow(*row) if row else None


def waiting_for_day(connection: sqlite3.Connection, document: DocumentRow) -> list[tuple[str, str, str]]:
    """The references without a document that ask for the day of this one: letter, its parties, what is sought."""
    rows = connection.execute(
        "SELECT id, parties, sought FROM reference JOIN letter ON letter.number = reference.letter"
        " WHERE precedent = '' AND reference.date = ? AND reference.date <> ''",
        (document.date or "",),
    )
    return rows.fetchall()


def waiting_for_numbers(connection: sqlite3.Connection, precedent: str) -> list[str]:
    """Ids of the letters with a reference without a document that asks for a number of this one."""
    rows = connection.execute(
        "SELECT DISTINCT asking.id FROM letter AS arrived JOIN number AS has ON has.letter = arrived.number"
        " JOIN number AS waits ON waits.number = has.number JOIN letter AS asking ON asking.number = waits.letter"
        " WHERE arrived.id = ? AND has.part < 0 AND waits.part >= 0",
        (precedent,),
    )
    return [row[0] for row in rows]


def waiting_letters(connection: sqlite3.Connection) -> list[str]:
    """Ids of all letters with a reference that has no document."""
    sql = "SELECT DISTINCT id FROM reference JOIN letter ON letter.number = reference.letter WHERE precedent = ''"
    return [row[0] for row in connection.execute(sql)]


def letters_with_broken_links(connection: sqlite3.Connection) -> list[str]:
    """Ids of all letters with a link to a document the index does not know."""
    rows = connection.execute(
        "SELECT DISTINCT id FROM reference JOIN letter ON letter.number = reference.letter"
        " WHERE precedent <> '' AND NOT EXISTS (SELECT 1 FROM letter AS linked WHERE linked.id = precedent)"
    )
    return [row[0] for row in rows]


def sought_of(connection: sqlite3.Connection, precedent: str) -> tuple[str, list[str]]:
    """The parties of a letter, and what is known of each document it refers to without a link."""
    number, parties = connection.execute("SELECT number, parties FROM letter WHERE id = ?", (precedent,)).fetchone()
    rows = connection.execute("SELECT sought FROM reference WHERE letter = ? AND precedent = ''", (number,))
    return parties, [row[0] for row in rows]


def referring_to(connection: sqlite3.Connection, precedent: str) -> list[tuple[str, str]]:
    """Id of the letter and JSON of each reference linked to a document, those of the newest letters first."""
    rows = connection.execute(
        "SELECT id, reference FROM reference JOIN letter ON letter.number = reference.letter"
        " WHERE precedent = ? AND precedent <> '' ORDER BY reference.letter DESC, position",
        (precedent,),
    )
    return rows.fetchall()


def unfilled(connection: sqlite3.Connection, limit: int) -> list[tuple[str, str]]:
    """The same of references by date or number to documents that are not here."""
    rows = connection.execute(
        "SELECT id, reference FROM reference JOIN letter ON letter.number = reference.letter"
        " WHERE precedent = '' AND (reference.date <> '' OR EXISTS (SELECT 1 FROM number AS waits"
        " WHERE waits.letter = reference.letter AND waits.part = position))"
        " ORDER BY reference.letter DESC, position LIMIT ?",
        (limit,),
    )
    return rows.fetchall()
