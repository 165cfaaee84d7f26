"""From the lines of PDF pages to paragraphs, those broken over pages in one piece.

It knows lines and where they stand, not PDF. A header, footer or note never comes between the words of a sentence.
"""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from assistant.model.source import BlockKind
from assistant.reading.hyphens import Hyphens
from assistant.reading.layout import Line, is_deliberate, paragraphs, usual_margin
from assistant.reading.losses import Tally
from assistant.reading.pdf_margins import Page, SetLine, Sheet, body_size, take_apart
from assistant.reading.text import Piece, begins_item, begins_small, continues, ends_sentence

_LARGE = 1.15
"""Size of letters in proportion to the body from which on they are those of a heading."""
_SAME_SIZE = 1.12
_USUAL_LEADING = 1.2
"""Distance of lines in proportion to the size of their letters, where a document is too short to tell."""


class _Paragraph(NamedTuple):
    """A paragraph of the body, and the page each of its lines stands on."""

    lines: list[Line]
    pages: list[int]


def pieces(sheets: Sequence[Sheet], tally: Tally) -> Iterator[Piece]:
    """The pieces of a document in reading order; what each page repeats is kept once, the rest goes to the tally."""
    pages = take_apart(sheets, tally)
    setting = _Setting([line for page in pages for line in page.body], body_size(sheets))
    beside = deque(_beside(pages))
    for paragraph in setting.flow(pages):
        first, last = paragraph.pages[0], paragraph.pages[-1]
        # notes below the first page of a broken paragraph go before it, so that pages stay in order
        while beside and beside[0][:2] <= (first, int(last > first)):
            yield beside.popleft()[2]
        yield setting.piece(paragraph)
    yield from (piece for _, _, piece in beside)


def _beside(pages: Sequence[Page]) -> Iterator[tuple[int, int, Piece]]:
    """Headers (0), notes and footers (1) of all pages, in order."""
    for page in pages:
        yield page.number, 0, Piece(page.header, BlockKind.HEADER, page.number)
        for note in page.notes:
            yield page.number, 1, Piece(note, BlockKind.FOOTNOTE, page.number)
        yield page.number, 1, Piece(page.footer, BlockKind.FOOTER, page.number)


class _Setting:
    """How the body of a document is set: its right edge, the distance of its lines, its way with hyphens."""

    def __init__(self, body: Sequence[SetLine], size: float) -> None:
        self._size = size
        self._margin = usual_margin([line.right for line in body])
        self._leading = _leading(body)
        self._hyphens = Hyphens(line.text for line in body)

    def flow(self, pages: Sequence[Page]) -> Iterator[_Paragraph]:
        """The paragraphs of the body, those broken over pages or columns joined."""
        held: _Paragraph | None = None
        for page in pages:
            for lines in paragraphs(self._measured(page.body), self._margin):
                found = _Paragraph(lines, [page.number] * len(lines))
                if held and self._goes_on(held, found):
                    held = _Paragraph(held.lines + lines, held.pages + found.pages)
                    continue
                if held:
                    yield held
                held = found
        if held:
            yield held

    def piece(self, paragraph: _Paragraph) -> Piece:
        """The words of a paragraph, divided words made whole, with the places where pages begin in it."""
        lines, pages = paragraph
        ends = [
            page == next_page and is_deliberate(line, following, self._margin)
            for (line, following), (page, next_page) in zip(pairwise(lines), pairwise(pages), strict=True)
        ]
        text, starts = self._hyphens.join([line.text for line in lines], ends)
        turns = tuple(
            (start, page) for start, before, page in zip(starts[1:], pages, pages[1:], strict=False) if page != before
        )
        return Piece(text, self._kind(lines[0]), pages[0], turns)

    def _kind(self, line: Line) -> BlockKind:
        if line.size >= _LARGE * self._size:
            return BlockKind.HEADING
        return BlockKind.LIST_ITEM if begins_item(line.text) else BlockKind.PARAGRAPH

    def _measured(self, lines: Sequence[SetLine]) -> Iterator[Line]:
        above: SetLine | None = None
        for line in lines:
            distance = above.baseline - line.baseline if above else 0.0
            yield Line(line.text, line.left, line.right, distance / (self._leading * line.size), line.size)
            above = line

    def _goes_on(self, paragraph: _Paragraph, following: _Paragraph) -> bool:
        """Whether a paragraph goes on at the top of the next page or column."""
        last, first = paragraph.lines[-1], following.lines[0]
        new_place = paragraph.pages[-1] != following.pages[0] or first.gap < 0
        sizes = sorted((last.size, first.size))
        if not new_place or begins_item(first.text) or sizes[1] > _SAME_SIZE * sizes[0]:
            return False
        if is_deliberate(last, first, self._margin):
            return continues("\n".join(line.text for line in paragraph.lines), first.text)
        return begins_small(first.text) or not ends_sentence(last.text)


def _leading(body: Sequence[SetLine]) -> float:
    """The most frequent distance of two lines, in proportion to the size of their letters."""
    found: Counter[float] = Counter()
    for above, below in pairwise(body):
        distance = (above.baseline - below.baseline) / below.size
        if 0.8 < distance < 2.5 and abs(above.size - below.size) < 0.5:
            found[round(distance, 2)] += 1
    frequent = max(found.values(), default=0)
    return min((distance for distance, times in found.items() if times == frequent), default=_USUAL_LEADING)
