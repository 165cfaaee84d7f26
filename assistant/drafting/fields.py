"""The fields of a template: what a person fills in, what may stand there, and what the letter prints of it.

The fields every letter has stand in fields.toml; a template's own manifest adds to them and may change them. Other
documents have of these what their manifest names.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Self

from pydantic import Field as Declared
from pydantic import model_validator

from assistant.drafting.language import Language
from assistant.model.base import Value

PARTY_PARTS = {"name": str, "role": str, "organisation": str, "office": str, "lines": list}
"""What a party may hold; `lines` are those of the address, as they are printed."""


class FieldType(StrEnum):
    """What a field holds in a draft; all of it is text in the end."""

    TEXT = "text"
    DATE = "date"
    """ISO 8601; printed in the letter's language."""
    LIST = "list"
    """Several texts."""
    CHOICE = "choice"
    """One of the texts that `options` lists."""
    ROWS = "rows"
    """Rows of a table: mappings with the parts that `parts` names, each of them text."""
    PARTY = "party"
    """A person or body: a mapping with the parts of PARTY_PARTS."""


Default = str | tuple[str, ...]


class Field(Value):
    """One field, as a manifest declares it."""

    name: str
    label: str
    type: FieldType = FieldType.TEXT
    required: bool = False
    help: str = ""
    """One sentence for whoever fills it in."""
    example: object = ""
    default: Default | dict[str, Default] | None = None
    """Jinja over the same names as the starter body; fills the field when nobody else does. By language where it
    holds words of the letter."""
    options: tuple[str, ...] = ()
    """What a choice is between."""
    parts: dict[str, str] = Declared(default_factory=dict)
    """The parts of a row by name, in the order of their columns, with the label of each."""
    in_text: bool = False
    """The starter puts it into the body; the Word template does not print it."""

    @model_validator(mode="after")
    def _says_what_its_type_needs(self) -> Self:
        if bool(self.options) is not (self.type is FieldType.CHOICE):
            raise ValueError(f"“{self.name}”: a choice needs options, nothing else may have them")
        if bool(self.parts) is not (self.type is FieldType.ROWS):
            raise ValueError(f"“{self.name}”: rows need parts, nothing else may have them")
        return self

    def default_in(self, language: str) -> Default | None:
        """The default for letters in a language."""
        return self.default.get(language) if isinstance(self.default, dict) else self.default

    @property
    def is_kept(self) -> bool:
        """Whether a draft keeps the value; what only fed the body is spent, but for dates that can be compared."""
        return not self.in_text or self.type is FieldType.DATE

    def empty(self) -> object:
        """What stands for nothing."""
        if self.type is FieldType.PARTY:
            return {part: kind() for part, kind in PARTY_PARTS.items()}
        return [] if self.type in (FieldType.LIST, FieldType.ROWS) else ""

    def from_text(self, text: str) -> object:
        """The value somebody means who can only give one text.

        Semicolons and line ends part a list and rows, vertical bars the parts of a row.
        """
        if self.type in (FieldType.TEXT, FieldType.DATE, FieldType.CHOICE):
            return text.strip()
        pieces = [piece.strip() for line in text.splitlines() for piece in line.split(";") if piece.strip()]
        if self.type is FieldType.LIST:
            return pieces
        if self.type is FieldType.ROWS:
            return [self._row(piece) for piece in pieces]
        return {"name": pieces[0], "lines": pieces} if pieces else {}

    def as_text(self, value: object) -> str:
        """A value as one text, to be changed and read again by `from_text`; of a party its lines, the name first."""
        if isinstance(value, Mapping):
            lines = [str(line) for line in _items(value.get("lines"))]
            return "; ".join(lines or [str(value.get("name") or "")])
        if self.type is FieldType.ROWS:
            rows = [row for row in _items(value) if isinstance(row, Mapping)]
            return "; ".join(map(self._row_as_text, rows))
        return "; ".join(map(str, _items(value))) if not isinstance(value, str) else value

    def as_lines(self, value: object) -> str:
        """A value as a form shows it: an entry, a row or a line of an address on each line."""
        if isinstance(value, Mapping):
            return "\n".join(map(str, _items(value.get("lines")))) or str(value.get("name") or "")
        if self.type is FieldType.ROWS:
            return "\n".join(self._row_as_text(row) for row in _items(value) if isinstance(row, Mapping))
        return "\n".join(map(str, _items(value))) if not isinstance(value, str) else value

    def from_lines(self, text: str, before: object = None) -> object:
        """The value a form says; of a party that stood there `before`, what the lines do not say stays."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if self.type is FieldType.LIST:
            return lines
        if self.type is FieldType.ROWS:
            return [self._row(line) for line in lines]
        if self.type is not FieldType.PARTY:
            return " ".join(lines)
        if not lines:
            return {}
        known = before if isinstance(before, Mapping) else {}
        name = str(known.get("name") or "")
        return {**known, "name": name if name and name in lines[0] else lines[0], "lines": lines}

    def problem(self, value: object) -> str | None:
        """What is wrong with a value, as the end of a sentence that begins with the label; None when nothing is."""
        if self.type is FieldType.PARTY:
            return _problem_of_party(value)
        if self.type is FieldType.ROWS:
            return _problem_of_rows(value, self.parts)
        if self.type is FieldType.LIST:
            return None if _is_list_of_text(value) else "must be a list of texts"
        if not isinstance(value, str):
            return "must be one text"
        if self.type is FieldType.DATE and not _is_day(value):
            return f"is no date: “{value}”; write it as 2019-06-20"
        if self.type is FieldType.CHOICE and value not in self.options:
            return f"cannot be “{value}”; it is one of: {', '.join(self.options)}"
        return None

    def texts(self, value: object) -> tuple[str, ...]:
        """Every text inside a value without problem."""
        if isinstance(value, str):
            return (value,)
        inside = value.values() if isinstance(value, Mapping) else _items(value)
        return tuple(text for part in inside for text in self.texts(part))

    def printed(self, value: object, language: Language) -> object:
        """What the Word template is given: dates in words, everything else as it is; nothing as `empty`."""
        if not value:
            return self.empty()
        if self.type is FieldType.ROWS:
            return [
                {part: row.get(part, "") for part in self.parts} for row in _items(value) if isinstance(row, Mapping)
            ]
        if isinstance(value, Mapping):
            return {part: value.get(part, kind()) for part, kind in PARTY_PARTS.items()}
        return language.date_in_words(str(value)) if self.type is FieldType.DATE else value

    def _row_as_text(self, row: Mapping[str, object]) -> str:
        return " | ".join(str(row.get(part, "")) for part in self.parts)

    def _row(self, text: str) -> dict[str, str]:
        said = zip(self.parts, (part.strip() for part in text.split("|")), strict=False)
        return {part: words for part, words in said if words}


@cache
def common_fields() -> dict[str, dict[str, object]]:
    """The declarations of the fields every letter has, by name."""
    found: dict[str, dict[str, object]] = tomllib.loads((files(__package__) / "fields.toml").read_text("utf-8"))
    return found


def _problem_of_party(value: object) -> str | None:
    if not isinstance(value, Mapping):
        return f"must have parts: {', '.join(PARTY_PARTS)}"
    unknown = [str(part) for part in value if part not in PARTY_PARTS]
    if unknown:
        return f"has no part “{unknown[0]}”; it may have {', '.join(PARTY_PARTS)}"
    for part, text in value.items():
        if PARTY_PARTS[part] is list and not _is_list_of_text(text):
            return f"needs a list of texts as “{part}”"
        if PARTY_PARTS[part] is str and not isinstance(text, str):
            return f"needs one text as “{part}”"
    return None


def _problem_of_rows(value: object, parts: Mapping[str, str]) -> str | None:
    if not isinstance(value, (list, tuple)) or not all(isinstance(row, Mapping) for row in value):
        return f"must be a list of rows with: {', '.join(parts)}"
    for number, row in enumerate(value, 1):
        for part, text in row.items():
            if part not in parts:
                return f"has no part “{part}” (row {number}); it may have {', '.join(parts)}"
            if not isinstance(text, str):
                return f"needs one text as “{part}” (row {number})"
    return None


def _is_list_of_text(value: object) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value)


def _items(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else ()


def _is_day(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == len("2019-06-20")
