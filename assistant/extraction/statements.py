"""Facts: the sentences and clauses that do something, with their exact words, their act and who answers for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from assistant.extraction.attribution import Narrator, Speech, Subject
from assistant.extraction.clauses import Clause, split_clauses
from assistant.extraction.cues import CueHit, find_cues
from assistant.extraction.document import Document
from assistant.extraction.lexicon import alternatives, load_lexicon
from assistant.extraction.sentences import Sentence, split_sentences
from assistant.model.fact import Act, Attribution

_RANK = (
    Act.QUESTION, Act.REQUEST, Act.REFUSAL, Act.COMMITMENT, Act.ACTION, Act.CONCERN, Act.ACKNOWLEDGEMENT, Act.POSITION,
    Act.EVENT,
)  # fmt: skip
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


def find_statements(document: Document, body: tuple[int, int], narrator: Narrator) -> Iterator[Statement]:
    """All statements of the body in order."""
    speeches = narrator.quotations()
    for sentence in split_sentences(document, *body):
        if not _is_courtesy(document, sentence):
            yield from _statements_in(document, sentence, narrator, speeches)


def _statements_in(
    document: Document, sentence: Sentence, narrator: Narrator, speeches: list[Speech]
) -> Iterator[Statement]:
    pieces = [_piece(document, clause, narrator, speeches) for clause in split_clauses(document, sentence)]
    for piece in _merged(pieces):
        span = _quote(document, piece.clause, sentence, speeches)
        if piece.act is None or span is None:
            continue
        speech = _speech_at(speeches, *span)
        subject = speech.speaker if speech else piece.subject
        because = f"“{piece.hit.cue.written}” ({piece.act.value})" if piece.hit else piece.act.value
        yield Statement(
            *span, piece.act, narrator.chain(piece.act, subject), because, (sentence.start, sentence.end)
        )


def _piece(document: Document, clause: Clause, narrator: Narrator, speeches: list[Speech]) -> _Piece:
    subject = narrator.subject_of(clause)
    inside = _speech_at(speeches, clause.start, clause.end)
    own = subject.own or inside is not None and any(word.lower in document.lexicon.acts.self for word in clause.words[:6])
    hit = _strongest(document, clause, own=own, other=bool(subject.names) and not own)
    if document.view[clause.start : clause.end].rstrip(' "').endswith("?"):
        return _Piece(clause, subject, hit, Act.QUESTION)
    return _Piece(clause, subject, hit, hit.cue.act if hit else None)


def _strongest(document: Document, clause: Clause, *, own: bool, other: bool) -> CueHit | None:
    """The cue that decides: the heaviest, then the one that ranks first."""
    allowed = {"any"} | ({"self"} if own else set()) | ({"other"} if other else set())
    words = [word.lower for word in clause.words]
    hits = [hit for hit in find_cues(words, document.lexicon.language) if hit.cue.subject in allowed]
    return min(hits, key=lambda hit: (-hit.cue.weight, _RANK.index(hit.cue.act)), default=None)


def _merged(pieces: list[_Piece]) -> list[_Piece]:
    """Clauses that do nothing, or the same as the one before, become part of it."""
    merged: list[_Piece] = []
    for piece in pieces:
        before = merged[-1] if merged else None
        if before and _belong_together(before, piece):
            merged[-1] = _together(before, piece)
        else:
            merged.append(piece)
    return merged


def _belong_together(before: _Piece, piece: _Piece) -> bool:
    length = len(before.clause.words) + len(piece.clause.words)
    if piece.act is None or before.act is None:
        return True
    weak = piece.clause.relative and piece.hit is not None and piece.hit.cue.weight < 5
    return weak or (piece.act is before.act and length <= _LONGEST_MERGED)


def _together(before: _Piece, piece: _Piece) -> _Piece:
    clause = replace(before.clause, end=piece.clause.end, words=before.clause.words + piece.clause.words)
    lead = before if before.act else piece
    subject = before.subject if before.subject.own or before.subject.names else piece.subject
    return _Piece(clause, subject if lead is before else piece.subject, lead.hit, lead.act)


def _quote(
    document: Document, clause: Clause, sentence: Sentence, speeches: list[Speech]
) -> tuple[int, int] | None:
    """The span to quote: without a preface, without details of a long sentence, speech without who says it."""
    start, end = clause.start, clause.end
    speech = next((one for one in speeches if start <= one.start and one.end <= end), None)
    if speech and len(document.view[speech.start : speech.end].split()) >= 8:
        return document.trim(speech.start, speech.end)
    preface = _prefaces(document.lexicon.language).match(document.view, start, end)
    while preface and preface.end() > start:
        start = preface.end()
        preface = _prefaces(document.lexicon.language).match(document.view, start, end)
    if len(clause.words) > _LONG:
        details = _details(document.lexicon.language).search(document.view, start, end)
        if details and len(document.view[start : details.start()].split()) >= 8:
            end = details.start()
    if end < sentence.end:
        end = start + len(document.view[start:end].rstrip(' ,;:–-('))
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


def _is_courtesy(document: Document, sentence: Sentence) -> bool:
    found = _courtesies(document.lexicon.language).search(document.view, sentence.start, sentence.end)
    return found is not None and found.start() - sentence.start < 40
