"""Files into precedents, one or thousands: find, prepare, file; one bad file does not stop the rest.

Files may be prepared in several processes; filing stays here, in the order the files were named, so that ids come out
the same whatever the number of processes. Screens and progress bars live above.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from assistant.errors import AssistantError, UnknownPrecedentError
from assistant.model.base import Value
from assistant.model.fact import Review
from assistant.model.mention import TaggerName
from assistant.model.precedent import Precedent, Record
from assistant.model.source import Loss
from assistant.precedents.naming import propose_id
from assistant.precedents.shelf import Shelf
from assistant.preparing import Prepared, Refused, prepare, prepare_all
from assistant.reading import readable_suffixes
from assistant.sent_letters import with_sources


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


def read_document(path: Path, tagger: TaggerName = "crf") -> Precedent:
    """Read and extract one file without filing it; raises InputFileError, MissingExtraError for the tagger."""
    prepared = prepare(path, tagger)
    found = with_sources(prepared.extraction, prepared.source, prepared.original, lambda _: False)
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


def file_all(paths: Sequence[Path], shelf: Shelf, jobs: int = 1, tagger: TaggerName = "crf") -> Iterator[Outcome]:
    """File each path in turn and tell what became of it. Closing the iterator keeps what was filed so far.

    Raises MissingExtraError, before anything is filed, when the extra that `tagger` needs is not installed.
    """
    for batch in prepare_all(paths, jobs, tagger):
        for prepared in batch:
            yield _refuse(prepared) if isinstance(prepared, Refused) else _file(prepared, shelf)


def _refuse(refused: Refused) -> Outcome:
    return Outcome(path=refused.name, error=refused.sentence, exit_code=refused.exit_code)


def _is_wanted(file: Path) -> bool:
    return file.is_file() and file.suffix.casefold() in readable_suffixes() and not file.name.startswith(".")


def _file(prepared: Prepared, shelf: Shelf) -> Outcome:
    suffix = Path(prepared.source.description.name).suffix.casefold()
    try:
        found = with_sources(
            prepared.extraction, prepared.source, prepared.original, lambda wanted: _holds(shelf, wanted)
        )
        filed = shelf.put(found, prepared.source, prepared.original, suffix)
    except AssistantError as error:
        return Outcome(path=prepared.name, error=str(error), exit_code=error.exit_code)
    return Outcome(
        path=prepared.name,
        id=filed.id,
        duplicate=filed.duplicate,
        facts=sum(fact.review is Review.PROPOSED for fact in found.facts),
        losses=prepared.source.description.losses,
    )


def _holds(shelf: Shelf, precedent: str) -> bool:
    try:
        shelf.get(precedent)
    except UnknownPrecedentError:
        return False
    return True
