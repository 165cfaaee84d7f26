"""What every place has in common: the bar on top, the keys at the foot, trouble of its workers told to the app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from assistant.tui.widgets.key_bar import KeyBar
from assistant.tui.widgets.place_bar import PlaceBar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from assistant.office import Office


class PlaceScreen(Screen[None]):
    """A place of the app: subclasses name their `MODE` and compose what stands between bar and foot."""

    MODE: ClassVar[str]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-middle"), (170, "-wide")]  # noqa: RUF012 - Textual's declaration

    @dataclass
    class Failed(Message):
        """Work for this place ended with an error nobody expected."""

        error: BaseException

    def __init__(self, office: Office) -> None:
        super().__init__(classes="-middle")  # the commonest width: what is right from the start is not styled twice
        self.office = office

    def compose(self) -> ComposeResult:
        """The frame around `compose_place`."""
        yield PlaceBar(self.MODE)
        yield from self.compose_place()
        yield KeyBar()

    def compose_place(self) -> Iterable[Widget]:
        """The widgets of this place."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Begin once the place is painted: the app's own queue moves only when frames may reach the terminal."""
        self.app.call_later(self.call_after_refresh, self.begin)

    async def begin(self) -> None:
        """Put up what the first frame need not wait for, and start the work of this place."""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Pass trouble on to the app: a worker that fails must not fail silently."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.post_message(self.Failed(event.worker.error))
