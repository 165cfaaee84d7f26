"""The line at the foot: the keys that can be used now, at most eight; the palette has all.

One widget that draws a line, where Textual's own footer is a dozen widgets made anew with every change of focus.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from assistant.tui.commands import declared

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import RenderResult
    from textual.binding import ActiveBinding
    from textual.dom import DOMNode

_MOST = 8


class KeyBar(Widget):
    """Keys and what they do, those of the focused widget first, help and palette always; a click is as good.

    Each stands where its screen declares it, wherever the focus is; what cannot act now is left out.
    """

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
            if active.binding.show and active.enabled:
                once.setdefault(active.binding.action, active)
        return sorted(once.values(), key=self._place())

    def _place(self) -> Callable[[ActiveBinding], tuple[int, int]]:
        """By whose it is, from the focused widget outwards, then as it is declared; keys taken over move no other."""
        chain: list[DOMNode] = list((self.screen.focused or self.screen).ancestors_with_self)
        names = {name: at for at, name in enumerate(binding.id for binding in declared(type(self.screen)))}
        return lambda active: (
            chain.index(active.node) if active.node in chain else len(chain),
            names.get(active.binding.id, 0),
        )

    def _label(self, active: ActiveBinding) -> tuple[ActiveBinding, Content]:
        key = self.app.get_key_display(active.binding)
        return active, Content.assemble(" ", (key, "bold $accent"), " ", active.binding.description, " ")

    def _repaint(self, screen: object) -> None:
        del screen
        self.refresh()
