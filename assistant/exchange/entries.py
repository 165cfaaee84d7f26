"""The lines of an agenda, each with its day and the reason for it. Counts over outlines of letters; opens none.

Every date follows from dates in letters, from a rule with its source, and from what people decided: counted anew each
time it is asked for.
"""

import datetime as dt
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from assistant.exchange.calendar import Calendar
from assistant.exchange.cues import announces, asks_the_reader
from assistant.exchange.deadlines import Asked, LimitRule, count, due_day, limit_for
from assistant.exchange.parties import is_same
from assistant.model.agenda import AgendaItem, Matter
from assistant.model.days import day_to_come, last_day
from assistant.model.deadline import Deadline, TimeLimit, Unit
from assistant.model.decision import Outcome, PromiseDecision
from assistant.model.letter import DocumentKind
from assistant.model.outline import Outline, PartyNames, Said
from assistant.model.thread import Link

if TYPE_CHECKING:
    from assistant.exchange.questions import AskedBefore

_WITH_PRIORITY = "P-"
"""How the number of a priority question begins; others begin with E-."""


Perhaps = Callable[[Outline], tuple[Link, ...]]


@dataclass(frozen=True)
class Rules:
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

    def parties_of_us(self, letters: Iterable[Outline]) -> frozenset[PartyNames]:
        """The Member, in every way these letters name her; each name is looked at once."""
        member = PartyNames(self.member)
        return frozenset(each for each in {party for one in letters for party in one.parties} if is_same(member, each))


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
    language: str = ""
    question: str = ""
    """Of a question for written answer its text."""


class Entry(NamedTuple):
    """A line of the agenda before it is written out: of thousands only those shown are."""

    due: dt.date | None
    since: str
    write: Callable[[], AgendaItem]


class Counting:
    """Counts time limits by the rules of an office: letters of one day share theirs, and few are told step by step."""

    def __init__(self, rules: Rules, ours: Container[str]) -> None:
        """`ours`: ids of the letters of the office."""
        self._rules = rules
        self._ours = ours
        self._days: dict[tuple[dt.date, int, Unit], dt.date] = {}
        self._own_limit = TimeLimit(
            label="letter to the office",
            amount=rules.answer_within_days,
            unit=Unit.DAYS,
            begins="written",
            source="office.toml, answer_within_days",
            status="office",
        )

    def entry(self, letter: Outline, begun: Sequence[Begun], perhaps: Perhaps) -> Entry:
        """The line of a letter that waits; `begun` are the drafts that take it up, `perhaps` tells what may answer."""
        limit = self._limit(letter) if letter.id in self._ours else self._own_limit
        asked_for = _day_asked_for(letter)
        event = letter.day if not asked_for else None
        due = self._due(event, limit) if event else asked_for
        return Entry(
            due,
            letter.date or "",
            lambda: self._written(letter, begun, perhaps(letter), self._deadline(event, limit) if event else due),
        )

    def _written(
        self, letter: Outline, begun: Sequence[Begun], perhaps: Sequence[Link], due: Deadline | dt.date | None
    ) -> AgendaItem:
        ours, deadline = letter.id in self._ours, due if isinstance(due, Deadline) else None
        is_question = letter.kind is DocumentKind.WRITTEN_QUESTION
        because = "the letter asks for a reply by then" if due else "the letter bears no day"
        return AgendaItem(
            matter=(Matter.QUESTION if is_question else Matter.REPLY) if ours else Matter.ANSWER,
            key=letter.id,
            what=letter.subject or _first_point(letter),
            who=_names(letter.recipients if ours else letter.parties[:1]),
            since=letter.date,
            due=due.due if isinstance(due, Deadline) else due,
            because=_rule(deadline.limit) if deadline else because,
            steps=deadline.steps if deadline else (),
            notes=tuple(f"Perhaps {link.later}: {link.because}" for link in perhaps),
            taken_up=tuple(draft.path for draft in begun),
        )

    def _limit(self, letter: Outline) -> TimeLimit:
        asked = Asked(
            kind=letter.kind,
            addressee=" ".join(party.words for party in letter.recipients),
            subject=letter.subject,
            priority=has_priority(letter),
        )
        return limit_for(asked, self._rules.reply_within_days, self._rules.limits)

    def _due(self, day: dt.date, limit: TimeLimit) -> dt.date:
        key = (day, limit.amount, limit.unit)
        if key not in self._days:
            self._days[key] = due_day(day, limit, self._rules.calendar)
        return self._days[key]

    def _deadline(self, day: dt.date, limit: TimeLimit) -> Deadline:
        deadline = count(day, limit, self._rules.calendar)
        if limit.begins in {"sent", "written"}:
            return deadline
        stands_for = f"The day of the letter stands for the day it was {limit.begins}: no other is on file."
        return deadline.model_copy(update={"steps": (stands_for, *deadline.steps)})


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


