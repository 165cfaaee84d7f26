"""Editing one draft: every change is saved within a second and checked when typing rests; two versions never meet.

What is shown of it is for the screen that builds on this.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.getters import query_one
from textual.widgets import TextArea

from assistant.errors import AssistantError, FindingsError
from assistant.tui.aside import Aside
from assistant.tui.desktop import open_file
from assistant.tui.literal import show_line
from assistant.tui.screens.asking import Choice, ChooseScreen
from assistant.tui.screens.citing import CiteScreen
from assistant.tui.screens.place import PlaceScreen
from assistant.tui.widgets.field_list import ShownField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.timer import Timer

    from assistant.drafting.fields import Field
    from assistant.drafting.templates import Template
    from assistant.model.finding import Finding, Fix
    from assistant.tui.saving import DraftKeeper

_SAVE_AFTER, _CHECK_AFTER = 0.6, 0.35
"""Seconds behind the first change that is not saved, and behind the last that was not checked."""


class EditingScreen(PlaceScreen):
    """Keeps the draft that is open."""

    text = query_one(TextArea)

    keeper: DraftKeeper | None = None
    """The draft that is open."""
    template: Template | None = None
    _saving: Timer | None = None
    _checking: Timer | None = None

    def show_draft(self) -> None:
        """Show the draft anew."""
        raise NotImplementedError

    def show_fields(self) -> None:
        """Show its fields anew."""
        raise NotImplementedError

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong with it."""
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
        if self._saving is None:
            self._saving = self.set_timer(_SAVE_AFTER, self.save_now)
        if self._checking:
            self._checking.stop()
        self._checking = self.set_timer(_CHECK_AFTER, self.check)

    def set_field(self, name: str, said: str | None) -> None:
        """Give a field the value that a text says."""
        if said is not None and self.keeper and self.template:
            value = self.template.field(name).from_text(said)
            before = self.keeper.draft.fields.get(name)
            if isinstance(value, dict) and isinstance(before, dict):
                value = {**before, **value}
            self.change(fields={**self.keeper.draft.fields, name: value})
            self.show_fields()

    @work(exclusive=True, group="save", exit_on_error=False)
    async def save_now(self) -> None:
        """Save what has changed."""
        self._saving = None
        keeper = self.keeper
        if keeper is None or keeper.parted:
            return
        try:
            saved = await asyncio.to_thread(keeper.save)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if not saved:
            self._ask_which(keeper)
        elif not keeper.is_saved and self._saving is None:
            self._saving = self.set_timer(_SAVE_AFTER, self.save_now)

    def _ask_which(self, keeper: DraftKeeper) -> None:
        """A colleague changed the file: nothing is written over, somebody says what stays."""
        choices = [
            Choice("mine", show_line("Save mine beside it, under a name of its own"), "m"),
            Choice("theirs", show_line("Take theirs; what I typed since goes"), "t"),
        ]
        explanation = f"{keeper.path.name} was changed by somebody else while it was open here."
        self.app.push_screen(ChooseScreen("Two of one letter", choices, explanation), self._take_part)

    def _take_part(self, choice: str | None) -> None:
        self._part(choice or "mine")

    @work(group="part", exit_on_error=False)
    async def _part(self, choice: str) -> None:
        keeper = self.keeper
        if keeper is None:
            return
        try:
            await asyncio.to_thread(keeper.take_theirs if choice == "theirs" else keeper.save_beside)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.show_draft()
        self.notify(f"You go on with {keeper.path.name}.", markup=False)

    def action_cite(self) -> None:
        """Choose a fact to cite."""
        if self.keeper:
            self.app.push_screen(CiteScreen(self.office, self.keeper.draft.answering), self._take_fact)

    def _take_fact(self, key: str | None) -> None:
        if key:
            self._cite(key)

    @work(group="citing", exit_on_error=False)
    async def _cite(self, key: str) -> None:
        if self.keeper:
            try:
                words = await Aside().ask(self.office.writing.quotation, key, self.keeper.draft.language)
            except AssistantError as error:
                self.notify(str(error), severity="error", markup=False)
            else:
                row, column = self.text.cursor_location
                before = self.text.document.get_line(row)[:column]
                self.text.insert(words if not before or before[-1].isspace() else f" {words}")

    @work(group="export", exit_on_error=False)
    async def action_export(self) -> None:
        """Make the Word letter, when nothing stands in the way."""
        keeper = self.keeper
        if keeper is None or not await asyncio.to_thread(keeper.save):
            return
        try:
            exported = await asyncio.to_thread(self.office.writing.export, keeper.path)
        except FindingsError as error:
            self.show_findings(error.findings)
            self.notify(str(error), severity="error", markup=False)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.notify(f"The letter stands in {exported.letter}. ctrl+o opens it.", markup=False)

    @work(group="letter", exit_on_error=False)
    async def action_open_letter(self) -> None:
        """Open the exported letter in the desktop's program."""
        letter = self.office.folder / "letters" / f"{self.keeper.name}.docx" if self.keeper else None
        if letter is None or not letter.exists():
            self.notify("This draft has not been exported yet: ctrl+e does it.", markup=False)
            return
        try:
            await Aside().ask(open_file, letter)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)

    def apply(self, fix: Fix) -> None:
        """Put right in the draft what a finding knows how to."""
        if fix.field and self.keeper:
            before = str(self.keeper.draft.fields.get(fix.field, ""))
            self.set_field(fix.field, before[: fix.start] + fix.replacement + before[fix.end :])
        else:
            body = self.text.text
            self.text.replace(fix.replacement, location(body, fix.start), location(body, fix.end))
        self.notify(f"Done: {fix.label}.", markup=False)


def location(text: str, offset: int) -> tuple[int, int]:
    """Row and column of a character of the text."""
    return text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1)


def shown_field(field: Field, fields: dict[str, object]) -> ShownField:
    """A field with its value as one text."""
    value = fields.get(field.name, field.empty())
    text = field.as_text(value)
    return ShownField(field.name, field.label, text, missing=field.required and not text)
