"""OpenDocument texts (.odt): headers, body and footers in order, with tables, lists, notes, boxes and sections.

A note stands behind the paragraph that refers to it. What was deleted with changes tracked stays out, what was
inserted is in. Source of names and places: OASIS OpenDocument 1.3, part 3.
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from assistant.errors import DamagedFileError, EncryptedFileError
from assistant.model.source import BlockKind
from assistant.reading.limits import Limits, bounded
from assistant.reading.losses import PICTURE, Sort, Tally
from assistant.reading.manuscript import Look, SetPiece, join_lines
from assistant.reading.opendocument_styles import DRAW, OFFICE, TABLE, TEXT, Styles
from assistant.reading.package import Package
from assistant.reading.text import Document, Piece, assemble

_COMMENT = Sort("1 comment was left out", "{} comments were left out")
_DELETION = Sort("1 tracked deletion was left out", "{} tracked deletions were left out")
_EMBEDDED = Sort("1 embedded object was not read", "{} embedded objects were not read")
_CONTAINERS = frozenset(f"{TEXT}{name}" for name in ("section", "index-body", "table-of-content", "index-title"))
_MOST_BLANKS = 1_000
"""A run of blanks is written as a number; a larger one is no text."""


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read an OpenDocument text; raises EncryptedFileError, DamagedFileError and TooLargeFileError."""
    package = Package(data, path, limits)
    manifest = package.xml("META-INF/manifest.xml")
    if manifest is not None and any(str(each.tag).endswith("}encryption-data") for each in manifest.iter()):
        raise EncryptedFileError(path, "it is locked with a password", "Open it, remove the password and save it.")
    content, styles = package.xml("content.xml"), package.xml("styles.xml")
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise DamagedFileError(path, "it holds no text document", "Open it in LibreOffice and save it as .odt.")
    manuscript = _Manuscript(Styles(content, styles))
    pieces = bounded(join_lines(manuscript.all(body, styles)), limits.blocks, "paragraphs", path)
    document = assemble(pieces)
    return document._replace(losses=manuscript.tally.losses() + document.losses)


