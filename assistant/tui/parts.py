"""The parts of a letter that a review looks at, in the order of the page, by the names that corrections know."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.model.letter import Letter, Party
    from assistant.model.source import Passage

_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "sender.name": "From",
        "sender.role": "their role",
        "sender.organisation": "their body",
        "recipient.name": "To",
        "recipient.role": "their role",
        "recipient.organisation": "their body",
        "place": "Place",
        "date": "Date",
        "reference": "Number",
        "subject": "Subject",
        "salutation": "Salutation",
        "closing": "Closing",
    }
)


class Part(NamedTuple):
    """A part: its name for a correction, its title for people, its words, the ISO date they mean."""

    name: str
    title: str
    passage: Passage | None
    value: str = ""


def parts_of(letter: Letter) -> tuple[Part, ...]:
    """Every part, also those that were not found."""
    day = letter.written or ""
    return tuple(Part(name, title, _passage(letter, name), day * (name == "date")) for name, title in _TITLES.items())


def _passage(letter: Letter, name: str) -> Passage | None:
    owner, _, part = name.rpartition(".")
    parties: Mapping[str, Party | None] = {"sender": letter.sender, "recipient": next(iter(letter.recipients), None)}
    found: Passage | None = getattr(parties[owner] if owner else letter, part, None)
    return found
