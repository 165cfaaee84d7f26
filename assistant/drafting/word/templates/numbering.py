"""Numbered lists that begin again at 1.

Word continues a list wherever its style is used, so each list gets a number of its own for the style's list.
"""

from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.styles import Styles
from assistant.drafting.word.parts.wordml import (
    DOCUMENT,
    NUMBERING,
    OFFICE,
    VALUE,
    WORD,
    Element,
    element,
    fragment,
    number_of,
    parse_part,
    w,
    write_part,
)

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_EMPTY = f'<w:numbering xmlns:w="{WORD}"/>'.encode()
_DECIMAL = (
    '<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>'
)
_BEFORE_NUMBERING = {
    w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
}
"""ECMA-376 part 1, 17.3.1.26: what stands before w:numPr in paragraph properties."""


class Lists:
    """The numbered lists of a letter while it is filled."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._styles = styles
        self._name = package.related(DOCUMENT, "numbering") or NUMBERING
        self._data = package.parts.get(self._name)
        self._root: Element | None = None

    def start(self, properties: Element) -> str:
        """Begin a list for paragraphs with these properties; returns the number of the list."""
        root = self._tree()
        number = element("num", numId=_free(root, "num", "numId"))
        number.append(element("abstractNumId", val=self._abstract(root, properties)))
        number.append(fragment('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'))
        _insert(root, number)
        return str(number.get(w("numId")))

    def join(self, properties: Element, number: str) -> None:
        """Make a paragraph an item of a list."""
        for old in properties.findall(w("numPr")):
            properties.remove(old)
        place = sum(1 for child in properties if child.tag in _BEFORE_NUMBERING)
        properties.insert(place, fragment(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))

    def settle(self, package: Package) -> None:
        """Write the lists into the letter."""
        if self._root is None:
            return
        if self._data is None:
            package.declare(self._name, _CONTENT_TYPE)
            package.relate(DOCUMENT, f"{OFFICE}/numbering", self._name)
        package.parts[self._name] = write_part(self._root)

    def _tree(self) -> Element:
        if self._root is None:
            self._root = parse_part(self._data or _EMPTY)
        return self._root

    def _abstract(self, root: Element, properties: Element) -> str:
        """Id of the kind of list the paragraph or its style has; a plain “1.” where neither has one."""
        style = properties.find(w("pStyle"))
        lineage = self._styles.lineage("" if style is None else style.get(VALUE, ""))
        for holder in (properties, *lineage):
            used = holder.find(f".//{w('numPr')}/{w('numId')}")
            if used is not None:
                found = root.find(f"{w('num')}[@{w('numId')}='{used.get(VALUE)}']/{w('abstractNumId')}")
                if found is not None:
                    return str(found.get(VALUE))
        identifier = _free(root, "abstractNum", "abstractNumId")
        _insert(root, fragment(_DECIMAL.format(id=identifier)))
        return identifier


def _free(root: Element, kind: str, key: str) -> str:
    return str(1 + max((number_of(item, key) for item in root.iterfind(w(kind))), default=0))


def _insert(root: Element, made: Element) -> None:
    """Lists come after kinds of lists, and both before what Word keeps behind them."""
    later = [w("num"), w("numIdMacAtCleanup")] if made.tag == w("abstractNum") else [w("numIdMacAtCleanup")]
    following = next((child for child in root if child.tag in later), None)
    if following is None:
        root.append(made)
    else:
        following.addprevious(made)
