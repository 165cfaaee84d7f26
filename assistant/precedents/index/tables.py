"""The statements the index is read and written with. Decides nothing; callers open the transactions.

In this order: what stands on disk, letters that come and go, what answers a query. What is asked about references,
people and exchanges stands beside it, in referral_tables.py, people_tables.py and move_tables.py.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from assistant.precedents.index import move_tables, people_tables, referral_tables
from assistant.precedents.index.schema import DAY

if TYPE_CHECKING:
    from assistant.precedents.index.entry import Entry

_ALL = ("all", "")
"""The line of the tally that counts every letter."""


class FolderRow(NamedTuple):
    """A folder as it was last read through; see the table."""

    time: int
    doubt: int


NO_FOLDER = FolderRow(0, 0)


class HitRow(NamedTuple):
    """A letter as a hit shows it; `body` is its folded text, `facts` the JSON of its facts."""

    number: int
    id: str
    stamp: str
    date: str | None
    sender: str
    recipients: str
    subject: str
    kind: str
    language: str
    opening: str
    body: str
    facts: str


class FactsRow(NamedTuple):
    """A letter whose facts are shown; `facts` is their JSON."""

    id: str
    stamp: str
    date: str | None
    sender: str
    recipients: str
    kind: str
    facts: str


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """All or nothing; `DEFERRED` for several readings of one and the same state."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def known_folders(connection: sqlite3.Connection) -> dict[str, FolderRow]:
    """What is known of the folders of letters, by name."""
    rows = connection.execute("SELECT name, time, doubt FROM folder")
    return {name: FolderRow(time, doubt) for name, time, doubt in rows}


def note_folder(connection: sqlite3.Connection, name: str, row: FolderRow) -> None:
    """Remember that a folder was read through."""
    connection.execute("INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", (name, *row))


def drop_folder(connection: sqlite3.Connection, name: str) -> None:
    """Forget a folder; its letters are forgotten one by one."""
    connection.execute("DELETE FROM folder WHERE name = ?", (name,))


def known_stamps(connection: sqlite3.Connection, folder: str) -> dict[str, str]:
    """Ids of the letters of a folder with their stamps."""
    return dict(connection.execute("SELECT id, stamp FROM letter WHERE folder = ?", (folder,)))


