"""Where writing to the shelf is done: the folder, its lock, and the index that is told of every change."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import OfficeBusyError
from assistant.model.precedent import Precedent
from assistant.precedents.index import tables
from assistant.precedents.index.entry import entry_of
from assistant.precedents.index.index import Index, Outcome
from assistant.precedents.index.refresh import folder_time, stamp_of
from assistant.precedents.layout import Place


@dataclass(frozen=True, slots=True)
class Desk:
    """Where things are filed."""

    precedents: Path
    lock: Path
    index: Index

    def change(self, place: Place, precedent: Precedent, write: Callable[[], Outcome]) -> Outcome:
        """Let `write` put a precedent at its place and tell the index; the caller holds the lock.

        Should the index be busy, it sees for itself the next time it is asked.
        """
        before = folder_time(place.folder)
        done = write()
        with suppress(OfficeBusyError):
            self.index.use(lambda index: _note(index, place, precedent, before))
        return done


def _note(index: sqlite3.Connection, place: Place, precedent: Precedent, before: int) -> None:
    """Take the letter in; when nobody else has touched the folder since it was last read, it need not be read again."""
    with tables.transaction(index):
        tables.store(index, entry_of(precedent), place.folder.name, stamp_of(place))
        known = tables.known_folders(index).get(place.folder.name, tables.NO_FOLDER)
        if known.time == before:
            tables.note_folder(index, place.folder.name, known._replace(time=folder_time(place.folder)))
