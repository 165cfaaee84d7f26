"""A Word file as what flows over its pages: paragraphs and rows of tables in order, each with its manner and its notes.

It knows what is printed, and nothing of lines and pages.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from assistant.drafting.sheets.styling import Manner, Shape, StyleBook, shape_of
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.revisions import TAKEN_OUT
from assistant.drafting.word.parts.wordml import (
    BOX,
    CHARACTERS,
    DOCUMENT,
    DRAWING,
    FOOTNOTES,
    ID,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    RUN,
    RUN_PROPERTIES,
    TABLE,
    TEXT,
    VALUE,
    Element,
    number_of,
    parse_part,
    w,
)
from assistant.model.finding import Severity
from assistant.model.sheet import Mark

NEW_PAGE = "\f"
_EMU, _TWIPS = 12_700, 20
_NOTE, _NOTE_NUMBER = w("footnoteReference"), w("footnoteRef")
_FIELD, _CODE = w("fldChar"), w("instrText")
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_SYMBOL = re.compile("[\ue000-\uf8ff]")
"""A sign of a font of symbols, which Word uses for bullets."""
_COUNTED = re.compile("%[0-9]")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


Marks = Callable[[str], Iterable[Mark]]
"""What is to be marked in the words of a paragraph, the marks of notes left out."""


class Piece(NamedTuple):
    """Words of one run."""

    text: str
    manner: Manner
    note: str = ""
    """Id of the note that this is the mark of."""
    height: float = 0.0
    """Of a picture, in points."""
    mark: Severity | None = None


class Paragraph(NamedTuple):
    """A paragraph in order of its runs."""

    pieces: tuple[Piece, ...]
    shape: Shape
    type: Manner
    """Of its empty lines."""
    marker: str = ""
    """Number or sign, where it is an item of a list."""


class Cell(NamedTuple):
    """A cell of a row; lengths are points."""

    left: float
    width: float
    paragraphs: tuple[Paragraph, ...]


class TableRow(NamedTuple):
    """A row of a table; no end of page parts it."""

    cells: tuple[Cell, ...]
    height: float = 0.0
    """At least."""
    room: float = 0.0
    """Above and below the words of each cell together."""
    is_head: bool = False
    """Whether every page repeats it."""

    @property
    def keeps_next(self) -> bool:
        """Whether it stays with the next row."""
        return any(paragraph.shape.keeps_next for cell in self.cells for paragraph in cell.paragraphs)


class Flow:
    """The parts of a Word file, read one by one."""

    def __init__(self, package: Package, marks: Marks) -> None:
        self._package = package
        self._marks = marks
        self._book = StyleBook(package)
        self._levels = _levels(package)
        self._counts: Counter[tuple[str, str]] = Counter()
        self.note_numbers: dict[str, int] = {}
        """Of the notes by id, in the order of their marks."""

    def body(self) -> tuple[Paragraph | TableRow, ...]:
        """What the letter says."""
        return tuple(self._read(parse_part(self._package.parts[DOCUMENT])[0], {}))

    def part(self, name: str, fields: Mapping[str, str]) -> tuple[Paragraph | TableRow, ...]:
        """What a header or footer says, `fields` being what Word would compute: PAGE, NUMPAGES."""
        return tuple(self._read(parse_part(self._package.parts[name]), fields))

    def notes(self) -> dict[str, tuple[Paragraph, ...]]:
        """The notes by their id."""
        name = self._package.related(DOCUMENT, "footnotes") or FOOTNOTES
        if name not in self._package.parts:
            return {}
        notes = {node.get(ID, ""): node for node in parse_part(self._package.parts[name])}
        return {key: tuple(self._note(notes[key], number)) for key, number in self.note_numbers.items() if key in notes}

    def _note(self, node: Element, number: int) -> Iterator[Paragraph]:
        for each in self._read(node, {"NOTE": str(number)}):
            if isinstance(each, Paragraph):
                yield each

    def _read(self, holder: Element, fields: Mapping[str, str]) -> Iterator[Paragraph | TableRow]:
        for node in holder:
            if node.tag == PARAGRAPH:
                yield self._paragraph(node, fields)
            elif node.tag == TABLE:
                yield from self._rows(node, fields)
            elif node.tag == w("sdt"):
                for content in node.findall(w("sdtContent")):
                    yield from self._read(content, fields)

    def _rows(self, table: Element, fields: Mapping[str, str]) -> Iterator[TableRow]:
        widths = [number_of(column, "w") / _TWIPS for column in table.iter(w("gridCol"))]
        style = table.find(f"{w('tblPr')}/{w('tblStyle')}")
        room = self._book.cell_room("" if style is None else style.get(VALUE, ""))
        for row in table.iter(ROW):
            height = row.find(f"{w('trPr')}/{w('trHeight')}")
            cells, left = [], 0.0
            for width, cell in zip(widths, row.iter(w("tc")), strict=False):
                paragraphs = tuple(each for each in self._read(cell, fields) if isinstance(each, Paragraph))
                cells.append(Cell(left, width - room[1], paragraphs))
                left += width
            is_head = row.find(f"{w('trPr')}/{w('tblHeader')}") is not None
            least = 0.0 if height is None else number_of(height, "val") / _TWIPS
            yield TableRow(tuple(cells), least, room[0], is_head)

    def _paragraph(self, node: Element, fields: Mapping[str, str]) -> Paragraph:
        said = node.find(PARAGRAPH_PROPERTIES)
        shape = shape_of(self._book.paragraph(said))
        level = self._levels.get(shape.list) if shape.list else None
        if level is not None:
            shape = shape_of(self._book.paragraph(said, level))
        marker = self._marker(shape.list, level) if shape.list and level is not None else ""
        pieces = tuple(_marked(tuple(self._pieces(node, fields)), self._marks))
        return Paragraph(pieces, shape, self._book.run(said, None), marker)

    def _marker(self, place: tuple[str, str], level: Element) -> str:
        self._counts[place] += 1
        start, form, shown = (level.find(w(name)) for name in ("start", "numFmt", "lvlText"))
        number = self._counts[place] + (number_of(start, "val", 1) if start is not None else 1) - 1
        letters = form is not None and form.get(VALUE) == "upperLetter"
        counted = _LETTERS[(number - 1) % len(_LETTERS)] if letters else str(number)
        text = "" if shown is None else _SYMBOL.sub("•", shown.get(VALUE, ""))
        return _COUNTED.sub(counted, text)

    def _pieces(self, paragraph: Element, fields: Mapping[str, str]) -> Iterator[Piece]:
        said = paragraph.find(PARAGRAPH_PROPERTIES)
        code, is_shown = "", True
        for run in _runs(paragraph):
            manner = self._book.run(said, run.find(RUN_PROPERTIES))
            for node in run:
                if node.tag == _FIELD:
                    kind = node.get(w("fldCharType"))
                    code, is_shown = ("" if kind == "end" else code), kind == "end"
                    if kind == "separate":
                        yield Piece(fields.get(code.strip().partition(" ")[0], ""), manner)
                elif node.tag == _CODE:
                    code += node.text or ""
                elif is_shown:
                    yield from self._printed(node, manner, fields)

    def _printed(self, node: Element, manner: Manner, fields: Mapping[str, str]) -> Iterator[Piece]:
        if node.tag == TEXT:
            text = node.text or ""
            yield Piece(text.upper() if manner.capitals else text, manner)
        elif node.tag in CHARACTERS:
            yield Piece(NEW_PAGE if node.get(w("type")) == "page" else CHARACTERS[node.tag], manner)
        elif node.tag == _NOTE:
            number = self.note_numbers.setdefault(node.get(ID, ""), len(self.note_numbers) + 1)
            yield Piece(str(number), manner, note=node.get(ID, ""))
        elif node.tag == _NOTE_NUMBER:
            yield Piece(fields.get("NOTE", ""), manner)
        elif node.tag == DRAWING:
            extent = next(node.iter(_EXTENT), None)
            height = "" if extent is None else extent.get("cy", "")
            yield Piece("", manner, height=int(height) / _EMU if height.isdecimal() else 0.0)


def _marked(pieces: Sequence[Piece], marks: Marks) -> Iterator[Piece]:
    """The pieces, parted where what is said of their words begins and ends."""
    found = tuple(marks("".join(piece.text for piece in pieces if not piece.note)))
    at = 0
    for piece in pieces:
        if piece.note or not found:
            yield piece
            continue
        end = at + len(piece.text)
        edges = {edge for mark in found for edge in (mark.start, mark.end) if at < edge < end}
        for start, stop in pairwise(sorted({at, end} | edges)):
            severity = next((mark.severity for mark in found if mark.start <= start < mark.end), None)
            yield piece._replace(text=piece.text[start - at : stop - at], mark=severity)
        at = end


def _runs(paragraph: Element) -> Iterator[Element]:
    """The runs of a paragraph, those in links and controls too; not those taken out or in text boxes."""
    for node in paragraph:
        if node.tag == RUN:
            yield node
        elif node.tag not in TAKEN_OUT and node.tag not in {PARAGRAPH_PROPERTIES, BOX}:
            yield from _runs(node)


def _levels(package: Package) -> dict[tuple[str, str], Element]:
    """The levels of the lists by number and level."""
    name = package.related(DOCUMENT, "numbering")
    if name is None or name not in package.parts:
        return {}
    root = parse_part(package.parts[name])
    kinds = {kind.get(w("abstractNumId"), ""): kind for kind in root.iter(w("abstractNum"))}
    made = {}
    for number in root.iter(w("num")):
        named = number.find(w("abstractNumId"))
        kind = None if named is None else kinds.get(named.get(VALUE, ""))
        for level in () if kind is None else kind.iter(w("lvl")):
            made[number.get(w("numId"), ""), level.get(w("ilvl"), "0")] = level
    return made
