"""Content controls round tags: what Word would do to a value that stands in one.

A control tied to data writes over the value; one that shows its placeholder treats the value as that placeholder.
"""

from collections.abc import Iterator

from assistant.drafting.word.parts.wordml import CONTROL, Element, instructions, parent_of, w
from assistant.drafting.word.templates.marks import MARK, Marked
from assistant.model.finding import Finding

_PROPERTIES, _CONTENT = w("sdtPr"), w("sdtContent")


def settle_controls(marked: Marked) -> None:
    """Let no control take its value for a placeholder: neither by its state nor by the style of one."""
    for control in marked.root.iter(CONTROL):
        state = control.find(f"{_PROPERTIES}/{w('showingPlcHdr')}")
        marks = instructions(control, MARK) if state is not None else []
        if state is None or not marks:
            continue
        parent_of(state).remove(state)
        for mark in marks:
            manner = marked.manners[int(mark.text or 0)]
            for style in [] if manner is None else manner.findall(w("rStyle")):
                parent_of(style).remove(style)


def check_controls(marked: Marked) -> Iterator[Finding]:
    """Tags in controls tied to data."""
    for control in marked.root.iter(CONTROL):
        if control.find(f"{_PROPERTIES}/{w('dataBinding')}") is not None:
            for mark in instructions(control, MARK):
                place = marked.tags[int(mark.text or 0)].place
                message = f"“{place.words}” stands in a content control tied to data: Word would write over its value."
                yield place.finding("tag-in-control", message, "Remove the content control and keep its text.")


def drop_empty_controls(root: Element) -> None:
    """Take out the controls that hold nothing, which Word calls damaged; innermost first."""
    for control in reversed(list(root.iter(CONTROL))):
        content = control.find(_CONTENT)
        if content is None or not len(content):
            parent_of(control).remove(control)


def drop_repeated_control_ids(root: Element) -> None:
    """An id may be left out; Word gives a new one."""
    seen: set[str] = set()
    for identifier in list(root.iter(w("id"))):
        properties = parent_of(identifier)
        if properties.tag != _PROPERTIES:
            continue
        number = identifier.get(w("val"), "")
        if number in seen:
            properties.remove(identifier)
        seen.add(number)
