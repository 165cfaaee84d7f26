"""From the words a machine recognised on a page to its lines, and which of the words are doubtful.

Scans lie askew; places are turned upright first. Sizes of letters are measured on letters of one known height, and
those near the usual size count as usual, so that paragraphs, headings and notes are told apart as in any PDF.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median, median_low

from assistant.model.source import Loss
from assistant.reading.losses import Sort
from assistant.reading.ocr import Word
from assistant.reading.pdf_margins import SetLine, Sheet
from assistant.reading.pdf_rows import in_order, part_columns

_TALL = re.compile(r"(?=.*[A-Zbdfhkl])[A-IK-PR-Za-fhik-or-xz]+\.?")
"""Words that reach from the base line to the height of capitals, no higher and no lower."""
_ON_BASE_LINE = re.compile(r"[A-IK-PR-Za-fhik-or-xz0-9.]+")
_HEIGHT_OF_CAPITALS = 0.7
"""Share of the size of letters."""
_DESCENT = 0.2
"""How far letters such as “g” reach below the base line, as a share of their size."""
_NEAR_USUAL = 0.08
"""Difference in size that is only the measuring's."""
_LONG = 10
"""Letters' heights that a line must be long to show how a page lies."""
_DOUBTFUL = 60.0
"""Confidence below which a word is named; a clean page has a handful of such words at most."""
_SIGNS = re.compile(r"[^\w]{1,2}|_{1,2}")
_NAMED = 12
"""So many doubtful words are named for a page."""
_USUAL_SIZE = 11.0
_MISREAD = Sort("1 word may be misread", "{} words may be misread")
_SPECK = Sort("1 speck was left out", "{} specks were left out")


def sheet_of(words: Sequence[Word], number: int, dots: tuple[int, int], scale: float) -> Sheet:
    """A page as a sheet; `dots` are width and height of its picture, `scale` is the points of a dot."""
    words, high = _stand_upright(words, *dots)
    height = high * scale
    rows = [list(row) for _, row in groupby(words, key=lambda word: word.line)]
    slope = _slope(rows)
    upright = [[_turn(word, slope) for word in row] for row in rows]
    usual = _usual_size(upright)
    lines = in_order(_set_line(row, usual, height, scale) for row in upright)
    return Sheet(number, height, lines, recognised=True)


def part_specks(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """The words, and what is more likely dirt on the paper: a sign or two of which the program was unsure."""
    specks = [word for word in words if word.confidence < _DOUBTFUL and _SIGNS.fullmatch(word.text)]
    dirt = set(specks)
    return [word for word in words if word not in dirt], specks


def doubts(words: Sequence[Word], specks: Sequence[Word], page: int) -> Iterator[Loss]:
    """Losses that name the words which may be misread, and the specks that were left out."""
    doubtful = [word for word in words if word.confidence < _DOUBTFUL]
    for found, sort in ((doubtful, _MISREAD), (specks, _SPECK)):
        if found:
            said = sort.one if len(found) == 1 else sort.several.format(len(found))
            named = ", ".join(f"“{word.text}”" for word in found[:_NAMED])
            misread = tuple(word.text for word in found) if sort is _MISREAD else ()
            yield Loss(what=f"{said}: {named}{', …' if len(found) > _NAMED else ''}", page=page, words=misread)


def _stand_upright(words: Sequence[Word], width: int, height: int) -> tuple[Sequence[Word], int]:
    """Words where they stand when the picture is held as it is to be read, and its height then."""
    across = down = 0
    for word, following in pairwise(words):
        if word.line == following.line:
            across += following.left + following.right - word.left - word.right
            down += following.top + following.bottom - word.top - word.bottom
    if abs(down) > abs(across):
        words = [_quarter_turn(word, width) for word in words]
        width, height = height, width
    if min(across, down, key=lambda way: -abs(way)) < 0:
        words = [_half_turn(word, width, height) for word in words]
    return words, height


def _quarter_turn(word: Word, width: int) -> Word:
    """Counterclockwise, in a picture of this width."""
    return word._replace(left=word.top, right=word.bottom, top=width - word.right, bottom=width - word.left)


def _half_turn(word: Word, width: int, height: int) -> Word:
    left, top = width - word.right, height - word.bottom
    return word._replace(left=left, right=width - word.left, top=top, bottom=height - word.top)


def _slope(rows: Sequence[Sequence[Word]]) -> float:
    """By how much lines sink on their way to the right."""
    slopes = []
    for row in rows:
        standing = [word for word in row if _ON_BASE_LINE.fullmatch(word.text)]
        if standing and standing[-1].left - standing[0].left > _LONG * (row[0].bottom - row[0].top):
            first, last = standing[0], standing[-1]
            slopes.append((last.bottom - first.bottom) / (last.left - first.left))
    return median(slopes) if slopes else 0.0


def _turn(word: Word, slope: float) -> Word:
    """A word where it would stand on a page that lies straight."""
    down, across = round(slope * word.left), round(slope * word.bottom)
    return word._replace(
        left=word.left + across, right=word.right + across, top=word.top - down, bottom=word.bottom - down
    )


def _size(row: Sequence[Word]) -> float:
    """The size of the letters of a line in dots; 0 when no word shows it."""
    heights = [word.bottom - word.top for word in row if _TALL.fullmatch(word.text)]
    return median_low(heights) / _HEIGHT_OF_CAPITALS if heights else 0.0


def _usual_size(rows: Sequence[Sequence[Word]]) -> float:
    sizes = [_size(row) for row in rows for _ in row]
    return median_low([size for size in sizes if size] or [0.0])


def _set_line(row: Sequence[Word], usual: float, height: float, scale: float) -> SetLine:
    size = _size(row) or usual
    if abs(size - usual) <= _NEAR_USUAL * usual:
        size = usual
    gaps = [float(following.left - word.right) for word, following in pairwise(row)]
    columns, surplus = part_columns(gaps, size or _USUAL_SIZE / scale)
    spaces = ["\t" if index in columns else " " for index in range(len(gaps))]
    text = "".join(word.text + space for word, space in zip(row, [*spaces, ""], strict=True))
    standing = [word.bottom for word in row if _ON_BASE_LINE.fullmatch(word.text)]
    base_line = median(standing) if standing else max(word.bottom for word in row) - _DESCENT * size
    left, right = row[0].left, row[-1].right - surplus
    return SetLine(text, left * scale, right * scale, height - base_line * scale, size * scale or _USUAL_SIZE)