def known_ids(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Ids of all letters, in order."""
    return tuple(row[0] for row in connection.execute("SELECT id FROM letter ORDER BY id"))


def id_of_original(connection: sqlite3.Connection, sha256: str) -> str | None:
    """Under which id these bytes are filed."""
    row = connection.execute("SELECT id FROM letter WHERE original = ? ORDER BY id", (sha256,)).fetchone()
    return row[0] if row else None


def store(connection: sqlite3.Connection, entry: "Entry", folder: str, stamp: str) -> None:
    """Put a letter in, in place of what was known of it."""
    number = _number(connection, entry)
    forget(connection, entry.id)
    facets = [(facet, value) for facet, values in entry.facets.items() for value in values]
    connection.execute(
        "INSERT INTO letter VALUES (:number, :id, :folder, :stamp, :original, :date, :sender, :recipients, :subject,"
        " :kind, :language, :opening, :facets, :parties)",
        entry.shown
        | {"number": number, "id": entry.id, "folder": folder, "stamp": stamp, "original": entry.original}
        | {"facets": "\n".join(map("\t".join, facets)), "parties": entry.parties.as_json()},
    )
    connection.execute("INSERT INTO fact VALUES (?, ?)", (number, entry.facts))
    connection.execute(
        "INSERT INTO words (rowid, name, subject, body, person, place, org, sender, recipient, marks)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (number, *entry.words),
    )
    connection.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?)", entry.spellings)
    connection.executemany(
        "INSERT INTO tally VALUES (?, ?, 1) ON CONFLICT (facet, value) DO UPDATE SET letters = letters + 1",
        [_ALL, *facets],
    )
    referral_tables.store(connection, number, entry)
    people_tables.store(connection, number, entry)
    move_tables.store(connection, number, entry)


def forget(connection: sqlite3.Connection, precedent: str) -> None:
    """Take a letter out; nothing happens when it is not known. Spellings and keys of names stay: they do no harm."""
    row = connection.execute("SELECT number, facets FROM letter WHERE id = ?", (precedent,)).fetchone()
    if row is None:
        return
    number, facets = row
    connection.execute("DELETE FROM letter WHERE number = ?", (number,))
    connection.execute("DELETE FROM fact WHERE letter = ?", (number,))
    connection.execute("DELETE FROM words WHERE rowid = ?", (number,))
    referral_tables.forget(connection, number)
    people_tables.forget(connection, number)
    move_tables.forget(connection, number)
    counted = [_ALL, *(tuple(line.split("\t")) for line in facets.split("\n") if line)]
    connection.executemany("UPDATE tally SET letters = letters - 1 WHERE facet = ? AND value = ?", counted)


def _number(connection: sqlite3.Connection, entry: "Entry") -> int:
    """Its own number while its day stays the same, else the next one of its day."""
    first, last = entry.day * DAY, entry.day * DAY + DAY - 1
    own = connection.execute("SELECT number FROM letter WHERE id = ?", (entry.id,)).fetchone()
    if own and first <= own[0] <= last:
        return int(own[0])
    newest = "SELECT number FROM letter WHERE number BETWEEN ? AND ? ORDER BY number DESC LIMIT 1"
    row = connection.execute(newest, (first, last)).fetchone()
    return row[0] + 1 if row else first


def matching(connection: sqlite3.Connection, match: str, numbers: tuple[int, int], limit: int) -> list[int]:
    """Numbers of the letters an FTS5 expression finds, newest first; all letters for an empty expression."""
    if match:
        sql = "SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?"
    else:
        sql = "SELECT number FROM letter WHERE '' = ? AND number BETWEEN ? AND ? ORDER BY number DESC LIMIT ?"
    return [row[0] for row in connection.execute(sql, (match, *numbers, limit))]


def is_found_in(connection: sqlite3.Connection, match: str, letters: int) -> bool:
    """Whether at least so many letters answer an FTS5 expression."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
    return bool(connection.execute(sql, (match, letters)).fetchone()[0] == letters)


def ranked(connection: sqlite3.Connection, match: str, numbers: tuple[int, int]) -> Iterator[tuple[int, float]]:
    """Numbers and BM25 (smaller is better), the best first, of equals the newest."""
    sql = "SELECT rowid, rank FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rank, rowid DESC"
    yield from connection.execute(sql, (match, *numbers))


def hit_rows(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, HitRow]:
    """What hits are shown with, by number."""
    rows = connection.execute(
        "SELECT number, id, stamp, date, letter.sender, recipients, letter.subject, kind, language, opening,"
        " body, facts FROM letter JOIN words ON words.rowid = number JOIN fact ON fact.letter = number"
        " WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    )
    return {row[0]: HitRow(*row) for row in rows}


def facts_of(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[FactsRow]:
    """What is kept of the facts of letters, the newest letter first."""
    rows = connection.execute(
        "SELECT id, stamp, date, sender, recipients, kind, facts FROM letter JOIN fact ON fact.letter = number"
        " WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number DESC",
        (json.dumps(list(numbers)),),
    )
    return [FactsRow(*row) for row in rows]


def facets_of(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[str]:
    """The facets of letters, each as “name, tab, value”."""
    sql = "SELECT facets FROM letter WHERE facets <> '' AND number IN (SELECT value FROM json_each(?))"
    rows = connection.execute(sql, (json.dumps(list(numbers)),)).fetchall()
    return "\n".join(facets for (facets,) in rows).split("\n") if rows else []


def tallied(connection: sqlite3.Connection, facet: str, limit: int) -> list[tuple[str, int]]:
    """The commonest values of a facet over all letters, with the number of letters."""
    sql = "SELECT value, letters FROM tally WHERE facet = ? AND letters > 0 ORDER BY letters DESC, value LIMIT ?"
    return connection.execute(sql, (facet, limit)).fetchall()


def letters_in_all(connection: sqlite3.Connection) -> int:
    """How many letters the index holds."""
    row = connection.execute("SELECT letters FROM tally WHERE facet = ? AND value = ?", _ALL).fetchone()
    return row[0] if row else 0


def is_name(connection: sqlite3.Connection, skeleton: str, word: str, *, beginning: bool) -> bool:
    """Whether a name of the letters is spelt, or begins, with a folded word."""
    sql = "SELECT 1 FROM spelling WHERE skeleton BETWEEN ? AND ? AND word GLOB ? LIMIT 1"
    return connection.execute(sql, _spelt(skeleton, word, beginning=beginning)).fetchone() is not None


def other_spellings(
    connection: sqlite3.Connection, skeleton: str, word: str, *, beginning: bool, limit: int
) -> tuple[str, ...]:
    """The names that share a skeleton (or begin with it) and are not spelt (or do not begin) with the folded word."""
    sql = "SELECT word FROM spelling WHERE skeleton BETWEEN ? AND ? AND word NOT GLOB ? LIMIT ?"
    rows = connection.execute(sql, (*_spelt(skeleton, word, beginning=beginning), limit))
    return tuple(row[0] for row in rows)


def _spelt(skeleton: str, word: str, *, beginning: bool) -> tuple[str, str, str]:
    # folded words hold no character that GLOB takes for a pattern, and none behind "{"
    return (skeleton, f"{skeleton}{{", f"{word}*") if beginning else (skeleton, skeleton, word)
