"""Joining the lines of a paragraph: words that were divided at the end of a line become whole again.

Whether a hyphen at the end of a line belongs to the word (“pre-trial”) or to the line (“inter-national”) is decided
by what the document itself writes elsewhere, then by the habits of compounds. No dictionary is asked.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_HYPHENS = "-\u00ad\u2010"
_FRAGMENT = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GOES_ON_AS_ADDRESS = re.compile("[a-z0-9/._?=&%#]")
_SHORTEST_WORD = 3

_JOINING_WORDS = frozenset(
    {"and", "or", "to", "und", "oder", "bzw", "sowie", "bis", "et", "ou", "e", "o", "y", "u", "i", "lub", "oraz"}
)
"""After these the hyphen stands for a word left out: “short- and long-term”, “Innen- und Außenpolitik”."""
_KEEPING = frozenset({"anti", "demi", "non", "peut", "quasi", "self", "semi", "ultra", "vice", "well"})
"""First parts that are written with a hyphen wherever they stand."""
_KEEPING_WHERE_NOTHING_IS_DIVIDED = frozenset(
    {"all", "avant", "après", "co", "cross", "ex", "far", "follow", "full", "half", "high", "ill", "large", "long"}
    | {"low", "mid", "much", "multi", "on", "post", "pre", "presque", "pro", "re", "short", "so", "sub", "third"}
    | {"wide", "world"}
)
"""First parts that also begin simple words: they keep the hyphen only in a document that divides no words."""
_HANGING = frozenset(
    {"ci", "là", "même", "mêmes", "il", "elle", "on", "ils", "elles", "vous", "nous", "je", "dire", "être"}
)
"""Second parts that French hangs on with a hyphen."""


class Hyphens:
    """Knows how a document writes its words; made once from all its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._divides = False
        before = ""
        breaks: list[tuple[str, str]] = []
        for line in lines:
            words = [word.lower() for word in _WORDS.findall(line)]
            if before and words:
                breaks.append((before, words.pop(0)))
            fragment = _FRAGMENT.search(line)
            before = fragment[1].lower() if fragment else ""
            self._words.update(words[:-1] if fragment else words)
        self._divides = any(self._is_division(first, second) for first, second in breaks)

    def join(self, lines: Sequence[str], deliberate: Sequence[bool]) -> tuple[str, tuple[int, ...]]:
        """The text of a paragraph, and the offset at which each line begins in it.

        `deliberate` tells for each line but the last whether the writer ended it; such an end stays a line end.
        """
        text, starts = lines[0], [0]
        for (line, following), ends in zip(pairwise(lines), deliberate, strict=True):
            glue = "-" if not ends and _is_broken_address(line, following) else self._glue(line, following)
            if glue is None:
                text += "\n" if ends else " "
            else:
                text = (text[:-1] if glue == "" else text) + glue.removeprefix("-")
            starts.append(len(text))
            text += following
        return text, tuple(starts)

    def _glue(self, line: str, following: str) -> str | None:
        """How to join over a hyphen: “” drops it, “-” keeps it, “- ” keeps it with a space; None without hyphen."""
        if len(line) < 2 or line[-1] not in _HYPHENS or not line[-2].isalnum() or not following[0].isalnum():
            return None
        word = _FIRST_WORD.match(following)
        second = word[0].lower() if word else ""
        if second in _JOINING_WORDS:
            return "- "
        fragment = _FRAGMENT.search(line)
        if not fragment or not following[0].islower() or self._keeps(fragment[1].lower(), second):
            return "-"
        return ""

    def _keeps(self, first: str, second: str) -> bool:
        if self._is_division(first, second):
            return False
        weak = first in _KEEPING_WHERE_NOTHING_IS_DIVIDED and f"{first}-{second}" not in self._words
        return not (weak and self._divides)

    def _is_division(self, first: str, second: str) -> bool:
        """Whether two parts certainly are one word: neither a compound of this document nor one of the language."""
        if f"{first}-{second}" in self._words:
            return False
        both_are_words = min(len(first), len(second)) >= _SHORTEST_WORD and {first, second} <= self._words
        usual = first in _KEEPING or first in _KEEPING_WHERE_NOTHING_IS_DIVIDED or second in _HANGING
        return f"{first}{second}" in self._words or not (usual or both_are_words)


def _is_broken_address(line: str, following: str) -> bool:
    """Whether a line ends within the address of a web page, which had to be broken somewhere."""
    last = line.rsplit(maxsplit=1)[-1]
    is_address = "://" in last or last.startswith("www.")
    broken = last == line.strip() or last.endswith(("/", "-", "_", "=", "&", "?", "%"))
    return is_address and broken and _GOES_ON_AS_ADDRESS.match(following) is not None
