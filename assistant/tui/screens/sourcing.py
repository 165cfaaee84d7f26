"""The sources of the draft that is open: what stands behind each citation, a step away from where it is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.getters import query_one
from textual.widgets import OptionList

from assistant.errors import AssistantError
from assistant.tui.commands import command
from assistant.tui.screens.editing import EditingScreen
from assistant.tui.widgets.source_list import SourceList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from assistant.model.draft import Draft
    from assistant.model.finding import Finding


class SourcingScreen(EditingScreen):
    """Shows what the draft cites."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("drafts.original", "o", "original", "Original", "Open the original of the source that is chosen"),
        command("drafts.source", "l", "letter_cited", "Letter", "Read the letter of the source that is chosen"),
    ]

    sources = query_one(SourceList)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with a source needs one that is chosen."""
        if action in {"original", "letter_cited"}:
            return bool(self.query(SourceList)) and self.sources.has_focus and self.sources.chosen is not None
        return super().check_action(action, parameters)

    def action_original(self) -> None:
        """Open the original of the source that is chosen."""
        if self.sources.chosen:
            self.open_original(self.sources.chosen.precedent)

    def action_letter_cited(self) -> None:
        """Read the letter in the Library, at the words that are cited."""
        if self.sources.chosen:
            self.go_to("library", self.sources.chosen.key)

    @work(exclusive=True, group="sources", exit_on_error=False)
    async def find_sources(self, draft: Draft, findings: Sequence[Finding]) -> None:
        """Show what a draft cites."""
        try:
            self.sources.show(await self.searching.ask(self.office.writing.cited, draft, findings))
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.count_sources(len(self.sources.cited))

    def count_sources(self, number: int) -> None:
        """Tell how many there are."""
        raise NotImplementedError

    @on(OptionList.OptionSelected, "SourceList")
    def _go_to_citation(self) -> None:
        cited = self.sources.chosen
        if cited:
            self.go_to_span(cited.start, cited.end)
