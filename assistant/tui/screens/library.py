"""The Library: search as you type over everything the office has, and the letter beside what was found.

It asks the office in worker threads and hands values to its widgets; it knows nothing of files or indexes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.widgets import Input, OptionList, Static

from assistant.errors import AssistantError
from assistant.model.display import one_line
from assistant.tui.aside import Aside
from assistant.tui.commands import command
from assistant.tui.literal import show
from assistant.tui.query import as_typed, has_field, toggle_field
from assistant.tui.screens.place import PlaceScreen
from assistant.tui.widgets.found import Found
from assistant.tui.widgets.letter_pane import LetterPane
from assistant.tui.widgets.narrow import Narrow
from assistant.tui.widgets.reader import Reader
from assistant.tui.widgets.search_box import SearchBox
from assistant.tui.words import count_found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from assistant.model.search import FactHit, Hit, SearchResult
    from assistant.office import Office

_FEWEST, _LINES_OF_A_HIT = 10, 3
"""As many letters are asked for as fill the screen; reaching the last asks for as many again."""

_OF_PANES = frozenset({"back", "refresh"})
_OF_A_LETTER = frozenset({"read", "next", "previous", "copy", "review", "write", "exchange", "original", "narrow"})

_PATIENCE = 1.5
"""Seconds without an answer before a person is told why."""

_WAIT = (
    "Looking through the letters.\n\nThe first time, and after many were filed, this takes a while: "
    "some minutes for a hundred thousand. You can leave at any time; what was looked through is kept."
)
_EMPTY = (
    "This office has no letters yet.\n\nChoose some with ctrl+o, drop files or folders on this window, or file them "
    "with “assistant add FILE”."
)
_NOTHING = (
    "No letter answers this search.\n\nTake a word or a field away, or search the beginning of a word (prison*). "
    "What a sentence does is searched as act:promise, whom it speaks of as person:shakirov. "
    "Empty the line to see every letter."
)
_CHOOSE = "Choose a letter, and it opens here."


class LibraryScreen(PlaceScreen):
    """Search, narrow, read, copy."""

    MODE = "library"
    HELP = """
## The Library

