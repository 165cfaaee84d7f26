"""What is to be seen to, in three groups: late, this week, later; one line each."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.model.display import read_date
from assistant.tui.literal import show_line
from assistant.tui.words import clip

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from assistant.model.agenda import Agenda, AgendaItem

MATTERS: Mapping[str, str] = MappingProxyType(
    {"reply": "reply", "question": "answer", "answer": "we owe", "promise": "promise", "draft": "draft"}
)
"""What is awaited, in a word, by the record's term."""

_WHO, _WHAT = 24, 120


class AgendaList(OptionList):
    """The lines of an agenda; tells which one is chosen."""

    HELP = """
## Lines

What waits, whose it is, since when. The date says when it is due; why it is that date stands beside the list.
"""

    @dataclass
    class Chosen(Message):
        """A line was chosen."""

        item: AgendaItem

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._items: dict[str, AgendaItem] = {}

    @property
    def chosen(self) -> AgendaItem | None:
        """The line that is chosen."""
        option = self.highlighted_option
        return self._items.get(option.id or "") if option else None

    def show(self, agenda: Agenda) -> None:
        """Show an agenda; the line chosen before stays chosen where it is still there."""
        before = self.highlighted_option.id if self.highlighted_option else None
        self._items = {_name(item): item for item in agenda.items}
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(_rows(agenda))
        names = [option.id for option in self.options]
        first = next((at for at, name in enumerate(names) if name in self._items), None)
        self.highlighted = names.index(before) if before in self._items else first

    @on(OptionList.OptionHighlighted)
    def _tell(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if self.chosen:
            self.post_message(self.Chosen(self.chosen))


def _rows(agenda: Agenda) -> Iterator[Option]:
    for heading, items, style in (
        ("Late", agenda.late, "bold $error"),
        ("This week", agenda.this_week, "bold $warning"),
        ("Later", agenda.later, "bold"),
    ):
        if items:
            yield Option(Content.assemble((heading, style), (f"  {len(items)}", "$foreground-muted")), disabled=True)
        yield from (Option(_row(item), id=_name(item)) for item in items)


def _row(item: AgendaItem) -> Content:
    due = f"{item.due.day} {item.due:%b %Y}" if item.due else "no date"
    return Content.assemble(
        (f"  {due:>11}", "$foreground-muted"),
        f"  {MATTERS[item.matter]:8}",
        show_line(clip(item.who, _WHO)),
        "  ",
        show_line(clip(item.what, _WHAT), "$foreground-muted"),
    )


def since(item: AgendaItem) -> str:
    """Since when it waits, as a person reads it."""
    return read_date(item.since) if item.since else "nobody knows when"


def _name(item: AgendaItem) -> str:
    return f"{item.matter} {item.key}"
