"""Examines the precedents of an office, and mends what can be mended without deciding anything for people.

Nothing anybody wrote is ever deleted: files that belong to no letter are set aside where they can be found, and every
single thing done is told.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from assistant.model.finding import Finding, Severity
from assistant.precedents.checks import check_files, orphans, shown_path, unfinished_files
from assistant.precedents.desk import Desk
from assistant.precedents.index.index import INDEX_FILE, Index, is_unwritable
from assistant.precedents.index.refresh import out_of_date, refresh
from assistant.precedents.index.schema import has_schema
from assistant.precedents.layout import LOCK_FILE, letter_folders, place_of
from assistant.precedents.links import link_all, unlink_gone
from assistant.storage import locked, storing

SET_ASIDE = "unfiled"
"""Folder in `precedents` for files that no record speaks of."""

_BY_ITSELF = "Searches bring it up to date as they come upon them; “assistant doctor --fix” does it at once."
_MAKE_WRITABLE = "Every search makes one for itself, slowly; make the folder writable, or delete what stands there."


def examine(precedents: Path, cache: Path) -> tuple[Finding, ...]:
    """Everything wrong with letters, persons and index, each with its place and what to do. Changes nothing."""
    return (*check_files(precedents), *_check_index(precedents, cache / INDEX_FILE))


def mend(precedents: Path, cache: Path) -> tuple[Finding, ...]:
    """Do what is safe, and tell what was done: remove unfinished files, set orphaned ones aside, renew the index.

    Then links to letters that are gone are taken out, and references linked whose documents came meanwhile. Raises
    OfficeBusyError while somebody is filing, StorageError when the disk refuses.
    """
    with locked(cache / LOCK_FILE):
        done = (*_remove_unfinished(precedents), *_set_orphans_aside(precedents), *_renew_index(precedents, cache))
        with closing(Index(cache)) as index:
            return (*done, *_mend_links(Desk(precedents, cache / LOCK_FILE, index)))


def _check_index(precedents: Path, file: Path) -> Iterator[Finding]:
    if not file.exists():
        return  # the next search makes it
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as index:
            yield from _compare_index(index, precedents, file)
    except sqlite3.DatabaseError as error:
        if is_unwritable(error):
            yield _note("index-unusable", f"The index cannot be opened: {error}.", file, _MAKE_WRITABLE)
        else:
            yield _damaged_index(file, str(error))


def _compare_index(index: sqlite3.Connection, precedents: Path, file: Path) -> Iterator[Finding]:
    if not has_schema(index):
        yield _note("index-outdated", "The index is one of another version.", file, _BY_ITSELF)
        return
    trouble = index.execute("PRAGMA quick_check(1)").fetchone()[0]
    if trouble != "ok":
        yield _damaged_index(file, trouble)
    elif behind := out_of_date(index, precedents):
        message = f"The index has yet to read {_letters(behind)} as they stand now."
        yield _note("index-outdated", message, file, _BY_ITSELF)


def _damaged_index(file: Path, trouble: str) -> Finding:
    return Finding(
        code="index-damaged",
        severity=Severity.WARNING,
        message=f"The index is damaged: {trouble}.",
        place=shown_path(file),
        advice="Make it anew: “assistant doctor --fix”. No letter is touched by this.",
    )


def _remove_unfinished(precedents: Path) -> Iterator[Finding]:
    for file in unfinished_files(precedents):
        with storing(file):
            file.unlink(missing_ok=True)
        yield _note("removed", "Removed a file somebody was stopped while writing.", file)


def _set_orphans_aside(precedents: Path) -> Iterator[Finding]:
    for folder in letter_folders(precedents):
        for file in orphans(folder):
            aside = _free(precedents / SET_ASIDE / folder.name / file.name)
            with storing(aside):
                aside.parent.mkdir(parents=True, exist_ok=True)
                file.rename(aside)
            message = f"Set aside a file no record speaks of; it was {shown_path(file)}."
            yield _note("set-aside", message, aside, "File it again if it is wanted: “assistant add”.")


def _renew_index(precedents: Path, cache: Path) -> Iterator[Finding]:
    index = Index(cache)
    index.renew()
    letters = index.use(lambda connection: refresh(connection, precedents))
    if index.in_memory:
        yield _note("index-unusable", "No index can be written here.", cache / INDEX_FILE, _MAKE_WRITABLE)
    else:
        yield _note("index-renewed", f"Made the index anew from {_letters(letters)}.", cache / INDEX_FILE)
    index.close()


def _mend_links(desk: Desk) -> Iterator[Finding]:
    for letter in unlink_gone(desk):
        message = "Took out links to letters that are not in the office."
        yield _note("link-removed", message, place_of(desk.precedents, letter).record)
    for letter in link_all(desk):
        message = "Linked references to letters that are in the office by now."
        yield _note("linked", message, place_of(desk.precedents, letter).record)


def _free(wanted: Path) -> Path:
    """The path, or the first like it that is not taken: nothing set aside earlier is written over."""
    path, number = wanted, 1
    while path.exists():
        number += 1
        path = wanted.with_name(f"{number}-{wanted.name}")
    return path


def _letters(count: int) -> str:
    return f"{count} {'letter' if count == 1 else 'letters'}"


def _note(code: str, message: str, file: Path, advice: str = "") -> Finding:
    return Finding(code=code, severity=Severity.NOTE, message=message, place=shown_path(file), advice=advice)
