"""What a letter's language decides: marks, dates, footnotes, titles, forms of address. Data, one TOML file each.

Nothing here knows about templates or drafts; a new language is a new file in languages/.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from pydantic import Field

from assistant.drafting.dates import Dates, Elision, join
from assistant.drafting.protocol import Office
from assistant.errors import UnknownNameError
from assistant.model.base import Value

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class NoteParts(Value):
    """The parts of a footnote, each with what joins it to the part before; those not known are left out."""

    from_: str = Field(alias="from")
    to: str
    page: str
    paragraph: str
    ibid: str
    """The source of the note before, at another place."""
    ibid_whole: str | None = None
    """The same at the same place, where that is another word."""
    separator: str
    """Between two sources."""


class EvidenceWords(Value):
    """Title and columns of the table of sources."""

    title: str
    sentence: str
    source: str
    date: str
    place: str
    words: str


class MemberWords(Value):
    """Institution and designation of a Member, by gender."""

    institution: str
    female: str
    male: str


class Language(Value):
    """All that one language decides."""

    code: str
    quotation_marks: tuple[str, str]
    """With the spaces inside, where they belong there."""
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
    elisions: tuple[Elision, ...] = ()
    titles: dict[str, str]
    dates: Dates
    note: NoteParts
    kinds: dict[str, str]
    """Document kind to the word a footnote begins with."""
    nouns: dict[str, str]
    """Document kind to the word inside a sentence: “your letter”."""
    your: dict[str, str]
    """Document kind as what one thanks for: “your letter”, “Ihr Schreiben”, “pismo”."""
    in_your: dict[str, str]
    """Document kind as where something was said: “in your letter”, “in Ihrem Schreiben”, “w piśmie”."""
    evidence: EvidenceWords
    places: dict[str, str]
    """Places of work, by their English name in small letters."""
    member: MemberWords
    offices: dict[str, Office]

    def date_in_words(self, date: str) -> str:
        """An ISO 8601 day, month or year written out; anything else comes back as it is."""
        return self.dates.in_words(date)

    def of_date(self, date: str) -> str:
        """An ISO 8601 date as it follows a noun: “of 23 May 2019”, “du 23 mai 2019”, “dell’8 maggio 2019”."""
        return join(self.dates.behind_noun(date), self.date_in_words(date), self.elisions)

    def phrase(self, pattern: str, value: str) -> str:
        """A pattern with one gap filled, elided where the language asks: “de {sender}” as “d’Ana Gomes”."""
        return join(pattern, value, self.elisions)

    def series(self, items: Sequence[str]) -> str:
        """“a, b and c”."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.phrase(f'{self.conjunction} {{item}}', items[-1])}"

    def small_letters(self, name: str) -> str:
        """A name printed in capitals, as in a letterhead, in ordinary letters; any other name as it is."""
        if not name.isupper():
            return name
        words = [self._small_word(word, index) for index, word in enumerate(name.split())]
        return " ".join(words)

    def _small_word(self, word: str, index: int) -> str:
        if index and word.casefold() in self.small_words:
            return word.casefold()
        article, apostrophe, noun = re.split("(['’])", word, maxsplit=1) if re.search("['’]", word) else ("", "", word)
        if article.casefold() in self.small_words:  # L'UNION
            return f"{article.casefold() if index else article}{apostrophe}{self._small_word(noun, 0)}"
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


def place_name(place: str, language: Language) -> str:
    """A place of work in another language (“Brussels” as “Bruxelles”); a place that is not known as it is."""
    for code in known_languages():
        for key, name in load_language(code).places.items():
            if name.casefold() == place.casefold():
                return language.places[key]
    return place
