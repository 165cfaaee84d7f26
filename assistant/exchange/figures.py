"""Figures in statements: a number with what it counts, so that two statements about the same thing can be compared.

Days, years and the numbers of articles count nothing. A figure is the same thing as another only by its words.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from assistant.model.base import Value
from assistant.model.folding import fold_words

_FIGURE = re.compile(
    r"(?<![\w.,/-])(?P<number>\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+|\d+(?:[.,]\d{1,2})?)"
    r"(?:\s*%|(?P<unit>(?:[^\S\n]+[^\W\d_]+){1,3}))"
)
_YEARS = range(1900, 2101)
_STEM = 5


class Figure(Value):
    """A number as it stands with its unit, and both made comparable."""

    words: str
    number: float
    unit: tuple[str, ...]
    """Beginnings of the words counted; empty for a percentage."""

    def is_other(self, earlier: "Figure") -> bool:
        """Whether it gives another number for the same unit."""
        return self.unit[:2] == earlier.unit[:2] and self.number != earlier.number


def figures_in(text: str) -> Iterator[Figure]:
    """The figures of a statement, in order."""
    for found in _FIGURE.finditer(text):
        unit = tuple(word[:_STEM] for word in fold_words(found["unit"] or ""))
        before = fold_words(text[: found.start()])[-1:]
        is_day = bool(unit) and unit[0] in {month[:_STEM] for month in words_of("months")}
        if not (is_day or _is_year(found["number"]) or words_of("numbered").intersection(before)):
            yield Figure(words=found[0].strip(), number=_value(found["number"]), unit=unit)


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind in all languages; see data/comparing.toml."""
    data = tomllib.loads(files("assistant.exchange").joinpath("data/comparing.toml").read_text("utf-8"))
    return frozenset(word for language in data.values() for word in language[kind])


def _is_year(number: str) -> bool:
    return number.isdigit() and int(number) in _YEARS


def _value(number: str) -> float:
    """“12,000” and “12 000” are thousands, “2,5” and “2.5” two and a half."""
    digits = re.sub(r"[ .,\u00a0\u202f](?=\d{3})", "", number)
    return float(digits.replace(",", "."))
