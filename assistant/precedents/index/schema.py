"""The tables of the index and their version. The index is a cache: another version means dropping it, never mending.

Every table, and what each column is for, stands here; every statement about them stands in tables.py.
"""

import sqlite3
from zlib import crc32

DAY = 1_000_000
"""Numbers a day holds. A letter's number is its day times this plus a serial, so the newest letter has the greatest
number: full-text matches then come newest first, and a span of dates is a span of numbers, without any sorting."""

_CONTENTS = 7
"""To be raised when what is written into the tables changes though the tables do not (folding, marks)."""

_TABLES = """
CREATE TABLE folder (
    name TEXT PRIMARY KEY,
    time INTEGER NOT NULL,          -- its modification time when last read through, in nanoseconds
    doubt INTEGER NOT NULL          -- when to read it through once more, because it had just been changed; 0: never
) WITHOUT ROWID;

CREATE TABLE letter (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    folder TEXT NOT NULL,
    stamp TEXT NOT NULL,            -- times and sizes of record and text when they were read
    original TEXT NOT NULL,         -- SHA-256 of the original: the same bytes are filed once
    date TEXT,
    sender TEXT NOT NULL,
    recipients TEXT NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    opening TEXT NOT NULL,          -- shown where no word was asked for
    facets TEXT NOT NULL,           -- one a line, name and value with a tab between
    parties TEXT NOT NULL           -- JSON, see referrals.py: who wrote to whom, folded
);
CREATE INDEX letter_original ON letter (original);
CREATE INDEX letter_folder ON letter (folder, id, stamp);

CREATE TABLE fact (
    letter INTEGER PRIMARY KEY,
    facts TEXT NOT NULL             -- JSON, see facthits.py; apart from the letter so that letters lie close together
);

CREATE TABLE reference (            -- the documents a letter refers to
    letter INTEGER NOT NULL,
    position INTEGER NOT NULL,      -- in the list of the record
    precedent TEXT NOT NULL,        -- id of the document; empty while it is not linked
    date TEXT NOT NULL,             -- as the match compares it; empty when it is not known
    reference TEXT NOT NULL,        -- JSON, as it stands in the record
    sought TEXT NOT NULL,           -- JSON, see referrals.py
    PRIMARY KEY (letter, position)
) WITHOUT ROWID;
CREATE INDEX reference_waiting ON reference (date) WHERE precedent = '';
CREATE INDEX reference_precedent ON reference (precedent) WHERE precedent <> '';

CREATE TABLE number (               -- the numbers documents are known by, and those that references wait for
    number TEXT NOT NULL,
    letter INTEGER NOT NULL,
    part INTEGER NOT NULL,          -- -2: its own number, -1: one in its head, else the position of a reference
    PRIMARY KEY (number, letter, part)
) WITHOUT ROWID;
CREATE INDEX number_letter ON number (letter);

CREATE TABLE move (                 -- whatever somebody wrote, or was written to somebody
    letter INTEGER PRIMARY KEY,
    due TEXT NOT NULL,              -- the latest day a promise in it names; empty when none does
    outline TEXT NOT NULL           -- JSON, see outlines.py
);
CREATE INDEX move_due ON move (due) WHERE due <> '';

CREATE TABLE named (                -- the people of a letter, each in the fullest form it gives
    letter INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,             -- empty when the letter gives none
    PRIMARY KEY (letter, name)
) WITHOUT ROWID;
CREATE INDEX named_name ON named (name);

CREATE TABLE namesake (             -- names that may be one person's share a key, see names.py
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (key, name)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (
    name, subject, body, person, place, org, sender, recipient, -- what it says, folded
    marks,                          -- what it is: act_request, act_request_accepted, kind_letter, lang_en, year_2019
    tokenize = "ascii tokenchars '_'", prefix = '2 3 4'
);
INSERT INTO words (words, rank) VALUES ('rank', 'bm25(2, 4, 1, 1, 1, 1, 1, 1, 0)');

CREATE TABLE spelling (             -- how the names of the letters are spelt, by what all spellings share
    skeleton TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (skeleton, word)
) WITHOUT ROWID;

CREATE TABLE tally (                -- the facets of all letters together, kept up with every letter
    facet TEXT NOT NULL,
    value TEXT NOT NULL,
    letters INTEGER NOT NULL,
    PRIMARY KEY (facet, value)
) WITHOUT ROWID;
CREATE INDEX tally_order ON tally (facet, letters);
"""

VERSION = crc32(f"{_CONTENTS}{_TABLES}".encode()) & 0x7FFFFFFF


def has_schema(connection: sqlite3.Connection) -> bool:
    """Whether the tables are those of this version."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version == VERSION


def create_schema(connection: sqlite3.Connection) -> None:
    """Make the tables anew, inside a transaction of the caller; those of another version go."""
    for virtual in ("CREATE VIRTUAL%", "CREATE TABLE%"):  # the tables behind a virtual table go with it
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE ?", (virtual,))
        for (name,) in names.fetchall():
            connection.execute(f'DROP TABLE IF EXISTS "{name}"')
    for statement in filter(str.strip, _TABLES.split(";\n")):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")
