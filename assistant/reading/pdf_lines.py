"""The lines of a PDF page, letter by letter from PDFium: their words, their place, the figures raised in them.

What PDFium parts into pieces on one height is one line here. It decides nothing about paragraphs.
"""

import ctypes
import re
from collections.abc import Iterator

from pypdfium2 import PdfPage, PdfTextPage, raw

from assistant.reading.pdf_margins import SetLine
from assistant.reading.pdf_rows import RAISED_BY, RAISED_SIZE, in_order, part_columns
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
    lines = in_order(_measure(text, *stretch, letters) for stretch in _stretches(text, letters))
    return lines, len(_UNREADABLE.findall(text.translate(_SIGNS)))


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
    parted, surplus = part_columns(list(gaps.values()), size)
    columns = frozenset(index for number, index in enumerate(gaps) if number in parted)
    words, raised, done = "", [], start
    for figures in _FIGURES.finditer(text, start, end):
        small = letters.size(figures.start()) <= RAISED_SIZE * size
        if small and letters.place(figures.start())[1] >= baseline + RAISED_BY * size:
            words += _readable(text, done, figures.start(), columns)
            raised.append((len(words), figures[0]))
            words, done = words + figures[0], figures.end()
    words += _readable(text, done, end, columns)
    return SetLine(words, left, right - surplus, baseline, size, tuple(raised))


def _gaps(text: str, start: int, end: int, letters: _Letters) -> dict[int, float]:
    """The width of each space."""
    spaces = (index for index in range(start + 1, end - 1) if text[index] == " ")
    return {index: letters.place(index + 1)[0] - letters.right(index - 1) for index in spaces}


def _readable(text: str, start: int, end: int, columns: frozenset[int]) -> str:
    words = "".join("\t" if index in columns else text[index] for index in range(start, end))
    pairs = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return re.sub(" {2,}", " ", clean(_UNREADABLE.sub("", pairs.translate(_SIGNS)))[0])
