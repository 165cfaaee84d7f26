"""Breaks the text of a source into the lines of a column: which characters stand on which line.

It counts screen cells and nothing else. Every visible character stands on exactly one line, so that a place in the
text and a place on the screen can be told from each other. A report of 300 pages takes some 50 milliseconds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from assistant.model.display import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.model.source import BlockKind, Source

_NARROW = re.compile(
    r"[\x20-\x7e\xa0-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
"""Scripts whose every character takes one cell; whatever else a line holds is measured."""

_COLUMN_OF_A_PAGE = 50
"""Characters: text in shorter lines was broken by its writer, an address for instance."""

_WORD = re.compile(r"\S+\s*|\s+")


class Line(NamedTuple):
    """A line of the column: characters `[start:end]` of the text, or a rule or gap when there are none."""

    start: int
    end: int
    kind: BlockKind | None = None
    number: int | None = None
    """Of the paragraph, on its first line."""
    page: int | None = None
    """On a rule: the page that begins here."""


class Column:
    """A source set in lines no wider than `width` cells; paragraphs are counted from the character `first` on."""

    def __init__(self, source: Source, width: int, first: int = 0) -> None:
        self.text = set_text(source)
        self.lines = list(_with_pages(_lines(source, self.text, max(width, 8), first), source.description.pages))
        self._starts = [line.start for line in self.lines]

    def line_at(self, offset: int) -> int:
        """Index of the line that holds the character at `offset`; 0 for a text without lines."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        while index and self.lines[index].start == self.lines[index].end:
            index -= 1
        return index


def set_text(source: Source) -> str:
    """The text literal, tabs and the line breaks of a printed column as spaces; offsets stay."""
    letters = literal(source.text).replace("\t", " ")
    blocks = [source.block_span(index) for index in range(len(source.blocks))]
    broken = [(start, end) for start, end in blocks if "\n" in letters[start:end]]
    pieces, done = [], 0
    for start, end in broken:
        pieces += [letters[done:start], _join_lines(letters[start:end])]
        done = end
    return "".join([*pieces, letters[done:]])


def _join_lines(block: str) -> str:
    """A line break is the column's, not the writer's, when the next word would not have fitted into the column."""
    lines = block.split("\n")
    column = max(len(line) for line in lines)
    if column < _COLUMN_OF_A_PAGE:
        return block
    joined = lines[0]
    for before, line in pairwise(lines):
        word = line.split(maxsplit=1)[0] if line.strip() else ""
        full = bool(word) and len(before) + 1 + len(word) > column
        joined += (" " if full else "\n") + line
    return joined


def _lines(source: Source, text: str, width: int, first: int) -> Iterator[Line]:
    number, behind = 0, source.blocks[0].start if source.blocks else len(text)
    if text[:behind].strip():
        yield from (Line(*span) for span in _break(text, 0, behind, width))
    for index, block in enumerate(source.blocks):
        start, end = source.block_span(index)
        if text.count("\n", behind, start) > 1:
            yield Line(behind, behind)
        counted = block.start >= first and block.counted
        number += counted
        for place, (line_start, line_end) in enumerate(_break(text, start, end, width)):
            words_end = line_start + len(text[line_start:line_end].rstrip())
            yield Line(line_start, words_end, block.kind, number if counted and not place else None)
        behind = end


def _with_pages(lines: Iterator[Line], pages: tuple[int, ...]) -> Iterator[Line]:
    following = iter(enumerate(pages[1:], 2))
    page, begins = next(following, (0, None))
    for line in lines:
        while begins is not None and line.end > begins:
            yield Line(line.start, line.start, page=page)
            page, begins = next(following, (0, None))
        yield line


def _break(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    while start <= end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if _NARROW.fullmatch(text, start, stop):
            yield from _break_narrow(text, start, stop, width)
        else:
            yield from _break_wide(text, start, stop, width)
        start = stop + 1


def _break_narrow(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    if start == end:
        yield start, end
    for match in _fitting(width).finditer(text, start, end):
        yield match.span()


@lru_cache(maxsize=16)
def _fitting(width: int) -> re.Pattern[str]:
    """As many whole words as fit into a line with the space behind them, else a piece of one word."""
    return re.compile(rf".{{1,{width}}}(?:\s+|\Z)|.{{{width}}}")


def _break_wide(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    begins, cells = start, 0
    for word_start, word_end in _pieces(text, start, end, width):
        word = text[word_start:word_end]
        if cells and cells + cell_len(word.rstrip()) > width:
            yield begins, word_start
            begins, cells = word_start, 0
        cells += cell_len(word)
    yield begins, end


def _pieces(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Words with the space behind them; a word too wide for a line in pieces of single characters."""
    for match in _WORD.finditer(text, start, end):
        if cell_len(match[0].rstrip()) <= width:
            yield match.span()
        else:
            yield from ((offset, offset + 1) for offset in range(*match.span()))
