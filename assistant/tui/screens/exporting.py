"""The Word letter of a draft: made when nothing stands in the way, and opened in the desktop's program."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work

from assistant.errors import AssistantError, FindingsError
from assistant.tui.aside import Aside
from assistant.tui.commands import command
from assistant.tui.desktop import open_file
from assistant.tui.screens.editing import EditingScreen

if TYPE_CHECKING:
    from textual.binding import BindingType


class ExportingScreen(EditingScreen):
    """Exports the draft that is open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("drafts.export", "ctrl+e", "export", "Export", "Make the Word letter", priority=True),
        command("drafts.letter", "ctrl+o", "open_letter", "Open letter", "The exported letter in Word", show=False),
    ]

    @work(group="export", exit_on_error=False)
    async def action_export(self) -> None:
        """Make the Word letter, when nothing stands in the way."""
        keeper = self.keeper
        if keeper is None or not await self.save():
            return
        try:
            exported = await asyncio.to_thread(self.office.writing.export, keeper.path)
        except FindingsError as error:
            self.show_findings(keeper.draft, error.findings)
            self.notify(str(error), severity="error", markup=False)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.notify(f"The letter stands in {exported.letter}. ctrl+o opens it.", markup=False)

    @work(group="letter", exit_on_error=False)
    async def action_open_letter(self) -> None:
        """Open the exported letter in the desktop's program."""
        letter = self.office.writing.letter_of(self.keeper.path) if self.keeper else None
        if letter is None or not letter.exists():
            self.notify("This draft has not been exported yet: ctrl+e does it.", markup=False)
            return
        try:
            await Aside().ask(open_file, letter)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
