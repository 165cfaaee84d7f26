"""The statements about letters as moves of exchanges: their outlines, and the days they are found by.

Decides nothing; what answers what is for `exchange` to say. Callers open the transactions.
"""

import json
import sqlite3
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from assistant.precedents.index.schema import DAY

if TYPE_CHECKING:
    from assistant.precedents.index.entry import Entry


def store(connection: sqlite3.Connection, number: int, entry: "Entry") -> None:
    """Put in a letter that somebody wrote, or that was written to somebody."""
    if entry.outline:
        connection.execute("INSERT INTO move VALUES (?, ?, ?)", (number, entry.due, entry.outline))


def forget(connection: sqlite3.Connection, number: int) -> None:
    """Take a letter out."""
    connection.execute("DELETE FROM move WHERE letter = ?", (number,))


def outlines_since(connection: sqlite3.Connection, day: date) -> list[str]:
    """The letters from a day on, older ones with a promise for such a day, and those without a date."""
    rows = connection.execute(
        "SELECT outline FROM move WHERE letter >= ? OR letter < ?"
        " OR letter IN (SELECT letter FROM move WHERE due >= ? AND due <> '')",
        (day.toordinal() * DAY, DAY, day.isoformat()),
    )
    return [outline for (outline,) in rows]


def outlines_of(connection: sqlite3.Connection, ids: Collection[str]) -> list[str]:
    """The letters of these ids, as far as there are any."""
    rows = connection.execute(
        "SELECT outline FROM letter JOIN move ON move.letter = letter.number"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(ids)),),
    )
    return [outline for (outline,) in rows]
