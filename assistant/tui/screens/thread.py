"""An exchange of letters, and under each letter of ours what its reply says to every point; verdicts are given here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.errors import AssistantError
from assistant.model.decision import Answer
from assistant.tui.aside import Aside
from assistant.tui.commands import command
from assistant.tui.hanging import hang
from assistant.tui.literal import show_line
from assistant.tui.screens.asking import AskScreen
from assistant.tui.widgets.key_bar import KeyBar
from assistant.tui.widgets.thread_view import ThreadView
from assistant.tui.words import clip, count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from assistant.model.coverage import Coverage, CoveredPoint
    from assistant.model.thread import Thread
    from assistant.office import Office

_SIGNS = {
    Answer.ANSWERED: ("✓", "$success"),
    Answer.PARTLY: ("◐", "$warning"),
    Answer.EVADED: ("~", "$warning"),
    Answer.NOT_ANSWERED: ("✗", "$error"),
}
_WORDS = 200


class ThreadScreen(Screen[None]):
    """One thread, with the coverage of the letters in it."""

    HELP = """
## The exchange

On the left the letters in order, on the right what was asked and what the reply says to it. Proposals say so; **a**,
**p**, **v** and **x** give your verdict. **l** joins the letter to another, **c** cuts what was proposed.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        command("thread.answered", "a", "judge('answered')", "Answered", "The reply answers this point"),
        command("thread.partly", "p", "judge('partly')", "In part", "The reply answers it in part"),
        command("thread.evaded", "v", "judge('evaded')", "Evaded", "The reply speaks of it and says nothing"),
        command("thread.not_answered", "x", "judge('not_answered')", "Not answered", "The reply passes over it"),
        command("thread.link", "l", "link", "Join", "Say which letter this one answers or follows", show=False),
        command("thread.unlink", "c", "unlink", "Cut", "Say that it does not answer what is proposed", show=False),
        command("thread.back", "escape", "back", "Back", "Back to where you came from"),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-middle")]  # noqa: RUF012 - Textual's declaration

    def __init__(self, office: Office, letter: str) -> None:
        super().__init__()
        self._office, self._letter = office, letter
        self._aside = Aside()
        self._thread: Thread | None = None
        self._points: list[tuple[str, CoveredPoint]] = []

    def compose(self) -> ComposeResult:
        """The line of letters, the points, the keys."""
        with Horizontal(id="exchange"):
            with VerticalScroll(id="line") as line:
                line.border_title = "Letters"
                yield ThreadView(id="moves")
            yield OptionList(markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin at the points."""
        self.query_one(OptionList).border_title = "What was asked, and what was said to it"
        self.query_one(OptionList).focus()
        self._look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Verdicts are given where there are points."""
        return bool(self._points) if action == "judge" else super().check_action(action, parameters)

    def action_back(self) -> None:
        """One step: out of help, else back to where one came from."""
        if self.query("HelpPanel"):
            self.app.action_hide_help_panel()
        else:
            self.dismiss()

    def action_judge(self, answer: str) -> None:
        """Give a verdict on the point that is chosen."""
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(self._points):
            letter, point = self._points[at]
            self._decide(lambda: self._office.correspondence.judge(letter, {point.fact: Answer(answer)}))

    def action_link(self) -> None:
        """Ask for the letter this one answers or follows."""
        ask = AskScreen("Which letter does it answer or follow?", "The id of the letter, as the Library shows it.")
        self.app.push_screen(ask, lambda earlier: self._join(earlier, joined=True) if earlier else None)

    def action_unlink(self) -> None:
        """Cut the letter from the one it is said to answer."""
        links = self._thread.links if self._thread else ()
        earlier = next((link.earlier for link in links if link.later == self._letter and "~" not in link.earlier), None)
        if earlier:
            self._join(earlier, joined=False)
        else:
            self.notify("This letter is joined to no earlier one.", markup=False)

    def _join(self, earlier: str, *, joined: bool) -> None:
        self._decide(lambda: self._office.correspondence.link(self._letter, earlier, joined=joined))

    @work(group="decide", exit_on_error=False)
    async def _decide(self, decide: Callable[[], object]) -> None:
        try:
            await self._aside.ask(decide)
        except AssistantError as error:
            self.notify(str(error), severity="error", markup=False)
        self._look()

    @work(exclusive=True, group="look", exit_on_error=False)
    async def _look(self) -> None:
        try:
            thread, covered = await self._aside.ask(self._gather)
        except AssistantError as error:
            self.query_one(ThreadView).say(str(error))
            return
        self._thread = thread
        self._points = [(coverage.letter, point) for coverage in covered for point in coverage.points]
        self.query_one(ThreadView).show(thread, self._letter)
        self.query_one(OptionList).border_title = f"What was asked: {count(len(self._points), 'point')}"
        self._fill()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Break the lines of the points anew, once the list has its width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        points = self.query_one(OptionList)
        at, width = points.highlighted, points.scrollable_content_region.width
        points.set_options(_rows(self._points, width))
        points.highlighted = min(at or 0, len(self._points) - 1) if self._points else None

    def _gather(self) -> tuple[Thread, list[Coverage]]:
        desk = self._office.correspondence
        thread = desk.thread(self._letter)
        letters = [move.id for move in thread.moves if not move.is_gap]
        covered = [desk.coverage(letter) for letter in letters]
        return thread, [coverage for coverage in covered if coverage.reply]


def _rows(points: Sequence[tuple[str, CoveredPoint]], width: int) -> Iterator[Option | None]:
    """A row for every point, with a rule (None) between them."""
    for index, (letter, point) in enumerate(points):
        if index:
            yield None
        yield Option(Content("\n").join(_lines(letter, point, width)))


def _lines(letter: str, point: CoveredPoint, width: int) -> Iterator[Content]:
    sign, style = _SIGNS[point.answer]
    said = point.answer.words if point.decided else f"{point.answer.words}, proposed"
    yield Content.assemble((f"{sign} {said}", style), (f"  {letter}", "$foreground-muted"))
    yield hang(show_line(clip(point.text, _WORDS)), width, "  ")
    for each in point.bearing:
        yield hang(show_line(clip(f"“{each.text}”", _WORDS), "$foreground-muted"), width, "    ")
    yield hang(show_line(point.because, "$foreground-muted italic"), width, "    ")
