"""Which days are worked: the holiday calendar of the institutions, and the office's own closed days.

The days stand in data/holidays.toml with their sources. Counts nothing: time limits are for deadlines.py.
"""

import datetime as dt
import tomllib
from collections.abc import Iterator
from functools import cache, cached_property
from importlib.resources import files
from typing import Self

from pydantic import Field, model_validator

from assistant.model.base import Value

SATURDAY = 5
_ONE_DAY = dt.timedelta(days=1)
_MONTH_AND_DAY = r"^\d\d-\d\d$"


class HolidayRule(Value):
    """A day, or some in a row, that come back every year: on a date, or so many days from Easter Sunday."""

    name: str
    on: str | None = Field(default=None, pattern=_MONTH_AND_DAY)
    until: str | None = Field(default=None, pattern=_MONTH_AND_DAY)
    easter: int | None = None

    @model_validator(mode="after")
    def _is_one_of_both(self) -> Self:
        if (self.on is None) == (self.easter is None):
            raise ValueError(f"“{self.name}” needs a date or a distance from Easter")
        return self

    def days(self, year: int) -> Iterator[dt.date]:
        """Its days in a year."""
        if self.easter is not None:
            yield easter(year) + dt.timedelta(days=self.easter)
            return
        day = dt.date.fromisoformat(f"{year:04}-{self.on}")
        last = dt.date.fromisoformat(f"{year:04}-{self.until or self.on}")
        while day <= last:
            yield day
            day += _ONE_DAY


class Calendar(Value):
    """The working days of an institution."""

    name: str
    source: str
    rules: tuple[HolidayRule, ...] = Field(alias="days")
    closed: tuple[dt.date, ...] = ()
    """Days besides the rules: what one year has otherwise, or the office's own."""

    def holiday(self, day: dt.date) -> str | None:
        """Name of the holiday, or why nobody works; None on a working day."""
        if day.year not in self._named:
            rules = reversed(self.rules)  # of two on one day the first is named
            self._named[day.year] = {each: rule.name for rule in rules for each in rule.days(day.year)}
        named = self._named[day.year].get(day)
        if named:
            return named
        if day.weekday() >= SATURDAY:
            return "weekend"
        return "closed" if day in self.closed else None

    def works(self, day: dt.date) -> bool:
        """Whether it is a working day."""
        return self.holiday(day) is None

    @cached_property
    def _named(self) -> dict[int, dict[dt.date, str]]:
        """The holidays of the years asked about so far."""
        return {}

    def closing_also(self, days: tuple[dt.date, ...]) -> Self:
        """The same calendar with more closed days."""
        return self.model_copy(update={"closed": (*self.closed, *days)})


@cache
def institutions() -> Calendar:
    """The calendar of the institutions of the European Union in Brussels."""
    data = files("assistant.exchange").joinpath("data/holidays.toml").read_text("utf-8")
    return Calendar.model_validate(tomllib.loads(data))


@cache
def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Butcher’s rule, in J. Meeus, Astronomical Algorithms, chapter 8)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)
