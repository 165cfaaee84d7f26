"""The People: who is who, what each said and promised, whether they may be named, and who may be one person.

Who somebody is, and what a page holds, is for the office to say; only a person makes two names one.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.widgets import Input

from assistant.errors import AssistantError
from assistant.model.folding import fold
from assistant.model.person import Audience, MergeProposal, Naming, Person
from assistant.model.search import NamedOften
from assistant.tui.commands import command
from assistant.tui.literal import show_line
from assistant.tui.screens.asking import AskScreen, Choice, ChooseScreen
from assistant.tui.screens.describing import DescribingScreen
from assistant.tui.widgets.people_list import PeopleList
from assistant.tui.widgets.person_page import PersonPage
from assistant.tui.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from assistant.model.dossier import Dossier
    from assistant.office import Office

_EVERYWHERE, _TO_ADDRESSEES, _NOWHERE = "everywhere", "addressees", "nowhere"
_NAMING = {
    _EVERYWHERE: Naming(),
    _TO_ADDRESSEES: Naming(allowed=False, only_in=(Audience.CONFIDENTIAL,)),
    _NOWHERE: Naming(allowed=False),
}
_OF_PAIRS = frozenset({"same", "different"})
_OF_PEOPLE = frozenset({"naming", "letters", "edit"})
_NOBODY = "Nobody of this name is kept here or named in a letter."
_NOBODY_YET = "Nobody is known here yet: whom letters name will stand here."
_BEGIN = "“n” begins to keep somebody’s roles and address."


class PeopleScreen(DescribingScreen):
    """A list, and the page of whoever is chosen."""

    MODE = "people"
    HELP = """
## The People

