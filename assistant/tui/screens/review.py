"""The Review: a letter beside its facts, each accepted, rejected or put right by a person.

Words of a fact are chosen in the letter and nowhere else. What a step does and how it is saved is the office's affair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.getters import query_one
from textual.widgets import Static

from assistant.errors import AssistantError
from assistant.model.display import read_date
from assistant.model.fact import Review
from assistant.tui.commands import command
from assistant.tui.literal import show
from assistant.tui.screens.deciding import DecidingScreen
from assistant.tui.widgets.fact_card import FactCard
from assistant.tui.widgets.fact_list import FactList
from assistant.tui.widgets.losses import Losses
from assistant.tui.widgets.reader import Reader
from assistant.tui.widgets.review_bar import ReviewBar
from assistant.tui.widgets.source_text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from assistant.model.fact import Fact
    from assistant.model.precedent import Precedent
    from assistant.office import Office

_DONE = (
    "No letter waits for review.\n\nLetters that are filed come here with what was found in them. "
    "Any letter can be opened here from the Library with “r”."
)


class ReviewScreen(DecidingScreen):
    """Source and facts side by side."""

    MODE = "review"
    HELP = """
## The Review

Only what a person has accepted can be quoted in a letter. Every step is saved at once; **u** takes it back.
*Enter* goes to the next letter that waits, *escape* back to where you came from.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        command("review.next", "n", "next", "Next", "The next fact", show=False),
        command("review.previous", "p", "previous", "Previous", "The fact before", show=False),
        command(
            "review.original", "o", "original", "Original", "Open the original in the desktop's program", show=False
        ),
        command("review.next_letter", "enter", "next_letter", "Next letter", "To the next that waits", priority=True),
        # before Textual lets a selection go by itself, which would be a second step with one key
        command("review.back", "escape", "back", "Back", "One step back", show=False, priority=True),
    ]

    bar = query_one(ReviewBar)
    card = query_one(FactCard)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._wanted = ""
        self._passed: list[str] = []

    def compose_place(self) -> Iterable[Widget]:
        """The bar with the progress; the panes follow once it is painted."""
        yield ReviewBar()
        yield Static(id="nothing")
        yield Horizontal(id="panes")

    async def begin(self) -> None:
        """Put up letter and facts, and open what is wanted, else the newest letter that waits."""
        source = Vertical(Losses(), SourceText(), id="source")
        card = VerticalScroll(FactCard(), id="fact", can_focus=False)
        await self.query_one("#panes").mount(source, Vertical(FactList(), card, id="side"))
        source.border_title, self.facts.border_title, card.border_title = "Letter", "Facts", "Fact"
        self._open_wanted() if self._wanted else self.action_next_letter()

    def open(self, key: str) -> None:
        """Show a letter, at its fact."""
        self._wanted = key
        if self.is_running and self.query(FactList):
            self._open_wanted()

    def show_letter(self, precedent: Precedent, fact: str | None = None) -> None:
        """Show a letter anew, at a fact or at the first that waits."""
        self.remove_class("-nothing")
        facts = precedent.record.facts
        self.bar.letter = _title(precedent)
        self.bar.progress = sum(each.review is not Review.PROPOSED for each in facts), len(facts)
        self.query_one(Losses).show(precedent.record.source.losses)
        self.facts.show(facts, fact)
        self.source.show(precedent, self.facts.chosen)
        self._show_card(self.facts.chosen)
        if self.focused is None:
            self.facts.focus()

    def say(self, sentence: str) -> None:
        """Show a sentence and no letter."""
        self.add_class("-nothing")
        self.bar.letter = ""
        self.query_one("#nothing", Static).update(show(sentence))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be a letter."""
        if action in {"original", "next", "previous"}:
            return self.precedent is not None
        return super().check_action(action, parameters)

    def action_next(self) -> None:
        """Choose the next fact."""
        self.facts.action_cursor_down()

    def action_previous(self) -> None:
        """Choose the fact before."""
        self.facts.action_cursor_up()

    def action_original(self) -> None:
        """Open the file the letter came as."""
        if self.precedent:
            self.open_original(self.precedent.id)

    def action_back(self) -> None:
        """One step: out of help, out of the letter, back to the place one came from."""
        if self.query("HelpPanel"):
            self.app.action_hide_help_panel()
        elif self.source.text_selection:
            self.source.let_go()
        elif self.focused is self.source:
            self.facts.focus()
        elif self.came_from:
            place, self.came_from = self.came_from, None
            self.app.switch_mode(place)

    @work(exclusive=True, group="opening", exit_on_error=False)
    async def action_next_letter(self) -> None:
        """Open the newest letter that waits and was not passed in this round."""
        here = [self.precedent.id] if self.precedent else []
        self._passed += [letter for letter in here if letter not in self._passed]
        try:
            found = await self.searching.ask(self.office.waiting, len(self._passed) + 1)
        except AssistantError as error:
            self.say(str(error))
            return
        waiting = [hit.precedent for hit in found.hits]
        following = [letter for letter in waiting if letter not in self._passed]
        if not following:
            self._passed = here
            following = [letter for letter in waiting if letter not in here]
        if following:
            self.open_letter(following[0])
        elif here:
            self.notify("No other letter waits for review.", markup=False)
        else:
            self.say(_DONE)

    @on(FactList.Chosen)
    def _follow(self, event: FactList.Chosen) -> None:
        if self.facts.chosen == event.fact:
            self.source.fact = event.fact
            self._show_card(event.fact)

    @on(Reader.FactReached)
    def _choose(self, event: Reader.FactReached) -> None:
        self.facts.choose(event.fact.id)

    def _open_wanted(self) -> None:
        letter, _, fact = self._wanted.partition("#")
        if self.precedent and self.precedent.id == letter:
            self.facts.choose(fact or self.here)
        else:
            self.open_letter(letter, fact or None)

    def _show_card(self, fact: Fact | None) -> None:
        if self.precedent and fact:
            self.card.show(self.precedent, fact)
        else:
            self.card.say("Nothing was found in this letter.")


def _title(precedent: Precedent) -> str:
    """Day and parties; the id where there are none."""
    letter = precedent.record.letter
    to = ", ".join(party.display for party in letter.recipients if party.display)
    parties = " → ".join(filter(None, (letter.sender.display if letter.sender else "", to)))
    return " · ".join([read_date(letter.date.value), parties]) if letter.date and parties else precedent.id
