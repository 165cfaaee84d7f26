"""A compiled part as steps: markup to be written as it is, values to be shown, loops and conditions round other steps.

Running a program writes the markup of the filled part. It never raises for people's data; only its length is bounded.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from assistant.drafting.word.templates.bounds import Bounds
from assistant.drafting.word.templates.filling import Filling
from assistant.drafting.word.templates.plain import ABSENT

Expression = Callable[["Frame"], object]
"""Gives a value for the names that are known at the moment."""


class Frame(NamedTuple):
    """The names known at a step, values of the letter and variables of the loops round it."""

    names: Mapping[str, object]
    filling: Filling


class Output:
    """The markup of a part written so far."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._loop: int | None = None
        self._pieces: list[str] = []

    def write(self, text: str) -> None:
        """Add a piece; raises TooLongError."""
        self._bounds.take_characters(len(text), self._loop)
        self._pieces.append(text)

    def count(self, steps: int, loop: int | None = None) -> None:
        """Note how many steps are done next, or rounds of a loop; raises TooLongError."""
        self._loop = self._loop if loop is None else loop
        self._bounds.take_steps(steps, self._loop)

    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)


class Step(Protocol):
    """Something a program does."""

    def run(self, frame: Frame, out: Output) -> None:
        """Do it; raises TooLongError."""


Steps = Sequence[Step]


def run_steps(steps: Steps, frame: Frame, out: Output) -> None:
    """Do one step after another."""
    out.count(len(steps))
    for step in steps:
        step.run(frame, out)


@dataclass(frozen=True, slots=True)
class Markup:
    """Markup of the template."""

    text: str

    def run(self, frame: Frame, out: Output) -> None:  # noqa: ARG002 - every step is run alike
        """Write it."""
        out.write(self.text)


@dataclass(frozen=True, slots=True)
class Show:
    """A value to be printed."""

    number: int
    value: Expression

    def run(self, frame: Frame, out: Output) -> None:
        """Print it."""
        out.write(frame.filling.show(self.number, self.value(frame)))


@dataclass(frozen=True, slots=True)
class Span:
    """The number of columns of a cell."""

    number: int
    value: Expression

    def run(self, frame: Frame, out: Output) -> None:
        """Write it as a property of the cell."""
        out.write(frame.filling.span(self.number, self.value(frame)))


@dataclass(frozen=True, slots=True)
class Exchange:
    """A value to be shown in place of the picture that follows."""

    number: int
    value: Expression

    def run(self, frame: Frame, out: Output) -> None:
        """Say which picture, or that there is none."""
        out.write(frame.filling.exchange(self.number, self.value(frame)))


@dataclass(slots=True)
class Condition:
    """Steps for the first test that holds; the last branch may hold always."""

    branches: list[tuple[Expression, list[Step]]]

    def run(self, frame: Frame, out: Output) -> None:
        """Do the steps of one branch, or none."""
        for test, steps in self.branches:
            if test(frame):
                run_steps(steps, frame, out)
                return


@dataclass(slots=True)
class Loop:
    """Steps for every item of a list, others when there is none."""

    number: int
    variable: str
    listed: Expression
    test: Expression | None = None
    body: list[Step] = field(default_factory=list)
    otherwise: list[Step] = field(default_factory=list)

    def run(self, frame: Frame, out: Output) -> None:
        """Do the steps once for each item."""
        items = frame.filling.each(self.number, self.listed(frame))
        out.count(len(items), self.number)
        test = self.test
        if test is not None:
            items = [item for item in items if test(self._inside(frame, item))]
        for index, item in enumerate(items):
            run_steps(self.body, self._inside(frame, item, describe_round(index, len(items))), out)
        if not items:
            run_steps(self.otherwise, frame, out)

    def _inside(self, frame: Frame, item: object, loop: object = ABSENT) -> Frame:
        return Frame({**frame.names, self.variable: item, "loop": loop}, frame.filling)


def describe_round(index: int, length: int) -> Mapping[str, object]:
    """What a loop knows of itself, under Jinja's names."""
    return {
        "index": index + 1,
        "index0": index,
        "revindex": length - index,
        "revindex0": length - index - 1,
        "first": index == 0,
        "last": index == length - 1,
        "length": length,
    }


LOOP_NAMES = tuple(describe_round(0, 1))
