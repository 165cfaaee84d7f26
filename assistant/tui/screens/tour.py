"""A tour of the app in a few steps, each shown at the foot of the place it speaks of. It can be left at any step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.tui.commands import key_of
from assistant.tui.places import PLACES

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Step(NamedTuple):
    """One thing to know, told in the place `mode`; `{library.search}` in the words is the key of that command."""

    mode: str
    title: str
    words: str


_ALL_STEPS = (
    Step(
        "library",
        "Everything the office has",
        "Letters appear as you type. The line takes words, “a phrase” and fields such as person:shakirov "
        "or act:promise; up and down choose, {library.read} reads the letter beside it, {library.back} goes back.",
    ),
    Step(
        "library",
        "Words to quote",
        "In a letter {library.next} and {library.previous} go from fact to fact. {library.copy} copies a fact that was "
        "accepted, in quotation marks and with its citation: paste it wherever you write.",
    ),
    Step(
        "library",
        "Getting letters in",
        "Drop files or whole folders on this window, or choose them with {filing.choose}. {filing.list} tells what "
        "became of each, and what could not be read. A folder named under [inbox] in office.toml is filed by itself.",
    ),
    Step(
        "review",
        "Nothing is cited that nobody has read",
        "What was found in a letter is a proposal, shown at its place in the text: {review.accept} accepts it, "
        "{review.reject} rejects it, {review.undo} takes back the last step. Each step is on disk at once.",
    ),
    Step(
        "drafts",
        "The next letter",
        "A draft comes filled from the letter it answers: the form of address, the promises still open, the questions. "
        "Each quotation is compared with its source while you write; a letter with a wrong one is not exported.",
    ),
    Step(
        "agenda",
        "What is due, and who is who",
        "Letters that wait for a reply, promises made to you, drafts begun: late ones first. The next place has "
        "a page about everybody in your letters: offices held, what they said and promised, forms of address.",
    ),
    Step(
        "library",
        "Keys",
        "The digits change place, {app.help} helps, and {app.palette} finds every command by its name: this tour too. "
        "What you see is plain files in the office’s folder. Nothing you type is lost, and nothing leaves the machine.",
    ),
)
STEPS = tuple(step for step in _ALL_STEPS if step.mode in {place.mode for place in PLACES})


class TourScreen(ModalScreen[int | None]):
    """One step; gives back the number of the next one wished for, None at the end."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right,space", "go(1)", "Next", id="tour.next"),
        Binding("left,backspace", "go(-1)", "Before", id="tour.before"),
        Binding("escape", "dismiss(None)", "Leave the tour", id="tour.leave"),
    ]

    def __init__(self, step: int) -> None:
        super().__init__()
        self._step = step

    def compose(self) -> ComposeResult:
        """The words of the step and how to go on."""
        with Vertical() as box:
            box.border_title = f"{self._step + 1} of {len(STEPS)}  {STEPS[self._step].title}"
            yield Static(id="words")
            yield Static("enter  go on   left  the step before   escape  leave the tour", id="how")

    def on_mount(self) -> None:
        """Put the keys into the words, as this office has them."""
        place = self.app.screen_stack[-2]
        told = re.sub(r"\{([\w.]+)\}", lambda match: key_of(match[1], place, self.app), STEPS[self._step].words)
        self.query_one("#words", Static).update(Content(told))

    def action_go(self, by: int) -> None:
        """Go to the step after this one, or before; behind the last the tour ends."""
        step = max(0, self._step + by)
        self.dismiss(step if step < len(STEPS) else None)
