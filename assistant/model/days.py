"""Spans of days behind written dates: a year, a month, a day. Dates no calendar has are None, never an error."""

import re
from datetime import date, timedelta

_WRITTEN = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?![0-9])")


def days_of(year: int, month: int = 0, day: int = 0) -> tuple[date, date] | None:
    """First and last day of a year, of a month when one is given, of a day when that is given too."""
    try:
        first = date(year, month or 1, day or 1)
        if day:
            return first, first
        last_month = month or 12
        return first, date(year + last_month // 12, last_month % 12 + 1, 1) - timedelta(days=1)
    except ValueError:
        return None


def first_day(written: str) -> date | None:
    """The first day of what begins like an ISO 8601 date: “2019-05-23”, “2019-05”, “2018-04-14/2018-04-17”, an id."""
    match = _WRITTEN.match(written)
    if match is None:
        return None
    span = _span(match)
    return span[0] if span else None


def last_day(written: str) -> date | None:
    """The last day of what is an ISO 8601 date, month, year or interval."""
    match = _WRITTEN.match(written.rsplit("/", 1)[-1])
    if match is None:
        return None
    span = _span(match)
    return span[1] if span else None


def exact_day(written: str | None) -> date | None:
    """The day an ISO 8601 date names; None where only a year or a month is known, which puts nothing in order."""
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None


def day_to_come(date: str | None, made_on: str | None) -> str | None:
    """The last day of a date or interval, when it lies behind the day of the letter."""
    last = date.rsplit("/", 1)[-1] if date else None
    return last if last and made_on and last > made_on else None


def _span(match: re.Match[str]) -> tuple[date, date] | None:
    return days_of(int(match["year"]), int(match["month"] or 0), int(match["day"] or 0))
