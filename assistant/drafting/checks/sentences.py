"""Where the sentences of a text begin and end; a citation behind the full stop belongs to the sentence before it."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.drafting.checks.conventions import worded_languages, wording
from assistant.drafting.checks.written import CITED, QUOTED, Written

_END = re.compile(
    rf"(?:[.!?…][)\]]*(?:\s*{CITED}+[.]?)?\s+(?=[^\W\d_a-zß-ÿ]|\d+[.)]\s|[(\[]|{QUOTED})|\n+(?=\s*(?:[-+*]|\d{{1,3}}[.)])\s))"
)
_LAST_WORD = re.compile(r"[\w.]*\Z")


def sentences(written: Written, language: str = "en") -> Iterator[tuple[int, int]]:
    """The spans of the sentences, in order."""
    for paragraph in written.paragraphs:
        start = paragraph.start
        for found in _END.finditer(written.own, paragraph.start, paragraph.end):
            if not _is_abbreviation(written.own, found.start(), start, language):
                yield start, found.end()
                start = found.end()
        if start < paragraph.end:
            yield start, paragraph.end


def sentence_at(written: Written, at: int, language: str = "en") -> tuple[int, int]:
    """The sentence an offset lies in."""
    return next(span for span in sentences(written, language) if span[0] <= at < span[1])


def _is_abbreviation(text: str, at: int, start: int, language: str) -> bool:
    """Whether the full stop at an offset ends a word, a number or an initial, and no sentence."""
    if text[at] != ".":
        return False
    found = _LAST_WORD.search(text, start, at)
    word = found[0].lstrip(".") if found else ""
    is_number = word.isdigit() and len(word) < 3
    return is_number or len(word) == 1 or word.casefold() in _abbreviations(language)


@cache
def _abbreviations(language: str) -> frozenset[str]:
    known = wording(language).abbreviations if language in worded_languages() else ()
    return frozenset(word.casefold() for word in known)
