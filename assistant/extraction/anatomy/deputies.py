"""Who signs for somebody else with a surname alone: “Im Auftrag Hoppe”, in one line or in two.

A name that is no more than a surname is one by its place alone.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import matcher
from assistant.model.letter import Party

_SURNAME = re.compile(r"(?:[^\W\d_]\.? ){0,2}[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?")


def find_deputy(document: Document, rows: Sequence[Line]) -> Party | None:
    """The name behind or below words such as “Im Auftrag”, which are the role; None where there are none."""
    deputising = matcher(document.lexicon.language, "letter", "deputising")
    for row, following in pairwise([*rows, None]):
        found = deputising.match(document.view, row.start, row.end) if row else None
        if row is None or found is None:
            continue
        span = document.trim(found.end(), row.end) or (following and (following.start, following.end))
        if span and _SURNAME.fullmatch(document.view, *span):
            return Party(name=document.passage(*span), role=document.passage(row.start, found.end()))
    return None
