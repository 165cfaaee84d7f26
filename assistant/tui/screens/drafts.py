"""The Drafts: letters being written, their fields, their text and what is wrong with them, saved while one types.

What a letter needs, what is wrong with it and how it is printed is for the office to say.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.getters import query_one
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option
from textual.widgets.text_area import Selection

from assistant.errors import AssistantError
from assistant.tui.aside import Aside
from assistant.tui.commands import command
from assistant.tui.literal import show, show_line
from assistant.tui.saving import DraftKeeper
from assistant.tui.screens.asking import AskScreen, Choice, ChooseScreen
from assistant.tui.screens.editing import EditingScreen, location, shown_field
from assistant.tui.widgets.field_list import FieldList
from assistant.tui.widgets.finding_list import FindingList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType
    from textual.screen import ModalScreen
    from textual.widget import Widget

    from assistant.drafting.templates import Template
    from assistant.model.finding import Finding

_NO_DRAFTS = (
    "No letter is begun.\n\nctrl+n begins one here; “w” in the Library begins one that answers the letter there."
)
_DRAFT = ".md"
_USUAL = ("follow-up", "reply")
_OF_A_DRAFT = frozenset({"cite", "export", "page", "next_finding", "fix", "open_letter"})


class DraftsScreen(EditingScreen):
    """A list of drafts; of the one that is open fields, text and findings."""

    MODE = "drafts"
    HELP = """
## The Drafts

