"""Records out of an office and into another: which pieces go, in which form, to which file; each whole or not at all.

The forms are those of `interchange`; what a piece is and how it is read back is for them to say. Nothing is kept in
memory but one document at a time.
"""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from assistant.drafting.checks.guarded_names import GuardedPeople
from assistant.errors import AssistantError, DamagedFileError, UnreadableFileError
from assistant.interchange.follow_the_money import entities_of, piece_of
from assistant.interchange.members import Entry, entries, known_columns
from assistant.interchange.pieces import (
    DecisionPiece,
    DocumentPiece,
    PersonPiece,
    Piece,
    piece_as_json,
    piece_from_json,
)
from assistant.interchange.tables import COLUMNS, pieces_of, rows_of
from assistant.model.base import Value
from assistant.model.person import Person
from assistant.precedents.decisions import DecisionFiles
from assistant.precedents.people import PeopleFiles
from assistant.precedents.shelf import Shelf
from assistant.storage import read_file, replacing

_ENOUGH = 1_000_000
"""Documents a query may find."""

_TABLE = ".csv"
_LONGEST_CELL = 2**31 - 1
"""Characters: a document of any length is one cell."""


class Form(StrEnum):
    """In which form records go out."""

    CSV = "csv"
    JSON_LINES = "jsonl"
    FOLLOW_THE_MONEY = "ftm"


class Taken(Value):
    """What became of a piece that was read in."""

    name: str
    """Id of the document or person, or what the decision is about."""
    new: bool
    error: str | None = None


class Transfer:
    """The records of one office, going out and coming in."""

    def __init__(self, shelf: Shelf, people: PeopleFiles, decisions: DecisionFiles) -> None:
        self._shelf = shelf
        self._people = people
        self._decisions = decisions

    def chosen(self, query: str) -> tuple[str, ...]:
        """Ids of the documents that answer a query; of all without one."""
        if not query.strip():
            return self._shelf.ids()
        return tuple(sorted(hit.precedent for hit in self._shelf.search(query, _ENOUGH).hits))

    def guarded(self, precedents: Sequence[str]) -> tuple[str, ...]:
        """Ids of the documents that name somebody who may not be named in public, in whatever spelling."""
        people = GuardedPeople(everybody=self._people.all())
        return tuple(each for each in precedents if people.named_in(self._shelf.get(each).precedent.text))

    def write(
        self, precedents: Sequence[str], form: Form, to: Path, *, originals: bool = False, public: bool = False
    ) -> None:
        """Write these documents, and with them persons and decisions, to a file or (tables) a folder.

        `public` leaves out persons and decisions, and every document that names somebody who may not be named.
        Raises StorageError; then nothing is left behind.
        """
        pieces = self._pieces(precedents, originals=originals, public=public)
        match form:
            case Form.CSV:
                _write_tables(pieces, to)
            case Form.JSON_LINES:
                _write_lines((piece_as_json(piece) for piece in pieces), to)
            case Form.FOLLOW_THE_MONEY:
                _write_lines(
                    (
                        json.dumps(entity, ensure_ascii=False).encode()
                        for piece in pieces
                        for entity in entities_of(piece)
                    ),
                    to,
                )

    def read(self, path: Path) -> Iterator[Taken]:
        """Take in what was written by `write`, one piece after another. Raises InputFileError for another file."""
        for piece in _read(path):
            try:
                yield self._take(piece)
            except AssistantError as error:
                yield Taken(name=_name(piece), new=False, error=str(error))

    def read_members(self, path: Path, *, overwrite: bool = False) -> Iterator[Taken]:
        """Take persons and addresses from a table (CSV); what a file here says already stays, unless `overwrite`.

        Raises BadArgumentError when no column is a name, InputFileError.
        """
        lines = read_file(path)[0].decode("utf-8-sig", errors="replace").splitlines()
        dialect = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
        rows = csv.reader(lines, delimiter=dialect)
        for entry in entries(rows, known_columns(next(rows, []))):
            yield self._take_member(entry, overwrite=overwrite)

    def _take_member(self, entry: Entry, *, overwrite: bool) -> Taken:
        known = self._people.find(entry.name)
        if known is None:
            begun = self._people.begin(entry.name).person
            says = entry.model_dump(exclude={"name"})
            self._people.put(Person.model_validate(begun.model_dump(by_alias=True) | says), None)
            return Taken(name=begun.name, new=True)
        says = {name: value for name, value in entry.model_dump(exclude={"name"}).items() if value}
        update = {name: value for name, value in says.items() if overwrite or not getattr(known, name)}
        if update:
            changed = Person.model_validate(known.model_dump(by_alias=True) | update)
            self._people.put(changed, self._people.get(known.id).seen)
        return Taken(name=known.name, new=bool(update))

    def _pieces(self, precedents: Sequence[str], *, originals: bool, public: bool) -> Iterator[Piece]:
        left_out = set(self.guarded(precedents)) if public else set()
        for each in precedents:
            if each not in left_out:
                precedent = self._shelf.get(each).precedent
                original = read_file(self._shelf.original(each))[0] if originals else None
                yield DocumentPiece(record=precedent.record, text=precedent.text, original=original)
        if not public:
            yield from (PersonPiece(person=person) for person in self._people.all())
            yield from (DecisionPiece(decision=decision) for decision in self._decisions.all())

    def _take(self, piece: Piece) -> Taken:
        match piece:
            case DocumentPiece(original=original):
                filed = self._shelf.restore(piece.precedent, original)
                return Taken(name=filed.id, new=not filed.duplicate)
            case PersonPiece(person=person):
                known = {each.id for each in self._people.all()}
                if person.id not in known:
                    self._people.put(person, None)
                return Taken(name=person.id, new=person.id not in known)
            case DecisionPiece(decision=decision):
                new = decision not in self._decisions.all()
                if new:
                    self._decisions.add(decision)
                return Taken(name=decision.about, new=new)


