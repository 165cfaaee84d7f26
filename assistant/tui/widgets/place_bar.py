"""The line on top: where one is, where else one can go and what waits there, whose office it is."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from assistant.tui.literal import show_line
from assistant.tui.places import PLACES, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import RenderResult

_NAME = Content.styled("Assistant", "bold $primary")
_READABLE = 16
"""Cells of a subtitle that still tell something."""
_GAP = 2


class PlaceBar(Widget):
    """Names the places with their digits, the one shown (`mode`) emphasised; on the right the app's subtitle."""

    waiting: reactive[Mapping[str, str]] = reactive(MappingProxyType({}))
    """How much waits at a place, by its mode."""

    def __init__(self, mode: str) -> None:
        super().__init__()
        self._mode = mode

    def on_mount(self) -> None:
        """Follow the subtitle."""
        self.watch(self.app, "sub_title", self._repaint)

    def render(self) -> RenderResult:
        """The bar on one line; where there is no room the program's name gives way first, then the subtitle."""
        left = Content("").join([self._program, *map(self._label, PLACES)])
        room = max(0, self.size.width - left.cell_length - _GAP)
        right = self._subtitle.truncate(room, ellipsis=True) if room >= self._least else Content()
        return Content.assemble(left, " " * _GAP, right.pad_left(room - right.cell_length))

    async def on_click(self, event: events.Click) -> None:
        """Go to the place under the mouse."""
        right = self._program.cell_length
        for place in PLACES:
            right += self._label(place).cell_length
            if event.x < right:
                await self.app.run_action(f"switch_mode('{place.mode}')")
                return

    @property
    def _subtitle(self) -> Content:
        return show_line(self.app.sub_title, "$foreground-muted")

    @property
    def _least(self) -> int:
        """Cells of the subtitle that must be seen to tell something."""
        return min(_READABLE, self._subtitle.cell_length)

    @property
    def _program(self) -> Content:
        """The program's name, unless only its room lets the subtitle be read."""
        places = sum(self._label(place).cell_length for place in PLACES)
        room = self.size.width - places - _GAP
        is_in_the_way = room - _NAME.cell_length < self._least <= room
        return Content() if is_in_the_way else _NAME

    def _label(self, place: Place) -> Content:
        here = "bold underline" if place.mode == self._mode else ""
        waiting = self.waiting.get(place.mode)
        count = Content.styled(f" {waiting}", "bold $accent") if waiting else ""
        return Content.assemble("   ", (place.key, "$foreground-muted"), " ", (place.title, here), count)

    def _repaint(self) -> None:
        self.refresh()
