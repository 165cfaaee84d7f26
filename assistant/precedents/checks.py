"""Looks at the files of precedents and tells what is wrong with them, each as a finding. Changes nothing.

A check does not guess: it says what stands where, why that is trouble, and what a person can do about it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from assistant.errors import InputFileError
from assistant.model.fact import Fact, Review
from assistant.model.finding import Finding, Severity
from assistant.model.letter import Reference
from assistant.model.precedent import Precedent, Record
from assistant.model.source import digest
from assistant.precedents.layout import (
    RECORD_SUFFIX,
    Place,
    files_in,
    folder_name,
    id_of,
    is_id,
    letter_folders,
    place_of,
)
from assistant.precedents.people import PeopleFiles
from assistant.precedents.records import explain, read_record, read_text
from assistant.storage import TEMPORARY_PREFIX, digest_bytes, read_file

PEOPLE = "people"

_FIX = "“assistant doctor --fix” does it."
_COPY = "Put it back from a copy."


def check_files(precedents: Path) -> Iterator[Finding]:
    """Everything wrong with letters and persons, folder by folder."""
    filed: dict[str, list[str]] = defaultdict(list)
    for folder in letter_folders(precedents):
        yield from _check_folder(folder, filed)
    for ids in filter(lambda ids: len(ids) > 1, filed.values()):
        names = ", ".join(f"“{precedent}”" for precedent in ids)
        message = f"{names} were filed from the same file."
        advice = "Keep the one that was reviewed and delete the files of the others."
        yield Finding(code="filed-twice", severity=Severity.WARNING, message=message, place=ids[0], advice=advice)
    yield from _check_people(precedents / PEOPLE)
    for file in unfinished_files(precedents):
        yield _warning("unfinished-file", file, "Somebody was stopped while writing this file.", f"Remove it: {_FIX}")


def unfinished_files(precedents: Path) -> tuple[Path, ...]:
    """Temporary files of programs that were stopped."""
    folders = (precedents, precedents / PEOPLE, *letter_folders(precedents))
    return tuple(file for folder in folders for file in files_in(folder) if file.name.startswith(TEMPORARY_PREFIX))


def orphans(folder: Path) -> tuple[Path, ...]:
    """Texts and originals in a folder of letters that no record speaks of."""
    files = _visible(folder)
    spoken_for = {id_of(file) for file in files if _is_record(file)}
    return tuple(file for file in files if id_of(file) not in spoken_for)


def shown_path(file: Path) -> str:
    """The last three parts of the path: “precedents/2019/2019-05-23-carlsson-gomes.json”."""
    return "/".join(file.parts[-3:])


def _visible(folder: Path) -> list[Path]:
    return [file for file in files_in(folder) if not file.name.startswith(".")]


def _is_record(file: Path) -> bool:
    return file.suffix == RECORD_SUFFIX and file.stem == id_of(file)


def _check_folder(folder: Path, filed: dict[str, list[str]]) -> Iterator[Finding]:
    of_letter: dict[str, list[Path]] = defaultdict(list)
    for file in _visible(folder):
        of_letter[id_of(file)].append(file)
    for name, files in of_letter.items():
        record_file = next(filter(_is_record, files), None)
        if record_file is None:
            message = "No record speaks of this file; somebody may have been stopped while filing it."
            advice = f"File it again, or have it set aside: {_FIX}"
            yield from (_warning("orphaned-file", file, message, advice) for file in files)
        elif not is_id(name):
            message = "No letter can have this name, so it is never found: only a-z, 0-9 and hyphens."
            yield _error("record-misnamed", record_file, message, "Rename its files, and the “id” in the record.")
        elif folder_name(name) != folder.name:
            message = f"Letters of this name are looked for in “{folder_name(name)}”, so it is never found."
            yield _error("record-misplaced", record_file, message, "Move its files there.")
        else:
            yield from _check_letter(Place(folder, name), files, filed)


def _check_letter(place: Place, files: Sequence[Path], filed: dict[str, list[str]]) -> Iterator[Finding]:
    try:
        record, _ = read_record(place)
    except InputFileError as error:
        yield _unusable("record-damaged", error)
        return
    filed[record.source.sha256].append(place.id)
    try:
        yield from _check_text(place, record, read_text(place.text))
    except InputFileError as error:
        yield _unusable("text-missing", error)
    yield from _check_links(place, record)
    yield from _check_original(place, record, [file for file in files if place.is_original(file)])


def is_broken(reference: Reference, precedents: Path) -> bool:
    """Whether a reference is linked to a precedent that does not stand in the office."""
    linked = reference.precedent
    return linked is not None and not (is_id(linked) and place_of(precedents, linked).record.is_file())


def _check_links(place: Place, record: Record) -> Iterator[Finding]:
    for reference in record.letter.refers_to:
        if is_broken(reference, place.folder.parent):
            message = f"It refers to “{reference.precedent}”, which is not in the office."
            advice = f"Put that letter back from a copy, or have the link taken out: {_FIX}"
            finding = _error("link-broken", place.record, message, advice)
            yield finding.model_copy(update={"quote": reference.quote})


def _check_text(place: Place, record: Record, text: str) -> Iterator[Finding]:
    changed = digest(text) != record.source.text_sha256
    if changed:
        message = "The text was changed since the letter was filed; quotations count its characters."
        yield _error("text-changed", place.text, message, _COPY)
    facts = [fact for fact in record.facts if fact.review is not Review.OBSOLETE]
    wrong = [fact for fact in facts if text[fact.start : fact.end] != fact.quote]
    yield from (_misquoted(place, fact, text) for fact in wrong)
    if not (changed or wrong):
        try:
            Precedent(record=record, text=text)
        except ValidationError as error:
            yield _error("record-damaged", place.record, _sentence(explain(error)), _COPY)


def _misquoted(place: Place, fact: Fact, text: str) -> Finding:
    where = "stands elsewhere in the text" if fact.quote in text else "no longer stands in the text"
    message = f"The quotation of fact {fact.id} {where}; it must not be cited as it is."
    advice = f"{_COPY} If the new text is right, file it as a letter of its own: this fact is then obsolete."
    return _error("quotation-gone", place.record, message, advice).model_copy(update={"quote": fact.quote})


def _check_original(place: Place, record: Record, files: Sequence[Path]) -> Iterator[Finding]:
    if not files:
        expected = place.original(Path(record.source.name).suffix)
        yield _error("original-missing", expected, "The original of the letter is gone.", _COPY)
        return
    other = [file for file in files if not _has_digest(file, record.source.sha256)]
    if len(other) == len(files):
        yield _error("original-changed", files[0], "The original is not the file the letter was read from.", _COPY)
        return
    for file in other:
        message = f"A second original beside that of “{place.id}”, with other contents."
        yield _warning("second-original", file, message, "File it as a letter of its own, or move it elsewhere.")


def _has_digest(file: Path, sha256: str) -> bool:
    try:
        return digest_bytes(read_file(file)[0]) == sha256
    except InputFileError:
        return False


def _check_people(folder: Path) -> Iterator[Finding]:
    people = PeopleFiles(folder)
    for file in people.files():
        try:
            people.read(file)
        except InputFileError as error:
            yield _unusable("person-damaged", error)


def _unusable(code: str, error: InputFileError) -> Finding:
    return _error(code, error.path, _sentence(error.reason), error.advice or _COPY)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _error(code: str, file: Path, message: str, advice: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, message=message, place=shown_path(file), advice=advice)


def _warning(code: str, file: Path, message: str, advice: str) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, message=message, place=shown_path(file), advice=advice)
