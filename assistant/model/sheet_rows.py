"""A sheet of paper drawn in rows of cells, as a terminal has them: every word at its place, as near as cells allow.

Where a printed line fits it is kept; where it does not, its paragraph is broken anew, and the page grows longer.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.model.display import literal
from assistant.model.sheet import Align, Box, Region, Sheet, SheetLine, Stretch

WIDEST = 126
"""Cells across a sheet in which every printed line fits."""
NARROWEST = 24
"""Cells below which no letter can be read."""
_LINE = 5.1
"""Height in millimetres that one row stands for: that of a line of the text."""
_WHOLE = 0.45
"""What a distance wants to count as one row more: between paragraphs there is one, between rows of a table none."""
_TEXT = 97
"""Cells that the longest printed line of a letter takes."""
_LEAST_MARGIN = 2
_CORNERS = ("┌╴", "╶┐", "└╴", "╶┘")
"""Of the window in the envelope."""
_RULE = Stretch(text="─" * 12)
"""Stands over the notes."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BREAK = re.compile(r"\s+")


class Words(NamedTuple):
    """Words in one manner, at their place in a row."""

    column: int
    stretch: Stretch
    region: Region


Row = tuple[Words, ...]


class _Drawn(NamedTuple):
    box: Box
    left: int
    right: int
    row: int
    """Its first."""
    end: int
    """The row below it."""


