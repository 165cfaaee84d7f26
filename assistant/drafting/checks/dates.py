"""Findings about dates: days no calendar has (31 June), and weekdays that do not fit their day.

Dates inside quotations are the source's affair. Also tells the dates of a text to the checks that depend on time.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from assistant.drafting.checks.written import Written
from assistant.drafting.conventions import Wording, worded_languages, wording
from assistant.drafting.language import Language, load_language
from assistant.model.base import Value
from assistant.model.finding import Finding, Severity

_LEAP_YEAR = 2020
"""Stands in for a year that is not said: 29 February may be meant."""


class SaidDate(Value):
    """A date as somebody wrote it; the day may not exist."""

    start: int
    end: int
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    """0 for Monday."""

    @property
    def value(self) -> dt.date | None:
        """The day, where there is one and its year is said."""
        return _day(self.year, self.month, self.day) if self.year else None

    @property
    def exists(self) -> bool:
        """Whether a calendar has it, in some year where none is said."""
        return _day(self.year or _LEAP_YEAR, self.month, self.day) is not None


def find_dates(text: str, code: str) -> Iterator[SaidDate]:
    """The days a text names, in words of one language or in figures, in order."""
    for found in _pattern(code).finditer(text):
        said = found.groupdict()
        month = said["month"] or said["month_first"]
        yield SaidDate(
            start=found.start(),
            end=found.end(),
            day=int(next(filter(None, (said["day"], said["day_second"], said["day_iso"], said["day_figures"])))),
            month=_months(code)[month.casefold()]
            if month
            else int(next(filter(None, (said["month_iso"], said["month_figures"])))),
            year=_number(said["year"] or said["year_last"] or said["year_iso"] or said["year_figures"]),
            weekday=_weekdays(code)[said["weekday"].casefold()] if said["weekday"] else None,
        )


def check_dates(written: Written, language: Language) -> Iterator[Finding]:
    """Every day named in own words must exist, and bear the weekday said."""
    for date in find_dates(written.own, language.code):
        words = written.text[date.start : date.end]
        if not date.exists:
            yield written.finding(
                "date-impossible",
                Severity.ERROR,
                (date.start, date.end),
                f"There is no such day as “{words}”.",
                "Look the date up and correct it.",
            )
        elif date.value and date.weekday not in (None, date.value.weekday()):
            yield written.finding(
                "weekday-impossible",
                Severity.ERROR,
                (date.start, date.end),
                f"“{words}” cannot be: that day was a {_name_weekday(date.value, language.code)}.",
                "Look up which of the two is wrong, the weekday or the date.",
            )


def _name_weekday(day: dt.date, code: str) -> str:
    """“Thursday”, in another letter than an English one with its own word: “Thursday (jeudi)”."""
    english, own = (wording(each).weekdays[day.weekday()][0] for each in ("en", code))
    return english if code == "en" else f"{english} ({own})"


def _number(words: str | None) -> int | None:
    return int(words) if words else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


@cache
def _months(code: str) -> dict[str, int]:
    return {month.casefold(): number for number, month in enumerate(load_language(code).dates.months, 1)}


@cache
def _weekdays(code: str) -> dict[str, int]:
    return {form.casefold(): number for number, forms in enumerate(wording(code).weekdays) for form in forms}


@cache
def _pattern(code: str) -> re.Pattern[str]:
    words = wording(code) if code in worded_languages() else None
    month = "|".join(sorted(map(re.escape, _months(code)), key=len, reverse=True))
    between = _either(words.between) if words else ""
    return re.compile(
        rf"{_weekday(words)}(?<![\w./-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?\s+{between}(?P<month>{month})\b"
        rf"(?:,?\s+{between}(?P<year>[12]\d{{3}})\b)?"
        rf"|\b(?P<month_first>{month})\s+(?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?,\s+(?P<year_last>[12]\d{{3}})\b"
        r"|(?<![\w/.-])(?P<year_iso>[12]\d{3})-(?P<month_iso>\d\d)-(?P<day_iso>\d\d)(?![\w/-])"
        r"|(?<![\w/.-])(?P<day_figures>\d{1,2})(?P<sign>[./])(?P<month_figures>\d{1,2})(?P=sign)"
        r"(?P<year_figures>[12]\d{3})(?![\w/-])",
        re.IGNORECASE,
    )


def _weekday(words: Wording | None) -> str:
    if words is None:
        return "(?P<weekday>(?!))?"
    forms = "|".join(form for forms in words.weekdays for form in forms)
    return rf"(?:\b(?P<weekday>{forms}),?\s+{_either(words.before_day)})?"


def _either(words: tuple[str, ...]) -> str:
    return rf"(?:(?:{'|'.join(map(re.escape, words))})\s+)?" if words else ""
