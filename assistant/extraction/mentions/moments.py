"""Moments that may lack their year, month or day, and what they become beside the date of a document.

Values are ISO 8601; an unknown year is written XXXX, as its extended form (ISO 8601-2) has it.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

_AHEAD = timedelta(days=60)
"""A day without a year lies at most this far behind the date of the letter, else it was in the year before."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month or day; what is not written is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def is_full(self) -> bool:
        """Whether it is a day with its year."""
        return None not in (self.year, self.month, self.day)

    @property
    def exists(self) -> bool:
        """Whether the calendar has it; in a year that is not known February has 29 days."""
        if self.month is None:
            return True
        day = 1 if self.day is None else self.day
        return 1 <= self.month <= 12 and 1 <= day <= monthrange(self.year or 2000, self.month)[1]

    @property
    def iso(self) -> str:
        """ISO 8601 with the precision it has."""
        parts = ["XXXX" if self.year is None else f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


UNKNOWN = Moment()
"""Nothing is written."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance from the document's date: -1 year, +1 week, the month of September before, the Saturday before."""

    distance: int
    unit: str
    """"year", "month", "week", "day"; "month of" and "weekday" with `number`."""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known about when a document was written."""

    day: date | None = None
    year: int | None = None


def complete(moment: Moment, anchor: Anchor, *, forward: bool = False) -> Moment:
    """The moment with the year that is meant, where the anchor tells it."""
    if moment.year is not None or moment.month is None:
        return moment
    if anchor.day is None:
        return replace(moment, year=anchor.year)
    here = _first_day(replace(moment, year=anchor.day.year))
    year = anchor.day.year
    if forward:
        year += here < anchor.day.replace(day=1)
    elif here - anchor.day > _AHEAD:
        year -= 1
    return replace(moment, year=year)


def complete_span(first: Moment, last: Moment, anchor: Anchor) -> tuple[Moment, Moment]:
    """Both ends with their years: the first takes the year of the last, or the one before when its month is later."""
    last = complete(last, anchor)
    if first.year is None and last.year is not None and first.month is not None:
        later = (first.month, first.day or 0) > (last.month or 12, last.day or 31)
        first = replace(first, year=last.year - later)
    return first, last


def shifted(shift: Shift, anchor: Anchor) -> str | None:
    """The value of a relative expression; None where the anchor does not tell it, or for “this year”."""
    if shift.distance == 0:
        return None
    if shift.unit == "month of":
        return _month_of(shift, anchor).iso
    if anchor.day is None:
        return None
    return _from_day(shift, anchor.day)


def _from_day(shift: Shift, day: date) -> str:
    if shift.unit == "year":
        return str(day.year + shift.distance)
    if shift.unit == "month":
        months = day.year * 12 + day.month - 1 + shift.distance
        return Moment(months // 12, months % 12 + 1).iso
    if shift.unit == "week":
        year, week, _ = (day + timedelta(weeks=shift.distance)).isocalendar()
        return f"{year:04}-W{week:02}"
    if shift.unit == "day":
        return (day + timedelta(days=shift.distance)).isoformat()
    back = (day.isoweekday() - shift.number) % 7 or 7
    return (day - timedelta(days=back if shift.distance < 0 else back - 7 or -7)).isoformat()


def _month_of(shift: Shift, anchor: Anchor) -> Moment:
    if anchor.day is None:
        return Moment(None, shift.number)
    passed = shift.number < anchor.day.month
    year = (
        anchor.day.year - (not passed) if shift.distance < 0 else anchor.day.year + (shift.number <= anchor.day.month)
    )
    return Moment(year, shift.number)


def _first_day(moment: Moment) -> date:
    year, month = moment.year or 1, moment.month or 1
    return date(year, month, min(moment.day or 1, monthrange(year, month)[1]))
