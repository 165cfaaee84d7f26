"""Who writes and who is written to as a title says it: “Letter from X to Y”, “Statement by X on …”.

The forms stand in the lexicon, with groups named `sender` and `recipient`; what they hold is read like an address.
"""

import re
from functools import cache

from assistant.extraction.anatomy.zones import Zones
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import load_lexicon

_NUMBER = re.compile(r"\d{1,3}\. +")
_BLANK = re.compile(r" (?![?*+{])")
_MOST_LINES = 8
"""Lines at the top among which a title is looked for."""


def titled_party(document: Document, zones: Zones, which: str) -> Line | None:
    """The words of a title that name the `sender`, `recipient`, `subject` or `reference`, as a line of their own."""
    for line in [*zones.head, *zones.body[:1]][:_MOST_LINES]:
        for pattern in _patterns(document.lexicon.language):
            found = pattern.match(document.view, *title_span(document, line))
            if found and found.groupdict().get(which):
                span = document.trim(*found.span(which))
                return span and Line(*span, line.block, document.source.text[slice(*span)], line.hard)
    return None


def is_party_title(document: Document, line: Line) -> bool:
    """Whether a line is a title that names who writes or is written to."""
    span = title_span(document, line)
    return any(pattern.match(document.view, *span) for pattern in _patterns(document.lexicon.language))


def title_span(document: Document, line: Line) -> tuple[int, int]:
    """The title that begins with a line, over all lines it is printed over, behind its number: “34. Letter from …”."""
    number = _NUMBER.match(document.view, line.start, line.end)
    end = document.view.find("\n", line.start)
    return number.end() if number else line.start, len(document.view) if end < 0 else end


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    expressions = load_lexicon(language).letter.titled_parties
    return tuple(re.compile(f"(?i:{_BLANK.sub(' +', expression)})") for expression in expressions)
