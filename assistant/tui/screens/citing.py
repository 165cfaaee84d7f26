"""The citation picker: searches accepted facts while somebody types, the letter being answered first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.model.display import read_date
from assistant.tui.aside import Aside
from assistant.tui.literal import show_line
from assistant.tui.query import as_typed
from assistant.tui.words import ACTS, clip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from assistant.model.search import Hit
    from assistant.office import Office

_MOST, _QUOTE = 30, 220
_NOTHING = Content.styled(
    "No accepted fact answers these words. Only what somebody accepted in the Review can be cited.",
    "$foreground-muted",
)


class CiteScreen(ModalScreen[str | None]):
    """Gives back the key of a fact, "precedent#fact", or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave it", tooltip="Cite nothing", id="cite.leave"),
        Binding("down", "move(1)", "Next", show=False, id="cite.next"),
        Binding("up", "move(-1)", "Before", show=False, id="cite.previous"),
    ]

    def __init__(self, office: Office, answering: str | None) -> None:
        super().__init__()
        self._office, self._answering = office, answering
        self._aside = Aside()

    def compose(self) -> ComposeResult:
        """The search line, what it finds, how to go on."""
        with Vertical() as box:
            box.border_title = "Cite"
            yield Input(placeholder="words, person:name, act:promise …")
            yield OptionList(markup=False)
            yield Static("enter  put quotation and citation at the cursor   escape  leave it", id="how")

    def on_mount(self) -> None:
        """Begin with the letter being answered."""
        self._search("")

    def action_move(self, step: int) -> None:
        """Choose the next or the fact before, without leaving the line."""
        facts = self.query_one(OptionList)
        facts.action_cursor_down() if step > 0 else facts.action_cursor_up()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._search(event.value)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        option = self.query_one(OptionList).highlighted_option
        if option:
            self.dismiss(option.id)

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    @work(exclusive=True, group="cite", exit_on_error=False)
    async def _search(self, typed: str) -> None:
        hits = await self._aside.ask(self._office.writing.citable, as_typed(typed), self._answering, _MOST)
        facts = self.query_one(OptionList)
        rows = list(_rows(hits))
        facts.set_options(rows or [Option(_NOTHING, disabled=True)])
        facts.highlighted = 0 if rows else None


def _rows(hits: Sequence[Hit]) -> Iterator[Option]:
    for hit in hits:
        for fact in hit.facts:
            if fact.citable:
                act = ACTS[fact.act]
                heading = Content.assemble(
                    (act.letter, f"bold $act-{fact.act}"),
                    f"  {read_date(hit.date) if hit.date else 'undated'}  ",
                    show_line(fact.speaker or hit.sender, "$foreground-muted"),
                )
                words = Content.assemble("   ", show_line(clip(fact.quote, _QUOTE)))
                yield Option(Content.assemble(heading, "\n", words), id=f"{hit.precedent}#{fact.fact}")
