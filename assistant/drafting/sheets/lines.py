"""Breaks a paragraph into the lines it has in print, by the widths of its letters. Lengths are points."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from assistant.drafting.sheets.flow import NEW_PAGE, Paragraph, Piece

_LETTER = rf"(?:[^ \n\t{NEW_PAGE}]| +(?=[!?;:,.)\]}}]))"
_TOKEN = re.compile(
    rf"[\n\t{NEW_PAGE}]| +(?![!?;:,.)\]}}])|{_LETTER}+?(?:[-–—](?=[^\W\d_])|(?=[ \n\t{NEW_PAGE}](?![!?;:,.)\]}}]))|$)"
)
"""A break, a space or a word: lines part at spaces and behind dashes, never before a closing mark (UAX 14, LB13)."""
_BREAKS = ("\n", NEW_PAGE)
_RAISED = 0.58
"""Size of a raised mark, as a part of that of the type around it."""


class Line(NamedTuple):
    """A line of a paragraph."""

    pieces: tuple[Piece, ...]
    height: float
    ended: bool
    """Whether the writer ended it."""
    new_page: bool = False
    """Whether what follows begins on a new page."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Ids of the notes whose marks stand in it."""
        return tuple(piece.note for piece in self.pieces if piece.note)


class _Word(NamedTuple):
    """Pieces that no end of line parts, or the space between two of them."""

    pieces: tuple[Piece, ...]
    width: float

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def set_lines(paragraph: Paragraph, width: float) -> tuple[Line, ...]:
    """The lines of a paragraph in a column of this width; an empty paragraph has one."""
    shape = paragraph.shape
    room = width - shape.left - shape.right
    first = room - (0.0 if paragraph.marker else shape.first)
    return tuple(_line(paragraph, *each) for each in _broken(_words(paragraph.pieces), first, room))


def _line(paragraph: Paragraph, words: Sequence[_Word], end: str) -> Line:
    pieces = _joined(piece for word in words for piece in word.pieces)
    shape, types = paragraph.shape, [piece.manner for piece in pieces] or [paragraph.type]
    natural = max(manner.face.line * manner.size for manner in types) * (1.0 if shape.exact else shape.line)
    picture = max((piece.height for piece in pieces), default=0.0)
    return Line(pieces, shape.line if shape.exact else max(natural, picture), end in _BREAKS, end == NEW_PAGE)


def _broken(words: Iterable[_Word], first: float, room: float) -> Iterator[tuple[list[_Word], str]]:
    """Words line by line, each with the character that ended it; spaces at the end of a line are gone."""
    line: list[_Word] = []
    space: list[_Word] = []
    left = first
    for word in words:
        if word.text in _BREAKS:
            yield line, word.text
            line, space, left = [], [], room
        elif word.text.isspace() and word.text != "\t":
            space.append(word)
        elif line and sum(each.width for each in (*space, word)) > left:
            yield line, ""
            line, space, left = [word], [], room - word.width
        else:
            left -= sum(each.width for each in (*space, word))
            line, space = [*line, *space, word], []
    yield line, "\n"


def _words(pieces: Sequence[Piece]) -> Iterator[_Word]:
    """What may not be parted, however many manners it is printed in; pictures are words of no width."""
    held: list[Piece] = []
    for piece in pieces:
        for token in _TOKEN.findall(piece.text) or [""]:
            part = piece._replace(text=token)
            if token.isspace() or token in _BREAKS:
                yield from _word(held)
                held = []
                yield from _word([part])
            else:
                held.append(part)
                if token.endswith(("-", "–", "—")):
                    yield from _word(held)
                    held = []
    yield from _word(held)


def _word(pieces: Sequence[Piece]) -> Iterator[_Word]:
    if pieces:
        yield _Word(tuple(pieces), sum(_width(piece) for piece in pieces))


def _width(piece: Piece) -> float:
    manner = piece.manner
    return manner.width(piece.text) * (_RAISED if manner.raised else 1.0)


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces of one manner made one."""
    groups = groupby(pieces, key=lambda piece: (piece.manner, piece.note, piece.height, piece.mark))
    return tuple(
        Piece("".join(piece.text for piece in group), manner, note, height, mark)
        for (manner, note, height, mark), group in groups
    )
