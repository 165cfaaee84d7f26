"""The first start: there is no office here yet, and a person is offered one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.errors import StorageError
from assistant.founding import examples, make_office
from assistant.model.display import read_date
from assistant.tui.commands import command
from assistant.tui.literal import show_line
from assistant.tui.manners import MannersApp
from assistant.tui.words import clip, count

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from assistant.model.precedent import Precedent

_WHAT = (
    "There is no office here yet. An office is a folder of plain files: the letters you received and sent, what was "
    "found in them, drafts, letters written. Nothing in it leaves this machine, and what stands in the folder already "
    "is left alone."
)


class WelcomeApp(MannersApp[Path], inherit_bindings=False):
    """Gives back the folder of a new office; None when a person left without."""

    CSS_PATH = "welcome.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        command("welcome.leave", "escape,ctrl+q", "quit", "Leave", "Leave; nothing is made"),
    ]

    line = query_one("#folder", Input)
    member = query_one("#member", Input)

    def __init__(self, start: Path) -> None:
        """`start`: the folder the program was started in, or for."""
        super().__init__()
        self._proposed = propose_folder(start)

    def compose(self) -> ComposeResult:
        """What an office is, where it will stand, with what it begins."""
        with Vertical() as box:
            box.border_title = "Welcome"
            yield Static(_WHAT, id="what")
            yield Static("Its folder:", classes="label")
            yield Input(str(self._proposed), id="folder")
            yield Static("Whose letters these are, the Member’s name; it can wait:", classes="label")
            yield Input(id="member")
            yield OptionList(*_choices(examples()), markup=False)
            yield Static("enter  choose   tab  to folder and name   escape  leave", id="how")

    def on_mount(self) -> None:
        """Begin with the choice."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == "leave":
            self.exit()
            return
        try:
            with_examples = event.option_id == "examples"
            self.exit(make_office(_folder(self.line.value), member=self.member.value, examples=with_examples))
        except StorageError as error:
            self.notify(str(error), severity="error", markup=False)

    @on(Input.Submitted)
    def _go_on(self) -> None:
        self.query_one(OptionList).focus()


def propose_folder(start: Path) -> Path:
    """The folder itself while nothing stands in it, else a new one in it."""
    folder = start.absolute()
    try:
        is_empty = not folder.exists() or all(path.name.startswith(".") for path in folder.iterdir())
    except OSError:  # a file, or closed to us: told when it is tried
        is_empty = True
    return folder if is_empty else folder / "office"


def _folder(typed: str) -> Path:
    return Path(typed.strip() or ".").expanduser().absolute()


def _choices(precedents: tuple[Precedent, ...]) -> tuple[Option, ...]:
    rows = [Content("Make it, with two documents of Ana Gomes to try things on:"), *map(_row, precedents)]
    return (
        Option(Content("\n").join(rows), id="examples"),
        Option("Make it empty", id="empty"),
        Option("Not now", id="leave"),
    )


def _row(precedent: Precedent) -> Content:
    letter = precedent.record.letter
    date = read_date(letter.written)
    sender = letter.sender_name
    addressees = ", ".join(party.display for party in letter.recipients)
    subject = letter.subject.text if letter.subject else ""
    parties = " → ".join(filter(None, (sender, addressees))) or subject or precedent.id
    facts = count(len(precedent.record.facts), "fact")
    return Content.assemble(f"   {date}  ", show_line(clip(parties, 60)), (f"  {facts}", "$foreground-muted"))
