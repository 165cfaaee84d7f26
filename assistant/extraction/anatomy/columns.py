"""Signatures side by side: each row holds a piece of every signatory, parted by wide blanks.

Only rows that follow each other tell columns; one wide blank alone may stand between anything.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.extraction.document import Document, Line

_GAP = re.compile(r" {3,}")


def first_column(document: Document, rows: Sequence[Line]) -> list[Line]:
    """The rows cut down to what stands leftmost in them; as they are where no two rows below each other have a gap."""
    cut = [_before_gap(document, row) for row in rows]
    gaps = [piece.end < row.end for piece, row in zip(cut, rows, strict=True)]
    together = any(one and other for one, other in pairwise(gaps))
    return cut if together else [*rows]


def _before_gap(document: Document, row: Line) -> Line:
    gap = _GAP.search(document.view, row.start, row.end)
    if gap is None:
        return row
    return Line(row.start, gap.start(), row.block, document.source.text[row.start : gap.start()], row.hard)
