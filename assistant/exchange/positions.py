"""What somebody has said on a subject before: earlier statements laid beside a request or question.

Proposes by shared words; whether it is still the position is for a person to say.
"""

from collections.abc import Iterable, Iterator, Sequence

from assistant.exchange.likeness import Wording
from assistant.model.fact import Act, Fact
from assistant.model.precedent import Record
from assistant.model.promise import KeyedFact

_LIKE = 0.3
"""Share of a point's words an earlier statement must have."""

_MOST_SHOWN = 2
_STATED = frozenset({Act.POSITION, Act.ACTION, Act.COMMITMENT, Act.ACKNOWLEDGEMENT, Act.REFUSAL, Act.CONCERN})


def citable_facts(records: Iterable[Record]) -> Iterator[KeyedFact]:
    """What these documents state, as far as a person has accepted it."""
    for record in records:
        date = record.letter.written
        for fact in record.facts:
            if fact.citable and fact.act in _STATED:
                yield KeyedFact(precedent=record.id, date=date, fact=fact)


def alike(
    points: Sequence[Fact], stated: Sequence[KeyedFact], ignored: frozenset[str] = frozenset()
) -> dict[str, tuple[KeyedFact, ...]]:
    """For each point, by its id, the statements that share most with it; of equals the newest."""
    wording = Wording([*(point.quote for point in points), *(each.fact.quote for each in stated)], ignored)
    found: dict[str, tuple[KeyedFact, ...]] = {}
    for point in points:
        scored = [(wording.compare(point.quote, each.fact.quote)[0], each.date or "", each) for each in stated]
        best = sorted((one for one in scored if one[0] >= _LIKE), key=lambda one: one[:2], reverse=True)
        if best:
            found[point.id] = tuple(each for _, _, each in best[:_MOST_SHOWN])
    return found
