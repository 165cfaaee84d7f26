"""Tracked changes made final: what was put in stays, what was taken out goes, and nothing tells who did either.

ECMA-376 part 1, 17.13.5. Works on one tree in place; the words a reader sees are the same before and after.
"""

from assistant.drafting.word.parts.wordml import (
    CELL,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    RUN_PROPERTIES,
    Element,
    parent_of,
    w,
)

TAKEN_OUT = frozenset({w("del"), w("moveFrom")})
"""What stands inside these is no longer part of the text."""
_PUT_IN = frozenset({w("ins"), w("moveTo")})
_TRACES = (
    *(w(f"{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid")),
    w("numberingChange"), w("cellIns"), w("cellMerge"),
    *(w(f"{name}Range{edge}") for name in ("moveFrom", "moveTo") for edge in ("Start", "End")),
    *(w(f"customXml{name}Range{edge}") for name in ("Ins", "Del", "MoveFrom", "MoveTo") for edge in ("Start", "End")),
)  # fmt: skip
"""These say how something was before, or where a change begins and ends."""
_OPEN = (w("ins"), w("del"), w("moveFrom"), w("moveTo"), w("rPrChange"), w("pPrChange"))


def count_revisions(root: Element) -> int:
    """How many changes are still tracked in a part."""
    return sum(1 for _ in root.iter(*_OPEN))


def accept_revisions(root: Element) -> bool:
    """Accept every tracked change of a part; whether there were any."""
    before = sum(1 for _ in root.iter(*_OPEN, *_TRACES, w("cellDel")))
    for trace in list(root.iter(*_TRACES)):
        parent_of(trace).remove(trace)
    for cell in [mark.getparent() for mark in root.iter(w("cellDel"))]:
        _drop_holder(cell, CELL)
    for row in [mark for mark in root.iter(*TAKEN_OUT) if parent_of(mark).tag == w("trPr")]:
        _drop_holder(row, ROW)
    for mark in [mark for mark in root.iter(*TAKEN_OUT) if parent_of(mark).tag == RUN_PROPERTIES]:
        _join_with_next(parent_of(mark))
    for change in list(root.iter(*TAKEN_OUT)):
        parent_of(change).remove(change)
    for change in list(root.iter(*_PUT_IN)):
        _unwrap(change)
    return before > 0


def _drop_holder(node: Element | None, tag: str) -> None:
    """Take away the nearest row or cell around a node, unless it is gone already."""
    holder = next(node.iterancestors(tag), None) if node is not None else None
    if holder is not None and holder.getparent() is not None:
        parent_of(holder).remove(holder)


def _join_with_next(mark: Element) -> None:
    """A paragraph whose end was deleted runs on into the next one, which keeps its own properties."""
    paragraph = next(mark.iterancestors(PARAGRAPH))
    following = paragraph.getnext()
    if following is None or following.tag != PARAGRAPH:
        return
    first = sum(child.tag == PARAGRAPH_PROPERTIES for child in following)
    for child in reversed([child for child in paragraph if child.tag != PARAGRAPH_PROPERTIES]):
        following.insert(first, child)
    parent_of(paragraph).remove(paragraph)


def _unwrap(change: Element) -> None:
    for child in reversed(change):
        change.addnext(child)
    parent_of(change).remove(change)
