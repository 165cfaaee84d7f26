"""The fields of a letter as a form: an editor for each, and while somebody is at work there, what may belong into it.

What belongs where is for the office to say; the form asks for it by a message and is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from assistant.tui.literal import show_line
from assistant.tui.widgets.field_entry import FieldEntry, ShownField
from assistant.tui.words import clip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events

    from assistant.model.finding import Finding
    from assistant.model.suggestion import Suggestion

_LABEL = 70


class FieldForm(VerticalScroll, can_focus=False):
    """The fields of one letter."""

    HELP = """
## Fields

What the letter needs besides its text; * marks what it cannot do without. *Tab* goes to the next field, *down* to what
is suggested, *enter* takes it. In a date the arrows go from day to day. All is saved as you type.
"""

    @dataclass
    class Asked(Message):
        """Somebody is at work in a field: what may belong there is wanted."""

        name: str
        text: str

    @dataclass
    class Taken(Message):
        """A suggestion was taken."""

        name: str
        suggestion: Suggestion

    def __init__(self) -> None:
        super().__init__()
        self._fields: tuple[ShownField, ...] = ()
        self._suggested: tuple[Suggestion, ...] = ()
        self._list = OptionList(markup=False, id="suggestions")
        self._at = ""

    @property
    def entries(self) -> dict[str, FieldEntry]:
        """The fields by name."""
        return {entry.field.name: entry for entry in self.query(FieldEntry)}

    @property
    def here(self) -> str:
        """Name of the field somebody is in; empty outside."""
        return self._at

    async def show(self, fields: Sequence[ShownField]) -> None:
        """Show the fields of a letter; of the same letter only what has changed elsewhere."""
        if [field._replace(text="") for field in fields] == [field._replace(text="") for field in self._fields]:
            for field, entry in zip(fields, self.query(FieldEntry), strict=True):
                entry.text = field.text
        else:
            await self.remove_children()
            await self.mount_all(FieldEntry(field) for field in fields)
        self._fields = tuple(fields)

    def tell(self, findings: Mapping[str, Finding]) -> None:
        """Show what is wrong, by the name of the field."""
        for name, entry in self.entries.items():
            entry.tell(findings.get(name))

    def go_to(self, name: str = "") -> None:
        """Go to a field, the first when none is named or there is none of the name."""
        entries = self.entries
        entry = entries.get(name) or entries.get(self._at) or next(iter(entries.values()), None)
        if entry:
            entry.editor.focus()

    async def suggest(self, name: str, suggestions: Sequence[Suggestion]) -> None:
        """Show what may belong into a field, as long as somebody is there."""
        entry = self.entries.get(name)
        if entry is None or name != self._at:
            return
        self._suggested = tuple(each for each in suggestions if each.text != entry.text)
        if not self._suggested:
            await self._list.remove()
            return
        if self._list.parent is not entry:
            await self._list.remove()
            self._list = OptionList(markup=False, id="suggestions")
            self._list.can_focus = False  # tab goes to the next field, down goes here
            await entry.mount(self._list)
        self._list.set_options(Option(_row(each)) for each in self._suggested)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Ask for what may belong into the field."""
        entry = next((node for node in event.widget.ancestors if isinstance(node, FieldEntry)), None)
        if entry and event.widget is not self._list:
            self._at = entry.field.name
            self._list.can_focus = False
            self.post_message(self.Asked(entry.field.name, ""))

    def on_descendant_blur(self) -> None:
        """Take the suggestions away when nobody is in the form any more."""
        self.call_after_refresh(self._tidy)

    async def _tidy(self) -> None:
        if not self.has_focus_within:
            self._at = ""
            await self._list.remove()

    @on(FieldEntry.Changed)
    def _typed(self, event: FieldEntry.Changed) -> None:
        self.post_message(self.Asked(event.name, event.text))

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()

    def on_key(self, event: events.Key) -> None:
        """From the first suggestion up to the editor again."""
        focused = self.screen.focused
        if event.key == "up" and focused is self._list and not self._list.highlighted:
            event.stop()
            self.go_to(self._at)

    @on(FieldEntry.Left)
    def _go_down(self) -> None:
        if self._list.is_attached and self._suggested:
            self._list.can_focus = True
            self._list.focus()
            self._list.highlighted = 0

    @on(OptionList.OptionSelected, "#suggestions")
    def _take(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        name, suggestion = self._at, self._suggested[event.option_index]
        self.go_to(name)
        self.post_message(self.Taken(name, suggestion))


def _row(suggestion: Suggestion) -> Content:
    note = Content.assemble("  ", show_line(clip(suggestion.note, _LABEL), "$foreground-muted"))
    return Content.assemble(show_line(clip(suggestion.label, _LABEL)), note)
