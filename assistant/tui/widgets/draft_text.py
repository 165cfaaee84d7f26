"""The text of a draft, to be typed into: its citations stand back, the words that findings speak of are underlined."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.binding import Binding
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from assistant.tui.words import clip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.text import Text
    from textual.binding import BindingType

_BEGINNING = 28
"""Characters by which a paragraph is found again."""
_LIST_MARK = re.compile(r"^\s*(?:[-+*]|\d+[.)])?\s*")
_MARKUP = re.compile(r"[\\*_\[]")
_CITATION = re.compile(r"(?<!\\)\[@[^\[\]]*\]")


class Mark(NamedTuple):
    """Characters `[start:end]` of the text, and how grave what is said of them is."""

    start: int
    end: int
    severity: str


class DraftText(TextArea):
    """An editor of Markdown with citations."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"ctrl+{shift}{key}", f"go_to_edge('{edge}', {bool(shift)})", "Move", show=False)
        for key, edge in (("home", "start"), ("end", "end"))
        for shift in ("", "shift+")
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"draft--citation", "draft--error", "draft--warning", "draft--note"}

    def __init__(self) -> None:
        super().__init__(id="text", soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self._marks: tuple[Mark, ...] = ()
        self._marked = ""
        self._starts: list[int] = []

    def mark(self, text: str, marks: Iterable[Mark]) -> None:
        """Underline what was found in a text, as far as it still stands as it stood then."""
        self._marked, self._marks = text, tuple(marks)
        self._move_marks()

    def action_go_to_edge(self, edge: str, selecting: bool) -> None:  # noqa: FBT001 - as a binding can say it
        """Go to the start or the end of the text."""
        self.move_cursor(self.document.start if edge == "start" else self.document.end, select=selecting)

    def go_to(self, start: int, end: int) -> None:
        """Select characters and show them."""
        self.selection = Selection(location(self.text, start), location(self.text, end))
        self.focus()
        self.scroll_cursor_visible(center=True)

    def replace_span(self, start: int, end: int, words: str) -> None:
        """Put words in place of characters, so that undo takes them back."""
        self.replace(words, location(self.text, start), location(self.text, end))

    def offset_of(self, place: tuple[int, int]) -> int:
        """The character at a row and column."""
        row, column = place
        return sum(len(self.document.get_line(index)) + 1 for index in range(row)) + column

    @property
    def paragraph_begins(self) -> str:
        """The first words, as they are printed, of the paragraph in which the cursor stands."""
        row = self.cursor_location[0]
        lines = self.text.split("\n")
        while row > 0 and not lines[row].strip():
            row -= 1
        while row > 0 and lines[row - 1].strip():
            row -= 1
        return _plain_beginning(lines[row])

    def get_line(self, line_index: int) -> Text:
        """A line with what is marked in it."""
        line = super().get_line(line_index)
        for citation in _CITATION.finditer(line.plain):
            line.stylize(self.get_component_rich_style("draft--citation", partial=True), *citation.span())
        if self._marks:
            first = self._starts[line_index] if line_index < len(self._starts) else 0
            for mark in self._marks:
                if mark.start < first + len(line.plain) and mark.end > first:
                    style = self.get_component_rich_style(f"draft--{mark.severity}", partial=True)
                    line.stylize(style, max(0, mark.start - first), mark.end - first)
        return line

    @on(TextArea.Changed)
    def _move_marks(self) -> None:
        if self._marks or self._marked:
            text = self.text
            shift = Shift(self._marked, text)
            moved = [(shift.span(mark.start, mark.end), mark.severity) for mark in self._marks]
            self._marked, self._marks = text, tuple(Mark(*span, severity) for span, severity in moved if span)
            self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
            self.notify_style_update()
            self.refresh()


def _plain_beginning(line: str) -> str:
    """A few words up to the first thing that is printed otherwise than it is typed."""
    words = _MARKUP.split(_LIST_MARK.sub("", line), maxsplit=1)[0]
    return clip(words, _BEGINNING).removesuffix("…").strip()


def location(text: str, offset: int) -> tuple[int, int]:
    """Row and column of a character of the text."""
    return text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1)


class Shift:
    """One edit between two versions of a text, and where characters of the first stand in the second."""

    def __init__(self, before: str, after: str) -> None:
        self._same = _common(before, after)
        left = min(len(before), len(after)) - self._same
        self._rest = len(before) - _common(before[len(before) - left :][::-1], after[len(after) - left :][::-1])
        self._by = len(after) - len(before)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the characters `[start:end]` stand now; None when the edit touched them."""
        if end <= self._same:
            return start, end
        return (start + self._by, end + self._by) if start >= self._rest else None


def next_of(spans: Sequence[tuple[int, int]], at: int) -> int | None:
    """Index of the first span that begins behind a character, the first of all when none does."""
    behind = [index for index, (start, _) in enumerate(spans) if start > at]
    return min(behind or range(len(spans)), key=lambda index: spans[index], default=None)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike; by halves, for it is asked with every key."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low
