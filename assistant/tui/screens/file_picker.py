"""Choosing files to be filed: a folder's content, newest first, and a line that filters it or takes a path."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.tui.aside import Aside
from assistant.tui.commands import command
from assistant.tui.literal import show_line
from assistant.tui.widgets.key_bar import KeyBar
from assistant.tui.words import count

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Key

_COMMANDS = frozenset({"space", "slash"})
"""Printable keys that mean something else in the list."""
_MOST = 2_000
"""Rows shown of one folder; the rest is found by typing."""


class Entry(NamedTuple):
    """A file or folder that can be chosen."""

    path: Path
    is_folder: bool
    changed: float
    """Seconds since 1970."""


class FilePickerScreen(ModalScreen[tuple[Path, ...]]):
    """Gives back the files and folders that were chosen; None when one left without."""

    HELP = """
## File letters

*Enter* opens a folder or files the document; *space* marks several, of folders too, and *enter* files what is marked.
Type words of a name, or a path, and it goes into the line. Files dropped on the window are filed at once.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        command("picker.choose", "enter", "choose", "Choose", "Open the folder, or file", priority=True),
        command("picker.mark", "space", "mark", "Mark", "Mark it, to file several at once"),
        command("picker.up", "backspace", "up", "Up", "The folder above"),
        command("picker.line", "slash", "line", "Find", "Words of a name, or a path"),
        command("picker.close", "escape", "back", "Back", "Leave, and file nothing"),
    ]

    list = query_one(OptionList)
    line = query_one(Input)

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder or _first_folder()
        self._entries: tuple[Entry, ...] = ()
        self._shown: tuple[Entry, ...] = ()
        self._marked: dict[Path, None] = {}
        self._looking = Aside()

    def compose(self) -> ComposeResult:
        """Where one is, the line, the content."""
        with Vertical(id="picker"):
            yield Static(id="here")
            yield Input(placeholder="words of a name, or a path", select_on_focus=False)
            yield OptionList(markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin in the folder."""
        self.query_one("#picker").border_title = "File letters and reports"
        self.list.focus()
        self._open(self._folder)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the line these keys are letters."""
        if action in {"mark", "up", "line"}:
            return self.focused is not self.line
        return super().check_action(action, parameters)

    def action_choose(self) -> None:
        """Open a folder, file a document, or all that is marked."""
        typed = self._typed
        if self.focused is self.line and typed:
            self._take(typed)
        elif self._marked:
            self.dismiss(tuple(self._marked))
        elif self._chosen:
            self._take(self._chosen.path)

    def action_mark(self) -> None:
        """Mark what is chosen, or take the mark away, and go on to the next."""
        chosen, index = self._chosen, self.list.highlighted
        if chosen and index is not None and chosen.path != self._folder.parent:
            if chosen.path in self._marked:
                del self._marked[chosen.path]
            else:
                self._marked[chosen.path] = None
            self.list.replace_option_prompt_at_index(index, self._row(chosen))
            self.list.action_cursor_down()
            self._tell()

    def action_up(self) -> None:
        """Open the folder above."""
        self._open(self._folder.parent)

    def action_line(self) -> None:
        """Go to the line."""
        self.line.focus()

    def action_back(self) -> None:
        """Out of the line, else out of here."""
        if self.focused is self.line:
            self.line.value = ""
            self.list.focus()
        else:
            self.dismiss(None)

    @property
    def _chosen(self) -> Entry | None:
        index = self.list.highlighted
        return self._shown[index] if index is not None and index < len(self._shown) else None

    @property
    def _typed(self) -> Path | None:
        """The path in the line: whole, or from this folder on, or without the slash that led into the line."""
        words = self.line.value.strip()
        if not any(sign in words for sign in "/\\~"):
            return None
        typed = Path(words).expanduser()
        places = (self._folder / typed, Path(self._folder.anchor) / typed)
        return next((path for path in places if path.exists()), places[0])

    def on_key(self, event: Key) -> None:
        """Whoever types in the list looks for a name."""
        if self.focused is self.list and event.character and event.is_printable and event.key not in _COMMANDS:
            event.stop()
            self.line.focus()
            self.line.insert_text_at_cursor(event.character)

    @on(OptionList.OptionSelected)
    def _click(self) -> None:
        self.action_choose()

    @on(Input.Changed)
    def _filter(self) -> None:
        words = self.line.value.casefold().split()
        fits = [entry for entry in self._entries if all(word in entry.path.name.casefold() for word in words)]
        self._show(self._entries if self._typed else tuple(fits))

    def _take(self, path: Path) -> None:
        if path.is_dir():
            self._open(path)
        elif path.exists():
            self.dismiss((path,))
        else:
            self.notify(f"{path}: there is no such file.", severity="warning", markup=False)

    @work(exclusive=True, group="folder", exit_on_error=False)
    async def _open(self, folder: Path) -> None:
        try:
            self._entries = await self._looking.ask(partial(list_folder, folder))
        except OSError as error:
            self.notify(f"{folder}: {(error.strerror or str(error)).lower()}.", severity="warning", markup=False)
            return
        self._folder = folder
        self.line.value = ""
        self._show(self._entries)
        self.list.focus()
        self._tell()

    def _show(self, entries: tuple[Entry, ...]) -> None:
        self._shown = entries[:_MOST]
        self.list.set_options([Option(self._row(entry)) for entry in self._shown])
        self.list.highlighted = 0 if self._shown else None

    def _tell(self) -> None:
        marked = f"   {count(len(self._marked), 'thing')} marked" if self._marked else ""
        self.query_one("#here", Static).update(show_line(f"{self._folder}{marked}"))

    def _row(self, entry: Entry) -> Content:
        mark = Content.styled("✓ ", "bold $success") if entry.path in self._marked else Content("  ")
        if entry.path == self._folder.parent:
            return Content("  ..")
        if entry.is_folder:
            return Content.assemble(mark, show_line(f"{entry.path.name}/", "bold"))
        day = datetime.fromtimestamp(entry.changed).astimezone()
        return Content.assemble(mark, show_line(entry.path.name), (f"   {day:%Y-%m-%d %H:%M}", "$foreground-muted"))


def list_folder(folder: Path) -> tuple[Entry, ...]:
    """The folder above, folders by name, then files by their time, newest first; hidden ones are left out."""
    entries = [_entry(path) for path in folder.iterdir() if not path.name.startswith(".")]
    folders = sorted((entry for entry in entries if entry.is_folder), key=lambda entry: entry.path.name.casefold())
    files = sorted((entry for entry in entries if not entry.is_folder), key=lambda entry: -entry.changed)
    above = [Entry(folder.parent, is_folder=True, changed=0)] if folder.parent != folder else []
    return (*above, *folders, *files)


def _entry(path: Path) -> Entry:
    try:
        return Entry(path, is_folder=path.is_dir(), changed=path.stat().st_mtime)
    except OSError:  # gone meanwhile, or a link to nowhere
        return Entry(path, is_folder=False, changed=0)


def _first_folder() -> Path:
    """Where mail programs and browsers leave what comes."""
    home = Path.home()
    return home / "Downloads" if (home / "Downloads").is_dir() else home
