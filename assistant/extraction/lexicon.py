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

from pydantic import Field

from assistant.model.base import Value

UNKNOWN_LANGUAGE = "und"
_DATA = files("assistant.extraction") / "lexicon"
_NEVER = r"(?!)"
_MOST_JUDGED = 100_000
_BLANK = re.compile(r" (?![?*+{])")


class SentenceWords(Value):
    """What a full stop may follow without ending a sentence."""

    abbreviations: frozenset[str] = frozenset()


class DateWords(Value):
    """Months, weekdays and the small words between them; relative words with their distance."""

    months: dict[str, int] = Field(default_factory=dict)
    ambiguous_months: frozenset[str] = frozenset()
    """Names of months that are also other words: alone they count only after `before_month`."""
    weekdays: dict[str, int] = Field(default_factory=dict)
    month_first: bool = False
    """Whether “March 4, 2019” is written."""
    ordinals: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    respectively: tuple[str, ...] = ()
    before_year: tuple[str, ...] = ()
    before_month: tuple[str, ...] = ()
    forward: tuple[str, ...] = ()
    """Words before a day without a year that point to the future: “by 30 June”."""
    parts: tuple[str, ...] = ()
    """Parts of a year or a month whose precision is not kept: early, end of, spring."""
    shifts: dict[str, int] = Field(default_factory=dict)
    units: dict[str, str] = Field(default_factory=dict)
    days: dict[str, int] = Field(default_factory=dict)


class LetterWords(Value):
    """What opens and closes a letter and what stands before its parts; regular expressions."""

    salutations: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    farewells: tuple[str, ...] = ()
    subject_labels: tuple[str, ...] = ()
    reference_labels: tuple[str, ...] = ()
    kept_reference_labels: tuple[str, ...] = ()
    foreign_reference_labels: tuple[str, ...] = ()
    date_labels: tuple[str, ...] = ()
    to_labels: tuple[str, ...] = ()
    from_labels: tuple[str, ...] = ()
    copy_labels: tuple[str, ...] = ()
    contact_labels: tuple[str, ...] = ()
    contact_headings: tuple[str, ...] = ()
    in_house: tuple[str, ...] = ()
    written_by: tuple[str, ...] = ()
    before_place: tuple[str, ...] = ()


class PeopleWords(Value):
    """Honorifics, roles and the small words of names."""

    honorifics: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    """Honorifics that belong to the name: Baroness, Sir."""
    postnominals: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    role_links: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    everyone: frozenset[str] = frozenset()
    """“Both”: points back to the last two speakers."""


class OrganisationWords(Value):
    """Key words of institutions."""

    heads: frozenset[str] = frozenset()
    lower_heads: frozenset[str] = frozenset()
    """Heads that make a body of the capital word before them even in small letters: “British government”."""
    bare: frozenset[str] = frozenset()
    """Heads that name a body alone: “the Commission”."""
    known: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    seated: frozenset[str] = frozenset()
    """Heads of bodies that have a seat in their name: “Delegation in Astana”."""
    seat_links: frozenset[str] = frozenset()
    possessed: frozenset[str] = frozenset()
    """Small heads that count only behind a possessive: “the Prosecutor's office”."""
    suffixes: frozenset[str] = frozenset()
    not_acronyms: frozenset[str] = frozenset()


class PlaceWords(Value):
    """What stands before and behind the name of a place."""

    before: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    kept_heads: frozenset[str] = frozenset()
    """Heads that belong to the name: “Mariscal Sucre airport”."""
    qualifiers: frozenset[str] = frozenset()
    """Words between a name and a head: “Almaty detention centre”; some heads need one."""
    qualified: frozenset[str] = frozenset()
    """Heads that say nothing without a qualifier: “centre”."""
    origins: frozenset[str] = frozenset()
    buildings: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    street_starts: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()


class ReferenceWords(Value):
    """Key words of laws, treaties and other formal texts."""

    heads: frozenset[str] = frozenset()
    weak_heads: frozenset[str] = frozenset()
    """Count only with a title behind them: “Plan of …”."""
    bare: frozenset[str] = frozenset()
    """Heads that may stand alone for a title given elsewhere in the text."""
    parts: tuple[str, ...] = ()
    sub_parts: tuple[str, ...] = ()
    links: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    codes: tuple[str, ...] = ()
    """Regular expressions of numbers that name a text."""


class AmountWords(Value):
    """Numbers in words, scales, currencies and units."""

    numbers: dict[str, int] = Field(default_factory=dict)
    scales: dict[str, int] = Field(default_factory=dict)
    currencies: dict[str, str] = Field(default_factory=dict)
    percent: tuple[str, ...] = ()
    durations: frozenset[str] = frozenset()
    not_counted: frozenset[str] = frozenset()
    plural: str = _NEVER
    """Regular expression of a word that may end a counted noun."""
    decimal: str = "."


