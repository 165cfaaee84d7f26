"""The one place that compares quotations with their source.

Words are compared letter by letter after one folding: white space, quotation marks, dashes, soft hyphens and
ligatures; nothing else. Similarity is used only to show where an altered quotation comes from, never to accept one.
"""

import re
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property
from typing import Any

from rapidfuzz import fuzz

from assistant.model.base import Value
from assistant.model.source import Passage

_LIKENESS_OF_AN_ALTERED_QUOTATION = 70.0
"""Of 100, by rapidfuzz' partial ratio; below it a quotation counts as absent."""

_FOLDED = str.maketrans(
    dict.fromkeys('\u2018\u2019\u201a\u201b\u2032\u00b4`\u2039\u203a\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"', "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[\w]+(?:['-]\w+)*|[^\w\s]")


class Standing(StrEnum):
    """How a quotation stands to its source."""

    EXACT = "exact"
    ALTERED = "altered"
    ABSENT = "absent"


class Difference(Value):
    """Words of the quotation, and the words the source has in their place; either may be empty."""

    quoted: str
    original: str


class Comparison(Value):
    """The outcome of comparing a quotation with a source."""

    standing: Standing
    passage: Passage | None = None
    """Where the words stand in the source, or the nearest words of an altered quotation."""
    differences: tuple[Difference, ...] = ()


def fold(text: str) -> str:
    """The form in which quotations are compared."""
    return _SPACE.sub(" ", text.translate(_FOLDED)).strip()


class ComparableText:
    """A source text folded once, to compare many quotations with."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        """The folded text, and for each of its characters the offset it comes from."""
        letters: list[str] = []
        offsets: list[int] = []
        for offset, letter in enumerate(self.text):
            for piece in letter.translate(_FOLDED):
                shown = " " if piece.isspace() else piece
                if shown != " " or (letters and letters[-1] != " "):
                    letters.append(shown)
                    offsets.append(offset)
        return "".join(letters), offsets

    def compare(self, quotation: str) -> Comparison:
        """Tell whether `quotation` stands in the text word for word, altered, or not at all."""
        wanted = fold(quotation)
        if not wanted:
            return Comparison(standing=Standing.ABSENT)
        at = self._find_whole_words(wanted)
        if at is not None:
            return Comparison(standing=Standing.EXACT, passage=self._passage(at, at + len(wanted)))
        return self._nearest(wanted)

    def _find_whole_words(self, wanted: str) -> int | None:
        folded, _ = self._folded
        at = folded.find(wanted)
        while at >= 0:
            if _at_word_edge(folded, at, wanted[0]) and _at_word_edge(folded, at + len(wanted), wanted[-1]):
                return at
            at = folded.find(wanted, at + 1)
        return None

    def _nearest(self, wanted: str) -> Comparison:
        folded, _ = self._folded
        found = fuzz.partial_ratio_alignment(
            wanted.casefold(), folded.casefold(), score_cutoff=_LIKENESS_OF_AN_ALTERED_QUOTATION
        )
        # casefold may lengthen a text (ß), and rapidfuzz may look for the shorter in the longer
        if found is None or len(folded.casefold()) != len(folded) or len(folded) < len(wanted):
            return Comparison(standing=Standing.ABSENT)
        start, end = _grow_to_words(folded, found.dest_start, found.dest_end)
        if start >= end:
            return Comparison(standing=Standing.ABSENT)
        differences = _differences(wanted, folded[start:end])
        return Comparison(standing=Standing.ALTERED, passage=self._passage(start, end), differences=differences)

    def _passage(self, start: int, end: int) -> Passage:
        _, offsets = self._folded
        first, last = offsets[start], offsets[end - 1] + 1
        return Passage(text=self.text[first:last], start=first, end=last)


def compare_quotation(quotation: str, text: str) -> Comparison:
    """Compare one quotation with one text; for many, keep a `ComparableText`."""
    return ComparableText(text).compare(quotation)


def _at_word_edge(folded: str, at: int, letter: str) -> bool:
    if at in (0, len(folded)):
        return True
    return not (_in_word(folded[at - 1]) and _in_word(folded[at])) or not _in_word(letter)


def _in_word(letter: str) -> bool:
    return letter.isalnum()


def _grow_to_words(folded: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not folded[start - 1].isspace():
        start -= 1
    while end < len(folded) and not folded[end].isspace():
        end += 1
    while start < end and folded[start].isspace():
        start += 1
    while start < end and folded[end - 1].isspace():
        end -= 1
    return start, end


def _differences(quoted: str, original: str) -> tuple[Difference, ...]:
    ours, theirs = _WORD.findall(quoted), _WORD.findall(original)
    matcher: SequenceMatcher[Any] = SequenceMatcher(None, ours, theirs, autojunk=False)
    return tuple(
        Difference(quoted=" ".join(ours[a:b]), original=" ".join(theirs[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )
