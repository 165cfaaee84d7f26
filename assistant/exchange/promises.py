"""Promises made to the office, and which later statements bear on them. Proposes proofs, decides nothing.

A promise is open until a person says otherwise; how they said it stands in the decisions.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.exchange.likeness import Wording
from assistant.model.days import day_to_come
from assistant.model.decision import Decision, PromiseDecision, standing
from assistant.model.fact import Act
from assistant.model.promise import KeyedFact, Promise, Proof

if TYPE_CHECKING:
    from assistant.model.precedent import Record

_BEARS = 0.3
"""Share of a promise's words a later statement must have to be proposed as its proof."""

_MOST_PROPOSED = 3
_PROVES = frozenset({Act.ACTION, Act.EVENT, Act.COMMITMENT, Act.REFUSAL, Act.ACKNOWLEDGEMENT, Act.POSITION})


def promises_in(record: "Record") -> Iterator[Promise]:
    """The commitments of a document, but those a person has rejected."""
    letter = record.letter
    made_on = letter.written
    for fact in record.facts:
        if fact.act is Act.COMMITMENT and fact.live:
            yield Promise(
                key=f"{record.id}#{fact.id}",
                quote=fact.quote,
                by=fact.speaker or letter.sender_name,
                made_on=made_on,
                due=day_to_come(fact.date, made_on),
                people=fact.people,
                places=fact.places,
            )


def later_facts(records: "Iterable[Record]", promise: Promise) -> Iterator[KeyedFact]:
    """The statements of these documents that were made after a promise and could prove it."""
    for record in records:
        date = record.letter.written
        if date and promise.made_on and date > promise.made_on:
            for fact in record.facts:
                if fact.act in _PROVES and fact.live:
                    yield KeyedFact(precedent=record.id, date=date, fact=fact)


def settle(
    promise: Promise,
    candidates: Sequence[KeyedFact],
    decisions: Iterable[Decision],
    ignored: frozenset[str] = frozenset(),
) -> Promise:
    """The promise with what people decided about it and the later statements that bear on it.

    `ignored` are the small words of the language.
    """
    decided = [one for one in standing(decisions) if isinstance(one, PromiseDecision) and one.promise == promise.key]
    update: dict[str, object] = {"proposed": _proposed(promise, candidates, ignored)}
    for decision in decided:
        update |= {"outcome": decision.outcome, "decided_by": decision.by, "proof": decision.proof}
        update |= {"follow_up": decision.follow_up}
    return promise.model_copy(update=update)


def _proposed(promise: Promise, candidates: Sequence[KeyedFact], ignored: frozenset[str]) -> tuple[Proof, ...]:
    wording = Wording([promise.quote, *(each.fact.quote for each in candidates)], ignored)
    found: list[tuple[float, Proof]] = []
    for each in candidates:
        score, shared = wording.compare(promise.quote, each.fact.quote)
        if score >= _BEARS:
            proof = Proof(
                key=each.key, date=each.date, act=each.fact.act, quote=each.fact.quote, because=", ".join(shared)
            )
            found.append((score, proof))
    found.sort(key=lambda pair: (-pair[0], pair[1].key))
    return tuple(proof for _, proof in found[:_MOST_PROPOSED])
