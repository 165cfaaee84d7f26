"""Dates as they are written, and what they mean beside the date of the document.

First `find_dates` sees expressions, then `resolve` gives them a value: a day without a year needs the date of the
letter, which is itself found among the expressions. Precision is kept as written, never invented.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from assistant.extraction.date_forms import DateExpression, date_forms
from assistant.extraction.lexicon import capitalised, load_lexicon
from assistant.extraction.moments import Anchor, complete, complete_span, shifted

_AROUND = 48
"""Characters that the longest date has before and behind its year or month."""


def find_dates(view: str, language: str) -> tuple[DateExpression, ...]:
    """All date expressions of a text in order, none overlapping; earlier forms of the grammar win."""
    words = load_lexicon(language).dates
    found: list[DateExpression] = []
    taken: set[int] = set()
    windows = list(_windows(view, language))
    for form, (start, end) in product(date_forms(language), windows):
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
    shouted = [name.upper() for name in words.months]
    names = capitalised([*words.months, *shouted, *words.shifts, *words.shifts_behind, *words.days])
    return re.compile(rf"\d{{4}}|(?<![^\W\d_]){names}(?![^\W\d_])")
