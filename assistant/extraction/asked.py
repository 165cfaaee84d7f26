"""The anatomy of a written question that is no letter: who is asked, and about what, told by its first sentence.

“M. X attire l'attention de M. le ministre de la justice sur …”; the forms stand in the lexicon.
"""

import re
from functools import cache

from assistant.extraction.document import Document
from assistant.extraction.lexicon import load_lexicon
from assistant.model.source import Passage

_OPENING = 3000


def asked_party(document: Document) -> Passage | None:
    """The words that name who is asked: an office, a government."""
    return _first(document, "asked")


def asked_about(document: Document) -> Passage | None:
    """What the question is about, in its own words."""
    return _first(document, "asked_about")


def _first(document: Document, field: str) -> Passage | None:
    for pattern in _patterns(document.lexicon.language, field):
        found = pattern.search(document.view, 0, _OPENING)
        if found:
            return document.passage(*found.span(1))
    return None


@cache
def _patterns(language: str, field: str) -> tuple[re.Pattern[str], ...]:
    expressions = getattr(load_lexicon(language).letter, field)
    return tuple(re.compile(re.sub(" (?![?*+{])", " +", expression)) for expression in expressions)
