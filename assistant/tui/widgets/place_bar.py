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
        """The bar on one line; the subtitle gives way when there is no room."""
        left = Content("").join([_NAME, *map(self._label, PLACES)])
        room = max(0, self.size.width - left.cell_length - 2)
        right = show_line(self.app.sub_title, "$foreground-muted").truncate(room, ellipsis=True)
        return Content.assemble(left, "  ", right.pad_left(room - right.cell_length))

    async def on_click(self, event: events.Click) -> None:
        """Go to the place under the mouse."""
        right = _NAME.cell_length
        for place in PLACES:
            right += self._label(place).cell_length
            if event.x < right:
                await self.app.run_action(f"switch_mode('{place.mode}')")
                return

    def _label(self, place: Place) -> Content:
        here = "bold underline" if place.mode == self._mode else ""
        waiting = self.waiting.get(place.mode)
        count = Content.styled(f" {waiting}", "bold $accent") if waiting else ""
        return Content.assemble("   ", (place.key, "$foreground-muted"), " ", (place.title, here), count)

    def _repaint(self) -> None:
        self.refresh()
