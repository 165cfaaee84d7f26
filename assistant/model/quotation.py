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

_SPARE_WORDS = 4
"""How many words before and behind the likeliest place are looked at, for words a quotation left out."""

_LEFT_OUT = "\u00ad\u200b\u2060\ufeff"
_FOLDED = (
    dict.fromkeys('\u2018\u2019\u201a\u201b\u2032\u00b4`\u2039\u203a\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"', "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_UNFOLDED = re.compile(rf"[\s{_LEFT_OUT}]{{2,}}|[^\S ]|[{_LEFT_OUT}{''.join(_FOLDED)}]")
"""All that folding changes: white space but single spaces, what is left out, and the signs of `_FOLDED`."""
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
    return _UNFOLDED.sub(lambda found: _fold_piece(found[0]), text).strip()


def _fold_piece(piece: str) -> str:
    return _FOLDED.get(piece) or (" " if any(letter.isspace() for letter in piece) else "")


class ComparableText:
    """A source text folded once, to compare many quotations with."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        """The folded text, and for each of its characters the offset it comes from."""
        pieces: list[str] = []
        offsets: list[int] = []
        done = 0
        for found in _UNFOLDED.finditer(self.text):
            shown = _fold_piece(found[0])
            blank = len(found[0]) - len(found[0].lstrip(_LEFT_OUT))
            pieces += (self.text[done : found.start()], shown)
            offsets += (*range(done, found.start()), *[found.start() + blank] * len(shown))
            done = found.end()
        folded = "".join((*pieces, self.text[done:]))
        offsets += range(done, len(self.text))
        return (folded[1:], offsets[1:]) if folded[:1] == " " else (folded, offsets)

    def compare(self, quotation: str) -> Comparison:
        """Tell whether `quotation` stands in the text word for word, altered, or not at all."""
        wanted = fold(quotation)
        if not wanted:
            return Comparison(standing=Standing.ABSENT)
        passage = self._locate(wanted)
        return Comparison(standing=Standing.EXACT, passage=passage) if passage else self._nearest(wanted)

    def find(self, quotation: str) -> Passage | None:
        """Where `quotation` stands word for word; None when it does not. Quicker than `compare` when it does not."""
        wanted = fold(quotation)
        return self._locate(wanted) if wanted else None

    def _locate(self, wanted: str) -> Passage | None:
        at = self._find_whole_words(wanted)
        return None if at is None else self._passage(at, at + len(wanted))

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
        lowered = folded.casefold()
        # casefold may lengthen a text (ß → ss) and would shift every offset
        haystack = lowered if len(lowered) == len(folded) else folded
        found = fuzz.partial_ratio_alignment(
            wanted.casefold(), haystack, score_cutoff=_LIKENESS_OF_AN_ALTERED_QUOTATION
        )
        if found is None or len(folded) < len(wanted):
            return Comparison(standing=Standing.ABSENT)
        start, end = _widen(folded, found.dest_start, found.dest_end)
        span, differences = _align(wanted, folded, start, end)
        if span is None:
            return Comparison(standing=Standing.ABSENT)
        return Comparison(standing=Standing.ALTERED, passage=self._passage(*span), differences=differences)

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


def _widen(folded: str, start: int, end: int) -> tuple[int, int]:
    """A window a few words wider, for words the quotation may have left out at its edges."""
    for _ in range(_SPARE_WORDS):
        start = max(folded.rfind(" ", 0, max(0, start - 1)), 0)
        found = folded.find(" ", end + 1)
        end = found if found >= 0 else len(folded)
    return start, end


def _align(wanted: str, folded: str, start: int, end: int) -> tuple[tuple[int, int] | None, tuple[Difference, ...]]:
    """Where in the window the quotation comes from, and word for word what differs."""
    ours = _WORD.findall(wanted)
    theirs = list(_WORD.finditer(folded, start, end))
    matcher: SequenceMatcher[Any] = SequenceMatcher(None, ours, [word.group() for word in theirs], autojunk=False)
    steps = _without_spare_words(list(matcher.get_opcodes()))
    if all(tag != "equal" for tag, *_ in steps):
        return None, ()
    first, last = theirs[steps[0][3]].start(), theirs[steps[-1][4] - 1].end()
    differences = tuple(
        Difference(quoted=" ".join(ours[a:b]), original=" ".join(word.group() for word in theirs[c:d]))
        for tag, a, b, c, d in steps
        if tag != "equal"
    )
    return (first, last), differences


_Step = tuple[str, int, int, int, int]


def _without_spare_words(steps: list[_Step]) -> list[_Step]:
    """The steps without the words of the window before and behind the quotation."""
    tag, a, b, c, d = steps[0]
    steps[0] = (tag, a, b, max(c, d - (b - a)), d) if tag != "equal" else steps[0]
    tag, a, b, c, d = steps[-1]
    steps[-1] = (tag, a, b, c, min(d, c + (b - a))) if tag != "equal" else steps[-1]
    return [step for step in steps if step[1] != step[2] or step[3] != step[4]]
