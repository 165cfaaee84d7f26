"""A table on a page of its own behind a letter. It belongs to the file, not to the letter.

Its paragraphs have a style of their own, by which whoever compares letters knows to leave them out (`is_evidence`):
words that were changed in the letter stand unchanged in the table. The style survives Word and LibreOffice.
"""

from collections.abc import Iterator, Sequence

from assistant.drafting.word.parts.intake import open_safely, refusing_damage
from assistant.drafting.word.parts.languages import word_language
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.styles import Styles, styles_part
from assistant.drafting.word.parts.wordml import (
    DOCUMENT,
    VALUE,
    WORD,
    Element,
    escape,
    fragment,
    number_of,
    parse_part,
    w,
    write_part,
)
from assistant.model.base import Value

STYLE, TITLE_STYLE = "LetterEvidence", "LetterEvidenceTitle"
_NAMES = {STYLE: "Letter Evidence", TITLE_STYLE: "Letter Evidence Title"}
_MANNERS = {
    STYLE: """<w:pPr><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/></w:pPr>
<w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>""",
    TITLE_STYLE: """<w:pPr><w:keepNext/><w:pageBreakBefore/><w:spacing w:before="0" w:after="160"/></w:pPr>
<w:rPr><w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>""",
}
_WIDTHS = (28, 21, 11, 11, 29)
"""Of the columns, in hundredths of the text's width."""
_USUAL_WIDTH = 9070
"""Of a page that does not say, in twentieths of a point: 16 cm."""
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


class Cell(Value):
    """The words of a cell, in a language of their own where it is not the letter's."""

    text: str
    language: str | None = None


class EvidenceTable(Value):
    """What stands on the page: a title, the names of five columns, rows of as many cells."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def append_evidence(letter: bytes, table: EvidenceTable) -> bytes:
    """The letter with the table behind it. Raises RefusedTemplateError for what is no Word file."""
    package = open_safely(letter, "letter")
    with refusing_damage("letter"):
        _add_styles(package)
        root = parse_part(package.parts[DOCUMENT])
        body = root.find(w("body"))
        if body is None:
            return letter
        section = body.find(w("sectPr"))
        made = [fragment(markup) for markup in _page(table, _text_width(section))]
        at = len(body) if section is None else body.index(section)
        body[at:at] = made
        package.parts[DOCUMENT] = write_part(root)
    return package.write()


def is_evidence(paragraph: Element) -> bool:
    """Whether a paragraph belongs to the table, not to the letter."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(VALUE) in _NAMES


def _page(table: EvidenceTable, width: int) -> Iterator[str]:
    yield _paragraph(Cell(text=table.title), TITLE_STYLE)
    edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>' for edge in _EDGES)
    columns = [width * share // 100 for share in _WIDTHS]
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    head = _row([Cell(text=name) for name in table.columns], columns, is_head=True)
    rows = "".join(_row(row, columns) for row in table.rows)
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblDescription w:val="{escape(table.title)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
    )
    yield _paragraph(Cell(text=""), STYLE)  # Word wants a paragraph behind a table at the end


def _row(cells: Sequence[Cell], widths: Sequence[int], *, is_head: bool = False) -> str:
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if is_head else "<w:trPr><w:cantSplit/></w:trPr>"
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(cell, STYLE, is_bold=is_head)}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{properties}{made}</w:tr>"


def _paragraph(cell: Cell, style: str, *, is_bold: bool = False) -> str:
    bold = "<w:b/><w:bCs/>" if is_bold else ""
    language = f'<w:lang w:val="{escape(word_language(cell.language))}"/>' if cell.language else ""
    properties = f"<w:rPr>{bold}{language}</w:rPr>" if bold or language else ""
    run = f'<w:r>{properties}<w:t xml:space="preserve">{escape(cell.text)}</w:t></w:r>' if cell.text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def _text_width(section: Element | None) -> int:
    size = None if section is None else section.find(w("pgSz"))
    margins = None if section is None else section.find(w("pgMar"))
    if size is None or margins is None:
        return _USUAL_WIDTH
    width = number_of(size, "w") - number_of(margins, "left") - number_of(margins, "right")
    return width if width > 0 else _USUAL_WIDTH


def _add_styles(package: Package) -> None:
    name = styles_part(package)
    known = Styles(package)
    based = known.basis("paragraph")
    added = "".join(
        f'<w:style xmlns:w="{WORD}" w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
        f'<w:name w:val="{called}"/>{based}{_MANNERS[identifier]}</w:style>'
        for identifier, called in _NAMES.items()
        if known.find("paragraph", called) is None
    )
    beginning, closing, end = package.parts[name].rpartition(b"</")
    package.parts[name] = beginning + added.encode() + closing + end
