"""Dates as they are written, and what they mean beside the date of the document.

First `find_dates` sees expressions, then `resolve` gives them a value: a day without a year needs the date of the
letter, which is itself found among the expressions. Precision is kept as written, never invented.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from assistant.extraction.lexicon import capitalised, literal, load_lexicon
from assistant.extraction.moments import UNKNOWN, Anchor, Moment, Shift, complete, complete_span, shifted
from assistant.extraction.vocabulary import DateWords


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


@dataclass(frozen=True, slots=True)
class _Form:
    """One way of writing a date: its expression, and how its groups are read (None: it is no date after all)."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], DateWords], DateExpression | None]


def find_dates(view: str, language: str) -> tuple[DateExpression, ...]:
    """All date expressions of a text in order, none overlapping; earlier forms of the grammar win."""
    words = load_lexicon(language).dates
    found: list[DateExpression] = []
    taken: set[int] = set()
    windows = list(_windows(view, language))
    for form, (start, end) in product(_grammar(language), windows):
        for match in form.pattern.finditer(view, start, end):
            expression = form.read(match, words)
            if expression and taken.isdisjoint(range(expression.start, expression.end)):
                found.append(expression)
                taken.update(range(expression.start, expression.end))
    return tuple(sorted(found, key=lambda expression: expression.start))


def resolve(expression: DateExpression, anchor: Anchor) -> str | None:
    """ISO 8601 value of an expression in a document of this date; None for what cannot be resolved."""
    if expression.shift:
        return shifted(expression.shift, anchor)
    if expression.last is None:
        return complete(expression.first, anchor, forward=expression.forward).iso
    first, last = complete_span(expression.first, expression.last, anchor)
    return f"{first.iso}/{last.iso}"


def single_days(expression: DateExpression, anchor: Anchor) -> tuple[str, ...]:
    """The days of a list like “20 and 21 November 2018”, one by one; none for a span."""
    if not expression.listed or expression.last is None or expression.last.day is None:
        return ()
    return tuple(moment.iso for moment in complete_span(expression.first, expression.last, anchor))


