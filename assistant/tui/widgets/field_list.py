"""The fields of a draft as its template declares them: label and value, what is missing marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.tui.literal import show_line
from assistant.tui.words import clip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_VALUE = 80


class ShownField(NamedTuple):
    """A field as it is shown."""

    name: str
    label: str
    text: str
    missing: bool
    """Whether the letter needs it and has nothing."""


class FieldList(OptionList):
    """The fields; the chosen one is changed with enter."""

    HELP = """
## Fields

What the letter needs besides its text. *Enter* changes one; several entries are parted by semicolons.
"""

    def __init__(self) -> None:
        super().__init__(markup=False)

    def show(self, fields: Sequence[ShownField]) -> None:
        """Show the fields; the chosen one stays chosen."""
        at = self.highlighted
        self.set_options(_rows(fields))
        self.highlighted = min(at or 0, len(fields) - 1) if fields else None

    def choose(self, name: str) -> None:
        """Choose a field by its name."""
        self.highlighted = next((at for at, option in enumerate(self.options) if option.id == name), self.highlighted)


def _rows(fields: Sequence[ShownField]) -> Iterator[Option]:
    for field in fields:
        empty = ("is needed", "italic $warning") if field.missing else ("–", "$foreground-muted")
        value = show_line(clip(field.text, _VALUE)) if field.text else Content.styled(*empty)
        yield Option(Content.assemble((f"{field.label}\n", "$foreground-muted"), "  ", value), id=field.name)
