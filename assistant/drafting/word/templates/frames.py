"""Places for pictures: a picture of the template that bears the name of a value, in its name or its alt text.

The mark stands right before the drawing. `{{ logo }}` asks for the value; a bare `logo` takes it when there is one, so
that a picture somebody happened to call so stays what it is.
"""

import re
from collections.abc import Iterator

from assistant.drafting.word.parts.wordml import DRAWING, DRAWING_PROPERTIES, PARAGRAPH, PICTURE, Element
from assistant.drafting.word.places import Place
from assistant.drafting.word.templates.marks import Marked
from assistant.drafting.word.templates.tags import Tag, TagKind

_NAME = r"[^\W\d]\w*(?:\.[^\W\d]\w*)*"
_ASKING = re.compile(rf"\{{\{{\s*({_NAME})\s*\}}\}}")
_BARE = re.compile(_NAME)
_ATTRIBUTES = ("descr", "name", "title")
_PROPERTIES_OF_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"


def mark_pictures(marked: Marked, part: str) -> None:
    """Set a mark before every picture that bears a name."""
    for properties in marked.root.iter(DRAWING_PROPERTIES):
        drawing = next(properties.iterancestors(DRAWING), None)
        place = next(_names(properties), None)
        if drawing is None or place is None or drawing.find(f".//{PICTURE}") is None:
            continue
        words, name = place
        if words != name:
            for holder in (properties, *drawing.iter(_PROPERTIES_OF_PICTURE)):
                _forget_tag(holder, words, name)
        paragraph = next(drawing.iterancestors(PARAGRAPH), None)
        number = None if paragraph is None else marked.numbers.get(paragraph)
        drawing.addprevious(marked.add(Tag(TagKind.PICTURE, name, Place(part, number, words))))
        marked.changed = True


def _names(properties: Element) -> Iterator[tuple[str, str]]:
    """What the picture is called that may be the name of a value, the asking ones first, each with the name."""
    for pattern in (_ASKING, _BARE):
        for attribute in _ATTRIBUTES:
            found = pattern.fullmatch(properties.get(attribute, "").strip())
            if found:
                yield found[0], found[pattern.groups]


def _forget_tag(properties: Element, words: str, name: str) -> None:
    """A picture may be called by the name; what is read out must not be a tag."""
    for attribute in _ATTRIBUTES:
        if properties.get(attribute, "").strip() == words:
            properties.set(attribute, name if attribute == "name" else "")
