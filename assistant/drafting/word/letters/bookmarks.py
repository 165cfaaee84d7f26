"""Hidden bookmarks around words of a letter: they stay with the words however they are edited in Word or LibreOffice.

Spans count the characters of the letter's `Wording`; no word changes.
"""

from collections.abc import Mapping
from copy import deepcopy

from assistant.drafting.word.letters.wording import BREAK, spoken_paragraphs
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.wordml import (
    DOCUMENT,
    RUN,
    RUN_PROPERTIES,
    SPACE,
    TEXT,
    Element,
    element,
    number_of,
    parse_part,
    w,
    write_part,
)

PREFIX = "_Cited_"
"""Begins their names; Word hides a bookmark whose name begins so."""


def put_bookmarks(package: Package, spans: Mapping[str, tuple[int, int]]) -> None:
    """Put a bookmark around each span; one that reaches over the end of a paragraph is left out."""
    root = parse_part(package.parts[DOCUMENT])
    number = 1 + max((number_of(mark) for mark in root.iter(w("bookmarkStart"))), default=0)
    at = 0
    for paragraph, pieces in list(spoken_paragraphs(root)):
        end = at + sum(len(words) for _, words in pieces)
        for name, (first, last) in spans.items():
            if at <= first < last <= end:
                start = element("bookmarkStart", id=str(number))
                start.set(w("name"), name)
                _enclose(paragraph, first - at, last - at, start)
                number += 1
        at = end + len(BREAK)
    package.parts[DOCUMENT] = write_part(root)


def _enclose(paragraph: Element, first: int, last: int, start: Element) -> None:
    end = element("bookmarkEnd", id=start.get(w("id"), ""))
    behind = _run_from(paragraph, last)
    if behind is None:
        paragraph.append(end)
    else:
        behind.addprevious(end)
    before = _run_from(paragraph, first)
    if before is not None:
        before.addprevious(start)


def _run_from(paragraph: Element, offset: int) -> Element | None:
    """The run that begins at an offset of a paragraph, cut off from what stands before; None at its end."""
    at = 0
    for found, pieces in spoken_paragraphs(paragraph):
        for node, words in pieces if found is paragraph else ():
            if node.tag == RUN and at == offset:
                return node
            if at < offset < at + len(words) and node.tag == TEXT:
                return _cut(node, offset - at)
            if words and at == offset:
                return _cut(node, 0)
            at += len(words)
    return None


def _cut(node: Element, offset: int) -> Element:
    """A run of its own for what follows `offset` of a node of text."""
    run = next(node.iterancestors(RUN))
    rest = element("r")
    rest.extend(deepcopy(child) for child in run if child.tag == RUN_PROPERTIES)
    following = list(node.itersiblings())
    if offset:
        tail = element("t")
        tail.set(SPACE, "preserve")
        tail.text = (node.text or "")[offset:]
        node.text = (node.text or "")[:offset]
        node.set(SPACE, "preserve")
        rest.append(tail)
    else:
        rest.append(node)
    rest.extend(following)
    run.addnext(rest)
    return rest
