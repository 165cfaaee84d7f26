"""Postal lines: streets, buildings and towns with their postcode, as they stand in an address."""

import re
from collections.abc import Iterator

from assistant.extraction.document import Document

_LONGEST_LINE = 60
_MOST_UNNUMBERED = 6
"""Words from which a line without a number is no street."""
_NUMBER = re.compile(r"\d{1,5}[A-Za-z]?")
_LETTERS = re.compile(r"[^\W\d_]+")
_POSTCODE = re.compile(
    r"(?<![\w/])(?:[A-Z]{1,2} ?[-–] ?)?\d{4,6}(?![\w/])|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}|[A-Z]{2} \d{5}"
)
_CAPITAL = r"[A-ZÀ-ÝŁŚŻ][^\W\d_]+"
_TOWN = re.compile(
    r"[A-Z]\w+(?: [A-Z]\w+){0,2}, (?:[A-Z]{2}|[A-Z][a-z]+) \d{5}(?!\d)"
    r"|(?<![\w.,/-])(?:[A-Z]{1,2} ?[-–] ?)?\d{4,5}(?: [A-Z]{2})? ?[-–]? ?"
    rf"(?=\w{{3}}){_CAPITAL}(?:[ -]{_CAPITAL})*$"
)
"""“Washington, DC 20036”, and what ends a line: “1030 Wien”, “B-1190 Brussels”, “75005-Paris”."""


def is_postal(text: str, document: Document) -> bool:
    """Whether a line is a street, a post box, a room or a town with its postcode."""
    lexicon = document.lexicon.places
    parts = _LETTERS.findall(text.lower()) if len(text) <= _LONGEST_LINE or text[:1].isupper() else []
    if len(text) > _LONGEST_LINE:
        return bool(parts) and len(text) <= 2 * _LONGEST_LINE and parts[0] in lexicon.street_starts
    if not any(map(str.isdigit, text)):
        return 0 < len(parts) < _MOST_UNNUMBERED and parts[0] in lexicon.street_starts | lexicon.buildings
    address = lexicon.streets | lexicon.buildings
    return (
        not address.isdisjoint(parts)
        or not lexicon.street_starts.isdisjoint(parts[:3])
        or (
            _POSTCODE.search(text) is not None
            and 0 < len(parts) <= 8
            and document.lexicon.dates.months.keys().isdisjoint(parts)
        )
    )


def postal_places(document: Document) -> Iterator[tuple[int, int]]:
    """Spans of streets in short lines, and of towns with state and postcode."""
    for line in document.lines:
        if line.hard and line.end - line.start <= _LONGEST_LINE:
            for town in _TOWN.finditer(document.view[: line.end], line.start):
                yield town.span()
            yield from _streets(document, line.start, line.end)


def _streets(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a line, between commas, that name a street: all in capitals or with a number."""
    at = start
    for piece in document.view[start:end].split(","):
        span = document.trim(at, at + len(piece))
        if span and _is_street(document, piece):
            yield span
        at += len(piece) + 1


def _is_street(document: Document, piece: str) -> bool:
    lexicon = document.lexicon.places
    parts = _LETTERS.findall(piece)
    lower = [part.lower() for part in parts]
    named = not lexicon.streets.isdisjoint(lower) or (lower and lower[0] in lexicon.street_starts)
    if not named or "+" in piece:
        return False
    capital = all(part[0].isupper() or part in lexicon.street_starts or len(part) < 4 for part in parts)
    return capital or _NUMBER.search(piece) is not None
