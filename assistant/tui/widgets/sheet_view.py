"""The sheets of a letter one below the other, as they will lie on the desk. Draws only the lines in sight.

It shows what it is given; where each word stands is said by the sheets themselves.
"""

from __future__ import annotations

from textwrap import wrap
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from assistant.model.display import one_line
from assistant.model.sheet import Region
from assistant.model.sheet_rows import NARROWEST, WIDEST, draw_sheet, row_text
from assistant.tui.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.model.sheet import Sheet
    from assistant.model.sheet_rows import Row, Words

_MARGIN = 3
"""Rows at the lower edge that do not count as in sight: a paragraph goes on below its first line."""

_DRESS = MappingProxyType(
    {
        Region.HEADER: "sheet--aside",
        Region.NOTES: "sheet--aside",
        Region.FOOTER: "sheet--aside",
        Region.WINDOW: "sheet--window",
    }
)
"""Component class by the part of a sheet; the text wears the paper's own ink."""


class SheetView(ScrollView, can_focus=True):
    """The sheets; `show` puts others up and stays where a person is reading."""

    HELP = """
## The page

The letter as it will stand on paper: letterhead, address in the window of the envelope, text, notes at the foot, and
pages as they will end, near enough. What cannot be printed yet stands in brackets and is marked. *Page up* and
*page down* turn it, *F2* goes back to the findings.
"""
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sheet--paper",
        "sheet--edge",
        "sheet--aside",
        "sheet--window",
        "sheet--error",
        "sheet--warning",
    }

    def __init__(self) -> None:
        super().__init__(id="page")
        self.sheets: tuple[Sheet, ...] = ()
        self._lines: tuple[Row | str, ...] = ()
        self._width = 0

    def show(self, sheets: Sequence[Sheet]) -> None:
        """Show these sheets; the place stays."""
        if tuple(sheets) != self.sheets:
            self.sheets = tuple(sheets)
            self._draw()

    def tell(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self.sheets = ()
        self._lines = tuple(wrap(one_line(sentence), self._cells()))
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines))
        self.refresh()

    def reveal(self, words: str) -> None:
        """Bring the row with these words into sight, unless it is; words that are on no row change nothing."""
        rows = (
            index for index, line in enumerate(self._lines) if not isinstance(line, str) and words in row_text(line)
        )
        row = next(rows, None) if words else None
        if row is not None and not 0 <= row - self.scroll_offset.y < self.size.height - _MARGIN:
            self.scroll_to(y=max(0, row - self.size.height // 3), animate=False)

    def on_resize(self) -> None:
        """Draw anew in another width."""
        if self.sheets and self._width != self._cells():
            self._draw()

    def render_line(self, y: int) -> Strip:
        """One line of the screen: a row of a sheet, or an edge."""
        width, index = self.size.width, self.scroll_offset.y + y
        if index >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        left = Segment(" " * max(0, (width - self._width - 2) // 2), self.rich_style)
        line = self._lines[index]
        shown = [Segment(line, self._style("sheet--edge"))] if isinstance(line, str) else self._row(line)
        return Strip([left, *shown]).adjust_cell_length(width, self.rich_style)

    def _cells(self) -> int:
        """Cells across a sheet: all there are, up to what every printed line fits in."""
        return max(NARROWEST, min(self.scrollable_content_region.width - 2, WIDEST))

    def _draw(self) -> None:
        self._width = self._cells()
        lines: list[Row | str] = []
        for sheet in self.sheets:
            lines += [f"┌{'─' * self._width}┐", *draw_sheet(sheet, self._width), f"└{'─' * self._width}┘"]
        self._lines = tuple(lines)
        self.border_subtitle = count(len(self.sheets), "page")
        self.virtual_size = Size(self.scrollable_content_region.width, len(lines))
        self.refresh()

    def _row(self, row: Row) -> Iterator[Segment]:
        paper, at = self._style("sheet--paper"), 0
        yield Segment("│", self._style("sheet--edge"))
        for words in row:
            gap = max(0, words.column - at)
            segment = Segment(words.stretch.text, self._manner(words))
            yield from (Segment(" " * gap, paper), segment)
            at += gap + segment.cell_length
        yield Segment(" " * max(0, self._width - at), paper)
        yield Segment("│", self._style("sheet--edge"))

    def _manner(self, words: Words) -> Style:
        stretch = words.stretch
        style = self._style(_DRESS.get(words.region, "sheet--paper"))
        if stretch.mark:
            style += self._style(f"sheet--{stretch.mark}")
        return style + Style(bold=stretch.bold or None, italic=stretch.italic or None)

    def _style(self, name: str) -> Style:
        return self.get_visual_style(name).rich_style
