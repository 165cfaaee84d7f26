"""Who may have said what stands in a letter, and the chain of attribution that says so.

“Carlsson reports that Shakirov acknowledges” keeps the writer and the speaker apart; a letter's own words for it
(reports, acknowledges) are taken from its other facts.
"""

from collections.abc import Iterator

from assistant.model.fact import Act, Attribution
from assistant.model.folding import fold
from assistant.model.mention import MentionKind
from assistant.model.named import named_in
from assistant.model.precedent import Precedent

_NAMED = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION})
_REPORTS, _STATES = "reports", "states"
"""Where no other fact of the letter has a word for it."""


def possible_speakers(precedent: Precedent) -> tuple[str, ...]:
    """Names that may stand at the end of a chain: the writer, those who speak in other facts, everybody named."""
    names: dict[str, str] = {}
    for name in _names(precedent):
        names.setdefault(fold(name), name)
    return tuple(filter(None, names.values()))


def said_by(precedent: Precedent, act: Act, speaker: str) -> tuple[Attribution, ...]:
    """The chain for a statement of `speaker`: told by the writer of the letter, or the writer's own."""
    author = _author(precedent)
    own = not author or fold(author) == fold(speaker)
    link = Attribution(name=speaker, act=_word_for(precedent, act, told=not own))
    return (link,) if own else (Attribution(name=author, act=_word_of_telling(precedent)), link)


def _author(precedent: Precedent) -> str:
    sender = precedent.record.letter.sender
    return sender.display if sender else next((fact.by[0].name for fact in precedent.record.facts if fact.by), "")


def _names(precedent: Precedent) -> Iterator[str]:
    yield _author(precedent)
    yield from (link.name for fact in precedent.record.facts for link in fact.by)
    yield from (named.name for named in named_in(precedent, _NAMED))


def _word_for(precedent: Precedent, act: Act, *, told: bool) -> str:
    """What a speaker does with an act, as the other facts of the letter say it: those told of somebody, or its own."""
    same = [fact.by for fact in precedent.record.facts if fact.act is act and fact.by]
    alike = [by for by in same if (len(by) > 1) is told]
    return next((by[-1].act for by in (*alike, *same)), _STATES)


def _word_of_telling(precedent: Precedent) -> str:
    return next((fact.by[0].act for fact in precedent.record.facts if len(fact.by) > 1), _REPORTS)
