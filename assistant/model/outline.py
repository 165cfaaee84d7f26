"""A letter as far as its place in an exchange depends on it: who wrote to whom and when, what it asks and promises.

Plain tuples of words, not models: an agenda looks at thousands of letters, and none of them is opened for it.
"""

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from assistant.model.days import exact_day
from assistant.model.fact import ASKING, Act, Fact
from assistant.model.folding import name_key
from assistant.model.letter import DocumentKind, Letter, Party

if TYPE_CHECKING:
    from assistant.model.precedent import Record


class PartyNames(NamedTuple):
    """A sender or an addressee in words; what is not known is empty."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    key: str = ""
    """What identifies in the name (`name_key`) with spaces between, kept so that names are not taken apart by the
    thousand; empty where nobody has done so yet."""

    @property
    def display(self) -> str:
        """The name, else the organisation."""
        return self.name or self.organisation

    @property
    def words(self) -> str:
        """All that is said of it."""
        return " ".join(filter(None, (self.name, self.role, self.organisation)))


class Said(NamedTuple):
    """A request, a question or a promise."""

    fact: str
    act: str
    """See Act."""
    quote: str
    by: str
    """Whose words they are; empty where the text does not say."""
    date: str
    """ISO 8601, as far as the words name one."""


class Outline(NamedTuple):
    """What the place of a letter in an exchange depends on."""

    id: str
    kind: DocumentKind
    language: str
    date: str | None
    """ISO 8601: a day, or what is known of it."""
    subject: str
    number: str
    """Its own reference number, as it stands."""
    sender: PartyNames | None
    recipients: tuple[PartyNames, ...]
    refers_to: tuple[tuple[str, str], ...]
    """Id and words of each reference to a document the office has."""
    is_reply: bool
    """Whether it says that it answers something, here or not."""
    asks: tuple[Said, ...]
    promises: tuple[Said, ...]

    @property
    def day(self) -> dt.date | None:
        """Its date; None where only month or year are known, which order nothing."""
        return exact_day(self.date)

    @property
    def parties(self) -> tuple[PartyNames, ...]:
        """Sender and addressees."""
        return (*filter(None, (self.sender,)), *self.recipients)


def outline_of(record: "Record") -> Outline:
    """The outline of a document; facts a person has rejected are left out."""
    letter = record.letter
    live = sorted((fact for fact in record.facts if fact.live), key=lambda fact: fact.start)
    return Outline(
        id=record.id,
        kind=record.kind,
        language=record.language,
        date=letter.written,
        subject=letter.subject.words if letter.subject else "",
        number=letter.reference.words if letter.reference else "",
        sender=names_of(letter.sender) if letter.sender else None,
        recipients=tuple(map(names_of, letter.recipients)),
        refers_to=_references(letter),
        is_reply=letter.answers is not None,
        asks=tuple(_said(fact) for fact in live if fact.act in ASKING),
        promises=tuple(_said(fact) for fact in live if fact.act is Act.COMMITMENT),
    )


def names_of(party: Party) -> PartyNames:
    """A party in words."""
    name, role, body = (_folded(each.text) if each else "" for each in (party.name, party.role, party.organisation))
    return PartyNames(name, role, body, key=" ".join(sorted(name_key(name))))


def _references(letter: Letter) -> tuple[tuple[str, str], ...]:
    return tuple((one.precedent, _folded(one.quote)) for one in letter.refers_to if one.precedent)


def _said(fact: Fact) -> Said:
    return Said(fact.id, fact.act.value, _folded(fact.quote), fact.speaker or "", fact.date or "")


def _folded(text: str) -> str:
    return " ".join(text.split())
