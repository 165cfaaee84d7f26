"""What can go wrong while a part is filled goes through the operations here; each knows the number of its tag.

Expressions are rewritten (expressions.py) so that references, comparisons, filters, loops and printing call an operation.
An operation never raises for people's data: it notes a finding with the place of its tag and goes on, so that everything
missing or wrong is known at once.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from jinja2 import Undefined
from jinja2.runtime import LoopContext
from markupsafe import Markup

from assistant.drafting.word.filters import FILTERS
from assistant.drafting.word.names import nearest
from assistant.drafting.word.printing import Printer
from assistant.drafting.word.tags import Tag
from assistant.drafting.word.values import Blocks, Paragraph, RichText
from assistant.model.base import Value
from assistant.model.finding import Finding

MOST_ROUNDS = 100_000
"""Rounds all loops of a letter may take together."""

LOOP_NAMES = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})
_COMPARISONS: Mapping[str, Callable[[object, object], object]] = MappingProxyType(
    {
        "eq": operator.eq,
        "ne": operator.ne,
        "lt": operator.lt,
        "lteq": operator.le,
        "gt": operator.gt,
        "gteq": operator.ge,
        "in": lambda item, holder: operator.contains(holder, item),  # type: ignore[arg-type]  # a TypeError is caught
        "notin": lambda item, holder: not operator.contains(holder, item),  # type: ignore[arg-type]  # as above
    }
)


class Absent:
    """Stands for a value that is not there, after the finding about it was noted; false, empty, prints nothing."""

    def __bool__(self) -> bool:
        return False


_ABSENT = Absent()


class Ledger:
    """What is noted while a letter is filled, over all of its parts."""

    def __init__(self) -> None:
        self._findings: dict[Finding, None] = {}
        self.rounds = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was noted, each thing once."""
        return tuple(self._findings)

    def note(self, finding: Finding) -> None:
        """Remember a finding."""
        self._findings[finding] = None


class Filling:
    """The operations on one part while it is filled."""

    def __init__(self, tags: Sequence[Tag], names: Sequence[str], printer: Printer, ledger: Ledger) -> None:
        self._tags, self._names, self._printer, self._ledger = tags, names, printer, ledger

    def look(self, base: object, number: int, written: str, *steps: object) -> object:
        """The value a reference leads to; `written` is how the template writes it."""
        if isinstance(base, Undefined):
            return self._missing(number, written, nearest(written.partition(".")[0], self._names))
        for step in steps:
            held, base = base, _member(base, step)
            if isinstance(base, Absent) and not isinstance(held, Absent):
                return self._missing(number, written, nearest(str(step), _names_of(held)))
        return base

    def peek(self, base: object, number: int, written: str, *steps: object) -> object:
        """As `look`, where the tag says itself what to do without the value: nothing is noted."""
        for step in steps:
            base = _member(base, step)
        return _ABSENT if isinstance(base, Undefined) else base

    def default(self, value: object, number: int, instead: object = "", even_when_empty: object = False) -> object:
        """The value, or `instead` when there is none."""
        wanted = isinstance(value, Absent) or value is None or (even_when_empty and not value)
        return instead if wanted else value

    def given(self, value: object, number: int) -> bool:
        """Whether there is a value at all."""
        return not isinstance(value, Absent)

    def compare(self, left: object, number: int, how: str, right: object) -> object:
        """A comparison; a text and a number have no order."""
        if isinstance(left, Absent) or isinstance(right, Absent):
            return False
        try:
            return _COMPARISONS[how](left, right)
        except TypeError:
            self._wrong(number, f"{describe(left)} cannot be compared with {describe(right)}")
            return False

    def apply(self, value: object, number: int, name: str, *arguments: object) -> object:
        """A filter on a value."""
        if isinstance(value, Absent):
            return value
        try:
            return FILTERS[name][0](value, *arguments)
        except TypeError as error:
            self._wrong(number, f"the filter “{name}” needs {error}, not {describe(value)}")
            return _ABSENT

    def each(self, value: object, number: int) -> Sequence[object]:
        """The items of a list to loop over."""
        if isinstance(value, Absent):
            return ()
        if not isinstance(value, list | tuple):
            self._wrong(number, f"{describe(value)} cannot be looped over, only a list")
            return ()
        self._ledger.rounds += len(value)
        if self._ledger.rounds > MOST_ROUNDS:
            self._wrong(number, f"its loops take more than {MOST_ROUNDS} rounds")
            return ()
        return value

    def show(self, value: object, number: int) -> Markup:
        """The markup a value is printed as."""
        tag = self._tags[number]
        if isinstance(value, RichText | Blocks | Paragraph):
            if self._printer.notes is None and _holds_note(value):
                self._wrong(number, f"footnotes can stand in the document alone, not in {tag.place.part}")
            return Markup(self._printer.rich(value, number))  # noqa: S704  # the printer escapes every text
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return Markup(self._printer.text(str(value), number))  # noqa: S704  # as above
        if not isinstance(value, Absent):
            self._ledger.note(
                tag.place.finding("wrong-value", f"“{tag.place.words}” cannot print {describe(value)}.", _advice(value))
            )
        return Markup()

    def span(self, value: object, number: int) -> Markup:
        """The columns a cell reaches over."""
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            self._wrong(number, f"a cell cannot reach over {describe(value)} columns")
            return Markup()
        return Markup(f'<w:gridSpan w:val="{value}"/>')  # noqa: S704  # a number

    def _missing(self, number: int, written: str, advice: str) -> Absent:
        self._ledger.note(self._tags[number].place.finding("missing-value", f"There is no value “{written}”.", advice))
        return _ABSENT

    def _wrong(self, number: int, what: str) -> None:
        place = self._tags[number].place
        self._ledger.note(place.finding("wrong-value", f"“{place.words}”: {what}."))


