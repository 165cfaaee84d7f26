"""The facts of a letter in order of the text: what was decided about each, what it does, its words."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.tui.literal import show_line
from assistant.tui.words import ACTS, clip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.model.fact import Fact

MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "proposed": (" ", ""),
        "accepted": ("✓", "bold $success"),
        "corrected": ("±", "bold $success"),
        "rejected": ("✗", "bold $error"),
        "obsolete": ("–", "$foreground-muted"),
    }
)
"""Sign and style of what was decided, by the record's term."""

_QUOTE = 160
"""Characters of a fact that may be seen on the widest screen."""


class FactList(OptionList):
    """The facts; tells which one is chosen."""

    HELP = """
## Facts

What was found in the letter, in order of the text. **a** accepts a fact and goes to the next one nobody has decided
about, **x** rejects it, **e** says that it does something else, **b** that somebody else said it. ✓ accepted,
± corrected, ✗ rejected. The letter beside the list follows; *tab* goes into it, where words can be selected.
"""

    # the list keeps its place on the screen however long it is: nothing is to be laid out anew for a step
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    @dataclass
    class Chosen(Message):
        """A fact was chosen."""

        fact: Fact

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._facts: tuple[Fact, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts shown, in order of the text."""
        return self._facts

    @property
    def chosen(self) -> Fact | None:
        """The fact that is chosen."""
        return self._facts[self.highlighted] if self.highlighted is not None and self._facts else None

    def show(self, facts: Sequence[Fact], chosen: str | None = None) -> None:
        """Show facts and choose the one of this id, without one the first that waits."""
        self._facts = tuple(sorted(facts, key=lambda fact: (fact.start, -fact.end)))
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(_row(number, fact) for number, fact in enumerate(self._facts, 1))
        self.choose(chosen or next((fact.id for fact in self._facts if fact.review == "proposed"), None))

    def choose(self, fact_id: str | None) -> None:
        """Choose a fact by its id, the first when there is none of it."""
        at = next((index for index, fact in enumerate(self._facts) if fact.id == fact_id), 0)
        self.highlighted = at if self._facts else None

    def next_waiting(self) -> str | None:
        """The next fact nobody has decided about, behind the chosen one if there is one."""
        here = self.highlighted or 0
        around = (*self._facts[here + 1 :], *self._facts[:here])
        return next((fact.id for fact in around if fact.review == "proposed"), None)

    @on(OptionList.OptionHighlighted)
    def _tell(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option in self.options and self.chosen:
            self.post_message(self.Chosen(self.chosen))


def _row(number: int, fact: Fact) -> Option:
    act, (mark, style) = ACTS[fact.act], MARKS[fact.review]
    words = show_line(clip(fact.quote, _QUOTE), "" if fact.live else "$foreground-muted strike")
    label = Content.assemble(
        (mark, style), (f"{number:>3} ", "$foreground-muted"), (act.letter, f"bold $act-{fact.act}"), "  ", words
    )
    return Option(label, id=fact.id)
