"""Files read and extracted, one or many, here or side by side in several processes; nothing is filed.

A file that brings its process down is named like any other bad file, and the rest go on.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Self, TypeAlias

from assistant.errors import DamagedFileError, InputFileError
from assistant.extraction import extract
from assistant.model.base import Value
from assistant.model.mention import TaggerName
from assistant.model.precedent import Extraction
from assistant.model.source import Source
from assistant.reading import attachments, read_bytes, read_with_original

_WAITING_PER_PROCESS = 2
"""Handfuls of results that may wait for their turn; more would only fill memory."""

_HANDFUL = 4
"""Files given to a process at once; of few files one at a time, so that no process is left without any."""


class Prepared(Value):
    """A document read and extracted, ready to be filed."""

    name: str
    """Path of the file; for what hangs on one, its own name behind it: “mail.eml: reply.pdf”."""
    source: Source
    extraction: Extraction
    original: bytes
    """The very bytes that were read."""


class Refused(Value):
    """Why a document could not be prepared: the sentence of its error, and its exit code."""

    name: str
    sentence: str
    exit_code: int


_Batch: TypeAlias = tuple[Prepared | Refused, ...]
"""What became of one file: first itself, then what hangs on it."""

_Handful: TypeAlias = Sequence[Path]

_Work: TypeAlias = Callable[[_Handful], list[_Batch]]


def prepare(path: Path, tagger: TaggerName = "crf") -> Prepared:
    """Read one file and extract its facts; raises InputFileError, MissingExtraError for the tagger."""
    source, original = read_with_original(path)
    return Prepared(name=str(path), source=source, extraction=extract(source, tagger), original=original)


def prepare_all(paths: Sequence[Path], jobs: int = 1, tagger: TaggerName = "crf") -> Iterator[_Batch]:
    """What became of each path, in the order given; memory stays flat however many there are.

    Raises MissingExtraError when the extra that `tagger` needs is not installed.
    """
    if jobs <= 1 or len(paths) <= 1:
        yield from (_prepare_batch(path, tagger) for path in paths)
        return
    work = partial(_prepare_handful, tagger=tagger)
    with _Readers(work, jobs) as readers, _Readers(work, 1) as careful:
        waiting: deque[tuple[_Handful, Future[list[_Batch]]]] = deque()
        for handful in _handfuls(paths, jobs):
            waiting.append((handful, readers.submit(handful)))
            if len(waiting) >= _WAITING_PER_PROCESS * jobs:
                yield from _results(*waiting.popleft(), careful)
        for handful, future in waiting:
            yield from _results(handful, future, careful)


def _handfuls(paths: Sequence[Path], jobs: int) -> Iterator[_Handful]:
    size = max(1, min(_HANDFUL, len(paths) // (_HANDFUL * jobs)))
    return (paths[start : start + size] for start in range(0, len(paths), size))


class _Readers:
    """Processes that prepare files; new ones when they were brought down."""

    def __init__(self, work: _Work, jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._pool = _new_pool(jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def submit(self, handful: _Handful) -> "Future[list[_Batch]]":
        try:
            return self._pool.submit(self._work, handful)
        except BrokenProcessPool:
            self._pool = _new_pool(self._jobs)
            return self._pool.submit(self._work, handful)


def _new_pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def _results(handful: _Handful, future: "Future[list[_Batch]]", careful: _Readers) -> Iterator[_Batch]:
    try:
        yield from future.result()
    except BrokenProcessPool:
        yield from (_prepare_alone(path, careful) for path in handful)


def _prepare_alone(path: Path, careful: _Readers) -> _Batch:
    """A second try, one file at a time: it was perhaps a neighbour that brought the first process down."""
    try:
        [batch] = careful.submit((path,)).result()
    except BrokenProcessPool:
        error = DamagedFileError(path, "reading it brought a process down", "Open and save it anew.")
        return (_refused(str(path), error),)
    return batch


def _prepare_handful(handful: _Handful, tagger: TaggerName = "crf") -> list[_Batch]:
    return [_prepare_batch(path, tagger) for path in handful]


def _prepare_batch(path: Path, tagger: TaggerName) -> _Batch:
    try:
        first = prepare(path, tagger)
    except InputFileError as error:
        return (_refused(str(path), error),)
    hanging = attachments(first.original, path)
    return (first, *(_prepare_attachment(f"{path}: {name}", name, data, tagger) for name, data in hanging))


def _prepare_attachment(shown: str, name: str, data: bytes, tagger: TaggerName) -> Prepared | Refused:
    try:
        source = read_bytes(data, Path(name).name)
    except InputFileError as error:
        return _refused(shown, error)
    return Prepared(name=shown, source=source, extraction=extract(source, tagger), original=data)


def _refused(name: str, error: InputFileError) -> Refused:
    return Refused(name=name, sentence=str(error), exit_code=error.exit_code)
