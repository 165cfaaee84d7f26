"""What styles and lists add to the paragraphs of a Word file: headings, marks of items, space between lines.

The marks of lists are counted as the paragraphs are met, so ask for each paragraph once and in order.
"""

import re
from collections import defaultdict
from typing import NamedTuple

from lxml import etree

from assistant.model.source import BlockKind
from assistant.reading.manuscript import Look

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST_STYLE = 20
_WITHOUT_NUMBER = frozenset({"bullet", "none"})
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SPACE_OF_A_BROWSER = 280
"""Twentieths of a point that “automatic” space stands for."""


def is_on(element: etree._Element | None, name: str) -> bool:
    """Whether a switch such as `w:vanish` stands below `element` and is not off."""
    switch = None if element is None else element.find(f"{W}{name}")
    return switch is not None and switch.get(f"{W}val", "true") not in {"0", "false", "off"}


class Styles:
    """Looks paragraphs up through the chain of their styles."""

    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        found = [] if styles is None else list(styles.iter(f"{W}style"))
        self._styles = {each.get(f"{W}styleId", ""): each for each in found}
        default = (each for each in found if each.get(f"{W}type") == "paragraph" and each.get(f"{W}default") == "1")
        self._default = next((each.get(f"{W}styleId", "") for each in default), "Normal")
        self._document = [] if styles is None else styles.findall(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        self._numbering = _Numbering(numbering)

    def look(self, paragraph: etree._Element) -> Look:
        """The look of a paragraph; counts on when it is an item of a numbered list."""
        own = paragraph.findall(f"{W}pPr")
        style = _first(own, "pStyle") or self._default
        chain = own + self._chain(style) + self._document
        number = _first(chain, "numPr", "numId") or "0"
        mark = self._numbering.mark(number, _integer(_first(chain, "numPr", "ilvl"), 0)) if number != "0" else ""
        kind = BlockKind.LIST_ITEM if number != "0" else BlockKind.PARAGRAPH
        if self._is_heading(chain, style):
            kind = BlockKind.HEADING
        contextual = any(is_on(each, "contextualSpacing") for each in chain)
        return Look(kind, mark, style, _space(chain, "before"), _space(chain, "after"), contextual)

    def _chain(self, style: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        for _ in range(_DEEPEST_STYLE):
            element = self._styles.get(style)
            if element is None:
                break
            chain += element.findall(f"{W}pPr")
            style = _first([element], "basedOn") or ""
        return chain

    def _is_heading(self, chain: list[etree._Element], style: str) -> bool:
        element = self._styles.get(style)
        name = (_first([] if element is None else [element], "name") or style).lower()
        return (_first(chain, "outlineLvl") or "9") in set("012345678") or name.startswith(("heading", "title"))


class _Level(NamedTuple):
    """How the items on one level of a list are marked."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    """The mark with “%1” for the number on the first level, “%2” on the second."""

    def figure(self, count: int) -> str:
        """A count as this level writes it."""
        match self.form:
            case "lowerLetter" | "upperLetter":
                shown = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            case "lowerRoman" | "upperRoman":
                shown = roman(count)
            case _:
                shown = str(count).zfill(2 if self.form == "decimalZero" else 1)
        return shown.upper() if self.form.startswith("upper") else shown


class _List(NamedTuple):
    """A list of a document: the definition it counts with, and levels that begin anew in it."""

    definition: str
    restarts: dict[int, int]


class _Numbering:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, numbering: etree._Element | None) -> None:
        root = [] if numbering is None else [numbering]
        self._lists = {number: _list(each) for part in root for number, each in _by_id(part, "num", "numId").items()}
        self._definitions = {
            key: {_integer(level, 0): _level(each) for level, each in _by_id(definition, "lvl", "ilvl").items()}
            for part in root
            for key, definition in _by_id(part, "abstractNum", "abstractNumId").items()
        }
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def mark(self, number: str, level: int) -> str:
        """Count the next item of a list and give its mark; empty for bullets and unknown lists."""
        found = self._lists.get(number, _List("", {}))
        levels = self._definitions.get(found.definition, {})
        if level not in levels:
            return ""
        counts = self._counts[found.definition]
        if level in found.restarts and (number, level) not in self._begun:
            counts[level] = found.restarts[level]
        else:
            counts[level] = counts.get(level, levels[level].start - 1) + 1
        self._begun.add((number, level))
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return re.sub("%([1-9])", lambda match: _figure(levels, counts, int(match[1]) - 1), levels[level].text)


def _list(element: etree._Element) -> _List:
    overrides = _by_id(element, "lvlOverride", "ilvl")
    restarts = {_integer(level, 0): _first([each], "startOverride") for level, each in overrides.items()}
    return _List(
        _first([element], "abstractNumId") or "", {level: _integer(each, 1) for level, each in restarts.items() if each}
    )


def _level(element: etree._Element) -> _Level:
    form = _first([element], "numFmt") or "decimal"
    text = "" if form in _WITHOUT_NUMBER else _first([element], "lvlText") or ""
    return _Level(_integer(_first([element], "start"), 1), form, text)


def _figure(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    known = levels.get(level, _Level())
    return known.figure(counts.setdefault(level, known.start))


def roman(number: int) -> str:
    """A number in small Roman figures."""
    figures = ""
    for value, figure in _ROMAN:
        figures += figure * (number // value)
        number %= value
    return figures


def _by_id(parent: etree._Element, tag: str, identifier: str) -> dict[str, etree._Element]:
    return {each.get(f"{W}{identifier}", ""): each for each in parent.iterchildren(f"{W}{tag}")}


def _first(chain: list[etree._Element], *names: str) -> str | None:
    """The value of the first element of the chain that has what the path of `names` leads to."""
    path = "/".join(f"{W}{name}" for name in names)
    found = (element.find(path) for element in chain)
    return next((each.get(f"{W}val") for each in found if each is not None), None)


def _space(chain: list[etree._Element], side: str) -> int:
    for spacing in (element.find(f"{W}spacing") for element in chain):
        if spacing is not None and spacing.get(f"{W}{side}Autospacing") in {"1", "true", "on"}:
            return _SPACE_OF_A_BROWSER
        if spacing is not None and spacing.get(f"{W}{side}") is not None:
            return _integer(spacing.get(f"{W}{side}"), 0)
    return 0


def _integer(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 7 else otherwise
