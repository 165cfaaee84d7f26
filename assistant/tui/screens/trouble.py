"""The one dialog for what went wrong: what happened, and that nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.errors import AssistantError
from assistant.tui.literal import show

if TYPE_CHECKING:
    from textual.app import ComposeResult


class TroubleScreen(ModalScreen[None]):
    """Tells an error until a key is pressed."""

    BINDINGS = [Binding("escape,enter", "dismiss", "Go on", tooltip="Close this and go on", id="trouble.dismiss")]  # noqa: RUF012 - Textual's declaration

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error

    def compose(self) -> ComposeResult:
        """The sentence of the error and how to go on."""
        with Vertical():
            yield Static(show(tell(self.error)), id="sentence")
            yield Static("enter  go on", id="how")


def tell(error: BaseException) -> str:
    """The error in words for a person: failures the program names speak for themselves."""
    if isinstance(error, AssistantError):
        return str(error)
    return (
        f"Something failed inside the program: {error!r}.\n\n"
        "Your letters are files and have not been touched. Go on; if it happens again, run “assistant doctor”."
    )