def drafts(
    begun: Iterable[Begun], waiting: Mapping[str, Entry], letters: Collection[Outline], today: dt.date
) -> Iterator[Entry]:
    """The drafts not yet exported; one that answers a letter to us is due with it."""
    for draft in begun:
        if not draft.is_exported:
            answered = waiting[draft.answering].write() if draft.answering in waiting else None
            owed = answered if answered and answered.matter is Matter.ANSWER else None
            yield _draft(draft, owed, letters, today)


def _draft(draft: Begun, owed: AgendaItem | None, letters: Collection[Outline], today: dt.date) -> Entry:
    asked = _asked_before(draft, letters, today) if draft.question else ()
    item = AgendaItem(
        matter=Matter.DRAFT,
        key=draft.path,
        what=draft.title,
        who=draft.addressee,
        since=draft.begun_on,
        due=owed.due if owed else None,
        because=owed.because if owed else "no day is set",
        steps=owed.steps if owed else (),
        notes=tuple(f"Much of it was asked on {each.question.date} in {each.name}." for each in asked),
    )
    return Entry(item.due, draft.begun_on, lambda: item)


def _asked_before(draft: Begun, letters: Collection[Outline], today: dt.date) -> "Sequence[AskedBefore]":
    from assistant.exchange.questions import asked_before  # noqa: PLC0415 - few drafts are questions

    return asked_before(draft.question, draft.language, today, letters)


def _promise(letter: Outline, promise: Said, decision: PromiseDecision | None) -> Entry:
    again = decision.follow_up if decision else None
    day = again or day_to_come(promise.date, letter.date)
    due = last_day(day) if day else None
    because = "its words name the day" if day else "it is open, and no day is named"

    def write() -> AgendaItem:
        return AgendaItem(
            matter=Matter.PROMISE,
            key=f"{letter.id}#{promise.fact}",
            what=promise.quote,
            who=promise.by or _names(letter.parties[:1]),
            since=letter.date,
            due=due,
            because=f"to be taken up again, as {decision.by} said" if decision and again else because,
        )

    return Entry(due, letter.date or "", write)


def _day_asked_for(letter: Outline) -> dt.date | None:
    """The day by which it asks for its answer, where a sentence that asks for one names a day to come."""
    for said in letter.asks:
        day = day_to_come(said.date, letter.date)
        if day and announces(said.quote, letter.language):
            return last_day(day)
    return None


def _first_point(letter: Outline) -> str:
    """The first thing it asks its reader; not a sentence that only announces what follows."""
    return next((said.quote for said in letter.asks if _is_point(said, letter)), "")


def _is_point(said: Said, letter: Outline) -> bool:
    asks = asks_the_reader(said.quote, said.act, letter.language, in_reply=letter.is_reply)
    return asks and not announces(said.quote, letter.language)


def _rule(limit: TimeLimit) -> str:
    return f"{limit.words}: {limit.source} ({limit.status})"


def _names(parties: Iterable[PartyNames]) -> str:
    return ", ".join(filter(None, (party.display for party in parties)))
