"""Writes to the shelf: files a new document, or puts a new record in place of an old one.

A letter is filed when its record stands: original and text are written first, the record last, each whole or not at
all, everything under the lock of the office. Whoever is stopped in between leaves files without a record, never half
a letter. The index is told afterwards; should that fail, it sees for itself the next time it is asked. Then earlier
letters that refer to the new one are told its id.
"""

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import AssistantError, ExternallyChangedError, StorageError
from assistant.model.precedent import Extraction, Precedent, Record
from assistant.model.source import Source
from assistant.precedents.desk import Desk
from assistant.precedents.index import tables
from assistant.precedents.index.linking import linked
from assistant.precedents.index.refresh import refresh
from assistant.precedents.layout import Place, place_of
from assistant.precedents.links import link_waiting
from assistant.precedents.naming import propose_id
from assistant.precedents.records import json_bytes, read_text
from assistant.precedents.shelf import Filed
from assistant.storage import locked, overwrite_file, write_file


def file_document(filing: "Filing", desk: Desk) -> Filed:
    """File a document, or find it filed already. Raises OfficeBusyError, StorageError."""
    with locked(desk.lock):
        known = desk.index.use(lambda index: _already_filed(index, desk, filing.source.description.sha256))
        if known:
            return Filed(id=known, duplicate=True)
        place = filing.free_place(desk.precedents)
        precedent = desk.index.use(lambda index: linked(index, filing.precedent(place.id)))
        desk.change(place, precedent, lambda: filing.write(place, precedent))
        with suppress(AssistantError):  # the letter stands; the doctor links what could not be linked now
            link_waiting(place.id, desk)
        return Filed(id=place.id)


def replace_record(precedent: Precedent, seen: str, desk: Desk) -> str:
    """Put a new record in place of the one seen; gives its digest. Raises ExternallyChangedError, StorageError."""
    place = place_of(desk.precedents, precedent.id)
    with locked(desk.lock):
        if read_text(place.text) != precedent.text:
            raise ExternallyChangedError(place.text)
        data = json_bytes(precedent.record.as_json())
        return desk.change(place, precedent, lambda: write_file(place.record, data, seen=seen))


@dataclass(frozen=True, slots=True)
class Filing:
    """What is to be filed: the document as read, what was found in it, and its original bytes."""

    extraction: Extraction
    source: Source
    original: bytes
    suffix: str

    def free_place(self, precedents: Path) -> Place:
        """The first free place for the id it should have: “…”, “…-2”, “…-3”.

        Numbers are looked for by doubling and halving, so a thousand letters of one day and one sender cost the
        thousand-and-first ten looks, not a thousand.
        """
        wanted = propose_id(self.extraction, self.source.description.name)
        free = 1
        while self._is_taken(_numbered(precedents, wanted, free)):
            free *= 2
        taken = free // 2
        while free - taken > 1:
            middle = (taken + free) // 2
            taken, free = (middle, free) if self._is_taken(_numbered(precedents, wanted, middle)) else (taken, middle)
        return _numbered(precedents, wanted, free)

    def precedent(self, precedent: str) -> Precedent:
        """Record and text under this id, every span compared. Raises ValidationError when a span is wrong."""
        found = {field: getattr(self.extraction, field) for field in type(self.extraction).model_fields}
        record = Record(id=precedent, source=self.source.description, **found)
        return Precedent(record=record, text=self.source.text)

    def write(self, place: Place, precedent: Precedent) -> None:
        """Write original, text and record. Raises StorageError; then everything stands as it stood before."""
        files = (*self._companions(place), (place.record, json_bytes(precedent.record.as_json())))
        new = [path for path, _ in files if not path.exists()]
        try:
            for path, data in files:
                overwrite_file(path, data)
        except StorageError:
            for path in new:
                with suppress(OSError):
                    path.unlink(missing_ok=True)
            raise

    def _companions(self, place: Place) -> tuple[tuple[Path, bytes], tuple[Path, bytes]]:
        return (place.original(self.suffix), self.original), (place.text, self.source.text.encode())

    def _is_taken(self, place: Place) -> bool:
        """A record takes a place; so do files without one, unless they are this very document, left unfinished."""
        return place.record.exists() or any(not _may_stand(path, data) for path, data in self._companions(place))


def _already_filed(index: sqlite3.Connection, desk: Desk, sha256: str) -> str | None:
    refresh(index, desk.precedents)
    return tables.id_of_original(index, sha256)


def _numbered(precedents: Path, wanted: str, number: int) -> Place:
    return place_of(precedents, wanted if number == 1 else f"{wanted}-{number}")


def _may_stand(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except FileNotFoundError:
        return True
    except OSError:
        return False
