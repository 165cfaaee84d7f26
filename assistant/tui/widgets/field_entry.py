"""One field of a letter in a form: label, the editor its type asks for, a line that helps or says what is wrong.

It knows texts alone: what a field's type makes of them is for the office to say.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Select, Static, TextArea

from assistant.model.display import one_line, read_date
from assistant.tui.literal import show_line
from assistant.tui.widgets.finding_list import SIGNS

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from assistant.model.finding import Finding

_MANY_LINES = frozenset({"list", "rows", "party"})


class ShownField(NamedTuple):
    """A field as it is shown."""

    name: str
    label: str
    type: str
    """text, date, list, choice, rows or party."""
    text: str
    """Its value: an entry, a row or a line of an address on each line."""
    help: str = ""
    required: bool = False
    options: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    """Labels of the parts of a row."""
    example: str = ""


class DayInput(Input):
    """A day, as 2019-06-20; the arrows go to the next and the one before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(1)", "A day later", show=False),
        Binding("down", "move(-1)", "A day earlier", show=False),
    ]

    def action_move(self, days: int) -> None:
        """Another day; what is no day stays."""
        with suppress(ValueError, OverflowError):
            self.value = (dt.date.fromisoformat(self.value.strip()) + dt.timedelta(days)).isoformat()


class LinesArea(TextArea):
    """As many lines as there are; with `one_line` they are one, broken to be seen whole."""

    def __init__(self, text: str, example: str, *, one_line: bool) -> None:
        super().__init__(text, compact=True, tab_behavior="focus", highlight_cursor_line=False, placeholder=example)
        self._one_line = one_line

    async def _on_key(self, event: events.Key) -> None:
        """Enter ends what is one line, however wide the screen shows it."""
        if self._one_line and event.key == "enter":
            event.prevent_default()
            event.stop()
            self.screen.focus_next()

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """The line below; from the last one on to what is suggested."""
        if self.cursor_at_last_line and not select:
            self.post_message(FieldEntry.Left(self))
        else:
            super().action_cursor_down(select)


class FieldEntry(Vertical):
    """A field with its editor."""

    @dataclass
    class Changed(Message):
        """Somebody typed into the field, or chose a value."""

        name: str
        text: str

    @dataclass
    class Left(Message):
        """Somebody went down from the last line of the editor."""

        editor: Widget

    def __init__(self, field: ShownField) -> None:
        super().__init__(classes=f"-{field.type}")
        self.field = field
        self._finding: Finding | None = None
        self._said = field.text

    def compose(self) -> ComposeResult:
        """Label, editor, and the line below."""
        star = Content.styled(" *", "$warning") if self.field.required else ""
        yield Static(Content.assemble(show_line(self.field.label), star), classes="label")
        yield self._make_editor()
        yield Static(classes="below")

    def on_mount(self) -> None:
        """Say what is to be said from the start."""
        self._tell()

    @property
    def editor(self) -> Widget:
        """The widget that is typed into."""
        return self.query("Input, LinesArea, Select").first()

    @property
    def text(self) -> str:
        """What the editor holds."""
        return self._said

    @text.setter
    def text(self, text: str) -> None:
        """Put another value in."""
        if text == self._said:
            return
        self._said = text
        editor = self.editor
        if isinstance(editor, Input):
            editor.value = text
        elif isinstance(editor, TextArea):
            editor.load_text(text)
        elif isinstance(editor, Select):
            editor.value = text if text in self.field.options else Select.NULL

    def tell(self, finding: Finding | None) -> None:
        """Say what is wrong with the value."""
        if finding != self._finding:
            self._finding = finding
            self._tell()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Help whoever comes here."""
        del event
        self._tell()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Be quiet again."""
        del event
        self._tell()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def _take(self, event: Input.Changed | TextArea.Changed | Select.Changed) -> None:
        event.stop()
        if isinstance(event, TextArea.Changed):
            said = event.text_area.text
        else:
            said = "" if event.value is Select.NULL else str(event.value)
        is_unknown = isinstance(event, Select.Changed) and not said and self._said not in self.field.options
        if said != self._said and not is_unknown:  # what is none of the options stays until somebody chooses one
            self._said = said
            self.post_message(self.Changed(self.field.name, said))
            self._tell()

    def _make_editor(self) -> Widget:
        field = self.field
        if field.options:
            value = field.text if field.text in field.options else Select.NULL
            prompt = one_line(field.text) or "–"
            return Select([(option, option) for option in field.options], value=value, prompt=prompt, compact=True)
        example = f"e.g. {field.example}" if field.example else ""
        if field.type == "date":
            return DayInput(field.text, placeholder=example, compact=True, select_on_focus=False)
        return LinesArea(field.text, example, one_line=field.type not in _MANY_LINES)

    def _tell(self) -> None:
        below = self.query_one(".below", Static)
        told = self._below()
        below.display = told is not None
        if told is not None:
            below.update(told)

    def _below(self) -> Content | None:
        """What is wrong, else help where somebody is at work, else what a date means."""
        if self._finding:
            sign, style = SIGNS[self._finding.severity]
            return Content.assemble((f"{sign} ", style), show_line(self._finding.message))
        if self.has_focus_within:
            parts = f" {' | '.join(self.field.parts)}, a row on each line." if self.field.parts else ""
            return show_line(f"{self.field.help}{parts}", "italic $foreground-muted")
        words = read_date(self._said) if self.field.type == "date" and self._said else ""
        return Content.styled(words, "$foreground-muted") if words not in ("", self._said) else None
