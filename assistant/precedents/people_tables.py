"""The statements about the people whom letters name. Decides nothing.

A letter costs a few lines here, whatever is known already; who may be one person is asked for by key, never by
comparing everybody with everybody.
"""

import json
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from assistant.precedents.entry import Entry


class NamedRow(NamedTuple):
    """Somebody named in a letter."""

    name: str
    role: str
    id: str
    date: str | None


def store(connection: sqlite3.Connection, number: int, entry: "Entry") -> None:
    """Put in whom a letter names."""
    sql = "INSERT INTO named VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET role = excluded.role WHERE role = ''"
    connection.executemany(sql, ((number, name, role) for name, role in entry.people))
    connection.executemany("INSERT OR IGNORE INTO namesake VALUES (?, ?)", entry.namesakes)


def forget(connection: sqlite3.Connection, number: int) -> None:
    """Take out whom a letter names; the keys of the names stay: they do no harm."""
    connection.execute("DELETE FROM named WHERE letter = ?", (number,))


def named_in_letters(connection: sqlite3.Connection, letters: Iterable[int]) -> list[NamedRow]:
    """Everybody named in some letters, letter by letter, the earliest first."""
    rows = connection.execute(
        "SELECT name, role, id, date FROM named JOIN letter ON letter.number = named.letter"
        " WHERE named.letter IN (SELECT value FROM json_each(?)) ORDER BY named.letter, name",
        (json.dumps(list(letters)),),
    )
    return [NamedRow(*row) for row in rows]
