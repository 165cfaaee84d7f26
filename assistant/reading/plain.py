"""Plain text, kept as it is: only line ends, control characters and the form of accents are made even.

Paragraphs are found by empty lines, list marks and the width of the page. A text that clearly is Markdown is handed
to its reader.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from pathlib import Path

from assistant.model.source import Block, BlockKind
from assistant.reading.encoding import decode
from assistant.reading.formats import load_reader
from assistant.reading.layout import FULL, Line, paragraphs, usual_margin
from assistant.reading.limits import Limits, bounded
from assistant.reading.text import Document, begins_item, clean, continues, control_loss, join_words

_UNBROKEN = 150
"""Characters; a longer line was not broken for the page and is a paragraph by itself."""
_NARROWEST_PAGE = 60
_FULL_LINES = 3
"""So many lines near the right edge tell that a text was broken for the page."""
_MARKED_UP = re.compile(
    r"\[[^\[\]\n]+\]\((?:#|https?:|mailto:|/)[^()\s]*\)"
    r"|(?<![*\\])\*\*(?=[^\s*])[^*]{1,2000}(?<=[^\s*])\*\*(?!\*)"
    r"|\\[(\[].*\\[)\]]"
)
"""An inline link, strong emphasis, a pair of escaped brackets: nobody types these into a letter by chance."""


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read a text file; raises TooLargeFileError, and UnsupportedFileError when the bytes make no text."""
    text, losses = decode(data, path, limits.text_bytes)
    if len(data) <= limits.markdown_bytes and _MARKED_UP.search(text):
        return load_reader("markdown")(data, path, limits)
    text, removed = clean(join_words(text))
    blocks = tuple(bounded(divide(text), limits.blocks, "paragraphs", path))
    return Document(text, blocks, losses=losses + control_loss(removed))


def divide(text: str) -> Iterator[Block]:
    """The blocks of a text: parted by empty lines, by list marks, by the ends of paragraphs broken for the page."""
    previous = ""
    for group in _groups(text):
        for start, words in _paragraphs(group):
            item = begins_item(words)
            if not previous or not continues(previous, words):
                yield Block(start=start, kind=BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH)
            previous = words


def split(text: str) -> Iterator[str]:
    """The words of each block of a text; for markup in which only some paragraphs are marked."""
    starts = [block.start for block in divide(text)]
    for start, end in pairwise([*starts, len(text)]):
        yield text[start:end].rstrip()


def _groups(text: str) -> Iterator[list[tuple[int, Line]]]:
    """Lines that no empty line parts, each with the offset of its first visible character."""
    group: list[tuple[int, Line]] = []
    offset = 0
    for row in text.split("\n"):
        words = row.strip()
        indent = len(row) - len(row.lstrip())
        if words:
            line = Line(words, indent, indent + len(words), whole=len(words) > _UNBROKEN)
            group.append((offset + indent, line))
        elif group:
            yield group
            group = []
        offset += len(row) + 1
    if group:
        yield group


def _paragraphs(group: list[tuple[int, Line]]) -> Iterator[tuple[int, str]]:
    first = 0
    for lines in paragraphs([line for _, line in group], _page_margin(group)):
        yield group[first][0], "\n".join(line.text for line in lines)
        first += len(lines)


def _page_margin(group: Sequence[tuple[int, Line]]) -> float:
    """The right edge the lines were broken at; infinite when they were not broken for a page."""
    rights = [line.right for _, line in group if " " in line.text and not line.whole]
    margin = usual_margin(rights)
    full = sum(right >= FULL * margin for right in rights)
    return margin if margin >= _NARROWEST_PAGE and full >= _FULL_LINES else inf
