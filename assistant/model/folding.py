"""One spelling for searching and naming: accents, letter case and foreign scripts folded away.

`fold` is for words and keeps them apart as they stand (Świącicki = swiacicki). `skeleton` is for names alone and
brings the ways of writing one name in Latin letters together (Жумагулов = Zhumagulov = Jumagulov). Quotations are
compared elsewhere (model/quotation.py) and never through these forms.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

SHORTEST_SKELETON = 4
"""Letters a skeleton needs to tell names apart; shorter names sound alike too often."""

_SOUNDS = {
    "shch": "s", "sch": "s", "dzh": "j", "zh": "j", "kh": "h", "gh": "g", "ts": "c", "tz": "c", "ch": "c", "sh": "s",
    "ph": "f", "ou": "u", "oe": "o", "ue": "u", "iye": "ie", "ye": "e", "yo": "o", "ya": "a", "ia": "a",
    "yu": "u", "iy": "i", "yi": "i", "ij": "i", "q": "k", "x": "h", "w": "v", "y": "i",
}  # fmt: skip
"""How transliterations write one sound: the left side stands for the right one."""

_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_TWICE = re.compile(r"(.)\1+")


FORMS_OF_ADDRESS = frozenset(
    (
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baroness", "hon",
        "honourable", "h", "e", "his", "her", "excellency", "ambassador", "minister", "mep", "mp", "m", "mme", "mlle",
        "monsieur", "madame", "herr", "herrn", "frau", "pan", "pani", "sig", "signor", "signora", "sr", "sra", "senor",
        "senora",
    )
)  # fmt: skip
"""Words before or behind a name that say nothing about who it is, folded; “H.E.” is two of them."""


class _FoldedLetters(dict[int, str]):
    """Each character folded once; the table `str.translate` asks."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_letter(chr(code))
        return folded


@cache
def _folded_letters() -> _FoldedLetters:
    return _FoldedLetters()


def fold(text: str) -> str:
    """The text in the letters a-z, digits, spaces and the line ends it had; anything else is a space or nothing."""
    return text.translate(_folded_letters())


def fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the offset in `text` it comes from (one more for the end)."""
    letters = _folded_letters()
    if all(len(letters[ord(letter)]) == 1 for letter in set(text)):
        return fold(text), range(len(text) + 1)
    pieces = [letters[ord(letter)] for letter in text]
    offsets = [offset for offset, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), [*offsets, len(text)]


def fold_words(text: str) -> tuple[str, ...]:
    """The folded words in order."""
    return tuple(fold(text).split())


def skeleton(word: str) -> str:
    """What is left of a folded name when the habits of transliteration are taken away; empty for a number."""
    letters = word if word.isalpha() else "".join(letter for letter in word if letter.isalpha())
    return _TWICE.sub(r"\1", _SOUND.sub(lambda sound: _SOUNDS[sound[0]], letters))


def identifying_words(name: str, offices: str = "") -> frozenset[str]:
    """What identifies in a name: its words as all spellings have them, without forms of address and `offices`."""
    without = FORMS_OF_ADDRESS.union(fold_words(offices))
    return frozenset(skeleton(word) for word in fold_words(name) if word not in without)


@lru_cache(20_000)
def name_key(name: str) -> frozenset[str]:
    """What identifies in a name, initials left out; kept, for the same few names come again."""
    return identifying_words(" ".join(word for word in fold_words(name) if len(word) > 1)) - {""}


def _fold_letter(letter: str) -> str:
    if letter == "\n":
        return letter
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return ""  # accents standing alone, soft hyphens, joiners: inside a word, not between words
    if not (letter.isalpha() or letter.isdecimal()):
        return " "
    folded = _latin(letter).lower()
    # an ideograph is a word of its own, so that a part of a name can be found
    return f" {folded} " if unicodedata.east_asian_width(letter) == "W" else folded


def _latin(letter: str) -> str:
    plain = "".join(part for part in unicodedata.normalize("NFKD", letter) if part.isascii() and part.isalnum())
    if plain:
        return plain
    from anyascii import anyascii  # noqa: PLC0415 - its tables are read from disk; most texts never need them

    return "".join(part for part in anyascii(letter) if part.isalnum())
