"""Whether two parties of letters are the same person or body, as far as their names alone can tell.

Nobody is looked up: an agenda compares thousands. Who is who for good is for people's files and decisions to say.
"""

from collections.abc import Iterable
from functools import lru_cache

from assistant.model.folding import fold_words, name_key
from assistant.model.outline import Outline, PartyNames

_REMEMBERED = 20_000
"""Parties taken apart once; the same few hundred come again and again."""


def is_same(one: PartyNames, other: PartyNames) -> bool:
    """One name holds the other; without names, the organisations are the same words."""
    if one.name and other.name:
        ours, theirs = _key(one), _key(other)
        return bool(ours and theirs) and (ours <= theirs or theirs <= ours)
    if one.organisation and other.organisation:
        return _body_key(one.organisation) == _body_key(other.organisation)
    return False


def tokens(parties: Iterable[PartyNames]) -> frozenset[str]:
    """What two parties that are the same have at least one of in common: to look up who may be."""
    return frozenset().union(*map(_tokens_of, parties))


def answers(later: Outline, earlier: Outline) -> bool:
    """Whether the addressee of the earlier letter wrote the later one, to whoever had written."""
    return _writes_to(later.sender, earlier.recipients) and _writes_to(earlier.sender, later.recipients)


def follows(later: Outline, earlier: Outline) -> bool:
    """Whether the same person writes to the same addressee again."""
    if later.sender is None or earlier.sender is None or not is_same(later.sender, earlier.sender):
        return False
    return any(is_same(one, other) for one in later.recipients for other in earlier.recipients)


def _writes_to(sender: PartyNames | None, recipients: tuple[PartyNames, ...]) -> bool:
    return sender is not None and any(is_same(sender, recipient) for recipient in recipients)


@lru_cache(_REMEMBERED)
def _key(party: PartyNames) -> frozenset[str]:
    return frozenset(party.key.split()) if party.key else name_key(party.name)


@lru_cache(_REMEMBERED)
def _tokens_of(party: PartyNames) -> frozenset[str]:
    return _key(party) | ({_body_key(party.organisation)} if party.organisation else set())


@lru_cache(_REMEMBERED)
def _body_key(organisation: str) -> str:
    return " ".join(fold_words(organisation))
