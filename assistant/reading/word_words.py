"""The words of a Word paragraph as a reader of the finished letter would see them.

Tracked insertions are in, deletions out; of a field the result counts, of alternative contents the first. What is
not words is counted. Notes and text boxes are named, for `word` to put in their place.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from assistant.reading.losses import PICTURE, Sort, Tally
from assistant.reading.word_styles import W, is_on

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SPACES = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NO_RESULT_WANTED = frozenset({"XE", "TC", "TA", "RD", "SET", "PRIVATE", "PAGE", "NUMPAGES", "SECTIONPAGES", "ADVANCE"})
_SYMBOLS = re.compile("[\uf000-\uf0ff]")
"""Private characters in which Word keeps the signs of fonts such as Wingdings."""

DELETION = Sort("1 tracked deletion was left out", "{} tracked deletions were left out")
_INSERTION = Sort("1 tracked insertion was read as accepted", "{} tracked insertions were read as accepted")
_HIDDEN = Sort("1 hidden passage was left out", "{} hidden passages were left out")
UNFILLED = Sort("1 field to fill in is still empty", "{} fields to fill in are still empty")
_NO_RESULT = Sort("1 field without result was left out", "{} fields without result were left out")
_OBJECT = Sort("1 embedded object was not read", "{} embedded objects were not read")
_CHART = Sort("1 chart or diagram was not read", "{} charts or diagrams were not read")
_DRAWN = Sort("1 drawn word was left out", "{} drawn words were left out")
_EQUATION = Sort("1 equation was read as a line of signs", "{} equations were read as lines of signs")
_SYMBOL = Sort("1 sign of a symbol font was left out", "{} signs of symbol fonts were left out")


class Note(NamedTuple):
    """A reference to a foot- or endnote."""

    part: str
    """“footnotes” or “endnotes”."""
    id: str
    numbered: bool = True
    """False where the writer has set a mark of their own."""


class Words(NamedTuple):
    """The words of a paragraph, and what hangs on it."""

    text: str
    boxes: tuple[etree._Element, ...]
    notes: tuple[Note, ...]


class _Field:
    """A field that has begun: its instruction, and whether its result is being shown."""

    def __init__(self) -> None:
        self.instruction = ""
        self.shows_result = False
        self.has_words = False
        self.kept_back: list[str] = []


class Scribe:
    """Writes down the words of the paragraphs of one story, in order; fields may run over several of them."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._fields: list[_Field] = []
        self._said: list[str] = []
        self._boxes: list[etree._Element] = []
        self._notes: list[Note] = []

    def write(self, paragraph: etree._Element) -> Words:
        """The words of the next paragraph."""
        self._said, self._boxes, self._notes = [], [], []
        self._walk(paragraph)
        return Words("".join(self._said), tuple(self._boxes), tuple(self._notes))

    def finish(self) -> None:
        """Tell about fields that never ended and what they have kept back."""
        for field in self._fields:
            self._tally.add(_NO_RESULT, field.instruction + " " + "".join(field.kept_back))
        self._fields = []

    def _walk(self, element: etree._Element) -> None:
        for child in contents(element):
            tag = str(child.tag)
            name = tag.removeprefix(W)
            if tag == f"{_MATH}oMath":
                self._say("".join(each.text or "" for each in child.iter(f"{_MATH}t")))
                self._tally.add(_EQUATION)
            elif name in _SPACES and element.tag == f"{W}r":
                self._say(_SPACES[name])
            elif name == "t":
                self._say_text(child.text or "")
            elif name == "r" and is_on(child.find(f"{W}rPr"), "vanish"):
                self._count_hidden(child)
            elif name in {"fldChar", "instrText", "fldSimple"}:
                self._meet_field(child, name)
            elif name in {"drawing", "pict", "object"}:
                self._meet_drawing(child)
            elif name in {"footnoteReference", "endnoteReference"}:
                own_mark = child.get(f"{W}customMarkFollows") in {"1", "true", "on"}
                self._notes.append(Note(name.removesuffix("Reference") + "s", child.get(f"{W}id", ""), not own_mark))
            else:
                self._meet_change(child, name)

    def _meet_change(self, element: etree._Element, name: str) -> None:
        if name == "del":
            self._tally.add(DELETION, plain_words(element))
        elif name == "sdt" and is_on(element.find(f"{W}sdtPr"), "showingPlcHdr"):
            self._tally.add(UNFILLED, plain_words(element))
        elif name == "sym":
            self._meet_symbol(element)
        elif name == "ruby":
            self._walk_all(element.iterchildren(f"{W}rubyBase"))
        elif name != "moveFrom" and not name.endswith("Pr"):
            if name == "ins" and len(element):
                self._tally.add(_INSERTION, plain_words(element))
            self._walk(element)

    def _walk_all(self, elements: Iterator[etree._Element]) -> None:
        for element in elements:
            self._walk(element)

    def _say(self, words: str) -> None:
        silent = next((at for at, field in enumerate(self._fields) if not field.shows_result), None)
        if silent is None:
            self._said.append(words)
        else:
            self._fields[silent].kept_back.append(words)
        for field in self._fields[0 if silent is None else silent + 1 :]:
            field.has_words = True

    def _say_text(self, words: str, font: str = "") -> None:
        for _ in _SYMBOLS.findall(words):
            self._tally.add(_SYMBOL, font)
        self._say(_SYMBOLS.sub("", words))

    def _count_hidden(self, run: etree._Element) -> None:
        words = plain_words(run)
        if words:
            self._tally.add(_HIDDEN, words)

    def _meet_field(self, element: etree._Element, name: str) -> None:
        kind = element.get(f"{W}fldCharType")
        if name == "instrText" and self._fields:
            self._fields[-1].instruction += element.text or ""
        elif name == "fldSimple":
            self._begin_field(element.get(f"{W}instr", ""), shows_result=True)
            self._walk(element)
            self._end_field()
        elif kind == "begin":
            self._begin_field("", shows_result=False)
        elif kind == "separate" and self._fields:
            self._fields[-1].shows_result = True
        elif kind == "end" and self._fields:
            self._end_field()

    def _begin_field(self, instruction: str, *, shows_result: bool) -> None:
        self._fields.append(_Field())
        self._fields[-1].instruction = instruction
        self._fields[-1].shows_result = shows_result

    def _end_field(self) -> None:
        field = self._fields.pop()
        name = field.instruction.split(maxsplit=1)[0].upper() if field.instruction.strip() else ""
        if not field.has_words and name not in _NO_RESULT_WANTED:
            self._tally.add(_NO_RESULT, field.instruction)

    def _meet_symbol(self, element: etree._Element) -> None:
        code = element.get(f"{W}char", "")
        known = re.fullmatch("[0-9A-Fa-f]{1,4}", code)
        self._say_text(chr(int(code, 16)) if known else "", element.get(f"{W}font", ""))

    def _meet_drawing(self, element: etree._Element) -> None:
        """Text boxes are kept for later; pictures, charts, objects and drawn words are counted."""
        self._boxes += text_boxes(element)
        described = next(filter(None, (each.get("descr") or each.get("alt") for each in _shown(element))), "")
        for each in _shown(element):
            name = etree.QName(each).localname
            if name in {"pic", "imagedata"} and element.tag != f"{W}object":
                self._tally.add(PICTURE, described)
            elif name in {"OLEObject", "control"}:
                self._tally.add(_OBJECT, each.get("ProgID") or each.get(f"{W}name") or "")
            elif name in {"chart", "relIds"}:
                self._tally.add(_CHART, described)
            elif name == "textpath" and each.get("string"):
                self._tally.add(_DRAWN, each.get("string") or "")


def contents(element: etree._Element) -> Iterator[etree._Element]:
    """The children of an element; of alternative contents the first, of a filled-in control what it holds."""
    for child in element:
        if child.tag == f"{_MC}AlternateContent":
            branch = next(
                (each for name in ("Choice", "Fallback") for each in child.iterchildren(f"{_MC}{name}")), None
            )
            if branch is not None:
                yield from contents(branch)
        else:
            yield child


def text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes in a drawing, each once."""
    for child in contents(element):
        if child.tag == f"{W}txbxContent":
            yield child
        else:
            yield from text_boxes(child)


def plain_words(element: etree._Element) -> str:
    """All words inside an element, deleted or not, for a message."""
    tags = (f"{W}t", f"{W}delText")
    return "".join(each.text or "" for each in element.iter(*tags))


def _shown(element: etree._Element) -> Iterator[etree._Element]:
    """The element and all below it, without text boxes and second alternatives."""
    yield element
    for child in contents(element):
        if child.tag != f"{W}txbxContent":
            yield from _shown(child)
