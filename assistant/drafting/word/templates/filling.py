"""What can go wrong while a part is filled goes through the operations here; each is told the number of its tag.

An operation never raises for people's data: it notes a finding with the place of the tag and goes on, so that
everything missing or wrong is known at once.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from assistant.drafting.word.templates.bounds import Bounds, TooLongError, size_of
from assistant.drafting.word.templates.filters import FILTERS
from assistant.drafting.word.templates.images import measure
from assistant.drafting.word.templates.names import nearest
from assistant.drafting.word.templates.plain import ABSENT, Absent, describe, member, names_of
from assistant.drafting.word.templates.printing import Printer
from assistant.drafting.word.templates.tags import Tag
from assistant.drafting.word.values import Blocks, Paragraph, Picture, RichText
from assistant.model.finding import Finding

_COMPARABLE = (str, int, float, type(None))
"""What compares in no time; a list of lists of lists might take for ever."""
_COMPARISONS: Mapping[str, Callable[[Any, Any], object]] = MappingProxyType(
    {
        "eq": operator.eq,
        "ne": operator.ne,
        "lt": operator.lt,
        "lteq": operator.le,
        "gt": operator.gt,
        "gteq": operator.ge,
        "in": lambda item, holder: item in holder,
        "notin": lambda item, holder: item not in holder,
    }
)


class Ledger:
    """What is noted while a letter is filled, over all of its parts."""

    def __init__(self) -> None:
        self._findings: dict[Finding, None] = {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was noted, each thing once."""
        return tuple(self._findings)

    def note(self, finding: Finding) -> None:
        """Remember a finding."""
        self._findings[finding] = None


class Filling:
    """The operations on one part while it is filled."""

    def __init__(
        self, tags: Sequence[Tag], printer: Printer, ledger: Ledger, bounds: Bounds, notes: frozenset[str]
    ) -> None:
        """`notes` are the ids of the notes whose marks the filled document holds, for the part of the notes."""
        self._tags, self._printer, self._ledger, self._notes = tags, printer, ledger, notes
        self.bounds = bounds
        self._told: set[tuple[int, str]] = set()

    def look(self, number: int, value: object, steps: Sequence[object], written: str) -> object:
        """What the steps from a value lead to; `written` is how the template writes them."""
        for step in steps:
            held, value = value, member(value, step)
            if value is ABSENT and held is not ABSENT:
                return self._missing(number, written, held, step)
        return value

    def apply(self, number: int, name: str, value: object, *arguments: object) -> object:
        """A filter on a value."""
        if isinstance(value, Absent):
            return value
        try:
            made = FILTERS[name].function(value, *arguments)
        except TypeError as error:
            self._wrong(number, f"the filter “{name}” needs {error}, not {describe(value)}")
            return ABSENT
        except OverflowError as error:
            raise TooLongError(number) from error
        self.bounds.take_characters(size_of(made), number)
        return made

    def compare(self, number: int, left: object, how: str, right: object) -> object:
        """A comparison; a text and a number have no order."""
        if left is ABSENT or right is ABSENT:
            return False
        self.bounds.take_characters(size_of(left) + size_of(right), number)
        if not isinstance(left, _COMPARABLE) and (how.endswith("in") or not isinstance(right, _COMPARABLE)):
            self._wrong(number, f"{describe(left)} cannot be compared, only what it holds")
            return False
        try:
            return _COMPARISONS[how](left, right)
        except TypeError:
            self._wrong(number, f"{describe(left)} cannot be compared with {describe(right)}")
            return False

    def each(self, number: int, value: object) -> Sequence[object]:
        """The items of a list to loop over."""
        if isinstance(value, Absent):
            return ()
        if not isinstance(value, list | tuple):
            self._wrong(number, f"{describe(value)} cannot be looped over, only a list")
            return ()
        return value

    def show(self, number: int, value: object) -> str:
        """The markup a value is printed as."""
        tag = self._tags[number]
        if isinstance(value, RichText | Blocks | Paragraph):
            if (self._printer.notes is None or tag.boxed) and _holds_note(value):
                here = "a text box" if tag.boxed else tag.place.part
                self._wrong(number, f"footnotes can stand in the text of the document alone, not in {here}")
            return self._printer.rich(value, number)
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return self._printer.text(str(value), number)
        if value is not ABSENT:
            message = f"“{tag.place.words}” cannot print {describe(value)}."
            self._ledger.note(tag.place.finding("wrong-value", message, _advice(value)))
        return ""

    def span(self, number: int, value: object) -> str:
        """The columns a cell reaches over, as a property of the cell."""
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return f'<w:gridSpan w:val="{value}"/>'
        if value is not ABSENT:
            self._wrong(number, f"{describe(value)} is no number of columns")
        return ""

    def exchange(self, number: int, value: object) -> str:
        """The markup before a picture that takes a value: nothing when it stays as it is."""
        tag = self._tags[number]
        if isinstance(value, Picture) and measure(value.data):
            return self._printer.picture(value)
        if isinstance(value, Picture):
            self._wrong(number, "the value is no PNG, JPEG or GIF")
        elif value is None or value == "":
            return self._printer.picture(None)
        elif value is not ABSENT and tag.place.words != tag.text:
            self._wrong(number, f"{describe(value)} is no picture")
        return ""

    def keeps_note(self, identifier: str) -> bool:
        """Whether the document still holds the mark of a note of the template."""
        return identifier in self._notes

    def _missing(self, number: int, written: str, held: object, step: object) -> Absent:
        if (number, written) not in self._told:
            self._told.add((number, written))
            advice = nearest(str(step), names_of(held))
            place = self._tags[number].place
            self._ledger.note(place.finding("missing-value", f"There is no value “{written}”.", advice))
        return ABSENT

    def _wrong(self, number: int, what: str) -> None:
        place = self._tags[number].place
        self._ledger.note(place.finding("wrong-value", f"“{place.words}”: {what}."))


def _holds_note(value: RichText | Paragraph | Blocks) -> bool:
    if isinstance(value, Blocks):
        return any(_holds_note(paragraph) for paragraph in value.paragraphs)
    runs = value.text.runs if isinstance(value, Paragraph) else value.runs
    return any(run.note for run in runs)


def _advice(value: object) -> str:
    if isinstance(value, list | tuple):
        return 'Loop over it with {% for %}, or write it with |join(", ").'
    if value is None:
        return 'Put {% if %} round the tag, or write |default("…").'
    if isinstance(value, Picture):
        return "Write its name into the alt text of a picture of the template."
    if isinstance(value, bool):
        return "Ask for it with {% if %}."
    return "Name one of the values it holds." if names_of(value) else ""
