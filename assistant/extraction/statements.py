"""Facts: the sentences and clauses that do something, with their exact words, their act and who answers for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from assistant.extraction.attribution import Narrator, Speech, Subject
from assistant.extraction.clauses import Clause, behind_opening, split_clauses
from assistant.extraction.cues import CueHit, find_cues
from assistant.extraction.document import Document
from assistant.extraction.lexicon import alternatives, load_lexicon
from assistant.extraction.sentences import Sentence, split_sentences
from assistant.model.fact import Act, Attribution

_RANK = (
    Act.QUESTION, Act.REQUEST, Act.REFUSAL, Act.COMMITMENT, Act.ACTION, Act.CONCERN, Act.ACKNOWLEDGEMENT, Act.POSITION,
    Act.EVENT,
)  # fmt: skip
_REACH_OF_SUBJECT, _NEXT_TO_SUBJECT, _BOOST = 14, 3, 2
_STRONG, _OWN = 5, 11
"""What hangs on another clause stands alone when its cue is strong or it is long."""
_FEWEST_WORDS, _LONG, _LONGEST_MERGED = 5, 30, 45


@dataclass(frozen=True)
class Statement:
    """A clause or sentence with its act; spans count the text."""

    start: int
    end: int
    act: Act
    by: tuple[Attribution, ...]
    because: str
    sentence: tuple[int, int]


@dataclass(frozen=True)
class _Piece:
    """A clause and what it was found to do; None for nothing of its own."""

    clause: Clause
    subject: Subject
    hit: CueHit | None
    act: Act | None
    because: str = ""


def find_statements(
    document: Document, body: tuple[int, int], narrator: Narrator, listed: tuple[tuple[int, int], ...] = ()
) -> Iterator[Statement]:
    """All statements of the body in order; what is `listed`, titles of documents, states nothing."""
    speeches = narrator.quotations()
    for sentence in split_sentences(document, *body):
        title = any(start < sentence.end and sentence.start < end for start, end in listed)
        if not title and not _is_courtesy(document, sentence) and not _announces(document, sentence):
            yield from _statements_in(document, sentence, narrator, speeches)


def _statements_in(
    document: Document, sentence: Sentence, narrator: Narrator, speeches: list[Speech]
) -> Iterator[Statement]:
    pieces = [_piece(document, clause, narrator, speeches) for clause in split_clauses(document, sentence)]
    for piece in _merged(document, pieces):
        span = _quote(document, piece.clause, sentence, speeches)
        if piece.act is None or span is None:
            continue
        speech = _speech_at(speeches, *span)
        subject = speech.speaker if speech else piece.subject
        continued = _continues(document, sentence) and not (subject.own or subject.names)
        by = narrator.chain(piece.act, narrator.speaker_before(sentence.start) if continued else subject)
        yield Statement(*span, piece.act, by, piece.because, (sentence.start, sentence.end))


def _piece(document: Document, whole: Clause, narrator: Narrator, speeches: list[Speech]) -> _Piece:
    """What a clause does, told by its words behind a preface like “I would like to inform you that”."""
    clause = _without_preface(document, whole)
    subject = narrator.subject_of(clause).moved(len(whole.words) - len(clause.words))
    inside = _speech_at(speeches, clause.start, clause.end)
    own = (
        subject.own or (inside is not None and any(word.lower in document.lexicon.acts.self for word in clause.words[:6]))
    )
    hit = _strongest(document, whole, subject, own=own)
    if document.view[clause.start : clause.end].rstrip(' "').endswith("?"):
        return _Piece(whole, subject, hit, Act.QUESTION, "“?”")
    if hit is None:
        return _Piece(whole, subject, None, None)
    cue = document.view[whole.words[hit.first].start : whole.words[hit.end - 1].end]
    return _Piece(whole, subject, hit, hit.cue.act, f"“{' '.join(cue.split())}”")


def _without_preface(document: Document, clause: Clause) -> Clause:
    start = _behind_prefaces(document, clause.start, clause.end)
    words = tuple(word for word in clause.words if word.start >= start)
    return replace(clause, start=start, words=words) if words else clause


def _behind_prefaces(document: Document, start: int, end: int) -> int:
    pattern = _prefaces(document.lexicon.language)
    while (preface := pattern.match(document.view, start, end)) and preface.end() > start:
        start = preface.end()
    return start


def _strongest(document: Document, clause: Clause, subject: Subject, *, own: bool) -> CueHit | None:
    """The cue that decides: the heaviest, then the one that ranks first.

    What somebody else does is told by the verb right behind them: it weighs more there, and nothing far away.
    """
    named = bool(subject.names)
    allowed = {"any"} | ({"self"} if own else set()) | ({"other"} if named else set())
    words = [word.lower for word in clause.words]
    hits = [
        hit
        for hit in find_cues(words, document.lexicon.language)
        if hit.cue.subject in allowed
        and (hit.cue.subject != "other" or 0 <= hit.first - subject.at <= _REACH_OF_SUBJECT)
    ]

    def weight(hit: CueHit) -> int:
        main_verb = named and not own and 0 < hit.first - subject.at <= _NEXT_TO_SUBJECT
        return hit.cue.weight + (_BOOST if main_verb else 0)

    return min(hits, key=lambda hit: (-weight(hit), _RANK.index(hit.cue.act)), default=None)


def _merged(document: Document, pieces: list[_Piece]) -> list[_Piece]:
    """Clauses that do nothing, or the same as the one before, become part of it."""
    merged: list[_Piece] = []
    for piece in pieces:
        if piece.clause.apart and piece.act is None:
            continue
        before = merged[-1] if merged else None
        if before and _belong_together(document, before, piece):
            merged[-1] = _together(before, piece)
        else:
            merged.append(piece)
    return merged


def _is_weak(document: Document, piece: _Piece) -> bool:
    """Whether a clause that hangs on another does too little to stand alone."""
    if not piece.clause.hangs or piece.hit is None or piece.hit.cue.weight >= _STRONG:
        return False
    return piece.clause.words[0].lower in document.lexicon.acts.relatives or len(piece.clause.words) < _OWN


def _belong_together(document: Document, before: _Piece, piece: _Piece) -> bool:
    length = len(before.clause.words) + len(piece.clause.words)
    if piece.act is None or before.act is None:
        return True
    return _is_weak(document, piece) or (piece.act is before.act and length <= _LONGEST_MERGED)


def _together(before: _Piece, piece: _Piece) -> _Piece:
    clause = replace(before.clause, end=piece.clause.end, words=before.clause.words + piece.clause.words)
    lead = before if before.act else piece
    subject = before.subject if before.subject.own or before.subject.names else piece.subject
    return _Piece(clause, subject if lead is before else piece.subject, lead.hit, lead.act, lead.because)


def _quote(document: Document, clause: Clause, sentence: Sentence, speeches: list[Speech]) -> tuple[int, int] | None:
    """The span to quote: without a preface, without details of a long sentence, speech without who says it."""
    start, end = clause.start, clause.end
    speech = next((one for one in speeches if start <= one.start and one.end <= end), None)
    if speech:
        return document.trim(speech.start, speech.end)
    start = _behind_prefaces(document, behind_opening(document, clause, sentence), end)
    if len(clause.words) > _LONG:
        details = _details(document.lexicon.language).search(document.view, start, end)
        if details and len(document.view[start : details.start()].split()) >= 8:
            end = details.start()
    if end < sentence.end:
        end = start + len(document.view[start:end].rstrip(" ,;:–-("))
    if len(document.view[start:end].split()) < _FEWEST_WORDS:
        return None
    return document.trim(start, end)


def _speech_at(speeches: list[Speech], start: int, end: int) -> Speech | None:
    return next((one for one in speeches if one.start <= start + 2 and end <= one.end + 2), None)


@cache
def _prefaces(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?i: *{alternatives(load_lexicon(language).acts.prefaces)})")


@cache
def _details(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:{alternatives(load_lexicon(language).acts.details)})(?!\w)")


@cache
def _courtesies(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:{alternatives(load_lexicon(language).acts.courtesies)})(?!\w)")


def _announces(document: Document, sentence: Sentence) -> bool:
    """Whether it only leads to a list: “According to the information that we have received:”."""
    return document.view[sentence.end - 1] == ":" and len(sentence.words) < 12


@cache
def _continuations(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:{alternatives(load_lexicon(language).acts.continuations)})(?!\w)")


def _continues(document: Document, sentence: Sentence) -> bool:
    """Whether it goes on with what somebody was reported to say: “Secondly, it is important …”."""
    return _continuations(document.lexicon.language).match(document.view, sentence.start) is not None


def _is_courtesy(document: Document, sentence: Sentence) -> bool:
    found = _courtesies(document.lexicon.language).search(document.view, sentence.start, sentence.end)
    return found is not None and found.start() - sentence.start < 40
