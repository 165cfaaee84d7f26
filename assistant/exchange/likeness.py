"""How much two sentences speak of the same thing: by the words they share, weighed by how rare these are in both.

Words are compared by their folded beginnings, so that inflected forms meet (Andżelika, Andżeliką). It proposes, never
decides, and no quotation is ever compared this way.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log

from assistant.model.folding import fold

_WORD = re.compile(r"[^\W_]+")
_STEM, _SHORTEST = 5, 3
_FEWEST = 8
"""Of fewer sentences than this no word is common."""

_NAMES_COUNT = 1.6
"""A name or number says more about the matter than another word of the same rarity."""


class Wording:
    """The sentences of an exchange, to be compared with each other."""

    def __init__(self, sentences: Iterable[str], ignored: frozenset[str] = frozenset()) -> None:
        """`ignored`: small words of the language, which tell nothing."""
        self._ignored = {fold(word).replace(" ", "")[:_STEM] for word in ignored}
        words = [stems(sentence) for sentence in sentences]
        self._count = len(words)
        self._sentences_with = Counter(stem for each in words for stem in each)

    def weight(self, stem: str, *, names: bool) -> float:
        """How much a word tells: nothing when it is a small one or half of the sentences have it."""
        if stem in self._ignored:
            return 0.0
        found = self._sentences_with.get(stem, 0) or 1
        rarity = max(0.0, log(max(self._count, _FEWEST) / (2 * found)) + 0.5)
        return rarity * (_NAMES_COUNT if names else 1.0)

    def compare(self, point: str, sentence: str) -> tuple[float, tuple[str, ...]]:
        """Share of what the point says that the sentence says too (0 to 1), and the shared words, weightiest first."""
        ours, theirs = stems(point), stems(sentence)
        weights = {stem: self.weight(stem, names=is_name) for stem, (_, is_name) in ours.items()}
        total = sum(weights.values())
        shared = sorted(
            (stem for stem in ours if stem in theirs and weights[stem] > 0), key=lambda stem: -weights[stem]
        )
        return (sum(weights[stem] for stem in shared) / total if total else 0.0), tuple(
            ours[stem][0] for stem in shared
        )

    def pairs(self, sentences: Sequence[str], least: float) -> Iterator[tuple[int, int, float, tuple[str, ...]]]:
        """Numbers of two sentences, the first before the second, that share enough (`least`, 0 to 1), by the shorter.

        With the share and the shared words. Sentences that share no telling word are never put side by side.
        """
        telling = [self._telling(sentence) for sentence in sentences]
        totals = [sum(weight for weight, _ in each.values()) for each in telling]
        standing: dict[str, list[int]] = {}
        for second, weights in enumerate(telling):
            shared: defaultdict[int, float] = defaultdict(float)
            for stem, (weight, _) in weights.items():
                for first in standing.get(stem, ()):
                    shared[first] += weight
                standing.setdefault(stem, []).append(second)
            for first, weight in sorted(shared.items()):
                share = weight / min(totals[first], totals[second])
                if share >= least:
                    common = sorted(
                        (stem for stem in weights if stem in telling[first]), key=lambda stem: -weights[stem][0]
                    )
                    yield first, second, min(share, 1.0), tuple(weights[stem][1] for stem in common)

    def _telling(self, sentence: str) -> dict[str, tuple[float, str]]:
        weighed = {stem: (self.weight(stem, names=named), word) for stem, (word, named) in stems(sentence).items()}
        return {stem: each for stem, each in weighed.items() if each[0] > 0}


def stems(text: str) -> Mapping[str, tuple[str, bool]]:
    """The beginnings of the words that can tell something, each with the word and whether it is a name or number."""
    found: dict[str, tuple[str, bool]] = {}
    for index, match in enumerate(_WORD.finditer(text)):
        word = match[0]
        folded = fold(word).replace(" ", "")
        is_name = word[0].isdigit() or (index > 0 and word[0].isupper())
        if len(folded) >= _SHORTEST or word.isdigit():
            found.setdefault(folded[:_STEM], (word, is_name))
    return found


def similar(text: str, others: Sequence[str]) -> list[float]:
    """For each of the others, how much of the text it says too (0 to 1)."""
    wording = Wording([text, *others])
    return [wording.compare(text, other)[0] for other in others]
