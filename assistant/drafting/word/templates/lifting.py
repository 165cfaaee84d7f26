"""`{%p`, `{%tr` and `{%tc`: a tag that takes the place of its whole paragraph, row or cell.

Whatever else stands there would be lost without a word, so it is a finding.
"""

from collections.abc import Iterator

from lxml import etree

from assistant.drafting.word.parts.wordml import (
    CELL,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    RUN,
    RUN_PROPERTIES,
    TABLE,
    TEXT,
    Element,
    instructions,
    parent_of,
    text_of,
    w,
)
from assistant.drafting.word.templates.marks import GRID, MARK, Marked
from assistant.drafting.word.templates.tags import Tag, TagKind
from assistant.model.finding import Finding

_SCOPES = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}
_SCOPE_NAMES = {"p": "paragraph", "tr": "table row", "tc": "table cell"}
_EMPTY = {RUN_PROPERTIES, TEXT, w("tab"), w("br"), w("lastRenderedPageBreak")}


def lift_tags(marked: Marked) -> None:
    """Put every mark with a scope in the place it takes."""
    lifted: dict[Element, list[int]] = {}
    for index, tag in enumerate(marked.tags):
        if tag.scope not in _SCOPES or (tag.scope == "p" and tag.kind is TagKind.PRINT):
            continue
        holder = next(marked.marks[index].iterancestors(_SCOPES[tag.scope]), None)
        if tag.kind is TagKind.PRINT:
            marked.findings.append(_unprintable(tag))
        elif holder is None:
            marked.findings.append(_homeless(tag))
        else:
            lifted.setdefault(holder, []).append(index)
    for holder in sorted(lifted, key=_depth, reverse=True):
        _replace(marked, holder, lifted[holder])


def _depth(holder: Element) -> int:
    """What lies inside comes first, or it would be gone with what lies round it."""
    return sum(1 for _ in holder.iterancestors())


def _replace(marked: Marked, holder: Element, indexes: list[int]) -> None:
    for index in indexes:
        holder.addprevious(marked.marks[index])
    if holder.tag == CELL:
        _watch_grid(next(holder.iterancestors(TABLE)))
    tags = [marked.tags[index] for index in indexes]
    if len(holder) and any(tag.kind is not TagKind.COMMENT for tag in tags):
        marked.findings.extend(_losses(holder, tags[-1], marked))
        for anchor in [*holder.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
            holder.addprevious(anchor)
    parent_of(holder).remove(holder)


def _watch_grid(table: Element) -> None:
    """Note that the number of columns is not known before the table is filled."""
    grid = table.find(w("tblGrid"))
    if grid is not None and not instructions(grid, GRID):
        grid.append(etree.ProcessingInstruction(GRID))


def _losses(holder: Element, tag: Tag, marked: Marked) -> Iterator[Finding]:
    name, words = _SCOPE_NAMES[tag.scope], tag.place.words
    lost = _content(holder, marked) if any(child.tag != PARAGRAPH_PROPERTIES for child in holder) else ""
    if lost:
        message = f"“{lost}” stands beside “{words}”, which takes the place of its whole {name}: it would be lost."
        yield tag.place.finding("text-beside-tag", message, f"Give the tag a {name} of its own.")
    if holder.find(f".//{w('sectPr')}") is not None:
        message = f"A section of the document ends in the {name} of “{words}”, which the tag would take away."
        yield tag.place.finding("section-in-tag", message, f"Put the tag in a {name} before the section break.")


def _content(holder: Element, marked: Marked) -> str:
    """What would be lost, in words."""
    words = [text_of(holder).strip()]
    words += [marked.tags[int(mark.text or 0)].place.words for mark in instructions(holder, MARK)]
    if any(child.tag not in _EMPTY for run in holder.iter(RUN) for child in run):
        words.append("(a picture, a field or a note)")
    return " ".join(filter(None, words))


def _unprintable(tag: Tag) -> Finding:
    message = f"“{tag.place.words}” cannot print a {_SCOPE_NAMES[tag.scope]}: a value is text or paragraphs."
    advice = f"Write the {_SCOPE_NAMES[tag.scope]} into the template and loop over it with {{%{tag.scope} for … %}}."
    return tag.place.finding("refused-expression", message, advice)


def _homeless(tag: Tag) -> Finding:
    name = _SCOPE_NAMES[tag.scope]
    return tag.place.finding(
        "tag-outside-table",
        f"“{tag.place.words}” is meant to take the place of a {name}, but stands in none.",
        f"Move it into the table, or leave out “{tag.scope}”.",
    )
