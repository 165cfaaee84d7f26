"""Who is who: pairs that may be one person at the top, then everybody kept by name, then whom letters only name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.tui.literal import show_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.model.person import MergeProposal, Person
    from assistant.model.search import NamedOften

    Row: TypeAlias = Person | MergeProposal | NamedOften


class PeopleList(OptionList):
    """Proposals, people and names; tells which one is chosen."""

    HELP = """
## People

At the top pairs of names that may be one person, with the reasons beside; **y** makes them one, **x** remembers that
they are two. Below everybody the office keeps a file of; ✗ marks whoever may not be named everywhere. At the end whom
letters name besides, those of most letters first.
"""

    @dataclass
    class Chosen(Message):
        """A person, a pair or a name was chosen."""

        chosen: Row

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._rows: dict[str, Row] = {}

    @property
    def chosen(self) -> Row | None:
        """What is chosen."""
        option = self.highlighted_option
        return self._rows.get(option.id or "") if option else None

    def show(
        self,
        proposals: Sequence[MergeProposal],
        people: Sequence[Person],
        named: Sequence[NamedOften],
        wanted: str = "",
    ) -> None:
        """Show them, and choose the person of the id `wanted`; else what was chosen, where it is still there."""
        before = self.highlighted_option.id if self.highlighted_option else None
        self._rows = {f"{each.one.name}\n{each.other.name}": each for each in proposals}
        self._rows |= {person.id: person for person in people}
        self._rows |= {_key(each): each for each in named}
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options((*_options(proposals, people), *_names(named)))
        names = [option.id for option in self.options]
        first = next((at for at, name in enumerate(names) if name in self._rows), None)
        here = next((name for name in (wanted, before) if name in self._rows and name in names), None)
        self.highlighted = names.index(here) if here else first

    @on(OptionList.OptionHighlighted)
    def _tell(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if self.chosen:
            self.post_message(self.Chosen(self.chosen))


def _options(proposals: Sequence[MergeProposal], people: Sequence[Person]) -> Iterator[Option]:
    if proposals:
        yield Option(Content.styled("One person?", "bold $warning"), disabled=True)
    for each in proposals:
        pair = Content.assemble(
            "  ", show_line(each.one.name), (" = ", "$foreground-muted"), show_line(each.other.name)
        )
        yield Option(pair, id=f"{each.one.name}\n{each.other.name}")
    if people:
        yield Option(Content.styled("People", "bold"), disabled=True)
    for person in people:
        mark = ("  ", "") if person.naming.allowed else ("✗ ", "bold $error")
        yield Option(Content.assemble(mark, show_line(person.name)), id=person.id)


def _names(named: Sequence[NamedOften]) -> Iterator[Option]:
    if named:
        yield Option(Content.styled("Named in letters", "bold"), disabled=True)
    for each in named:
        letters = (f"  {each.letters:,}", "$foreground-muted")
        yield Option(Content.assemble("  ", show_line(each.name), letters), id=_key(each))


def _key(named: NamedOften) -> str:
    """A row's key that is no person's id."""
    return f"~{named.name}"
