"""What can be decided about a fact: accepted, rejected, another act, another speaker, a date, other words, a new one.

The words of a fact come from the selection in the letter and from nowhere else.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.getters import query_one

from assistant.model.correction import Correction, add_fact, correct_fact
from assistant.model.fact import Act, Review
from assistant.model.speaker import possible_speakers, said_by
from assistant.model.typed import read_chain, read_day, write_chain
from assistant.tui.commands import command
from assistant.tui.literal import show_line
from assistant.tui.screens.asking import AskScreen, Choice, ChooseScreen
from assistant.tui.screens.stepping import SteppingScreen
from assistant.tui.widgets.fact_list import FactList
from assistant.tui.widgets.source_text import SourceText
from assistant.tui.words import ACTS, count

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from assistant.model.correction import Change
    from assistant.model.fact import Fact
    from assistant.model.precedent import Precedent

_OF_A_FACT = frozenset({"accept", "reject", "accept_rest", "act", "by", "date", "words"})
_SOMEBODY_ELSE = ";"
"""No name is written like this."""
_CHAIN = "From the writer to whoever speaks: “Sven-Olov Carlsson reports; Askar Shakirov: expresses concern”."
_DATE = "As 2019-05-06, 2019-05, 2019 or 2018-04-14/2018-04-17; an empty line takes it away."
SELECT = "Select words in the letter first: tab goes there, shift with the arrows selects, and so does the mouse."


class DecidingScreen(SteppingScreen):
    """A place that shows a letter beside its facts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("review.accept", "a", "accept", "Accept", "The fact says what the letter says"),
        command(
            "review.reject", "x", "reject", "Reject", "What is chosen is none; of a fact with a reason, if you like"
        ),
        command("review.act", "e", "act", "Act", "The fact does something else: a promise, a refusal …"),
        command("review.by", "b", "by", "By", "Somebody else says it"),
        *SteppingScreen.BINDINGS,  # at the foot, what can be taken back stands before what needs a selection
        command(
            "review.words", "s", "words", "Words", "The words selected in the letter become those of what is chosen"
        ),
        command("review.date", "d", "date", "Date", "The day the fact speaks of", show=False),
        command("review.mark", "m", "mark", "Mark", "The words selected become a fact of their own", show=False),
        command("review.rest", "A", "accept_rest", "Accept the rest", "Accept all that still waits", show=False),
    ]

    facts = query_one(FactList)
    source = query_one(SourceText)

    @property
    def here(self) -> str | None:
        """Id of the fact that is chosen."""
        return self.facts.here

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Facts are decided about where there are any; words can be marked in every letter."""
        if action in _OF_A_FACT:
            return bool(self.precedent and self.precedent.record.facts)
        if action == "mark":
            return self.precedent is not None
        return super().check_action(action, parameters)

    def action_accept(self) -> None:
        """The fact says what the letter says."""
        self._change(partial(_reviewed, review=Review.ACCEPTED, note=None), moves_on=True)

    def action_reject(self) -> None:
        """The fact is none."""
        fact = self.facts.chosen
        if fact:
            ask = AskScreen("Reject this fact", "Why, in a few words; or nothing.", fact.note or "")
            self.app.push_screen(ask, self._reject)

    def action_accept_rest(self) -> None:
        """Accept every fact nobody has decided about, as one step."""
        waiting = sum(fact.review is Review.PROPOSED for fact in self.facts.facts)
        if waiting:
            self.take(lambda _: _accept_waiting, lambda: self.here)
            self.notify(f"{count(waiting, 'fact')} accepted. Undo takes all of them back.", markup=False)

    def action_act(self) -> None:
        """The fact does something else."""
        fact = self.facts.chosen
        if fact:
            ask = ChooseScreen("What do these words do?", _acts(), chosen=fact.act)
            self.app.push_screen(ask, lambda act: self._correct(Correction(act=Act(act))) if act else None)

    def action_by(self) -> None:
        """Somebody else says it."""
        fact, precedent = self.facts.chosen, self.precedent
        if fact and precedent:
            names = [*possible_speakers(precedent), _SOMEBODY_ELSE]
            ask = ChooseScreen("Who says this?", list(map(_speaker, names)), chosen=fact.speaker or "")
            self.app.push_screen(ask, partial(self._say_by, fact))

    def action_date(self) -> None:
        """The day the fact speaks of."""
        fact = self.facts.chosen
        if fact:
            ask = AskScreen("When was it?", _DATE, fact.date or "", read_day)
            self.app.push_screen(ask, lambda day: None if day is None else self._correct(Correction(date=day)))

    def action_words(self) -> None:
        """Make the selection the words of the fact."""
        span = self.source.words
        if span:
            self._correct(Correction(span=span))
        else:
            self.notify(SELECT, markup=False)

    def action_mark(self) -> None:
        """Make the selection a fact of its own."""
        span = self.source.words
        if span:
            ask = ChooseScreen("What do these words do?", _acts())
            self.app.push_screen(ask, lambda act: self._mark(span, Act(act)) if act else None)
        else:
            self.notify(SELECT, markup=False)

    def _change(self, change: Callable[..., Precedent], *, moves_on: bool = False) -> None:
        """Change the fact that is chosen when the step's turn comes."""

        def make(_: Precedent) -> Change | None:
            return partial(change, fact_id=self.here) if self.here else None

        self.take(make, self.facts.next_waiting if moves_on else lambda: self.here)

    def _correct(self, correction: Correction) -> None:
        self._change(partial(correct_fact, correction=correction))

    def _reject(self, reason: str | None) -> None:
        if reason is not None:
            self._change(partial(_reviewed, review=Review.REJECTED, note=reason or None), moves_on=True)

    def _say_by(self, fact: Fact, name: str | None) -> None:
        if name == _SOMEBODY_ELSE:
            ask = AskScreen("Who says this?", _CHAIN, write_chain(fact.by), read_chain)
            self.app.push_screen(ask, lambda said: self._correct(Correction(by=read_chain(said))) if said else None)
        elif name and self.precedent:
            self._correct(Correction(by=said_by(self.precedent, fact.act, name)))

    def _mark(self, span: tuple[int, int], act: Act) -> None:
        def make(precedent: Precedent) -> Change:
            author = next(iter(possible_speakers(precedent)), "")
            by = said_by(precedent, act, author) if author else ()
            return partial(add_fact, span=span, act=act, by=by)

        def new() -> str | None:
            facts = self.precedent.record.facts if self.precedent else ()
            return next((fact.id for fact in facts if (fact.start, fact.end) == span), self.here)

        self.take(make, new)


def _acts() -> list[Choice]:
    return [Choice(act, Content.styled(name.word, f"$act-{act}"), name.letter.lower()) for act, name in ACTS.items()]


def _speaker(name: str) -> Choice:
    return Choice(name, show_line(name) if name != _SOMEBODY_ELSE else Content("Somebody else, or a longer chain …"))


def _reviewed(precedent: Precedent, fact_id: str, review: Review, note: str | None) -> Precedent:
    return precedent.reviewed(fact_id, review, note)


def _accept_waiting(precedent: Precedent) -> Precedent:
    for fact in precedent.choose(["all"]):
        precedent = precedent.reviewed(fact.id, Review.ACCEPTED)
    return precedent
