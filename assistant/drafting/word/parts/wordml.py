"""The vocabulary of WordprocessingML, and the one strict way to read and write a part.

Every module that touches a tree takes its names from here; nothing here knows tags or values.
"""

import re
from functools import cache
from html import escape as escape_markup
from typing import TypeAlias, cast

from lxml import etree
from lxml.etree import _Element

from assistant.drafting.word.parts.cleaning import clean

Element: TypeAlias = _Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RELATION_ID = f"{{{OFFICE}}}id"

DOCUMENT = "word/document.xml"
FOOTNOTES = "word/footnotes.xml"
STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"
NUMBERING = "word/numbering.xml"
RENDERED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
"""The parts in which tags are filled."""

_NUMBER = re.compile(r"-?[0-9]{1,10}")


@cache
def w(name: str) -> str:
    """The name of a Word element or attribute as lxml writes it."""
    return f"{{{WORD}}}{name}"


PARAGRAPH, RUN, TEXT, CELL, ROW, TABLE = w("p"), w("r"), w("t"), w("tc"), w("tr"), w("tbl")
RUN_PROPERTIES, PARAGRAPH_PROPERTIES = w("rPr"), w("pPr")
DRAWING, CONTROL, BOX = w("drawing"), w("sdt"), w("txbxContent")
DRAWING_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
ID, VALUE = w("id"), w("val")
CHARACTERS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
"""Elements of a run that stand for a character."""


def parse_part(data: bytes | str, *, with_marks: bool = False) -> Element:
    """The tree of a part; raises lxml.etree.XMLSyntaxError. No entity, no network, no comment.

    Processing instructions are our own marks and stand in rendered parts alone: those of a template are left out.
    """
    return etree.fromstring(data, _parser(with_marks=with_marks))


@cache
def _parser(*, with_marks: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=not with_marks, huge_tree=with_marks
    )


def write_part(root: Element) -> bytes:
    """The bytes of a part, as Word writes them."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def element(name: str, **attributes: str) -> Element:
    """A Word element without children; attributes are Word's too."""
    made = etree.Element(w(name), nsmap={"w": WORD})
    for key, value in attributes.items():
        made.set(w(key), value)
    return made


def fragment(markup: str) -> Element:
    """The element a piece of our own markup stands for."""
    opening = f'<w:wrapped xmlns:w="{WORD}" xmlns:r="{OFFICE}">'
    return parse_part(f"{opening}{markup}</w:wrapped>")[0]


def number_of(node: Element, name: str = "id", otherwise: int = 0) -> int:
    """The number a Word attribute holds, `otherwise` where it holds none."""
    written = node.get(w(name), "")
    return int(written) if _NUMBER.fullmatch(written) else otherwise


def escape(text: str) -> str:
    """Text as it may stand inside an element or an attribute: cleaned and escaped."""
    return escape_markup(clean(text))


def instructions(root: Element, target: str) -> list[Element]:
    """The processing instructions under an element that have this target."""
    return cast("list[Element]", _finder(target)(root))


@cache
def _finder(target: str) -> etree.XPath:
    return etree.XPath(f".//processing-instruction('{target}')")


def parent_of(node: Element) -> Element:
    """The parent of a node that has one."""
    parent = node.getparent()
    if parent is None:
        raise ValueError(f"{node.tag} has no parent")
    return parent


def text_of(node: Element) -> str:
    """The words under a node, tabs and breaks included, without those of text boxes that hang on it.

    The tab stops of a paragraph are no words.
    """
    parts = [part for part in node.iter(TEXT, *CHARACTERS) if parent_of(part).tag == RUN]
    if next(node.iter(BOX), None) is not None:
        boxes = set(node.iter(BOX))
        parts = [part for part in parts if boxes.isdisjoint(part.iterancestors(BOX))]
    return "".join(CHARACTERS.get(part.tag, part.text or "") for part in parts)
