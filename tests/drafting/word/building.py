"""Word files made for a test, part by part, so that a test says exactly what stands in them."""

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from lxml import etree

from assistant.drafting.word.parts.wordml import text_of, w

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SAYING = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

STYLES = f"""<w:styles {NAMESPACES}>
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="paragraph" w:styleId="LetterQuote"><w:name w:val="Letter Quote"/><w:basedOn w:val="Normal"/></w:style>
</w:styles>"""
SETTINGS = f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:compat/><w:themeFontLang w:val="en-GB"/></w:settings>'


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    wrapped = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{wrapped}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph; a piece that is no markup becomes a run."""
    wrapped = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    inside = "".join(piece if piece.startswith("<") else run(piece) for piece in runs)
    return f"<w:p>{wrapped}{inside}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of texts; a cell that is markup stands as it is."""
    columns = max(len(row) for row in rows)
    grid = '<w:gridCol w:w="2000"/>' * columns
    written = "".join(f"<w:tr>{''.join(cell(text) for text in row)}</w:tr>" for row in rows)
    width = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{width}<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"


def cell(text: str) -> str:
    """A cell of a table."""
    inside = text if text.startswith("<") else paragraph(text)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def make_document(*blocks: str, **parts: str) -> bytes:
    """A Word file: blocks of its body (text becomes paragraphs) and further parts: header1, footer1, footnotes …

    A further part is the markup inside its root element; `styles` and `settings` are whole parts.
    """
    body = "".join(block if block.startswith("<") else paragraph(block) for block in blocks)
    kinds = {name: name.rstrip("0123456789") for name in parts if name not in {"styles", "settings"}}
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{name}"/>'
        for name, kind in kinds.items()
        if kind in {"header", "footer"}
    )
    document = f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr>{references}</w:sectPr></w:body></w:document>"
    members = {
        "[Content_Types].xml": _content_types(kinds),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": document,
        "word/styles.xml": parts.get("styles", STYLES),
        "word/settings.xml": parts.get("settings", SETTINGS),
        "word/_rels/document.xml.rels": _relations(
            {
                name: (kind, f"{name}.xml")
                for name, kind in {**kinds, "styles": "styles", "settings": "settings"}.items()
            }
        ),
    }
    for name, kind in kinds.items():
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        members[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{parts[name]}</w:{root}>"
    return pack(members)


def pack(members: Mapping[str, str | bytes]) -> bytes:
    """A zip of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def printed(data: bytes) -> dict[str, list[str]]:
    """What a Word file says: the paragraphs of each part that have words, tabs and line ends written as such."""
    said = {name: paragraphs_of(content) for name, content in sorted(unpack(data).items()) if _SAYING.fullmatch(name)}
    return {name: lines for name, lines in said.items() if lines}


def body_of(data: bytes) -> list[str]:
    """The paragraphs of the document that have words."""
    return printed(data).get("word/document.xml", [])


def paragraphs_of(part: bytes) -> list[str]:
    """The paragraphs of a part that have words."""
    texts = (text_of(paragraph) for paragraph in etree.fromstring(part).iter(w("p")))
    return [text for text in texts if text.strip()]


def _content_types(kinds: Mapping[str, str]) -> str:
    parts = {"document": "document.main", "styles": "styles", "settings": "settings", **kinds}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>' for name, kind in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for identifier, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'
