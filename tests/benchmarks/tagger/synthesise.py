"""Letters in six languages to learn from: the lines of `letters/*.toml` with generated names in their slots.

A quarter of the people have names of other countries, some that exist nowhere, so that a model learns from what stands
around a name. The same seed gives the same sentences.
"""

import json
import lzma
import random
import re
import tomllib
from pathlib import Path
from typing import Any

from assistant.extraction.tagging.tokens import split_words

HERE = Path(__file__).parent
LANGUAGES = ("de", "fr", "it", "es", "pl", "en")
Sentence = tuple[list[str], list[str]]

_SLOT = re.compile(r"\{(?P<word>\w)\}|<(?P<name>[PSLOABlo])(?:\.(?P<case>\d))?(?::(?P<fixed>[^>]+))?>")
_KINDS = {"P": "PER", "S": "PER", "L": "LOC", "l": "LOC", "O": "ORG", "o": "ORG", "A": "ORG", "B": "ORG"}
_CAPITALS = "ABCDEFGHIJKLMNOPRSTUVWZ"
_INSTRUMENTAL = 3
_PARTICLES = {
    "de": ("von", "von der", "zu"), "fr": ("de", "de La", "Le", "du"), "it": ("De", "Di", "Della", "De Luca"),
    "es": ("de", "de la", "del"), "en": ("van", "de", "bin", "al-", "El"), "pl": ("von",),
}  # fmt: skip
_IN = {"de": "in", "fr": "de", "it": "di", "es": "de", "pl": "w", "en": "of"}
_STARTS = ("Zh", "Kh", "Sh", "Ch", "T", "D", "B", "M", "N", "S", "R", "L", "K", "A", "Y", "Dzh", "G", "V", "Q")
_VOWELS = ("a", "e", "u", "o", "i", "ai", "y", "ya")
_CONSONANTS = (
    "r", "l", "n", "b", "m", "k", "s", "t", "d", "kh", "zh", "g", "z", "mb", "rg", "lm", "nd", "sk", "br",
)  # fmt: skip
_ENDINGS = (
    "ov", "ev", "bayev", "bekov", "ova", "eva", "uly", "ko", "enko", "chuk", "shvili", "dze", "yan", "zade", "li", "lu",
    "skaya", "ski", "sky", "wicz", "czyk", "ić", "escu", "sson", "ás", "nen", "čius", "ņš", "ová", "ský", "oğlu",
    "mukhamedov",
)  # fmt: skip


def read_lists() -> dict[str, Any]:
    """Given names and surnames by language (and “other”), and cities."""
    lists: dict[str, Any] = json.loads(lzma.decompress((HERE / "data" / "name_lists.json.xz").read_bytes()))
    return lists


def read_language(language: str) -> dict[str, Any]:
    """Lines and word lists of a language."""
    return tomllib.loads((HERE / "letters" / f"{language}.toml").read_text("utf-8"))


def make_sentences(language: str, count: int, section: str = "lines", seed: int = 0) -> list[Sentence]:
    """`count` sentences from the lines of a section, words with their labels."""
    writer = Writer(language, random.Random(f"{language} {section} {seed}"))
    lines = writer.words[section]
    return [writer.write(lines[number % len(lines)]) for number in range(count)]


