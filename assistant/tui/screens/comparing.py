"""Two versions of one draft, the lines in which they part marked by a sign and a colour."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.tui.literal import show_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from assistant.drafting.comparing import ComparedLine

_SIGNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"theirs": ("theirs  ", "$warning"), "mine": ("mine    ", "$success"), "both": ("        ", "")}
)


class CompareScreen(ModalScreen[None]):
    """Shows both; escape goes back to the question."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "dismiss(None)", "Back", tooltip="Back to the question", id="compare.back"),
    ]

    def __init__(self, lines: Sequence[ComparedLine]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The lines of both."""
        with VerticalScroll() as box:
            box.border_title = "Theirs and mine"
            box.border_subtitle = "escape  back to the question"
            yield Static(Content("\n").join(map(_row, self._lines)))

    def on_mount(self) -> None:
        """Begin where they part."""
        first = next((index for index, line in enumerate(self._lines) if line.whose != "both"), 0)
        self.query_one(VerticalScroll).scroll_to(y=max(0, first - 2), animate=False)


def _row(line: ComparedLine) -> Content:
    sign, style = _SIGNS[line.whose]
    return Content.assemble((sign, f"bold {style}".strip()), show_line(line.text, style))
