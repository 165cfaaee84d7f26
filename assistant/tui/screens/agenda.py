"""The Agenda: what waits for an answer, what was promised, what is begun, by date; and what became of a promise.

Whatever is decided here the office keeps; how dates are counted is its affair too.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from assistant.errors import AssistantError
from assistant.model.agenda import Matter
from assistant.model.decision import Outcome
from assistant.model.display import read_date
from assistant.tui.commands import command
from assistant.tui.literal import show, show_line
from assistant.tui.screens.asking import AskScreen, Choice, ChooseScreen
from assistant.tui.screens.place import PlaceScreen
from assistant.tui.widgets.agenda_list import AgendaList, since
from assistant.tui.widgets.thread_view import ThreadView
from assistant.tui.words import clip, count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from assistant.model.agenda import Agenda, AgendaItem
    from assistant.model.promise import Promise
    from assistant.model.thread import Thread

_NOTHING = (
    "Nothing has waited since {since}.\n\nLetters of yours that have no answer yet, promises made to you and drafts "
    "that are begun come here by themselves. How far back to look stands in office.toml, look_back_days."
)
_OF_LINES = frozenset({"read", "thread", "write"})
_OF_PROMISES = frozenset({"kept", "broken", "superseded", "reopen", "follow_up"})
_TEMPLATES = {
    Matter.REPLY: "reminder",
    Matter.QUESTION: "reminder",
    Matter.ANSWER: "reply",
    Matter.PROMISE: "follow-up",
}
_NO_PROOF = ""


class AgendaScreen(PlaceScreen):
    """Lines by date, and beside them why, and the thread."""

    MODE = "agenda"
    HELP = """
## The Agenda