Everything this office received or sent. Type to search; choose what was found; the letter beside it follows.
A fact that has been accepted can be copied with its citation and pasted into a draft.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        command("library.search", "slash", "search", "Search", "Go to the search line"),
        command("library.read", "enter", "read", "Read", "Read the letter that is chosen", priority=True),
        command("library.review", "r", "review", "Review", "Review the facts of the letter that is chosen"),
        command("library.write", "w", "write", "Write", "Begin a letter that answers the one that is chosen"),
        command("library.copy", "c", "copy", "Copy", "Copy the quotation with its citation"),
        command("library.narrow", "f", "narrow", "Narrow", "Narrow by act, person, place or year"),
        command("library.next", "n", "next", "Next", "The next letter or fact"),
        command("library.previous", "p", "previous", "Previous", "The letter or fact before", show=False),
        command("library.exchange", "t", "exchange", "Exchange", "The letters before and behind it", show=False),
        command("library.original", "o", "original", "Original", "Open the file it came as", show=False),
        command("library.back", "escape", "back", "Back", "One step back; nothing is lost", show=False),
        command("library.refresh", "f5", "refresh", "Look again", "Look for letters filed since", show=False),
    ]

    search_box = query_one(SearchBox)
    found = query_one(Found)
    narrow = query_one(Narrow)
    pane = query_one(LetterPane)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._result: SearchResult | None = None
        self._limit = _FEWEST
        self._is_open = False
        self._reading = Aside()

    def compose_place(self) -> Iterable[Widget]:
        """The search line, ready to be typed into; the panes follow once it is painted."""
        with Horizontal(id="line"):
            yield SearchBox(placeholder="words, “a phrase”, person:name, act:promise …", id="search")
            yield Static(id="count")
        yield Horizontal(id="panes")

    async def begin(self) -> None:
        """Put up narrow, found and letter side by side; show every letter, newest first."""
        middle = Vertical(Static(id="nothing"), Found(), id="middle")
        await self.query_one("#panes").mount(Narrow(), middle, LetterPane())
        self.narrow.border_title, middle.border_title, self.pane.border_title = "Narrow", "Found", "Letter"
        self._is_open, self._limit = True, self._screenful
        self.refresh_bindings()
        self._ask(self.search_box.value)

    @property
    def _screenful(self) -> int:
        return max(_FEWEST, self.size.height // _LINES_OF_A_HIT)

    def open(self, key: str) -> None:
        """Look for the letter another place sends a person to."""
        self.search_box.value = key if ":" in key else key.partition("#")[0]

    def resume(self) -> None:
        """Show what was decided elsewhere."""
        self.action_refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A letter is needed to do something with it. Enter may mean something else; nobody goes where they are."""
        if action in _OF_A_LETTER:
            is_free = action != "read" or not isinstance(self.focused, Narrow | Reader)
            return is_free and self._is_open and self.found.chosen is not None
        if action == "search":
            return self._is_open and self.focused is not self.search_box
        if action in _OF_PANES:
            return self._is_open
        return super().check_action(action, parameters)

    def action_search(self) -> None:
        """Go to the search line."""
        self.remove_class("-reading", "-narrowing")
        self.search_box.focus()

    def action_read(self) -> None:
        """Go into the letter that is chosen."""
        if self.found.chosen:
            self.remove_class("-narrowing").add_class("-reading")
            self.call_after_refresh(self.pane.reader.focus)

    def action_next(self, step: int = 1) -> None:
        """Go to the next row found; inside the letter, to its next fact."""
        if self.focused is self.pane.reader:
            self.pane.reader.go_to_next_fact(step)
        else:
            self.found.move(step)

    def action_previous(self) -> None:
        """The other way."""
        self.action_next(-1)

    def action_narrow(self) -> None:
        """Go to the facets, or back from them."""
        if self.focused is self.narrow:
            self.action_back()
        else:
            self.remove_class("-reading").add_class("-narrowing")
            self.call_after_refresh(self.narrow.focus)

    def action_back(self) -> None:
        """One step: out of help, facets or letter to what was found, from there to the search line, and no further."""
        if self.query("HelpPanel"):
            self.app.action_hide_help_panel()
        elif self.focused is self.found or not self.found.chosen:
            self.action_search()
        elif self.focused is not self.search_box:
            self.remove_class("-reading", "-narrowing")
            self.call_after_refresh(self.found.focus)

    def action_copy(self) -> None:
        """Copy the fact that is selected: in the letter, where one reads, else among what was found."""
        key = self.pane.selected_fact if self.focused is self.pane.reader else self.found.chosen_fact
        if key:
            self._copy(key)
        else:
            self.notify("Choose a fact first: with n and p in the letter, or among what was found.", markup=False)

    def action_review(self) -> None:
        """Go to the place Review with the letter that is chosen, to its fact."""
        if self.found.chosen:
            here = self.pane.selected_fact if self.focused is self.pane.reader else self.found.chosen_fact
            self.go_to("review", here or self.found.chosen[0].precedent)

    def action_write(self) -> None:
        """Begin a letter that answers the one that is chosen."""
        if self.found.chosen:
            self.go_to("drafts", self.found.chosen[0].precedent)

    def action_exchange(self) -> None:
        """The exchange the letter belongs to, and what was answered in it."""
        if self.found.chosen:
            self.show_exchange(self.found.chosen[0].precedent)

    def action_original(self) -> None:
        """Open the file the letter came as."""
        if self.found.chosen:
            self.open_original(self.found.chosen[0].precedent)

    def action_refresh(self) -> None:
        """Look for letters filed or changed since; what is chosen stays chosen."""
        self.pane.forget()
        self._ask(self.search_box.value, keep=True)

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        self.remove_class("-reading")
        self._limit = self._screenful
        if self._is_open:
            self._ask(event.value)

    @on(SearchBox.Moved)
    def _move(self, event: SearchBox.Moved) -> None:
        if self._is_open:
            self.found.move(event.step)

    @on(Narrow.Toggled)
    def _toggle(self, event: Narrow.Toggled) -> None:
        self.search_box.value = toggle_field(self.search_box.value, event.facet, event.value)

    @on(Found.EndReached)
    def _show_more(self) -> None:
        if self._result and len(self._result.hits) < self._result.total:
            self._limit += self._screenful
            self._ask(self.search_box.value, keep=True)

    @on(OptionList.OptionSelected, "Found")
    def _read_chosen(self) -> None:
        self.action_read()

    @on(Found.Chosen)
    def _follow(self, event: Found.Chosen) -> None:
        self.call_after_refresh(self._show_letter, event.hit, event.fact)

    @work(exclusive=True, group="search", exit_on_error=False)
    async def _ask(self, query: str, *, keep: bool = False) -> None:
        # a newer search cancels this one where it waits, so that its answer is never shown
        patience = self.set_timer(_PATIENCE, partial(self._show_nothing, _WAIT))
        try:
            result = await self.searching.ask(self.office.search, as_typed(query), self._limit)
        except AssistantError as error:
            self._show_nothing(str(error))
        else:
            self._show(result, query, keep=keep)
        finally:
            patience.stop()

    @work(exclusive=True, group="reading", exit_on_error=False)
    async def _read(self, hit: Hit, fact: FactHit | None) -> None:
        try:
            precedent = await self._reading.ask(self.office.precedent, hit.precedent)
        except AssistantError as error:
            self.pane.say(str(error))
        else:
            self.pane.show(precedent, hit, fact)
            if self.has_class("-reading"):
                self.call_after_refresh(self.pane.reader.focus)

    @work(group="copy", exit_on_error=False)
    async def _copy(self, key: str) -> None:
        try:
            quotation = await self._reading.ask(self.office.writing.quotation, key)
        except AssistantError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self.app.copy_to_clipboard(quotation)
            self.notify(one_line(quotation), title="Copied with its citation", markup=False)

    def _show(self, result: SearchResult, query: str, *, keep: bool) -> None:
        self._result = result
        self.query_one("#count", Static).update(count_found(result), layout=False)
        self.set_class(not result.hits, "-nothing")
        if result.hits:
            self.found.show(result, keep=keep)
        else:
            self._show_nothing(_EMPTY if result.nothing_filed else _NOTHING)
        self.search_box.has_answer = bool(result.hits)
        # the hits first: they are what somebody who types looks at
        self.call_after_refresh(self.narrow.show, result, partial(has_field, query))

    def _show_letter(self, hit: Hit, fact: FactHit | None) -> None:
        if self.pane.precedent and self.pane.precedent.id == hit.precedent:
            self.pane.show(self.pane.precedent, hit, fact)
        else:
            self._read(hit, fact)

    def _show_nothing(self, sentence: str) -> None:
        self.add_class("-nothing")
        self.query_one("#nothing", Static).update(show(sentence))
        self.found.clear()
        self.pane.say(_CHOOSE)
