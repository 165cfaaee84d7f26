"""The letter of a draft made: for Word, as PDF, or final; then opened in the desktop's program.

What stands in the way of a letter is for the office to say; nothing is made then, and nothing is asked.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import work
from textual.content import Content

from assistant.errors import AssistantError, FindingsError
from assistant.model.finding import has_errors
from assistant.tui.aside import Aside
from assistant.tui.commands import command
from assistant.tui.desktop import open_file
from assistant.tui.literal import show_line
from assistant.tui.screens.asking import Choice, ChooseScreen
from assistant.tui.screens.editing import EditingScreen

if TYPE_CHECKING:
    from textual.binding import BindingType

    from assistant.writing import Exported

_NO_PDF = "A PDF needs LibreOffice, which was not found on this machine. Word prints one, too."


class _Form(NamedTuple):
    """A form in which a letter can be made."""

    key: str
    title: str
    explanation: str
    final: bool = False
    pdf: bool = False
    evidence: bool = False


_FORMS = {
    "word": _Form("w", "Word letter", "to be read and changed; it remembers its sources"),
    "pdf": _Form("p", "Word letter and PDF", "the same, and a PDF beside it", pdf=True),
    "final": _Form("f", "Final copy", "for signature: nothing in the file but the letter", final=True),
    "final-pdf": _Form("b", "Final copy and PDF", "for signature, and a PDF beside it", final=True, pdf=True),
    "evidence": _Form(
        "v", "With evidence", "a page behind it shows each cited sentence with its source", evidence=True
    ),
}


class ExportingScreen(EditingScreen):
    """Exports the draft that is open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("drafts.export", "ctrl+e", "export", "Export", "Make the letter: Word, PDF, final copy", priority=True),
        command("drafts.letter", "ctrl+o", "open_letter", "Open letter", "The letter that was made last", show=False),
    ]

    _made: tuple[Path, Path] | None = None
    """The draft exported last, and the file made of it."""

    def action_export(self) -> None:
        """Ask in which form; while an error stands it is told instead."""
        if self.keeper and has_errors(self.findings.findings) and self.checked == self.keeper.draft:
            self.export("word")
        elif self.keeper:
            has_pdf = self.office.writing.makes_pdf
            choices = [Choice(name, _label(form), form.key) for name, form in _FORMS.items() if has_pdf or not form.pdf]
            explanation = "" if has_pdf else _NO_PDF
            self.app.push_screen(ChooseScreen("Make the letter", choices, explanation), self._take_form)

    def _take_form(self, name: str | None) -> None:
        if name:
            self.export(name)

    @work(group="export", exit_on_error=False)
    async def export(self, name: str) -> None:
        """Make the letter in one of the forms, when nothing stands in the way."""
        keeper = self.keeper
        if keeper is None or not await self.save():
            return
        try:
            exported = await asyncio.to_thread(self._export, keeper.path, _FORMS[name])
        except FindingsError as error:
            self.show_findings(keeper.draft, error.findings)
            self.notify(str(error), severity="error", markup=False)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self._made = keeper.path, Path(exported.pdf or exported.letter)
            self.notify(self._told(exported), markup=False)

    def _told(self, exported: Exported) -> str:
        """What was made, and what was put aside for it."""
        aside = (
            f" An edited letter stood there; it is kept as {self._named(exported.set_aside)}."
            if exported.set_aside
            else ""
        )
        return f"The letter stands in {self._named(exported.pdf or exported.letter)}.{aside} ctrl+o opens it."

    def _named(self, path: str) -> str:
        """A file as seen from the office's folder."""
        full = Path(path)
        return str(full.relative_to(self.office.folder)) if full.is_relative_to(self.office.folder) else path

    def _export(self, draft: Path, form: _Form) -> Exported:
        writing = self.office.writing
        to = writing.final_of(draft) if form.final else None
        return writing.export(draft, to, final=form.final, evidence=form.evidence, pdf=form.pdf)

    @work(group="letter", exit_on_error=False)
    async def action_open_letter(self) -> None:
        """Open the letter that was made last in the desktop's program."""
        letter = self._letter()
        if letter is None or not letter.exists():
            self.notify("This draft has not been exported yet: ctrl+e does it.", markup=False)
            return
        try:
            await Aside().ask(open_file, letter)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)

    def _letter(self) -> Path | None:
        if self.keeper and self._made and self._made[0] == self.keeper.path:
            return self._made[1]
        return self.office.writing.letter_of(self.keeper.path) if self.keeper else None


def _label(form: _Form) -> Content:
    explanation = show_line(form.explanation, "$foreground-muted")
    return Content.assemble((f"{form.title}  ", "bold"), explanation)