Late, this week, later. *Enter* opens the letter, **t** its exchange, **w** begins the letter that is due. Of a promise
**k** says that it was kept and asks what proves it, **b** that it was broken, **u** that another took its place.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        command("agenda.read", "enter", "read", "Read", "Read the letter in the Library", priority=True),
        command("agenda.thread", "t", "thread", "Exchange", "The letters before and behind, and what was answered"),
        command("agenda.write", "w", "write", "Write", "Begin the letter that is due: reminder, reply, follow-up"),
        command("agenda.kept", "k", "kept", "Kept", "The promise was kept; asks what proves it"),
        command("agenda.broken", "b", "broken", "Broken", "The promise was broken", show=False),
        command("agenda.superseded", "u", "superseded", "Superseded", "Another took the place of it", show=False),
        command("agenda.follow_up", "d", "follow_up", "Date", "When to come back to the promise", show=False),
        command(
            "agenda.refresh", "f5", "refresh", "Look again", "Look at letters, promises and drafts anew", show=False
        ),
        command("agenda.back", "escape", "back", "Back", "Back to where you came from", show=False),
    ]

    lines = query_one(AgendaList)
    _detail = query_one("#detail", Static)
    _moves = query_one(ThreadView)

    def compose_place(self) -> Iterable[Widget]:
        """The sentence of an empty agenda; list and detail follow once it is painted."""
        yield Static(id="nothing")
        yield Horizontal(id="panes")

    async def begin(self) -> None:
        """Put up the panes and look for the first time."""
        detail = VerticalScroll(Static(id="detail"), ThreadView(id="moves"), id="about")
        await self.query_one("#panes").mount(AgendaList(), detail)
        self.lines.border_title, detail.border_title = "Agenda", "Why, and the exchange"
        self.lines.focus()
        self.action_refresh()

    def resume(self) -> None:
        """Something may have been filed, written or decided meanwhile."""
        self.action_refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on the line."""
        chosen = self.lines.chosen if self.query(AgendaList) else None
        if action in _OF_PROMISES:
            return chosen is not None and chosen.matter is Matter.PROMISE
        if action in _OF_LINES:
            return chosen is not None
        return super().check_action(action, parameters)

    @work(exclusive=True, group="agenda", exit_on_error=False)
    async def action_refresh(self) -> None:
        """Show the agenda of today."""
        today = dt.date.today()  # noqa: DTZ011 - what is late is late where the office is
        try:
            agenda = await self.searching.ask(self.office.agenda, today)
        except AssistantError as error:
            self._say(str(error))
            return
        self._show(agenda)

    def action_read(self) -> None:
        """Read the letter of the line."""
        chosen = self.lines.chosen
        if chosen:
            self.go_to("drafts" if chosen.matter is Matter.DRAFT else "library", chosen.key)

    def action_thread(self) -> None:
        """The exchange the line belongs to."""
        chosen = self.lines.chosen
        if chosen and chosen.matter is not Matter.DRAFT:
            self.show_exchange(_letter(chosen))

    def action_write(self) -> None:
        """Begin the letter that is due; a draft is opened."""
        chosen = self.lines.chosen
        if chosen and chosen.matter is Matter.DRAFT:
            self.go_to("drafts", chosen.key)
        elif chosen:
            self._begin_letter(chosen)

    def action_kept(self) -> None:
        """Ask what proves that the promise was kept."""
        self._ask_for_proof(Outcome.KEPT)

    def action_broken(self) -> None:
        """Ask what proves that the promise was broken."""
        self._ask_for_proof(Outcome.BROKEN)

    def action_superseded(self) -> None:
        """Ask what took the place of the promise."""
        self._ask_for_proof(Outcome.SUPERSEDED)

    def action_follow_up(self) -> None:
        """Ask for the day on which to come back to the promise."""
        chosen = self.lines.chosen

        def take(day: str | None) -> None:
            if day and chosen:
                self._settle(chosen, Outcome.OPEN, follow_up=day)

        if chosen:
            ask = AskScreen("Come back to this promise", "The day, as 2019-09-02.", str(chosen.due or ""))
            self.app.push_screen(ask, take)

    def action_back(self) -> None:
        """One step: out of help, else to the place one came from."""
        if self.query("HelpPanel"):
            self.app.action_hide_help_panel()
        elif self.came_from:
            place, self.came_from = self.came_from, None
            self.app.switch_mode(place)

    @on(AgendaList.Chosen)
    def _follow(self, event: AgendaList.Chosen) -> None:
        self._detail.update(_why(event.item))
        self._moves.say("")
        self.refresh_bindings()
        if event.item.matter is not Matter.DRAFT:
            self._show_thread(event.item)

    @work(exclusive=True, group="thread", exit_on_error=False)
    async def _show_thread(self, item: AgendaItem) -> None:
        thread: Thread = await self.searching.ask(lambda: self.office.correspondence.thread(_letter(item)))
        if self.lines.chosen == item:
            self._moves.show(thread, _letter(item))

    @work(group="write", exit_on_error=False)
    async def _begin_letter(self, item: AgendaItem) -> None:
        from assistant.writing import LetterRequest  # noqa: PLC0415 - reading an agenda writes nothing

        today = dt.date.today()  # noqa: DTZ011 - a letter carries the date of the place it is written at
        request = LetterRequest(template=_TEMPLATES[item.matter], answering=_letter(item), today=today)
        try:
            path = await self.searching.ask(lambda: self.office.writing.new_draft(request))
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.notify(f"Begun: {path.name}.", markup=False)
        self.go_to("drafts", str(path))

    @work(group="promise", exit_on_error=False)
    async def _ask_for_proof(self, outcome: Outcome) -> None:
        chosen = self.lines.chosen
        if chosen is None:
            return
        promise: Promise = await self.searching.ask(lambda: self.office.correspondence.promise(chosen.key))
        choices = [Choice(proof.key, _proof(proof.date, proof.quote)) for proof in promise.proposed]
        nothing = Choice(_NO_PROOF, show_line("Nothing on file proves it; I know."))

        def take(proof: str | None) -> None:
            if proof is not None:
                self._settle(chosen, outcome, proof=proof or None)

        ask = ChooseScreen(f"{outcome.value.capitalize()}: what shows it?", (*choices, nothing), promise.quote)
        self.app.push_screen(ask, take)

    @work(group="settle", exit_on_error=False)
    async def _settle(
        self, item: AgendaItem, outcome: Outcome, *, proof: str | None = None, follow_up: str | None = None
    ) -> None:
        desk = self.office.correspondence
        try:
            await self.searching.ask(lambda: desk.say_of_promise(item.key, outcome, proof=proof, follow_up=follow_up))
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.notify("Kept in the office's decisions.", markup=False)
        self.action_refresh()

    def _show(self, agenda: Agenda) -> None:
        self.set_class(not agenda.items, "-nothing")
        self.query_one("#nothing", Static).update(show(_NOTHING.format(since=read_date(agenda.since.isoformat()))))
        self.lines.show(agenda)
        more = f", {agenda.left_out} more not shown" if agenda.left_out else ""
        self.lines.border_title = f"Agenda, {count(len(agenda.items), 'line')}{more}"
        self.refresh_bindings()

    def _say(self, sentence: str) -> None:
        self.add_class("-nothing")
        self.query_one("#nothing", Static).update(show(sentence))


def _letter(item: AgendaItem) -> str:
    return item.key.partition("#")[0]


def _why(item: AgendaItem) -> Content:
    lines = [show(item.what, "bold"), show_line(f"{item.who}, since {since(item)}"), Content(), show(item.because)]
    lines += [show(step, "$foreground-muted") for step in item.steps]
    return Content("\n").join([*lines, *(show(note) for note in item.notes)])


def _proof(date: str | None, quote: str) -> Content:
    return Content.assemble((f"{date or 'undated'}  ", "$foreground-muted"), show_line(clip(quote, 100)))
