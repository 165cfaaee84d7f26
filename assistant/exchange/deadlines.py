"""When an answer is due: time limits with their source, counted step by step.

Counted as Regulation (EEC, Euratom) No 1182/71 counts, Article 3: the day of the event is not counted; weeks and
months end on the day of the same name or number; what would end on a day nobody works ends on the next working day.
"""

import datetime as dt
import tomllib
from calendar import monthrange
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from assistant.exchange.calendar import SATURDAY, Calendar
from assistant.model.deadline import Deadline, TimeLimit, Unit
from assistant.model.letter import DocumentKind

_ONE_DAY = dt.timedelta(days=1)
_RULE = "Regulation 1182/71, Article 3"


class LimitRule(TimeLimit):
    """A time limit and what it is for; see data/time_limits.toml."""

    kinds: frozenset[DocumentKind]
    addressee_words: tuple[str, ...] = ()
    """One of these must stand in the addressee's role or organisation; none: any addressee."""
    subject_words: tuple[str, ...] = ()
    priority: bool = False

    def fits(self, asked: "Asked") -> bool:
        """Whether it is the limit for a document."""
        return (
            asked.kind in self.kinds
            and self.priority <= asked.priority
            and _holds_one(asked.addressee, self.addressee_words)
            and _holds_one(asked.subject, self.subject_words)
        )


class Asked(NamedTuple):
    """A document that waits for its answer, as far as its time limit depends on it."""

    kind: DocumentKind
    addressee: str = ""
    """Name, role and organisation in one text."""
    subject: str = ""
    priority: bool = False


def limit_for(asked: Asked, reply_within_days: int, own: Sequence[LimitRule] = ()) -> TimeLimit:
    """The time limit for a document: of the first rule that fits, the office's `own` before the written ones."""
    found = next((rule for rule in (*own, *limit_rules()) if rule.fits(asked)), None)
    return found or _usual(reply_within_days)


@cache
def _usual(reply_within_days: int) -> TimeLimit:
    return TimeLimit(
        label="letter",
        amount=reply_within_days,
        unit=Unit.DAYS,
        begins="sent",
        source="office.toml, reply_within_days",
        status="office",
    )


def due_day(event: dt.date, limit: TimeLimit, calendar: Calendar) -> dt.date:
    """The day on which `limit` ends that begins with `event` (received, forwarded, sent)."""
    if limit.unit is Unit.WORKING_DAYS:
        return _after_working_days(event, limit.amount, calendar)[0]
    day = _after(event, limit)
    while not calendar.works(day):
        day += _ONE_DAY
    return day


def count(event: dt.date, limit: TimeLimit, calendar: Calendar) -> Deadline:
    """The same day with every step of the count."""
    due = due_day(event, limit, calendar)
    steps = [f"{_in_words(event)}: {limit.begins}. The day itself is not counted ({_RULE}(1))."]
    if limit.unit is Unit.WORKING_DAYS:
        _, passed = _after_working_days(event, limit.amount, calendar)
        steps.append(f"{limit.words}{_without(passed)}: {_in_words(due)}.")
        return Deadline(due=due, limit=limit, steps=tuple(steps))
    end = _after(event, limit)
    steps.append(f"{limit.words} end on {_in_words(end)}.")
    if due != end:
        steps.append(
            f"Nobody works then ({calendar.holiday(end)}): the next working day, {_in_words(due)} ({_RULE}(4))."
        )
    return Deadline(due=due, limit=limit, steps=tuple(steps))


@cache
def limit_rules() -> tuple[LimitRule, ...]:
    """The written time limits, the narrower before the wider."""
    data = files("assistant.exchange").joinpath("data/time_limits.toml").read_text("utf-8")
    return tuple(LimitRule.model_validate(rule) for rule in tomllib.loads(data).values())


def months_later(day: dt.date, months: int) -> dt.date:
    """The day of the same number so many months on, or the last of a month that has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _after(event: dt.date, limit: TimeLimit) -> dt.date:
    if limit.unit is Unit.MONTHS:
        return months_later(event, limit.amount)
    return event + dt.timedelta(days=limit.amount * (7 if limit.unit is Unit.WEEKS else 1))


def _after_working_days(event: dt.date, amount: int, calendar: Calendar) -> tuple[dt.date, list[str]]:
    """The working day so many on, and the holidays passed over; weekends go without saying."""
    day, passed = event, list[str]()
    while amount:
        day += _ONE_DAY
        holiday = calendar.holiday(day)
        if holiday is None:
            amount -= 1
        elif day.weekday() < SATURDAY:
            passed.append(f"{day.day} {day:%B} ({holiday})")
    return day, passed


def _without(passed: list[str]) -> str:
    return f", without {', '.join(passed)}" if passed else ""


def _in_words(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _holds_one(text: str, words: tuple[str, ...]) -> bool:
    folded = text.casefold()
    return not words or any(word.casefold() in folded for word in words)
