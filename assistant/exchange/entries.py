"""The lines of an agenda, each with its day and the reason for it. Counts over outlines of letters; opens none.

Every date follows from dates in letters, from a rule with its source, and from what people decided: counted anew each
time it is asked for.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.exchange.calendar import Calendar
from assistant.exchange.cues import announces
from assistant.exchange.deadlines import Asked, LimitRule, count, limit_for
from assistant.exchange.parties import is_same
from assistant.exchange.promises import day_to_come
from assistant.exchange.waiting import Waiting
from assistant.model.agenda import Matter
from assistant.model.base import Value
from assistant.model.days import last_day
from assistant.model.deadline import Deadline, TimeLimit, Unit
from assistant.model.decision import Outcome, PromiseDecision
from assistant.model.letter import DocumentKind
from assistant.model.outline import Outline, PartyNames, Said

_WITH_PRIORITY = "P-"
"""How the number of a priority question begins; others begin with E-."""


class Rules(Value):
    """How an office counts."""

    member: str
    """Whose letters are the office's own; where nobody is named, nobody can be said to wait for anybody."""
    calendar: Calendar
    reply_within_days: int
    """For the letters of ours that no other rule covers."""
    answer_within_days: int
    """For the letters to us."""
    limits: tuple[LimitRule, ...] = ()
    """Of the office itself, before all others."""

    def is_ours(self, letter: Outline) -> bool:
        """Whether the Member wrote it."""
        return letter.sender is not None and is_same(PartyNames(self.member), letter.sender)

    def is_to_us(self, letter: Outline) -> bool:
        """Whether it was written to the Member."""
        return any(is_same(PartyNames(self.member), recipient) for recipient in letter.recipients)


class Begun(NamedTuple):
    """A draft, or the letter exported from it."""

    path: str
    title: str
    """The subject, else the kind of letter."""
    addressee: str
    answering: str
    """Id of the letter it answers or recalls; empty for none."""
    begun_on: str
    """ISO 8601."""
    is_exported: bool = False


class Entry(NamedTuple):
    """A line of the agenda; see AgendaItem."""

    due: dt.date | None
    matter: Matter
    key: str
    what: str
    who: str
    since: str | None
    because: str
    steps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    taken_up: tuple[str, ...] = ()


class Counting:
    """Counts time limits by the rules of an office, each only once: letters of one day share their deadline."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._counted: dict[tuple[dt.date, TimeLimit], Deadline] = {}

    def entry(self, waits: Waiting, begun: Sequence[Begun]) -> Entry:
        """The line of a letter that waits; `begun` are the drafts that take it up."""
        letter, ours = waits.letter, self._rules.is_ours(waits.letter)
        due, because, steps = self._due(letter, ours=ours)
        is_question = letter.kind is DocumentKind.WRITTEN_QUESTION
        return Entry(
            due=due,
            matter=(Matter.QUESTION if is_question else Matter.REPLY) if ours else Matter.ANSWER,
            key=letter.id,
            what=letter.subject or _first_point(letter),
            who=_names(letter.recipients if ours else letter.parties[:1]),
            since=letter.date,
            because=because,
            steps=steps,
            notes=tuple(f"Perhaps {link.later}: {link.because}" for link in waits.perhaps),
            taken_up=tuple(draft.path for draft in begun),
        )

    def _due(self, letter: Outline, *, ours: bool) -> tuple[dt.date | None, str, tuple[str, ...]]:
        """The day, why it is that day, and how it was counted."""
        if letter.day is None:
            return None, "the letter bears no day", ()
        asked_for = _day_asked_for(letter)
        if asked_for:
            return asked_for, "the letter asks for a reply by then", ()
        limit = self._limit(letter) if ours else self._own_limit
        deadline = self._count(letter.day, limit)
        return deadline.due, f"{limit.words}: {limit.source} ({limit.status})", deadline.steps

    def _limit(self, letter: Outline) -> TimeLimit:
        asked = Asked(
            kind=letter.kind,
            addressee=" ".join(part for party in letter.recipients for part in party if part),
            subject=letter.subject,
            priority=has_priority(letter),
        )
        return limit_for(asked, self._rules.reply_within_days, self._rules.limits)

    @property
    def _own_limit(self) -> TimeLimit:
        return TimeLimit(
            label="letter to the office",
            amount=self._rules.answer_within_days,
            unit=Unit.DAYS,
            begins="written",
            source="office.toml, answer_within_days",
            status="office",
        )

    def _count(self, day: dt.date, limit: TimeLimit) -> Deadline:
        key = (day, limit)
        if key not in self._counted:
            deadline = count(day, limit, self._rules.calendar)
            stands_for = f"The day of the letter stands for the day it was {limit.begins}: no other is on file."
            steps = deadline.steps if limit.begins in {"sent", "written"} else (stands_for, *deadline.steps)
            self._counted[key] = deadline.model_copy(update={"steps": steps})
        return self._counted[key]


def promises(letters: Iterable[Outline], decided: Mapping[str, PromiseDecision], since: dt.date) -> Iterator[Entry]:
    """The promises of these letters that are open: made or for a day since then, or to be taken up again."""
    for letter in letters:
        for promise in letter.promises:
            decision = decided.get(f"{letter.id}#{promise.fact}")
            if decision is None or decision.outcome is Outcome.OPEN:
                entry = _promise(letter, promise, decision)
                days = (letter.day, entry.due)
                if decision or days == (None, None) or any(day and day >= since for day in days):
                    yield entry


def has_priority(question: Outline) -> bool:
    """Whether a written question was tabled with priority, as its number tells."""
    return question.number.startswith(_WITH_PRIORITY)


def drafts(begun: Iterable[Begun], waiting: Mapping[str, Entry]) -> Iterator[Entry]:
    """The drafts not yet exported; one that answers a letter to us is due with it."""
    for draft in (each for each in begun if not each.is_exported):
        answered = waiting.get(draft.answering)
        due = answered.due if answered and answered.matter is Matter.ANSWER else None
        yield Entry(
            due=due,
            matter=Matter.DRAFT,
            key=draft.path,
            what=draft.title,
            who=draft.addressee,
            since=draft.begun_on,
            because=answered.because if answered and due else "no day is set",
            steps=answered.steps if answered and due else (),
        )


def _promise(letter: Outline, promise: Said, decision: PromiseDecision | None) -> Entry:
    named = day_to_come(promise.date, letter.date)
    again = decision.follow_up if decision else None
    day, because = named, "its words name the day"
    if decision and again:
        day, because = again, f"to be taken up again, as {decision.by} said"
    return Entry(
        due=last_day(day) if day else None,
        matter=Matter.PROMISE,
        key=f"{letter.id}#{promise.fact}",
        what=promise.quote,
        who=promise.by or _names(letter.parties[:1]),
        since=letter.date,
        because=because if day else "it is open, and no day is named",
    )


def _day_asked_for(letter: Outline) -> dt.date | None:
    """The day by which it asks for its answer, where a sentence that asks for one names a day to come."""
    days = (day_to_come(said.date, letter.date) for said in letter.asks if announces(said.quote, letter.language))
    return next((last_day(day) for day in days if day), None)


def _first_point(letter: Outline) -> str:
    """The first thing it asks; not a sentence that only announces what follows."""
    return next((said.quote for said in letter.asks if not announces(said.quote, letter.language)), "")


def _names(parties: Iterable[PartyNames]) -> str:
    return ", ".join(filter(None, (party.display for party in parties)))
