"""Paragraphs with the look they are set in, and which of them are the lines of one block.

Word processors know no address block: they set its lines as short paragraphs without space between them. Shared by the
readers of Word and OpenDocument files; it knows neither format.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assistant.model.source import BlockKind
from assistant.reading.text import Piece, begins_item, ends_sentence

_LINE = 60
"""Characters; longer paragraphs are no lines of an address."""
_NO_GAP = 60
"""Twentieths of a point; paragraphs nearer to each other than this look like lines of one block."""


class Look(NamedTuple):
    """What a paragraph is beside its words."""

    kind: BlockKind = BlockKind.PARAGRAPH
    mark: str = ""
    """What is printed before an item of a list: “1.”, “(a)”; empty for bullets and for what is no item."""
    style: str = ""
    before: int = 0
    """Space above, in twentieths of a point."""
    after: int = 0
    contextual: bool = False
    """No space to neighbours of the same style."""


def gap(above: Look, below: Look) -> int:
    """Space between two paragraphs that follow each other, in twentieths of a point."""
    same = above.style == below.style
    after = 0 if same and above.contextual else above.after
    before = 0 if same and below.contextual else below.before
    return max(after, before)


class SetPiece(NamedTuple):
    """A piece with the look it is set in; an empty one is an empty line."""

    piece: Piece
    look: Look = Look()


def join_lines(pieces: Iterable[SetPiece]) -> Iterator[Piece]:
    """Make short paragraphs without space between them the lines of one block: an address, a signature."""
    held = SetPiece(Piece(""))
    for each in pieces:
        if _are_lines(held, each):
            joined = held.piece._replace(text=f"{held.piece.text}\n{each.piece.text}")
            held = SetPiece(joined, each.look)
        else:
            yield held.piece
            held = each
    yield held.piece


def _are_lines(above: SetPiece, below: SetPiece) -> bool:
    last = above.piece.text.rpartition("\n")[2]
    same = above.piece.kind is below.piece.kind and below.piece.kind not in {
        BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.FOOTNOTE,
    }  # fmt: skip
    short = 0 < len(last) <= _LINE and 0 < len(below.piece.text) <= _LINE
    return same and short and gap(above.look, below.look) < _NO_GAP and not (ends_sentence(last) or begins_item(last))