class Writer:
    """Fills lines of one language."""

    def __init__(self, language: str, chance: random.Random) -> None:
        self.language = language
        self.chance = chance
        self.words = read_language(language)
        self.lists = read_lists()

    def write(self, line: str) -> Sentence:
        """One line with names in its slots, cut into words and labelled."""
        text, names, at = "", [], 0
        for slot in _SLOT.finditer(line):
            text += line[at : slot.start()]
            filling, at = self._fill(slot), slot.end()
            if slot["name"]:
                names.append((len(text), len(text) + len(filling), _KINDS[slot["name"]]))
            text += filling
        words, labels = _labelled(text + line[at:], names)
        return ([word.upper() for word in words] if self._happens(0.04) else words), labels

    def _fill(self, slot: re.Match[str]) -> str:
        if slot["word"]:
            lists = {"H": "honorifics", "R": "roles", "N": "nouns"}
            return self._date() if slot["word"] == "D" else self._one(lists[slot["word"]])
        case = int(slot["case"] or 0)
        if slot["fixed"]:
            return slot["fixed"]
        match slot["name"]:
            case "P":
                return self._person(case)
            case "S":
                return self._surname(case, feminine=False)
            case "L":
                return self._place(case)
            case "O":
                return self._organisation(case)
            case "A":
                return self._acronym()
        return self._one("adjective_bodies").replace("{adj}", self._one("adjectives"))

    def _happens(self, probability: float) -> bool:
        return self.chance.random() < probability

    def _one(self, section: str) -> str:
        return str(self.chance.choice(self.words[section]))

    def _date(self) -> str:
        day, year = self.chance.randint(1, 31), self.chance.randint(1998, 2026)
        return str(self.words["date"].format(d=day, m=self._one("months"), y=year))

    def _listed(self, part: str) -> str:
        """A given name or a surname: of the language, of another country, or of none."""
        luck = self.chance.random()
        if luck < 0.9:
            people = self.language if luck < 0.55 else "other" if luck < 0.8 else self.chance.choice(LANGUAGES)
            return str(self.chance.choice(self.lists[people][part]))
        return self._invented(1) if part == "given" else self._invented(self.chance.choice((1, 2)), named=True)

    def _invented(self, syllables: int, *, named: bool = False) -> str:
        stem = self.chance.choice(_STARTS) + self.chance.choice(_VOWELS)
        for _ in range(syllables):
            stem += self.chance.choice(_CONSONANTS) + self.chance.choice(_VOWELS)
        stem = stem.rstrip("aeiouy") if self._happens(0.6) else stem
        return stem + (self.chance.choice(_ENDINGS) if named else "")

    def _surname(self, case: int, *, feminine: bool) -> str:
        name = self._listed("surnames")
        if self._happens(0.08):
            name += "-" + self._listed("surnames")
        if self.language == "pl":
            name = "-".join(_declined(part, case, feminine=feminine) for part in name.split("-"))
        return name.upper() if self._happens(0.12) else name

    def _person(self, case: int) -> str:
        given = self._listed("given")
        feminine = given.endswith("a")
        if self.language == "pl":
            given = _declined(given, case, feminine=feminine)
        given = self._with_second_name(given)
        surname = self._surname(case, feminine=feminine)
        if self._happens(0.06):
            surname = f"{self.chance.choice(_PARTICLES[self.language])} {surname}".replace("- ", "-")
        if self.language == "es" and self._happens(0.45):
            surname += " " + self._listed("surnames")
        return f"{surname} {given}" if self._happens(0.04) else f"{given} {surname}"

    def _with_second_name(self, given: str) -> str:
        luck = self.chance.random()
        if luck < 0.06:
            return f"{given} {self._listed('given')}"
        if luck < 0.10:
            return f"{given[0]}."
        if luck < 0.14:
            return f"{given}-{self._listed('given')}"
        return f"{given} {self.chance.choice(_CAPITALS)}." if luck < 0.17 else given

    def _place(self, case: int) -> str:
        if self._happens(0.8 if self.language == "pl" else 0.6):
            return _in_case(self._one("places"), case)
        return str(self.chance.choice(self.lists["cities"]))

    def _acronym(self) -> str:
        return "".join(self.chance.choice(_CAPITALS) for _ in range(self.chance.choice((3, 3, 4, 4, 5))))

    def _organisation(self, case: int) -> str:
        luck = self.chance.random()
        if luck < 0.55:
            name = _in_case(self._one("organisations"), case)
        elif luck < 0.95:
            name = f"{_in_case(self._one('heads'), case)} {self._one('topics')}"
            name += f" {_IN[self.language]} {self._place(2)}" if luck > 0.9 else ""
        else:
            name = self._acronym()
        return name.upper() if self._happens(0.06) else name


def _labelled(text: str, names: list[tuple[int, int, str]]) -> Sentence:
    places = list(split_words(text))
    labels = ["O"] * len(places)
    for start, end, kind in names:
        inside = [at for at, (first, last) in enumerate(places) if first < end and last > start]
        for at in inside:
            labels[at] = f"{'B' if at == inside[0] else 'I'}-{kind}"
    return [text[first:last] for first, last in places], labels


def _in_case(forms: str, case: int) -> str:
    """“Sejm|Sejmu|Sejmie|Sejmem” in a case; the last form where a language has fewer."""
    known = forms.split("|")
    return known[min(case, len(known) - 1)]


def _declined(name: str, case: int, *, feminine: bool) -> str:
    """A Polish name in the genitive (1, 2) or the instrumental (3), by its commonest rules."""
    if not case:
        return name
    instrumental = case == _INSTRUMENTAL
    if name.endswith(("ska", "cka", "dzka")):
        return name[:-1] + ("ą" if instrumental else "iej")
    if name.endswith(("ski", "cki", "dzki")):
        return name + ("m" if instrumental else "ego")
    if name.endswith("a"):
        return name[:-1] + ("ą" if instrumental else "i" if name[-2] in "kg" else "y")
    if not feminine and name[-1] in "bcdfghjklłmnprstwzźżń":
        return name + ("em" if instrumental else "a")
    return name
