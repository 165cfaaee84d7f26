"""A person as the letters of an office know them: roles, letters, what they said, what others said about them."""

from functools import cached_property

from assistant.model.base import Value
from assistant.model.decision import Outcome
from assistant.model.fact import Act
from assistant.model.person import Naming, Person
from assistant.model.search import DatedFact, NamedIn

_ACTS = list(Act)


class RoleHeld(Value):
    """An office or role, with the dates that who is who gives, and those at which letters name the person so."""

    title: str
    organisation: str | None = None
    since: str | None = None
    """ISO 8601, as are the others."""
    until: str | None = None
    first_seen: str | None = None
    last_seen: str | None = None


class LetterLine(Value):
    """A letter somebody wrote or received."""

    precedent: str
    date: str | None = None
    sender: str = ""
    recipients: str = ""


class PromiseLine(Value):
    """A promise they made, or one about them."""

    fact: DatedFact
    outcome: Outcome = Outcome.OPEN
    decided_by: str | None = None


class Dossier(Value):
    """One page about one person."""

    name: str
    person: Person | None = None
    """Their file, when the office has one."""
    spellings: tuple[str, ...] = ()
    """Other ways the file and the letters write the name."""
    roles: tuple[RoleHeld, ...] = ()
    written: tuple[LetterLine, ...] = ()
    """The newest letters from them."""
    received: tuple[LetterLine, ...] = ()
    """The newest letters to them."""
    named: tuple[NamedIn, ...] = ()
    """How documents name them, the earliest first."""
    said: tuple[DatedFact, ...] = ()
    """Statements of their own, by act and then by date."""
    passed_on: tuple[DatedFact, ...] = ()
    """Statements of others that they report."""
    about: tuple[DatedFact, ...] = ()
    """What others said about them."""
    promises: tuple[PromiseLine, ...] = ()
    more: bool = False
    """Whether older letters name them that were not looked through."""

    @property
    def naming(self) -> Naming:
        """Whether and where they may be named."""
        return self.person.naming if self.person else Naming()

    @cached_property
    def timeline(self) -> tuple[DatedFact, ...]:
        """All of it in order of date."""
        return tuple(sorted((*self.said, *self.passed_on, *self.about), key=_order))


def _order(fact: DatedFact) -> tuple[str, str, int]:
    return fact.day, fact.precedent, fact.start


def by_act(facts: tuple[DatedFact, ...]) -> tuple[DatedFact, ...]:
    """Facts of one act side by side, within it as they came."""
    return tuple(sorted(facts, key=lambda fact: _ACTS.index(fact.act)))
