"""Names taken apart and compared: what in “H.E. Mr. Askar SHAKIROV” says who it is, and who may be called so too.

May be, never is: whoever reads the reason decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import combinations, pairwise

from assistant.model.folding import FORMS_OF_ADDRESS, fold_words
from assistant.precedents.sounds import coarse_ways, distance, spoken

_ARTICLE = re.compile(r"\b(?:[ae]l|a(?P<sun>[sdtnrz])(?=[- ](?P=sun)))[- ](?=\w{3})", re.IGNORECASE)
"""Arabic: al-Sisi, El Sisi, as-Sisi."""
_BEARER = re.compile(r"\b(abd(?:[aeu]l)?|abu|abou) +(?=\w{3})", re.IGNORECASE)
"""Arabic: the half of a name that needs another: Abd el-Fattah, Abdel Fattah, Abu al-Khair."""
_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011\u2019'](?=\w)")
_SURNAME_FIRST = re.compile(r"(?P<surname>[^,]+), *(?P<given>[^,]+)")
_DISTANCE_A_LETTER = 0.065
"""How far a word of a name may be from another for each of its letters; twice as far where letters support it."""


class Fit(IntEnum):
    """How far two names go together."""

    PART = 1
    """A surname alone, or with an initial: too little by itself."""
    FAR = 2
    """All words sound alike but not nearly: too little by itself."""
    NEAR = 3
    """All words sound nearly alike."""


@dataclass(frozen=True)
class Name:
    """A name as somebody wrote it."""

    written: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in the order given name, surname; articles and halves of double names joined to their word."""
        name = " ".join(self.written.split())
        turned = _SURNAME_FIRST.fullmatch(name)
        if turned:
            name = f"{turned['given']} {turned['surname']}"
        name = _HYPHEN.sub("", _BEARER.sub(r"\1", _ARTICLE.sub("al", name)))
        words = [word for word in name.split() if not FORMS_OF_ADDRESS.issuperset(fold_words(word))]
        capitals = [word for word in words if word.isupper() and len(word) > 2]
        if 0 < len(capitals) < len(words) and words[0] in capitals:
            words = [*(word for word in words if word not in capitals), *capitals]
        return tuple(words)

    @cached_property
    def is_short(self) -> bool:
        """Whether it is a surname, alone or with initials."""
        return len([word for word in self.words if not _is_initial(word)]) <= 1

    @cached_property
    def keys(self) -> frozenset[str]:
        """What it shares one of with every name that may be the same person's: to be looked up, not to be shown."""
        if not self.words:
            return frozenset()
        lasts = coarse_ways(self.words[-1])
        firsts = frozenset() if self.is_short else coarse_ways(self.words[0])
        pairs = (f"{first[:1]} {last}" for first in firsts for last in lasts)
        return frozenset((*(f"* {last}" for last in lasts), *pairs))


@lru_cache(maxsize=20_000)
def name_of(written: str) -> Name:
    """A name, taken apart once."""
    return Name(written)


def compare(one: Name, other: Name) -> Fit | None:
    """How far two names go together; None when they are two people's."""
    short, long = sorted((one.words, other.words), key=len)
    if not short:
        return None
    if one.is_short or other.is_short:
        return Fit.PART if _is_part(short, long) else None
    fits = [fit for joined in _joined(long, len(short)) if (fit := _compare_words(short, joined))]
    if len(long) > len(short) > 1:
        fits += [fit for middle in _without_middle(long, len(short)) if (fit := _compare_words(short, middle))]
    return max(fits, default=None)


def _compare_words(some: tuple[str, ...], others: tuple[str, ...]) -> Fit | None:
    """The worst fit of any two words; the surnames first, for they tell most names apart."""
    worst = Fit.NEAR
    for at in range(len(some) - 1, -1, -1):
        fit = _compare_word(some[at], others[at], surname=at == len(some) - 1)
        if fit is None:
            return None
        worst = min(worst, fit)
    return worst


@lru_cache(maxsize=100_000)
def _compare_word(one: str, other: str, *, surname: bool) -> Fit | None:
    if _is_initial(one) or _is_initial(other):
        return Fit.PART if _same_initial(one, other) else None
    pairs = [(said, heard, max(1, len(said), len(heard))) for said in spoken(one) for heard in spoken(other)]
    far = 2 * _DISTANCE_A_LETTER
    share = min(distance(said, heard, far * letters, surname=surname) / letters for said, heard, letters in pairs)
    if share <= _DISTANCE_A_LETTER:
        return Fit.NEAR
    return Fit.FAR if share <= far else None


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """“Shakirov” and “A. Shakirov” of “Askar Shakirov”."""
    if _compare_word(short[-1], long[-1], surname=True) is not Fit.NEAR:
        return False
    return all(_same_initial(one, other) for one, other in zip(short[:-1], long[:-1], strict=False))


def _joined(words: tuple[str, ...], count: int) -> Iterator[tuple[str, ...]]:
    """The words with neighbours written together so that `count` remain: Abd el-Fattah, Abdelfattah."""
    for borders in combinations(range(1, len(words)), count - 1):
        starts = (0, *borders, len(words))
        yield tuple("".join(words[first:end]) for first, end in pairwise(starts))


def _without_middle(words: tuple[str, ...], count: int) -> Iterator[tuple[str, ...]]:
    """The words without some between the first and the last: patronymics and second names."""
    for middle in combinations(words[1:-1], count - 2):
        yield (words[0], *middle, words[-1])


def _is_initial(word: str) -> bool:
    return len("".join(filter(str.isalpha, word))) == 1


def _same_initial(one: str, other: str) -> bool:
    return any(said[:1] == heard[:1] for said in spoken(one) for heard in spoken(other)) or one[:1] == other[:1]