class DocumentWords(Value):
    """Words for earlier documents, with what they are called in a record."""

    kinds: dict[str, str] = Field(default_factory=dict)
    weak: frozenset[str] = frozenset()
    """Document words that are as often something else: opinion, request, application."""
    yours: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    dating: frozenset[str] = frozenset()
    not_yet: frozenset[str] = frozenset()
    """Verbs before a document that does not exist yet: “to adopt a resolution”."""
    writing: dict[str, str] = Field(default_factory=dict)
    """Verbs of the author that are themselves a document: wrote."""
    about: frozenset[str] = frozenset()
    list_headings: tuple[str, ...] = ()


class Cue(Value):
    """Words that show an act. `subject` limits them to what the author (“self”) or somebody else (“other”) does."""

    act: str
    subject: str = "any"
    weight: int = 2
    words: tuple[str, ...] = ()


class ActWords(Value):
    """Cues of acts, where clauses begin and end, and the verbs with which a chain of attribution is told."""

    endings: tuple[str, ...] = ()
    """How a verb marked “~” is inflected: “+ed” adds, “e>ing” replaces."""
    self: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    coordinators: frozenset[str] = frozenset()
    """Conjunctions that join words as often as clauses."""
    subordinates: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    """Words with which something opens before the subject: during, when, after."""
    long_openers: frozenset[str] = frozenset()
    """Those whose words are not quoted when they are many: when, after, since."""
    relatives: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    details: tuple[str, ...] = ()
    prefaces: tuple[str, ...] = ()
    continuations: tuple[str, ...] = ()
    """What goes on with the speech reported before: “Secondly”."""
    courtesies: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    reports: str = ""
    verbs: dict[str, str] = Field(default_factory=dict)
    """Act to verb in the third person: commitment to "commits"."""
    reporting: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Verb in the third person to all its forms: acknowledges to acknowledged, acknowledging."""
    addressee: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    plural_pronouns: frozenset[str] = frozenset()
    joint: str = ","


class Lexicon(Value):
    """All words of one language."""

    language: str
    function_words: frozenset[str] = frozenset()
    word_endings: tuple[str, ...] = ()
    """Endings the list of ordinary words was freed of: “ies>y”."""
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

    @cached_property
    def ordinary_words(self) -> frozenset[str]:
        """Common words in their basic form; empty where no list is shipped."""
        file = _DATA / f"words.{self.language}.txt"
        return frozenset(file.read_text("utf-8").split()) if file.is_file() else frozenset()

    def is_ordinary(self, word: str) -> bool:
        """Whether a word, whatever its case, is a common word of the language."""
        known = self._judged.get(word)
        if known is None:
            lower = word.lower()
            words = self.ordinary_words
            known = lower in self.function_words or lower in words or any(base in words for base in self._bases(lower))
            if len(self._judged) < _MOST_JUDGED:
                self._judged[word] = known
        return known

    @cached_property
    def _judged(self) -> dict[str, bool]:
        """Words looked up before; asked for every capital word of every document."""
        return {}

    def _bases(self, word: str) -> Iterator[str]:
        for ending in self.word_endings:
            old, _, new = ending.partition(">")
            if word.endswith(old):
                yield word[: -len(old)] + new


class Gazetteer(Value):
    """Names that all languages share."""

    countries: dict[str, str]
    """English name to ISO 3166 code; an empty code stands for a region."""
    cities: frozenset[str]
    given_names: frozenset[str]

    @cached_property
    def places(self) -> frozenset[str]:
        """States, regions and cities."""
        return self.cities.union(self.countries)


@cache
def load_lexicon(language: str) -> Lexicon:
    """The words of a language; an empty lexicon for one without a file."""
    file = _DATA / f"{language}.toml"
    if not file.is_file():
        return Lexicon(language=language)
    return Lexicon.model_validate(tomllib.loads(file.read_text("utf-8")))


@cache
def load_gazetteer() -> Gazetteer:
    """States, regions, cities and given names; sources in the README beside the files."""
    places = json.loads((_DATA / "places.json").read_text("utf-8"))
    names = json.loads((_DATA / "given_names.json").read_text("utf-8"))
    return Gazetteer(countries=places["countries"], cities=places["cities"], given_names=names)


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a file, in alphabetical order."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _DATA.iterdir() if file.name.endswith(".toml")))


def alternatives(expressions: Iterable[str]) -> str:
    """A group of regular expressions, longest first, in which a blank stands for any blanks; of nothing, one that never matches."""
    ordered = sorted(expressions, key=len, reverse=True)
    return "(?:" + "|".join(_BLANK.sub(" +", expression) for expression in ordered) + ")" if ordered else _NEVER


def literal(words: Iterable[str]) -> str:
    """A group of words as they are."""
    return alternatives(re.escape(word).replace(r"\ ", " ") for word in words)
