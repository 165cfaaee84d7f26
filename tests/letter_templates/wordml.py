"""A few words of WordprocessingML, so that the letterhead reads as a letterhead. Lengths are millimetres and points."""

import base64
from collections.abc import Iterable, Sequence

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU = 36_000
"""English Metric Units in a millimetre."""
BLANK = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==")
"""A picture of one white point."""
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def mm(length: float) -> int:
    """Millimetres in twentieths of a point, as Word measures."""
    return round(length * 1440 / 25.4)


def points(length: float) -> float:
    """Millimetres in points."""
    return length * 72 / 25.4


def pt(length: float) -> int:
    """Points in twentieths of a point."""
    return round(length * 20)


def text(words: str, style: str = "") -> str:
    """A run, in a character style by its id; & and < are to be written as entities."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def field(instruction: str, shown: str = "1") -> str:
    """A field that Word computes, PAGE or NUMPAGES."""
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{kinds[0]}{code}{kinds[1]}{text(shown)}{kinds[2]}"


def picture(name: str, width: float, height: float) -> str:
    """A run with the place of a picture that bears the name of a value, so many millimetres large at most.

    The part needs a relation of the same name; what it shows until it is filled is BLANK.
    """
    size = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent {size}/><wp:docPr id="1" name="{name}" descr="{name}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def paragraph(style: str, *runs: str, frame: str = "") -> str:
    """A paragraph in a style, by its id; `frame` is a w:framePr."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{frame}</w:pPr>{"".join(runs)}</w:p>'


def tag(statement: str) -> str:
    """A statement of the template engine, in a paragraph of its own that is not printed."""
    return f"<w:p>{text('{%p ' + statement + ' %}')}</w:p>"


def when(condition: str, *paragraphs: str) -> str:
    """Paragraphs printed on a condition."""
    return "".join((tag(f"if {condition}"), *paragraphs, tag("endif")))


def for_each(item: str, items: str, *paragraphs: str) -> str:
    """Paragraphs printed for each item of a list."""
    return "".join((tag(f"for {item} in {items}"), *paragraphs, tag("endfor")))


def each(items: str, style: str, shown: str = "{{ item }}") -> str:
    """A paragraph in a style for each item of a list."""
    return for_each("item", items, paragraph(style, text(shown)))


def table(items: str, columns: Sequence[tuple[str, str, float]], description: str) -> str:
    """Rows of a list under a head that every page repeats; the last three rows stay together.

    A column is its title, what it prints of an `item`, and its width in millimetres; `description` is read out to
    whoever does not see the table.
    """
    grid = "".join(f'<w:gridCol w:w="{mm(width)}"/>' for *_, width in columns)
    head = "".join(cell(width, paragraph("LetterCellHead", text(title))) for title, _, width in columns)
    kept, row = (
        "".join(cell(width, paragraph(style, text(shown))) for _, shown, width in columns)
        for style in ("LetterCellKept", "LetterCell")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="LetterTable"/><w:tblW w:w="{sum(mm(width) for *_, width in columns)}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblDescription w:val="{description}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_row(head, '<w:tblHeader/>')}{_row_tag(f'for item in {items}')}"
        f"{_row_tag('if not loop.last and loop.revindex &lt; 4')}{_row(kept)}"
        f"{_row_tag('else')}{_row(row)}{_row_tag('endif')}{_row_tag('endfor')}</w:tbl>"
    )


def cell(width: float, content: str) -> str:
    """A cell of a table."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{mm(width)}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _row(cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>"


def _row_tag(statement: str) -> str:
    """A statement in a row of its own that is not printed."""
    return f"<w:tr><w:tc><w:p>{text('{%tr ' + statement + ' %}')}</w:p></w:tc></w:tr>"


def part(root: str, *content: str) -> str:
    """A part of the file."""
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{''.join(content)}</w:{root}>"


def paragraph_style(
    name: str,
    *,
    based_on: str = "Normal",
    after: str | None = None,
    paragraph: Iterable[str] = (),
    characters: Iterable[str] = (),
    kind: str = 'w:customStyle="1"',
) -> str:
    """A paragraph style; its id is its name without spaces, `after` the id of the style that follows it.

    `paragraph` and `characters` are properties in the order of the schema.
    """
    following = f'<w:next w:val="{after}"/>' if after else ""
    return (
        f'<w:style w:type="paragraph" {kind} w:styleId="{identifier(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/>{following}<w:qFormat/>'
        f"<w:pPr>{''.join(paragraph)}</w:pPr><w:rPr>{''.join(characters)}</w:rPr></w:style>"
    )


def character_style(name: str, *properties: str, kind: str = 'w:customStyle="1"') -> str:
    """A character style."""
    return (
        f'<w:style w:type="character" {kind} w:styleId="{identifier(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{"".join(properties)}</w:rPr></w:style>'
    )


def table_style(name: str, table: str, cells: str) -> str:
    """A table style from its properties and those of its cells."""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identifier(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{table}</w:tblPr><w:tcPr>{cells}</w:tcPr></w:style>'
    )


def identifier(name: str) -> str:
    """Id of a style by its name."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def spacing(before: float = 0, after: float = 0, line: float | None = None, *, exactly: bool = False) -> str:
    """Space round a paragraph in points; `line` is a multiple of the font's own, or points when `exactly`."""
    if line is None:
        return f'<w:spacing w:before="{pt(before)}" w:after="{pt(after)}"/>'
    rule, height = ("exact", pt(line)) if exactly else ("auto", round(240 * line))
    return f'<w:spacing w:before="{pt(before)}" w:after="{pt(after)}" w:line="{height}" w:lineRule="{rule}"/>'


def font(name: str) -> str:
    """A font for every script."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def size(points: float) -> str:
    """Size of letters."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'