class _Scale:
    """Millimetres from the left edge in columns: margins give way first when there is little room."""

    def __init__(self, sheet: Sheet, width: int) -> None:
        lefts, rights = [box.left for box in sheet.boxes], [box.left + box.width for box in sheet.boxes]
        self._left = min(lefts, default=0.0)
        self._text = max(max(rights, default=sheet.width) - self._left, 1.0)
        natural = round(self._left / sheet.width * width)
        self._margin = max(_LEAST_MARGIN, min(natural, (width - _TEXT) // 2))
        self._cells = width - 2 * self._margin

    def column(self, left: float) -> int:
        """The column of a place."""
        return self._margin + self.cells(left - self._left)

    def cells(self, length: float) -> int:
        """How many cells a length takes."""
        return round(length / self._text * self._cells)


def draw_sheet(sheet: Sheet, width: int) -> tuple[Row, ...]:
    """The rows of a sheet that is `width` cells wide, at least NARROWEST."""
    scale = _Scale(sheet, max(width, NARROWEST))
    rows: dict[int, list[Words]] = {}
    drawn: list[_Drawn] = []
    for box in sorted(sheet.boxes, key=lambda box: (box.top, box.left)):
        left, right = scale.column(box.left), scale.column(box.left + box.width)
        row = _row_of(box, left, right, drawn)
        lines = list(_lines(box, left, right, scale))
        if box.region is Region.NOTES and not any(each.box.region is Region.NOTES for each in drawn):
            rows.setdefault(row - 1, []).append(Words(left, _RULE, Region.NOTES))
        for index, line in enumerate(lines):
            rows.setdefault(row + index, []).extend(line)
        drawn.append(_Drawn(box, left, right, row, row + len(lines)))
    for row, corners in _window(drawn):
        rows.setdefault(row, list(corners))  # a row with words on it keeps them alone
    last = max((each.end + _rows(sheet.height - each.box.bottom) for each in drawn), default=_rows(sheet.height))
    return tuple(tuple(sorted(rows.get(row, ()), key=lambda words: words.column)) for row in range(last))


def _window(drawn: Sequence[_Drawn]) -> Iterator[tuple[int, Row]]:
    """The corners of the envelope's window, in the rows above and below the address that is seen through it."""
    seen = [each for each in drawn if each.box.region is Region.WINDOW]
    if seen and seen[0].row:
        left, right = min(each.left for each in seen) - _LEAST_MARGIN, max(each.right for each in seen)
        for row, (opens, closes) in ((seen[0].row - 1, _CORNERS[:2]), (max(each.end for each in seen), _CORNERS[2:])):
            yield (
                row,
                (Words(left, Stretch(text=opens), Region.WINDOW), Words(right, Stretch(text=closes), Region.WINDOW)),
            )


def sheet_text(sheet: Sheet, width: int = WIDEST) -> str:
    """A sheet as plain text, with its edges."""
    rows = (row_text(row).ljust(width) for row in draw_sheet(sheet, width))
    return "\n".join((f"┌{'─' * width}┐", *(f"│{row}│" for row in rows), f"└{'─' * width}┘"))


def row_text(row: Row) -> str:
    """The words of a row at their columns."""
    text = ""
    for words in row:
        text = text.ljust(words.column) + words.stretch.text
    return text


def cells_of(text: str) -> int:
    """How many cells words take."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.category(character) in ("Mn", "Me", "Cf") for character in text)


def _row_of(box: Box, left: int, right: int, drawn: Sequence[_Drawn]) -> int:
    """Below everything it stands below, at the distance it has from it."""
    above = [each for each in drawn if each.box.bottom <= box.top + 1 or (each.left < right and left < each.right)]
    return max((each.end + _rows(box.top - each.box.bottom) for each in above), default=_rows(box.top))


def _rows(distance: float) -> int:
    return max(0, int(distance / _LINE + _WHOLE))


def _lines(box: Box, left: int, right: int, scale: _Scale) -> Iterator[Row]:
    marker = f"{literal(box.marker)} " if box.marker else ""
    rest = max(scale.cells(box.rest), len(marker))
    first = rest if marker else scale.cells(box.first)
    for index, line in enumerate(_fitting(box.lines, right - left - first, right - left - rest)):
        indent = rest if index else first
        begun = [Words(left, Stretch(text=marker), box.region)] if marker and not index else []
        yield (*begun, *_placed(line, left + indent, right, box))


def _placed(line: SheetLine, left: int, right: int, box: Box) -> Iterator[Words]:
    """The words of a line from its left on; what stands behind a tab, at its right edge."""
    _, tab, behind = line.text.partition("\t")
    room = right - left - cells_of(line.text)
    column = left + {Align.LEFT: 0, Align.CENTRE: room // 2, Align.RIGHT: room}[box.align] if not tab else left
    for stretch in line.stretches:
        for text in re.split(r"(\t)", stretch.text):
            if text == "\t":
                column = max(column + 1, right - cells_of(behind))
            elif text:
                shown = literal(text.translate(_RAISED) if stretch.raised else text)
                yield Words(column, stretch.model_copy(update={"text": shown}), box.region)
                column += cells_of(shown)


def _fitting(lines: Sequence[SheetLine], first: int, rest: int) -> Iterator[SheetLine]:
    """The lines as they are printed where all of them fit, else broken anew."""
    if all(cells_of(line.text) <= (rest if index else first) for index, line in enumerate(lines)):
        yield from lines
        return
    held: list[Stretch] = []
    room = first
    for line in lines:
        held += [*([Stretch(text=" ")] if held else []), *line.stretches]
        if line.ended:
            yield from _broken(held, room, rest)
            held, room = [], rest
    if held:
        yield from _broken(held, room, rest)


def _broken(stretches: Sequence[Stretch], first: int, rest: int) -> Iterator[SheetLine]:
    text = "".join(stretch.text for stretch in stretches)
    for start, end in _spans(text, max(first, 1), max(rest, 1)):
        yield SheetLine(stretches=tuple(_cut(stretches, start, end)))


def _spans(text: str, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line; a word too long for one is parted where the line ends."""
    start, end, room = 0, 0, first
    for word_end in [*(gap.start() for gap in _BREAK.finditer(text)), len(text)]:
        if cells_of(text[start:word_end]) > room:
            if end > start:
                yield start, end
                start, room = _begin(text, end), rest
            while (cut := _cut_off(text, start, room)) < word_end:
                yield start, cut
                start, room = cut, rest
        end = word_end
    if end > start:
        yield start, end


def _cut_off(text: str, start: int, room: int) -> int:
    """Where the characters end that fit into so many cells, one at least."""
    taken = 0
    for end in range(start, len(text)):
        taken += cells_of(text[end])
        if taken > room and end > start:
            return end
    return len(text)


def _begin(text: str, end: int) -> int:
    gap = _BREAK.match(text, end)
    return gap.end() if gap else end


def _cut(stretches: Sequence[Stretch], start: int, end: int) -> Iterator[Stretch]:
    at = 0
    for stretch in stretches:
        text = stretch.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield stretch.model_copy(update={"text": text})
        at += len(stretch.text)
