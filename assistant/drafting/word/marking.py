"""Tags in a part become marks in its tree: processing instructions that stand where the tag is to act.

Inline tags stand between runs; `{%p`, `{%tr` and `{%tc` in place of their paragraph, row or cell. The tree stays a valid
part with every step; whatever a tag would lose on the way is a finding.
"""

from collections.abc import Iterator

from lxml import etree

from assistant.drafting.word.cells import spread_cells
from assistant.drafting.word.joining import Line
from assistant.drafting.word.marks import GRID, MARK, Marked
from assistant.drafting.word.places import Place
from assistant.drafting.word.tags import Tag, TagKind, find_tags, half_written, read_tag
from assistant.drafting.word.wordml import (
    CELL,
    COMPATIBILITY,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    RUN,
    TABLE,
    TEXT,
    Element,
    instructions,
    parent_of,
    text_of,
    w,
)
from assistant.model.finding import Finding, Severity

_SCOPES = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}
_SCOPE_NAMES = {"p": "paragraph", "tr": "table row", "tc": "table cell"}
_FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
_LINE_END = {w("br"), w("cr")}


def mark_tags(root: Element, part: str) -> Marked:
    """Turn every tag of the part into a mark."""
    marked = Marked(root)
    for paragraph, number in list(number_paragraphs(root)):
        _mark_paragraph(marked, paragraph, Place(part=part, paragraph=number))
    for tag, mark in list(zip(marked.tags, marked.marks, strict=True)):
        _join(tag, mark)
    spread_cells(marked)
    _lift(marked)
    return marked


def number_paragraphs(root: Element) -> Iterator[tuple[Element, int]]:
    """All paragraphs, counted from 1; the copies Word keeps for old programs count as the one before them."""
    number = 0
    for paragraph in root.iter(PARAGRAPH):
        number += next(paragraph.iterancestors(_FALLBACK), None) is None
        yield paragraph, number


def _mark_paragraph(marked: Marked, paragraph: Element, here: Place) -> None:
    line = Line(paragraph)
    if "{" not in line.text and "}" not in line.text:
        return
    for words in half_written(line.text):
        marked.findings.append(_half_written(here, words))
    for match in find_tags(line.text):
        marked.changed = True
        tag = read_tag(match.group(), here.model_copy(update={"words": " ".join(match.group().split())}))
        if tag.kind is TagKind.LITERAL:
            line.replace(*match.span(), tag.text)
        else:
            mark = marked.add(tag)
            marked.manners[-1] = line.cut(*match.span(), mark)


def _half_written(place: Place, words: str) -> Finding:
    place = place.model_copy(update={"words": words})
    if words[0] == "{":
        advice = "Close it with the same braces; to print braces, write {_{ or {_%."
        return place.finding("half-written-tag", f"The tag “{words}” is not closed in its paragraph.", advice)
    advice = "If it ends a tag, write its beginning; to print braces, write }_} or %_}."
    message = f"“{words}” closes a tag that was never opened; it will be printed as it stands."
    return place.finding("half-written-tag", message, advice, Severity.WARNING)


def _join(tag: Tag, mark: Element) -> None:
    """What `-` asks for: no line break, and no end of a paragraph, between the tag and its neighbour."""
    if tag.joins_before and not _drop_break(mark, preceding=True):
        _merge(parent_of(mark).getprevious(), parent_of(mark))
    if tag.joins_after and not _drop_break(mark, preceding=False):
        _merge(parent_of(mark), parent_of(mark).getnext())


def _drop_break(mark: Element, *, preceding: bool) -> bool:
    """Whether something printed stands on that side; a line break that comes first is taken out."""
    for sibling in mark.itersiblings(preceding=preceding):
        if sibling.tag == PARAGRAPH_PROPERTIES:
            return False
        printed = (
            [child for child in sibling if child.tag in _LINE_END or child.tag == TEXT] if sibling.tag == RUN else []
        )
        if printed:
            nearest = printed[-1] if preceding else printed[0]
            if nearest.tag in _LINE_END:
                parent_of(nearest).remove(nearest)
            return True
        if not isinstance(sibling.tag, str) or text_of(sibling):
            return True
    return False


def _merge(earlier: Element | None, later: Element | None) -> None:
    if earlier is None or later is None or {earlier.tag, later.tag} != {PARAGRAPH}:
        return
    if later.find(f"{PARAGRAPH_PROPERTIES}/{w('sectPr')}") is not None:
        return
    earlier.extend([child for child in later if child.tag != PARAGRAPH_PROPERTIES])
    parent_of(later).remove(later)


def _lift(marked: Marked) -> None:
    """Let tags with a scope take the place of their paragraph, row or cell."""
    lifted: dict[Element, list[int]] = {}
    for index, tag in enumerate(marked.tags):
        if tag.scope in _SCOPES and not (tag.scope == "p" and tag.kind is TagKind.PRINT):
            holder = next(marked.marks[index].iterancestors(_SCOPES[tag.scope]), None)
            if holder is None:
                marked.findings.append(_homeless(tag))
            else:
                lifted.setdefault(holder, []).append(index)
    for holder, indexes in lifted.items():
        _replace_holder(marked, holder, indexes)


def _replace_holder(marked: Marked, holder: Element, indexes: list[int]) -> None:
    for index in sorted(indexes, key=lambda index: _position(holder, marked.marks[index])):
        holder.addprevious(marked.marks[index])
    if holder.tag == CELL:
        _watch_grid(next(holder.iterancestors(TABLE)))
    tags = [marked.tags[index] for index in indexes]
    if all(tag.kind is TagKind.COMMENT for tag in tags):
        parent_of(holder).remove(holder)
        return
    marked.findings.extend(_losses(holder, tags[-1], marked))
    for anchor in [*holder.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
        holder.addprevious(anchor)
    parent_of(holder).remove(holder)


def _watch_grid(table: Element) -> None:
    """Note that the number of columns is not known before the table is filled."""
    grid = table.find(w("tblGrid"))
    if grid is not None and not instructions(grid, GRID):
        grid.append(etree.ProcessingInstruction(GRID))


def _position(holder: Element, mark: Element) -> int:
    return next(place for place, node in enumerate(holder.iter()) if node is mark)


def _losses(holder: Element, tag: Tag, marked: Marked) -> Iterator[Finding]:
    name = _SCOPE_NAMES[tag.scope]
    beside = text_of(holder).strip()
    others = [marked.tags[int(mark.text or 0)].place.words for mark in instructions(holder, MARK)]
    if beside or others:
        lost = " ".join([*([beside] if beside else []), *others])
        yield tag.place.finding(
            "text-beside-tag",
            f"“{lost}” stands beside “{tag.place.words}”, which takes the place of its whole {name}: it would be lost.",
            f"Give the tag a {name} of its own.",
        )
    if holder.find(f".//{w('sectPr')}") is not None:
        yield tag.place.finding(
            "section-in-tag",
            f"A section of the document ends in the paragraph of “{tag.place.words}”, which the tag would take away.",
            "Put the tag in a paragraph before the section break.",
        )


def _homeless(tag: Tag) -> Finding:
    name = _SCOPE_NAMES[tag.scope]
    return tag.place.finding(
        "tag-outside-table",
        f"“{tag.place.words}” is meant to take the place of a {name}, but stands in none.",
        f"Move it into the table, or leave out “{tag.scope}”.",
    )
