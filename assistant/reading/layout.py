"""From lines to paragraphs: which line break was made by the writer, and which by the width of the page.

Works on any measure: characters in a text file, points on a PDF page. It knows no files and changes no words.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.reading.text import begins_item, begins_small, ends_sentence, is_item_mark

_WIDER_GAP = 1.25
"""Distance of two lines, in normal distances, from which on a paragraph ends."""
_OTHER_SIZE = 1.12
"""Ratio of letter sizes from which on two lines belong to different paragraphs."""
FULL = 0.85
"""Share of the width from which on a line counts as full."""
_SHORT = 0.75
"""Share of the width below which a line ends a paragraph even without a full stop."""


class Line(NamedTuple):
    """A line of text with its measures."""

    text: str
    left: float
    right: float
    gap: float = 1.0
    """Distance from the line above, 1 being the normal one."""
    size: float = 1.0
    """Height of its letters."""
    whole: bool = False
    """It is a paragraph by itself, however long."""


def paragraphs(lines: Iterable[Line], margin: float) -> Iterator[list[Line]]:
    """Divide lines into paragraphs; `margin` is the right edge that full lines reach."""
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and _parts(paragraph, line, margin):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def is_deliberate(line: Line, following: Line, margin: float) -> bool:
    """Whether the writer ended `line`: the first word of the following one would still have found room."""
    word = len(following.text.split(maxsplit=1)[0])
    return line.right + (word + 1) * letter_width(line) <= margin


def letter_width(line: Line) -> float:
    """Average width of a letter."""
    return (line.right - line.left) / max(1, len(line.text))


def usual_margin(rights: Sequence[float]) -> float:
    """The right edge that nine of ten lines keep; 0 for no lines."""
    ordered = sorted(rights)
    return ordered[int(len(ordered) * 0.9)] if ordered else 0.0


def _parts(paragraph: list[Line], line: Line, margin: float) -> bool:
    last = paragraph[-1]
    if is_item_mark(last.text):
        return is_item_mark(line.text)
    if last.whole or line.whole or line.gap > _WIDER_GAP or line.gap < 0 or _differs(last.size, line.size):
        return True
    deliberate = is_deliberate(last, line, margin)
    if begins_item(line.text):
        return deliberate or ends_sentence(last.text)
    if not deliberate:
        return ends_sentence(last.text) and _is_indented(paragraph, line)
    if _runs_on(last.text, line.text) or not (ends_sentence(last.text) or last.right < _SHORT * margin):
        return False
    if len(paragraph) > 1 and not is_deliberate(paragraph[-2], last, margin):
        return ends_sentence(last.text) or not begins_small(line.text)
    return line.right >= FULL * margin and not begins_item(paragraph[0].text)


def _differs(size: float, other: float) -> bool:
    return max(size, other) > _OTHER_SIZE * min(size, other)


def _runs_on(last: str, following: str) -> bool:
    return begins_small(following) and not ends_sentence(last) and not last.rstrip().endswith(",")


def _is_indented(paragraph: list[Line], line: Line) -> bool:
    """Whether a line is set in like the first of a new paragraph; the first lines of items hang out instead."""
    leftmost = min(other.left for other in paragraph[-2:])
    return line.left > leftmost + 1.5 * letter_width(line) and not begins_item(paragraph[0].text)
