"""Whether a fact still holds when it is to be cited: what later letters say against it, and what people decided.

Looks at a few letters that share its most telling words; whether they overtake it is for a person to judge.
"""

import re
from collections.abc import Sequence

from assistant.drafting.conventions import worded_languages, wording
from assistant.exchange.comparing import compare_facts
from assistant.model.decision import Decision, Outcome, PromiseDecision
from assistant.model.fact import Fact
from assistant.model.folding import fold
from assistant.model.precedent import Precedent
from assistant.model.search import DatedFact
from assistant.model.timeline import Overtaken, Relation
from assistant.precedents.index.facthits import fact_row
from assistant.precedents.shelf import Shelf

_LETTERS = 20
"""The newest that share words with it."""
_SHORTEST = 5
"""Letters of a telling word."""
_WORD = re.compile(r"[^\W\d_]+")
_AGAINST = frozenset({Relation.CONTRADICTS, Relation.DIFFERS})


def overtaken_by(shelf: Shelf, decisions: Sequence[Decision], precedent: Precedent, fact_id: str) -> Overtaken | None:
    """What has been said against a fact since, or took the place of a promise; None when nothing is known."""
    fact = precedent.fact(fact_id)
    if fact is None:
        return None
    return _decided(f"{precedent.id}#{fact.id}", decisions, shelf) or _said_since(precedent, fact, shelf)


def _decided(key: str, decisions: Sequence[Decision], shelf: Shelf) -> Overtaken | None:
    for one in decisions:
        if isinstance(one, PromiseDecision) and one.promise == key and one.outcome is Outcome.SUPERSEDED and one.proof:
            by, _, fact_id = one.proof.partition("#")
            precedent = shelf.get(by).precedent
            fact = precedent.fact(fact_id)
            because = f"{one.by} said on {one.at.date().isoformat()} that it was superseded."
            quote = fact.quote if fact else ""
            return Overtaken(by=one.proof, quote=quote, written=precedent.record.letter.written, because=because)
    return None


def _said_since(precedent: Precedent, fact: Fact, shelf: Shelf) -> Overtaken | None:
    """The latest statement against it; nothing for a document without a date, or words too common to look for."""
    written = precedent.record.letter.written
    common = _common(precedent.record.language)
    telling = _telling(fact.quote, common)
    if written is None or len(telling) < 2:
        return None
    cited = _dated(precedent, fact)
    words = f"{' OR '.join(telling[::2])} {' OR '.join(telling[1::2])}"
    later = shelf.facts(f"{words} after:{written}", _LETTERS).facts
    since = {each.key: each for each in later if each.precedent != precedent.id and (each.written or "") > written}
    found = [
        one
        for one in compare_facts((cited, *since.values()), lambda _, __: False, common)
        if one.earlier == cited.key and one.relation in _AGAINST
    ]
    if not found:
        return None
    newest = since[found[-1].later]
    return Overtaken(by=newest.key, quote=newest.quote, written=newest.written, because=found[-1].because)


def _telling(quote: str, common: frozenset[str]) -> list[str]:
    """The four words that tell most: names first, then the longest."""
    found = {word: index > 0 and word[0].isupper() for index, word in enumerate(_WORD.findall(quote))}
    long = [word for word in found if len(word) >= _SHORTEST and fold(word) not in common]
    return sorted(long, key=lambda word: (not found[word], -len(word)))[:4]


def _common(language: str) -> frozenset[str]:
    return wording(language).common if language in worded_languages() else frozenset()


def _dated(precedent: Precedent, fact: Fact) -> DatedFact:
    letter = precedent.record.letter
    return DatedFact(
        **dict(fact_row(fact, None).hit),
        precedent=precedent.id,
        written=letter.written,
        sender=letter.sender_name,
        by=fact.by,
    )
