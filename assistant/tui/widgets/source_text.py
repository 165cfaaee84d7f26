"""A letter in which words can be selected, with the keyboard as with the mouse. Nothing in it can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from assistant.tui.caret import at_cell, cell_of, walk, whole_words
from assistant.tui.widgets.reader import Reader

if TYPE_CHECKING:
    from textual import events

    from assistant.model.fact import Fact
    from assistant.model.precedent import Precedent
    from assistant.tui.page import Page

_WAYS = (
    "left", "right", "up", "down", "ctrl+left", "ctrl+right",
    "home", "end", "pageup", "pagedown", "ctrl+home", "ctrl+end",
)  # fmt: skip


def _bindings() -> list[BindingType]:
    """The ways of the caret; and two commands of the screen, shown where words can be selected."""
    moves = [Binding(way, f"walk('{way}')", "Move", show=False) for way in _WAYS]
    shifted = [way.replace("ctrl+", "ctrl+shift+") if "+" in way else f"shift+{way}" for way in _WAYS]
    selects = [
        Binding(key, f"walk('{way}', True)", "Select words", show=False)
        for key, way in zip(shifted, _WAYS, strict=True)
    ]
    shown = [
        Binding("s", "screen.words", "Words", id="review.words"),
        Binding("m", "screen.mark", "Mark", id="review.mark"),
    ]
    return [*moves, *selects, *shown]


class SourceText(Reader):
    """A letter to read, with a caret; `words` is what is selected."""

    HELP = """
## The letter

*Arrows* move the caret, with *ctrl* by words; with *shift* they select, and so does the mouse: drag, a double click
for a word, a triple one for a paragraph. A selection always takes whole words. **s** makes them the words of the fact
chosen, **m** a fact of its own. A click on a fact, or **f** at the caret, chooses it; *escape* lets the selection go,
then leads back.
"""
    BINDINGS: ClassVar[list[BindingType]] = _bindings()

    caret: reactive[int] = reactive(0)

    def __init__(self) -> None:
        super().__init__()
        self._anchor: int | None = None

    @property
    def words(self) -> tuple[int, int] | None:
        """Start and end of the words that are selected."""
        span = self.marked
        if span is None or self.precedent is None:
            return None
        start, end = whole_words(self.precedent.text, *span)
        return (start, end) if start < end else None

    def show(self, precedent: Precedent, fact: Fact | None) -> None:
        """Show a precedent, or what became of it, at a fact; words the reader doubts are emphasised."""
        doubtful = frozenset(word.casefold() for loss in precedent.record.source.losses for word in loss.words)
        self.open(precedent, words=doubtful, fact=fact)
        self.caret = fact.start if fact else 0

    def let_go(self) -> None:
        """Select nothing."""
        self._anchor = None
        if self.text_selection:
            self.screen.clear_selection()

    def watch_caret(self, at: int) -> None:
        """Keep the caret in sight."""
        if self._page and self._page.lines and self.has_focus:
            line = self._page.line_at(at)
            top, height = self.scroll_offset.y, self.size.height
            if not top <= line < top + height:
                self.scroll_to(y=line - height // 2, animate=False, force=True)
        self.refresh()

    def on_focus(self) -> None:
        """Begin at the fact that is chosen."""
        begin = self.spots[0][0] if self.spots else self.fact.start if self.fact else None
        if begin is not None and not self.text_selection:
            self.caret = begin
        self.refresh()

    def on_blur(self) -> None:
        """Draw no caret."""
        self.refresh()

    def reach_at_caret(self) -> None:
        """Select the fact at the caret."""
        fact = self._page.fact_at(self.caret) if self._page else None
        if fact:
            self._reach(fact)

    def action_walk(self, way: str, selecting: bool = False) -> None:  # noqa: FBT001, FBT002 - as a binding can say it
        """Move the caret; `selecting` takes the words on the way along."""
        if not (self._page and self._page.lines):
            return
        if not selecting:
            self.let_go()
        elif self._anchor is None or not self.text_selection:
            self._anchor = self.caret
        self.caret = walk(self._page, self.caret, way, max(1, self.size.height - 1))
        if selecting and self._anchor is not None:
            self._select(self._page, self._anchor, self.caret)

    def on_click(self, event: events.Click) -> None:
        """Put the caret there; select the word at a second click, the paragraph at a third."""
        index = self.scroll_offset.y + event.y
        if self._page and self.precedent and 0 <= index < len(self._page.lines):
            if event.chain == 1 and self.text_selection is None:
                self._anchor, self.caret = None, at_cell(self._page, index, event.x - self._margin)
            elif event.chain > 1:
                event.prevent_default()
                source = self.precedent.source
                here = (self.caret, min(self.caret + 1, len(source.text)))
                paragraph = source.block_span(source.block_index(self.caret)) if source.blocks else here
                self._select(self._page, *(here if event.chain == 2 else paragraph))

    def render_line(self, y: int) -> Strip:
        """The line, with the caret when it stands there."""
        strip = super().render_line(y)
        if not (self.has_focus and self._page and self._page.lines):
            return strip
        index, cell = cell_of(self._page, self.caret)
        if index != self.scroll_offset.y + y:
            return strip
        left = self._margin + cell
        before, under, behind = strip.divide([left, left + 1, max(left + 2, strip.cell_length)])
        return Strip.join([before, under.apply_style(Style(reverse=True)), behind])

    def _set_page(self) -> None:
        """Selections count lines, which are others now."""
        self.let_go()
        super()._set_page()

    def _select(self, page: Page, anchor: int, caret: int) -> None:
        span = whole_words(page.text, min(anchor, caret), max(anchor, caret))
        start, end = (Offset(offset - page.lines[index].start, index) for offset, index in _places(page, span))
        self.screen.selections = {self: Selection(start, end)} if start != end else {}


def _places(page: Page, span: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Both ends of a span with the lines they stand on; the end belongs to the line of the character before it."""
    start, end = span
    return (start, page.line_at(start)), (end, page.line_at(max(start, end - 1)))
