"""A Word letter on its sheets: header, text, notes and footer at their places, as near to print as widths tell.

Pages end where they will in print but for a line now and then: no hyphenation, no kerning, no pictures in the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, repeat
from typing import NamedTuple

from assistant.drafting.sheets.flow import Flow, Marks, Piece
from assistant.drafting.sheets.lines import Line
from assistant.drafting.sheets.paging import Placed, Room, Slab, fill_pages, slabs, stack
from assistant.drafting.word.parts.intake import open_safely, refusing_damage
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.wordml import DOCUMENT, RELATION_ID, Element, element, number_of, parse_part, w
from assistant.model.sheet import Box, Region, Sheet, SheetLine, Stretch

_TWIPS = 20
_MILLIMETRE = 72 / 25.4
_A4 = (11906, 16838)


class _Geometry(NamedTuple):
    """The page, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    header: float
    footer: float

    @property
    def column(self) -> float:
        return self.width - self.left - self.right


def lay_out(letter: bytes, marks: Marks = lambda _: (), name: str = "letter") -> tuple[Sheet, ...]:
    """The sheets of a .docx, what `marks` finds in a paragraph marked there.

    Raises RefusedTemplateError for what is no Word file.
    """
    package = open_safely(letter, name)
    with refusing_damage(name):
        return tuple(_Layout(package, marks).sheets())


class _Layout:
    def __init__(self, package: Package, marks: Marks) -> None:
        self._flow = Flow(package, marks)
        section = next(parse_part(package.parts[DOCUMENT]).iter(w("sectPr")), element("sectPr"))
        self._geometry = _geometry(section)
        self._parts = dict(_parts(section, package))
        self._has_title_page = section.find(w("titlePg")) is not None

    def sheets(self) -> Iterator[Sheet]:
        page, body = self._geometry, self._flow.body()
        notes = {key: list(slabs(each, page.column)) for key, each in self._flow.notes().items()}
        heights = {key: stack(each, 0.0)[1] + each[-1].after for key, each in notes.items()}
        rooms = chain([self._room(1)], repeat(self._room(2)))
        pages = list(fill_pages(list(slabs(body, page.column)), rooms, heights))
        for number, filled in enumerate(pages, 1):
            boxes = (
                *self._around("header", number, len(pages)),
                *_boxes(filled.lines, page),
                *self._notes(chain.from_iterable(notes.get(key, ()) for key in filled.notes)),
                *self._around("footer", number, len(pages)),
            )
            yield Sheet(width=page.width / _MILLIMETRE, height=page.height / _MILLIMETRE, boxes=boxes)

    def _notes(self, notes: Iterable[Slab]) -> Iterator[Box]:
        """Notes at the foot of the text."""
        lines, height = stack(notes, 0.0)
        foot = self._geometry.height - self._geometry.bottom - height
        yield from _boxes([placed._replace(top=placed.top + foot) for placed in lines], self._geometry, Region.NOTES)

    def _room(self, number: int) -> Room:
        page = self._geometry
        header = page.header + self._stacked("header", number, number)[1]
        footer = page.footer + self._stacked("footer", number, number)[1]
        return Room(max(page.top, header), page.height - max(page.bottom, footer))

    def _around(self, kind: str, number: int, pages: int) -> Iterator[Box]:
        lines, height = self._stacked(kind, number, pages)
        page = self._geometry
        top = page.header if kind == "header" else page.height - page.footer - height
        yield from _boxes([placed._replace(top=placed.top + top) for placed in lines], page, Region(kind))

    def _stacked(self, kind: str, number: int, pages: int) -> tuple[list[Placed], float]:
        wanted = "first" if number == 1 and self._has_title_page else "default"
        part = self._parts.get((kind, wanted))
        if part is None:
            return [], 0.0
        fields = {"PAGE": str(number), "NUMPAGES": str(pages)}
        return stack(slabs(self._flow.part(part, fields), self._geometry.column), 0.0)


def _geometry(section: Element) -> _Geometry:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    sides = ("left", "right", "top", "bottom", "header", "footer")
    usual = (1440, 1440, 1440, 1440, 708, 708)
    width, height = (0, 0) if size is None else (number_of(size, "w"), number_of(size, "h"))
    said = usual if margins is None else [number_of(margins, side) for side in sides]
    return _Geometry(*(length / _TWIPS for length in (width or _A4[0], height or _A4[1], *said)))


def _parts(section: Element, package: Package) -> Iterator[tuple[tuple[str, str], str]]:
    """Headers and footers by kind and page, with the names of their parts."""
    targets = {relation.id: relation.target for relation in package.relations(DOCUMENT)}
    for kind in ("header", "footer"):
        for node in section.iter(w(f"{kind}Reference")):
            name = targets.get(node.get(RELATION_ID, ""))
            if name in package.parts:
                yield (kind, node.get(w("type"), "default")), name


def _boxes(lines: Sequence[Placed], page: _Geometry, region: Region = Region.TEXT) -> Iterator[Box]:
    for _, group in groupby(lines, key=lambda placed: id(placed.paragraph)):
        box = _box(list(group), page, region)
        if any(line.text.strip() for line in box.lines):
            yield box


def _box(lines: Sequence[Placed], page: _Geometry, region: Region) -> Box:
    first, last = lines[0], lines[-1]
    paragraph = first.paragraph
    shape, begins = paragraph.shape, first.is_first
    left = shape.frame.left if shape.frame else page.left + first.left
    hanging = min(shape.first, 0.0)
    return Box(
        region=Region.WINDOW if shape.frame else region,
        left=(left + shape.left + hanging) / _MILLIMETRE,
        top=first.top / _MILLIMETRE,
        width=(first.width - shape.left - shape.right - hanging) / _MILLIMETRE,
        height=(last.top + last.line.height - first.top) / _MILLIMETRE,
        lines=tuple(_line(placed.line) for placed in lines),
        first=(shape.first - hanging if begins else -hanging) / _MILLIMETRE,
        rest=-hanging / _MILLIMETRE,
        marker=paragraph.marker if begins else "",
        align=shape.align,
    )


def _line(line: Line) -> SheetLine:
    return SheetLine(stretches=tuple(_stretch(piece) for piece in line.pieces if piece.text), ended=line.ended)


def _stretch(piece: Piece) -> Stretch:
    manner = piece.manner
    return Stretch(text=piece.text, bold=manner.bold, italic=manner.italic, raised=manner.raised, mark=piece.mark)
