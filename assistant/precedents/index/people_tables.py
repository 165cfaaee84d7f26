"""The statements about the people whom letters name. Decides nothing.

A letter costs a few lines here, whatever is known already; who may be one person is asked for by key, never by
comparing everybody with everybody.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from assistant.precedents.index.entry import Entry


class NamedRow(NamedTuple):
    """Somebody named in a letter."""

    name: str
    role: str
    id: str
    date: str | None


def store(connection: sqlite3.Connection, number: int, entry: "Entry") -> None:
    """Put in whom a letter names."""
    connection.executemany(
        "INSERT INTO named VALUES (?, ?, ?)"
        " ON CONFLICT (letter, name) DO UPDATE SET role = excluded.role WHERE role = ''",
        ((number, name, role) for name, role in entry.people),
    )
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


def is_named(connection: sqlite3.Connection, name: str) -> bool:
    """Whether a letter names somebody so, letter for letter."""
    return connection.execute("SELECT 1 FROM named WHERE name = ? LIMIT 1", (name,)).fetchone() is not None


def sharing_keys(connection: sqlite3.Connection, most: int) -> Iterator[tuple[str, list[str]]]:
    """Every key that several names share, with the names; at most `most` a key."""
    rows = connection.execute(
        "SELECT key, name FROM namesake WHERE key IN (SELECT key FROM namesake GROUP BY key HAVING count(*) > 1)"
        " ORDER BY key, name"
    )
    for key, together in groupby(rows, key=itemgetter(0)):
        yield key, [name for _, name in islice(together, most)]


def sharing_key(connection: sqlite3.Connection, key: str, most: int) -> list[str]:
    """The names of one key, at most `most`."""
    return [row[0] for row in connection.execute("SELECT name FROM namesake WHERE key = ? LIMIT ?", (key, most))]


def letters_of(connection: sqlite3.Connection, names: Iterable[str], most: int) -> dict[int, str]:
    """The numbers of the newest letters that give one of the names, with the role given there or nothing."""
    rows = connection.execute(
        "SELECT letter, role FROM named WHERE name IN (SELECT value FROM json_each(?)) ORDER BY letter DESC LIMIT ?",
        (json.dumps(list(names)), most),
    )
    return dict(rows)


def named_in(connection: sqlite3.Connection, letters: Iterable[int]) -> set[str]:
    """Everybody named in some letters."""
    rows = connection.execute(
        "SELECT DISTINCT name FROM named WHERE letter IN (SELECT value FROM json_each(?))", (json.dumps(list(letters)),)
    )
    return {row[0] for row in rows}


def count_letters(connection: sqlite3.Connection, name: str, most: int) -> int:
    """How many letters give a name; counting stops at `most`."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM named WHERE name = ? LIMIT ?)"
    return int(connection.execute(sql, (name, most)).fetchone()[0])
