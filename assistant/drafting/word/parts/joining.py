"""The characters of one paragraph, whatever runs, marks and corrections Word cut them over.

A tag found in the characters is cut out and a mark (a processing instruction) stands in its place between two runs.
"""

from bisect import bisect_right
from copy import deepcopy

from assistant.drafting.word.parts.wordml import (
    PARAGRAPH,
    RUN,
    RUN_PROPERTIES,
    SPACE,
    TEXT,
    Element,
    element,
    parent_of,
    w,
)

_CHARACTERS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("softHyphen"): ""}
_WORTHLESS = {RUN_PROPERTIES, w("lastRenderedPageBreak")}
_WRAPPERS = {w("hyperlink"), w("ins"), w("moveTo"), w("customXml"), w("dir"), w("bdo")}


class Line:
    """The characters of a paragraph that are printed, each with the element it stands in."""

    def __init__(self, paragraph: Element) -> None:
        self.paragraph = paragraph
        self._nodes: list[Element] = []
        self._starts: list[int] = []
        pieces: list[str] = []
        length = 0
        for node in paragraph.iter(TEXT, *_CHARACTERS):
            run = parent_of(node)
            if run.tag == RUN and (run.getparent() is paragraph or next(run.iterancestors(PARAGRAPH)) is paragraph):
                letters = _CHARACTERS.get(node.tag) or node.text
                if letters:
                    self._nodes.append(node)
                    self._starts.append(length)
                    pieces.append(letters)
                    length += len(letters)
        self.text = "".join(pieces)

    def cut(self, start: int, end: int, mark: Element) -> Element | None:
        """Put `mark` in the place of the characters and return the run properties they had."""
        self._divide(start)
        self._divide(end)
        gone = self._nodes[bisect_right(self._starts, start) - 1 : bisect_right(self._starts, end - 1)]
        first = parent_of(gone[0])
        properties = first.find(RUN_PROPERTIES)
        first.addprevious(mark)
        for node in gone:
            _remove(node)
        return properties

    def enclose(self, start: int, end: int, before: Element, after: Element) -> None:
        """Put elements before and after the characters."""
        self._divide(start)
        self._divide(end)
        first, last = (self._nodes[bisect_right(self._starts, offset) - 1] for offset in (start, end - 1))
        parent_of(first).addprevious(before)
        parent_of(last).addnext(after)

    def replace(self, start: int, end: int, words: str) -> None:
        """Write `words` in place of the characters, in the manner of the first."""
        run = element("r")
        properties = self.cut(start, end, run)
        if properties is not None:
            run.append(deepcopy(properties))
        text = element("t")
        text.text = words
        text.set(SPACE, "preserve")
        run.append(text)

    def _divide(self, offset: int) -> None:
        """Make runs end and begin at this character."""
        if offset >= len(self.text):
            return
        index = bisect_right(self._starts, offset) - 1
        if self._starts[index] < offset:
            index = self._divide_text(index, offset)
        node = self._nodes[index]
        run = parent_of(node)
        if any(sibling.tag not in _WORTHLESS for sibling in node.itersiblings(preceding=True)):
            _divide_run(run, node)

    def _divide_text(self, index: int, offset: int) -> int:
        node, inside = self._nodes[index], offset - self._starts[index]
        later = deepcopy(node)
        letters = node.text or ""
        node.text, later.text = letters[:inside], letters[inside:]
        for half in (node, later):
            half.set(SPACE, "preserve")
        node.addnext(later)
        self._nodes.insert(index + 1, later)
        self._starts.insert(index + 1, offset)
        return index + 1


def _divide_run(run: Element, node: Element) -> None:
    later = element("r")
    properties = run.find(RUN_PROPERTIES)
    if properties is not None:
        later.append(deepcopy(properties))
    later.extend([node, *node.itersiblings()])
    run.addnext(later)


def _remove(node: Element) -> None:
    """Take out a node, then its run and what was wrapped round it when nothing is left in them."""
    run = parent_of(node)
    run.remove(node)
    if any(child.tag not in _WORTHLESS for child in run):
        return
    emptied, parent = run, parent_of(run)
    while parent.tag in _WRAPPERS and len(parent) == 1:
        emptied, parent = parent, parent_of(parent)
    parent.remove(emptied)
