"""The anatomy of a written question that is no letter: who is asked, and about what, told by its first sentence.

“M. X attire l'attention de M. le ministre de la justice sur …”; the forms stand in the lexicon.
"""

import re
from functools import cache

from assistant.extraction.anatomy.zones import kind_pattern
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import load_lexicon, matcher
from assistant.model.letter import DocumentKind
from assistant.model.source import Passage

_OPENING, _PARAGRAPH = 3000, 150
"""Characters of a document within which a question begins, and of a paragraph that is no heading."""
_FIRST_LINES, _MOST_WORDS = 15, 8
"""Lines within which a question begins; words of a line that is somebody's name alone."""


def asked_party(document: Document) -> Passage | None:
    """The words that name who is asked: an office, a government."""
    return _first(document, "asked")


def asked_about(document: Document) -> Passage | None:
    """What the question is about, in its own words."""
    return _first(document, "asked_about")


def is_answered(document: Document) -> bool:
    """Whether another paragraph stands below the one in which a question at last says what is wanted to know."""
    asked = asked_party(document)
    wanted = matcher(document.lexicon.language, "letter", "asking")
    last = list(wanted.finditer(document.view, asked.end))[-1:] if asked else []
    below = document.view[last[0].end() :].split("\n")[1:] if last else []
    return any(len(line) > _PARAGRAPH for line in below)


def answering_line(document: Document) -> Line | None:
    """The line below a question that is somebody's name alone, where a record has names above what each one says."""
    asks = kind_pattern(document.lexicon.language, DocumentKind.WRITTEN_QUESTION)
    for at, line in enumerate(document.lines[:_FIRST_LINES]):
        if asks.match(document.line_words(line)):
            return next((below for below in document.lines[at + 1 :] if _is_name_alone(document, below)), None)
    return None


def _is_name_alone(document: Document, line: Line) -> bool:
    words = document.line_words(line).split()
    courteous = document.lexicon.people.honorifics | document.lexicon.people.titles
    return words[0].lower().rstrip(".") in courteous and 1 < len(words) <= _MOST_WORDS and words[-1][-1].isalpha()


def _first(document: Document, field: str) -> Passage | None:
    for pattern in _patterns(document.lexicon.language, field):
        found = pattern.search(document.view, 0, _OPENING)
        if found:
            return document.passage(found.start(1), found.start(1) + len(found.group(1).rstrip(", ")))
    return None


@cache
def _patterns(language: str, field: str) -> tuple[re.Pattern[str], ...]:
    expressions = getattr(load_lexicon(language).letter, field)
    return tuple(re.compile(re.sub(" (?![?*+{])", " +", expression)) for expression in expressions)
