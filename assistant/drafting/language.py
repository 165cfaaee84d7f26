"""What a letter's language decides: marks, dates, footnotes, titles, forms of address. Data, one TOML file each.

Nothing here knows about templates or drafts; a new language is a new file in languages/.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from pydantic import Field

from assistant.drafting.protocol import Office
from assistant.errors import UnknownNameError
from assistant.model.base import Value

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Dates(Value):
    """How dates are written out."""

    months: tuple[str, ...] = Field(min_length=12, max_length=12)
    day: str
    month: str
    first: str | None = None
    """The first of a month, where it is written otherwise: “1er”."""


class NoteParts(Value):
    """The parts of a footnote; those not known are left out."""

    of: str
    from_: str = Field(alias="from")
    to: str
    page: str
    paragraph: str


class Language(Value):
    """All that one language decides."""

    code: str
    quotation_marks: tuple[str, str]
    inner_quotation_marks: tuple[str, str]
    conjunction: str
    note_after_punctuation: bool
    yours: tuple[str, ...]
    """Lower-case words that begin a reference to a letter of the addressee's: “your letter of 15 May”."""
    small_words: tuple[str, ...]
    """Words that stay small in a name: “of”, “the”."""
    acronyms: tuple[str, ...]
    deputies: tuple[str, ...]
    """Words before a title that tell its holder's deputy or staff from its holder."""
    salutation_openings: tuple[str, ...]
    titles: dict[str, str]
    dates: Dates
    note: NoteParts
    kinds: dict[str, str]
    """Document kind to the word a footnote begins with."""
    nouns: dict[str, str]
    """Document kind to the word inside a sentence: “your letter”."""
    offices: dict[str, Office]

    def date_in_words(self, date: str) -> str:
        """An ISO 8601 day, month or year written out; anything else comes back as it is."""
        found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", date)
        if not found or not found[2] or not 1 <= int(found[2]) <= len(self.dates.months):
            return date
        month = self.dates.months[int(found[2]) - 1]
        if not found[3]:
            return self.dates.month.format(month=month, year=found[1])
        day = int(found[3])
        shown = self.dates.first if self.dates.first and day == 1 else day
        return self.dates.day.format(day=shown, month=month, year=found[1])

    def series(self, items: Sequence[str]) -> str:
        """“a, b and c”."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.conjunction} {items[-1]}"

    def small_letters(self, name: str) -> str:
        """A name printed in capitals, as in a letterhead, in ordinary letters; any other name as it is."""
        if not name.isupper():
            return name
        words = [self._small_word(word, index) for index, word in enumerate(name.split())]
        return " ".join(words)

    def _small_word(self, word: str, index: int) -> str:
        if index and word.casefold() in self.small_words:
            return word.casefold()
        return _WORD.sub(lambda part: part[0] if part[0] in self.acronyms else part[0].capitalize(), word)


@cache
def load_language(code: str) -> Language:
    """The data of a language by its ISO 639-1 code; raises UnknownNameError naming those there are."""
    if code not in known_languages():
        raise UnknownNameError("language", code, known_languages())
    data = tomllib.loads((files(__package__) / "languages" / f"{code}.toml").read_text("utf-8"))
    return Language.model_validate({"code": code, **data})


@cache
def known_languages() -> tuple[str, ...]:
    """Codes of the languages a letter can be written in."""
    names = (file.name for file in (files(__package__) / "languages").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))
