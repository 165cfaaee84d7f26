"""The words of a web page as a browser would show them, block by block: a `div` is a line, a `p` a paragraph.

Scripts and styles stay out in silence; hidden words, navigation, pictures and fields of forms are counted.
"""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from assistant.model.source import BlockKind
from assistant.reading.losses import LINK_ADDRESS, PICTURE, Sort, Tally
from assistant.reading.plain import split
from assistant.reading.text import Piece, begins_item

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption"})
_PARAGRAPHS = _HEADINGS | frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
    }
    | {"form", "header", "hr", "legend", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead"}
    | {"tr", "td", "th", "ul"}
)
_MACHINERY = frozenset({"head", "script", "style", "template", "noscript", "param", "datalist", "colgroup", "button"})
_UNSEEN_FIELDS = frozenset({"hidden", "submit", "button", "reset", "image"})
_FRAME = {"header": BlockKind.HEADER, "footer": BlockKind.FOOTER, "aside": BlockKind.TEXT_BOX}
_SPACE = re.compile(r"[ \t\r\n\f]+")

_NAVIGATION = Sort("The frame of the page was left out", "{} parts of the frame of the page were left out")
_HIDDEN = Sort("1 hidden passage was left out", "{} hidden passages were left out")
_EMBEDDED_PART = Sort("1 embedded part was not read", "{} embedded parts were not read")
_FIELD = Sort("1 field of a form was not read", "{} fields of forms were not read")
_DELETION = Sort("1 deleted passage was left out", "{} deleted passages were left out")
_LEFT_OUT = {
    "nav": _NAVIGATION,
    "del": _DELETION,
    **dict.fromkeys(("select", "textarea", "input"), _FIELD),
    **dict.fromkeys(("iframe", "object", "embed", "video", "audio", "canvas", "svg", "applet"), _EMBEDDED_PART),
}


class Page:
    """Goes through a page once, from its root; `pieces` and `tally` are what it finds."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.tally = Tally()
        self._words: list[str] = []
        self._kinds = [BlockKind.PARAGRAPH]
        self._rows: list[list[list[Piece]]] = []
        self._numbers: list[int | None] = []
        self._mark = ""
        self._open_tags: Counter[str] = Counter()
        self._has_main = False

    def walk(self, root: etree._Element) -> None:
        """Take in a whole page."""
        self._has_main = next(root.iter("main", "article"), None) is not None
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walker:
            if event == "end":
                if element is not skipped:
                    self._close(str(element.tag))
                self._say(element.tail)
            elif self._leaves_out(element, str(element.tag)):
                skipped = element
                walker.skip_subtree()
            else:
                self._open(element, str(element.tag))
                self._say(element.text)
        self._end_piece()

    def _leaves_out(self, element: etree._Element, tag: str) -> bool:
        sort = _LEFT_OUT.get(tag)
        if tag in _FRAME and self._has_main and not self._in_main():
            sort = _NAVIGATION
        elif sort is None and tag not in _MACHINERY and _is_hidden(element):
            sort = _HIDDEN
        words = element.get("value") or element.get("title") or (words_in(element) if sort else "")
        if sort and (words or sort is _EMBEDDED_PART) and element.get("type") not in _UNSEEN_FIELDS:
            self.tally.add(sort, words)
        return sort is not None or tag in _MACHINERY

    def _in_main(self) -> bool:
        return self._open_tags["main"] + self._open_tags["article"] > 0

    def _open(self, element: etree._Element, tag: str) -> None:
        self._part(tag)
        self._open_tags[tag] += 1
        self._kinds.append(self._kind_of(tag))
        if tag in {"ol", "ul"}:
            self._numbers.append(_number(element.get("start"), 1) if tag == "ol" else None)
        elif tag == "li":
            self._mark = self._item_mark(element)
        elif tag == "tr":
            self._rows.append([])
        elif tag in {"td", "th"} and self._rows:
            self._rows[-1].append([])
        else:
            self._open_in_line(element, tag)

    def _open_in_line(self, element: etree._Element, tag: str) -> None:
        if tag == "br":
            self._words.append("\n")
        elif tag == "q":
            self._words.append("“")
        elif tag == "img":
            self.tally.add(PICTURE, element.get("alt") or "")
        elif tag == "a":
            address = element.get("href") or ""
            if address.startswith(("http", "mailto")) and address.removeprefix("mailto:") not in words_in(element):
                self.tally.add(LINK_ADDRESS, address)

    def _close(self, tag: str) -> None:
        if tag == "q":
            self._words.append("”")
        self._part(tag)
        if tag in {"ol", "ul"}:
            self._numbers.pop()
        elif tag == "tr":
            self._end_row()
        self._open_tags[tag] -= 1
        self._kinds.pop()

    def _part(self, tag: str) -> None:
        """End the paragraph or the line that an element, opening or closing, cannot stand in."""
        if tag in _PARAGRAPHS:
            self._end_piece()
        elif tag == "div":
            said = "".join(self._words).rstrip(" ")
            if said and not said.endswith("\n"):
                self._words = [said, "\n"]

    def _kind_of(self, tag: str) -> BlockKind:
        if tag in _HEADINGS:
            return BlockKind.HEADING
        if tag == "li":
            return BlockKind.LIST_ITEM
        return self._kinds[-1] if self._in_main() else _FRAME.get(tag, self._kinds[-1])

    def _item_mark(self, element: etree._Element) -> str:
        number = self._numbers[-1] if self._numbers else None
        if number is None:
            return ""
        number = _number(element.get("value"), number)
        self._numbers[-1] = number + 1
        return f"{number}. "

    def _say(self, words: str | None) -> None:
        if words:
            self._words.append(words if self._open_tags["pre"] else _SPACE.sub(" ", words))

    def _end_piece(self) -> None:
        lines = "".join(self._words).split("\n")
        words = "\n".join(" ".join(filter(None, line.split(" "))) for line in lines).strip()
        self._words = []
        if not words:
            return
        if self._kinds[-1] is BlockKind.PARAGRAPH:
            self._target().extend(_as_pieces(words))
        else:
            self._target().append(Piece(self._mark + words, self._kinds[-1]))
        self._mark = ""

    def _target(self) -> list[Piece]:
        return self._rows[-1][-1] if self._rows and self._rows[-1] else self.pieces

    def _end_row(self) -> None:
        """A row is one block when each of its cells is; a table that only arranges the page falls into its parts."""
        cells = self._rows.pop()
        if sum(map(bool, cells)) > 1 and all(len(cell) <= 1 for cell in cells):
            words = (" ".join(cell[0].text.split()) if cell else "" for cell in cells)
            self._target().append(Piece("\t".join(words).rstrip("\t"), BlockKind.TABLE_ROW))
        else:
            self._target().extend(piece for cell in cells for piece in cell)


def words_in(element: etree._Element) -> str:
    """All words inside an element, white space folded."""
    return " ".join("".join(map(str, element.itertext())).split())


def _is_hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 10 else otherwise


def _as_pieces(words: str) -> Iterator[Piece]:
    for part in split(words):
        yield Piece(part, BlockKind.LIST_ITEM if begins_item(part) else BlockKind.PARAGRAPH)
