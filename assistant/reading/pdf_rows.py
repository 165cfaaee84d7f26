"""Pieces of a page that stand on one height, joined to the lines a reader sees.

Works on places alone, whether letters or recognised words gave them. It decides nothing about paragraphs.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from assistant.reading.pdf_margins import SetLine

_SAME_HEIGHT = 0.5
"""Share of the size of letters by which pieces of one line may differ in height."""
_SPACE, _COLUMN = 0.15, 2.5
"""Distance on one line, in sizes of letters, from which on a space, or another column, is between words."""
_STRETCHED = 1.2
"""Width of a space, in sizes of letters, from which on a line was stretched to the margin."""
RAISED_BY, RAISED_SIZE = 0.15, 0.8
"""Note marks stand higher by this share of the size, and are smaller than this share."""


def in_order(pieces: Iterable[SetLine]) -> tuple[SetLine, ...]:
    """The lines that pieces in reading order make: from top to bottom, or column after column."""
    lines: list[SetLine] = []
    for piece in pieces:
        if lines and _is_beside(lines[-1], piece):
            lines[-1] = _beside(lines[-1], piece)
        elif piece.text.strip():
            lines.append(piece)
    if _is_one_column(lines):
        lines.sort(key=lambda line: -line.baseline)
    return tuple(lines)


def part_columns(gaps: Sequence[float], size: float) -> tuple[frozenset[int], float]:
    """Which of the gaps between the words of a line part columns, and by how much the line is wider than its words.

    A line with wide gaps is not full, whatever its width: the writer ended it.
    """
    wide = [gap for gap in gaps if gap > _STRETCHED * size]
    stretched = len(wide) == len(gaps) > 1
    columns = frozenset(index for index, gap in enumerate(gaps) if gap > _COLUMN * size and not stretched)
    return columns, sum(wide) if stretched or columns else 0.0


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
    small = piece.size <= RAISED_SIZE * larger.size and piece.baseline >= larger.baseline + RAISED_BY * larger.size
    return ((0, figures),) if small and figures.isdecimal() else piece.raised


def _is_one_column(lines: Sequence[SetLine]) -> bool:
    ordered = sorted(lines, key=lambda line: -line.baseline)
    return all(above.baseline - below.baseline > _SAME_HEIGHT * below.size for above, below in pairwise(ordered))