*Enter* shows the letters that name somebody. **m** says whether somebody may be named: nothing that goes out names them
against it. **e** puts right what is kept of them: roles, address, e-mail, salutation. Every step is saved at once;
**u** takes it back. At the top stand names that may be one person: **y** makes them one, **x** remembers that they are
two; **u** takes that back, too. Below those of whom something is kept stands whom letters name besides: **e** or **m**
begins to keep something of them.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        command("people.search", "slash", "search", "Search", "Narrow the list by a name"),
        command("people.letters", "enter", "letters", "Letters", "The letters that name the person", priority=True),
        command("people.naming", "m", "naming", "May be named", "Whether and where the person may be named"),
        command("people.same", "y", "same", "One person", "The two names are one person"),
        command("people.different", "x", "different", "Two people", "They are two people; it is remembered"),
        command("people.refresh", "f5", "refresh", "Look again", "Look for new names and letters", show=False),
        command("people.back", "escape", "back", "Back", "One step back", show=False),
    ]

    names = query_one(PeopleList)
    _page = query_one(PersonPage)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._people: tuple[Person, ...] = ()
        self._proposals: tuple[MergeProposal, ...] = ()
        self._named: tuple[NamedOften, ...] = ()

    def compose_place(self) -> Iterable[Widget]:
        """List and page follow once the frame is painted."""
        yield Horizontal(id="panes")

    async def begin(self) -> None:
        """Put up the list and the page."""
        left = Vertical(Input(placeholder="a name", id="name"), PeopleList(), id="left")
        page = PersonPage()
        await self.query_one("#panes").mount(left, page)
        self.names.border_title, page.border_title = "People", "Page"
        self.names.focus()
        self.action_refresh()

    def resume(self) -> None:
        """Letters may have been filed or decided about meanwhile."""
        self.action_refresh()

    @property
    def person(self) -> Person | None:
        """Whoever is chosen, when it is one person."""
        chosen = self.names.chosen if self.query(PeopleList) else None
        return chosen if isinstance(chosen, Person) else None

    def look_again(self) -> None:
        """Show what stands on disk now."""
        self.action_refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on what is chosen."""
        chosen = self.names.chosen if self.query(PeopleList) else None
        if action in _OF_PAIRS:
            return isinstance(chosen, MergeProposal)
        if action in _OF_PEOPLE:
            return isinstance(chosen, Person | NamedOften) and not isinstance(self.focused, Input)
        return super().check_action(action, parameters)

    def action_search(self) -> None:
        """Go to the line that narrows the list."""
        self.query_one("#name", Input).focus()

    def action_letters(self) -> None:
        """The letters that name the person, in the Library."""
        chosen = self.names.chosen
        if isinstance(chosen, Person | NamedOften):
            self.go_to("library", f'person:"{chosen.name}"')

    def action_edit(self) -> None:
        """Ask what is to be put right, or kept of somebody whom letters only name."""
        chosen = self.names.chosen
        if isinstance(chosen, NamedOften):
            self.begin_person(chosen.name)
        else:
            super().action_edit()

    def action_naming(self) -> None:
        """Ask whether and where the person may be named."""
        chosen = self.names.chosen
        if isinstance(chosen, Person):
            self._ask_naming(chosen)
        elif isinstance(chosen, NamedOften):
            self.begin_person(chosen.name, self._ask_naming)

    def action_same(self) -> None:
        """The two names are one person."""
        pair = self.names.chosen
        if isinstance(pair, MergeProposal):
            one, other = pair.one.name, pair.other.name
            self.decide(lambda: self.office.identities.same(one, other), "One person from now on.")

    def action_different(self) -> None:
        """The two names are two people."""
        pair = self.names.chosen
        if isinstance(pair, MergeProposal):
            one, other = pair.one.name, pair.other.name
            self.decide(lambda: self.office.identities.different(one, other), "Two people; this is remembered.")

    def action_back(self) -> None:
        """One step: out of help, out of the line, back to where one came from."""
        line = self.query_one("#name", Input)
        if self.query("HelpPanel"):
            self.app.action_hide_help_panel()
        elif self.focused is line:
            line.value = ""
            self.names.focus()
        elif self.came_from:
            place, self.came_from = self.came_from, None
            self.app.switch_mode(place)

    @work(exclusive=True, group="people", exit_on_error=False)
    async def action_refresh(self) -> None:
        """Look who is who."""
        try:
            self._people = await self.read_people()
            self._proposals = await self.searching.ask(self.office.merge_proposals)
            self._named = await self.searching.ask(self.office.dossiers.named_only, self._words)
        except AssistantError as error:
            self._page.say(str(error))
            return
        self._show()

    @on(Input.Changed, "#name")
    @work(exclusive=True, group="narrowing", exit_on_error=False)
    async def _narrow(self) -> None:
        self._named = await self.searching.ask(self.office.dossiers.named_only, self._words)
        self._show()

    @on(Input.Submitted, "#name")
    def _to_the_list(self) -> None:
        self.names.focus()

    @on(PeopleList.Chosen)
    def _follow(self, event: PeopleList.Chosen) -> None:
        self.refresh_bindings()
        if isinstance(event.chosen, MergeProposal):
            self._page.propose(event.chosen)
        else:
            self._show_person(event.chosen)

    @work(exclusive=True, group="page", exit_on_error=False)
    async def _show_person(self, person: Person | NamedOften) -> None:
        try:
            dossier: Dossier = await self.searching.ask(self.office.person, person.name)
        except AssistantError as error:  # a surname alone may be that of several
            self._page.say(str(error))
            return
        if self.names.chosen == person:
            self._page.show(dossier)

    @property
    def _words(self) -> str:
        return self.query_one("#name", Input).value

    def _show(self) -> None:
        wanted = fold(self._words)
        people = [person for person in self._people if any(wanted in fold(name) for name in person.names)]
        self.names.show(() if wanted else self._proposals, people, self._named, self.put_right)
        self.put_right = ""
        self.names.border_title = count(len(people), "person").replace("persons", "people") if people else "People"
        if self.names.chosen is None:
            self._page.say(f"{_NOBODY if wanted else _NOBODY_YET}\n\n{_BEGIN}")
        self.refresh_bindings()

    def _ask_naming(self, person: Person) -> None:
        choices = [
            Choice(_EVERYWHERE, show_line("Everywhere"), "e"),
            Choice(_TO_ADDRESSEES, show_line("Only in letters to their addressee, nothing public"), "a"),
            Choice(_NOWHERE, show_line("Nowhere"), "n"),
        ]
        now = _EVERYWHERE if person.naming.allowed else _TO_ADDRESSEES if person.naming.only_in else _NOWHERE
        ask = ChooseScreen(f"May {person.name} be named?", choices, chosen=now)
        self.app.push_screen(ask, lambda where: self._ask_instead(person, where))

    def _ask_instead(self, person: Person, where: str | None) -> None:
        if where == _EVERYWHERE:
            self.change(person, partial(_named, naming=Naming()), f"{person.name} may be named.")
        elif where:
            before = person.naming.instead or ""
            ask = AskScreen("What stands in place of the name?", "Initials or a description.", before)
            self.app.push_screen(ask, lambda instead: self._guard(person, where, instead))

    def _guard(self, person: Person, where: str, instead: str | None) -> None:
        if instead is not None:
            naming = _NAMING[where].model_copy(update={"instead": instead or None, "reason": person.naming.reason})
            self.change(person, partial(_named, naming=naming), "Nothing that goes out names them.")


def _named(person: Person, naming: Naming) -> Person:
    return person.model_copy(update={"naming": naming})