def _member(value: object, step: object) -> object:
    """One step into plain data; nothing else has members."""
    if isinstance(value, Mapping):
        return value.get(step, _ABSENT)
    if isinstance(value, list | tuple) and isinstance(step, int) and -len(value) <= step < len(value):
        return value[step]
    if isinstance(value, Value) and step in _names_of(value):
        return getattr(value, str(step))
    if isinstance(value, LoopContext) and step in LOOP_NAMES:
        return getattr(value, str(step))
    return _ABSENT


def _names_of(value: object) -> list[str]:
    if isinstance(value, Mapping):
        return [name for name in value if isinstance(name, str)]
    if isinstance(value, Value):
        return [*type(value).model_fields, *_properties(type(value))]
    return []


def _properties(kind: type[Value]) -> list[str]:
    return [name for name, member in vars(kind).items() if isinstance(member, property) and name[0] != "_"]


def _holds_note(value: RichText | Paragraph | Blocks) -> bool:
    if isinstance(value, Blocks):
        return any(_holds_note(paragraph) for paragraph in value.paragraphs)
    runs = value.text.runs if isinstance(value, Paragraph) else value.runs
    return any(run.note for run in runs)


def describe(value: object) -> str:
    """What a value is, in words of a person who writes letters."""
    kinds: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (bool, "a yes or no"),
        ((list, tuple), "a list"),
        (Mapping, "a group of values"),
        (str, "a text"),
        ((int, float), "a number"),
        ((RichText, Paragraph, Blocks), "formatted text"),
    )
    if value is None:
        return "an empty value"
    return next(
        (words for kind, words in kinds if isinstance(value, kind)), f"a value of the kind {type(value).__name__}"
    )


def _advice(value: object) -> str:
    if isinstance(value, list | tuple):
        return 'Loop over it with {% for %}, or write it with |join(", ").'
    if value is None:
        return 'Put {% if %} round the tag, or write |default("…").'
    return "Name one of the values it holds."