def _windows(view: str, language: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text in which a date may stand: around years, names of months and relative words."""
    begin, end = 0, 0
    for sign in _signs(language).finditer(view):
        if sign.start() - _AROUND > end:
            if end:
                yield begin, end
            begin = max(0, view.rfind(" ", 0, max(0, sign.start() - _AROUND)))
        end = sign.end() + _AROUND
    if end:
        yield begin, min(end, len(view))


@cache
def _signs(language: str) -> re.Pattern[str]:
    words = load_lexicon(language).dates
    relative = [*words.shifts, *words.days]
    return re.compile(
        rf"\d{{4}}|(?<![^\W\d_])(?:{capitalised(words.months)}|{capitalised(name.upper() for name in words.months)}|{capitalised(relative)})(?![^\W\d_])"
    )


_AROUND = 48
"""Characters that the longest date has before and behind its year or month."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[6-9]|20)\d\d"
_BEGIN = r"(?<![\w./-])"
_END = r"(?!\w|[/-]\d)"


@cache
def _grammar(language: str) -> tuple[_Form, ...]:
    """The forms of a language, from the most to the least telling."""
    return tuple(
        _Form(re.compile(_BEGIN + pattern + _END), read) for pattern, read in _forms(load_lexicon(language).dates)
    )


def _forms(words: DateWords) -> Iterator[tuple[str, Callable[[re.Match[str], DateWords], DateExpression | None]]]:
    month = _months(words)
    ordinal = f"(?:{literal(words.ordinals)})?"
    of = f"(?: +{capitalised(words.of)})?"
    opener = f"(?:(?P<opener>{capitalised(words.openers)}) +(?:the +)?)?"
    joint = f"(?: +(?P<both>{capitalised(words.both)}) +| *[-–—] *| +{capitalised(words.until)} +)"
    weekday = f"(?:{capitalised(words.weekdays)},? +(?:the +)?)?"
    year = f"(?:,? *(?P<year>{_YEAR})(?!\\d))?"
    first, second = f"(?P<day>{_DAY}){ordinal}", f"(?P<day2>{_DAY}){ordinal}"
    between = f"(?:{of} +(?P<month>{month})(?:,? +(?P<year>{_YEAR}))?)?"
    part = f"{capitalised(words.parts)}(?: +the)?{of}(?: +| *- *)(?:the +)?"
    yield rf"(?P<year>{_YEAR})[-/.](?P<month>0[1-9]|1[0-2])[-/.](?P<day>0[1-9]|[12]\d|3[01])", _read_moment
    yield rf"(?P<day>{_DAY})(?P<mark>[./-]) ?(?P<month>{_DAY})(?P=mark) ?(?P<year>{_YEAR})", _read_numbers
    yield (
        f"{opener}{first}(?:, {_DAY}{ordinal})*{between}{joint}(?:the +)?{second}{of} +(?P<month2>{month})"
        + year.replace("<year>", "<year2>"),
        _read_span,
    )
    yield (
        f"{opener}(?P<month>{month}) +{first}(?:,? +(?P<year>{_YEAR}))?{joint}(?:(?P<month2>{month}) +)?{second}"
        + year.replace("<year>", "<year2>"),
        _read_span,
    )
    yield f"{weekday}{first}{of} +(?P<month>{month})\\.?{year}", _read_moment
    if words.month_first:
        yield f"{weekday}(?P<month>{month})\\.? +{first}{year}", _read_moment
    yield f"{part}(?P<year>{_YEAR})(?: +\\w+ +{part}(?P<year2>{_YEAR}))?", _read_span
    yield f"{part}(?P<month>{month}){year}", _read_moment
    yield (
        f"{opener}(?P<month>{month})(?: +(?P<year>{_YEAR}))?{joint}(?P<month2>{month})(?: +(?P<year2>{_YEAR}))",
        _read_span,
    )
    yield f"(?P<month>{month}),?{of} +(?P<year>{_YEAR})", _read_moment
    yield rf"{opener}(?P<year>{_YEAR}){joint}(?P<year2>{_YEAR})", _read_span
    yield rf"(?P<year>{_YEAR}) ?[-–/](?P<short>\d\d)", _read_short_span
    yield (
        f"(?i:(?P<shift>{literal(words.shifts)})) +(?P<unit>{capitalised(words.units)}|{month}|{capitalised(words.weekdays)})",
        _read_shift,
    )
    yield f"(?i:(?P<days>{literal(words.days)}))", _read_shift
    yield f"{capitalised(words.before_month)} +(?:the +)?(?P<bare>(?P<month>{month}))(?! +\\d)", _read_bare
    yield f"{capitalised(words.before_year)} +(?:the +)?(?:year +)?(?P<bare>(?P<year>{_YEAR}))", _read_bare
    yield rf"\((?P<bare>(?P<year>{_YEAR}))(?=\))", _read_bare


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


def _read_numbers(match: re.Match[str], _: DateWords) -> DateExpression | None:
    """Day first, unless only the other order is a date."""
    day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
    if month > 12:
        day, month = month, day
    moment = Moment(year, month, day)
    return DateExpression(match.start(), match.end(), moment) if moment.exists else None


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


def _read_short_span(match: re.Match[str], _: DateWords) -> DateExpression | None:
    first = int(match["year"])
    last = first // 100 * 100 + int(match["short"])
    if not first < last <= first + 20:
        return None
    return DateExpression(match.start(), match.end(), Moment(first), Moment(last))


def _read_shift(match: re.Match[str], words: DateWords) -> DateExpression | None:
    groups = match.groupdict()
    if days := groups.get("days"):
        return DateExpression(match.start(), match.end(), shift=Shift(words.days[days.lower()], "day"))
    unit, distance = match["unit"].lower(), words.shifts[match["shift"].lower()]
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
