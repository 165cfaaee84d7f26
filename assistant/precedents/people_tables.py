"""The statements about the people whom letters name. Decides nothing.

A letter costs a few lines here, whatever is known already; who may be one person is asked for by key, never by
comparing everybody with everybody.
"""

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.precedents.entry import Entry


def store(connection: sqlite3.Connection, number: int, entry: "Entry") -> None:
    """Put in whom a letter names."""
    sql = "INSERT INTO named VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET role = excluded.role WHERE role = ''"
    connection.executemany(sql, ((number, name, role) for name, role in entry.people))
    connection.executemany("INSERT OR IGNORE INTO namesake VALUES (?, ?)", entry.namesakes)


def forget(connection: sqlite3.Connection, number: int) -> None:
    """Take out whom a letter names; the keys of the names stay: they do no harm."""
    connection.execute("DELETE FROM named WHERE letter = ?", (number,))
