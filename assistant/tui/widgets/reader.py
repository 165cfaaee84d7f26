"""The text of a letter, set in lines, its facts marked where they stand. Draws only the lines in sight.

It shows what it is given and tells which fact was reached; it reads no files and decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from assistant.tui.caret import at_cell
from assistant.tui.page import Page, Piece
from assistant.tui.words import ACTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.selection import Selection

    from assistant.model.fact import Act, Fact
    from assistant.model.precedent import Precedent
    from assistant.model.source import BlockKind

_TINT, _STRONG_TINT, _SELECTED_TINT = 0.13, 0.34, 0.5
"""How much of an act's colour the ground of a fact takes, of the fact chosen; how much of the ink words selected do."""

_WIDEST = 92
"""Cells of a line; longer ones are hard to read, however wide the screen."""

_LETTERS = 2
"""Facts begun on one line whose letters fit into the margin."""

_DRESS = MappingProxyType(
    {"heading": "reader--heading", **dict.fromkeys(("header", "footer", "footnote"), "reader--aside")}
)
"""Component class by the kind of a block; running text wears the reader's own."""


class Reader(ScrollView, can_focus=True):
    """A letter to read. `fact` is the selected one; setting it scrolls there."""

    HELP = """
## The letter

Its words stand on their own ground, with paragraph numbers beside them. A letter and a bar mark every fact.
*Next* and *previous* go from fact to fact, the arrows and *page up*, *page down* scroll, *escape* goes back to
what was found. With the mouse, a click selects a fact.
"""
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reader--number",
        "reader--heading",
        "reader--aside",
        "reader--match",
    }

    fact: reactive[Fact | None] = reactive(None)
    spots: reactive[tuple[tuple[int, int], ...]] = reactive(())
    """Start and end of passages that are pointed at; setting them scrolls to the first."""

    @dataclass
    class FactReached(Message):
        """The reader went to another fact of the letter."""

        fact: Fact

    def __init__(self) -> None:
        super().__init__()
        self.precedent: Precedent | None = None
        self._words: frozenset[str] = frozenset()
        self._page: Page | None = None
        self._goal: int | None = None

    def open(
        self, precedent: Precedent, *, words: frozenset[str] = frozenset(), fact: Fact | None = None, at: int = 0
    ) -> None:
        """Show a precedent at a fact, else from the character `at` on; every one of `words` is emphasised."""
        self.set_reactive(Reader.fact, fact)
        self._words = words
        if precedent is not self.precedent:
            self.precedent = precedent
            self._set_page()
        self._go_to(fact.start if fact else at)
        self.refresh()

    def close(self) -> None:
        """Show nothing."""
        self.precedent = self._page = None
        self.set_reactive(Reader.fact, None)
        self.virtual_size = Size(0, 0)
        self.refresh()

    def watch_fact(self, fact: Fact | None) -> None:
        """Bring the selected fact into view."""
        if fact is not None:
            self._go_to(fact.start)
        self.refresh()

    def watch_spots(self, spots: tuple[tuple[int, int], ...]) -> None:
        """Bring the first passage into view."""
        if spots:
            self._go_to(spots[0][0])
        self.refresh()

    def go_to_next_fact(self, step: int = 1) -> None:
        """Select the next fact of the letter (`step` -1: the one before)."""
        fact = self._page.next_fact(self.fact, self.scroll_offset.y, step) if self._page else None
        if fact is not None:
            self._reach(fact)

    def on_resize(self) -> None:
        """Set the lines anew when the width is another, and keep the place: the fact, else the line on top."""
        page, goal = self._page, self._goal
        if page and page.width == self._width_of_page():
            return
        if goal is None and page and page.lines:
            goal = self.fact.start if self.fact else page.lines[self.scroll_offset.y].start
        self._set_page()
        if goal is not None:
            self._go_to(goal)

    def on_click(self, event: events.Click) -> None:
        """Select the fact under the mouse, but at the end of a drag."""
        y = self.scroll_offset.y + event.y
        if self._page and 0 <= y < len(self._page.lines) and self.text_selection is None:
            fact = self._page.fact_at(at_cell(self._page, y, event.x - self._margin))
            if fact is not None:
                self._reach(fact)

    @property
    def marked(self) -> tuple[int, int] | None:
        """Start and end of the words of the source a person has marked."""
        selection = self.text_selection
        if selection is None or self.precedent is None or self._page is None or not self._page.lines:
            return None
        lines, last = self._page.lines, len(self._page.lines) - 1
        start = lines[min(selection.start.y, last)].start + selection.start.x if selection.start else 0
        end = lines[min(selection.end.y, last)].start + selection.end.x if selection.end else len(self.precedent.text)
        return start, end

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words a person has marked, as they stand in the source."""
        del selection
        return (self.precedent.text[slice(*self.marked)], "\n") if self.precedent and self.marked else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the marked words."""
        del selection
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen: paragraph number, letters of the facts that begin here, bar, words."""
        width, index = self.size.width, self.scroll_offset.y + y
        if self._page is None or index >= len(self._page.lines):
            return Strip.blank(width, self.rich_style)
        number = self._page.lines[index].page
        if number is not None:
            return Strip([Segment(f" page {number} ".center(width, "─"), self._style("reader--number"))], width)
        words = Strip(self._draw_words(self._page, index)).apply_offsets(0, index)
        margin = Strip(self._draw_margin(self._page, index))
        return Strip.join([margin, words]).adjust_cell_length(width, self.rich_style)

    @property
    def _margin(self) -> int:
        """Cells before the words: number, space, letters, bar."""
        highest = len(self.precedent.source.blocks) if self.precedent else 0
        return max(2, len(str(highest))) + _LETTERS + 2

    def _width_of_page(self) -> int:
        return min(self.scrollable_content_region.width - self._margin - 1, _WIDEST)

    def _set_page(self) -> None:
        width = self.scrollable_content_region.width
        if self.precedent is None or not width:
            self._page = None
            return
        self._page = Page(self.precedent, self._width_of_page(), like=self._page)
        self.virtual_size = Size(width, len(self._page.lines))
        self.refresh()

    def _go_to(self, offset: int) -> None:
        """Scroll so that the character at `offset` stands in the upper third; later, when there is no room yet."""
        self._goal = offset
        if self._page is not None and self.size.height:
            self._goal = None
            y = self._page.line_at(offset) - self.size.height // 3 if offset else 0
            self.scroll_to(y=y, animate=False, force=True)

    def _reach(self, fact: Fact) -> None:
        self.fact = fact
        self.post_message(self.FactReached(fact))

    def _draw_margin(self, page: Page, index: int) -> Iterator[Segment]:
        line, facts = page.lines[index], page.facts_on(index)
        begun = [fact for fact in facts if fact.start >= line.start][:_LETTERS]
        yield Segment(f"{line.number or '':>{self._margin - _LETTERS - 2}} ", self._style("reader--number"))
        for fact in begun:
            yield Segment(ACTS[fact.act].letter, self._act_style(fact.act))
        yield Segment(" " * (_LETTERS - len(begun)), self.rich_style)
        bar = self.fact if self.fact and self.fact.start < line.end and self.fact.end > line.start else None
        yield Segment("▌", self._act_style(bar.act)) if bar else Segment(" ", self.rich_style)

    def _draw_words(self, page: Page, index: int) -> Iterator[Segment]:
        marked = self.text_selection.get_span(index) if self.text_selection else None
        for piece in page.cut(index, self._words, self.fact, marked, self.spots):
            style = self._piece_style(piece, page.lines[index].kind)
            yield Segment(page.text[piece.start : piece.end], style)

    def _piece_style(self, piece: Piece, kind: BlockKind | None) -> Style:
        dress = _DRESS.get(kind) if kind else None
        style = self._style(dress) if dress else self.rich_style
        if piece.fact:
            tint = _STRONG_TINT if piece.fact == self.fact else _TINT
            style += self._ground(self._act_colour(piece.fact.act), tint)
        if piece.matched:
            style += self.get_component_rich_style("reader--match", partial=True)
        if piece.spotted:
            style += self._ground(self._primary, _TINT * 2) + Style(underline=True)
        if piece.selected:
            style += self._ground(self.colors[3], _SELECTED_TINT)
        return style

    def _style(self, name: str) -> Style:
        return self.get_visual_style(name).rich_style

    def _act_style(self, act: Act) -> Style:
        return self.rich_style + Style(color=self._act_colour(act).hex6, bold=True)

    def _ground(self, colour: Color, amount: float) -> Style:
        return Style(bgcolor=self.background_colors[1].blend(colour, amount).hex6)

    @property
    def _primary(self) -> Color:
        return Color.parse(self.app.theme_variables["primary"])

    def _act_colour(self, act: Act) -> Color:
        return Color.parse(self.app.theme_variables[f"act-{act}"])
