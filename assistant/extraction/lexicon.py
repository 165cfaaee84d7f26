"""The words of a language, read from one TOML file: a new language is a new file, never new code.

Nothing here knows letters or sentences; it holds words, and compiles them where several modules need the same
compilation. Every section may be missing: an empty list finds nothing.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.resources import files
from itertools import product

from anyascii import anyascii
from pydantic import Field

from assistant.extraction.act_vocabulary import ActWords, DocumentWords
from assistant.extraction.letter_vocabulary import LetterWords, SentenceWords
from assistant.extraction.vocabulary import (
    NEVER,
    AmountWords,
    DateWords,
    OrganisationWords,
    PeopleWords,
    PlaceWords,
    ReferenceWords,
)
from assistant.model.base import Value

UNKNOWN_LANGUAGE = "und"
_DATA = files("assistant.extraction") / "lexicon"
_MOST_JUDGED = 100_000
_SHORTEST_FIRST, _SHORTEST_LAST = 3, 5
"""Letters of the parts of a joined word; shorter last parts end many surnames: -berg, -mann."""
_MOST_INFLECTED = 3
"""Words of a name in which all are inflected: “Republice Środkowoafrykańskiej”."""
_BLANK = re.compile(r" (?![?*+{])")


class Lexicon(Value):
    """All words of one language."""

    language: str
    function_words: frozenset[str] = frozenset()
    word_endings: tuple[str, ...] = ()
    """Endings the list of ordinary words was freed of: “ies>y”."""
    inflections: tuple[str, ...] = ()
    """Endings of the forms in which key words and names stand in a sentence: “iego>i” for “Świącickiego”."""
    joins_words: bool = False
    """Whether nouns are written together, so that a word is what its last part is: “Fachausschuss”."""
    sentences: SentenceWords = SentenceWords()
    dates: DateWords = DateWords()
    letter: LetterWords = LetterWords()
    kinds: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    people: PeopleWords = PeopleWords()
    organisations: OrganisationWords = OrganisationWords()
    places: PlaceWords = PlaceWords()
    references: ReferenceWords = ReferenceWords()
    amounts: AmountWords = AmountWords()
    documents: DocumentWords = DocumentWords()
    acts: ActWords = ActWords()

    @property
    def ordinary_words(self) -> frozenset[str]:
        """Common words in their basic form; empty where no list is shipped."""
        return _ordinary_words(self.language)

    def is_ordinary(self, word: str) -> bool:
        """Whether a word, whatever its case, is a common word of the language."""
        known = self._judged.get(word)
        if known is None:
            listed = self._is_listed(word.lower()) or (self._is_form(word.lower()) and not self._is_name(word))
            known = listed and word not in self.sentences.capitals
            if len(self._judged) < _MOST_JUDGED:
                self._judged[word] = known
        return known

    def _is_listed(self, lower: str) -> bool:
        return lower in self.function_words or lower in self.ordinary_words

    def _is_form(self, lower: str) -> bool:
        return any(base in self.ordinary_words for base in self._parts(lower))

    def _is_name(self, word: str) -> bool:
        """Whether a word is a name that only looks like a form of something: “Schweden”, “Berlin”, “Maria”."""
        gazetteer = load_gazetteer(self.language)
        return word in gazetteer.given_names or gazetteer.basic_name(word, self.places.endings) in gazetteer.places

    @cached_property
    def _judged(self) -> dict[str, bool]:
        """Words looked up before; asked for every capital word of every document."""
        return {}

    def _parts(self, word: str) -> Iterator[str]:
        """The word and its basic forms; where nouns are joined, those of its last part too."""
        yield word
        for base in bases(word, self.word_endings):
            yield base
            yield from bases(base, self.word_endings)
        if self.joins_words:
            for at in range(_SHORTEST_FIRST, len(word) - _SHORTEST_LAST + 1):
                yield word[at:]
                yield from (base for base in bases(word[at:], self.word_endings) if len(base) >= _SHORTEST_LAST)


class Gazetteer(Value):
    """Names that all languages share."""

    countries: dict[str, str]
    """Name to ISO 3166 code; an empty code stands for a region."""
    cities: frozenset[str]
    given_names: frozenset[str]

    @cached_property
    def places(self) -> frozenset[str]:
        """States, regions and cities."""
        return self.cities.union(self.countries)

    def code(self, name: str, endings: tuple[str, ...]) -> str:
        """ISO 3166 code of the state with a name, which may be inflected; empty when there is none."""
        return self.countries.get(self.basic_name(name, endings), "")

    def basic_name(self, name: str, endings: tuple[str, ...]) -> str:
        """The name in the list that a name is or is an inflected form of; itself when there is none."""
        if name in self.places or name.count(" ") >= _MOST_INFLECTED:
            return name
        forms = [(word, *bases(word, endings)) for word in name.split()]
        return next((one for parts in product(*forms) if (one := " ".join(parts)) in self.places), name)


@cache
def _ordinary_words(language: str) -> frozenset[str]:
    file = _DATA / f"words.{language}.txt"
    return frozenset(file.read_text("utf-8").split()) if file.is_file() else frozenset()


@cache
def load_lexicon(language: str) -> Lexicon:
    """The words of a language; an empty lexicon for one without a file."""
    file = _DATA / f"{language}.toml"
    if not file.is_file():
        return Lexicon(language=language)
    return Lexicon.model_validate(tomllib.loads(file.read_text("utf-8")))


@cache
def load_gazetteer(language: str = "en") -> Gazetteer:
    """States, regions and cities, also as a language calls them, and given names; sources in the README beside them."""
    places = json.loads((_DATA / "places.json").read_text("utf-8"))
    names = json.loads((_DATA / "given_names.json").read_text("utf-8"))
    local = places["local"].get(language, {"countries": {}, "cities": []})
    cities = load_lexicon(language).places.cities.union(places["cities"], local["cities"])
    countries = places["countries"] | local["countries"]
    plain = {anyascii(name[0]) + name[1:]: code for name, code in countries.items() if not name[0].isascii()}
    return Gazetteer(countries=plain | countries, cities=cities, given_names=names)


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a file, in alphabetical order."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _DATA.iterdir() if file.name.endswith(".toml")))


@cache
def matcher(language: str, section: str, field: str) -> re.Pattern[str]:
    """The regular expressions of one field of a lexicon as one, whatever the case, up to the end of a word."""
    return re.compile(rf"(?i:{alternatives(getattr(getattr(load_lexicon(language), section), field))})(?!\w)")


def bases(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    """What a word is without each of the endings it has: “iego>i” makes “Kowalski” of “Kowalskiego”."""
    known = _endings(endings)
    for at in range(max(2, len(word) - max(map(len, known), default=0)), len(word) + 1):
        for new in known.get(word[at:], ()):
            yield word[:at] + new


@cache
def _endings(endings: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Endings and what takes the place of each."""
    found: dict[str, tuple[str, ...]] = {}
    for ending in endings:
        old, _, new = ending.partition(">")
        found[old] = (*found.get(old, ()), new)
    return found


def alternatives(expressions: Iterable[str]) -> str:
    """A group of regular expressions, longest first, a blank standing for any; of none, one that never matches."""
    ordered = sorted(expressions, key=len, reverse=True)
    return "(?:" + "|".join(_BLANK.sub(" +", expression) for expression in ordered) + ")" if ordered else NEVER


def capitalised(words: Iterable[str]) -> str:
    """A group of words with a small or a capital first letter; much faster than ignoring case throughout."""
    return alternatives(
        f"[{re.escape(word[0].lower())}{re.escape(word[0].upper())}]" + re.escape(word[1:]).replace(r"\ ", " ")
        for word in words
    )


def literal(words: Iterable[str]) -> str:
    """A group of words as they are."""
    return alternatives(re.escape(word).replace(r"\ ", " ") for word in words)
