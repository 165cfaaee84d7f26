"""Brings the index up to what stands on disk, reading only what changed.

The quick look compares the times of the year folders: whoever files, removes or replaces a file changes the time of its
folder. The thorough look compares time and size of every record and text, and so sees also what an editor wrote into
a file that stayed in its place.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from assistant.precedents.index import tables
from assistant.precedents.index.tables import FolderRow
from assistant.precedents.layout import Place, letter_folders, place_of, record_ids

_TOGETHER = 500
"""Letters a transaction: few enough that another process gets its turn, many enough that they go in fast."""

_UNSETTLED = 2_000_000_000
"""Nanoseconds: a folder changed so shortly ago may change again without its time telling (FAT counts in steps of
two seconds), so it is read through once more when they have passed."""


def refresh(connection: sqlite3.Connection, precedents: Path) -> int:
    """The quick look: take in what changed; gives the number of records read anew. Raises UnreadableFileError."""
    folders = {folder.name: folder for folder in letter_folders(precedents)}
    known = tables.known_folders(connection)
    for name in known.keys() - folders.keys():
        _forget_folder(connection, name)
    rows = {name: known.get(name, tables.NO_FOLDER) for name in folders}
    return sum(
        _read_through(connection, folders[name], row) for name, row in rows.items() if _may_differ(folders[name], row)
    )


def out_of_date(connection: sqlite3.Connection, precedents: Path) -> int:
    """The thorough look: how many letters are others than the index knows, gone ones included. Changes nothing."""
    names = tables.known_folders(connection).keys() | {folder.name for folder in letter_folders(precedents)}
    return sum(
        len({precedent for precedent, _ in _stamps(precedents / name).items() ^ known.items()})
        for name in names
        for known in [tables.known_stamps(connection, name)]
    )


def reread(connection: sqlite3.Connection, places: Sequence[Place]) -> None:
    """Read a few letters anew whatever the times of their folders say."""
    with tables.transaction(connection):
        for place in places:
            _take_in(connection, place)


def reread_changed(connection: sqlite3.Connection, precedents: Path, shown: Iterable[tuple[str, str]]) -> bool:
    """Look once more at letters about to be shown, given as id and stamp; whether one had to be read anew."""
    changed = [
        place
        for place, stamp in ((place_of(precedents, one), stamp) for one, stamp in shown)
        if stamp_of(place) != stamp
    ]
    if changed:
        reread(connection, changed)
    return bool(changed)


def folder_time(folder: Path) -> int:
    """Modification time in nanoseconds; 0 when the folder is gone."""
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def stamp_of(place: Place) -> str:
    """Times and sizes of record and text, to tell whether a letter is the one the index knows; empty when gone."""
    try:
        record = place.record.stat()
    except OSError:
        return ""
    try:
        text = place.text.stat()
    except OSError:
        return f"{record.st_mtime_ns} {record.st_size}"
    return f"{record.st_mtime_ns} {record.st_size} {text.st_mtime_ns} {text.st_size}"


def _may_differ(folder: Path, row: FolderRow) -> bool:
    return row.time != folder_time(folder) or 0 < row.doubt <= time.time_ns()


def _read_through(connection: sqlite3.Connection, folder: Path, row: FolderRow) -> int:
    as_of = folder_time(folder)  # before looking: what comes later changes it again
    unsettled = as_of != row.time and time.time_ns() - as_of < _UNSETTLED
    known = tables.known_stamps(connection, folder.name)
    standing = _stamps(folder)
    changed = [Place(folder, precedent) for precedent, stamp in standing.items() if known.get(precedent) != stamp]
    for together in _parts(changed):
        reread(connection, together)
    with tables.transaction(connection):
        for precedent in known.keys() - standing.keys():
            tables.forget(connection, precedent)
        tables.note_folder(connection, folder.name, FolderRow(as_of, as_of + _UNSETTLED if unsettled else 0))
    return len(changed)


def _stamps(folder: Path) -> dict[str, str]:
    return {precedent: stamp_of(Place(folder, precedent)) for precedent in record_ids(folder)}


def _take_in(connection: sqlite3.Connection, place: Place) -> None:
    from assistant.precedents.index.intake import entry_at

    stamp = stamp_of(place)  # before reading: a later change makes another stamp
    if stamp:
        tables.store(connection, entry_at(place), place.folder.name, stamp)
    else:
        tables.forget(connection, place.id)


def _forget_folder(connection: sqlite3.Connection, name: str) -> None:
    with tables.transaction(connection):
        for precedent in tables.known_stamps(connection, name):
            tables.forget(connection, precedent)
        tables.drop_folder(connection, name)


def _parts(places: list[Place]) -> Iterator[list[Place]]:
    yield from (places[first : first + _TOGETHER] for first in range(0, len(places), _TOGETHER))
