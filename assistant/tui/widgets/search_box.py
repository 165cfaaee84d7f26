"""The line one types a search into."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.widgets import Input

from assistant.tui.places import PLACES

if TYPE_CHECKING:
    from textual.timer import Timer

_ELSEWHERE = MappingProxyType({place.key: place.mode for place in PLACES[1:]})
_LINGER = 0.5
"""Seconds without another key after which a digit is no beginning of a search, but a place one wants to go to."""


class SearchBox(Input):
    """Words, phrases and fields; every key searches. Up and down choose among what is found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Next"),
        Binding("up", "move(-1)", "Previous", show=False),
    ]

    HELP = """
## Search

Letters appear as you type. `"a phrase"`, `OR`, `-without`, `prefix*`; fields `from:` `to:` `person:` `place:`
`org:` `act:` `kind:` `lang:` `before:2019-06-01` `after:2019` `status:accepted`. Accents and alphabets do not
matter: *swiacicki* finds Świącicki, *Еримбетов* finds Yerimbetov. *Up* and *down* choose, *enter* reads, *tab* goes
to what was found. A digit alone, *2* to *5*, goes to that place.
"""

    # Textual would lay the whole screen out anew for every letter typed; this line keeps its size whatever stands in it
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    _lingering: Timer | None = None
    has_answer: reactive[bool] = reactive(default=False, repaint=False, bindings=True)
    """Whether anything was found, to be chosen among."""

    @dataclass
    class Moved(Message):
        """Another row is wanted, `step` further on."""

        step: int

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be something to choose among."""
        return self.has_answer if action == "move" else super().check_action(action, parameters)

    def action_move(self, step: int) -> None:
        """Ask for another row."""
        self.post_message(self.Moved(step))

    def watch_value(self, value: str) -> None:
        """Wait whether a digit remains alone: the bar above says that it leads somewhere."""
        if self._lingering:
            self._lingering.stop()
        mode = _ELSEWHERE.get(value) if self.has_focus else None
        self._lingering = self.set_timer(_LINGER, partial(self._go, mode)) if mode else None

    async def _go(self, mode: str) -> None:
        if self.has_focus and self.screen.is_current:
            self.value = ""
            await self.app.run_action(f"switch_mode('{mode}')")
