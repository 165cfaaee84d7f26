"""Takes in a document that was filed elsewhere: record, text and, where it came along, the original, under its own id.

Nothing is read or extracted anew, and nothing that stands here is written over.
"""

import sqlite3
from contextlib import suppress
from pathlib import Path

from assistant.errors import AssistantError, TakenIdError
from assistant.model.precedent import Precedent
from assistant.precedents.desk import Desk
from assistant.precedents.index import tables
from assistant.precedents.index.refresh import refresh
from assistant.precedents.layout import Place, place_of
from assistant.precedents.links import link_waiting
from assistant.precedents.records import json_bytes
from assistant.precedents.shelf import Filed
from assistant.storage import locked, overwrite_file


def restore(precedent: Precedent, original: bytes | None, desk: Desk) -> Filed:
    """File a precedent as it is, or find it filed already. Raises TakenIdError, OfficeBusyError, StorageError."""
    sha256 = precedent.record.source.sha256
    with locked(desk.lock):
        known = desk.index.use(lambda index: _known(index, desk.precedents, sha256))
        if known:
            return Filed(id=known, duplicate=True)
        place = place_of(desk.precedents, precedent.id)
        if place.record.exists():
            raise TakenIdError(precedent.id)
        desk.change(place, precedent, lambda: _write(place, precedent, original))
        with suppress(AssistantError):  # the letter stands; the doctor links what could not be linked now
            link_waiting(place.id, desk)
        return Filed(id=place.id)


def _known(index: sqlite3.Connection, precedents: Path, sha256: str) -> str | None:
    refresh(index, precedents)
    return tables.id_of_original(index, sha256)


def _write(place: Place, precedent: Precedent, original: bytes | None) -> None:
    """The record last: a letter is filed when it stands."""
    if original is not None:
        overwrite_file(place.original(Path(precedent.record.source.name).suffix), original)
    overwrite_file(place.text, precedent.text.encode())
    overwrite_file(place.record, json_bytes(precedent.record.as_json()))
