"""Writing files so that nothing is lost: whole or not at all, never over somebody else's change.

Everything that is kept goes through here. It knows bytes and paths, not what they mean.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO

from assistant.errors import (
    DamagedFileError,
    ExternallyChangedError,
    OfficeBusyError,
    StorageError,
    UnreadableFileError,
)

TEMPORARY_PREFIX = ".unfinished-"
"""Begins the name of every temporary file; one found later belongs to a process that was stopped."""

_LOCK_SECONDS = 30.0


def digest_bytes(data: bytes) -> str:
    """SHA-256, hexadecimal."""
    return sha256(data).hexdigest()


def read_file(path: Path) -> tuple[bytes, str]:
    """The bytes of a file and their digest, to be given back to `write_file`. Raises UnreadableFileError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(path, (error.strerror or "cannot be read").lower()) from error
    return data, digest_bytes(data)


def read_json_object(path: Path) -> dict[str, object]:
    """The JSON object a file holds. Raises UnreadableFileError, DamagedFileError."""
    try:
        data = json.loads(read_file(path)[0].decode("utf-8-sig"))
    except ValueError as error:
        raise DamagedFileError(path, f"not valid JSON: {error}", "Mend it and try again.") from error
    if not isinstance(data, dict):
        raise DamagedFileError(path, "one JSON object is needed", 'Write {"name": value, …}.')
    return data


@contextmanager
def storing(path: Path) -> Iterator[None]:
    """Whatever the disk refuses inside the block is told as a StorageError about `path`."""
    try:
        yield
    except OSError as error:
        raise StorageError(path, (error.strerror or str(error)).lower()) from error


def make_folder(path: Path) -> None:
    """Make a folder and those above it; one that stands there is left alone. Raises StorageError."""
    with storing(path):
        path.mkdir(parents=True, exist_ok=True)


def write_file(path: Path, data: bytes, *, seen: str | None) -> str:
    """Put `data` in place of the file whose digest was `seen` (None: of no file), whole or not at all.

    Returns the new digest. Raises ExternallyChangedError when the file is another than the one seen, StorageError
    when the disk refuses; in both cases what stood there still stands.
    """
    if _current(path) != seen:
        raise ExternallyChangedError(path)
    overwrite_file(path, data)
    return digest_bytes(data)


def remove_file(path: Path, *, seen: str | None) -> None:
    """Remove the file whose digest was `seen`. Raises ExternallyChangedError when it is another, StorageError."""
    if _current(path) != seen:
        raise ExternallyChangedError(path)
    with storing(path):
        path.unlink(missing_ok=True)


def overwrite_file(path: Path, data: bytes) -> None:
    """Put `data` in place of whatever stands at `path`, whole or not at all. Raises StorageError."""
    with replacing(path) as file:
        file.write(data)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write piece by piece, put in place of whatever stands at `path` when the block ends well.

    When it does not, nothing is left behind. Raises StorageError.
    """
    make_folder(path.parent)
    with storing(path):
        descriptor, name = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


@contextmanager
def locked(lock_file: Path, seconds: float = _LOCK_SECONDS) -> Iterator[None]:
    """Hold the lock of an office; raises OfficeBusyError after `seconds`, StorageError where no lock can be made.

    A killed process leaves no lock behind.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - costs a search, which locks nothing, a fifth of its time

    lock = FileLock(lock_file)
    with storing(lock_file):
        lock_file.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=seconds)
        except Timeout as error:
            raise OfficeBusyError(lock_file.parent, seconds) from error
    try:
        yield
    finally:
        lock.release()


def _current(path: Path) -> str | None:
    with storing(path):
        try:
            return digest_bytes(path.read_bytes())
        except FileNotFoundError:
            return None
