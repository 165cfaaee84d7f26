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
from assistant.tui.cards import fact_rows, part_label, part_rows, person_label, person_rows
from assistant.tui.commands import command
from assistant.tui.literal import show
from assistant.tui.parts import parts_of
from assistant.tui.screens.heading import FACTS, PARTS, PEOPLE, SIDES, HeadingScreen
from assistant.tui.widgets.card import Card
from assistant.tui.widgets.fact_list import FactList
from assistant.tui.widgets.losses import Losses
from assistant.tui.widgets.reader import Reader
from assistant.tui.widgets.review_bar import ReviewBar
from assistant.tui.widgets.rows import Rows
from assistant.tui.widgets.side_bar import SideBar
from assistant.tui.widgets.source_text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.content import Content
    from textual.widget import Widget

    from assistant.model.precedent import Precedent
    from assistant.office import Office

_DONE = (
    "No letter waits for review.\n\nLetters that are filed come here with what was found in them. "
    "Any letter can be opened here from the Library with “r”."
)


class ReviewScreen(HeadingScreen):
    """Source and facts side by side."""

    MODE = "review"
    HELP = """
## The Review

Only what a person has accepted can be quoted in a letter. Every step is saved at once; **u** takes it back.
*Enter* goes to the next letter that waits, *escape* back to where you came from.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        command("review.next", "n", "next", "Next", "The next one", show=False),
        command("review.previous", "p", "previous", "Previous", "The one before", show=False),
        command(
            "review.original", "o", "original", "Original", "Open the original in the desktop's program", show=False
        ),
        command("review.here", "f", "fact_here", "Fact here", "Choose the fact at the caret", show=False),
        command("review.next_letter", "enter", "next_letter", "Next letter", "To the next that waits", priority=True),
        # before Textual lets a selection go by itself, which would be a second step with one key
        command("review.back", "escape", "back", "Back", "One step back", show=False, priority=True),
    ]

    bar = query_one(ReviewBar)
    card = query_one(Card)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.add_class(f"-{self.side}")
        self._wanted = ""
        """The letter that was asked for and is not shown yet."""
        self._passed: list[str] = []

    def compose_place(self) -> Iterable[Widget]:
        """The bar with the progress; the panes follow once it is painted."""
        yield ReviewBar()
        yield Static(id="nothing")
        yield Horizontal(id="panes")

    async def begin(self) -> None:
        """Put up letter and facts, and open what is wanted, else the newest letter that waits."""
        source = Vertical(Losses(), SourceText(), id="source")
        card = VerticalScroll(Card(), id="card", can_focus=False)
        lists = Vertical(FactList(), Rows(id=PARTS), Rows(id=PEOPLE), card, id="lists")
        bar = SideBar(((FACTS, "Facts"), (PARTS, "Head"), (PEOPLE, "People")))
        side = Vertical(bar, lists, id="side")
        await self.query_one("#panes").mount(source, side)
        source.border_title = "Letter"
        self._open_wanted() if self._wanted else self.action_next_letter()

    def open(self, key: str) -> None:
        """Show a letter, at its fact."""
        self._wanted = key
        if self.is_running and self.query(FactList):
            self._open_wanted()

    def resume(self) -> None:
        """Notice what a colleague did meanwhile, or what was filed."""
        if self.precedent:
            self.notice_changes()
        elif not self._wanted:
            self.action_next_letter()

    def action_read_again(self) -> None:
        """Go on from what stands on disk."""
        if self.precedent:
            super().action_read_again()
        else:
            self.action_next_letter()

    def action_fact_here(self) -> None:
        """Choose the fact at the caret."""
        self.source.reach_at_caret()

    def show_letter(self, precedent: Precedent, fact: str | None = None) -> None:
        """Show a letter anew, at a fact or at the first that waits."""
        self.remove_class("-nothing")
        self._wanted = ""
        facts = precedent.record.facts
        self.bar.letter = _title(precedent)
        self.bar.progress = sum(each.review is not Review.PROPOSED for each in facts), len(facts)
        self.query_one(Losses).show(precedent.record.source.losses)
        self.facts.show(facts, fact)
        self._fill(PARTS, ((part.name, part_label(part)) for part in parts_of(precedent.record.letter)))
        self._fill(PEOPLE, ((str(number), person_label(named)) for number, named in enumerate(self.people)))
        self.query_one(SideBar).counts = {FACTS: len(facts), PEOPLE: len(self.people)}
        self.source.show(precedent, self.facts.chosen)
        self._point()
        if self.focused is None:
            self.rows.focus()

    def say(self, sentence: str) -> None:
        """Show a sentence and no letter."""
        self.add_class("-nothing")
        self._wanted, self.bar.letter = "", ""
        self.query_one("#nothing", Static).update(show(sentence))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be a letter."""
        if action == "fact_here":
            return self.precedent is not None and self.source.has_focus
        if action in {"original", "next", "previous"}:
            return self.precedent is not None
        return super().check_action(action, parameters)

    def action_next(self) -> None:
        """Choose the next fact, or whatever stands beside the letter."""
        self.rows.action_cursor_down()

    def action_previous(self) -> None:
        """Choose the one before."""
        self.rows.action_cursor_up()

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
            self.rows.focus()
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

    def watch_side(self, before: str, side: str) -> None:
        """Put another list beside the letter, and the focus into it if it was in the one before."""
        if not self.query(SideBar):
            return
        was_focused = self.query_one(f"#{before}").has_focus
        self.query_one(SideBar).side = side
        for name in SIDES:
            self.set_class(name == side, f"-{name}")
        self._point()
        if was_focused:
            self.rows.focus()

    @on(SideBar.Chosen)
    def _change_side(self, event: SideBar.Chosen) -> None:
        self.side = event.side

    @on(Rows.Chosen)
    def _follow(self) -> None:
        self._point()

    @on(Reader.FactReached)
    def _choose_fact(self, event: Reader.FactReached) -> None:
        self.side = FACTS
        self.facts.choose(event.fact.id)

    def _fill(self, side: str, rows: Iterable[tuple[str, Content]]) -> None:
        listed = self.query_one(f"#{side}", Rows)
        listed.fill(rows, listed.here)

    def _point(self) -> None:
        """Show what is chosen in the letter and on the card."""
        fact, part, person = self.facts.chosen, self.part, self.person
        self.source.fact = fact if self.side == FACTS else None
        if self.side == FACTS and fact and self.precedent:
            self.source.spots = ()
            self.card.show(fact_rows(self.precedent, fact))
        elif self.side == PARTS and part:
            self.source.spots = ((part.passage.start, part.passage.end),) if part.passage else ()
            self.card.show(part_rows(part))
        elif self.side == PEOPLE and person:
            self.source.spots = tuple((mention.start, mention.end) for mention in person.mentions)
            self.card.show(person_rows(person))
        else:
            self.source.spots = ()
            self.card.say("Nothing was found in this letter.")
        self.refresh_bindings()

    def _open_wanted(self) -> None:
        letter, _, fact = self._wanted.partition("#")
        if self.precedent and self.precedent.id == letter:
            self._wanted = ""
            self.facts.choose(fact or self.here)
        else:
            self.open_letter(letter, fact or None)


def _title(precedent: Precedent) -> str:
    """Day and parties; the id where there are none."""
    letter = precedent.record.letter
    to = ", ".join(party.display for party in letter.recipients if party.display)
    parties = " → ".join(filter(None, (letter.sender_name, to)))
    return " · ".join([read_date(letter.date.value), parties]) if letter.date and parties else precedent.id
