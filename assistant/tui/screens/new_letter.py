"""A new letter of a kind: in which language, to whom, in answer to what, and the words its text is begun with.

All of it can be left open: what the office knows is filled in, what nobody knows yet stands in brackets.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from assistant.errors import AssistantError
from assistant.model.display import LANGUAGES, read_date
from assistant.model.suggestion import Suggestion
from assistant.tui.aside import Aside
from assistant.tui.literal import show, show_line
from assistant.tui.query import as_typed
from assistant.tui.screens.filling import shown_field
from assistant.tui.widgets.field_entry import ShownField
from assistant.tui.widgets.field_form import FieldForm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from assistant.drafting.templates import Template
    from assistant.office import Office
    from assistant.suggestions import Suggestions
    from assistant.writing import LetterRequest

_LANGUAGE, _TO, _ANSWERS = "language", "to", "answering"
_MOST = 6


class NewLetterScreen(ModalScreen[Path | None]):
    """Begins a letter; gives back the path of its draft, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave it", tooltip="Begin nothing", id="new.leave"),
        Binding("ctrl+s", "begin", "Begin", tooltip="Begin the letter", id="new.begin", priority=True),
    ]

    def __init__(self, office: Office, template: Template, answering: str | None, language: str) -> None:
        super().__init__()
        self._office, self._template, self._answering, self._language = office, template, answering, language
        self._aside = Aside()
        self._suggestions: Suggestions | None = None

    def compose(self) -> ComposeResult:
        """What kind it is, what can be said of it, how to go on."""
        with Vertical() as box:
            box.border_title = show(self._template.title)
            yield Static(show_line(self._template.purpose), id="explanation")
            yield FieldForm()
            yield Static(id="wrong")
            with Horizontal(id="buttons"):
                yield Button("Begin the letter", variant="primary", id="begin", compact=True)
            yield Static("enter  begin it   tab  say more   escape  leave it", id="how")

    async def on_mount(self) -> None:
        """Show what can be said; enter begins the letter as the office knows it."""
        form = self.query_one(FieldForm)
        await form.show([*self._about_the_letter(), *self._about_its_text()])
        needed = self._template.answers and not self._answering
        form.go_to(_ANSWERS) if needed else self.query_one(Button).focus()

    @on(Button.Pressed)
    def action_begin(self) -> None:
        """Begin the letter with what was said."""
        self._begin(self._request())

    def _about_the_letter(self) -> Iterator[ShownField]:
        languages = tuple(LANGUAGES.get(code, code) for code in self._template.languages)
        yield ShownField(
            _LANGUAGE, "Language", "choice", LANGUAGES.get(self._language, self._language), options=languages
        )
        if any(field.name == "recipient" for field in self._template.fields):
            help_ = "Whoever the letter goes to, when it is not the other side of the letter it takes up."
            yield ShownField(_TO, "To", "text", "", help=help_, example="Sven-Olov Carlsson")
        yield ShownField(
            _ANSWERS,
            "Answers",
            "text",
            self._answering or "",
            help="The letter it takes up, by any of its words: sender, subject, date.",
            required=self._template.answers,
            example="Carlsson May 2019",
        )

    def _about_its_text(self) -> Iterator[ShownField]:
        """The fields that its text is begun with, which cannot be given later, and what nobody else knows."""
        for field in self._template.fields:
            if not field.is_kept or (field.required and not field.default and field.type != "party"):
                usual = " Left empty, it says what such letters usually say." if field.default else ""
                yield shown_field(field, None)._replace(help=f"{field.help}{usual}", required=False)

    def _request(self) -> LetterRequest:
        from assistant.writing import LetterRequest  # noqa: PLC0415 - few letters are begun, many are read

        said = {name: entry.text.strip() for name, entry in self.query_one(FieldForm).entries.items()}
        codes = {name: code for code, name in LANGUAGES.items()}
        language = said.pop(_LANGUAGE)
        to, answering = said.pop(_TO, ""), said.pop(_ANSWERS)
        return LetterRequest(
            template=self._template.id,
            answering=answering or None,
            to=to or None,
            language=codes.get(language, language) or None,
            fields={name: self._template.field(name).from_lines(text) for name, text in said.items() if text},
            today=dt.date.today(),  # noqa: DTZ011 - a letter carries the date of the place it is written at
        )

    @work(exclusive=True, group="begin", exit_on_error=False)
    async def _begin(self, request: LetterRequest) -> None:
        try:
            path = await Aside().ask(self._office.writing.new_draft, request)
        except AssistantError as error:
            self.query_one("#wrong", Static).update(show(str(error)))
        else:
            self.dismiss(path)

    @on(FieldForm.Asked)
    def _asked(self, event: FieldForm.Asked) -> None:
        self._suggest(event.name, event.text)

    @on(FieldForm.Taken)
    def _taken(self, event: FieldForm.Taken) -> None:
        entry = self.query_one(FieldForm).entries[event.name]
        entry.text = event.suggestion.person if event.name == _TO else event.suggestion.text

    @work(exclusive=True, group="suggest", exit_on_error=False)
    async def _suggest(self, name: str, typed: str) -> None:
        if name != _LANGUAGE:
            try:
                found = await self._aside.ask(self._likely, name, typed.rpartition("\n")[2])
            except AssistantError:  # suggestions are a help; what is wrong is told when the letter is begun
                return
            await self.query_one(FieldForm).suggest(name, found)

    def _likely(self, name: str, typed: str) -> Sequence[Suggestion]:
        if name == _ANSWERS:
            return [
                Suggestion(
                    text=hit.precedent,
                    label=f"{read_date(hit.date)}  {hit.sender} → {hit.recipients}",
                    note=hit.subject,
                )
                for hit in self._office.search(as_typed(typed), _MOST).hits
            ]
        if self._suggestions is None:
            self._suggestions = self._office.writing.suggestions(self._language)
        return self._suggestions.suggest(self._template.field("recipient" if name == _TO else name), typed)
