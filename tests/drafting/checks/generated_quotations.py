"""Quotations made from the real letters in six languages: altered in one respect each, or true in other typography.

The same seed makes the same quotations. What is altered changes letters or figures; what is true changes only marks,
dashes, spaces, line ends, ligatures and soft hyphens.
"""

import random
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.conftest import LETTERS

SEED = 20190523
_LANGUAGES = ("en", "fr", "de", "pl", "it", "es")
_SHIPPED = Path(__file__).parents[3] / "precedents"
_SWAPS = tomllib.loads((Path(__file__).parent / "altered.toml").read_text("utf-8"))
_WORD = re.compile(r"\S+")
_FEWEST, _MOST = 6, 24
_SIGNS = re.compile(r"[\W_]+")


class Generated(NamedTuple):
    """A quotation, and the letter it is said to be from."""

    language: str
    kind: str
    words: str
    original: str
    """The stretch of the letter it was made from."""
    source: str


def altered(count: int) -> list[Generated]:
    """So many quotations that say something else than their source, of every language and kind as evenly as it goes."""
    return _draw(_all_altered(random.Random(SEED)), count, random.Random(SEED))


def true(count: int) -> list[Generated]:
    """So many quotations that say what their source says, in other typography."""
    return _draw(_all_true(random.Random(SEED + 1)), count, random.Random(SEED))


def letters() -> Iterator[tuple[str, str]]:
    """Every real letter at hand with its language."""
    for language in _LANGUAGES:
        for file in sorted((LETTERS / language).glob("*.txt")):
            yield language, file.read_text("utf-8")
    for file in (LETTERS / "carlsson.txt", LETTERS / "press_conference.txt", *sorted(_SHIPPED.glob("*/*.txt"))):
        if not file.name.endswith(".original.txt"):
            yield "en", file.read_text("utf-8")


def _draw(made: Iterator[Generated], count: int, chance: random.Random) -> list[Generated]:
    """Turn by turn one of each language and kind, until there are enough."""
    by_kind: dict[tuple[str, str], list[Generated]] = defaultdict(list)
    for each in dict.fromkeys(made):
        by_kind[each.language, each.kind].append(each)
    piles = [by_kind[key] for key in sorted(by_kind)]
    for pile in piles:
        chance.shuffle(pile)
    drawn: list[Generated] = []
    while len(drawn) < count and any(piles):
        drawn += [pile.pop() for pile in piles if pile]
    return drawn[:count]


def _windows(text: str, chance: random.Random) -> Iterator[list[str]]:
    """Stretches of a letter, cut between words; each paragraph is walked through once."""
    for paragraph in re.split(r"\n\s*\n", text):
        words = _WORD.findall(paragraph)
        at = 0
        while at + _FEWEST <= len(words):
            length = chance.randint(_FEWEST, _MOST)
            yield words[at : at + length]
            at += length // 2


def _all_altered(chance: random.Random) -> Iterator[Generated]:
    for language, text in letters():
        letters_only = _SIGNS.sub("", text)
        for window in _windows(text, chance):
            for kind, words in _alterations(window, language, chance):
                if _SIGNS.sub("", words) not in letters_only:
                    yield Generated(language, kind, words, " ".join(window), text)


def _alterations(window: list[str], language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    for at, word in enumerate(window):
        for kind, pairs in _SWAPS[language].items():
            for pair in pairs:
                for one, other in (pair, reversed(pair)):
                    if one and word.strip(".,;:") == one:
                        yield kind, _with(window, at, word.replace(one, other))
        if any(letter.isdigit() for letter in word):
            yield "number", _with(window, at, _other_figure(word, chance))
        if at and word[0].isupper() and word[1:].islower() and len(word) > 4:
            yield "name", _with(window, at, _other_name(word, chance))


def _with(window: list[str], at: int, word: str) -> str:
    return " ".join(filter(None, (*window[:at], word, *window[at + 1 :])))


def _other_figure(word: str, chance: random.Random) -> str:
    at = chance.choice([index for index, letter in enumerate(word) if letter.isdigit()])
    return word[:at] + str((int(word[at]) + chance.randint(1, 9)) % 10) + word[at + 1 :]


def _other_name(word: str, chance: random.Random) -> str:
    """One letter doubled, lost or exchanged: the slip of a typist."""
    at = chance.randrange(1, len(word.rstrip(".,;:")) - 1)
    other = chance.choice([letter for letter in "aeiounrst" if letter != word[at].casefold()])
    return chance.choice([word[:at] + word[at] + word[at:], word[:at] + other + word[at + 1 :]])


def _all_true(chance: random.Random) -> Iterator[Generated]:
    for language, text in letters():
        for window in _windows(text, chance):
            original = " ".join(window)
            for kind, change in _TYPOGRAPHY.items():
                words = change(original, chance)
                if words != original:
                    yield Generated(language, kind, words, original, text)


def _other_marks(text: str, chance: random.Random) -> str:
    for marks in ("'’‘", '"“”„«»'):
        text = "".join(chance.choice(marks.replace(sign, "")) if sign in marks else sign for sign in text)
    return text


def _other_dashes(text: str, chance: random.Random) -> str:
    return re.sub("[-‐–—]", lambda found: chance.choice("-‐‑–—".replace(found[0], "")), text)


def _other_spaces(text: str, chance: random.Random) -> str:
    spaces = ["\u00a0", "  ", "\u202f", "\u2009", "\t", " \u00a0"]
    return re.sub(" ", lambda _: chance.choice([" ", *spaces]), text)


def _line_ends(text: str, chance: random.Random) -> str:
    return re.sub(r" (?=[^\W\d])", lambda _: "\n" if chance.random() < 0.2 else " ", text)


def _ligatures(text: str, _: random.Random) -> str:
    return re.sub(
        "ffi|ffl|ff|fi|fl", lambda found: {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}[found[0]], text
    )


def _soft_hyphens(text: str, chance: random.Random) -> str:
    return re.sub(r"(?<=[^\W\d_]{3})(?=[^\W\d_]{3})", lambda _: "\u00ad" if chance.random() < 0.2 else "", text)


_TYPOGRAPHY = {
    "marks": _other_marks,
    "dashes": _other_dashes,
    "spaces": _other_spaces,
    "line ends": _line_ends,
    "ligatures": _ligatures,
    "soft hyphens": _soft_hyphens,
}
