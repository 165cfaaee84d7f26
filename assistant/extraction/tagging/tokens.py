"""Words of a text as the taggers were taught to see them, each with its place.

Punctuation marks are words of their own; “l'Union” and “Shakirov's” are two words, “EU-Kazakhstan” is one. Training
and tagging both cut with this module: changing a rule here asks for a new model.
"""

import re
from collections.abc import Iterator

_PIECE = re.compile(
    r"https?://[^\s<>()]+|www\.[^\s<>()]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # addresses stay whole
    r"|(?:[^\W\d_]\.){2,}"  # U.S., D.C.
    r"|\d+(?:[.,:/-]\d+)*(?![^\W\d_])"  # 12.5, 2019/2610
    r"|[^\W_]+(?:[-'’.&/][^\W_]+)*"  # EU-Kazakhstan, S&D, O'Brien
    r"|\S"
)
_ELISION = re.compile(
    r"(?:[dljmtsnc]|qu|jusqu|lorsqu|puisqu|[dansc]ell|dall|all|sull|coll|un|quest|quell|degl|sant)['’](?=\w)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_POSSESSIVE_ALONE = re.compile(r"['’]s\b", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[^\W\d_]{1,4}\.(?=\s+\S)")


def split_words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of every word between two offsets of the text, in order."""
    stop = len(text) if end is None else end
    at = start
    while found := _PIECE.search(text, at, stop):
        at = _end(text, found, stop)
        yield found.start(), at


def _end(text: str, found: re.Match[str], stop: int) -> int:
    """Where the word ends: before a possessive ending, behind an elided article, behind an abbreviation's full stop."""
    start, end = found.span()
    piece = found.group()
    if piece in "'’":
        alone = _POSSESSIVE_ALONE.match(text, start, stop)
        return alone.end() if alone else end
    if not piece[0].isalpha() or "@" in piece or "://" in piece:
        return end
    if elision := _ELISION.match(text, start, end):
        return elision.end()
    if possessive := _POSSESSIVE.search(piece):
        return start + possessive.start()
    if piece[0].isupper() and piece.isalpha() and (abbreviation := _ABBREVIATION.match(text, start, stop)):
        return abbreviation.end()
    return end
