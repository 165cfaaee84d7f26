"""A draft that is open and kept: every change is on disk within a second, and what a colleague wrote stays.

What is shown of it is for the screen that builds on this.
"""

from __future__ import annotations

import asyncio
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import work

from assistant.errors import AssistantError
from assistant.tui.aside import Aside
from assistant.tui.literal import show_line
from assistant.tui.saving import DraftKeeper
from assistant.tui.screens.asking import Choice, ChooseScreen
from assistant.tui.screens.place import PlaceScreen

if TYPE_CHECKING:
    from pathlib import Path

    from textual.timer import Timer

    from assistant.drafting.templates import Template
    from assistant.model.draft import Draft

_SAVE_AFTER, _CHECK_AFTER = 0.6, 0.18
"""Seconds behind the first change that is not saved, and behind the last that was not checked."""
_REST = 0.8
"""Seconds without a change after which somebody may be asked: the keys of a word must not answer for them."""


class KeepingScreen(PlaceScreen):
    """Keeps one draft."""

    keeper: DraftKeeper | None = None
    """The draft that is open."""
    template: Template | None = None
    _saving: Timer | None = None
    _checking: Timer | None = None
    _changed_at = 0.0

    def show_draft(self) -> None:
        """Show the draft anew, or that none is open."""
        raise NotImplementedError

    def check(self) -> object:
        """Look for what is wrong with it."""
        raise NotImplementedError

    def on_screen_suspend(self) -> None:
        """Nothing waits for its second when another place is shown."""
        self.save_now()

    def on_unmount(self) -> None:
        """Nor when the app ends."""
        if self.keeper:
            self.keeper.save()

    def change(self, **changes: object) -> None:
        """Take a change in: it is saved within a second and checked when typing rests."""
        if self.keeper is None:
            return
        self.keeper.draft = self.keeper.draft.model_copy(update=changes)
        self._changed_at = monotonic()
        if self._saving is None:
            self._saving = self.set_timer(_SAVE_AFTER, self.save_now)
        if self._checking:
            self._checking.stop()
        self._checking = self.set_timer(_CHECK_AFTER, self.check)

    @work(exclusive=True, group="open", exit_on_error=False)
    async def open_draft(self, path: Path) -> None:
        """Open a draft in place of the one that is open."""
        full = path if path.is_absolute() else self.office.folder / path
        try:
            saved = await Aside().ask(self.office.writing.drafts.load, full)
            template = await Aside().ask(self.office.writing.library.get, saved.draft.template)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if await self.save():
            self.keeper, self.template = DraftKeeper(self.office.writing, saved), template
            self.show_draft()

    @work(exclusive=True, group="close", exit_on_error=False)
    async def close_draft(self) -> None:
        """Leave the draft once it is saved."""
        if await self.save():
            self.keeper = self.template = None
            self.show_draft()

    @work(group="save", exit_on_error=False)
    async def save_now(self) -> None:
        """Save what has changed."""
        await self.save()

    async def save(self) -> bool:
        """Save what has changed; whether all of it is where a person expects it."""
        keeper, self._saving = self.keeper, None
        if keeper is None:
            return True
        try:
            kept = await asyncio.to_thread(keeper.save)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
            return False
        if not kept:
            self._ask_at_rest(keeper)
        elif not keeper.is_saved and self._saving is None:
            self._saving = self.set_timer(_SAVE_AFTER, self.save_now)
        return kept

    def _ask_at_rest(self, keeper: DraftKeeper) -> None:
        """Ask with which of two to go on when nobody types; until then ours is kept beside theirs."""
        left = self._changed_at + _REST - monotonic()
        if left > 0:
            self.set_timer(left, partial(self._ask_at_rest, keeper))
        elif self.keeper is keeper and keeper.theirs:
            self._ask_which(keeper)

    def _ask_which(self, keeper: DraftKeeper) -> None:
        """A colleague changed the file: both stand on the disk, somebody says with which to go on."""
        theirs = keeper.theirs.name if keeper.theirs else ""
        choices = [
            Choice("mine", show_line(f"Go on with mine: it is saved beside theirs, as {keeper.path.name}"), "m"),
            Choice("theirs", show_line(f"Go on with theirs: mine stays beside it, as {keeper.path.name}"), "t"),
            Choice("both", show_line("Look at both"), "l"),
        ]
        explanation = f"{theirs} was changed by somebody else while it was open here. Nothing is lost yet."
        self.app.push_screen(ChooseScreen("Two of one letter", choices, explanation), self._take_part)

    def _take_part(self, choice: str | None) -> None:
        if self.keeper and choice == "both":
            self._show_both(self.keeper)
        elif self.keeper:
            self._part(self.keeper, choice or "mine")

    @work(group="part", exit_on_error=False)
    async def _part(self, keeper: DraftKeeper, choice: str) -> None:
        kept = ""
        try:
            if choice == "theirs":
                mine = await asyncio.to_thread(keeper.take_theirs)
                kept = f" What you wrote is kept as {mine.name}."
            else:
                keeper.keep_mine()
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
        self.show_draft()
        self.notify(f"You go on with {keeper.path.name}.{kept}", markup=False)

    @work(group="part", exit_on_error=False)
    async def _show_both(self, keeper: DraftKeeper) -> None:
        from assistant.tui.screens.comparing import CompareScreen  # noqa: PLC0415 - it is seldom needed

        try:
            theirs: Draft | None = await Aside().ask(keeper.read_theirs)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
            theirs = None
        if theirs:
            differences = self.office.writing.differences(keeper.draft, theirs)
            self.app.push_screen(CompareScreen(differences), lambda _: self._ask_which(keeper))
        else:
            self._ask_which(keeper)
