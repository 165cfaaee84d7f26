"""Beginning a letter: its kind, and what a letter that answers nothing cannot know by itself."""

from __future__ import annotations

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
    from pathlib import Path

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
        templates = {each.id: each for each in await Aside().ask(self.office.writing.templates)}
        order = sorted(templates.values(), key=_usual_first if answering else _answering_last)
        question = "Which letter?" if answering is None else f"Which letter, to answer {answering}?"

        def take(kind: str | None) -> None:
            if kind:
                self.begin_letter(templates[kind], answering)

        self.app.push_screen(ChooseScreen(question, [Choice(each.id, _kind(each)) for each in order]), take)

    @work(group="begin", exit_on_error=False)
    async def begin_letter(self, template: Template, answering: str | None) -> None:
        """Ask for what this kind of letter wants to know, and begin it."""
        from assistant.tui.screens.new_letter import NewLetterScreen  # noqa: PLC0415 - few letters are begun

        try:
            language = await Aside().ask(self.office.writing.language_for, template.id, answering)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.app.push_screen(NewLetterScreen(self.office, template, answering, language), self._open_begun)

    def _open_begun(self, path: Path | None) -> None:
        if path:
            self.open_draft(path)


def _kind(template: Template) -> Content:
    heading = Content.assemble(show_line(template.title, "bold"), f"  {', '.join(template.languages)}")
    return Content.assemble(heading, "\n  ", show_line(template.purpose, "$foreground-muted"))


def _usual_first(template: Template) -> tuple[bool, int]:
    return not template.answers, _USUAL.index(template.id) if template.id in _USUAL else len(_USUAL)


def _answering_last(template: Template) -> bool:
    return template.answers
