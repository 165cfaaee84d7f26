"""A list of one line each, of which one is chosen; what stands in a line is said by whoever fills it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.visual import Visual


class Rows(OptionList):
    """Lines with an id each; tells which one is chosen."""

    # the list keeps its place on the screen however long it is: nothing is to be laid out anew for a step
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        row: str

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id, markup=False)

    @property
    def here(self) -> str | None:
        """Id of the row that is chosen."""
        return self.highlighted_option.id if self.highlighted_option else None

    def fill(self, rows: Iterable[tuple[str, Visual]], chosen: str | None) -> None:
        """Show these rows and choose one, the first when there is none of this id."""
        labels = dict(rows)
        with self.prevent(OptionList.OptionHighlighted):
            if list(labels) == [option.id for option in self.options]:
                self._say_anew(labels)
            else:
                self.set_options([Option(label, id=row) for row, label in labels.items()])
            self.choose(chosen)

    def choose(self, row: str | None) -> None:
        """Choose a row by its id, the first when there is none of it."""
        at = next((index for index, option in enumerate(self.options) if option.id == row), 0)
        self.highlighted = at if self.option_count else None

    def _say_anew(self, labels: Mapping[str, Visual]) -> None:
        """Replace what stands in some rows; a step changes one, and the list may be long."""
        for index, (option, label) in enumerate(zip(self.options, labels.values(), strict=True)):
            if option.prompt is not label and option.prompt != label:
                self.replace_option_prompt_at_index(index, label)

    @on(OptionList.OptionHighlighted)
    def _tell(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if self.here and event.option_id == self.here:
            self.post_message(self.Chosen(self.here))
