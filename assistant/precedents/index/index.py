"""Keeps the index file open, drops it when it is damaged, and does without it where it cannot be written.

The index is a cache: of another version, damaged, or deleted while it was open, it is made anew from the letters. On a
read-only or full disk it lives in memory, beginning with what the file holds. So a search works wherever the letters
can be read, and nothing but its speed depends on the index.
"""

import sqlite3
import weakref
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from assistant.errors import OfficeBusyError
from assistant.precedents.index.schema import create_schema, has_schema
from assistant.precedents.index.tables import transaction

INDEX_FILE = "index.sqlite3"

_BUSY_SECONDS = 30.0
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_UNWRITABLE = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY})

_MANNER: Mapping[str, Any] = {"isolation_level": None, "check_same_thread": False}
"""Transactions are opened by hand; the guard, not sqlite, keeps threads apart."""

Outcome = TypeVar("Outcome")


class Index:
    """The index of an office; several threads may use it, one after another."""

    def __init__(self, cache: Path) -> None:
        self._file = cache / INDEX_FILE
        self._guard = RLock()
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self.in_memory = False
        """Whether the index is kept in memory, because no file can be."""

    def use(self, work: Callable[[sqlite3.Connection], Outcome]) -> Outcome:
        """Do something with the index; `work` is begun again when the index had to be made anew meanwhile.

        Raises OfficeBusyError when another process keeps it locked for long.
        """
        with self._guard:
            for retreat in (self._drop_file, self._copy_into_memory, self._begin_in_memory):
                try:
                    return work(self._open())
                except sqlite3.DatabaseError as error:
                    self._let_pass(error)
                    (self._copy_into_memory if is_unwritable(error) else retreat)()
            return work(self._open())

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._guard:
            if self._connection is not None:
                self._connection.close()
            self._connection = self._identity = None

    def renew(self) -> None:
        """Empty the index; whatever asks next fills it from the letters."""

        def begin_again(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                create_schema(connection)

        self.use(begin_again)

    def _open(self) -> sqlite3.Connection:
        if self._connection is None or not (self.in_memory or self._identity == self._identity_of_file()):
            self.close()
            return self._connect()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return self._copy_into_memory()
        connection = self._keep(sqlite3.connect(self._file, timeout=_BUSY_SECONDS, **_MANNER))
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -65536")
        if not has_schema(connection):
            with suppress(sqlite3.OperationalError):  # another process is doing the same at this moment
                connection.execute("PRAGMA journal_mode = WAL")
            _prepare(connection)
        self._identity = self._identity_of_file()
        return connection

    def _keep(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        self._connection = connection
        weakref.finalize(self, connection.close)
        return connection

    def _let_pass(self, error: sqlite3.DatabaseError) -> None:
        """Raise what no other index would cure."""
        if isinstance(error, sqlite3.ProgrammingError):
            raise error
        if _code(error) in _BUSY:
            raise OfficeBusyError(self._file.parent, _BUSY_SECONDS) from error

    def _drop_file(self) -> None:
        """Make room for a new index; where the file cannot be helped, go on in memory."""
        self.close()
        try:
            for tail in ("", "-wal", "-shm"):
                self._file.with_name(INDEX_FILE + tail).unlink(missing_ok=True)
        except OSError:
            self._copy_into_memory()

    def _copy_into_memory(self) -> sqlite3.Connection:
        """Begin with what the file holds, if it can be read; what changed since is read anew as always."""
        connection = self._begin_in_memory()
        with suppress(sqlite3.DatabaseError), closing(self._read_only()) as stored:
            if has_schema(stored):
                stored.backup(connection)
        return connection

    def _begin_in_memory(self) -> sqlite3.Connection:
        self.close()
        self.in_memory = True
        connection = self._keep(sqlite3.connect(":memory:", **_MANNER))
        _prepare(connection)
        return connection

    def _read_only(self) -> sqlite3.Connection:
        return sqlite3.connect(f"{self._file.absolute().as_uri()}?immutable=1", uri=True)

    def _identity_of_file(self) -> tuple[int, int] | None:
        try:
            status = self._file.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino


def is_unwritable(error: sqlite3.Error) -> bool:
    """Whether the place is to blame, not the index: read-only, full, or no place for a file."""
    return _code(error) in _UNWRITABLE


def _code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _prepare(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        if not has_schema(connection):  # another process may have been faster
            create_schema(connection)
