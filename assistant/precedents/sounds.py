"""How alike two words of names sound, whatever alphabet and habit of transliteration they were written in.

`spoken` takes away what every habit writes in its own way; `distance` weighs what is left, so that what
transliterations confuse (q and g, ts and t, unstressed a and o) costs little and what tells names apart costs much.
The rules are about scripts and languages, never about a name.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate, islice, product
from math import inf

from assistant.model.folding import fold

_SOUNDS = {
    "shch": "s", "tsch": "c", "dsch": "j", "sch": "s", "dzh": "j", "tch": "c", "tsh": "c",
    "zh": "j", "dj": "j", "kh": "h", "gh": "g", "dh": "d", "th": "t", "ph": "f", "sh": "s", "sz": "s",
    "ts": "c", "tz": "c", "cz": "c", "ch": "c", "q": "k", "w": "v",
    "ou": "u", "oo": "u", "ue": "u", "oe": "o", "ee": "i",
    "iya": "A", "iye": "e", "ye": "e", "yo": "o", "ya": "A", "ia": "A", "you": "u", "yu": "u",
    "iy": "i", "yi": "i", "y": "i",
}  # fmt: skip
"""How transliterations write one sound: the left side stands for the right one; A is the a that other languages may
hear as e (Siarhei, Sergei)."""

_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_SOFT_RZ = re.compile(r"rz(?=[eiy])")
"""Polish for the soft r of its neighbours: Andrzej, Andrej."""
_FALLING_V = re.compile(r"(?:o|(?<=[aeu]))v(?=[^Aaeiou])")
"""Heard as u, and written so in Belarusian: Tsikhanouskaya, Tikhanovskaya."""
_FIRST_U = re.compile(r"^u(?=l[aeiou])")
"""Belarusian for a first v: Uladzimir, Vladimir."""
_MUTE_J = re.compile(r"(?<=i)j(?![Aaeou])")
"""Selenskyj, Zelensky."""
_TWICE = re.compile(r"(.)\1+")
_BEFORE_FOLDING = str.maketrans({"ə": "a", "Ə": "A"})
"""Azerbaijani ə is transliterated as a, whatever it looks like."""

_VOWELS = frozenset("Aaeiou")
_FAR, _NEAR_VOWEL, _GLIDE, _LOST_VOWEL, _LOST_H, _LOST_HALF = 1.0, 0.5, 0.1, 0.25, 0.4, 0.2
_LESS_THAN_A_SOUND = 0.95
_CONFUSED = {
    "Aa": 0.05, "Ae": 0.1, "ei": 0.1, "ou": 0.1, "ao": 0.2, "ae": 0.34,
    "fv": 0.1, "uv": 0.15, "ij": 0.15, "jz": 0.2, "cj": 0.2, "cs": 0.2, "ct": 0.2, "ck": 0.2, "ch": 0.15,
    "hk": 0.2, "gh": 0.2, "gk": 0.2, "sz": 0.2,
}  # fmt: skip
"""What one alphabet or language writes for another's: the price of each pair, of 1 for any other."""

_COARSE = (
    {"f": ("v",)} | dict.fromkeys("gkst", ("0",)) | dict.fromkeys("cz", ("0", "")) | dict.fromkeys("hjAaeiou", ("",))
)
"""Classes within which consonants are confused; vowels, h and j come and go."""
_MOST_READINGS = 8


@lru_cache(maxsize=100_000)
def spoken(word: str) -> tuple[str, ...]:
    """The one or two ways to say a word: x is ks in most languages, kh in some."""
    folded = fold(word.translate(_BEFORE_FOLDING)).replace(" ", "")
    return tuple(dict.fromkeys(_say(folded.replace("x", said)) for said in ("ks", "kh")))


def distance(one: str, other: str, most: float = inf, *, surname: bool = False) -> float:
    """What two spoken words differ by: 0 when they are the same; infinite when another sound or `most` is reached.

    Ends must be alike, for they tell women from men; but surnames in -ka and -au are Belarusian for -ko and -ov.
    """
    if one == other:
        return 0.0
    mute = _end_alike(one.removesuffix("h"), other.removesuffix("h"), surname=surname)  # Abdullah, Abdulla
    alike = mute or _end_alike(one, other, surname=surname)
    return _price(one, other, min(most, _LESS_THAN_A_SOUND)) if alike else inf


@lru_cache(maxsize=100_000)
def coarse_ways(word: str) -> frozenset[str]:
    """What spoken words that are nearly alike have in common one of: the classes of their consonants."""
    return frozenset(_TWICE.sub(r"\1", "".join(letters)) for said in spoken(word) for letters in _readings(said))


def _readings(said: str) -> Iterator[tuple[str, ...]]:
    """The classes of the consonants, in several readings: c and z can be the zh that comes and goes, a last v a u."""
    classes = [_COARSE.get(letter, (letter,)) for letter in said]
    if said.endswith("v"):
        classes[-1] = ("v", "")
    return islice(product(*classes), _MOST_READINGS)


def _say(folded: str) -> str:
    said = _SOUND.sub(lambda sound: _SOUNDS[sound[0]], _FIRST_U.sub("v", _SOFT_RZ.sub("r", folded)))
    said = _FALLING_V.sub("u", _TWICE.sub(r"\1", said))
    return _TWICE.sub(r"\1", _MUTE_J.sub("", said))


def _end_alike(one: str, other: str, *, surname: bool) -> bool:
    ends = {one[-1:].lower(), other[-1:].lower()}
    if len(ends) == 1 or not ends & _VOWELS or ends <= set("ij") or (surname and ends == set("uv")):
        return True
    return surname and {one[-2:], other[-2:]} == {"ka", "ko"}


def _price(one: str, other: str, most: float) -> float:
    """The cheapest way from one word to the other, letter by letter (Levenshtein with prices)."""
    losses = _losses(other)
    line = list(accumulate(losses, initial=0.0))
    for letter, lost in zip(one, _losses(one), strict=True):
        prices = _changes(letter)
        corner, left = line[0], line[0] + lost
        below = [left]
        for wanted, loss, above in zip(other, losses, line[1:], strict=True):
            changed = corner + prices.get(wanted, _FAR)
            lost_here, corner = above + lost, above
            left += loss
            left = min(left, lost_here, changed)
            below.append(left)
        line = below
        if min(line) > most:
            return inf
    return line[-1] if line[-1] <= most else inf


@cache
def _changes(letter: str) -> dict[str, float]:
    """What it costs to write other letters for this one; all that do not stand here are far."""
    vowels = dict.fromkeys(_VOWELS, _NEAR_VOWEL) if letter in _VOWELS else {}
    confused = {pair.replace(letter, "", 1): price for pair, price in _CONFUSED.items() if letter in pair}
    return {**vowels, **confused, letter: 0.0}


@lru_cache(maxsize=100_000)
def _losses(word: str) -> tuple[float, ...]:
    """What it costs to leave out each letter of a word."""
    return tuple(_loss(word, at) for at in range(len(word)))


def _loss(word: str, at: int) -> float:
    letter, beside = word[at], {*word[max(0, at - 1) : at], *word[at + 1 : at + 2]}
    if letter in "ij" and beside & _VOWELS:
        return _GLIDE if letter == "i" else 2 * _GLIDE
    if letter in _VOWELS:
        return _LOST_VOWEL
    if word[at : at + 2] == "ck" or word[max(0, at - 1) : at + 1] == "dz":
        return _LOST_HALF
    return _LOST_H if letter == "h" else _FAR
