"""What styles and direct properties make of a paragraph and of a run: size, spaces around, what stays together.

ECMA-376 part 1, 17.7.2: defaults, then lists, then styles from the most general on, then what is said on the spot.
Lengths are points.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from assistant.drafting.sheets.faces import Face, face_of
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.styles import Styles, styles_part
from assistant.drafting.word.parts.wordml import VALUE, Element, number_of, parse_part, w
from assistant.model.sheet import Align

Properties = Mapping[str, Mapping[str, str]]
"""Names of properties with their attributes, both as Word calls them."""

_JOINED = frozenset({"spacing", "ind", "rFonts"})
"""Properties whose attributes are inherited one by one."""
_ALIGNED = {"center": Align.CENTRE, "right": Align.RIGHT, "end": Align.RIGHT}
_USUAL_FONT, _USUAL_SIZE = "Times New Roman", 20
_TWIPS = 20
"""Twentieths of a point, in which Word counts."""


class Manner(NamedTuple):
    """How a run is printed."""

    face: Face
    size: float
    spread: float = 0.0
    """Space after every letter."""
    bold: bool = False
    italic: bool = False
    raised: bool = False
    capitals: bool = False

    def width(self, text: str) -> float:
        """Width of words printed so."""
        return self.face.width(text, self.size) + self.spread * len(text)


class Frame(NamedTuple):
    """A place on the page that a paragraph is held at."""

    left: float
    top: float
    width: float
    height: float
    """At least."""


class Shape(NamedTuple):
    """How a paragraph stands on the page."""

    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    """A multiple of the height of its type, or points where it is exact."""
    exact: bool = False
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    """Of its first line, counted from the left of the others."""
    align: Align = Align.LEFT
    keeps_next: bool = False
    keeps_lines: bool = False
    keeps_widows: bool = True
    new_page: bool = False
    frame: Frame | None = None
    list: tuple[str, str] | None = None
    """Number and level of the list it is an item of."""


class StyleBook:
    """The styles of a Word file, as what they do."""

    def __init__(self, package: Package) -> None:
        self._styles = Styles(package)
        self._root = parse_part(package.parts[styles_part(package)])
        self._merged: dict[tuple[str, str], Properties] = {}

    def paragraph(self, properties: Element | None, level: Element | None = None) -> Properties:
        """What holds for a paragraph with these properties, an item on this level of a list."""
        style = self._style_of(properties, "pStyle") or self._usual
        listed = None if level is None else level.find(w("pPr"))
        return merged([self._default("pPr"), listed, self._of_style("pPr", style), properties])

    def run(self, paragraph: Element | None, properties: Element | None) -> Manner:
        """How a run is printed in a paragraph, each by its properties."""
        styles = (self._style_of(paragraph, "pStyle") or self._usual, self._style_of(properties, "rStyle"))
        return _manner(merged([self._default("rPr"), *(self._of_style("rPr", each) for each in styles), properties]))

    def cell_room(self, style: str) -> tuple[float, float]:
        """Room in the cells of a table of this style: above and below together, left and right together."""
        for each in self._styles.lineage(style):
            margins = each.find(f"{w('tblPr')}/{w('tblCellMar')}")
            if margins is not None:
                width = {_local(side.tag): number_of(side, "w") / _TWIPS for side in margins}
                return width.get("top", 0.0) + width.get("bottom", 0.0), width.get("left", 0.0) + width.get(
                    "right", 0.0
                )
        return 0.0, 0.0

    def _of_style(self, holder: str, identifier: str) -> Properties:
        """What a style says with those it is based on."""
        if (holder, identifier) not in self._merged:
            levels = [style.find(w(holder)) for style in self._styles.lineage(identifier)]
            self._merged[holder, identifier] = merged(reversed(levels))
        return self._merged[holder, identifier]

    def _default(self, holder: str) -> Element | None:
        return self._root.find(f"{w('docDefaults')}/{w(f'{holder}Default')}/{w(holder)}")

    @cached_property
    def _usual(self) -> str:
        """Id of the style of paragraphs that name none."""
        kinds = (style for style in self._root.iter(w("style")) if style.get(w("type")) == "paragraph")
        return next((style.get(w("styleId"), "") for style in kinds if style.get(w("default")) in {"1", "true"}), "")

    @staticmethod
    def _style_of(properties: Element | None, name: str) -> str:
        named = None if properties is None else properties.find(w(name))
        return "" if named is None else named.get(VALUE, "")


def merged(levels: Iterable[Element | Properties | None]) -> Properties:
    """Properties of several levels in one, the last having the last word."""
    made: dict[str, Mapping[str, str]] = {}
    for level in levels:
        said = level if isinstance(level, Mapping) else _read(level)
        for name, attributes in said.items():
            made[name] = {**made.get(name, {}), **attributes} if name in _JOINED else attributes
    return made


def shape_of(properties: Properties) -> Shape:
    """The shape that properties of a paragraph give it."""
    spacing, indent = properties.get("spacing", {}), properties.get("ind", {})
    rule, height = spacing.get("lineRule", "auto"), _number(spacing.get("line"), 240)
    listed = properties.get("numPr", {})
    return Shape(
        before=_points(spacing, "before"),
        after=_points(spacing, "after"),
        line=height / (_TWIPS if rule == "exact" else 240) if rule != "atLeast" else 1.0,
        exact=rule == "exact",
        left=_points(indent, "left", "start"),
        right=_points(indent, "right", "end"),
        first=_points(indent, "firstLine") - _points(indent, "hanging"),
        align=_ALIGNED.get(properties.get("jc", {}).get("val", ""), Align.LEFT),
        keeps_next=_is_on(properties, "keepNext"),
        keeps_lines=_is_on(properties, "keepLines"),
        keeps_widows=_is_on(properties, "widowControl", otherwise=True),
        new_page=_is_on(properties, "pageBreakBefore"),
        frame=_frame(properties["framePr"]) if "framePr" in properties else None,
        list=(listed["numId"], listed.get("ilvl", "0")) if listed.get("numId", "0") != "0" else None,
    )


def _manner(properties: Properties) -> Manner:
    bold, italic = _is_on(properties, "b"), _is_on(properties, "i")
    font = properties.get("rFonts", {}).get("ascii", _USUAL_FONT)
    return Manner(
        face=face_of(font, bold=bold, italic=italic),
        size=_number(properties.get("sz", {}).get("val"), _USUAL_SIZE) / 2,
        spread=_points(properties.get("spacing", {}), "val"),
        bold=bold,
        italic=italic,
        raised=properties.get("vertAlign", {}).get("val") == "superscript",
        capitals=_is_on(properties, "caps"),
    )


def _frame(said: Mapping[str, str]) -> Frame | None:
    """A frame whose place is counted from the page; any other moves with the text and is left there."""
    if said.get("vAnchor") != "page" or said.get("hAnchor") != "page":
        return None
    return Frame(*(_points(said, name) for name in ("x", "y", "w", "h")))


def _read(level: Element | None) -> Properties:
    return {} if level is None else {_local(child.tag): _attributes(child) for child in level}


def _attributes(node: Element) -> Mapping[str, str]:
    """The attributes of a property; of one that holds others, tabs or the place in a list, a word for each."""
    if _local(node.tag) == "tabs":
        return {child.get(VALUE, ""): child.get(w("pos"), "0") for child in node}
    if len(node):
        return {_local(child.tag): child.get(VALUE, "") for child in node}
    return {_local(str(key)): str(value) for key, value in node.attrib.items()}


def _local(name: str | bytes) -> str:
    return etree.QName(name).localname


def _is_on(properties: Properties, name: str, *, otherwise: bool = False) -> bool:
    said = properties.get(name)
    return otherwise if said is None else said.get("val", "1") not in {"0", "false", "off"}


def _points(said: Mapping[str, str], *names: str) -> float:
    return next((_number(said[name], 0) / _TWIPS for name in names if name in said), 0.0)


def _number(written: str | None, otherwise: float) -> float:
    try:
        return float(written or "")
    except ValueError:
        return otherwise
