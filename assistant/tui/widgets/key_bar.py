"""The line at the foot: the keys that can be used now, at most eight; the palette has all.

One widget that draws a line, where Textual's own footer is a dozen widgets made anew with every change of focus.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events
    from textual.app import RenderResult
    from textual.binding import ActiveBinding

_MOST = 8


class KeyBar(Widget):
    """Keys and what they do, those of the focused widget first, help and palette always; a click is as good."""

    def on_mount(self) -> None:
        """Follow what is possible."""
        self.screen.bindings_updated_signal.subscribe(self, self._repaint)

    def render(self) -> RenderResult:
        """As many as fit on the line."""
        return Content("").join(content for _, content in self._fitting())

    async def on_click(self, event: events.Click) -> None:
        """Run the command under the mouse."""
        right = 0
        for active, content in self._fitting():
            right += content.cell_length
            if event.x < right:
                await self.app.run_action(active.binding.action, active.node)
                return

    def _fitting(self) -> list[tuple[ActiveBinding, Content]]:
        labels = [self._label(active) for active in self._shown()]
        everywhere = [label for label in labels if label[0].node is self.app]
        own = [label for label in labels if label not in everywhere][: _MOST - len(everywhere)]
        room = self.size.width - sum(content.cell_length for _, content in everywhere)
        rights = accumulate(content.cell_length for _, content in own)
        return [*(label for label, right in zip(own, rights, strict=True) if right <= room), *everywhere]

    def _shown(self) -> list[ActiveBinding]:
        once: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show:
                once.setdefault(active.binding.action, active)
        return list(once.values())

    def _label(self, active: ActiveBinding) -> tuple[ActiveBinding, Content]:
        key = self.app.get_key_display(active.binding)
        style = "" if active.enabled else "$foreground-disabled"
        return active, Content.assemble(
            " ", (key, f"bold {style or '$accent'}"), " ", (active.binding.description, style), " "
        )

    def _repaint(self, screen: object) -> None:
        del screen
        self.refresh()
