"""The fields of a template: what a person fills in, what may stand there, and what the letter prints of it.

The fields every letter has stand in fields.toml; a template's own manifest adds to them and may change them.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

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
    PARTY = "party"
    """A person or body: a mapping with the parts of PARTY_PARTS."""


class Field(Value):
    """One field, as a manifest declares it."""

    name: str
    label: str
    type: FieldType = FieldType.TEXT
    required: bool = False
    help: str = ""
    """One sentence for whoever fills it in."""
    example: object = ""
    default: str | tuple[str, ...] | None = None
    """Jinja over the same names as the starter body; fills the field when nobody else does."""
    in_text: bool = False
    """The starter puts it into the body; the Word template does not print it."""

    @property
    def is_kept(self) -> bool:
        """Whether a draft keeps the value; what only fed the body is spent, but for dates that can be compared."""
        return not self.in_text or self.type is FieldType.DATE

    def empty(self) -> object:
        """What stands for nothing."""
        if self.type is FieldType.PARTY:
            return {part: kind() for part, kind in PARTY_PARTS.items()}
        return [] if self.type is FieldType.LIST else ""

    def from_text(self, text: str) -> object:
        """The value somebody means who can only give one text: semicolons and line ends part a list."""
        if self.type in (FieldType.TEXT, FieldType.DATE):
            return text.strip()
        pieces = [piece.strip() for line in text.splitlines() for piece in line.split(";") if piece.strip()]
        if self.type is FieldType.LIST:
            return pieces
        return {"name": pieces[0], "lines": pieces} if pieces else {}

    def problem(self, value: object) -> str | None:
        """What is wrong with a value, as the end of a sentence that begins with the label; None when nothing is."""
        if self.type is FieldType.PARTY:
            return _problem_of_party(value)
        if self.type is FieldType.LIST:
            return None if _is_list_of_text(value) else "must be a list of texts"
        if not isinstance(value, str):
            return "must be one text"
        if self.type is FieldType.DATE and not _is_day(value):
            return f"is no date: “{value}”; write it as 2019-06-20"
        return None

    def texts(self, value: object) -> tuple[str, ...]:
        """Every text inside a value without problem."""
        if isinstance(value, Mapping):
            return tuple(text for part in value.values() for text in self.texts(part))
        return (value,) if isinstance(value, str) else tuple(str(item) for item in _items(value))

    def printed(self, value: object, language: Language) -> object:
        """What the Word template is given: dates in words, everything else as it is; nothing as `empty`."""
        if not value:
            return self.empty()
        if isinstance(value, Mapping):
            return {part: value.get(part, kind()) for part, kind in PARTY_PARTS.items()}
        return language.date_in_words(str(value)) if self.type is FieldType.DATE else value


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
