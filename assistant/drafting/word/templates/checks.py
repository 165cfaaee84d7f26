"""What is wrong with a template beside its tags: tracked changes, merge fields, tags where nothing will fill them.

Such a tag would be printed as it stands in a letter, so it is a finding wherever it hides.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, cast

from lxml import etree

from assistant.drafting.word.parts.fields import read_fields
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.wordml import PARAGRAPH, RENDERED, WORD, Element, w
from assistant.drafting.word.places import Place
from assistant.drafting.word.templates.controls import check_controls
from assistant.drafting.word.templates.marks import Marked
from assistant.drafting.word.templates.tags import find_tags
from assistant.model.finding import Finding, Severity

if TYPE_CHECKING:
    from lxml.etree import _ElementUnicodeResult


_MARKUP = re.compile(r"<[^>]*>")
_BRACES = re.compile(r"\{[{%]")
_ENOUGH = 100
"""Findings about a part where nothing is filled; nobody reads more."""
_HIDDEN = etree.XPath("//@*[contains(., '{')] | //*[not(self::w:t)]/text()[contains(., '{')]", namespaces={"w": WORD})
"""What holds braces and is no text of a paragraph. XPath, because lxml takes a minute to list 100,000 attributes."""
_MERGED = frozenset({"ASK", "FILLIN", "MERGEFIELD", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SKIPIF"})
_CLOCKS = frozenset({"DATE", "PRINTDATE", "SAVEDATE", "TIME"})
_REVISIONS = tuple(
    w(name)
    for name in (
        "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "sectPrChange",
        "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "tblPrExChange", "numberingChange",
    )
)  # fmt: skip
_HIDING = {
    w("instrText"): "a field code",
    w("delText"): "a tracked deletion",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t": "a formula",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}t": "a drawing",
}


def check_part(marked: Marked, part: str, markup: str) -> Iterator[Finding]:
    """What is wrong in a part with its marks set; `markup` is its text."""
    yield from _check_revisions(marked, part)
    yield from check_controls(marked)
    if "instrText" in markup or "fldSimple" in markup:
        yield from _check_fields(marked, part)
    if _BRACES.search(markup):
        yield from islice(_check_leftovers(marked, part), _ENOUGH)


def check_other_parts(package: Package) -> Iterator[Finding]:
    """Tags in parts that are not filled: the title page of the file, charts, addresses of links."""
    for part, data in package.parts.items():
        if b"{" not in data or RENDERED.fullmatch(part) or not part.endswith((".xml", ".rels")):
            continue
        text = _MARKUP.sub("", data.decode("utf-8", "replace"))
        if part.endswith(".rels"):
            text = " ".join(relation.target for relation in package.relations(_owner(part)))
        severity = Severity.WARNING if part.startswith(("docProps/", "customXml/")) else Severity.ERROR
        for tag in islice(find_tags(text), _ENOUGH):
            yield _unfilled(Place(part=part, words=tag.group()), "a part of the file that is not filled", severity)


def _owner(relations_part: str) -> str:
    return relations_part.replace("_rels/", "").removesuffix(".rels")


def _check_revisions(marked: Marked, part: str) -> Iterator[Finding]:
    changed = next(marked.root.iter(*_REVISIONS), None)
    if changed is not None:
        message = f"{part} holds tracked changes: what the letter would print is not settled."
        advice = "In Word: Review > Accept > Accept All Changes, then save."
        yield _place_of(changed, marked, part).finding("tracked-changes", message, advice)


def _check_fields(marked: Marked, part: str) -> Iterator[Finding]:
    """Nobody merges a letter, and a letter that is opened later would carry another day."""
    for name, node in read_fields(marked.root):
        place = _place_of(node, marked, part)._replace(words=name)
        if name in _MERGED:
            message = f"The field {name} waits for a mail merge: nothing fills it here."
            yield place.finding("merge-field", message, "Write a tag in its place: {{ … }}.")
        elif name in _CLOCKS:
            message = f"The field {name} shows the day somebody opens the letter, not that of the letter."
            yield place.finding("clock-field", message, "Write {{ date }} in its place.", Severity.WARNING)


def _check_leftovers(marked: Marked, part: str) -> Iterator[Finding]:
    for text in cast("list[_ElementUnicodeResult]", _HIDDEN(marked.root)):
        holder = cast("Element", text.getparent())
        where = "a property, not in the text" if text.is_attribute else _HIDING.get(holder.tag, "no text")
        for tag in find_tags(text):
            place = _place_of(holder, marked, part)._replace(words=tag.group())
            yield _unfilled(place, where, Severity.ERROR)


def _place_of(node: Element, marked: Marked, part: str) -> Place:
    holder = next(node.iterancestors(PARAGRAPH), None)
    return Place(part=part, paragraph=None if holder is None else marked.numbers.get(holder))


def _unfilled(place: Place, where: str, severity: Severity) -> Finding:
    message = f"“{place.words}” stands in {where}: nothing fills it there."
    return place.finding("unfilled-tag", message, "Take it out, or write it into the text.", severity)
