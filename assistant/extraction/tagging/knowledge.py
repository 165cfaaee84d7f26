"""What is known about single words in any language: classes (given name, honorific, country …) and clusters of meaning.

Both come with the models and are as fixed as they are: a model counts on the very lists it was trained with.
"""

import json
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

MODELS = files("assistant.extraction.tagging") / "models"
_WORDS = MODELS / "words.json"


@dataclass(frozen=True, slots=True)
class Look:
    """A word as the features see it."""

    lower: str
    shape: str
    """“Xxd-X”: capital, small letter, digit, anything else as it is; three of a kind and more count as two."""
    classes: tuple[str, ...]
    cluster: int | None
    title: bool
    shouted: bool


@lru_cache(maxsize=20_000)
def look(word: str) -> Look:
    """What can be told about a word without its sentence."""
    classes, clusters = _known_words()
    lower = "".join("0" if letter.isdigit() else letter for letter in word.lower()).replace("’", "'")
    return Look(
        lower=lower,
        shape=_shape(word),
        classes=classes.get(lower, ()),
        cluster=clusters.get(fold(lower)),
        title=word.istitle(),
        shouted=word.isupper(),
    )


def fold(word: str) -> str:
    """Small letters without accents, as the clusters are written."""
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


@cache
def _known_words() -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    data = json.loads(_WORDS.read_text("utf-8"))
    classes: dict[str, tuple[str, ...]] = {}
    for name, words in data["classes"].items():
        for word in words.split():
            classes[word] = (*classes.get(word, ()), name)
    return classes, {word: number for number, words in enumerate(data["clusters"]) for word in words.split()}


def _shape(word: str) -> str:
    signs: list[str] = []
    for letter in word:
        sign = "X" if letter.isupper() else "x" if letter.islower() else "d" if letter.isdigit() else letter
        if signs[-2:] != [sign, sign]:
            signs.append(sign)
    return "".join(signs).replace("’", "'")
