"""What the office keeps of somebody, put right in steps: each saved at once, undone, done again, never over another's.

How a step is kept is the office's affair; who is chosen and how they are shown is for the screen that builds on this.
"""

from __future__ import annotations

from asyncio import Lock, to_thread
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import work
from textual.content import Content

from assistant.errors import AssistantError, ExternallyChangedError
from assistant.model.typed import read_lines, write_lines, write_role
from assistant.tui.aside import Aside
from assistant.tui.commands import command
from assistant.tui.literal import show_line
from assistant.tui.screens.asking import READ_AGAIN, AskScreen, Choice, ChooseScreen, ask_for_theirs
from assistant.tui.screens.place import PlaceScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from assistant.identities import Decision
    from assistant.model.person import Person, Role
    from assistant.office import Office
    from assistant.particulars import Particulars

_CHANGED = "Somebody else changed what is kept of {name}. Your last step was not saved; theirs is kept."
_UNDONE_BY_NOBODY = "Somebody else changed what is kept of them since. Nothing was taken back."
_ROLE = (
    "Title | body | from/until | form of address. Only the title must be there: Ombudsman | Republic of Kazakhstan | "
    "2013-09/2020-01 | ombudsman. An empty line takes the role away."
)
_NEW_ROLE = "role"


class _Line(NamedTuple):
    """Something of a person that is typed in one line: its name in the file, its title, its key, what is asked."""

    name: str
    title: str
    key: str
    asked: str


_LINES = (
    _Line("address", "Address", "a", "Its lines, parted by semicolons: Rue Wiertz 60; 1047 Brussels."),
    _Line("email", "E-mail", "m", "Where letters go by mail."),
    _Line("title", "Before the name", "t", "What stands before it in an address: H.E. Mr, Mrs, Dr."),
    _Line("salutation", "Salutation", "s", "What they are called, where it is not what their office is called."),
)


