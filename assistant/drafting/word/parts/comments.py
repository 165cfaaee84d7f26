"""Word comments: added to a copy of a template for its author, taken out of a letter before it leaves the house."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from assistant.drafting.word.parts.joining import Line
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.wordml import (
    DOCUMENT,
    OFFICE,
    PARAGRAPH_PROPERTIES,
    WORD,
    Element,
    element,
    escape,
    fragment,
    number_of,
    parent_of,
    parse_part,
    w,
    write_part,
)

_COMMENTS = "word/comments.xml"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY = f'<w:comments xmlns:w="{WORD}"/>'.encode()
_KINDS = frozenset({"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"})
"""Last words of the relations that lead to comments and to those who wrote them."""
_ANCHORS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))


class Comment(NamedTuple):
    """A comment on words of a paragraph, or on all of it where it has no such words."""

    paragraph: Element
    text: str
    about: str = ""


def add_comments(package: Package, comments: Iterable[Comment], author: str) -> None:
    """Write comments, each at its paragraph of the document; the tree of the document is the caller's to write."""
    name = package.related(DOCUMENT, "comments")
    if name is None:
        name = _COMMENTS
        package.parts[name] = _EMPTY
        package.declare(name, _CONTENT_TYPE)
        package.relate(DOCUMENT, f"{OFFICE}/comments", name)
    root = parse_part(package.parts[name])
    number = 1 + max((number_of(comment) for comment in root), default=-1)
    for identifier, comment in enumerate(comments, start=number):
        root.append(_comment(str(identifier), comment.text, author))
        _anchor(comment, str(identifier))
    package.parts[name] = write_part(root)


def drop_comments(package: Package) -> None:
    """Take out all comments and what is left of them in the text."""
    dropped = [relation for relation in package.relations(DOCUMENT) if relation.kind.rpartition("/")[2] in _KINDS]
    for relation in dropped:
        package.remove(relation.target)
    if dropped:
        package.unrelate(DOCUMENT, {relation.id for relation in dropped})
    for name, data in package.parts.items():
        if name.startswith("word/") and name.endswith(".xml") and b":comment" in data:
            package.parts[name] = _without_anchors(data)


def _without_anchors(data: bytes) -> bytes:
    root = parse_part(data)
    for anchor in list(root.iter(*_ANCHORS)):
        parent = parent_of(anchor)
        parent.remove(anchor)
        if parent.tag == w("r") and all(child.tag == w("rPr") for child in parent):
            parent_of(parent).remove(parent)
    return write_part(root)


def _comment(identifier: str, words: str, author: str) -> Element:
    initials = "".join(word[0] for word in author.split()).upper()
    made = element("comment", id=identifier, author=author, initials=initials)
    made.append(fragment(f'<w:p><w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'))
    return made


def _anchor(comment: Comment, identifier: str) -> None:
    paragraph, line = comment.paragraph, Line(comment.paragraph)
    start, end = (element(f"commentRange{edge}", id=identifier) for edge in ("Start", "End"))
    words = r"\s+".join(map(re.escape, comment.about.split()))
    found = re.search(words, line.text) if words else None
    if found:
        line.enclose(*found.span(), start, end)
    else:
        paragraph.insert(sum(child.tag == PARAGRAPH_PROPERTIES for child in paragraph), start)
        paragraph.append(end)
    end.addnext(fragment(f'<w:r><w:commentReference w:id="{identifier}"/></w:r>'))
