"""Where the sentences of a paragraph begin and end: near enough to tell which of them changed, or wants a source.

A stop behind a title, a number or an initial ends no sentence; where that is in doubt, two sentences count as one. The
end of a quotation before a capital letter ends one: to change words inside the marks must not change where it ends.
In the text, QUOTED and CITED may stand in place of quotations and citations.
"""

import re
from collections.abc import Iterator
from functools import cache

from assistant.drafting.conventions import worded_languages, wording

QUOTED = "\ue000"
CITED = "\ue001"

_STOP = re.compile(
    rf"(?:[.!?…][”’“»\")\]]*|[”“»])(?:\s*{CITED}+\.?)?\s+(?=[“„«‘\"(¿¡\[]?[^\W\d_]|\d{{1,3}}[.)]\s|{QUOTED})"
    r"|\n+(?=\s*(?:[-+*]|\d{1,3}[.)])\s)"
)
"""The end of a sentence with the white space behind it, or the line end before a point of a list."""
_OPENING = '“„«‘"(¿¡['
_LAST_WORD = re.compile(r"[\w.]*\Z")


def sentence_spans(text: str, start: int, end: int, language: str | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence between two offsets, without the white space around it.

    `language` tells the abbreviations; without it those of all languages count.
    """
    begun = start
    for stop in _STOP.finditer(text, start, end):
        if not (_goes_on(text, stop.end()) or _is_abbreviation(text, stop.start(), begun, language)):
            yield _trimmed(text, begun, stop.end())
            begun = stop.end()
    if text[begun:end].strip():
        yield _trimmed(text, begun, end)


def _goes_on(text: str, at: int) -> bool:
    """Whether a small letter follows: the stop was none."""
    return text[at + (text[at] in _OPENING) :][:1].islower()


def _is_abbreviation(text: str, at: int, start: int, language: str | None) -> bool:
    """Whether the full stop at an offset ends a word, a number or an initial, and no sentence."""
    if text[at] != ".":
        return False
    found = _LAST_WORD.search(text, start, at)
    word = found[0].lstrip(".") if found else ""
    is_number = word.isdigit() and len(word) < 3
    return is_number or len(word) == 1 or word.casefold() in _abbreviations(language)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


@cache
def _abbreviations(language: str | None) -> frozenset[str]:
    languages = [each for each in worded_languages() if language in (None, each)]
    return frozenset(word.casefold() for each in languages for word in wording(each).abbreviations)
