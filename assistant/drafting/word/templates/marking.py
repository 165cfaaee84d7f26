"""Tags in a part become marks in its tree: processing instructions that stand where the tag is to act.

Inline tags stand between runs; `{%p`, `{%tr` and `{%tc` in place of their paragraph, row or cell. The tree stays a
valid part with every step; whatever a tag would lose on the way is a finding.
"""

from collections.abc import Iterator
from itertools import islice
from typing import cast

from lxml import etree

from assistant.drafting.word.parts.joining import Line
from assistant.drafting.word.parts.wordml import COMPATIBILITY, ID, PARAGRAPH, WORD, Element, instructions, parent_of, w
from assistant.drafting.word.places import Place
from assistant.drafting.word.templates.cells import spread_cells
from assistant.drafting.word.templates.controls import settle_controls
from assistant.drafting.word.templates.frames import mark_pictures
from assistant.drafting.word.templates.lifting import lift_tags
from assistant.drafting.word.templates.marks import MARK, Marked
from assistant.drafting.word.templates.merging import merge_paragraphs
from assistant.drafting.word.templates.tags import Tag, TagKind, find_tags, half_written, read_tag
from assistant.model.finding import Finding, Severity

MOST_TAGS = 2000
"""In one part; a table of a hundred rows of ten cells has a thousand."""
_WITH_BRACES = etree.XPath("//w:p[contains(., '{') or contains(., '}')]", namespaces={"w": WORD})
_NOTES = {w("footnotes"), w("endnotes")}
_FALLBACK = f"{{{COMPATIBILITY}}}Fallback"


def mark_tags(root: Element, part: str) -> Marked:
    """Turn every tag of the part into a mark."""
    marked = Marked(root, dict(number_paragraphs(root)))
    _unwrap_smart_tags(root)
    for paragraph in cast("list[Element]", _WITH_BRACES(root)):
        number = marked.numbers[paragraph]
        _mark_line(marked, Line(paragraph), part, number)
        if len(marked.tags) + len(marked.findings) > MOST_TAGS:
            marked.findings.append(_too_many(Place(part, number)))
            break
    mark_pictures(marked, part)
    merge_paragraphs(marked)
    spread_cells(marked)
    settle_controls(marked)
    lift_tags(marked)
    if root.tag in _NOTES:
        _guard_notes(marked, part)
    return marked


def _unwrap_smart_tags(root: Element) -> None:
    """Word marks words it recognised, and half tags with them; nobody sees it, so it goes."""
    for smart in list(root.iter(w("smartTag"))):
        for child in smart.findall("*"):
            if child.tag != w("smartTagPr"):
                smart.addprevious(child)
        parent_of(smart).remove(smart)


def _guard_notes(marked: Marked, part: str) -> None:
    """A note is filled only when the document still holds its mark: a condition may have dropped it with its values."""
    for note in list(marked.root):
        if instructions(note, MARK):
            note.addprevious(marked.add(Tag(TagKind.NOTE, note.get(ID, ""), Place(part))))
            note.addnext(marked.add(Tag(TagKind.STATEMENT, "endif", Place(part))))


def number_paragraphs(root: Element) -> Iterator[tuple[Element, int]]:
    """All paragraphs, counted from 1; the copies Word keeps for old programs count as the one before them."""
    copies = {paragraph for fallback in root.iter(_FALLBACK) for paragraph in fallback.iter(PARAGRAPH)}
    number = 0
    for paragraph in root.iter(PARAGRAPH):
        number += paragraph not in copies
        yield paragraph, number


def _mark_line(marked: Marked, line: Line, part: str, number: int) -> None:
    matches = list(islice(find_tags(line.text), MOST_TAGS + 1))
    boxed = next(line.paragraph.iterancestors(w("txbxContent")), None) is not None
    marked.changed = marked.changed or bool(matches)
    for words in islice(half_written(line.text, matches), MOST_TAGS + 1):
        marked.findings.append(_half_written(Place(part=part, paragraph=number, words=words)))
    for match in matches:
        tag = read_tag(
            match.group(), Place(part=part, paragraph=number, words=" ".join(match.group().split())), boxed=boxed
        )
        if tag.kind is TagKind.LITERAL:
            line.replace(*match.span(), tag.text)
        else:
            mark = marked.add(tag)
            marked.manners[-1] = line.cut(*match.span(), mark)


def _too_many(place: Place) -> Finding:
    message = f"{place.part} holds more than {MOST_TAGS} tags; what follows was not read."
    return place.finding("too-many-tags", message, "Write loops with {% for %}, or divide the template.")


def _half_written(place: Place) -> Finding:
    words = place.words
    if words[0] == "{":
        advice = "Close it with the same braces; to print braces, write {_{ or {_%."
        return place.finding("half-written-tag", f"The tag “{words}” is not closed in its paragraph.", advice)
    advice = "If it ends a tag, write its beginning; to print braces, write }_} or %_}."
    message = f"“{words}” closes a tag that was never opened; it will be printed as it stands."
    return place.finding("half-written-tag", message, advice, Severity.WARNING)
