"""What can be put right beside the facts: the parts of the letter, and who of those named is who.

The parts get their words from the selection in the letter, as facts do.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.reactive import reactive

from assistant.model.correction import forget_person, merge_people, set_part, split_person
from assistant.model.mention import MentionKind
from assistant.model.named import Named, named_in
from assistant.model.typed import read_day
from assistant.tui.commands import command
from assistant.tui.literal import show_line
from assistant.tui.parts import Part, parts_of
from assistant.tui.screens.asking import AskScreen, Choice, ChooseScreen
from assistant.tui.screens.deciding import SELECT, DecidingScreen
from assistant.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from assistant.model.correction import Change

FACTS, PARTS, PEOPLE = SIDES = ("facts", "parts", "people")
_ALSO_OF_PARTS = frozenset({"words", "reject", "date"})
_ONLY_OF_FACTS = frozenset({"accept", "accept_rest", "act", "by", "mark"})
_DAY = "The date the words mean, as 2019-05-23."


class HeadingScreen(DecidingScreen):
    """A place that shows, beside facts, the parts of a letter and the people in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("review.side", "t", "next_side", "Facts, head, people", "What stands beside the letter", show=False),
        command("review.join", "j", "join", "Join", "Somebody else named here is the same person"),
        command("review.split", "k", "split", "Split", "One of the names is another person's"),
    ]

    side: reactive[str] = reactive(FACTS, bindings=True)
    """What stands beside the letter."""

    @property
    def rows(self) -> Rows:
        """The list that stands beside the letter."""
        return self.query_one(f"#{self.side}", Rows)

    @property
    def part(self) -> Part | None:
        """The part of the letter that is chosen."""
        parts = parts_of(self.precedent.record.letter) if self.precedent else ()
        return next((part for part in parts if part.name == self.query_one(f"#{PARTS}", Rows).here), None)

    @property
    def people(self) -> tuple[Named, ...]:
        """The people named in the letter whose mentions belong together."""
        return named_in(self.precedent, {MentionKind.PERSON}) if self.precedent else ()

    @property
    def person(self) -> Named | None:
        """The person that is chosen."""
        here = self.query_one(f"#{PEOPLE}", Rows).here
        return next((named for number, named in enumerate(self.people) if str(number) == here), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each side has its own commands."""
        if action in _ONLY_OF_FACTS and self.side != FACTS:
            return False
        if action == "reject" and self.side == PEOPLE:
            return self.person is not None
        if action in _ALSO_OF_PARTS and self.side != FACTS:
            return self.side == PARTS and self.precedent is not None
        if action in {"join", "split"}:
            return self.side == PEOPLE and self.person is not None
        return super().check_action(action, parameters)

    def action_next_side(self) -> None:
        """Facts, head, people, and round again."""
        self.side = SIDES[(SIDES.index(self.side) + 1) % len(SIDES)]

    def action_words(self) -> None:
        """Make the selection the words of what is chosen."""
        part, span = self.part, self.source.words
        if self.side == FACTS:
            super().action_words()
        elif span is None:
            self.notify(SELECT, markup=False)
        elif part and part.name == "date":
            self._ask_day(part, span)
        elif part:
            self._set(part, span)

    def action_reject(self) -> None:
        """What is chosen is no fact, no part of the letter, no person."""
        person = self.person
        if self.side == FACTS:
            super().action_reject()
        elif self.side == PARTS and self.part:
            self._set(self.part, None)
        elif person and person.entity:
            forget = partial(forget_person, entity=person.entity)
            self.take(lambda _: forget, lambda: self.here)

    def action_date(self) -> None:
        """The date that is meant."""
        part = self.part
        if self.side == FACTS:
            super().action_date()
        elif part and part.name == "date" and part.passage:
            self._ask_day(part, (part.passage.start, part.passage.end))

    def action_join(self) -> None:
        """Two names are one person's."""
        here = self.person
        others = [named for named in self.people if named.entity and named != here]
        if here and here.entity and others:
            choices = [Choice(named.entity or "", show_line(named.name)) for named in others]
            join = partial(merge_people, one=here.entity)
            self._choose(f"Who else is {here.name}?", choices, lambda other: partial(join, other=other))

    def action_split(self) -> None:
        """One of the names is somebody else's."""
        here = self.person
        if here and here.entity and len(here.forms) > 1:
            choices = [Choice(form, show_line(form)) for form, _ in here.forms]
            split = partial(split_person, entity=here.entity)
            self._choose("Which name is somebody else's?", choices, lambda form: partial(split, names=[form]))
        else:
            self.notify("This person has but one name here; there is nothing to split.", markup=False)

    def _choose(self, question: str, choices: list[Choice], change: Callable[[str], Change]) -> None:
        def take(chosen: str | None) -> None:
            if chosen is not None:
                self.take(lambda _: change(chosen), lambda: self.here)

        self.app.push_screen(ChooseScreen(question, choices), take)

    def _ask_day(self, part: Part, span: tuple[int, int]) -> None:
        ask = AskScreen("Which day is this?", _DAY, part.value, read_day)
        self.app.push_screen(ask, lambda day: self._set(part, span, day) if day else None)

    def _set(self, part: Part, span: tuple[int, int] | None, value: str | None = None) -> None:
        self.take(lambda _: partial(set_part, part=part.name, span=span, value=value), lambda: self.here)
