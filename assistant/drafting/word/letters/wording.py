"""What a Word letter says: its paragraphs in order, where the marks of its notes stand, and what the notes say.

As it stands: without what was deleted in it under tracked changes, without the page of evidence behind it. Notes are
told by their words and their place, never by their id: LibreOffice numbers them anew. Nothing is changed or judged.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property

from pydantic import Field

from assistant.drafting.word.letters.evidence import is_evidence
from assistant.drafting.word.parts.intake import open_safely, refusing_damage
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.revisions import TAKEN_OUT, count_revisions
from assistant.drafting.word.parts.wordml import (
    CHARACTERS,
    COMPATIBILITY,
    DOCUMENT,
    ID,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    Element,
    parse_part,
    w,
)
from assistant.model.base import Value

BREAK = "\n\n"
"""Between two paragraphs of a wording."""
_FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
_SILENT = TAKEN_OUT | {PARAGRAPH_PROPERTIES, RUN_PROPERTIES, PARAGRAPH, _FALLBACK}
_NOTES = ("footnote", "endnote")
_MARKS = {w(f"{kind}Reference"): kind for kind in _NOTES}


class NoteMark(Value):
    """The mark of a note in the text."""

    at: int
    """Offset in the text of the letter."""
    words: str
    """What the note says, white space folded; empty when it says nothing any more."""


class Wording(Value):
    """The words of a letter's main text."""

    paragraphs: tuple[str, ...] = ()
    """Those that say something."""
    marks: tuple[NoteMark, ...] = ()
    """In the order of the text."""
    anchors: dict[str, tuple[int, int]] = Field(default_factory=dict)
    """What each bookmark spans."""
    revisions: int = 0
    """Tracked changes nobody has accepted or rejected yet."""
    comments: int = 0

    @cached_property
    def text(self) -> str:
        """All paragraphs; offsets count its characters."""
        return BREAK.join(self.paragraphs)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts, at = [], 0
        for paragraph in self.paragraphs:
            starts.append(at)
            at += len(paragraph) + len(BREAK)
        return tuple(starts)

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def span(self, index: int) -> tuple[int, int]:
        """Start and end of a paragraph."""
        return self._starts[index], self._starts[index] + len(self.paragraphs[index])


def read_wording(data: bytes, name: str = "letter") -> Wording:
    """The words of a .docx. Raises RefusedTemplateError for what is no Word file."""
    package = open_safely(data, name)
    with refusing_damage(name):
        root = parse_part(package.parts[DOCUMENT])
        said = _read(root, _notes_of(package))
        return said.model_copy(update={"revisions": count_revisions(root), "comments": _count_comments(package)})


def spoken_paragraphs(root: Element) -> Iterator[tuple[Element, tuple[tuple[Element, str], ...]]]:
    """Each paragraph that says something, with the nodes it says it with: text, marks (“”) and ends of bookmarks (“”).

    The words of the nodes make up the paragraphs of a `Wording`, in this order. A table of evidence behind the letter
    is no part of it.
    """
    for paragraph in root.iter(PARAGRAPH):
        if next(paragraph.iterancestors(_FALLBACK), None) is None and not is_evidence(paragraph):
            pieces = tuple((node, _words(node)) for node in _spoken(paragraph))
            if any(words.strip() for _, words in pieces):
                yield paragraph, pieces


def _spoken(node: Element) -> Iterator[Element]:
    for child in node:
        if child.tag not in _SILENT:
            yield child
            yield from _spoken(child)


def _words(node: Element) -> str:
    parent = node.getparent()
    if parent is None or parent.tag != RUN:
        return ""
    return (node.text or "") if node.tag == TEXT else CHARACTERS.get(str(node.tag), "")


def _read(root: Element, notes: Mapping[tuple[str, str], str]) -> Wording:
    paragraphs: list[str] = []
    marks: list[NoteMark] = []
    begun: dict[str, tuple[str, int]] = {}
    anchors: dict[str, tuple[int, int]] = {}
    at = 0
    for _, pieces in spoken_paragraphs(root):
        for node, words in pieces:
            if node.tag in _MARKS:
                marks.append(NoteMark(at=at, words=notes.get((_MARKS[str(node.tag)], node.get(ID, "")), "")))
            elif node.tag == w("bookmarkStart"):
                begun[node.get(ID, "")] = (node.get(w("name"), ""), at)
            elif node.tag == w("bookmarkEnd") and node.get(ID, "") in begun:
                name, start = begun[node.get(ID, "")]
                anchors[name] = (start, at)
            at += len(words)
        paragraphs.append("".join(words for _, words in pieces))
        at += len(BREAK)
    return Wording(paragraphs=tuple(paragraphs), marks=tuple(marks), anchors=anchors)


def _notes_of(package: Package) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for kind in _NOTES:
        part = package.parts.get(package.related(DOCUMENT, f"{kind}s") or "")
        for note in parse_part(part) if part else ():
            said = "".join(_words(node) for node in _note_nodes(note))
            found[kind, note.get(ID, "")] = " ".join(said.split())
    return found


def _note_nodes(note: Element) -> Iterator[Element]:
    for paragraph in note.iter(PARAGRAPH):
        yield from _spoken(paragraph)


def _count_comments(package: Package) -> int:
    part = package.parts.get(package.related(DOCUMENT, "comments") or "")
    return len(parse_part(part)) if part else 0
