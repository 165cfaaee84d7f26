"""Puts lines on pages: what stays together, what goes to the next page, and each note at the foot of its sentence.

Lengths are points. Where the text stands on the page, and what surrounds it, is for sheets.py to say.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.drafting.sheets.flow import Cell, Paragraph, TableRow
from assistant.drafting.sheets.lines import Line, set_lines

_WIDOWS = 2
"""Lines of a paragraph that at least stand together at either end of a page."""
_NOTE_RULE = 1.0
"""Height of the thin line over the notes of a page with its distances, less the space below the last note."""

_TOLERANCE = 0.5


class Placed(NamedTuple):
    """A line of a paragraph at its place; `left` is that of the column the paragraph stands in."""

    paragraph: Paragraph
    line: Line
    is_first: bool
    left: float
    width: float
    top: float


class Slab(NamedTuple):
    """Lines that stand together on one page: a line of a paragraph, or a row of a table."""

    lines: tuple[Placed, ...]
    """Their tops counted from that of the slab."""
    height: float
    before: float = 0.0
    """Space above it; at the top of a page there is none, but on the first."""
    after: float = 0.0
    """Space below it; of the two between neighbours the larger one counts."""
    may_begin_page: bool = True
    begins_page: bool = False
    heads: tuple["Slab", ...] = ()
    """Rows that are repeated above it when it begins a page."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Ids of the notes whose marks stand in it."""
        return tuple(note for placed in self.lines for note in placed.line.notes)

    @property
    def floats(self) -> bool:
        """Whether it is held at a place of the page."""
        return bool(self.lines) and self.lines[0].paragraph.shape.frame is not None


class Page(NamedTuple):
    """Lines at their places, tops counted from the upper edge of the page, and the notes at its foot by id."""

    lines: tuple[Placed, ...]
    notes: tuple[str, ...]


class Room(NamedTuple):
    """What a page leaves for text."""

    top: float
    bottom: float


def slabs(items: Iterable[Paragraph | TableRow], width: float) -> Iterator[Slab]:
    """The text as what no end of page parts, with where a page may begin."""
    kept, breaks, heads = False, False, list[Slab]()
    for item in items:
        if isinstance(item, TableRow):
            slab = _row(item)._replace(may_begin_page=not kept, begins_page=breaks)
            heads = [*heads, slab] if item.is_head else heads
            yield slab if item.is_head else slab._replace(heads=tuple(heads))
            kept, breaks = item.keeps_next, False
            continue
        heads = []
        made = list(_paragraph(item, width))
        made[0] = made[0]._replace(may_begin_page=not kept, begins_page=breaks or item.shape.new_page)
        yield from made
        kept, breaks = item.shape.keeps_next, made[-1].lines[0].line.new_page


def _paragraph(paragraph: Paragraph, width: float) -> Iterator[Slab]:
    shape = paragraph.shape
    column = shape.frame.width if shape.frame else width
    lines = set_lines(paragraph, column)
    for index, line in enumerate(lines):
        is_last = index == len(lines) - 1
        whole = not shape.keeps_widows or _WIDOWS <= index <= len(lines) - _WIDOWS
        broken = bool(index) and lines[index - 1].new_page
        yield Slab(
            lines=(Placed(paragraph, line, not index, 0.0, column, 0.0),),
            height=line.height,
            before=0.0 if index else shape.before,
            after=shape.after if is_last else 0.0,
            may_begin_page=not index or broken or (whole and not shape.keeps_lines),
            begins_page=broken,
        )


def _row(row: TableRow) -> Slab:
    columns = [list(_cell(cell, row.room / 2)) for cell in row.cells]
    heights = [max((placed.top + placed.line.height for placed in column), default=0.0) for column in columns]
    height = max([row.height, *(each + row.room / 2 for each in heights)])
    return Slab(tuple(placed for column in columns for placed in column), height)


def _cell(cell: Cell, top: float) -> Iterator[Placed]:
    for slab in slabs(cell.paragraphs, cell.width):
        top += slab.before
        yield slab.lines[0]._replace(left=cell.left, top=top)
        top += slab.height + slab.after


def stack(made: Iterable[Slab], top: float) -> tuple[list[Placed], float]:
    """Slabs one below the other from `top` on, and where the last line ends."""
    lines, after = list[Placed](), 0.0
    for slab in made:
        top += max(after, slab.before)
        lines += [placed._replace(top=placed.top + top) for placed in slab.lines]
        top, after = top + slab.height, slab.after
    return lines, top


def fill_pages(made: Sequence[Slab], rooms: Iterator[Room], note_heights: Mapping[str, float]) -> Iterator[Page]:
    """The pages, each with what fits into the room it leaves."""
    page = _Filling(next(rooms), note_heights, is_first=True)
    for chunk in _chunks(made):
        if not page.is_empty and (chunk[0].begins_page or not page.takes(chunk)):
            yield page.done()
            page = _Filling(next(rooms), note_heights)
            page.add(chunk[0].heads)
        for slab in chunk:
            if not page.is_empty and not page.takes([slab]):  # a chunk higher than a page
                yield page.done()
                page = _Filling(next(rooms), note_heights)
            page.add([slab])
    yield page.done()


def _chunks(made: Sequence[Slab]) -> Iterator[list[Slab]]:
    chunk: list[Slab] = []
    for slab in made:
        if chunk and slab.may_begin_page:
            yield chunk
            chunk = []
        chunk.append(slab)
    if chunk:
        yield chunk


class _Filling:
    """A page while it is filled."""

    def __init__(self, room: Room, note_heights: Mapping[str, float], *, is_first: bool = False) -> None:
        self._top, self._bottom = room
        self._note_heights = note_heights
        self._is_first = is_first
        self._after = 0.0
        self._lines: list[Placed] = []
        self._notes: dict[str, None] = {}

    @property
    def is_empty(self) -> bool:
        return not self._lines

    def takes(self, chunk: Sequence[Slab]) -> bool:
        """Whether slabs fit on the page with their notes."""
        top, after = self._top, self._after
        for slab in chunk:
            if not slab.floats:
                top, after = top + max(after, slab.before) + slab.height, slab.after
        notes = dict.fromkeys([*self._notes, *(note for slab in chunk for note in slab.notes)])
        return top + self._height(notes) <= self._bottom + _TOLERANCE

    def add(self, chunk: Iterable[Slab]) -> None:
        """Put slabs below what is there."""
        for slab in chunk:
            if slab.floats:
                self._hold(slab)
                continue
            self._top += max(self._after, slab.before) if self._lines or self._is_first else 0.0
            self._lines += [placed._replace(top=placed.top + self._top) for placed in slab.lines]
            self._top, self._after = self._top + slab.height, slab.after
            self._notes |= dict.fromkeys(slab.notes)

    def done(self) -> Page:
        return Page(tuple(self._lines), tuple(self._notes))

    def _hold(self, slab: Slab) -> None:
        """Put a slab where it is held, below those held there before; text goes on below."""
        placed = slab.lines[0]
        frame = placed.paragraph.shape.frame
        if frame is None:
            return
        held = [other for other in self._lines if other.paragraph.shape.frame == frame]
        top = max([frame.top, *(other.top + other.line.height for other in held)])
        self._lines.append(placed._replace(top=top))
        self._top = max(self._top, frame.top + frame.height, top + slab.height)

    def _height(self, notes: Iterable[str]) -> float:
        heights = [self._note_heights.get(note, 0.0) for note in notes]
        return sum(heights) + _NOTE_RULE if heights else 0.0
