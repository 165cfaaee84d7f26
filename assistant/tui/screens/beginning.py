"""Beginning a letter: its kind, and what a letter that answers nothing cannot know by itself."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.content import Content

from assistant.errors import AssistantError
from assistant.tui.aside import Aside
from assistant.tui.commands import command
from assistant.tui.literal import show_line
from assistant.tui.screens.asking import Choice, ChooseScreen
from assistant.tui.screens.keeping import KeepingScreen

if TYPE_CHECKING:
    from textual.binding import BindingType

    from assistant.drafting.templates import Template

_USUAL = ("follow-up", "reply")
"""Of the letters that answer one, the two an office writes most."""


class BeginningScreen(KeepingScreen):
    """Begins letters and opens their drafts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("drafts.new", "ctrl+n", "new", "New letter", "Choose a kind of letter and begin it", priority=True),
    ]

    def action_new(self) -> None:
        """Choose a kind of letter and begin it."""
        self.offer_templates(None)

    @work(group="new", exit_on_error=False)
    async def offer_templates(self, answering: str | None) -> None:
        """Ask which kind of letter: those that answer one first, where one is to be answered."""
        templates = await Aside().ask(self.office.writing.templates)
        fitting = sorted((each for each in templates if answering or not each.answers), key=_usual_first)
        choices = [Choice(each.id, _kind(each)) for each in fitting]
        question = "Which letter?" if answering is None else f"Which letter, to answer {answering}?"

        def take(template: str | None) -> None:
            if template:
                self.begin_letter(template, answering)

        self.app.push_screen(ChooseScreen(question, choices), take)

    @work(group="begin", exit_on_error=False)
    async def begin_letter(self, template: str, answering: str | None) -> None:
        """Begin a letter of this kind."""
        from assistant.writing import LetterRequest  # noqa: PLC0415 - few letters are begun, many are read

        today = dt.date.today()  # noqa: DTZ011 - a letter carries the date of the place it is written at
        request = LetterRequest(template=template, answering=answering, today=today)
        try:
            self.open_draft(await Aside().ask(self.office.writing.new_draft, request))
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)


def _kind(template: Template) -> Content:
    heading = Content.assemble(show_line(template.title, "bold"), f"  {', '.join(template.languages)}")
    return Content.assemble(heading, "\n  ", show_line(template.purpose, "$foreground-muted"))


def _usual_first(template: Template) -> tuple[bool, int]:
    return not template.answers, _USUAL.index(template.id) if template.id in _USUAL else len(_USUAL)
