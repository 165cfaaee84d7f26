"""The ways of writing a date, from the most to the least telling, and what their words mean.

A form is a regular expression put together from the words of a language, and a function that reads its groups.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from string import Template

from assistant.extraction.lexicon import capitalised, literal, load_lexicon
from assistant.extraction.mentions.moments import UNKNOWN, Moment, Shift
from assistant.extraction.vocabulary import NEVER, DateWords


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that name a time: a moment, a span of two moments, or a distance from the document's date."""

    start: int
    end: int
    first: Moment = UNKNOWN
    last: Moment | None = None
    shift: Shift | None = None
    listed: bool = False
    """Whether the two ends are two single days (“20 and 21 November”), not a span."""
    forward: bool = False

    @property
    def is_full_day(self) -> bool:
        """Whether it names one day with its year."""
        return self.last is None and self.shift is None and self.first.is_full


class Sign(StrEnum):
    """What a date cannot do without, and where one may stand is told by."""

    YEAR = "year"
    SHORT = "short"
    MONTH = "month"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class DateForm:
    """One way of writing a date: its expression, and how its groups are read (None: it is no date after all)."""

    sign: Sign
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], DateWords], DateExpression | None]


_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[6-9]|20)\d\d"
_TURN = 40
_MISREAD = str.maketrans("OSlI", "0511")
_BEGIN, _END = r"(?<![\w/-])(?<!\d\.)", r"(?!\w|[/-]\d)"


@cache
def date_forms(language: str) -> tuple[DateForm, ...]:
    """The forms of a language, from the most to the least telling."""
    words = load_lexicon(language).dates
    pieces = _pieces(words)
    return tuple(
        DateForm(_sign(form), re.compile(_BEGIN + Template(form).substitute(pieces) + _END), read)
        for form, read, month_first in _FORMS
        if words.month_first or not month_first
    )


def _sign(form: str) -> Sign:
    if "${month" in form:
        return Sign.MONTH
    if "<short>" in form and "${year}" not in form:
        return Sign.SHORT
    return Sign.RELATIVE if "${shift" in form or "${relative" in form else Sign.YEAR


def _pieces(words: DateWords) -> dict[str, str]:
    """What the names in the forms stand for; of two moments in one form the second has names ending in 2."""
    month, ordinal = _months(words), f"(?:{literal(words.ordinals)})?"
    of = f"(?: +{capitalised(words.of)})?"
    after = f"(?: ?{literal(words.after_year)}(?!\\w))?"
    the = f"(?:{capitalised(words.articles)} *)?"
    return {
        "day": f"(?P<day>{_DAY}){ordinal}",
        "day2": f"(?P<day2>{_DAY}){ordinal}",
        "days": f"(?:, {_DAY}{ordinal})*",
        "month": f"(?P<month>{month})",
        "month2": f"(?P<month2>{month})",
        "year": f"(?P<year>{_YEAR})",
        "year2": f"(?P<year2>{_YEAR})",
        "and_year": f"(?:,?{of} *(?P<year>{_YEAR})(?!\\d){after})?",
        "and_year2": f"(?:,?{of} *(?P<year2>{_YEAR})(?!\\d){after})?",
        "the": the,
        "number": f"(?P<month>{_DAY})",
        "of": of,
        "opener": f"(?:(?P<opener>{capitalised(words.openers)}) *{the})?",
        "joint": f"(?: +(?P<both>{capitalised(words.both)}) +| *[-–—/] *| +{capitalised(words.until)} +)",
        "weekday": f"(?:{capitalised(words.weekdays)},? +{the})?",
        "part": f"{capitalised(words.parts)}(?: +{the})?{of}(?: +| *- *){the}",
        "shift": f"(?P<shift>{capitalised(words.shifts)})",
        "shift_behind": f"(?P<shift>{capitalised(words.shifts_behind)})",
        "unit": f"(?P<unit>{capitalised(words.units)}|{month}|{capitalised(words.weekdays)})",
        "relative": f"(?P<relative>{capitalised(words.days)})",
        "before_month": capitalised(words.before_month),
        "before_year": capitalised(words.before_year),
        "bare_years": "(?=19|20)" if words.bare_years else NEVER,
    }


