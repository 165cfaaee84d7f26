"""What every place has in common: the bar on top, the keys at the foot, the ways to other places, trouble told."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from assistant.errors import AssistantError
from assistant.tui.aside import Aside
from assistant.tui.desktop import open_file
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
        self.searching = Aside()
        self.came_from: str | None = None
        """The place that sent a person here, until they go back."""
        self._has_begun = False

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
        self.app.call_later(self.call_after_refresh, self._begin)
        self.watch(self.app, "letters_filed", self._take_letters, init=False)

    def on_screen_resume(self) -> None:
        """Look again at what may have changed while another place was shown."""
        if self._has_begun:
            self.resume()
            self.count_waiting()

    async def begin(self) -> None:
        """Put up what the first frame need not wait for, and start the work of this place."""

    def resume(self) -> None:
        """The place is shown again."""

    def open(self, key: str) -> None:
        """Show what another place sends a person to: "precedent" or "precedent#fact". May come before `begin`."""

    def go_to(self, mode: str, key: str) -> None:
        """Go to another place, to what `key` names there."""
        self.app.switch_mode(mode)
        place = self.app.screen
        if isinstance(place, PlaceScreen):
            place.came_from = self.MODE
            place.open(key)

    def show_exchange(self, letter: str) -> None:
        """Show the exchange a letter belongs to, over this place."""
        from assistant.tui.screens.thread import ThreadScreen  # noqa: PLC0415 - the first paint must not pay for it

        self.app.push_screen(ThreadScreen(self.office, letter))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Pass trouble on to the app: a worker that fails must not fail silently."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.post_message(self.Failed(event.worker.error))

    @work(group="original", exit_on_error=False)
    async def open_original(self, precedent_id: str) -> None:
        """Open the file a letter came as in the desktop's program."""
        try:
            await Aside().ask(open_file, await Aside().ask(self.office.original, precedent_id))
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)

    @work(exclusive=True, group="waiting", exit_on_error=False)
    async def count_waiting(self) -> None:
        """Show on the bar how many letters wait for review."""
        with suppress(AssistantError):  # whoever searches is told
            waiting = await self.searching.ask(self.office.waiting)
            number = f"{waiting.total:,}{'+' if waiting.more else ''}" if waiting.total else ""
            self.query_one(PlaceBar).waiting = {"review": number}

    def _take_letters(self) -> None:
        if self.is_active:
            self.on_screen_resume()

    async def _begin(self) -> None:
        await self.begin()
        self._has_begun = True
        self.count_waiting()
