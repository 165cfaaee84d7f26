"""Files into precedents, one or thousands: find, read, extract, file; one bad file does not stop the rest.

Reading and extraction may run in several processes; filing stays here, in the order the files were named, so that ids
come out the same whatever the number of processes. Screens and progress bars live above.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from assistant.errors import AssistantError, InputFileError, UnreadableFileError
from assistant.extraction import extract
from assistant.model.base import Value
from assistant.model.precedent import Extraction, Precedent, Record
from assistant.model.source import Loss, Source
from assistant.precedents.naming import propose_id
from assistant.precedents.shelf import Shelf
from assistant.reading import read, readable_suffixes


class Prepared(Value):
    """A file read and extracted, ready to be filed."""

    source: Source
    extraction: Extraction


class Outcome(Value):
    """What became of one file."""

    path: str
    id: str | None = None
    """Of the precedent it was filed as, or already stood as; absent when it failed."""
    duplicate: bool = False
    facts: int = 0
    losses: tuple[Loss, ...] = ()
    error: str | None = None
    exit_code: int = 0


def find_files(paths: Iterable[Path], *, recursive: bool) -> list[Path]:
    """The files to add: named ones as they are, folders (when `recursive`) by the suffixes that can be read."""
    found: list[Path] = []
    for path in paths:
        if recursive and path.is_dir():
            found += sorted(file for file in path.rglob("*") if _is_wanted(file))
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def prepare(path: Path) -> Prepared:
    """Read one file and extract its facts; raises InputFileError."""
    source = read(path)
    return Prepared(source=source, extraction=extract(source))


def read_document(path: Path) -> Precedent:
    """Read and extract one file without filing it; raises InputFileError."""
    prepared = prepare(path)
    found = prepared.extraction
    record = Record(
        id=propose_id(found, path.name),
        kind=found.kind,
        language=found.language,
        source=prepared.source.description,
        letter=found.letter,
        mentions=found.mentions,
        facts=found.facts,
    )
    return Precedent(record=record, text=prepared.source.text)


def file_all(paths: Sequence[Path], shelf: Shelf, jobs: int = 1) -> Iterator[Outcome]:
    """File each path in turn and tell what became of it. Closing the iterator keeps what was filed so far."""
    for path, prepared in _prepare_all(paths, jobs):
        yield prepared if isinstance(prepared, Outcome) else _file(path, prepared, shelf)


def _is_wanted(file: Path) -> bool:
    return file.is_file() and file.suffix.casefold() in readable_suffixes() and not file.name.startswith(".")


def _prepare_or_tell(path: Path) -> Prepared | Outcome:
    try:
        return prepare(path)
    except InputFileError as error:
        return _failed(path, error)


def _prepare_all(paths: Sequence[Path], jobs: int) -> Iterator[tuple[Path, Prepared | Outcome]]:
    if jobs <= 1 or len(paths) <= 1:
        for path in paths:
            yield path, _prepare_or_tell(path)
        return
    # a window of waiting results keeps memory flat however many files there are
    waiting: deque[tuple[Path, Future[Prepared | Outcome]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            for path in paths:
                waiting.append((path, pool.submit(_prepare_or_tell, path)))
                if len(waiting) >= 4 * jobs:
                    first, future = waiting.popleft()
                    yield first, future.result()
            for path, future in waiting:
                yield path, future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _file(path: Path, prepared: Prepared, shelf: Shelf) -> Outcome:
    try:
        original = path.read_bytes()
        filed = shelf.put(prepared.extraction, prepared.source, original, path.suffix.casefold())
    except OSError as error:
        return _failed(path, UnreadableFileError(path, (error.strerror or "cannot be read").lower()))
    except AssistantError as error:
        return _failed(path, error)
    return Outcome(
        path=str(path),
        id=filed.id,
        duplicate=filed.duplicate,
        facts=len(prepared.extraction.facts),
        losses=prepared.source.description.losses,
    )


def _failed(path: Path, error: AssistantError) -> Outcome:
    return Outcome(path=str(path), error=str(error), exit_code=error.exit_code)
