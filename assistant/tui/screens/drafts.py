"""The Drafts: letters being written, their fields, their text and what is wrong with them, saved while one types.

What a letter needs, what is wrong with it and how it is printed is for the office to say.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.reactive import reactive
from textual.widgets import OptionList, Static

from assistant.errors import AssistantError
from assistant.tui.commands import command
from assistant.tui.literal import show
from assistant.tui.places import DRAFTS, NEW_LETTER
from assistant.tui.screens.beginning import BeginningScreen
from assistant.tui.screens.editing import EditingScreen
from assistant.tui.screens.exporting import ExportingScreen
from assistant.tui.screens.sourcing import SourcingScreen
from assistant.tui.widgets.draft_list import DraftList
from assistant.tui.widgets.draft_text import DraftText
from assistant.tui.widgets.field_form import FieldForm
from assistant.tui.widgets.finding_list import FindingList
from assistant.tui.widgets.sheet_view import SheetView
from assistant.tui.widgets.side_bar import SideBar
from assistant.tui.widgets.source_list import SourceList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from assistant.model.draft import Draft
    from assistant.model.finding import Finding

_NO_DRAFTS = (
    "No letter is begun.\n\nctrl+n begins one here; “w” in the Library begins one that answers the letter there."
)
_DRAFT = ".md"
FINDINGS, SOURCES, PAGE = SIDES = ("findings", "sources", "page")
_OF_A_DRAFT = frozenset({"cite", "export", "page", "sources", "next_finding", "fix", "fields", "open_letter"})


class DraftsScreen(ExportingScreen, SourcingScreen, BeginningScreen):
    """A list of drafts; of the one that is open fields, text, and what is said of it."""

    MODE = DRAFTS
    HELP = """
## The Drafts

