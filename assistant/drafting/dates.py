"""Dates in words, and the small changes a word undergoes before another: “d’avril”, “dell’8 maggio”, “e Isabel”.

Data comes from languages/<language>.toml; no language is known here.
"""

import re
from collections.abc import Sequence

from pydantic import Field

from assistant.model.base import Value

_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Elision(Value):
    """How a word changes before certain others."""

    word: str
    before: str
    """Regular expression for the beginning of what follows."""
    becomes: str


class Dates(Value):
    """How dates are written out."""

    months: tuple[str, ...] = Field(min_length=12, max_length=12)
    day: str
    month: str
    first: str | None = None
    """The first of a month, where it is written otherwise: “1er”."""
    of_day: str
    """A day behind a noun: “of {date}”."""
    of_month: str
    of_year: str | None = None
    """A year behind a noun, where it differs from a month."""

    def in_words(self, date: str) -> str:
        """An ISO 8601 day, month or year written out; anything else comes back as it is."""
        found = _ISO.fullmatch(date)
        if not found or not found[2] or not 1 <= int(found[2]) <= len(self.months):
            return date
        month = self.months[int(found[2]) - 1]
        if not found[3]:
            return self.month.format(month=month, year=found[1])
        day = int(found[3])
        shown = self.first if self.first and day == 1 else day
        return self.day.format(day=shown, month=month, year=found[1])

    def behind_noun(self, date: str) -> str:
        """The pattern that joins a date to a noun: that of its precision."""
        found = _ISO.fullmatch(date)
        if found and not found[2]:
            return self.of_year or self.of_month
        return self.of_month if found and not found[3] else self.of_day


def join(pattern: str, value: str, elisions: Sequence[Elision] = ()) -> str:
    """A pattern with one gap (`de {sender}`) filled; the word before the gap is elided where the language asks."""
    before, _, rest = pattern.partition("{")
    for elision in elisions:
        if before.endswith(elision.word) and re.match(elision.before, value):
            before = before.removesuffix(elision.word) + elision.becomes
            break
    return before + value + rest.partition("}")[2]
