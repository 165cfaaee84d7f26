"""What a reply says to each request and question of the letter it answers: proposals, and what a person decided."""

from assistant.model.base import Value
from assistant.model.decision import Answer
from assistant.model.fact import Act
from assistant.model.source import Passage


class Bearing(Passage):
    """Words of the reply that bear on a point."""

    fact: str | None = None
    """Id of the fact they stand in, where the reply has one there: only a fact can be cited."""
    because: str
    """What they share with the point: “Mr Bokayev, visit, prison”."""


class CoveredPoint(Passage):
    """A request or question, and what became of it."""

    fact: str
    act: Act
    proposed: Answer
    because: str
    """Why the proposal is what it is, in a sentence."""
    bearing: tuple[Bearing, ...] = ()
    """The words that bear on it, the strongest first."""
    decided: Answer | None = None
    """What a person has made of it; only this is a verdict."""

    @property
    def answer(self) -> Answer:
        """The verdict, else the proposal."""
        return self.decided or self.proposed


class Coverage(Value):
    """The points of a letter beside its reply."""

    letter: str
    reply: str | None
    """Absent as long as nobody has replied: then every point is open."""
    points: tuple[CoveredPoint, ...] = ()

    @property
    def open(self) -> tuple[CoveredPoint, ...]:
        """The points to ask again: all that were not answered in full."""
        return tuple(point for point in self.points if point.answer is not Answer.ANSWERED)
