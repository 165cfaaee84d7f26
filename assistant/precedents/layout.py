"""Where the files of a precedent stand: `<year>/<id>.json`, `.txt` and the original. Knows names, reads no contents.

A letter belongs into the folder its id begins with, and nowhere else: the id alone says where to look.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePath

from assistant.errors import UnreadableFileError

UNDATED = "undated"
"""Beginning of the id, and folder, of whatever carries no date."""

LOCK_FILE = "lock"
"""In the folder of the cache: whoever writes holds it."""

RECORD_SUFFIX = ".json"
TEXT_SUFFIX = ".txt"

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,119}")
_YEAR = re.compile(r"[0-9]{4}(?![0-9])")
_PLAIN_SUFFIX = re.compile(r"\.[a-z0-9]{1,12}")
_SUFFIX_OF_ANYTHING = ".original"


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one precedent."""

    folder: Path
    id: str

    @property
    def record(self) -> Path:
        """The record; a letter is filed when this file stands."""
        return self.folder / f"{self.id}{RECORD_SUFFIX}"

    @property
    def text(self) -> Path:
        """The text as read."""
        return self.folder / f"{self.id}{TEXT_SUFFIX}"

    def original(self, suffix: str) -> Path:
        """The original of this suffix, kept apart from record and text: `<id>.original.txt`."""
        plain = suffix.lower() if _PLAIN_SUFFIX.fullmatch(suffix.lower()) else _SUFFIX_OF_ANYTHING
        middle = _SUFFIX_OF_ANYTHING if plain in {RECORD_SUFFIX, TEXT_SUFFIX} else ""
        return self.folder / f"{self.id}{middle}{plain}"

    def is_original(self, file: PurePath) -> bool:
        """Whether a file is named as an original of this precedent."""
        return id_of(file) == self.id and file.name not in {self.record.name, self.text.name}


def is_id(text: str) -> bool:
    """Whether a record may carry this id."""
    return _ID.fullmatch(text) is not None


def id_of(file: PurePath) -> str:
    """The id a file name begins with; ids hold no full stop."""
    return file.name.partition(".")[0]


def folder_name(precedent: str) -> str:
    """Name of the folder a precedent belongs into: its year, or “undated”."""
    year = _YEAR.match(precedent)
    return year[0] if year else UNDATED


def place_of(precedents: Path, precedent: str) -> Place:
    """Where the precedent of this id stands, or would stand."""
    return Place(precedents / folder_name(precedent), precedent)


def letter_folders(precedents: Path) -> tuple[Path, ...]:
    """The folders that hold letters, by name; `people` and whatever else is laid there are none."""
    names = [entry.name for entry in _entries(precedents) if folder_name(entry.name) == entry.name and entry.is_dir()]
    return tuple(precedents / name for name in sorted(names))


def record_ids(folder: Path) -> tuple[str, ...]:
    """Ids of the records that stand in a folder and belong there, in order."""
    names = [entry.name for entry in _entries(folder) if entry.name.endswith(RECORD_SUFFIX)]
    ids = [name.removesuffix(RECORD_SUFFIX) for name in names]
    return tuple(sorted(precedent for precedent in ids if is_id(precedent) and folder_name(precedent) == folder.name))


def files_in(folder: Path) -> tuple[Path, ...]:
    """The files of a folder, by name, hidden ones too; none when there is no such folder."""
    return tuple(sorted(folder / entry.name for entry in _entries(folder) if entry.is_file()))


def originals(place: Place) -> tuple[Path, ...]:
    """All files named as the original of a precedent; there should be one."""
    return tuple(file for file in files_in(place.folder) if place.is_original(file))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise UnreadableFileError(folder, (error.strerror or "cannot be read").lower()) from error
