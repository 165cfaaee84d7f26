"""Cuts the words around a match out of a text, as they stand there, and marks the matched words.

The place is found in the folded text and shown from the original: both have their line ends in common.
"""

import re
from itertools import islice, takewhile

from assistant.model.folding import fold_with_offsets

MARK_ON, MARK_OFF = "\x02", "\x03"

_LONGEST = 200
"""Characters around the first match; the matched words may add a few."""
_BEFORE = 60
_MOST_MATCHES = 200
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACE = re.compile(r"\s+")


def snippet(text: str, folded: str, words: re.Pattern[str]) -> str:
    """The best stretch of `text` with the words marked, white space folded; empty when none of them stands there.

    `folded` is the folded text. Of all stretches the one with most different words of the query is taken.
    """
    at = _best_place(folded, words)
    if at is None:
        return ""
    first = folded.count("\n", 0, max(0, at - _BEFORE))
    last = folded.count("\n", 0, at + _LONGEST)
    lines = text.split("\n")
    before = folded.rfind("\n", 0, max(0, at - _BEFORE)) + 1
    return _marked("\n".join(lines[first : last + 1]), at - before, words)


def visible(text: str) -> str:
    """The text without control characters, which could pass for marks."""
    return _CONTROL.sub("", text)


def _best_place(folded: str, words: re.Pattern[str]) -> int | None:
    matches = list(islice(words.finditer(folded), _MOST_MATCHES))
    richness = [len(_words_near(matches, place)) for place in range(len(matches))]
    return matches[richness.index(max(richness))].start() if matches else None


def _words_near(matches: list[re.Match[str]], place: int) -> set[str]:
    """The different words that would be shown if the stretch began at a match."""
    reach = matches[place].start() + _LONGEST - _BEFORE
    return {match[0] for match in takewhile(lambda match: match.start() < reach, matches[place:])}


def _marked(text: str, at: int, words: re.Pattern[str]) -> str:
    folded, offsets = fold_with_offsets(text)
    start, end = _window(folded, at)
    pieces, done = ["…"] if folded[:start].strip() else [], offsets[start]
    for match in words.finditer(folded):
        if start <= match.start() < end:
            first, last = offsets[match.start()], offsets[match.end()]
            pieces += [visible(text[done:first]), MARK_ON, visible(text[first:last]), MARK_OFF]
            done = last
    pieces.append(visible(text[done : max(done, offsets[end])]))
    pieces += ["…"] if folded[end:].strip() else []
    return _SPACE.sub(" ", "".join(pieces)).strip()


def _window(folded: str, at: int) -> tuple[int, int]:
    """Where to cut, between words."""
    at = min(at, len(folded))
    start = max(0, at - _BEFORE)
    while 0 < start < at and not folded[start - 1].isspace():
        start += 1
    end = min(len(folded), at + _LONGEST - _BEFORE)
    while end < len(folded) and not folded[end].isspace():
        end += 1
    return start, end
