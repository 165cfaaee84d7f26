"""The lines of a PDF page, letter by letter from PDFium: their words, their place, the figures raised in them.

What PDFium parts into pieces on one height is one line here. It decides nothing about paragraphs.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pypdfium2 import PdfPage, PdfTextPage, raw

from assistant.reading.pdf_margins import SetLine
from assistant.reading.text import clean

_HYPHEN, _LINE_END = "\x02", "\r\n"
"""What PDFium writes for a hyphen at the end of a line, and behind other lines."""
_SIGNS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "‣", _HYPHEN: "-"}
)
"""Ligatures, and the bullets of Word’s symbol fonts."""
_UNREADABLE = re.compile("[\x00\ufffd\ufffe\uffff\ue000-\uf8ff]")
_FIGURES = re.compile(r"(?<![\d\s])\d{1,3}(?!\d)")
_SAME_HEIGHT = 0.5
"""Share of the size of letters by which pieces of one line may differ in height."""
_SPACE, _COLUMN = 0.15, 2.5
"""Distance on one line, in sizes of letters, from which on a space, or another column, is between words."""
_STRETCHED = 1.2
"""Width of a space, in sizes of letters, from which on a line was stretched to the margin."""
_RAISED_BY, _RAISED_SIZE = 0.15, 0.8
"""Note marks stand higher by this share of the size, and are smaller than this share."""


class _Letters:
    """Asks PDFium about single letters of a page, upright whatever way the page is turned."""

    def __init__(self, page: PdfPage, words: PdfTextPage) -> None:
        self._words = words
        self._turned = page.get_rotation()
        self._left, self._bottom, self._right, self._top = page.get_bbox()

    def texts(self) -> str:
        """All letters in PDFium's order, one for each index."""
        count = raw.FPDFText_CountChars(self._words)
        return "".join(chr(raw.FPDFText_GetUnicode(self._words, index)) for index in range(count))

    def place(self, index: int) -> tuple[float, float]:
        """Where a letter begins: distance from the left, height of its base line."""
        across, up = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._words, index, across, up)
        return self._upright(across.value, up.value)

    def right(self, index: int) -> float:
        """Where a letter ends."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(self._words, index, left, right, bottom, top)
        return max(self._upright(left.value, bottom.value)[0], self._upright(right.value, top.value)[0])

    def size(self, index: int) -> float:
        """The size of a letter as printed, in points."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._words, index, matrix)
        scale = (matrix.b**2 + matrix.d**2) ** 0.5 or 1.0
        return float(raw.FPDFText_GetFontSize(self._words, index)) * scale

    def _upright(self, across: float, up: float) -> tuple[float, float]:
        match self._turned:
            case 90:
                return up - self._bottom, self._right - across
            case 180:
                return self._right - across, self._top - up
            case 270:
                return self._top - up, across - self._left
        return across - self._left, up - self._bottom


def lines_of(page: PdfPage, words: PdfTextPage) -> tuple[tuple[SetLine, ...], int]:
    """The lines of a page from top to bottom, and the number of letters that are not known to Unicode."""
    letters = _Letters(page, words)
    text = letters.texts()
    pieces = [_measure(text, *stretch, letters) for stretch in _stretches(text, letters)]
    lines = _join(pieces)
    if _is_one_column(lines):
        lines.sort(key=lambda line: -line.baseline)
    return tuple(lines), len(_UNREADABLE.findall(text.translate(_SIGNS)))


def _stretches(text: str, letters: _Letters) -> Iterator[tuple[int, int]]:
    """Start and end of what PDFium gives in one go; its hyphen ends a line when the next letter stands lower."""
    start = 0
    for found in re.finditer(f"[{_LINE_END}]+|{_HYPHEN}|$", text):
        hyphen = found[0] == _HYPHEN
        if hyphen and found.end() < len(text) and not _stands_lower(letters, found.end(), found.start()):
            continue
        end = found.end() if hyphen else found.start()
        stretch = text[start:end]
        if stretch.strip():
            yield start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())
        start = found.end()


