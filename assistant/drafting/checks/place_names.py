"""Findings about place names of another time than the letter's: Nur-Sultan in a letter of 2024.

Which names held from when to when stands in conventions/place_names.toml. Never errors: a name may be meant as of then.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from assistant.drafting.checks.dates import find_dates
from assistant.drafting.checks.written import Written
from assistant.drafting.conventions import Status, load_convention, severity_of
from assistant.model.base import Value
from assistant.model.finding import Finding

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class PlaceName(Value):
    """A name of a place, and the time it is right."""

    names: tuple[str, ...]
    since: dt.date
    until: dt.date | None = None
    """The first day it no longer is."""
    kept_in: tuple[str, ...] = ()
    """Words behind the name that make it part of a title which stays."""
    status: Status
    source: str

    def is_right(self, day: dt.date) -> bool:
        """Whether the place bore the name on that day."""
        return self.since <= day and (self.until is None or day < self.until)

    def was_right_in(self, year: int) -> bool:
        """Whether the place bore the name on some day of that year."""
        return self.since.year <= year and (self.until is None or year <= self.until.year)


class RenamedPlace(Value):
    """A place with its names through time."""

    place: str
    names: tuple[PlaceName, ...]


def check_place_names(written: Written, day: dt.date, language: str) -> Iterator[Finding]:
    """Places in own words bear the name of the letter's day, or of a year the sentence speaks of."""
    for place, pattern in _renamed_places():
        for found in pattern.finditer(written.own):
            spelt = [name for name in place.names if found["name"] in name.names]
            right = next((name for name in place.names if name.is_right(day)), None)
            if right is None or right in spelt or found["rest"] in spelt[0].kept_in:
                continue
            if not _speaks_of_its_time(written, found.start(), spelt, place, language):
                yield _finding(written, found.span("name"), place, right, spelt[0])


def _speaks_of_its_time(written: Written, at: int, spelt: list[PlaceName], place: RenamedPlace, language: str) -> bool:
    sentence = written.sentence_at(at, language)
    others = [name for known in place.names if known not in spelt for name in known.names]
    if any(name in sentence for name in others):
        return True  # it tells of both names: “Astana, then Nur-Sultan”
    return written.kind != "field" and any(_names_a_time_of(sentence, name, language) for name in spelt)


def _names_a_time_of(sentence: str, name: PlaceName, language: str) -> bool:
    """Whether a sentence names a day or a year in which the place bore the name."""
    days = [date for date in find_dates(sentence, language) if date.value]
    years = [
        int(year[0])
        for year in _YEAR.finditer(sentence)
        if not any(date.start <= year.start() < date.end for date in days)
    ]
    return any(date.value and name.is_right(date.value) for date in days) or any(map(name.was_right_in, years))


def _finding(
    written: Written, span: tuple[int, int], place: RenamedPlace, right: PlaceName, spelt: PlaceName
) -> Finding:
    return written.finding(
        "place-name-of-another-time",
        severity_of(spelt.status),
        span,
        f"On the day of this letter the name of {place.place} is {right.names[0]} (since {_shown(right.since)}).",
        f"Write “{right.names[0]}”, or say which time the sentence speaks of.",
    ).model_copy(update={"source": right.source})


def _shown(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


@cache
def _renamed_places() -> tuple[tuple[RenamedPlace, re.Pattern[str]], ...]:
    places = [RenamedPlace.model_validate(place) for place in load_convention("place_names.toml")["places"]]
    return tuple((place, _pattern(place)) for place in places)


def _pattern(place: RenamedPlace) -> re.Pattern[str]:
    names = sorted({name for known in place.names for name in known.names}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?P<name>{'|'.join(map(re.escape, names))})(?![\w-])(?=\s*(?P<rest>\w*))")
