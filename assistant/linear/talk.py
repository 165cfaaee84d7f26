"""How the linear app speaks and listens: one line after another, never back, no colours, no columns.

Whatever it says goes through `literal`: a letter cannot make a terminal do anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.model.display import literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO

_PORTION = 20
"""Rows of a long list said before a person is asked whether to go on."""


class HungUp(Exception):  # noqa: N818 - no error: the person has left
    """Nobody is there to answer any more."""


class Talk:
    """A conversation with whoever types into `listens` and hears what `speaks` is given."""

    def __init__(self, listens: IO[str], speaks: IO[str]) -> None:
        self._listens, self._speaks = listens, speaks
        self._last_said: dict[str, tuple[str, ...]] = {}

    def say(self, text: str) -> None:
        """One or more lines."""
        print(literal(text), file=self._speaks)

    def say_all(self, rows: Sequence[str]) -> None:
        """Rows in portions; after each a person may stop."""
        for index, row in enumerate(rows):
            if index and index % _PORTION == 0 and self.ask(f"{len(rows) - index:,} more. Enter goes on, s stops"):
                return
            self.say(row)

    def ask(self, question: str) -> str:
        """The line typed, without white space around it. Raises HungUp at the end of input."""
        print(f"{literal(question)}: ", end="", file=self._speaks, flush=True)
        line = self._listens.readline()
        if not line:
            raise HungUp
        return line.strip()

    def choose(self, question: str, rows: Sequence[str]) -> int | None:
        """The index of the row chosen by its number, or by the beginning of its words; None for an empty line.

        A list that was said before is not said again, unless somebody asks for it.
        """
        if self._last_said.get(question) != tuple(rows):
            self._say_list(question, rows)
        while answer := self.ask(f"{question}? Number, enter to go back, ? for the list"):
            index = _index(answer, rows)
            if index is not None:
                return index
            if answer == "?":
                self._say_list(question, rows)
            else:
                self.say(f"There is no “{answer}” in this list of {len(rows)}.")
        return None

    def _say_list(self, question: str, rows: Sequence[str]) -> None:
        self._last_said[question] = tuple(rows)
        self.say_all([f"{number}. {row}" for number, row in enumerate(rows, 1)])


def _index(answer: str, rows: Sequence[str]) -> int | None:
    if answer.isdecimal():
        return int(answer) - 1 if 1 <= int(answer) <= len(rows) else None
    meant = [index for index, row in enumerate(rows) if row.casefold().startswith(answer.casefold())]
    return meant[0] if len(meant) == 1 else None