def _stands_lower(letters: _Letters, index: int, before: int) -> bool:
    return letters.place(index)[1] < letters.place(before)[1] - 1


def _measure(text: str, start: int, end: int, letters: _Letters) -> SetLine:
    """A stretch of letters with its place; its height and size are those of its first letter that is no figure."""
    usual = next((index for index in range(start, end) if text[index].isalpha()), start)
    size, baseline = letters.size(usual), letters.place(usual)[1]
    left, right = letters.place(start)[0], letters.right(end - 1)
    gaps = _gaps(text, start, end, letters)
    wide = [gap for gap in gaps.values() if gap > _STRETCHED * size]
    stretched = len(wide) == len(gaps) > 1
    columns = frozenset(index for index, gap in gaps.items() if gap > _COLUMN * size and not stretched)
    if stretched or columns:
        right -= sum(wide)  # such a line is not full, whatever its width: the writer ended it
    words, raised, done = "", [], start
    for figures in _FIGURES.finditer(text, start, end):
        small = letters.size(figures.start()) <= _RAISED_SIZE * size
        if small and letters.place(figures.start())[1] >= baseline + _RAISED_BY * size:
            words += _readable(text, done, figures.start(), columns)
            raised.append((len(words), figures[0]))
            words, done = words + figures[0], figures.end()
    words += _readable(text, done, end, columns)
    return SetLine(words, left, right, baseline, size, tuple(raised))


def _gaps(text: str, start: int, end: int, letters: _Letters) -> dict[int, float]:
    """The width of each space."""
    spaces = (index for index in range(start + 1, end - 1) if text[index] == " ")
    return {index: letters.place(index + 1)[0] - letters.right(index - 1) for index in spaces}


def _readable(text: str, start: int, end: int, columns: frozenset[int]) -> str:
    words = "".join("\t" if index in columns else text[index] for index in range(start, end))
    pairs = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return re.sub(" {2,}", " ", clean(_UNREADABLE.sub("", pairs.translate(_SIGNS)))[0])


def _join(pieces: Iterable[SetLine]) -> list[SetLine]:
    lines: list[SetLine] = []
    for piece in pieces:
        if lines and _is_beside(lines[-1], piece):
            lines[-1] = _beside(lines[-1], piece)
        elif piece.text.strip():
            lines.append(piece)
    return lines


def _is_beside(line: SetLine, piece: SetLine) -> bool:
    size = max(line.size, piece.size)
    return abs(line.baseline - piece.baseline) < _SAME_HEIGHT * size and piece.left > line.right - size


def _beside(line: SetLine, piece: SetLine) -> SetLine:
    larger = max(line, piece, key=lambda each: each.size)
    distance = (piece.left - line.right) / larger.size
    space = "\t" if distance > _COLUMN else " " if distance > _SPACE else ""
    shift = len(line.text) + len(space)
    raised = _own_mark(line, larger) + tuple((at + shift, each) for at, each in _own_mark(piece, larger))
    text = line.text + space + piece.text
    right = piece.right - (piece.left - line.right if space == "\t" else 0)
    return SetLine(text, line.left, right, larger.baseline, larger.size, raised)


def _own_mark(piece: SetLine, larger: SetLine) -> tuple[tuple[int, str], ...]:
    """The raised figures of a piece, which may itself be one, being smaller than what stands beside it."""
    figures = piece.text.strip()
    small = piece.size <= _RAISED_SIZE * larger.size and piece.baseline >= larger.baseline + _RAISED_BY * larger.size
    return ((0, figures),) if small and figures.isdecimal() else piece.raised


def _is_one_column(lines: Sequence[SetLine]) -> bool:
    ordered = sorted(lines, key=lambda line: -line.baseline)
    return all(above.baseline - below.baseline > _SAME_HEIGHT * below.size for above, below in pairwise(ordered))
