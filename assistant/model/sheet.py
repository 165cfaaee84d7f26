"""A letter as it stands on its sheets of paper: which words in which lines, where, page by page.

Lengths are millimetres from the left and the upper edge of the sheet. How that looks on a screen is not told here.
"""

from enum import StrEnum

from assistant.model.base import Value
from assistant.model.finding import Severity


class Region(StrEnum):
    """The part of a sheet that words stand in."""

    HEADER = "header"
    """The letterhead; on further sheets whose letter it is."""
    WINDOW = "window"
    """The address, in the window of the envelope."""
    TEXT = "text"
    NOTES = "notes"
    FOOTER = "footer"


class Align(StrEnum):
    """Where in its width a line stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Mark(Value):
    """Characters `[start:end]` of a paragraph, and how grave what is said of them is."""

    start: int
    end: int
    severity: Severity


class Stretch(Value):
    """Words in one manner."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    """The mark of a note."""
    mark: Severity | None = None
    """How grave what is said of these words is."""


class SheetLine(Value):
    """A line as it is printed; a tab in it drives what follows to the right edge."""

    stretches: tuple[Stretch, ...] = ()
    ended: bool = False
    """Whether the writer ended it; other lines go on in the next."""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(stretch.text for stretch in self.stretches)


class Box(Value):
    """The lines of one paragraph that stand on one sheet."""

    region: Region
    left: float
    top: float
    width: float
    height: float
    lines: tuple[SheetLine, ...]
    first: float = 0.0
    """How far its first line stands in."""
    rest: float = 0.0
    """How far the others do."""
    marker: str = ""
    """The number or sign of a list item, before the first line."""
    align: Align = Align.LEFT

    @property
    def bottom(self) -> float:
        """Distance of its lower edge from the upper edge of the sheet."""
        return self.top + self.height


class Sheet(Value):
    """One side of paper."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    """From top to bottom."""
