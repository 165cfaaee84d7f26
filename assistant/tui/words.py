"""The words the screens use: short names and letters for acts, counts as a person reads them.

Files and commands keep the record's own terms (acknowledgement); nothing here reaches either.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.model.search import SearchResult


class ActName(NamedTuple):
    """How the screens call an act; colour alone never tells acts apart, the letter does."""

    letter: str
    word: str


ACTS: Mapping[str, ActName] = MappingProxyType(
    {
        "acknowledgement": ActName("A", "admission"),
        "action": ActName("D", "done"),
        "commitment": ActName("P", "promise"),
        "request": ActName("R", "request"),
        "refusal": ActName("F", "refusal"),
        "concern": ActName("C", "concern"),
        "position": ActName("V", "view"),
        "event": ActName("E", "event"),
        "question": ActName("Q", "question"),
    }
)
"""By the record's term. Spelt out, for the model is loaded only after the first paint; a test compares the two."""


def count(number: int, singular: str) -> str:
    """A number with its noun: "1 letter", "1,204 letters"."""
    return f"{number:,} {singular if number == 1 else singular + 's'}"


def count_found(result: SearchResult) -> str:
    """What a search found, in numbers: "2 facts, 1 letter", "1,204 letters, first 20 shown"."""
    letters = count(result.total, "letter")
    if result.more:
        letters = f"more than {letters}"
    if result.total > len(result.hits):
        return f"{letters}, first {len(result.hits)} shown"
    facts = sum(len(hit.facts) for hit in result.hits)
    return f"{count(facts, 'fact')}, {letters}" if facts else letters


def clip(text: str, length: int) -> str:
    """The text on one line, cut behind a word when longer than `length` characters, with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return f"{line[: length - 1].rsplit(' ', 1)[0]} …"
