"""Dates as they are written, and what they mean beside the date of the document.

First `find_dates` sees expressions, then `resolve` gives them a value: a day without a year needs the date of the
letter, which is itself found among the expressions. Precision is kept as written, never invented.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from assistant.extraction.lexicon import capitalised, load_lexicon
from assistant.extraction.mentions.date_forms import DateExpression, DateForm, Sign, apart, date_forms
from assistant.extraction.mentions.moments import Anchor, complete, complete_span, shifted
from assistant.extraction.vocabulary import DateWords

_AROUND = 48
"""Characters that the longest date has before and behind its year or month."""


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of text in which a date may stand, and the signs of one in it."""

    start: int
    end: int
    signs: frozenset[Sign]


def find_dates(view: str, language: str) -> tuple[DateExpression, ...]:
    """All date expressions of a text in order, none overlapping; earlier forms of the grammar win."""
    words = load_lexicon(language).dates
    windows = list(_windows(view, language))
    found: list[DateExpression] = []
    taken: set[int] = set()
    for form in date_forms(language):
        for expression in _expressions(view, form, windows, words):
            if taken.isdisjoint(range(expression.start, expression.end)):
                found.append(_with_year_of_law(view, expression, language))
                taken.update(range(expression.start, expression.end))
    return tuple(sorted(found, key=lambda expression: expression.start))


def _with_year_of_law(view: str, expression: DateExpression, language: str) -> DateExpression:
    """A day of a law has the year of the law's number, if none of its own: “Real Decreto 557/2011, de 20 de abril”."""
    first = expression.first
    if first.day is None or first.year is not None or expression.last is not None:
        return expression
    law = _law_before(language).search(view, max(0, expression.start - _AROUND), expression.start)
    if not law:
        return expression
    return replace(expression, first=replace(first, year=int(law["year"])))


@cache
def _law_before(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{load_lexicon(language).dates.law_years})\Z")


def _expressions(view: str, form: DateForm, windows: list[_Window], words: DateWords) -> Iterator[DateExpression]:
    """What one form reads in the windows that hold its sign."""
    for window in windows:
        if form.sign in window.signs:
            for match in form.pattern.finditer(view, window.start, window.end):
                expression = form.read(match, words)
                if expression:
                    yield from apart(expression, match)


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


def _windows(view: str, language: str) -> Iterator[_Window]:
    """The stretches of a text in which a date may stand: around years, names of months and relative words."""
    begin, end, signs = 0, 0, set[Sign]()
    for sign in _signs(language).finditer(view):
        if sign.start() - _AROUND > end:
            if end:
                yield _Window(begin, end, frozenset(signs))
            begin, signs = max(0, view.rfind(" ", 0, max(0, sign.start() - _AROUND))), set()
        end = sign.end() + _AROUND
        signs |= {Sign(name) for name, found in sign.groupdict().items() if found}
    if end:
        yield _Window(begin, min(end, len(view)), frozenset(signs))


@cache
def _signs(language: str) -> re.Pattern[str]:
    """Years, names of months and relative words, each as a group named after its sign."""
    words = load_lexicon(language).dates
    months = capitalised([*words.months, *(name.upper() for name in words.months)])
    relative = capitalised([*words.shifts, *words.shifts_behind, *words.days])
    return re.compile(
        rf"(?P<{Sign.YEAR}>\d{{4}})|(?P<{Sign.SHORT}>(?<![\d.])\d\d?\.\d\d?\.\d\d(?!\.?\d))|(?<![^\W\d_])(?:(?P<{Sign.MONTH}>{months})|(?P<{Sign.RELATIVE}>{relative}))(?![^\W\d_])"
    )
