"""The line on top: where one is, where else one can go, whose office it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from assistant.tui.literal import show_line
from assistant.tui.places import PLACES, Place

if TYPE_CHECKING:
    from textual.app import RenderResult


class PlaceBar(Widget):
    """Names the places with their digits, the one shown (`mode`) emphasised; on the right the app's subtitle."""

    def __init__(self, mode: str) -> None:
        super().__init__()
        self._mode = mode

    def on_mount(self) -> None:
        """Follow the subtitle."""
        self.watch(self.app, "sub_title", self._repaint)

    def render(self) -> RenderResult:
        """The bar on one line; the subtitle gives way when there is no room."""
        places = [self._label(place) for place in PLACES]
        left = Content("   ").join([Content.styled("Assistant", "bold $primary"), *places])
        room = max(0, self.size.width - left.cell_length - 2)
        right = show_line(self.app.sub_title, "$foreground-muted").truncate(room, ellipsis=True)
        return Content.assemble(left, "  ", right.pad_left(room - right.cell_length))

    def _label(self, place: Place) -> Content:
        here = "bold underline" if place.mode == self._mode else ""
        return Content.assemble((place.key, "$foreground-muted"), " ", (place.title, here))

    def _repaint(self) -> None:
        self.refresh()