class _Manuscript:
    """Goes through the document once; `tally` holds what was left out."""

    def __init__(self, styles: Styles) -> None:
        self.tally = Tally()
        self._styles = styles
        self._behind: list[tuple[BlockKind, etree._Element]] = []

    def all(self, body: etree._Element, styles: etree._Element | None) -> Iterator[SetPiece]:
        """Everything: headers, body with its notes and boxes, footers."""
        yield from self._margins(styles, "header", BlockKind.HEADER)
        yield from self._blocks(body)
        yield SetPiece(Piece(""))
        yield from self._margins(styles, "footer", BlockKind.FOOTER)

    def _margins(self, styles: etree._Element | None, name: str, kind: BlockKind) -> Iterator[SetPiece]:
        seen: set[tuple[str, ...]] = set()
        for master in () if styles is None else styles.iter("{*}master-page"):
            for part in ("first", "", "left"):
                for margin in master.iterchildren("{*}" + "-".join(filter(None, (name, part)))):
                    pieces = list(self._blocks(margin, kind))
                    wording = tuple(each.piece.text for each in pieces)
                    if wording not in seen:
                        seen.add(wording)
                        yield from pieces

    def _blocks(self, parent: etree._Element, kind: BlockKind | None = None) -> Iterator[SetPiece]:
        """Paragraphs, lists and tables below `parent`; `kind` where they are all of one, as in a header."""
        for child in parent.iterchildren(tag=etree.Element):
            if child.tag in {f"{TEXT}p", f"{TEXT}h"}:
                yield from self._paragraph(child, kind)
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, kind)
            elif child.tag == f"{TABLE}table":
                yield from self._table(child, kind)
            elif child.tag == f"{TEXT}tracked-changes":
                self._count_deletions(child)
            elif child.tag in _CONTAINERS:
                yield from self._blocks(child, kind)
            elif str(child.tag).startswith(DRAW):
                self._words(child, [])
                yield from self._waiting()

    def _paragraph(self, element: etree._Element, kind: BlockKind | None, mark: str = "") -> Iterator[SetPiece]:
        words: list[str] = []
        self._inline(element, words)
        is_heading = element.tag == f"{TEXT}h"
        style = element.get(f"{TEXT}style-name", "")
        before, after = self._styles.space(style)
        usual = BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH
        look = Look(kind=kind or usual, style=style, before=before, after=after)
        text = "".join(words).strip()
        item = BlockKind.LIST_ITEM if mark and look.kind is BlockKind.PARAGRAPH else look.kind
        yield SetPiece(Piece(f"{mark}{text}" if text else "", item), look)
        yield from self._waiting()

    def _waiting(self) -> Iterator[SetPiece]:
        """Notes and boxes met in the paragraph before."""
        waiting, self._behind = self._behind, []
        for kind, element in waiting:
            pieces = list(self._blocks(element, kind))
            if kind is BlockKind.FOOTNOTE:
                text = "\n".join(filter(None, (each.piece.text for each in pieces)))
                citation = element.getprevious()
                mark = "" if citation is None else "".join(map(str, citation.itertext())).strip()
                pieces = [SetPiece(Piece(f"[{mark}] {text}" if text else "", kind))]
            yield from pieces

    def _list(self, element: etree._Element, kind: BlockKind | None, level: int = 1) -> Iterator[SetPiece]:
        numbers = self._styles.numbers(element.get(f"{TEXT}style-name", ""), level)
        for number, item in enumerate(element.iterchildren(f"{TEXT}list-item"), 1):
            mark = numbers.format(number)
            for child in item.iterchildren(tag=etree.Element):
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, kind, level + 1)
                else:
                    yield from self._paragraph(child, kind, mark)
                mark = ""

    def _table(self, table: etree._Element, kind: BlockKind | None) -> Iterator[SetPiece]:
        for row in table.iter(f"{TABLE}table-row"):
            cells = [list(self._blocks(cell, kind)) for cell in row.iterchildren(f"{TABLE}table-cell")]
            words = [" ".join(" ".join(each.piece.text.split()) for each in cell if each.piece.text) for cell in cells]
            if sum(map(bool, words)) > 1:
                yield SetPiece(Piece("\t".join(words).rstrip("\t"), kind or BlockKind.TABLE_ROW))
            else:
                yield from (each for cell in cells for each in cell)

    def _inline(self, element: etree._Element, words: list[str]) -> None:
        words.append(element.text or "")
        for child in element.iterchildren(tag=etree.Element):
            self._words(child, words)
            words.append(child.tail or "")

    def _words(self, child: etree._Element, words: list[str]) -> None:
        name = str(child.tag)
        if name == f"{TEXT}s":
            words.append(" " * min(_MOST_BLANKS, _number(child.get(f"{TEXT}c"))))
        elif name in {f"{TEXT}tab", f"{TEXT}line-break"}:
            words.append("\t" if name.endswith("tab") else "\n")
        elif name == f"{TEXT}note":
            self._behind += [(BlockKind.FOOTNOTE, each) for each in child.iterchildren(f"{TEXT}note-body")]
        elif name == f"{OFFICE}annotation":
            self.tally.add(_COMMENT, " ".join(map(str, child.itertext())))
        elif name == f"{DRAW}text-box":
            self._behind.append((BlockKind.TEXT_BOX, child))
        elif name == f"{DRAW}image":
            self.tally.add(PICTURE)
        elif name in {f"{DRAW}object", f"{DRAW}object-ole"}:
            self.tally.add(_EMBEDDED)
        else:
            self._inline(child, words)

    def _count_deletions(self, changes: etree._Element) -> None:
        for deletion in changes.iter(f"{TEXT}deletion"):
            paragraphs = deletion.iter(f"{TEXT}p", f"{TEXT}h")
            self.tally.add(_DELETION, " ".join("".join(map(str, each.itertext())) for each in paragraphs))


def _number(written: str | None) -> int:
    return int(written) if written and written.isdigit() and len(written) < 5 else 1