def _name(piece: Piece) -> str:
    return piece.record.id if isinstance(piece, DocumentPiece) else piece.piece


def _write_lines(lines: Iterator[bytes], to: Path) -> None:
    with replacing(to) as file:
        file.writelines(line + b"\n" for line in lines)


def _write_tables(pieces: Iterator[Piece], folder: Path) -> None:
    """A table a file; with the mark that tells spreadsheets it is UTF-8."""
    with ExitStack() as stack:
        tables = {table: stack.enter_context(_table(folder / f"{table}{_TABLE}")) for table in COLUMNS}
        writers = {table: csv.writer(file) for table, file in tables.items()}
        for table, columns in COLUMNS.items():
            writers[table].writerow(columns)
        for piece in pieces:
            for table, row in rows_of(piece):
                writers[table].writerow(row)


@contextmanager
def _table(path: Path) -> Iterator[IO[str]]:
    with replacing(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        yield text
        text.detach()


def _read(path: Path) -> Iterator[Piece]:
    try:
        yield from _read_tables(path) if path.is_dir() else _read_lines(path)
    except (ValidationError, ValueError, KeyError, csv.Error) as error:
        reason = f"it does not hold what “assistant export-records” writes: {str(error).splitlines()[0]}"
        raise DamagedFileError(path, reason, "Export it again.") from error
    except OSError as error:
        raise UnreadableFileError(path, (error.strerror or "cannot be read").lower()) from error


def _read_tables(folder: Path) -> Iterator[Piece]:
    csv.field_size_limit(_LONGEST_CELL)
    with ExitStack() as stack:
        rows = {}
        for table, columns in COLUMNS.items():
            file = stack.enter_context((folder / f"{table}{_TABLE}").open(encoding="utf-8-sig", newline=""))
            reader = csv.reader(file)
            if tuple(next(reader, ())) != columns:
                raise ValueError(f"{table}{_TABLE} has other columns")
            rows[table] = map(tuple, reader)
        yield from pieces_of(rows)


def _read_lines(path: Path) -> Iterator[Piece]:
    """JSON Lines: pieces as they are, or entities of FollowTheMoney, of which some carry one."""
    with path.open("rb") as file:
        for line in filter(bytes.strip, file):
            data = json.loads(line)
            piece = piece_of(data) if "schema" in data else piece_from_json(line)
            if piece is not None:
                yield piece
