"""Documents listed under a heading that announces them: “Read our reports:”."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.extraction.anatomy.zones import Zones
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import alternatives, load_lexicon
from assistant.model.letter import Reference

_SHORTEST_ITEM = 3


def listed_documents(document: Document, zones: Zones) -> Iterator[Reference]:
    """Each item under such a heading; what it is, the heading says."""
    pattern = _headings(document.lexicon.language)
    what = None
    for line in zones.body:
        words = document.line_words(line)
        if pattern.match(words) and words.endswith(":"):
            what = _what(document, words)
        elif what and _is_item(line):
            yield from _item(document, line, what)
        elif any(letter.isalpha() for letter in words):
            what = None


@cache
def _headings(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:{alternatives(load_lexicon(language).documents.list_headings)})")


def _what(document: Document, heading: str) -> str | None:
    kinds = document.lexicon.documents.kinds
    return next((kinds[word] for word in re.findall(r"\w+", heading.lower()) if word in kinds), None)


def _is_item(line: Line) -> bool:
    return line.text[:1] in "-–•*·▪[" or line.text[:1].isupper()


def _item(document: Document, line: Line, what: str) -> Iterator[Reference]:
    start = line.start
    while start < line.end and not document.view[start].isalnum() and document.view[start] not in "\"'(":
        start += 1
    passage = document.passage(start, line.end)
    if passage and len(passage.text.split()) >= _SHORTEST_ITEM:
        yield Reference(what=what, quote=passage.text, start=passage.start, end=passage.end)
