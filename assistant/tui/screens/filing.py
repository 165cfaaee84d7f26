"""What became of every document filed since the app began: as what it stands, what was not read of it, what failed."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import OptionList, ProgressBar, Static
from textual.widgets.option_list import Option

from assistant.tui.commands import command
from assistant.tui.hanging import hang
from assistant.tui.intake import IntakeApp, Progress, summary
from assistant.tui.literal import show_line
from assistant.tui.widgets.key_bar import KeyBar
from assistant.tui.words import count

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from assistant.filing import Outcome

_NONE = "Nothing was filed since the app was opened. Choose files with ctrl+o, or drop them on this window."


class FilingScreen(ModalScreen[None]):
    """The list; it grows while one looks at it, and closing it stops nothing."""

    HELP = """
## Filed

✓ was filed, = was filed before, ✗ could not be read; beneath stands what was not read of it. Filing goes on when this
is closed. *Stop* ends it after the document under way: what was filed stays, the rest is where it was.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        command("filing.stop", "x", "stop", "Stop", "File no more; what was filed stays"),
        command("filing.close", "escape", "dismiss", "Close", "Close the list; filing goes on"),
    ]

    list = query_one(OptionList)
    bar = query_one(ProgressBar)

    def compose(self) -> ComposeResult:
        """Numbers and a bar on top, the documents under it, newest last."""
        with Vertical(id="filing"):
            yield Static(id="numbers")
            yield ProgressBar(show_eta=False)
            yield OptionList(markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """Follow the app."""
        self.query_one("#filing").border_title = "Filed"
        self.watch(self.app, "filing", self._follow, init=False)
        self.list.focus()

    def on_resize(self) -> None:
        """Break the lines anew, once the list has its width."""
        self.call_after_refresh(self._fill)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to stop when nothing is under way."""
        if action == "stop":
            return self._intake.filing.running
        return super().check_action(action, parameters)

    def action_stop(self) -> None:
        """File no more."""
        self._intake.cancel_filing()

    @property
    def _intake(self) -> IntakeApp:
        assert isinstance(self.app, IntakeApp)  # noqa: S101 - for mypy: no other app shows this screen
        return self.app

    def _fill(self) -> None:
        self.list.clear_options()
        self._follow(self._intake.filing)

    def _follow(self, progress: Progress) -> None:
        outcomes = self._intake.outcomes
        at_end = self.list.highlighted in {None, self.list.option_count - 1}
        width = self.list.scrollable_content_region.width
        self.list.add_options(Option(_row(outcome, width)) for outcome in outcomes[self.list.option_count :])
        if at_end and outcomes:
            self.list.highlighted = self.list.option_count - 1
        self.bar.update(total=progress.total or None, progress=progress.done)
        self.bar.display = progress.running
        told = f"{progress.done:,} of {count(progress.total, 'file')}: " if progress.running else ""
        self.query_one("#numbers", Static).update(f"{told}{summary(outcomes)}" if outcomes else _NONE)
        self.refresh_bindings()


def _row(outcome: Outcome, width: int) -> Content:
    heading = Content.assemble(show_line(PurePath(outcome.path).name, "bold"), _became(outcome))
    why = [show_line(str(outcome.error))] if outcome.error else []
    losses = [Content.assemble(("not read: ", "$warning"), show_line(loss.what)) for loss in outcome.losses]
    lines = [hang(heading, width, Content.assemble(_mark(outcome), " "), "  ")]
    return Content("\n").join([*lines, *(hang(line, width, "  ") for line in (*why, *losses))])


def _mark(outcome: Outcome) -> tuple[str, str]:
    if outcome.error:
        return "✗", "bold $error"
    return ("=", "bold $foreground-muted") if outcome.duplicate else ("✓", "bold $success")


def _became(outcome: Outcome) -> Content:
    if outcome.error:
        return Content("  not filed")
    said = "filed before" if outcome.duplicate else f"{count(outcome.facts, 'fact')} to review"
    return Content.assemble("  ", show_line(outcome.id or ""), ("  " + said, "$foreground-muted"))
