"""The three zones of a document: what stands above the salutation, the body, and what stands below the closing.

A document that is no letter has its title and labels above, and perhaps a block of contacts below.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from assistant.extraction.anatomy.signatures import (
    LONGEST_SIGNATURE,
    MOST_SIGNATURES,
    above_footnotes,
    find_signature,
    is_name,
)
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import alternatives, load_lexicon, matcher
from assistant.model.letter import DocumentKind

_BESIDES = re.compile(r"[.;] +[^\W\d_]{2}")
_LONGEST_FAREWELL = 400
_LONGEST_SALUTATION, _LONGEST_CLOSING, _LONGEST_HEADING = 12, 8, 30
_GREETING_STOP, _NEAR_GREETING = re.compile(r"[,!]"), 60
_MOST_GREETING = 6
"""Words up to which a greeting may end like a sentence: “Sehr geehrte Frau Ministerin Vogt.”."""
_LONGEST_HEAD, _LONGEST_ADDRESS = 80, 10
_MOST_HEADINGS = 6
"""Lines at the top among which a long one may be a heading."""
_NOTED = 4
"""Lines of a note above a record."""
_RUNNING = 90
"""Characters from which a line is running text and no part of a letterhead."""


@dataclass(frozen=True)
class Zones:
    """Lines by zone; salutation and closing as spans."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    tail: tuple[Line, ...]
    salutation: tuple[int, int] | None
    closing: tuple[int, int] | None
    signed: bool = False
    """Whether the tail is a signature, with or without a closing above it."""
    answers: bool = False
    """Whether the letter that is answered stands above the answer; then the salutation is that of the answer."""

    @property
    def body_span(self) -> tuple[int, int]:
        """From the first to the last character of the body, before a closing in its last line; else empty at 0."""
        if not self.body:
            return 0, 0
        end = self.body[-1].end
        return self.body[0].start, min(end, self.closing[0]) if self.closing else end


@cache
def labelled(language: str, field: str) -> re.Pattern[str]:
    """A line that begins with one of the lexicon's labels and a colon or dash, or holds nothing else."""
    labels = alternatives(getattr(load_lexicon(language).letter, field))
    return re.compile(rf"(?i:{labels})(?:\.? *[:\-–] *| *$|\. )")


@cache
def kind_pattern(language: str, kind: DocumentKind) -> re.Pattern[str]:
    """A line that begins as documents of this kind do."""
    return re.compile(rf"(?i:{alternatives(load_lexicon(language).kinds.get(kind.value, ()))})")


def divide(document: Document) -> Zones:
    """The zones of a document."""
    lines = _without_source(document, document.lines[_above_record(document) :])
    first, last = _salutation(document, lines)
    body_from = last if first is not None else _first_running(lines)
    closing = _closing(document, lines, body_from) or _unknown_closing(document, lines, body_from)
    unsigned = _foot(document, lines, body_from)
    signature = None if closing or unsigned < len(lines) else find_signature(document, lines, body_from)
    body_to = closing.first if closing else signature or unsigned
    head = lines[: min(_LONGEST_HEAD, first if first is not None else body_from)]
    answering = _answering(document, lines, first, closing) if first is not None and closing else None
    return Zones(
        head=_without_menus(document, head),
        body=lines[body_from:body_to],
        tail=_without_menus(
            document, lines[closing.last + 1 if closing else body_to : above_footnotes(document, lines)]
        ),
        salutation=answering or _salutation_span(document, lines, first, last),
        closing=closing.span if closing else None,
        signed=bool(closing or signature),
        answers=answering is not None,
    )


def _above_record(document: Document) -> int:
    """How many lines of running text stand above the name of the house whose record a document is."""
    house = matcher(document.lexicon.language, "letter", "in_house")
    named = (at for at, line in enumerate(document.lines[:_NOTED]) if house.match(document.line_words(line)))
    at = next(named, 0)
    return at if all(len(line.text) > _RUNNING for line in document.lines[:at]) else 0


