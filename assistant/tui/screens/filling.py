"""The fields of the draft that is open, as a form: filled in while somebody types, with what may belong there.

What a field may hold and what is likely is for the office to say.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from textual import on, work
from textual.getters import query_one

from assistant.errors import AssistantError
from assistant.tui.aside import Aside
from assistant.tui.screens.keeping import KeepingScreen
from assistant.tui.widgets.field_entry import FieldEntry, ShownField
from assistant.tui.widgets.field_form import FieldForm
from assistant.tui.widgets.finding_list import FindingList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.drafting.fields import Field
    from assistant.model.finding import Finding
    from assistant.suggestions import Suggestions
    from assistant.tui.saving import DraftKeeper

_PLACE = re.compile(r"^field “(\w+)”$")


class FillingScreen(KeepingScreen):
    """Fills in fields."""

    fields = query_one(FieldForm)
    findings = query_one(FindingList)

    _suggestions: tuple[DraftKeeper, Suggestions] | None = None
    """For a draft that was open last."""

    def go_to_field(self, name: str) -> None:
        """Go to a field."""
        self.fields.go_to(name)

    @work(group="fields", exit_on_error=False)
    async def show_fields(self) -> None:
        """Show the fields anew."""
        if self.keeper and self.template:
            kept = [field for field in self.template.fields if field.is_kept]
            self.findings.labels = {f"field “{field.name}”": field.label for field in kept}
            await self.fields.show([shown_field(field, self.keeper.draft.fields.get(field.name)) for field in kept])

    def show_field_findings(self, findings: Sequence[Finding]) -> None:
        """Say under each field what is wrong with it: the gravest, which comes first."""
        told: dict[str, Finding] = {}
        for finding in findings:
            name = field_of(finding)
            if name:
                told.setdefault(name, finding)
        self.fields.tell(told)

    def set_field(self, name: str, text: str) -> None:
        """Give a field the value that the lines of a form say."""
        if self.keeper and self.template:
            fields = self.keeper.draft.fields
            value = self.template.field(name).from_lines(text, fields.get(name))
            self.change(fields={**fields, name: value})

    @on(FieldEntry.Changed)
    def _fill(self, event: FieldEntry.Changed) -> None:
        self.set_field(event.name, event.text)

    @on(FieldForm.Asked)
    def _asked(self, event: FieldForm.Asked) -> None:
        self._suggest(event.name, event.text)

    @on(FieldForm.Taken)
    def _taken(self, event: FieldForm.Taken) -> None:
        if event.suggestion.person:
            self._readdress(event.suggestion.person)
        else:
            field = self.template.field(event.name) if self.template else None
            before = self.fields.entries[event.name].text.rstrip() if field and field.type == "list" else ""
            text = f"{before.rpartition(chr(10))[0]}\n{event.suggestion.text}".strip()
            self.set_field(event.name, text)
            self.show_fields()

    @work(exclusive=True, group="suggest", exit_on_error=False)
    async def _suggest(self, name: str, typed: str) -> None:
        if self.keeper and self.template:
            try:
                if self._suggestions is None or self._suggestions[0] is not self.keeper:
                    self._suggestions = self.keeper, self.office.writing.suggestions(self.keeper.draft.language)
                field, words = self.template.field(name), typed.rpartition("\n")[2]
                found = await self.searching.ask(self._suggestions[1].suggest, field, words)
            except AssistantError:  # suggestions are a help; what is wrong with the office is told where it matters
                return
            await self.fields.suggest(name, found)

    @work(group="readdress", exit_on_error=False)
    async def _readdress(self, name: str) -> None:
        keeper = self.keeper
        if keeper is None:
            return
        today = dt.date.today()  # noqa: DTZ011 - a letter carries the date of the place it is written at
        try:
            draft = await Aside().ask(self.office.writing.readdressed, keeper.draft, name, today)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if self.keeper is keeper:
            self.change(fields={**keeper.draft.fields, **draft.fields})
            self.show_fields()


def field_of(finding: Finding) -> str:
    """Name of the field a finding speaks of; empty where it speaks of the text."""
    found = _PLACE.match(finding.place)
    return found[1] if found else ""


def shown_field(field: Field, value: object) -> ShownField:
    """A field as the form shows it."""
    return ShownField(
        name=field.name,
        label=field.label,
        type=field.type.value,
        text=field.as_lines(value) if value else "",
        help=field.help,
        required=field.required,
        options=field.options,
        parts=tuple(field.parts.values()),
        example="; ".join(field.as_lines(field.example).splitlines()) if field.example else "",
    )
