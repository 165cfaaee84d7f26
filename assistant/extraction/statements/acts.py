"""What a clause does: the cue that decides its act, among all that are found in it."""

from dataclasses import dataclass

from assistant.extraction.act_vocabulary import ActWords
from assistant.extraction.document import Document
from assistant.extraction.statements.attribution import Subject
from assistant.extraction.statements.clauses import Clause
from assistant.extraction.statements.cues import CueHit, find_cues
from assistant.model.fact import Act

_RANK = {
    act: rank
    for rank, act in enumerate((
        Act.QUESTION, Act.REQUEST, Act.REFUSAL, Act.COMMITMENT, Act.ACTION, Act.CONCERN, Act.ACKNOWLEDGEMENT,
        Act.POSITION, Act.EVENT,
    ))
}  # fmt: skip
"""Of two acts equally well shown, the one a reader must answer to comes first."""
_REACH, _NEXT, _BOOST = 14, 3, 2
_DONE, _NEGATED = frozenset({Act.ACTION, Act.ACKNOWLEDGEMENT}), 2
"""Acts that a “not” undoes, and words before the cue among which it stands."""
_POLITE = 2
"""Words within which a question is a request: “Could you please …?”."""
_LATER = 0.05
"""What a cue loses with each word before it: what a clause says first it mostly is about."""


@dataclass(frozen=True)
class Decision:
    """An act, how strongly it is shown, and the words that show it."""

    act: Act
    weight: int
    words: str


def decide(document: Document, clause: Clause, subject: Subject, *, own: bool) -> Decision | None:
    """The act of a clause; None when nothing shows one. `own` when the author speaks, also in quoted speech.

    What somebody else does is told by the verb right behind them: it weighs more there, and nothing far away.
    """
    asks = document.view[clause.start : clause.end].rstrip(' "').endswith("?")
    allowed = {"any"} | ({"self"} if own else set()) | ({"other"} if subject.names else set())
    words = [word.lower for word in clause.words]
    hits = [
        hit
        for hit in find_cues(words, document.lexicon.language)
        if hit.cue.subject in allowed and (hit.cue.subject != "other" or 0 <= hit.first - subject.at <= _REACH)
    ]
    hits = [hit for hit in hits if not _is_undone(words, hit, document.lexicon.acts)]
    if asks and not any(hit.cue.act is Act.REQUEST and hit.first < _POLITE for hit in hits):
        return Decision(Act.QUESTION, 9, "?")
    if not hits:
        return None
    best = min(hits, key=lambda hit: (hit.first * _LATER - _weight(hit, subject, own=own), _RANK[hit.cue.act]))
    shown = document.view[clause.words[best.first].start : clause.words[best.end - 1].end]
    return Decision(best.cue.act, best.cue.weight, " ".join(shown.split()))


def _is_undone(words: list[str], hit: CueHit, acts: ActWords) -> bool:
    """Whether words tell what their subject did not do: “have not received”, “no ha recibido”."""
    near = words[max(0, hit.first - _NEGATED) : hit.first] + words[hit.first + 1 : hit.end - 1]
    return hit.cue.act in _DONE and not acts.negations.isdisjoint(near)


def _weight(hit: CueHit, subject: Subject, *, own: bool) -> int:
    main_verb = bool(subject.names) and not own and 0 < hit.first - subject.at <= _NEXT
    return hit.cue.weight + (_BOOST if main_verb else 0)
