"""What a draft is checked against: the office's settings, the people it knows, and its precedents by id.

Everything comes as values or is asked for by id; nothing here reads files.
"""

from collections.abc import Callable

from assistant.model.base import Value
from assistant.model.draft import Citation
from assistant.model.fact import Fact
from assistant.model.person import Person
from assistant.model.precedent import Precedent
from assistant.model.quotation import ComparableText
from assistant.model.timeline import Overtaken
from assistant.settings import Settings


class Bench(Value):
    """What the office knows, for one check or one export."""

    shelf: Callable[[str], Precedent | None]
    """The precedent of an id, None when there is none."""
    seek: Callable[[str], tuple[Precedent, ...]] | None = None
    """The precedents in which some of these words stand side by side, for words that name no source; None where they
    cannot be searched."""
    overtaken: Callable[[str, str], Overtaken | None] | None = None
    """What has been said since against a fact, by the ids of precedent and fact; None where nobody can tell."""
    people: tuple[Person, ...] = ()
    settings: Settings = Settings()
    logo: bytes | None = None
    """Bytes of the picture at the head of its letters."""


class Sources:
    """The precedents one check has asked for so far, each fetched and folded once."""

    def __init__(self, shelf: Callable[[str], Precedent | None]) -> None:
        self._shelf = shelf
        self._precedents: dict[str, Precedent | None] = {}
        self._texts: dict[str, ComparableText] = {}

    def precedent(self, precedent_id: str) -> Precedent | None:
        """The precedent of an id, None when there is none."""
        if precedent_id not in self._precedents:
            self._precedents[precedent_id] = self._shelf(precedent_id)
        return self._precedents[precedent_id]

    def text(self, precedent: Precedent) -> ComparableText:
        """The text of a precedent, ready to compare quotations with."""
        if precedent.id not in self._texts:
            self._texts[precedent.id] = ComparableText(precedent.text)
        return self._texts[precedent.id]

    def resolve(self, citation: Citation) -> tuple[Precedent | None, Fact | None]:
        """The precedent and the fact a citation names, as far as they exist."""
        precedent = self.precedent(citation.precedent)
        fact = precedent.fact(citation.fact) if precedent and citation.fact else None
        return precedent, fact
