"""The inbox: a folder whose files are filed as they come, each once it is written to its end.

Nothing in it is deleted or changed; where the office wishes so, a file that was filed moves to the folder `filed` in
it. What was read is remembered beside the index: forgotten, files are read again and recognised as filed before.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import TypeAlias

from assistant.errors import InputFileError, StorageError, UnreadableFileError
from assistant.filing import Outcome, file_all
from assistant.model.mention import TaggerName
from assistant.precedents.shelf import Shelf
from assistant.storage import overwrite_file, read_json_object

FILED = "filed"
"""The folder in the inbox to which originals move."""

_UNFINISHED = (".part", ".crdownload", ".partial", ".download", ".tmp")
"""Ends of the names under which browsers and mail programs write what is not complete."""

_NO_LETTERS = frozenset({"thumbs.db", "desktop.ini"})

_Stamp: TypeAlias = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


class Inbox:
    """One watched folder. Files in folders within it are not looked at."""

    def __init__(
        self, folder: Path, memory: Path, shelf: Shelf, *, moves: bool = False, tagger: TaggerName = "crf"
    ) -> None:
        """`memory`: the file that remembers what was read; `moves`: whether what was filed goes to `filed`."""
        self.folder = folder
        self._memory = memory
        self._shelf = shelf
        self._moves = moves
        self._tagger: TaggerName = tagger
        self._looked: Mapping[str, _Stamp] = {}
        self._read = _recall(memory)

    def ready(self) -> tuple[Path, ...]:
        """The files not read yet that are as the look before found them: nobody is writing them any more.

        So the first look finds nothing; let a second pass before the next. Raises UnreadableFileError.
        """
        before, self._looked = self._looked, self._look()
        steady = [name for name, stamp in self._looked.items() if stamp[0] and before.get(name) == stamp]
        return tuple(self.folder / name for name in steady if _can_be_opened(self.folder / name))

    def wait(self, seconds: float = 1.5) -> tuple[Path, ...]:
        """The files that are ready after two looks, that many seconds apart."""
        self.ready()
        sleep(seconds)
        return self.ready()

    def growing(self) -> tuple[Path, ...]:
        """Files that the last look found, and that were not read since."""
        return tuple(self.folder / name for name, stamp in self._looked.items() if self._read.get(name) != stamp)

    def file(self, paths: tuple[Path, ...], jobs: int = 1) -> Iterator[Outcome]:
        """File documents that are `ready` and tell what became of each; closing the iterator keeps what was filed.

        Raises MissingExtraError as `file_all` does; the documents are still ready then.
        """
        stamps = {str(path): _stamp(path) for path in paths}
        try:
            for outcome in file_all(paths, self._shelf, jobs, self._tagger):
                if outcome.path not in stamps or self._is_done(outcome, stamps[outcome.path]):
                    yield outcome  # of a file, or of what hangs on a mail
        finally:
            self._remember()

    def _look(self) -> dict[str, _Stamp]:
        try:
            names = sorted(path.name for path in self.folder.iterdir() if path.is_file())
        except OSError as error:
            raise UnreadableFileError(
                self.folder, (error.strerror or str(error)).lower(), "It is named under [inbox] in office.toml."
            ) from error
        unfinished = {name.removesuffix(end) for name in names for end in _UNFINISHED if name.endswith(end)}
        come = [name for name in names if _may_be_a_letter(name) and name not in unfinished]
        stamps = {name: _stamp(self.folder / name) for name in come}
        return {name: stamp for name, stamp in stamps.items() if stamp and stamp != self._read.get(name)}

    def _is_done(self, outcome: Outcome, stamp: _Stamp | None) -> bool:
        """Keep in mind that a file was read; False when a colleague's app was faster and has put it away."""
        path = Path(outcome.path)
        if stamp is None or not path.exists():
            return False
        self._read[path.name] = stamp
        if self._moves and outcome.error is None:
            self._put_away(path)
        return True

    def _put_away(self, path: Path) -> None:
        """Where the disk refuses, the file stays; it was filed and is remembered."""
        with suppress(OSError):
            (self.folder / FILED).mkdir(exist_ok=True)
            path.rename(_free(self.folder / FILED / path.name))

    def _remember(self) -> None:
        here = {name: stamp for name, stamp in self._read.items() if (self.folder / name).exists()}
        with suppress(StorageError):
            overwrite_file(self._memory, json.dumps(here, ensure_ascii=False, indent=0).encode("utf-8"))


def _recall(memory: Path) -> dict[str, _Stamp]:
    """What was read before; nothing, where that cannot be told."""
    with suppress(InputFileError, TypeError, ValueError):
        return {name: _as_stamp(stamp) for name, stamp in read_json_object(memory).items()}
    return {}


def _as_stamp(stamp: object) -> _Stamp:
    if not isinstance(stamp, list):
        raise TypeError
    size, changed = stamp
    return int(size), int(changed)


def _stamp(path: Path) -> _Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _may_be_a_letter(name: str) -> bool:
    small = name.casefold()
    return not (small.startswith((".", "~$")) or small.endswith(_UNFINISHED) or small in _NO_LETTERS)


def _can_be_opened(path: Path) -> bool:
    """Windows lets nobody open a file that is still being copied."""
    try:
        path.open("rb").close()
    except PermissionError:
        return False
    except OSError:
        return True  # what is wrong with it is told when it is read
    return True


def _free(path: Path) -> Path:
    """This path, or with a number the first one nothing stands at."""
    free, number = path, 2
    while free.exists():
        free, number = path.with_name(f"{path.stem}-{number}{path.suffix}"), number + 1
    return free
