"""Word files: headers, body, notes and footers in order, with tables, text boxes and content controls.

A note stands behind the paragraph that refers to it, a text box behind the paragraph it hangs on. What the words of
a paragraph are, `word_words` decides; what it is, `word_styles`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from assistant.errors import DamagedFileError
from assistant.model.source import BlockKind, Loss
from assistant.reading.limits import Limits, bounded
from assistant.reading.losses import Sort, Tally
from assistant.reading.manuscript import SetPiece, join_lines
from assistant.reading.package import Package, Relation
from assistant.reading.text import Document, Piece, assemble
from assistant.reading.word_styles import Styles, W, is_on, roman
from assistant.reading.word_words import DELETION, UNFILLED, Note, Scribe, contents, plain_words

_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_COMMENT = Sort("1 comment was left out", "{} comments were left out")
_FOREIGN_PART = Sort("1 passage embedded from another file was not read", "{} embedded passages were not read")
_EVIDENCE = Sort("The page of evidence behind the letter was left out", "{} pages of evidence were left out")
_EVIDENCE_STYLES = frozenset({"LetterEvidence", "LetterEvidenceTitle"})
"""Of the table that “export --evidence” puts behind a letter: its words are other documents'."""
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read a Word file; raises EncryptedFileError, DamagedFileError and TooLargeFileError."""
    package = Package(data, path, limits)
    main = next((each.target for each in package.relations("").values() if each.type == "officeDocument"), "")
    root = package.xml(main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise DamagedFileError(path, "it holds no Word document", "Open it in Word and save it as .docx.")
    manuscript = _Manuscript(package, main)
    pieces = bounded(join_lines(manuscript.all(body)), limits.blocks, "paragraphs", path)
    document = assemble(pieces)
    macros = any(name.endswith("vbaProject.bin") for name in package.names)
    losses = manuscript.losses() + ((Loss(what="The macros were not read"),) if macros else ())
    return document._replace(losses=losses + document.losses)


class _Manuscript:
    """The parts of a Word file that hold text, and the order they are read in."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._relations = package.relations(main)
        self._styles = Styles(self._part("styles"), self._part("numbering"))
        self._notes = {name: _by_id(self._part(name)) for name in ("footnotes", "endnotes")}
        self._counted = {"footnotes": 0, "endnotes": 0}
        self._tally = Tally()

    def all(self, body: etree._Element) -> Iterator[SetPiece]:
        """Everything: headers, body with its notes and boxes, footers."""
        sections = list(body.iter(f"{W}sectPr"))
        yield from self._margins(sections, "header", BlockKind.HEADER)
        yield from self._story(body)
        yield from self._margins(sections, "footer", BlockKind.FOOTER)

    def losses(self) -> tuple[Loss, ...]:
        """What was left out, comments included; ask when everything has been read."""
        comments = self._part("comments")
        for comment in () if comments is None else comments.iterchildren(f"{W}comment"):
            self._tally.add(_COMMENT, plain_words(comment))
        return self._tally.losses()

    def _part(self, kind: str) -> etree._Element | None:
        relation = next((each for each in self._relations.values() if each.type == kind), None)
        return None if relation is None else self._package.xml(relation.target)

    def _margins(self, sections: Iterable[etree._Element], name: str, kind: BlockKind) -> Iterator[SetPiece]:
        """Headers or footers that are printed, each wording once."""
        settings = self._part("settings")
        shown = {"default", *(("even",) if is_on(settings, "evenAndOddHeaders") else ())}
        seen: set[tuple[str, ...]] = set()
        for section in sections:
            kinds = shown | ({"first"} if is_on(section, "titlePg") else set())
            references = [each for each in section.iterchildren(f"{W}{name}Reference") if each.get(f"{W}type") in kinds]
            for reference in sorted(references, key=lambda each: each.get(f"{W}type") != "first"):
                relation = self._relations.get(reference.get(_RELATION_ID, ""), Relation("", ""))
                root = self._package.xml(relation.target)
                pieces = [] if root is None else list(self._story(root, kind))
                wording = tuple(each.piece.text for each in pieces)
                if wording not in seen:
                    seen.add(wording)
                    yield from pieces

    def _story(self, root: etree._Element, kind: BlockKind | None = None) -> Iterator[SetPiece]:
        scribe = Scribe(self._tally)
        yield from self._blocks(root, scribe, kind)
        scribe.finish()
        yield SetPiece(Piece(""))

    def _blocks(self, parent: etree._Element, scribe: Scribe, kind: BlockKind | None) -> Iterator[SetPiece]:
        """Paragraphs and tables below `parent`; `kind` where they are all of one, as in a header."""
        begun = ""
        for element in self._block_elements(parent):
            if element.tag == f"{W}tbl":
                yield from self._table(element, scribe, kind)
            elif _mark_is_deleted(element):
                begun += scribe.write(element).text
            else:
                yield from self._paragraph(element, scribe, kind, begun)
                begun = ""
        if begun:
            yield SetPiece(Piece(begun, kind or BlockKind.PARAGRAPH))

    def _block_elements(self, parent: etree._Element) -> Iterator[etree._Element]:
        for child in contents(parent):
            name = str(child.tag).removeprefix(W)
            if name in {"p", "tbl"} and _is_evidence(child):
                if name == "tbl":
                    self._tally.add(_EVIDENCE)
            elif name in {"p", "tbl"}:
                yield child
            elif name == "sdt" and is_on(child.find(f"{W}sdtPr"), "showingPlcHdr"):
                self._tally.add(UNFILLED, plain_words(child))
            elif name in {"altChunk", "subDoc"}:
                self._tally.add(_FOREIGN_PART)
            elif name in {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"}:
                yield from self._block_elements(child)

    def _paragraph(
        self, element: etree._Element, scribe: Scribe, kind: BlockKind | None, begun: str
    ) -> Iterator[SetPiece]:
        words = scribe.write(element)
        look = self._styles.look(element)
        text = (begun + words.text).strip()
        mark = f"{look.mark} " if look.mark and text else ""
        yield SetPiece(Piece(mark + text, kind or look.kind), look)
        for box in words.boxes:
            yield from self._story(box, kind or BlockKind.TEXT_BOX)
        for note in words.notes:
            yield from self._note(note)

    def _note(self, note: Note) -> Iterator[SetPiece]:
        self._counted[note.part] += note.numbered
        count = self._counted[note.part]
        mark = f"[{count if note.part == 'footnotes' else roman(count)}] " if note.numbered else ""
        element = self._notes[note.part].get(note.id)
        if element is not None:
            paragraphs = (each.piece.text for each in self._story(element, BlockKind.FOOTNOTE))
            text = "\n".join(filter(None, paragraphs))
            yield SetPiece(Piece(mark + text if text else "", BlockKind.FOOTNOTE))

    def _table(self, table: etree._Element, scribe: Scribe, kind: BlockKind | None) -> Iterator[SetPiece]:
        for row in _inside(table, "tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self._tally.add(DELETION, plain_words(row))
                continue
            cells = [list(self._blocks(cell, scribe, kind)) for cell in _inside(row, "tc")]
            yield from _as_row(cells) or (each for cell in cells for each in (*cell, SetPiece(Piece(""))))


def _as_row(cells: list[list[SetPiece]]) -> list[SetPiece]:
    """One block for a row of which every cell is one; nothing where a table only arranges the page."""
    columns = [[each for each in cell if each.piece.text and each.piece.kind in _RUNNING] for cell in cells]
    if sum(map(bool, columns)) < 2 or any(len(column) > 1 for column in columns):
        return []
    words = (" ".join(column[0].piece.text.split()) if column else "" for column in columns)
    beside = [each for cell in cells for each in cell if each.piece.kind not in _RUNNING]
    return [SetPiece(Piece("\t".join(words).rstrip("\t"), BlockKind.TABLE_ROW)), *beside]


def _is_evidence(element: etree._Element) -> bool:
    style = next(element.iter(f"{W}pStyle"), None)
    return style is not None and style.get(f"{W}val") in _EVIDENCE_STYLES


def _mark_is_deleted(paragraph: etree._Element) -> bool:
    """Whether the end of a paragraph is deleted or moved away: it goes on with the next one."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(f"{W}{name}") is not None for name in ("del", "moveFrom"))


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in contents(parent):
        if child.tag == f"{W}{name}":
            yield child
        elif str(child.tag).removeprefix(W) in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _inside(child, name)


def _by_id(root: etree._Element | None) -> dict[str, etree._Element]:
    return {} if root is None else {each.get(f"{W}id", ""): each for each in root}
