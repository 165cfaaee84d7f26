"""The facts of a letter in order of the text: what was decided about each, what it does, its words."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import Visual

from assistant.tui.literal import show_line
from assistant.tui.widgets.rows import Rows
from assistant.tui.words import ACTS, clip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions

    from assistant.model.fact import Fact

MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "proposed": (" ", ""),
        "accepted": ("✓", "bold $success"),
        "corrected": ("±", "bold $success"),
        "rejected": ("✗", "bold $error"),
        "obsolete": ("–", "$foreground-muted"),
    }
)
"""Sign and style of what was decided, by the record's term."""

_QUOTE = 160
"""Characters of a fact that may be seen on the widest screen."""


class FactList(Rows):
    """The facts; tells which one is chosen."""

    HELP = """
## Facts

What was found in the letter, in order of the text. **a** accepts a fact and goes to the next one nobody has decided
about, **x** rejects it, **e** says that it does something else, **b** that somebody else said it. ✓ accepted,
± corrected, ✗ rejected. The letter beside the list follows; *tab* goes into it, where words can be selected.
"""

    def __init__(self) -> None:
        super().__init__(id="facts")
        self.facts: tuple[Fact, ...] = ()
        """Those shown, in order of the text."""
        self._rows: dict[str, _Row] = {}

    @property
    def chosen(self) -> Fact | None:
        """The fact that is chosen."""
        return next((fact for fact in self.facts if fact.id == self.here), None)

    def show(self, facts: Sequence[Fact], chosen: str | None = None) -> None:
        """Show facts and choose the one of this id, without one the first that waits."""
        self.facts = tuple(sorted(facts, key=lambda fact: (fact.start, -fact.end)))
        first = next((fact.id for fact in self.facts if fact.review == "proposed"), None)
        self._rows = {fact.id: self._row(number, fact) for number, fact in enumerate(self.facts, 1)}
        self.fill(self._rows.items(), chosen or first)

    def next_waiting(self) -> str | None:
        """The next fact nobody has decided about, behind the chosen one if there is one; else the chosen one."""
        at = self.highlighted or 0
        around = (*self.facts[at + 1 :], *self.facts[:at])
        return next((fact.id for fact in around if fact.review == "proposed"), self.here)

    def _row(self, number: int, fact: Fact) -> _Row:
        """The row of a fact; the one there was when the fact is the same, for a step changes but one."""
        before = self._rows.get(fact.id)
        return before if before and before.fact is fact and before.number == number else _Row(number, fact)


class _Row(Visual):
    """A fact on one line, made up when it comes in sight: a report has thousands of facts."""

    def __init__(self, number: int, fact: Fact) -> None:
        self.number, self.fact = number, fact

    @cached_property
    def _line(self) -> Content:
        fact, act, (mark, style) = self.fact, ACTS[self.fact.act], MARKS[self.fact.review]
        words = show_line(clip(fact.quote, _QUOTE), "" if fact.live else "$foreground-muted strike")
        number = f"{self.number:>3} "
        letter = (act.letter, f"bold $act-{fact.act}")
        return Content.assemble((mark, style), (number, "$foreground-muted"), letter, "  ", words)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The line as it is drawn."""
        return self._line.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Cells of the whole line."""
        return self._line.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """One line, whatever its words."""
        del rules, width
        return 1
