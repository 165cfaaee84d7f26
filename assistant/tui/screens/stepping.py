"""Steps of a review from a place of the app: each saved at once in its turn, undone, done again, never over another's.

A step is made up when its turn has come, from what is chosen then: keys may be faster than a disk.
"""

from __future__ import annotations

from asyncio import Lock, to_thread
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work

from assistant.errors import AssistantError, ExternallyChangedError
from assistant.tui.aside import Aside
from assistant.tui.commands import command
from assistant.tui.screens.asking import READ_AGAIN, ask_for_theirs
from assistant.tui.screens.place import PlaceScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from assistant.model.correction import Change
    from assistant.model.precedent import Precedent
    from assistant.office import Office
    from assistant.reviewing import Reviewing

_CHANGED = "Somebody else changed this letter since it was opened here. Read it again to go on from there."
_REFUSED = f"{_CHANGED} Your last step was not saved; theirs is kept."


class SteppingScreen(PlaceScreen):
    """A place in which one letter is reviewed; subclasses show it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("review.undo", "u,ctrl+z", "undo", "Undo", "Take the last step back"),
        command("review.redo", "ctrl+y,U", "redo", "Redo", "Do again what was undone", show=False),
        command("review.again", "f5", "read_again", "Read again", "Read the letter again from the disk", show=False),
    ]

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._reviewing: Reviewing | None = None
        self._turn, self._reading = Lock(), Aside()

    @property
    def precedent(self) -> Precedent | None:
        """The letter under review."""
        return self._reviewing.precedent if self._reviewing else None

    @property
    def here(self) -> str | None:
        """Id of the fact that is chosen."""
        raise NotImplementedError

    def show_letter(self, precedent: Precedent, fact: str | None = None) -> None:
        """Show a letter anew, at a fact or at the first that waits."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Show a sentence and no letter."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be undone or done again is not offered."""
        if action in {"undo", "redo"}:
            return self._reviewing is not None and (getattr(self._reviewing, f"can_{action}") or None)
        return super().check_action(action, parameters)

    def action_undo(self) -> None:
        """Take the last step back."""
        if self._reviewing:
            self._go(self._reviewing.undo)

    def action_redo(self) -> None:
        """Do again what was undone last."""
        if self._reviewing:
            self._go(self._reviewing.redo)

    def action_read_again(self) -> None:
        """Go on from what stands on disk."""
        if self._reviewing:
            self._go(self._reviewing.read_again, stay=True)

    @work(group="steps", exit_on_error=False)
    async def take(self, make: Callable[[Precedent], Change | None], fact: Callable[[], str | None]) -> None:
        """Make a step in its turn, and show the letter at `fact` then; nothing happens when there is none to make."""
        async with self._turn:
            reviewing = self._reviewing
            change = make(reviewing.precedent) if reviewing else None
            if reviewing and change and await self._saved(partial(reviewing.do, change)):
                self._show(reviewing, fact())

    @work(exclusive=True, group="opening", exit_on_error=False)
    async def open_letter(self, precedent_id: str, fact: str | None = None) -> None:
        """Begin or go on with the review of a letter."""
        try:
            reviewing = await self._reading.ask(self.office.reviewing, precedent_id)
        except AssistantError as error:
            self._reviewing = None
            self.say(str(error))
        else:
            self._reviewing = reviewing
            self._show(reviewing, fact)

    @work(exclusive=True, group="looking", exit_on_error=False)
    async def notice_changes(self) -> None:
        """Offer to read the letter again when it is another on disk."""
        # in its turn like a step: one of ours saved while the disk is read would look like somebody else's
        async with self._turn:
            reviewing = self._reviewing
            if reviewing:
                with suppress(AssistantError):  # whoever takes the next step is told
                    stands = await self._reading.ask(self.office.precedent, reviewing.precedent.id)
                    if reviewing is self._reviewing and stands != reviewing.precedent:
                        self._offer_theirs(_CHANGED)

    @work(group="steps", exit_on_error=False)
    async def _go(self, step: Callable[[], Precedent], *, stay: bool = False) -> None:
        async with self._turn:
            before = self.precedent
            if self._reviewing and before and await self._saved(step):
                changed = _changed_fact(before, self._reviewing.precedent)
                self._show(self._reviewing, self.here if stay else changed or self.here)

    async def _saved(self, step: Callable[[], Precedent]) -> bool:
        """Whether a step was taken; leaving the app waits for it."""
        try:
            await to_thread(step)
        except ExternallyChangedError:
            self._offer_theirs(_REFUSED)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            return True
        return False

    def _offer_theirs(self, why: str) -> None:
        def take(chosen: str | None) -> None:
            if chosen == READ_AGAIN:
                self.action_read_again()
                self.notify("Read again: this is how it stands on the disk.", markup=False)
            else:
                self.notify("Shown as it was. Nothing is saved over theirs; f5 reads it again.", markup=False)

        self.app.push_screen(ask_for_theirs(why), take)

    def _show(self, reviewing: Reviewing, fact: str | None) -> None:
        self.show_letter(reviewing.precedent, fact)
        self.refresh_bindings()
        self.count_waiting()


def _changed_fact(before: Precedent, after: Precedent) -> str | None:
    """The first fact that is not what it was."""
    return next((fact.id for fact in after.record.facts if fact != before.fact(fact.id)), None)
