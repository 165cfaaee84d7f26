"""Statements: the sentences and clauses that do something, with their act and who answers for them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.extraction.document import Document
from assistant.extraction.lexicon import matcher
from assistant.extraction.sentences import Sentence, is_item, split_sentences
from assistant.extraction.spans import SpanIndex
from assistant.extraction.statements.acts import Decision, decide
from assistant.extraction.statements.attribution import Narrator, SpokenWords, Subject
from assistant.extraction.statements.clauses import Clause, behind_opening, split_clauses
from assistant.model.fact import Act, Attribution
from assistant.model.letter import Reference

_STRONG, _OWN = 5, 11
"""What hangs on another clause stands alone when its cue is strong or it has many words."""
_FEWEST_WORDS, _FEWEST_LEFT, _LONG, _LONGEST_MERGED, _ANNOUNCEMENT = 5, 8, 30, 45, 12
_COURTESY_WITHIN = 40
_WHOLE, _ENDS = 7, (".", "!", ";")
"""Words and last mark of a sentence that states something although no cue stands in it."""
_ANNOUNCED = frozenset({Act.REQUEST, Act.COMMITMENT, Act.QUESTION})
"""Acts that stand once before a list and hold for each of its items."""
_BY_ITSELF = "a whole sentence, in which no word shows more"


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
    """A clause, who it is about and what it does; None for nothing of its own."""

    clause: Clause
    subject: Subject
    decision: Decision | None


class StatementFinder:
    """Looks for statements in one document."""

    def __init__(self, document: Document, narrator: Narrator, listed: list[Reference]) -> None:
        self.document = document
        self.narrator = narrator
        self._listed = SpanIndex(listed)
        self._speech = narrator.spoken_words()
        self._language = document.lexicon.language
        self._acts = document.lexicon.acts

    def statements(self, body: tuple[int, int]) -> Iterator[Statement]:
        """All statements of the body in order; titles of listed documents and courtesies state nothing."""
        announced: Decision | None = None
        for sentence in split_sentences(self.document, *body):
            announced = announced if is_item(self.document, sentence) else None
            if self._says_nothing(sentence):
                announced = self._announced(sentence)
            elif not self._listed.touches(sentence.start, sentence.end):
                yield from self._statements_in(sentence, announced)

    def _announced(self, sentence: Sentence) -> Decision | None:
        """What the items of a list do that a sentence leads to: “The Chamber calls on the Government to:”."""
        decision = self._piece(Clause(sentence.start, sentence.end, sentence.words)).decision
        return decision if decision and decision.act in _ANNOUNCED else None

    def _says_nothing(self, sentence: Sentence) -> bool:
        """Whether it is a courtesy, or only leads to a list: “According to the information we have received:”."""
        if self.document.view[sentence.end - 1] == ":" and len(sentence.words) < _ANNOUNCEMENT:
            return True
        reach = min(sentence.end, sentence.start + 3 * _COURTESY_WITHIN)
        found = matcher(self._language, "acts", "courtesies").search(self.document.view, sentence.start, reach)
        return found is not None and found.start() - sentence.start < _COURTESY_WITHIN

    def _statements_in(self, sentence: Sentence, announced: Decision | None) -> Iterator[Statement]:
        pieces = self._pieces(sentence)
        if announced and not any(piece.decision and piece.decision.act is Act.QUESTION for piece in pieces):
            pieces = [self._whole(sentence, announced)]
        elif not any(piece.decision for piece in pieces) and self._is_whole(sentence):
            pieces = [self._whole(sentence, Decision(Act(self._acts.unmarked), 0, ""))]
        for piece in self._merged(pieces):
            span = self._quote(piece.clause, sentence)
            if piece.decision and span:
                by = self.narrator.chain(piece.decision.act, self._speaker(piece, sentence, span))
                because = f"“{piece.decision.words}”" if piece.decision.words else _BY_ITSELF
                yield Statement(*span, piece.decision.act, by, because, (sentence.start, sentence.end))

    def _pieces(self, sentence: Sentence) -> list[_Piece]:
        """The clauses of a sentence, each with what it does; a question that nobody leads up to is undivided."""
        pieces = [self._piece(clause) for clause in split_clauses(self.document, sentence)]
        asks = self.document.view[sentence.start : sentence.end].rstrip(" \"')").endswith("?")
        if asks and len(pieces) > 1 and not pieces[0].subject.own:
            return [self._piece(Clause(sentence.start, sentence.end, sentence.words))]
        return pieces

    def _is_whole(self, sentence: Sentence) -> bool:
        """Whether it is long enough for a sentence and ends as one, so that it is neither a heading nor an entry."""
        ends = self.document.view[sentence.start : sentence.end].rstrip("\"')»”")[-1:]
        return bool(self._acts.unmarked) and len(sentence.words) >= _WHOLE and ends in _ENDS

    def _whole(self, sentence: Sentence, decision: Decision) -> _Piece:
        """An undivided sentence whose act is not told by a word of its own."""
        clause = Clause(sentence.start, sentence.end, sentence.words)
        return _Piece(clause, self.narrator.subject_of(clause), decision)

    def _piece(self, whole: Clause) -> _Piece:
        """What a clause does; who it is about is told behind a preface like “I would like to inform you that”."""
        core = self._without_preface(whole)
        subject = self.narrator.subject_of(core).moved(len(whole.words) - len(core.words))
        first_words = {word.lower for word in core.words[:6]}
        speaks = bool(first_words & self._acts.self) and self._spoken(core.start, core.end)
        prefaced = {word.lower for word in whole.words if word.start < core.start}
        own = subject.own or bool(speaks) or not prefaced.isdisjoint(self._acts.self)
        return _Piece(whole, subject, decide(self.document, whole, subject, own=own))

    def _without_preface(self, clause: Clause) -> Clause:
        start = self._behind_prefaces(clause.start, clause.end)
        words = tuple(word for word in clause.words if word.start >= start)
        return replace(clause, start=start, words=words) if words else clause

    def _behind_prefaces(self, start: int, end: int) -> int:
        pattern = matcher(self._language, "acts", "prefaces")
        while (preface := pattern.match(self.document.view, start, end)) and preface.end() > start:
            start = preface.end()
            while start < end and self.document.view[start] == " ":
                start += 1
        return start

    def _merged(self, pieces: list[_Piece]) -> list[_Piece]:
        """Clauses that do nothing, or the same as the one before, become part of it."""
        merged: list[_Piece] = []
        for piece in pieces:
            if piece.clause.apart and piece.decision is None:
                continue
            if merged and self._belongs_to(merged[-1], piece):
                merged[-1] = _together(merged[-1], piece)
            else:
                merged.append(piece)
        return merged

    def _belongs_to(self, before: _Piece, piece: _Piece) -> bool:
        if piece.decision is None or before.decision is None:
            return True
        length = len(before.clause.words) + len(piece.clause.words)
        same = piece.decision.act is before.decision.act and length <= _LONGEST_MERGED
        return same or self._is_weak(piece.clause, piece.decision)

    def _is_weak(self, clause: Clause, decision: Decision) -> bool:
        """Whether a clause that hangs on another does too little to stand alone."""
        if not clause.hangs or decision.weight >= _STRONG:
            return False
        return clause.words[0].lower in self._acts.relatives or len(clause.words) < _OWN

    def _speaker(self, piece: _Piece, sentence: Sentence, span: tuple[int, int]) -> Subject:
        """Whose statement it is: of quoted words who said them, of “Secondly, …” who was speaking before."""
        spoken = self._spoken(*span)
        if spoken:
            return spoken.speaker
        goes_on = matcher(self._language, "acts", "continuations").match(self.document.view, sentence.start)
        if goes_on and not (piece.subject.own or piece.subject.names):
            return self.narrator.speaker_before(sentence.start)
        return piece.subject

    def _spoken(self, start: int, end: int) -> SpokenWords | None:
        """The speech a stretch stands in; closing marks may lie outside."""
        return self._speech.around(start + 2, end - 2)

    def _quote(self, clause: Clause, sentence: Sentence) -> tuple[int, int] | None:
        """The span to quote: without a preface, without details of a long sentence, speech without who says it."""
        view, end = self.document.view, clause.end
        inside = self._speech.within(clause.start, clause.end)
        if inside:
            return self.document.trim(inside[0].start, inside[0].end)
        start = self._behind_prefaces(behind_opening(self.document, clause, sentence), end)
        if len(clause.words) > _LONG:
            details = matcher(self._language, "acts", "details").search(view, start, end)
            if details and len(view[start : details.start()].split()) >= _FEWEST_LEFT:
                end = details.start()
        if end < sentence.end:
            end = start + len(view[start:end].rstrip(" ,;:–-("))
        enough = len(view[start:end].split()) >= _FEWEST_WORDS
        return self.document.trim(start, end) if enough else None


def _together(before: _Piece, piece: _Piece) -> _Piece:
    """Two clauses as one; the first that does something leads."""
    clause = replace(before.clause, end=piece.clause.end, words=before.clause.words + piece.clause.words)
    if before.decision is None:
        return _Piece(clause, piece.subject, piece.decision)
    known = before.subject.own or before.subject.names
    return _Piece(clause, before.subject if known else piece.subject, before.decision)
