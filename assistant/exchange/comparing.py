"""How later statements stand to earlier ones on the same subject: against them, with other figures, or with them.

Proposes with a reason, decides nothing. Two statements of one document are never compared; words taken from another
letter, and a letter that refers to it, are no second source.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from assistant.exchange.figures import figures_in, words_of
from assistant.exchange.likeness import Wording, stems
from assistant.model.fact import ASKING, Act
from assistant.model.folding import fold_words, name_key
from assistant.model.search import DatedFact
from assistant.model.timeline import Comparison, Relation

_ALIKE = 0.5
"""Share of the words of the shorter of two statements that the other must have."""
_REVERSED = 0.3
"""The same, for a refusal by the one who promised, and for another figure of the same unit."""
_COMMON = 2
"""Words two statements must share at the least."""
_QUOTED = 7
"""Words in a row that hardly stand in two statements by chance."""

_CAPITAL = r"(?=[^\W\d_])[^a-zß-öø-ÿ\W][\w-]*"
_TITLE = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:and|of|the|for|on|et|de|du|und|der|i|e|y|del)\s+)?{_CAPITAL}){{2,}}")
"""Three capitalised words or more: a treaty, a body. Two statements that name it do not say the same for that."""

_STANDS_FOR = frozenset({Act.COMMITMENT, Act.POSITION, Act.ACTION})

LeansOn = Callable[[str, str], bool]
"""Whether the first document refers to the second."""


class _Pair(NamedTuple):
    later: DatedFact
    earlier: DatedFact
    share: float
    words: tuple[str, ...]
    """Those they share, the weightiest first."""


def compare_facts(
    facts: Sequence[DatedFact], leans_on: LeansOn, ignored: frozenset[str] = frozenset()
) -> tuple[Comparison, ...]:
    """What is to be said about each fact and those before it; `facts` come in order of date, the earliest first.

    `ignored` are the small words of the languages.
    """
    stated = [fact for fact in facts if fact.act not in ASKING]
    return tuple(filter(None, (_judge(pair, leans_on) for pair in _pairs(stated, ignored))))


def is_same_voice(one: DatedFact, other: DatedFact) -> bool:
    """Whether the same person or body speaks."""
    first, second = (name_key(fact.speaker or fact.sender) for fact in (one, other))
    return bool(first and second) and (first <= second or second <= first)


def denies(words: str) -> bool:
    """Whether a statement says no."""
    folded = f" {' '.join(fold_words(words))} "
    return any(f" {word.rstrip('*')}{'' if word.endswith('*') else ' '}" in folded for word in words_of("denies"))


def _pairs(facts: Sequence[DatedFact], ignored: frozenset[str]) -> Iterator[_Pair]:
    sentences = [_TITLE.sub(" ", fact.quote) for fact in facts]
    for earlier, later, share, words in Wording(sentences, ignored).pairs(sentences, _REVERSED):
        if facts[earlier].precedent != facts[later].precedent and len(words) >= _COMMON:
            yield _Pair(facts[later], facts[earlier], share, words)


def _judge(pair: _Pair, leans_on: LeansOn) -> Comparison | None:
    relation, because = _relation(pair, leans_on)
    if relation is None:
        return None
    return Comparison(later=pair.later.key, earlier=pair.earlier.key, relation=relation, because=because)


def _relation(pair: _Pair, leans_on: LeansOn) -> tuple[Relation | None, str]:
    later, earlier, words = pair.later, pair.earlier, ", ".join(pair.words)
    same, is_alike = is_same_voice(later, earlier), pair.share >= _ALIKE
    if same and later.act is Act.REFUSAL and earlier.act in _STANDS_FOR:
        return Relation.CONTRADICTS, f"A refusal of what was said before about {words}."
    figure = _other_figure(pair)
    if figure:
        return Relation.DIFFERS, f"It says “{figure[0]}”, the earlier one “{figure[1]}”."
    if is_alike and denies(later.quote) is not denies(earlier.quote) and _names_the_same(later, earlier):
        return Relation.CONTRADICTS, f"One of the two says no; both speak of {words}."
    if _quotes(later, earlier):
        return Relation.QUOTES, "It has the same words: no second source."
    if is_alike and same:
        return Relation.SAYS_AGAIN, f"The same voice, again about {words}."
    if not (is_alike and _names_the_same(later, earlier)):
        return None, ""
    if _shares_a_source(later, earlier) or leans_on(later.precedent, earlier.precedent):
        return Relation.QUOTES, "It rests on the earlier one: no second source."
    return Relation.CORROBORATES, f"Another source also speaks of {words}."


def _quotes(later: DatedFact, earlier: DatedFact) -> bool:
    """Whether seven words in a row stand in both, titles of treaties and bodies left out."""
    words, others = fold_words(_TITLE.sub(" ", later.quote)), " ".join(fold_words(_TITLE.sub(" ", earlier.quote)))
    runs = (" ".join(words[start : start + _QUOTED]) for start in range(len(words) - _QUOTED + 1))
    return any(re.search(rf"\b{run}\b", others) for run in runs)


def _names_the_same(later: DatedFact, earlier: DatedFact) -> bool:
    """Whether they share a name or a number: without one, two statements are alike in what anybody might say."""
    ours, theirs = (stems(_TITLE.sub(" ", fact.quote)) for fact in (later, earlier))
    return any(ours[stem][1] or theirs[stem][1] for stem in ours.keys() & theirs.keys())


def _shares_a_source(later: DatedFact, earlier: DatedFact) -> bool:
    """Whether somebody stands in both chains, or one was written by who wrote the other."""
    ours, theirs = (
        [name_key(name) for name in (*(link.name for link in fact.by), fact.sender) if name_key(name)]
        for fact in (later, earlier)
    )
    return any(one <= other or other <= one for one in ours for other in theirs)


def _other_figure(pair: _Pair) -> tuple[str, str] | None:
    """Both figures, where the two give another number of the same unit and share more than the unit."""
    theirs = list(figures_in(pair.earlier.quote))
    for mine in figures_in(pair.later.quote):
        same_unit = [each for each in theirs if each.unit[:2] == mine.unit[:2]]
        of_unit = stems(mine.words)
        more = [word for word in pair.words if not (stems(word).keys() & of_unit.keys())]
        if same_unit and all(mine.is_other(each) for each in same_unit) and len(more) >= _COMMON:
            return mine.words, same_unit[0].words
    return None
