"""Where sentences begin and end. A sentence never crosses a hard break of the view and may cross a page."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.extraction.document import Document, Word

_END = re.compile(r"[.!?…]{1,4}[\"')\]]{0,3}(?= {1,9}[\"'(\[]{0,3}(?P<first>[^\W_]))|\n")
_MARK = re.compile(r"[\s\"'-]*(?:[-–•◦▪·#]+ +|\(?(?:\d{1,3}|[a-z]|[ivxIVX]{1,5})[.)]+ +)+")
_NUMBER = re.compile(r"\s*\(?(?:\d{1,3}|[a-z]|[ivxIVX]{1,5})\)?")
_INITIAL = re.compile(r"(?:^|[\s(.-])[^\W\d_]$")


@dataclass(frozen=True)
class Sentence:
    """A sentence: its span, without blanks and list marks around it, and its words."""

    start: int
    end: int
    words: tuple[Word, ...]


def split_sentences(document: Document, start: int = 0, end: int | None = None) -> tuple[Sentence, ...]:
    """The sentences between two offsets of the text."""
    stop = len(document.view) if end is None else end
    starts = [word.start for word in document.words]
    return tuple(
        Sentence(*span, document.words[bisect_left(starts, span[0]) : bisect_left(starts, span[1])])
        for span in _spans(document, start, stop)
    )


def is_item(document: Document, sentence: Sentence) -> bool:
    """Whether the mark of a list, and nothing else, stands on the line before it."""
    line = document.view.rfind("\n", 0, sentence.start) + 1
    mark = _MARK.match(document.view, line, sentence.start)
    return mark is not None and mark.end() == sentence.start


def _spans(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    view, begin = document.view, start
    for found in _END.finditer(view, start, end):
        goes_on = (found["first"] or "").islower() or _is_abbreviation(document, begin, found)
        if found.group() == "\n" or not goes_on:
            yield from _trimmed(document, begin, found.end())
            begin = found.end()
    yield from _trimmed(document, begin, end)


def _trimmed(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    mark = _MARK.match(document.view, start, end)
    span = document.trim(mark.end() if mark else start, end)
    if span:
        yield span


def _is_abbreviation(document: Document, begin: int, found: re.Match[str]) -> bool:
    if not found.group().startswith(".") or found.group() == "...":
        return False
    before = document.view[max(begin, found.start() - 24) : found.start()]
    if _NUMBER.fullmatch(before):
        return True
    word = before.rsplit(" ", 1)[-1].lstrip("([\"'").lower()
    return word in document.lexicon.sentences.abbreviations or _INITIAL.search(before) is not None
