"""What a search found: letters, and under each the facts that answer. Tells which of them is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.geometry import Size, Spacing
from textual.message import Message
from textual.reactive import Reactive
from textual.visual import Padding
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.model.display import one_line, read_date
from assistant.tui.literal import matched_words, show_around, show_line, unmark
from assistant.tui.words import ACTS, clip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.model.search import FactHit, Hit, SearchResult

_QUOTE = 120
"""Characters of a fact shown in the list; the letter beside it shows all."""

_MATCH = "bold $accent"


class Found(OptionList):
    """Letters and facts, best first."""

    HELP = """
## Found

Letters, best first, and under each its facts that answer, with a letter for what they do: **A** admission,
**D** done, **P** promise, **R** request, **F** refusal, **C** concern, **V** view, **E** event, **Q** question.
The letter beside the list follows. A fact marked *not reviewed* cannot be cited yet.
"""

    # the list keeps its place on the screen however long it is: nothing is to be laid out anew for a key
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    @dataclass
    class Chosen(Message):
        """A letter was chosen, or one of its facts."""

        hit: Hit
        fact: FactHit | None

    @dataclass
    class EndReached(Message):
        """The last of what is shown is chosen."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._rows: list[tuple[Hit, FactHit | None]] = []

    @property
    def chosen(self) -> tuple[Hit, FactHit | None] | None:
        """The letter that is chosen, with the fact if it is one."""
        return self._rows[self.highlighted] if self.highlighted is not None and self._rows else None

    @property
    def chosen_fact(self) -> str | None:
        """The fact that is chosen, as "precedent#fact"."""
        hit, fact = self.chosen or (None, None)
        return f"{hit.precedent}#{fact.fact}" if hit and fact else None

    def show(self, result: SearchResult, *, keep: bool) -> None:
        """Show hits, one at least; `keep` what is chosen, if it is still there, else choose the best."""
        before = self.highlighted_option.id if keep and self.highlighted_option else None
        self._rows = [(hit, fact) for hit in result.hits for fact in (None, *hit.facts)]
        self.set_options(_options(result.hits))
        again = next((index for index, option in enumerate(self.options) if before and option.id == before), None)
        best = 1 if result.hits[0].facts else 0
        self.highlighted = best if again is None else again

    def clear(self) -> None:
        """Show nothing."""
        self._rows = []
        self.clear_options()

    def move(self, step: int) -> None:
        """Choose the row `step` further on; at the ends stay."""
        if self.highlighted is not None:
            self.highlighted = min(max(0, self.highlighted + step), self.option_count - 1)

    @on(OptionList.OptionHighlighted)
    def _tell(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option in self.options and self.chosen:
            self.post_message(self.Chosen(*self.chosen))
            if event.option_index == self.option_count - 1:
                self.post_message(self.EndReached())


def _options(hits: Sequence[Hit]) -> Iterator[Option | None]:
    """A row for every letter and every fact, with a rule (None) between letters."""
    for hit in hits:
        if hit is not hits[0]:
            yield None
        yield Option(_letter_row(hit), id=hit.precedent)
        for fact in hit.facts:
            row = _fact_row(fact, matched_words(hit.snippet))
            yield Option(Padding(row, Spacing(left=2)), id=f"{hit.precedent}#{fact.fact}")


def _letter_row(hit: Hit) -> Content:
    parties = Content(" → ").join(show_line(name) for name in (hit.sender, hit.recipients) if name)
    lines = [Content.assemble((read_date(hit.date), "bold"), "  ", parties or show_line(hit.precedent))]
    if hit.subject:
        lines.append(show_line(clip(hit.subject, _QUOTE)))
    words, snippet = matched_words(hit.snippet), hit.snippet.removeprefix(hit.subject)
    if snippet and not _stands_in_fact(hit):
        lines.append(show_around(unmark(snippet), words, _QUOTE, _MATCH).stylize_before("$foreground-muted"))
    return Content("\n").join(lines)


def _stands_in_fact(hit: Hit) -> bool:
    """Whether every matched word is seen in the facts anyway."""
    seen = one_line(" ".join(fact.quote for fact in hit.facts)).casefold()
    return bool(hit.facts) and all(word in seen for word in matched_words(hit.snippet))


def _fact_row(fact: FactHit, words: frozenset[str]) -> Content:
    act, colour = ACTS[fact.act], f"$act-{fact.act}"
    heading = Content.assemble((act.letter, f"bold {colour}"), " ", (act.word, colour))
    if fact.speaker:
        heading = Content.assemble(heading, "  ", show_line(fact.speaker))
    if not fact.citable:
        heading = Content.assemble(heading, "  ", ("not reviewed", "italic $foreground-muted"))
    return Content.assemble(heading, "\n", show_around(fact.quote, words, _QUOTE, _MATCH))
