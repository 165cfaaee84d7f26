"""Where the sentences of a paragraph begin and end: near enough to tell which of them somebody changed.

A stop behind a title or an initial ends no sentence; where that is in doubt, two sentences count as one.
"""

import re
from collections.abc import Iterator

_STOP = re.compile(r"[.!?…][”’“»\")\]]*\s+(?=[“„«‘\"(¿¡]?[^\W_a-zß-öø-ÿ])")
_NO_END = re.compile(r"(?:^|[\s(“„«.])(?:[^\W\d_]|Mr|Mrs|Ms|Mme|MM|Dr|Prof|Hr|Fr|St|Sr|Sra|Art|No|Nr|para|p|pp)\.$")


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence between two offsets, without the white space around it."""
    begun = start
    for stop in _STOP.finditer(text, start, end):
        if not _NO_END.search(text[begun : stop.start() + 1]):
            yield _trimmed(text, begun, stop.end())
            begun = stop.end()
    if text[begun:end].strip():
        yield _trimmed(text, begun, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