def _without_source(document: Document, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without those at the end that a page prints below a text: “Source: …”."""
    words = matcher(document.lexicon.language, "letter", "page_words")
    end = len(lines)
    while end and words.match(document.line_words(lines[end - 1])):
        end -= 1
    return lines[:end]


def _without_menus(document: Document, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without what a page of the web prints around a text: “Go to the contents”."""
    words = matcher(document.lexicon.language, "letter", "page_words")
    return tuple(line for line in lines if not words.match(document.line_words(line)))


def _salutation(document: Document, lines: tuple[Line, ...]) -> tuple[int | None, int]:
    """First and last-but-one index of the lines of the salutation; the second alone counts when there is none."""
    pattern = matcher(document.lexicon.language, "letter", "salutations")
    for at, line in enumerate(lines[:_LONGEST_HEAD]):
        if _greets(document, line, pattern):
            end = at + 1
            while end < len(lines) and _greets(document, lines[end], pattern):
                end += 1
            return _below_address(document, lines, end, pattern) or (at, end)
    return None, 0


def _below_address(
    document: Document, lines: tuple[Line, ...], begin: int, pattern: re.Pattern[str]
) -> tuple[int, int] | None:
    """The greeting below an address that begins like one: “Excmo. Sr. Ministro …”, a date, a subject."""
    for at in range(begin, min(len(lines), begin + _LONGEST_ADDRESS)):
        if _greets(document, lines[at], pattern):
            end = at + 1
            while end < len(lines) and _greets(document, lines[end], pattern):
                end += 1
            return at, end
        if len(lines[at].text) > _RUNNING:
            return None
    return None


def _greets(document: Document, line: Line, pattern: re.Pattern[str]) -> bool:
    words = document.line_words(line)
    found = pattern.match(words)
    ends = 2 * _LONGEST_SALUTATION if words.endswith((",", ":")) else _LONGEST_SALUTATION
    short = len(words.split()) <= ends
    parts = _GREETING_STOP.split(words, maxsplit=1)
    runs_on = 1 < len(parts[0].split()) <= _MOST_GREETING and len(parts) > 1
    stated = words.endswith(".") and len(words.split()) > _MOST_GREETING and not runs_on
    stops = _GREETING_STOP.search(words, found.end(), found.end() + _NEAR_GREETING) if found else None
    return found is not None and (short or stops is not None) and not stated


def _salutation_span(
    document: Document, lines: tuple[Line, ...], first: int | None, last: int
) -> tuple[int, int] | None:
    """From the first greeting to the end of the last, or to its comma when the text runs on in the same line."""
    if first is None:
        return None
    end = lines[last - 1]
    words = document.line_words(end)
    stated = words.endswith(".") and len(words.split()) > _MOST_GREETING and "," in words
    stop = _GREETING_STOP.search(words[:-1])
    if stop and (stated or len(words.split()) > _LONGEST_SALUTATION):
        return lines[first].start, end.start + stop.end()
    return document.trim(lines[first].start, end.end)


def _answering(document: Document, lines: tuple[Line, ...], first: int, closing: "_Closing") -> tuple[int, int] | None:
    """The second greeting of a text signed by whoever is greeted first: a letter and the answer to it."""
    greeted = [word.strip(",!:.") for word in document.line_words(lines[first]).split()][-1]
    signed = document.view[lines[closing.last].end : lines[min(closing.last + 1, len(lines) - 1)].end]
    if greeted not in signed.split():
        return None
    pattern = matcher(document.lexicon.language, "letter", "salutations")
    later = range(closing.first - 1, first + 1, -1)
    at = next((at for at in later if _greets(document, lines[at], pattern)), None)
    return None if at is None else _salutation_span(document, lines, at, at + 1)


class _Closing(NamedTuple):
    """Index of the first line that is no body any more and of the last line of the closing; its span."""

    first: int
    last: int
    span: tuple[int, int]


def _closing(document: Document, lines: tuple[Line, ...], begin: int) -> _Closing | None:
    """The last group of short formulas, or a long one, which may be the last words of a paragraph."""
    short = matcher(document.lexicon.language, "letter", "closings")
    for at in range(len(lines) - 1, begin - 1, -1):
        if _is_formula(document.line_words(lines[at]), short):
            start = at
            while start > begin and _is_formula(document.line_words(lines[start - 1]), short):
                start -= 1
            return _Closing(start, at, (lines[start].start, lines[at].end))
        if at == begin or lines[at - 1].hard:
            found = _farewell(document, lines, at)
            if found:
                return found
    return None


def _farewell(document: Document, lines: tuple[Line, ...], first: int) -> _Closing | None:
    """A long formula that ends the paragraph which begins with a line: “…, je vous prie d'agréer …”."""
    last = first
    while not lines[last].hard and last + 1 < len(lines):
        last += 1
    start, end = lines[first].start, lines[last].end
    whole, within = (matcher(document.lexicon.language, "letter", one) for one in ("farewells", "farewells_within"))
    found = whole.match(document.view, start, end) or within.search(document.view, start, end)
    if not found or end - found.start() > _LONGEST_FAREWELL or _BESIDES.search(document.view, found.end(), end):
        return None
    inside = document.view[start : found.start()].strip()
    return _Closing(first + bool(inside), last, (found.start(), end))


def _unknown_closing(document: Document, lines: tuple[Line, ...], begin: int) -> _Closing | None:
    """A formula of no known words: a few words with a comma in a line of their own, and behind it only names."""
    for at in range(len(lines) - 1, max(begin, len(lines) - MOST_SIGNATURES - 1), -1):
        words = document.line_words(lines[at])
        if words.endswith(",") and 1 < len(words.split()) <= _LONGEST_CLOSING and lines[at - 1].hard and at > begin:
            below = [document.line_words(line) for line in lines[at + 1 :]]
            if below and all(len(line) <= LONGEST_SIGNATURE for line in below) and is_name(below[0]):
                return _Closing(at, at, (lines[at].start, lines[at].end))
    return None


def _is_formula(words: str, pattern: re.Pattern[str]) -> bool:
    found = pattern.match(words)
    return (
        found is not None
        and (found.end() >= len(words) - 2 or words[found.end()] == ",")
        and len(words.split()) <= _LONGEST_CLOSING
    )


def _first_running(lines: tuple[Line, ...]) -> int:
    """Index of the first line of running text in a document without a salutation."""
    for at, line in enumerate(lines):
        length = _paragraph_length(lines, at)
        sentence = len(line.text.split()) > 8 and line.text.rstrip("*_ ")[-1:] in ".;:?!"
        runs_on = not line.hard and len(line.text) > 55 and length > _RUNNING * 3 // 2
        if (len(line.text) > _RUNNING and not _is_heading(line, at)) or runs_on or (sentence and at > 0):
            return at
    return 0


def _paragraph_length(lines: tuple[Line, ...], at: int) -> int:
    """Characters from a line to the next break that parts, as far as it matters."""
    length = len(lines[at].text)
    while not lines[at].hard and at + 1 < len(lines) and length <= 2 * _RUNNING:
        at += 1
        length += len(lines[at].text)
    return length


def _is_heading(line: Line, at: int) -> bool:
    return (
        at < _MOST_HEADINGS
        and len(line.text.split()) <= _LONGEST_HEADING
        and (line.text.rstrip("*_ ")[-1:] not in ".;?!" or (at == 0 and line.hard and line.text.rstrip().endswith("!")))
    )


def _foot(document: Document, lines: tuple[Line, ...], begin: int) -> int:
    """Index of the line from which a document without a closing gives contacts."""
    pattern = labelled(document.lexicon.language, "contact_headings")
    for at in range(begin + 1, len(lines)):
        if pattern.match(document.line_words(lines[at])) and len(lines[at].text) < 80:
            return at
    return len(lines)
