"""Two small questions a place puts to a person: for words to type, for one of several. Escape answers neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.errors import BadArgumentError
from assistant.model.folding import fold
from assistant.tui.literal import show

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.events import Key


class AskScreen(ModalScreen[str | None]):
    """Asks for a line; gives it back, or None when a person thinks better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave it", tooltip="Change nothing", id="ask.leave"),
    ]

    def __init__(
        self, question: str, explanation: str = "", value: str = "", check: Callable[[str], object] | None = None
    ) -> None:
        """`check` raises BadArgumentError for words that will not do; its sentence is shown and the line stays."""
        super().__init__()
        self._question, self._explanation, self._value, self._check = question, explanation, value, check

    def compose(self) -> ComposeResult:
        """The question, the line, how to go on."""
        with Vertical() as box:
            box.border_title = show(self._question)
            if self._explanation:
                yield Static(show(self._explanation), id="explanation")
            yield Input(self._value)
            yield Static(id="wrong")
            yield Static("enter  take it   escape  leave it", id="how")

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        words = event.value.strip()
        try:
            if self._check:
                self._check(words)
        except BadArgumentError as error:
            self.query_one("#wrong", Static).update(show(str(error)))
        else:
            self.dismiss(words)


class Choice(NamedTuple):
    """One of several answers."""

    value: str
    label: Content
    key: str = ""
    """Chooses it at once."""

    @property
    def line(self) -> Content:
        """The label behind the key that chooses it."""
        return Content.assemble((self.key, "bold $accent"), "  ", self.label) if self.key else self.label


_MANY = 9
"""Answers that are seen at a glance; among more one looks by typing, unless each has its key."""
READ_AGAIN = "read_again"
"""The answer of whoever takes over what somebody else changed."""


class ChooseScreen(ModalScreen[str | None]):
    """Asks for one of several; gives back its value, or None. Many are narrowed by typing words of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave it", tooltip="Change nothing", id="choose.leave"),
        Binding("down", "move(1)", "Next", show=False, id="choose.next"),
        Binding("up", "move(-1)", "Before", show=False, id="choose.previous"),
    ]

    answers = query_one(OptionList)

    def __init__(self, question: str, choices: Sequence[Choice], explanation: str = "", chosen: str = "") -> None:
        super().__init__()
        self._question, self._explanation = question, explanation
        self._choices = self._shown = tuple(choices)
        self._chosen = next((index for index, choice in enumerate(choices) if choice.value == chosen), 0)

    def compose(self) -> ComposeResult:
        """The question, the answers, how to go on."""
        with Vertical() as box:
            box.border_title = show(self._question)
            if self._explanation:
                yield Static(show(self._explanation), id="explanation")
            keys = "its letter or " if any(choice.key for choice in self._choices) else ""
            if len(self._choices) > _MANY and not keys:
                yield Input(placeholder="words of it")
            yield OptionList(*(Option(choice.line) for choice in self._choices), markup=False)
            yield Static(f"{keys}enter  take it   escape  leave it", id="how")

    def on_mount(self) -> None:
        """Begin at what holds now."""
        self.answers.highlighted = self._chosen

    def action_move(self, step: int) -> None:
        """Choose the next answer or the one before, without leaving the line."""
        self.answers.action_cursor_down() if step > 0 else self.answers.action_cursor_up()

    def on_key(self, event: Key) -> None:
        """Take the answer whose key was pressed."""
        chosen = next((choice for choice in self._choices if choice.key and choice.key == event.key), None)
        if chosen:
            event.stop()
            self.dismiss(chosen.value)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        words = fold(event.value).split()
        self._shown = tuple(each for each in self._choices if all(word in fold(each.label.plain) for word in words))
        self.answers.set_options(Option(choice.line) for choice in self._shown)
        self.answers.highlighted = 0 if self._shown else None

    @on(Input.Submitted)
    def _take_highlighted(self) -> None:
        self.answers.action_select()

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._shown[event.option_index].value)


def ask_for_theirs(why: str) -> ChooseScreen:
    """Somebody else changed what is looked at: take theirs over, or look on; either way theirs stays on the disk."""
    choices = [
        Choice(READ_AGAIN, Content("Read it again"), "r"),
        Choice("keep", Content("Keep looking at it as it was"), "k"),
    ]
    return ChooseScreen("Changed by somebody else", choices, why)