def _months(words: DateWords) -> str:
    """Names of months; those that are also other words must be written with a capital."""
    plain = [name for name in words.months if name not in words.ambiguous_months]
    capital = [form for name in words.ambiguous_months for form in (name.capitalize(), name.upper())]
    return f"(?:{capitalised(plain)}|{literal(name.upper() for name in plain)}|{literal(capital)})"


def _read_moment(match: re.Match[str], words: DateWords) -> DateExpression | None:
    moment = _moment(match.groupdict(), "", words)
    if moment is None:
        return None
    return DateExpression(match.start(), match.end(), moment, forward=_points_forward(match, words))


def _read_worn(match: re.Match[str], words: DateWords) -> DateExpression | None:
    """A day as a poor scan has it, letters for digits: “O7 février 200S”."""
    day, year = (match[name].translate(_MISREAD) for name in ("day", "year"))
    moment = Moment(int(year), words.months[match["month"].lower()], int(day))
    plausible = moment.exists and 1600 <= int(year) < 2100 and int(day) > 0
    return DateExpression(match.start(), match.end(), moment) if plausible else None


def _read_numbers(match: re.Match[str], _: DateWords) -> DateExpression | None:
    """Day first, unless only the other order is a date."""
    day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
    if month > 12:
        day, month = month, day
    moment = Moment(year, month, day)
    return DateExpression(match.start(), match.end(), moment) if moment.exists else None


def _read_short_year(match: re.Match[str], words: DateWords) -> DateExpression | None:
    """“29.11.10”, where the day always comes first; a year of two digits is one of the last sixty or next forty."""
    if words.month_first:
        return None
    short = int(match["short"])
    moment = Moment(short + (2000 if short < _TURN else 1900), int(match["month"]), int(match["day"]))
    plausible = moment.exists and moment.month and moment.day
    return DateExpression(match.start(), match.end(), moment) if plausible else None


def _read_span(match: re.Match[str], words: DateWords) -> DateExpression | None:
    groups = match.groupdict()
    first, last = _moment(groups, "", words), _moment(groups, "2", words)
    if first is None or last is None:
        return None
    if last == UNKNOWN:
        return DateExpression(match.start(), match.end(), first)
    last = replace(last, month=last.month or first.month)
    first = replace(first, month=first.month or last.month)
    listed = bool(groups.get("both")) and not groups.get("opener")
    if not (first.exists and last.exists) or (first.year and last.year and first.year > last.year):
        return None
    return DateExpression(match.start(), match.end(), first, last, listed=listed)


def apart(expression: DateExpression, match: re.Match[str]) -> tuple[DateExpression, ...]:
    """Two dates where “and” joins what is no span: “3 April and 17 September 2017”, “March and September 2023”."""
    first, last, groups = expression.first, expression.last, match.groupdict()
    if not expression.listed or last is None or not _is_apart(groups, first, last):
        return (expression,)
    end = expression.start + len(match.string[expression.start : match.start("both")].rstrip())
    start = min(match.start(name) for name in ("day2", "month2", "year2") if groups.get(name))
    before = DateExpression(expression.start, end, replace(first, year=first.year or last.year))
    return before, DateExpression(start, expression.end, last)


def _is_apart(groups: dict[str, str | None], first: Moment, last: Moment) -> bool:
    """Whether two days have a month each, two months do not follow each other, or two years are named."""
    if last.day:
        return bool(groups.get("month") and groups.get("month2"))
    if last.month and first.month:
        return last.month != first.month + 1 or first.year not in (None, last.year)
    return True


def _read_short_span(match: re.Match[str], _: DateWords) -> DateExpression | None:
    first = int(match["year"])
    last = first // 100 * 100 + int(match["short"])
    if not first < last <= first + 20:
        return None
    return DateExpression(match.start(), match.end(), Moment(first), Moment(last))


