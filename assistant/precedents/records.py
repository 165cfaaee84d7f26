"""Turns records into the bytes of their files and back, and says in words what a person broke in one.

The only place that knows how a record looks as JSON. It writes nothing.
"""

import json
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from assistant.errors import DamagedRecordError
from assistant.model.precedent import Precedent, Record
from assistant.precedents.layout import Place
from assistant.storage import read_file

_UNDO = "Undo the change by hand, or put the file back from a copy; “assistant doctor” lists all such files."

Model = TypeVar("Model", bound=BaseModel)


def json_bytes(data: object) -> bytes:
    """Plain data as it stands in a file: indented, letters as letters, a line end at the end."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def read_as(model: type[Model], path: Path) -> tuple[Model, str]:
    """A file's JSON as a value, and the digest of the file. Raises DamagedRecordError, UnreadableFileError."""
    data, seen = read_file(path)
    try:
        return model.model_validate_json(data), seen
    except ValidationError as error:
        raise DamagedRecordError(path, explain(error), _UNDO) from error


def read_text(path: Path) -> str:
    """The text beside a record, character for character. Raises DamagedRecordError, UnreadableFileError."""
    data, _ = read_file(path)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise DamagedRecordError(path, f"it is not UTF-8 at byte {error.start}", _UNDO) from error


def read_record(place: Place) -> tuple[Record, str]:
    """The record at a place, and its digest. Raises DamagedRecordError, UnreadableFileError."""
    record, seen = read_as(Record, place.record)
    if record.id != place.id:
        reason = f"field “id”: the record says “{record.id}”, the file is called “{place.id}”"
        raise DamagedRecordError(place.record, reason, "Make them the same.")
    return record, seen


def read_precedent(place: Place) -> tuple[Precedent, str]:
    """Record and text, every span compared, and the digest of the record file. Raises as `read_record`."""
    record, seen = read_record(place)
    text = read_text(place.text)
    try:
        return Precedent(record=record, text=text), seen
    except ValidationError as error:
        raise DamagedRecordError(place.record, explain(error), _UNDO) from error


def explain(error: ValidationError) -> str:
    """The first thing wrong, in words: “field “facts.3.act”: input should be …”."""
    first = error.errors(include_url=False)[0]
    words = first["msg"].removeprefix("Value error, ")
    words = words[:1].lower() + words[1:] if words[:1].isascii() else words
    field = ".".join(str(part) for part in first["loc"])
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return (f"field “{field}”: {words}" if field else words) + more