class DescribingScreen(PlaceScreen):
    """A place in which what is kept of somebody can be put right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("people.edit", "e", "edit", "Edit", "Roles, address, e-mail, how they are written to"),
        command("people.new", "n", "new", "New", "Begin to keep roles and address of somebody"),
        command("people.undo", "u,ctrl+z", "undo", "Undo", "Take the last step back"),
        command("people.redo", "ctrl+y,U", "redo", "Redo", "Do again what was undone", show=False),
    ]

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._kept: dict[str, Particulars] = {}
        """By id, with the steps done here."""
        self._done: list[Particulars | Decision] = []
        """Whose step each was, in order, of whomever; the last is taken back first."""
        self._undone: list[Particulars | Decision] = []
        self.put_right = ""
        """Id of whoever a step was about last, until they are shown."""
        self._turn, self._reading = Lock(), Aside()

    @property
    def person(self) -> Person | None:
        """Whoever is chosen."""
        raise NotImplementedError

    def look_again(self) -> object:
        """Show what stands on disk now."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be undone or done again is not offered."""
        if action in {"undo", "redo"}:
            return bool(self._done if action == "undo" else self._undone) or None
        return super().check_action(action, parameters)

    def action_edit(self) -> None:
        """Ask what is to be put right, then how."""
        chosen = self.person
        if chosen:
            self._ask_what(self._kept[chosen.id].now if chosen.id in self._kept else chosen)

    def action_new(self) -> None:
        """Ask for a name, then what is to be kept; the first step makes the file."""

        def take(name: str | None) -> None:
            if name:
                self.begin_person(name)

        self.app.push_screen(AskScreen("Whose roles and address?", "The name in full, as letters write it."), take)

    @work(group="steps", exit_on_error=False)
    async def action_undo(self) -> None:
        """Take the last step back, whomever it was about."""
        await self._turn_back(self._done, self._undone, "Taken back.")

    @work(group="steps", exit_on_error=False)
    async def action_redo(self) -> None:
        """Do again what was undone last."""
        await self._turn_back(self._undone, self._done, "Done again.")

    async def _turn_back(
        self, there: list[Particulars | Decision], back: list[Particulars | Decision], done: str
    ) -> None:
        async with self._turn:
            if not there:
                return
            steps = there.pop()
            try:
                await to_thread(steps.undo if there is self._done else steps.redo)
            except ExternallyChangedError:
                self.notify(_UNDONE_BY_NOBODY, severity="warning", markup=False)
            except AssistantError as error:
                there.append(steps)
                self.notify(str(error), severity="error", markup=False)
            else:
                back.append(steps)
                self.put_right = steps.person.id
                self.notify(done, markup=False)
        self.look_again()

    @work(group="steps", exit_on_error=False)
    async def decide(self, decide: Callable[[], Decision], done: str) -> None:
        """Say who is who, as a step, with what is said when it was taken."""
        async with self._turn:
            try:
                decision = await to_thread(decide)
            except AssistantError as error:
                self.notify(str(error), severity="error", markup=False)
            else:
                if decision.can_undo:
                    self._remember(decision)
                self.notify(done, markup=False)
        self.look_again()

    @work(group="steps", exit_on_error=False)
    async def change(self, person: Person, change: Callable[[Person], Person], done: str) -> None:
        """Take a step, with what is said when it was taken."""
        if person.id not in self._kept:
            try:
                kept = await self._reading.ask(self.office.dossiers.particulars, person.id)
            except AssistantError as error:
                self.notify(str(error), severity="error", markup=False)
                return
            if kept.now != person:
                self._offer_theirs(person)
                return
            self._kept[person.id] = kept
        self._go(person, self._kept[person.id], change, done)

    @work(group="steps", exit_on_error=False)
    async def begin_person(self, name: str, then: Callable[[Person], None] | None = None) -> None:
        """Take up somebody of whom nothing may be kept yet; go on with them, or ask what is to be kept."""
        try:
            kept = await self._reading.ask(self.office.dossiers.particulars, name)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self._kept[kept.now.id] = kept
            (then or self._ask_what)(kept.now)

    async def read_people(self) -> tuple[Person, ...]:
        """Everybody as they stand on disk; where somebody else changed a file, steps can no longer be undone."""
        async with self._turn:
            people = await self._reading.ask(self.office.people.all)
            stand = {person.id: person for person in people}
            self._kept = {name: kept for name, kept in self._kept.items() if kept.now == stand.get(name, kept.now)}
        return people

    @work(group="steps", exit_on_error=False)
    async def _go(self, person: Person, kept: Particulars, change: Callable[[Person], Person], done: str) -> None:
        """Leaving the app waits for it."""
        async with self._turn:
            before = kept.now
            try:
                await to_thread(kept.do, change)
            except ExternallyChangedError:
                self._offer_theirs(person)
                return
            except AssistantError as error:
                self.notify(str(error), severity="error", markup=False)
                return
            if kept.now != before:
                self._remember(kept)
            self.put_right = kept.now.id
        self.notify(done, markup=False)
        self.look_again()

    def _remember(self, steps: Particulars | Decision) -> None:
        self._done.append(steps)
        self._undone.clear()

    def _offer_theirs(self, person: Person) -> None:
        def take(chosen: str | None) -> None:
            if chosen == READ_AGAIN:
                self._kept.pop(person.id, None)
                self.look_again()
                self.notify("Read again: this is how it stands on the disk.", markup=False)
            else:
                self.notify("Shown as it was. Nothing is saved over theirs; f5 reads it again.", markup=False)

        self.app.push_screen(ask_for_theirs(_CHANGED.format(name=person.name)), take)

    def _ask_what(self, person: Person) -> None:
        roles = [Choice(str(at), _held(role), str(at + 1)) for at, role in enumerate(person.roles)]
        lines = [Choice(line.name, _label(line, person), line.key) for line in _LINES]
        new = Choice(_NEW_ROLE, Content("Another role …" if roles else "A role …"), "r")
        ask = ChooseScreen(person.name, [*roles, new, *lines])
        self.app.push_screen(ask, partial(self._edit, person))

    def _edit(self, person: Person, what: str | None) -> None:
        line = next((line for line in _LINES if line.name == what), None)
        if line:
            ask = AskScreen(f"{line.title} of {person.name}", line.asked, _said(line, person))
            self.app.push_screen(ask, partial(self._say, person, line))
        elif what:
            role = person.roles[int(what)] if what != _NEW_ROLE else None
            ask = AskScreen(f"Role of {person.name}", _ROLE, write_role(role) if role else "", self._read_role)
            self.app.push_screen(ask, partial(self._set_role, person, role))

    def _say(self, person: Person, line: _Line, said: str | None) -> None:
        if said is not None:
            value = read_lines(said) if line.name == "address" else said or None
            self.change(person, lambda one: one.model_copy(update={line.name: value}), f"{line.title} kept.")

    def _read_role(self, said: str) -> Role | None:
        return self.office.dossiers.read_role(said) if said else None

    def _set_role(self, person: Person, before: Role | None, said: str | None) -> None:
        role = self._read_role(said or "")
        if said is not None and before:
            done = "Role kept." if role else "Role taken away."
            self.change(person, lambda one: one.changing_role(before, role), done)
        elif role:
            self.change(person, lambda one: one.with_role(role), "Role kept.")


def _said(line: _Line, person: Person) -> str:
    said = getattr(person, line.name)
    return write_lines(said) if isinstance(said, tuple) else said or ""


def _held(role: Role) -> Content:
    when = f"  {role.since or ''} – {role.until or ''}" if role.since or role.until else ""
    words = show_line(", ".join(filter(None, (role.title, role.organisation))), "$foreground-muted")
    return Content.assemble("Role  ", words, (when, "$foreground-muted"))


def _label(line: _Line, person: Person) -> Content:
    return Content.assemble(line.title, "  ", show_line(_said(line, person), "$foreground-muted"))
