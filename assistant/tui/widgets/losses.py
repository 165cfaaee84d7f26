"""A banner of what the reader of a file could not turn into text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from assistant.tui.literal import show, show_line

if TYPE_CHECKING:
    from assistant.model.source import Loss

_SHOWN = 3
"""In the banner; all of them stand in its tooltip and in `assistant show`."""


class Losses(Static):
    """Shown only when something was lost."""

    def show(self, losses: tuple[Loss, ...]) -> None:
        """Tell the losses of a letter."""
        self.update(_told(losses))
        self.display = bool(losses)
        self.tooltip = show("\n".join(loss.what for loss in losses)) if losses else None


def _told(losses: tuple[Loss, ...]) -> Content:
    told = [
        Content.assemble(show_line(loss.what), f" (p. {loss.page})" if loss.page else "") for loss in losses[:_SHOWN]
    ]
    rest = [Content(f"and {len(losses) - _SHOWN:,} more")] if len(losses) > _SHOWN else []
    return Content.assemble(("Not read: ", "bold"), Content("; ").join([*told, *rest]))
