"""When words of a person and words of the program count as the same: half of them are shared.

Case, white space, titles and a leading “the” are folded away.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

_T = TypeVar("_T")

HALF = 0.5
_TITLES = re.compile(
    r"^(?:the|mr|mrs|ms|miss|dr|prof|professor|sir|lord|lady|baroness|hon|m|mme|mlle|monsieur|madame|herr|herrn|frau|pan"
    r"|pani|pana|signor|signora|sig|dott|on|sr|sra|señor|señora|don|doña|ambassador|minister)\.?\s+"
)
_AROUND = " .,;:!?()[]{}\"'“”„«»–—-"


def pair_off(proposed: Sequence[_T], wanted: Sequence[_T], likeness: Callable[[_T, _T], float]) -> list[tuple[_T, _T]]:
    """Which proposal stands for which annotation: the likest first, each once, none below a half."""
    likely = ((likeness(one, other), i, j) for i, one in enumerate(proposed) for j, other in enumerate(wanted))
    pairs: dict[int, int] = {}
    for alike, i, j in sorted(likely, reverse=True):
        if alike >= HALF and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(proposed[i], wanted[j]) for i, j in pairs.items()]


def fold(words: str) -> str:
    """Words without case, titles before them and punctuation around them."""
    folded = unicodedata.normalize("NFKC", words).casefold().replace("’", "'")
    folded = re.sub(r"\s+", " ", folded).strip(_AROUND)
    while _TITLES.match(folded):
        folded = _TITLES.sub("", folded)
    return folded


def shared(one: str, other: str) -> float:
    """Share of the words of both that both have."""
    ours, theirs = (Counter(re.findall(r"\w+", fold(words))) for words in (one, other))
    return (ours & theirs).total() / ((ours | theirs).total() or 1)


def distinct(strings: Iterable[str]) -> list[str]:
    """Each string once, however it is folded."""
    return list({fold(string): string for string in strings if fold(string)}.values())
