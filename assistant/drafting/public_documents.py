"""The number a document bears, and its public address where there is one: what a footnote can lead to.

Data stands in public_documents.toml, each address with its source. An address is made from a number whose form is
known exactly, or not at all; nothing is looked up.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from assistant.drafting.rules_of_procedure import rules_of_procedure
from assistant.model.base import Value
from assistant.model.days import exact_day
from assistant.model.letter import DocumentKind
from assistant.model.precedent import Precedent


class Example(Value):
    """A number with the address it has."""

    number: str
    date: str
    address: str


class PublicDocument(Value):
    """A kind of document that anybody can open."""

    name: str
    kinds: tuple[DocumentKind, ...]
    number: str
    address: str
    example: Example
    status: Literal["verified", "inferred", "memory"]
    source: str = ""


def document_number(precedent: Precedent) -> str:
    """The reference a document bears, white space folded; empty when it bears none."""
    reference = precedent.record.letter.reference
    return reference.words if reference else ""


def public_address(precedent: Precedent, language: str) -> str | None:
    """Where anybody can read a document, in a language (ISO 639-1); None when that is not known."""
    number, date = document_number(precedent), precedent.record.letter.date
    for document in public_documents():
        found = re.fullmatch(document.number, number)
        if found and precedent.record.kind in document.kinds:
            term = _term(date.value) if date else None
            parts = {"term": term, "language": language.upper(), **found.groupdict()}
            return document.address.format(**parts) if parts["term"] or "{term}" not in document.address else None
    return None


@cache
def public_documents() -> tuple[PublicDocument, ...]:
    """The documents the program knows addresses of."""
    data = tomllib.loads((files(__package__) / "public_documents.toml").read_text("utf-8"))
    return tuple(PublicDocument.model_validate(document) for document in data["documents"])


def _term(date: str) -> int | None:
    day = exact_day(date)
    return rules_of_procedure().term_of(day) if day else None
