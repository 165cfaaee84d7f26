"""A promise made to the office: its words, who made it, what has become of it, and what may prove it."""

from assistant.model.base import Value
from assistant.model.decision import Outcome
from assistant.model.fact import Act, Fact


class KeyedFact(Value):
    """A fact and the document it stands in."""

    precedent: str
    date: str | None = None
    """ISO 8601 date of the document."""
    fact: Fact

    @property
    def key(self) -> str:
        """“precedent#fact”."""
        return f"{self.precedent}#{self.fact.id}"


class Proof(Value):
    """A later statement that bears on a promise; a proposal until a person takes it."""

    key: str
    date: str | None
    act: Act
    quote: str
    because: str
    """What it shares with the promise."""


class Promise(Value):
    """A commitment made to the office."""

    key: str
    """“precedent#fact”."""
    quote: str
    by: str
    """Who promises: the last of the chain of attribution, else the sender."""
    made_on: str | None
    due: str | None = None
    """ISO 8601, when its words name a day to come."""
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    outcome: Outcome = Outcome.OPEN
    decided_by: str | None = None
    """Who said what has become of it; nobody yet: it is open."""
    proof: str | None = None
    follow_up: str | None = None
    """ISO 8601 day on which the office wants to come back to it."""
    proposed: tuple[Proof, ...] = ()
    """Later statements that may prove it kept, broken or overtaken, the likeliest first."""
