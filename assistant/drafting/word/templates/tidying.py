"""What a filled part needs so that Word opens it: nothing a loop repeated twice, nothing a condition emptied.

Word calls a cell without a paragraph damaged and two bookmarks of one name as well; no validator notices the first.
"""

from collections.abc import Callable

from assistant.drafting.word.parts.wordml import (
    CELL,
    DRAWING_PROPERTIES,
    ID,
    PARAGRAPH,
    ROW,
    TABLE,
    WORD_2010,
    Element,
    element,
    instructions,
    parent_of,
    w,
)
from assistant.drafting.word.templates.cells import fit_grid
from assistant.drafting.word.templates.controls import drop_empty_controls, drop_repeated_control_ids
from assistant.drafting.word.templates.marks import GRID

_HOLDERS = (CELL, w("hdr"), w("ftr"), w("footnote"), w("endnote"), w("comment"), w("txbxContent"))
_RANGES = {
    w("bookmarkStart"): w("bookmarkEnd"),
    w("commentRangeStart"): w("commentRangeEnd"),
    w("permStart"): w("permEnd"),
}
_PARAGRAPH_IDS = (f"{{{WORD_2010}}}paraId", f"{{{WORD_2010}}}textId")


def tidy(root: Element) -> None:
    """Repair a filled part in place."""
    for watched in instructions(root, GRID):
        grid = parent_of(watched)
        grid.remove(watched)
        fit_grid(grid)
    _drop_hollow(root, ROW, CELL)
    _drop_hollow(root, TABLE, ROW)
    drop_empty_controls(root)
    for holder in root.iter(*_HOLDERS):
        _end_with_paragraph(holder)
    for link in list(root.iter(w("hyperlink"))):
        _unwrap_inner_link(link)
    _drop_repeated_ranges(root)
    _drop_repeated_ids(root)
    drop_repeated_control_ids(root)


def _drop_hollow(root: Element, kind: str, filling: str) -> None:
    for node in reversed(list(root.iter(kind))):
        if node.find(f".//{filling}") is None:
            parent_of(node).remove(node)


def _end_with_paragraph(holder: Element) -> None:
    if not len(holder) or holder[-1].tag == TABLE or holder.find(f".//{PARAGRAPH}") is None:
        holder.append(element("p"))


def _unwrap_inner_link(link: Element) -> None:
    if next(link.iterancestors(link.tag), None) is not None:
        for child in reversed(link):
            link.addnext(child)
        parent_of(link).remove(link)


def _drop_repeated_ranges(root: Element) -> None:
    for start, end in _RANGES.items():
        _drop_repeated(root, start, lambda node: node.get(w("name")) or node.get(ID))
        begun = {node.get(ID) for node in root.iter(start)}
        for node in list(root.iter(end)):
            if node.get(ID) not in begun:
                parent_of(node).remove(node)
        _drop_repeated(root, end, lambda node: node.get(ID))


def _drop_repeated(root: Element, tag: str, key: Callable[[Element], str | None]) -> None:
    seen: set[str | None] = set()
    for node in list(root.iter(tag)):
        if key(node) in seen:
            parent_of(node).remove(node)
        seen.add(key(node))


def _drop_repeated_ids(root: Element) -> None:
    """Paragraph ids may be left out; those of drawings are counted anew where one repeats."""
    seen: set[str] = set()
    for paragraph in root.iter(PARAGRAPH, ROW):
        identifier = paragraph.get(_PARAGRAPH_IDS[0])
        if identifier in seen:
            for name in _PARAGRAPH_IDS:
                paragraph.attrib.pop(name, "")
        seen |= {identifier} if identifier else set()
    drawings = list(root.iter(DRAWING_PROPERTIES))
    if len({drawing.get("id") for drawing in drawings}) < len(drawings):
        for number, drawing in enumerate(drawings, start=1):
            drawing.set("id", str(number))