Everything typed is saved at once. *ctrl+k* puts a quotation with its citation at the cursor; *F8* goes to the next
finding, *F9* puts it right where that is safe; *F2* shows the page; *ctrl+e* makes the Word letter. *Escape* goes back
to the list.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        command("drafts.new", "ctrl+n", "new", "New letter", "Choose a kind of letter and begin it"),
        command("drafts.cite", "ctrl+k", "cite", "Cite", "A quotation with its citation at the cursor", priority=True),
        command("drafts.export", "ctrl+e", "export", "Export", "Make the Word letter", priority=True),
        command("drafts.page", "f2", "page", "Page", "The letter as it will stand on the page, or its findings"),
        command("drafts.next_finding", "f8", "next_finding", "Next finding", "Go to the next finding", show=False),
        command("drafts.fix", "f9", "fix", "Put right", "Put right the finding that is chosen", show=False),
        command("drafts.letter", "ctrl+o", "open_letter", "Open letter", "The exported letter in Word", show=False),
        command("drafts.back", "escape", "back", "Back", "Back to the list; all is saved"),
    ]

    drafts = query_one("#drafts", OptionList)
    fields = query_one(FieldList)
    findings = query_one(FindingList)

    _wanted: str | None = None

    def compose_place(self) -> Iterable[Widget]:
        """The sentence of an empty list; the panes follow once it is painted."""
        yield Static(show(_NO_DRAFTS), id="nothing")
        yield Horizontal(id="panes")

    async def begin(self) -> None:
        """Put up list and editor."""
        left = Vertical(OptionList(id="drafts", markup=False), FieldList(), id="left")
        page = VerticalScroll(Static(id="letter"), id="page")
        text = TextArea(id="text", soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        await self.query_one("#panes").mount(left, text, FindingList(), page)
        self.drafts.border_title, self.fields.border_title = "Drafts", "Fields"
        text.border_title, page.border_title, self.findings.border_title = "Text", "Page", "Findings"
        self._list_drafts()
        self._open_wanted()

    def open(self, key: str) -> None:
        """Open the draft of a path, or begin the answer to a precedent."""
        self._wanted = key
        if self.is_running and self.query(FieldList):
            self._open_wanted()

    def _open_wanted(self) -> None:
        wanted, self._wanted = self._wanted or "", None
        if wanted.endswith(_DRAFT):
            self._open(Path(wanted))
        elif wanted:
            self._offer_templates(wanted)

    def resume(self) -> None:
        """Drafts may have been begun elsewhere."""
        if self.keeper is None:
            self._list_drafts()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a draft needs one."""
        if action in _OF_A_DRAFT:
            return self.keeper is not None
        return super().check_action(action, parameters)

    def action_new(self) -> None:
        """Choose a kind of letter and begin it."""
        self._offer_templates(None)

    def action_page(self) -> None:
        """Show the page, or the findings again."""
        self.toggle_class("-page")
        if self.has_class("-page"):
            self._show_page()

    def action_next_finding(self) -> None:
        """Choose the next finding and go to its place."""
        if self.findings.findings:
            self.findings.action_cursor_down()
            self._go_to_finding()

    def action_fix(self) -> None:
        """Put right the chosen finding, where that is safe."""
        finding = self.findings.chosen
        if finding and finding.fix:
            self.apply(finding.fix)
        elif finding:
            self.notify(finding.advice or "Only a person can put this right.", markup=False)

    def action_back(self) -> None:
        """One step: from the page to the findings, from the draft to the list, to the place one came from."""
        if self.query("HelpPanel"):
            self.app.action_hide_help_panel()
        elif self.has_class("-page"):
            self.remove_class("-page")
        elif self.keeper:
            self._close()
        elif self.came_from:
            place, self.came_from = self.came_from, None
            self.app.switch_mode(place)

    @on(OptionList.OptionSelected, "#drafts")
    def _choose_draft(self, event: OptionList.OptionSelected) -> None:
        self._open(Path(event.option.id or ""))

    @on(OptionList.OptionSelected, "FieldList")
    def _change_field(self, event: OptionList.OptionSelected) -> None:
        if self.template and self.keeper and event.option.id:
            field = self.template.field(event.option.id)
            value = field.as_text(self.keeper.draft.fields.get(field.name, ""))
            name = field.name
            if field.options:
                choices = [Choice(option, show_line(option)) for option in field.options]
                ask: ModalScreen[str | None] = ChooseScreen(field.label, choices, field.help, value)
            else:
                ask = AskScreen(field.label, field.help, value)
            self.app.push_screen(ask, lambda said: self.set_field(name, said))

    @on(OptionList.OptionSelected, "FindingList")
    def _go_to_finding(self) -> None:
        finding = self.findings.chosen
        if finding and finding.start is not None:
            start, end = (location(self.text.text, at) for at in (finding.start, finding.end or finding.start))
            self.text.selection = Selection(start, end)
            self.text.focus()
            self.text.scroll_cursor_visible(center=True)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self.keeper and self.text.text != self.keeper.draft.body:
            self.change(body=self.text.text)

    @work(exclusive=True, group="check", exit_on_error=False)
    async def check(self) -> None:
        """Look for what is wrong with the draft."""
        keeper = self.keeper
        if keeper:
            draft = keeper.draft
            findings: tuple[Finding, ...] = await self.searching.ask(self.office.writing.check_text, draft)
            if self.keeper is keeper:
                self.show_findings(findings)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong with the draft."""
        self.findings.show(findings)

    @work(exclusive=True, group="page", exit_on_error=False)
    async def _show_page(self) -> None:
        if self.keeper:
            try:
                page = await self.searching.ask(self.office.writing.preview, self.keeper.draft)
            except AssistantError as error:
                page = f"{error}\n\nPut the findings right first; then the page can be shown."
            self.query_one("#letter", Static).update(show(page))

    @work(exclusive=True, group="open", exit_on_error=False)
    async def _open(self, path: Path) -> None:
        full = path if path.is_absolute() else self.office.folder / path
        try:
            saved = await Aside().ask(self.office.writing.drafts.load, full)
            template = await Aside().ask(self.office.writing.library.get, saved.draft.template)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.save_now()
        self.keeper, self.template = DraftKeeper(self.office.writing, saved), template
        self.show_draft()
        self.text.focus()

    def show_draft(self) -> None:
        """Show fields and text anew."""
        if self.keeper and self.template:
            self.add_class("-open")
            self.remove_class("-nothing", "-page")
            self.text.load_text(self.keeper.draft.body)
            self.text.border_title = f"{self.keeper.name}, {self.template.title}"
            self.show_fields()
            self.check()
            self.refresh_bindings()

    def show_fields(self) -> None:
        """Show the fields anew."""
        if self.keeper and self.template:
            kept = [field for field in self.template.fields if field.is_kept]
            self.fields.show([shown_field(field, self.keeper.draft.fields) for field in kept])

    def _close(self) -> None:
        self.save_now()
        if self.keeper and self.keeper.save():
            self.keeper = self.template = None
            self.remove_class("-open")
            self._list_drafts()
            self.refresh_bindings()

    @work(exclusive=True, group="list", exit_on_error=False)
    async def _list_drafts(self) -> None:
        paths = await self.searching.ask(self.office.writing.drafts.all)
        self.set_class(not paths and self.keeper is None, "-nothing")
        self.drafts.set_options([Option(show_line(path.stem), id=str(path)) for path in paths])
        self.drafts.highlighted = 0 if paths else None
        if self.keeper is None and paths:
            self.drafts.focus()

    @work(group="new", exit_on_error=False)
    async def _offer_templates(self, answering: str | None) -> None:
        """Ask which kind of letter: those that answer one first, where one is to be answered."""
        templates = await Aside().ask(self.office.writing.templates)
        fitting = sorted((each for each in templates if answering or not each.answers), key=_usual_first)
        choices = [Choice(each.id, show_line(f"{each.title}  ({', '.join(each.languages)})")) for each in fitting]

        def take(template: str | None) -> None:
            if template:
                self._begin_letter(template, answering)

        question = "Which letter?" if answering is None else f"Which letter, to answer {answering}?"
        self.app.push_screen(ChooseScreen(question, choices), take)

    @work(group="begin", exit_on_error=False)
    async def _begin_letter(self, template: str, answering: str | None) -> None:
        from assistant.writing import LetterRequest  # noqa: PLC0415 - few letters are begun, many are read

        today = dt.date.today()  # noqa: DTZ011 - a letter carries the date of the place it is written at
        try:
            request = LetterRequest(template=template, answering=answering, today=today)
            self._open(await Aside().ask(self.office.writing.new_draft, request))
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)


def _usual_first(template: Template) -> tuple[bool, int]:
    """Letters that answer one before the others; of those the two an office writes most."""
    return not template.answers, _USUAL.index(template.id) if template.id in _USUAL else len(_USUAL)
