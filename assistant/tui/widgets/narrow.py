"""By what the letters found can be narrowed: act, person, place, year, each with its count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.tui.literal import show_line
from assistant.tui.words import ACTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from assistant.model.search import FacetCount, SearchResult

_FACETS = ("act", "person", "place", "year")
_VALUES = 8
"""Of one facet; further ones are reached by typing the field."""


class Narrow(OptionList):
    """Facets of a search; a value chosen goes into the query, chosen again it leaves it."""

    HELP = """
## Narrow

What the letters found have in common. *Enter* puts a value into the search, *enter* again takes it out; ✓ marks those
that are in. *Escape* goes back.
"""

    @dataclass
    class Toggled(Message):
        """A value of a facet was chosen."""

        facet: str
        value: str

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._facets: Mapping[str, Sequence[FacetCount]] = {}
        self._asked: frozenset[tuple[str, str]] = frozenset()

    def show(self, result: SearchResult, is_asked: Callable[[str, str], bool]) -> None:
        """Show the facets of a result; `is_asked(facet, value)` says which values the query holds already."""
        asked = frozenset(
            (facet, count.value)
            for facet, counts in result.facets.items()
            for count in counts
            if is_asked(facet, count.value)
        )
        if (result.facets, asked) != (self._facets, self._asked):
            self._facets, self._asked = result.facets, asked
            self._fill()

    def on_resize(self) -> None:
        """Set the counts to the right edge again."""
        self._fill()

    def _fill(self) -> None:
        before = self.highlighted_option.id if self.highlighted_option else None
        options: list[Option] = []
        for facet in _FACETS:
            counts = self._facets.get(facet, ())[:_VALUES]
            if counts:
                options.append(Option(Content.styled(facet.capitalize(), "bold $foreground-muted"), disabled=True))
            options += [self._option(facet, count) for count in counts]
        self.set_options(options) if options else self.clear_options()
        kept = next((index for index, option in enumerate(self.options) if before and option.id == before), None)
        self.highlighted = kept

    def _option(self, facet: str, count: FacetCount) -> Option:
        number = f" {count.count:,}"
        room = max(4, self.scrollable_content_region.width - 2 - len(number))
        mark = Content.styled("✓ ", "bold $success") if (facet, count.value) in self._asked else Content("  ")
        name = _act_name(count.value) if facet == "act" else show_line(count.value)
        line = Content.assemble(mark, name.truncate(room, ellipsis=True, pad=True), (number, "$foreground-muted"))
        return Option(line, id=f"{facet}:{count.value}")

    @on(OptionList.OptionSelected)
    def _toggle(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        facet, _, value = (event.option_id or "").partition(":")
        self.post_message(self.Toggled(facet, value))


def _act_name(value: str) -> Content:
    if value not in ACTS:
        return show_line(value)
    act = ACTS[value]
    return Content.assemble((act.letter, f"bold $act-{value}"), " ", act.word)
