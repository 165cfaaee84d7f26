"""Files read and extracted, one or many, here or side by side in several processes; nothing is filed.

A file that brings its process down is named like any other bad file, and the rest go on.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Self

from assistant.errors import DamagedFileError, InputFileError
from assistant.extraction import extract
from assistant.model.base import Value
from assistant.model.precedent import Extraction
from assistant.model.source import Source
from assistant.reading import read

_WAITING_PER_PROCESS = 4
"""Results that may wait for their turn; more would only fill memory."""


class Prepared(Value):
    """A file read and extracted, ready to be filed."""

    source: Source
    extraction: Extraction


class Refused(Value):
    """Why a file could not be prepared: the sentence of its error, and its exit code."""

    sentence: str
    exit_code: int


def prepare(path: Path) -> Prepared:
    """Read one file and extract its facts; raises InputFileError."""
    source = read(path)
    return Prepared(source=source, extraction=extract(source))


def prepare_all(paths: Sequence[Path], jobs: int = 1) -> Iterator[tuple[Path, Prepared | Refused]]:
    """Each path in the order given with what became of it; memory stays flat however many there are."""
    if jobs <= 1 or len(paths) <= 1:
        yield from ((path, _prepare_or_refuse(path)) for path in paths)
        return
    with _Readers(jobs) as readers:
        waiting: deque[tuple[Path, Future[Prepared | Refused]]] = deque()
        for path in paths:
            waiting.append((path, readers.submit(path)))
            if len(waiting) >= _WAITING_PER_PROCESS * jobs:
                first, future = waiting.popleft()
                yield first, _result(first, future)
        for path, future in waiting:
            yield path, _result(path, future)


class _Readers:
    """Processes that prepare files; new ones when they were brought down."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool = _new_pool(jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def submit(self, path: Path) -> "Future[Prepared | Refused]":
        try:
            return self._pool.submit(_prepare_or_refuse, path)
        except BrokenProcessPool:
            self._pool = _new_pool(self._jobs)
            return self._pool.submit(_prepare_or_refuse, path)


def _new_pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def _result(path: Path, future: "Future[Prepared | Refused]") -> Prepared | Refused:
    try:
        return future.result()
    except BrokenProcessPool:
        return _prepare_alone(path)


def _prepare_alone(path: Path) -> Prepared | Refused:
    """A second try in a process of its own: the neighbour may have brought the first one down."""
    with _new_pool(1) as pool:
        try:
            return pool.submit(_prepare_or_refuse, path).result()
        except BrokenProcessPool:
            return _refused(DamagedFileError(path, "reading it brought a process down", "Open and save it anew."))


def _prepare_or_refuse(path: Path) -> Prepared | Refused:
    try:
        return prepare(path)
    except InputFileError as error:
        return _refused(error)


def _refused(error: InputFileError) -> Refused:
    return Refused(sentence=str(error), exit_code=error.exit_code)
