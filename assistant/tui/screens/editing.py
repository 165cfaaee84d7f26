"""Editing one draft: its text and fields, what is wrong with them, and what can be put right with a key.

What is wrong is for the office to say; it speaks of the draft as it stood then, so every place is looked for anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.getters import query_one
from textual.widgets import OptionList, TextArea

from assistant.errors import AssistantError
from assistant.tui.aside import Aside
from assistant.tui.commands import command
from assistant.tui.screens.citing import CiteScreen
from assistant.tui.screens.filling import FillingScreen, field_of
from assistant.tui.widgets.draft_text import DraftText, Mark, Shift, next_of
from assistant.tui.widgets.finding_list import FindingList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from assistant.model.draft import Draft
    from assistant.model.finding import Finding, Fix

_CHANGED = "That has changed since it was looked at; it is looked at again."


class EditingScreen(FillingScreen):
    """Fields, text and findings of the draft that is open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("drafts.cite", "ctrl+k", "cite", "Cite", "A quotation with its citation at the cursor", priority=True),
        command("drafts.next_finding", "f8", "next_finding", "Next finding", "Go to the next finding"),
        command("drafts.fix", "f9", "fix", "Put right", "Put right the finding that is chosen", show=False),
    ]

    text = query_one(DraftText)

    checked: Draft | None = None
    """The draft as it stood when the findings were found."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One goes to findings where there are any."""
        if action in {"next_finding", "fix"}:
            return bool(self.query(FindingList)) and bool(self.findings.findings)
        return super().check_action(action, parameters)

    def action_cite(self) -> None:
        """Choose a fact to cite."""
        if self.keeper:
            self.app.push_screen(CiteScreen(self.office, self.keeper.draft.answering), self._take_fact)

    def action_next_finding(self) -> None:
        """Go to the next finding: behind the cursor, or behind the one that is chosen where somebody is at it."""
        found = self.findings.findings
        if found and self.text.has_focus:
            self.findings.highlighted = next_of([_span(each) for each in found], self._cursor)
        elif self.findings.chosen and (self.findings.has_focus or self.fields.here == field_of(self.findings.chosen)):
            self.findings.action_cursor_down()
        self.go_to_finding()

    def action_fix(self) -> None:
        """Put right the chosen finding, where that is safe."""
        finding = self.findings.chosen
        if finding and finding.fix:
            self.apply(finding.fix)
        elif finding:
            self.notify(finding.advice or "Only a person can put this right.", markup=False)

    def go_to_finding(self) -> None:
        """Go to the words or the field that the chosen finding speaks of."""
        finding = self.findings.chosen
        if finding is None:
            return
        if field := field_of(finding):
            self.go_to_field(field)
        elif finding.start is not None:
            self.go_to_span(finding.start, finding.end or finding.start)

    def go_to_span(self, start: int, end: int) -> None:
        """Go to characters of the text as it was checked, where they stand now."""
        span = self._where(start, end)
        if span:
            self.text.go_to(*span)
        else:
            self._look_again()

    def show_findings(self, draft: Draft, findings: Sequence[Finding]) -> None:
        """Show what is wrong with a draft."""
        self.checked, had_any = draft, bool(self.findings.findings)
        self.findings.show(findings)
        if had_any != bool(findings):
            self.refresh_bindings()
        self.show_field_findings(findings)
        marks = (Mark(*_span(each), each.severity) for each in findings if each.start is not None)
        self.text.mark(draft.body, marks)

    @work(exclusive=True, group="check", exit_on_error=False)
    async def check(self) -> None:
        """Look for what is wrong with the draft."""
        keeper = self.keeper
        if keeper is None:
            return
        draft = keeper.draft
        try:
            findings: tuple[Finding, ...] = await self.searching.ask(self.office.writing.check_text, draft)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            if self.keeper is keeper:
                self.show_findings(draft, findings)

    def apply(self, fix: Fix) -> None:
        """Put right in the draft what a finding knows how to."""
        if self.keeper is None or self.checked is None:
            return
        before, now = self.checked.fields.get(fix.field), self.keeper.draft.fields.get(fix.field)
        span = self._where(fix.start, fix.end)
        if fix.field and before == now:
            said = str(now or "")
            self.set_field(fix.field, said[: fix.start] + fix.replacement + said[fix.end :])
            self.show_fields()
        elif span and not fix.field:
            self.text.replace_span(*span, fix.replacement)
        else:
            self._look_again()
            return
        self.notify(f"Done: {fix.label}.", markup=False)

    @on(OptionList.OptionSelected, "FindingList")
    def _choose_finding(self) -> None:
        self.go_to_finding()

    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self.keeper and self.text.text != self.keeper.draft.body:
            self.change(body=self.text.text)

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
                line = self.text.document.get_line(row)
                left = " " if line[:column].strip() and not line[column - 1].isspace() else ""
                right = " " if line[column : column + 1].isalnum() else ""
                self.text.insert(f"{left}{words}{right}")

    @property
    def _cursor(self) -> int:
        return self.text.offset_of(min(self.text.selection))

    def _where(self, start: int, end: int) -> tuple[int, int] | None:
        return Shift(self.checked.body, self.text.text).span(start, end) if self.checked else None

    def _look_again(self) -> None:
        self.notify(_CHANGED, markup=False)
        self.check()


def _span(finding: Finding) -> tuple[int, int]:
    """Where a finding stands in the body; before it, where it speaks of a field."""
    start = -1 if finding.start is None else finding.start
    return start, finding.end or start