def _read_shift(match: re.Match[str], words: DateWords) -> DateExpression | None:
    groups = match.groupdict()
    if relative := groups.get("relative"):
        return DateExpression(match.start(), match.end(), shift=Shift(words.days[relative.lower()], "day"))
    unit, distance = match["unit"].lower(), (words.shifts | words.shifts_behind)[match["shift"].lower()]
    if unit in words.units:
        return DateExpression(match.start(), match.end(), shift=Shift(distance, words.units[unit]))
    if unit in words.months:
        return DateExpression(match.start(), match.end(), shift=Shift(distance, "month of", words.months[unit]))
    return DateExpression(match.start(), match.end(), shift=Shift(distance, "weekday", words.weekdays[unit]))


def _read_bare(match: re.Match[str], words: DateWords) -> DateExpression | None:
    moment = _moment(match.groupdict(), "", words)
    return DateExpression(*match.span("bare"), moment) if moment else None


def _moment(groups: dict[str, str | None], which: str, words: DateWords) -> Moment | None:
    """The moment of the groups `year`, `month` and `day` with a suffix; None when there is no such day."""
    year, month, day = (groups.get(name + which) for name in ("year", "month", "day"))
    number = None
    if month:
        number = int(month) if month.isdigit() else words.months[month.lower()]
    moment = Moment(int(year) if year else None, number, int(day) if day else None)
    return moment if moment.exists else None


def _points_forward(match: re.Match[str], words: DateWords) -> bool:
    before = match.string[max(0, match.start() - 16) : match.start()].lower().split()
    return any(word in words.forward for word in before[-2:])


_FORMS = (
    (r"${year}[-/.](?P<month>0[1-9]|1[0-2])[-/.](?P<day>0[1-9]|[12]\d|3[01])", _read_moment, False),
    (r"(?P<day>\d\d?)(?P<mark>[./-]) ?${number}(?P=mark) ?${year}", _read_numbers, False),
    (r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<short>\d\d)(?!\.?\d)", _read_short_year, False),
    (
        (
            r"${opener}${day}${days}(?:${of} +${month}(?:,? +${year})?)?"
            r"${joint}${the}${day2}${of} +${month2}${and_year2}"
        ),
        _read_span, False,
    ),
    (r"${opener}${month} +${day}(?:,? +${year})?${joint}(?:${month2} +)?${day2}${and_year2}", _read_span, True),
    (r"${weekday}${day}${of} +${month}(?:\.(?= ?\d))?${and_year}", _read_moment, False),
    (r"${weekday}${month}\.? +${day}${and_year}", _read_moment, True),
    (
        r"${weekday}(?P<day>O\d|\d[OSlI]|\d\d?)${of} +${month},?${of} +(?P<year>[12lI][\dO][\dOSlI]{2})",
        _read_worn, False,
    ),
    (r"${part}${year}(?: +\w+ +(?:${part})${year2})?", _read_span, False),
    (r"${part}${month}${and_year}", _read_moment, False),
    (r"${opener}${month}(?: +${year})?${joint}${month2}${of} +${year2}", _read_span, False),
    (r"${month},?${of} +${year}", _read_moment, False),
    (r"${opener}${year}${joint}${year2}", _read_span, False),
    (r"${year} ?[-–/](?P<short>\d\d)", _read_short_span, False),
    (r"${shift} +${unit}", _read_shift, False),
    (r"${unit} +${shift_behind}", _read_shift, False),
    (r"${relative}", _read_shift, False),
    (r"${before_month} +${the}(?P<bare>${month})(?! +\d)", _read_bare, False),
    (r"${before_year} *${the}(?P<bare>${year})", _read_bare, False),
    (r"\((?P<bare>${year})(?=\))", _read_bare, False),
    (r"${bare_years}(?P<bare>${year})(?=,? [a-zäöü])", _read_bare, False),
)  # fmt: skip
"""Form, reader, and whether only languages write it that put the month first."""
