"""What a person typed into the search line, understood. Knows no index and never refuses a character.

Words are ANDed; `OR` joins its two neighbours and binds tighter than the AND; `-` in front of a word, a phrase or a
field excludes it; quotation marks, straight or typographic, hold a phrase together; `*` behind a word finds its
beginnings, of two letters or more. `before:` and `after:` bound the whole search, wherever they stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice

from assistant.model.days import days_of
from assistant.model.folding import fold_words
from assistant.precedents.index.terms import accepted_values

_LONGEST_QUERY = 40
"""Terms; a pasted page is cut here. More would take their time and tell letters apart no better."""
_LONGEST_PHRASE = 40
"""Words."""
_SIDE_BY_SIDE = 4
"""Words in a row that hardly stand in two letters by chance."""

_TERM = re.compile(r'(?P<minus>-?)(?:(?P<field>\w+):)?(?:"(?P<phrase>[^"]*)"?(?P<star>\*?)|(?P<bare>[^\s"]*))')
_QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_YEAR_FIRST = re.compile(r"(?P<year>[12][0-9]{3})(?:[-/.](?P<month>[0-9]{1,2})(?:[-/.](?P<day>[0-9]{1,2}))?)?")
_DAY_FIRST = re.compile(r"(?:(?P<day>[0-9]{1,2})[./])?(?P<month>[0-9]{1,2})[./](?P<year>[12][0-9]{3})$")


class Field(StrEnum):
    """Where a term is looked for."""

    ANYWHERE = ""
    FROM = "from"
    TO = "to"
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "org"
    ACT = "act"
    STATUS = "status"
    KIND = "kind"
    LANGUAGE = "lang"
    YEAR = "year"


CONTROLLED = frozenset({Field.ACT, Field.STATUS, Field.KIND, Field.LANGUAGE, Field.YEAR})
"""Fields whose values come from a list, not from the text."""

_FIELDS = {field.value: field for field in Field}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that stand side by side; of a prefix the last word may go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: any of the phrases in the text, or any of the values of a controlled field."""

    field: Field = Field.ANYWHERE
    phrases: tuple[Phrase, ...] = ()
    values: tuple[str, ...] = ()
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Groups of terms: of every group at least one must hold, of an excluded term the opposite."""

    groups: tuple[tuple[Term, ...], ...] = ()
    first: date | None = None
    """The earliest day a letter may be of."""
    last: date | None = None

    @property
    def bounded(self) -> bool:
        """Whether undated letters are out of the question."""
        return self.first is not None or self.last is not None


def parse_query(typed: str) -> Query:
    """Understand a line: what is no field counts as words, what says nothing yet (`from:`, `-`) is left out."""
    groups: list[tuple[Term, ...]] = []
    first, last = date.min, date.max
    joined = False
    for minus, field, text, prefix in islice(_pieces(typed), _LONGEST_QUERY):
        if field in {"before", "after"} and (period := _period(text)):
            after, until = _bounds(*period, before=field == "before", excluded=minus)
            first, last = max(first, after), min(last, until)
        elif not (minus or field) and text in {"OR", "AND"}:
            joined = text == "OR" and bool(groups)
            continue
        elif term := _term(field, text, prefix=prefix, excluded=minus):
            groups[-1:] = [(*groups[-1], term)] if joined else [*groups[-1:], (term,)]
        joined = False
    return Query(
        groups=tuple(groups),
        first=None if first == date.min else first,
        last=None if last == date.max else last,
    )


def query_for_words(words: str) -> str:
    """A line that finds the letters in which some of these words stand side by side, the likeliest first."""
    folded = fold_words(words)
    places = max(1, len(folded) - _SIDE_BY_SIDE + 1)
    most = _LONGEST_QUERY // 2  # between two phrases stands an OR, which counts as well
    starts = range(0, places, -(-places // most))
    return " OR ".join(f'"{" ".join(folded[start : start + _SIDE_BY_SIDE])}"' for start in starts)


def _pieces(typed: str) -> Iterator[tuple[bool, str, str, bool]]:
    """Each piece as (excluded, field in small letters, text, prefix)."""
    for match in _TERM.finditer(typed.translate(_QUOTATION_MARKS)):
        text = match["bare"] if match["phrase"] is None else match["phrase"]
        field = (match["field"] or "").casefold()
        prefix = match["star"] == "*" or text.endswith("*")
        if text or field:
            yield bool(match["minus"]), field, text, prefix


def _term(field: str, text: str, *, prefix: bool, excluded: bool) -> Term | None:
    known = _FIELDS.get(field)
    if known is None:
        half_a_date = field in {"before", "after"} and not any(letter.isalpha() for letter in text)
        return None if half_a_date else _words(Field.ANYWHERE, f"{field} {text}", prefix=prefix, excluded=excluded)
    if known not in CONTROLLED:
        return _words(known, text, prefix=prefix, excluded=excluded)
    if not fold_words(text) or (known is Field.YEAR and not _YEAR_FIRST.match(text)):
        return None
    return Term(field=known, values=accepted_values(known, text), excluded=excluded)


def _words(field: Field, text: str, *, prefix: bool, excluded: bool) -> Term | None:
    words = fold_words(text)[:_LONGEST_PHRASE]
    if prefix and words and len(words[-1]) < 2:
        words, prefix = words[:-1], False
    return Term(field=field, phrases=(Phrase(words, prefix),), excluded=excluded) if words else None


def _bounds(first: date, last: date, *, before: bool, excluded: bool) -> tuple[date, date]:
    """The days a letter may be of when it is (not) from before, or after, the period from `first` to `last`."""
    day = timedelta(days=1)
    if before:
        return (first, date.max) if excluded else (date.min, first - day)
    return (date.min, last) if excluded else (last + day, date.max)


def _period(text: str) -> tuple[date, date] | None:
    """First and last day of a year, a month or a day; of a date still being typed, of the part that stands."""
    match = _DAY_FIRST.match(text) or _YEAR_FIRST.match(text)
    if match is None:
        return None
    year, month, day = int(match["year"]), int(match["month"] or 0), int(match["day"] or 0)
    return (day and days_of(year, month, day)) or (month and days_of(year, month)) or days_of(year)
