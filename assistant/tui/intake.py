"""Letters on their way in, beside whatever the screen shows: chosen, dropped on the terminal, or come into the inbox.

Documents are filed in a thread, one batch after another. What became of each is kept as long as the app is open; what
was filed stays when the rest is cancelled.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events, on, work
from textual.app import App
from textual.message import Message
from textual.reactive import reactive

from assistant.errors import AssistantError
from assistant.tui.aside import Aside
from assistant.tui.commands import command, key_of
from assistant.tui.places import PLACES
from assistant.tui.words import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from textual.binding import BindingType

    from assistant.filing import Outcome
    from assistant.office import Office

_LOOK_EVERY = 2.0
"""Seconds between two looks into the inbox."""

_TELL_EVERY = 1.0
"""Seconds after which the places are told of letters that came, while more are coming."""


class Progress(NamedTuple):
    """How far filing has come."""

    done: int = 0
    total: int = 0
    """Files; what hangs on a mail counts as one more when it is met."""
    running: bool = False


class IntakeApp(App[None]):
    """An app that files documents. `filing` tells how far it is, `outcomes` what became of each since the app began."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("filing.choose", "ctrl+o", "choose_files", "File", "Choose letters and reports to file", show=False),
        command("filing.add", "a", "add_files", "Add letters", "The same, with one key in the Library", show=False),
        command("filing.list", "ctrl+g", "show_filing", "Filed", "What was filed now, and what was not", show=False),
    ]

    filing: reactive[Progress] = reactive(Progress())
    letters_filed: reactive[int] = reactive(0)
    """Documents that are new in the office since the app began; places that show letters watch it."""

    @dataclass
    class Filed(Message):
        """One document was filed, or could not be."""

        outcome: Outcome

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.outcomes: list[Outcome] = []
        self._filing, self._looking = Aside(), Aside()
        self._cancelled = Event()
        self._waiting = 0
        self._told = 0.0
        self._is_looking = self._inbox_missed = False
        self._whose = ""

    def watch_filing(self, filing: Progress) -> None:
        """The bar on top tells how far it is."""
        if filing.running:
            self.sub_title = f"Filing {filing.done:,} of {filing.total:,}"
        elif self._whose:
            self.sub_title = self._whose

    def begin_intake(self, whose: str) -> None:
        """From now on file what comes into the inbox, if the office has one; `whose` stands on the bar meanwhile."""
        self._whose = self.sub_title = whose
        self.set_interval(_LOOK_EVERY, self._look_into_inbox)

    async def on_event(self, event: events.Event) -> None:
        """Files dropped on the terminal are filed, wherever one is; other text goes where one types."""
        if isinstance(event, events.Paste) and not event.is_forwarded:
            from assistant.tui.dropped import dropped_files  # noqa: PLC0415 - not before the first paint

            paths = dropped_files(event.text)
            if paths:
                self.file(paths)
                return
        await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Elsewhere the letter has other meanings, or none."""
        if action == "add_files":
            return self.current_mode == PLACES[0].mode
        return super().check_action(action, parameters)

    def action_add_files(self) -> None:
        """Let a person choose, from the Library."""
        self.action_choose_files()

    def action_choose_files(self) -> None:
        """Let a person choose, and file what was chosen."""
        from assistant.tui.screens.file_picker import FilePickerScreen  # noqa: PLC0415 - not before the first paint

        self.push_screen(FilePickerScreen(), self._file_chosen)

    def action_show_filing(self) -> None:
        """Show what became of each document."""
        from assistant.tui.screens.filing import FilingScreen  # noqa: PLC0415 - not before the first paint

        if not isinstance(self.screen, FilingScreen):
            self.clear_notifications()  # what they told stands in the list, below them
            self.push_screen(FilingScreen())

    def cancel_filing(self) -> None:
        """File nothing more once the document under way is done; the rest stays where it is."""
        self._cancelled.set()

    @work(group="filing", exit_on_error=False)
    async def file(self, paths: Sequence[Path]) -> None:
        """File documents; of folders, everything in them that can be read."""
        found = await self._looking.ask(self.office.find_files, paths)
        if not found:
            self.notify("Nothing in this folder can be read.", severity="warning", markup=False)
        try:
            await self._file_all(lambda: self.office.add(found), len(found))
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)

    def _file_chosen(self, paths: tuple[Path, ...] | None) -> None:
        if paths:
            self.file(paths)

    @work(group="inbox", exit_on_error=False)
    async def _look_into_inbox(self) -> None:
        if self._is_looking or self._waiting:
            return  # a folder on the net may take longer to look into than we wait between looks
        self._is_looking = True
        try:
            inbox = await self._looking.ask(lambda: self.office.inbox)
            paths = await self._looking.ask(inbox.ready) if inbox else ()
            if inbox and paths:
                await self._file_all(partial(inbox.file, paths), len(paths))
            self._inbox_missed = False
        except AssistantError as error:
            if not self._inbox_missed:
                self.notify(str(error), severity="warning", markup=False)
            self._inbox_missed = True
        finally:
            self._is_looking = False

    async def _file_all(self, filing: Callable[[], Iterator[Outcome]], total: int) -> None:
        if not self._waiting:
            self._cancelled.clear()
            self.filing = Progress(running=bool(total))
        self._waiting += 1
        self.filing = self.filing._replace(total=self.filing.total + total)
        before = len(self.outcomes)
        try:
            await self._filing.ask(self._work_through, filing)
        finally:
            self._waiting -= 1
            self.call_later(self._finish, before)

    def _work_through(self, filing: Callable[[], Iterator[Outcome]]) -> None:
        """In the thread: file until all is done or a person cancels."""
        if self._cancelled.is_set():
            return
        for outcome in filing():
            self.post_message(self.Filed(outcome))
            if self._cancelled.is_set():
                return

    @on(Filed)
    def _take(self, event: Filed) -> None:
        self.outcomes.append(event.outcome)
        done = self.filing.done + 1
        self.filing = self.filing._replace(done=done, total=max(done, self.filing.total))
        if time.monotonic() - self._told > _TELL_EVERY:
            self._tell_places()

    def _tell_places(self) -> None:
        self._told = time.monotonic()
        self.letters_filed = sum(outcome.id is not None and not outcome.duplicate for outcome in self.outcomes)

    def _finish(self, before: int) -> None:
        self._tell_places()
        if self._waiting:
            return
        cancelled = self.filing.done < self.filing.total
        self.filing = self.filing._replace(running=False)
        if new := self.outcomes[before:]:
            clean = not any(outcome.error or outcome.losses for outcome in new)
            told = f"{summary(new)}{' The rest was cancelled.' if cancelled else ''}"
            self.notify(
                told if clean else f"{told} {self._where_to_read}",
                severity="information" if clean else "warning",
                markup=False,
            )

    @property
    def _where_to_read(self) -> str:
        return f"What was not read stands under “Filed”: {key_of('filing.list', self)}."


def summary(outcomes: Sequence[Outcome]) -> str:
    """What became of documents, in numbers: "3 filed, 1 filed before, 1 not filed."."""
    failed = sum(outcome.error is not None for outcome in outcomes)
    known = sum(outcome.duplicate for outcome in outcomes)
    lost = sum(len(outcome.losses) for outcome in outcomes)
    parts = [f"{len(outcomes) - failed - known:,} filed"]
    parts += [f"{known:,} filed before"] if known else []
    parts += [f"{failed:,} not filed"] if failed else []
    parts += [f"{count(lost, 'thing')} in them not read"] if lost else []
    return f"{', '.join(parts)}."
