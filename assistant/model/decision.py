"""What people of an office decided about an exchange of letters: who decided what, and when.

The program proposes which letter answers which, what was answered and which promise was kept; only a decision makes
it so. A decision is never changed: a later one about the same thing takes its place, and both stay on file.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from assistant.model.base import Value


class Answer(StrEnum):
    """What became of a request or question in the reply."""

    ANSWERED = "answered"
    PARTLY = "partly"
    EVADED = "evaded"
    """The reply speaks of it and says nothing to it."""
    NOT_ANSWERED = "not_answered"

    @property
    def words(self) -> str:
        """As people read it: “answered in part”."""
        return "answered in part" if self is Answer.PARTLY else self.value.replace("_", " ")


class Outcome(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    SUPERSEDED = "superseded"
    """Another promise or a refusal has taken its place."""


class _Decided(Value):
    """What every decision says of itself."""

    by: str
    """Who decided, as the computer knows them."""
    at: AwareDatetime
    note: str | None = None


class LinkDecision(_Decided):
    """Whether one letter belongs behind another in a thread."""

    about: Literal["link"] = "link"
    later: str
    """Id of the letter that answers or follows."""
    earlier: str
    joined: bool

    @property
    def subject(self) -> tuple[str, ...]:
        """What later decisions about the same thing share."""
        return (self.about, self.later, self.earlier)


class AnswerDecision(_Decided):
    """Whether a reply answers a request or question."""

    about: Literal["answer"] = "answer"
    point: str
    """“precedent#fact” of the request or question."""
    reply: str
    answer: Answer
    words: tuple[str, ...] = ()
    """“precedent#fact” of what the reply says to it."""

    @property
    def subject(self) -> tuple[str, ...]:
        """What later decisions about the same thing share."""
        return (self.about, self.point, self.reply)


class PromiseDecision(_Decided):
    """What became of a promise, or by when the office wants to ask again."""

    about: Literal["promise"] = "promise"
    promise: str
    """“precedent#fact” of the commitment."""
    outcome: Outcome
    proof: str | None = None
    """“precedent#fact” that proves it; for one superseded, what took its place."""
    follow_up: str | None = None
    """ISO 8601 day on which the office wants to come back to it."""

    @property
    def subject(self) -> tuple[str, ...]:
        """What later decisions about the same thing share."""
        return (self.about, self.promise)


Decision = Annotated[LinkDecision | AnswerDecision | PromiseDecision, Field(discriminator="about")]


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold: of several about the same thing the latest, in order of time."""
    latest: dict[tuple[str, ...], Decision] = {}
    for decision in sorted(decisions, key=_moment):
        latest.pop(decision.subject, None)
        latest[decision.subject] = decision
    return tuple(latest.values())


def _moment(decision: Decision) -> tuple[datetime, str]:
    return decision.at, decision.by