Everything typed is saved at once. *ctrl+k* puts a quotation with its citation at the cursor; *F8* goes to the next
finding, *F9* puts it right where that is safe; *F2* shows the page, *F3* what is cited; *ctrl+e* makes the Word letter.
*Escape* goes back to the list.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        # in the order of the foot
        *SourcingScreen.BINDINGS,
        *EditingScreen.BINDINGS,
        *ExportingScreen.BINDINGS,
        command("drafts.page", "f2", "page", "Page", "The letter as it will stand on the page, or its findings"),
        command("drafts.fields", "f4", "fields", "Fields", "Addressee, date, subject and whatever else it needs"),
        command("drafts.sources", "f3", "sources", "Sources", "What stands behind each citation, or the findings"),
        *BeginningScreen.BINDINGS,
        command("drafts.back", "escape", "back", "Back", "Back to the list; all is saved"),
    ]

    drafts = query_one(DraftList)

    side: reactive[str] = reactive(FINDINGS)
    """What stands beside the text."""
    _wanted: str | None = None

    def compose_place(self) -> Iterable[Widget]:
        """The sentence of an empty list; the panes follow once it is painted."""
        yield Static(show(_NO_DRAFTS), id="nothing")
        yield Horizontal(id="panes")

    async def begin(self) -> None:
        """Put up list and editor."""
        bar = SideBar(((FINDINGS, "Findings"), (SOURCES, "Sources"), (PAGE, "Page")))
        side = Vertical(bar, FindingList(), SourceList(), SheetView(), id="side")
        await self.query_one("#panes").mount(DraftList(), FieldForm(), DraftText(), side)
        self.drafts.border_title, self.fields.border_title, self.text.border_title = "Drafts", "Fields", "Text"
        self.watch_side()
        self._list_drafts()
        self._open_wanted()

    def open(self, key: str) -> None:
        """Open the draft of a path, or begin the answer to a precedent."""
        self._wanted = key
        if self.is_running and self.query(FieldForm):
            self._open_wanted()

    def _open_wanted(self) -> None:
        wanted, self._wanted = self._wanted or "", None
        if wanted.endswith(_DRAFT):
            self.open_draft(Path(wanted))
        elif wanted == NEW_LETTER:
            self.offer_templates(None)
        elif wanted:
            self.offer_templates(wanted)

    def resume(self) -> None:
        """Drafts may have been begun elsewhere, and what the open one speaks of may have changed."""
        if self.keeper is None:
            self._list_drafts()
        else:
            self.check()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a draft needs one; from the list one goes back only where one came from."""
        if action in _OF_A_DRAFT and self.keeper is None:
            return False
        if action == "back":
            return bool(self.keeper or self.came_from or self.query("HelpPanel"))
        return super().check_action(action, parameters)

    def action_page(self) -> None:
        """Show the page, or the findings again."""
        self.side = FINDINGS if self.side == PAGE else PAGE

    def action_sources(self) -> None:
        """Show what stands behind each citation, or the findings again."""
        self.side = FINDINGS if self.side == SOURCES else SOURCES
        (self.sources if self.side == SOURCES else self.text).focus()

    def action_fields(self) -> None:
        """Go to the fields."""
        self.go_to_field("")

    def go_to_field(self, name: str) -> None:
        """Go to a field; the page, which leaves no room for them, gives way."""
        if self.side == PAGE:
            self.side = FINDINGS
        self.call_after_refresh(super().go_to_field, name)

    def action_back(self) -> None:
        """One step: from the page to the findings, from the draft to the list, to the place one came from."""
        if self.query("HelpPanel"):
            self.app.action_hide_help_panel()
        elif self.keeper and self.side != FINDINGS:
            self.side = FINDINGS
        elif self.keeper and self.focused is not self.text and self.focused is not None:
            self.text.focus()
        elif self.keeper:
            self.close_draft()
        elif self.came_from:
            place, self.came_from = self.came_from, None
            self.app.switch_mode(place)

    def show_draft(self) -> None:
        """Show fields and text anew, or the list when no draft is open."""
        self.set_class(self.keeper is not None, "-open")
        self.refresh_bindings()
        if self.keeper and self.template:
            self.remove_class("-nothing")
            self.side = FINDINGS
            self.text.load_text(self.keeper.draft.body)
            self.text.border_title = show(self.keeper.name)
            self.text.border_subtitle = show(f"{self.template.title}, {self.keeper.draft.language}")
            self.show_fields()
            self.check()
            self.text.focus()
        else:
            self._list_drafts()

    def show_findings(self, draft: Draft, findings: Sequence[Finding]) -> None:
        """Show what is wrong with a draft, and the page anew where it is looked at."""
        super().show_findings(draft, findings)
        self._count(FINDINGS, len(findings))
        self.find_sources(draft, findings)
        if self.side == PAGE:
            self._show_page()

    def count_sources(self, number: int) -> None:
        """Tell how many there are."""
        self._count(SOURCES, number)

    def _count(self, side: str, number: int) -> None:
        bar = self.query_one(SideBar)
        bar.counts = {**bar.counts, side: number}

    def watch_side(self) -> None:
        """Put something else beside the text."""
        if self.query(SideBar):
            self.query_one(SideBar).side = self.side
            for side in SIDES:
                self.set_class(side == self.side, f"-{side}")
            if self.side == PAGE:
                self._show_page()
            self.call_after_refresh(self._keep_focus)

    def _keep_focus(self) -> None:
        """Somebody goes on writing; where the text gives way to the page, they leaf through it."""
        if self.keeper and self.side != SOURCES:
            (self.text if self.text.is_on_screen else self.query_one(SheetView)).focus()

    @on(SideBar.Chosen)
    def _change_side(self, event: SideBar.Chosen) -> None:
        self.side = event.side

    @on(OptionList.OptionSelected, "DraftList")
    def _choose_draft(self, event: OptionList.OptionSelected) -> None:
        self.open_draft(Path(event.option.id or ""))

    @work(exclusive=True, group="page", exit_on_error=False)
    async def _show_page(self) -> None:
        if self.keeper:
            view, found = self.query_one(SheetView), self.findings.findings if self.checked == self.keeper.draft else ()
            try:
                view.show(await self.searching.ask(self.office.writing.sheets, self.keeper.draft, found))
                view.reveal(self.text.paragraph_begins)
            except AssistantError as error:
                view.tell(str(error))

    @work(exclusive=True, group="list", exit_on_error=False)
    async def _list_drafts(self) -> None:
        begun = await self.searching.ask(self.office.writing.begun)
        self.set_class(not begun and self.keeper is None, "-nothing")
        self.drafts.show(begun)
        if self.keeper is None and begun:
            self.drafts.focus()
        for draft in begun:
            if not draft.trouble and self.keeper is None:
                self.drafts.tell(draft.path, await self.searching.ask(self._look_at, Path(draft.path)))

    def _look_at(self, path: Path) -> Sequence[Finding]:
        try:
            return self.office.writing.check(path)
        except AssistantError:  # whoever opens it is told
            return ()
