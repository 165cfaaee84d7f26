"""Answer coverage: for each request and question of a letter, what its reply says to it. Proposes, never decides.

A point and a sentence of the reply meet through the words they share (likeness.py); what the sentence then is to the
point follows from what was asked for (a date, a number, an act) and from words that evade or put off (cues.py). In
doubt a point is not answered: asking twice is better than letting a question go.
"""

from collections.abc import Mapping, Sequence

from assistant.exchange.cues import AnswerCues, answer_cues, cue_in
from assistant.exchange.likeness import Wording
from assistant.model.base import Value
from assistant.model.coverage import Bearing, Coverage, CoveredPoint
from assistant.model.decision import Answer
from assistant.model.fact import Act, Fact
from assistant.model.precedent import Precedent
from assistant.model.source import Passage

_BEARS = 0.25
"""Share of a point's words a sentence must have to be shown beside it at all."""

_ALONE = 0.34
"""Below this a sentence only counts when no other point shares more with it."""

_MOST_SHOWN = 3
_DIGITS = frozenset("0123456789")


class Reply(Value):
    """A reply with its sentences, and the small words of its language."""

    precedent: Precedent
    sentences: tuple[Passage, ...]
    ignored: frozenset[str] = frozenset()


def points_of(letter: Precedent) -> tuple[Fact, ...]:
    """The requests and questions of a letter in order; not those that only announce the ones that follow."""
    cues = answer_cues(letter.record.language)
    asked = [fact for fact in letter.record.facts if fact.act in (Act.REQUEST, Act.QUESTION) and fact.live]
    return tuple(
        sorted((fact for fact in asked if not cue_in(fact.quote, cues.announces)), key=lambda fact: fact.start)
    )


def cover(letter: Precedent, reply: Reply | None, decided: Mapping[str, Answer] | None = None) -> Coverage:
    """The points of `letter` beside its reply; `decided` holds verdicts of people by fact id."""
    points = points_of(letter)
    judged = _Judging(letter, points, reply).judge() if reply else [_unanswered(point) for point in points]
    verdicts = decided or {}
    return Coverage(
        letter=letter.id,
        reply=reply.precedent.id if reply else None,
        points=tuple(point.model_copy(update={"decided": verdicts.get(point.fact)}) for point in judged),
    )


class _Judging:
    """One letter and one reply, compared once."""

    def __init__(self, letter: Precedent, points: Sequence[Fact], reply: Reply) -> None:
        self._points = points
        self._reply = reply
        self._cues = answer_cues(letter.record.language)
        self._reply_cues = answer_cues(reply.precedent.record.language)
        texts = [*(point.quote for point in points), *(sentence.text for sentence in reply.sentences)]
        self._wording = Wording(texts, reply.ignored)

    def judge(self) -> list[CoveredPoint]:
        table = [self._meetings(point) for point in self._points]
        best = [max((row[column][0] for row in table), default=0.0) for column in range(len(self._reply.sentences))]
        return [self._covered(point, row, best) for point, row in zip(self._points, table, strict=True)]

    def _meetings(self, point: Fact) -> list[tuple[float, tuple[str, ...]]]:
        return [self._wording.compare(point.quote, sentence.text) for sentence in self._reply.sentences]

    def _covered(self, point: Fact, row: list[tuple[float, tuple[str, ...]]], best: list[float]) -> CoveredPoint:
        bearing = [
            (score, self._bearing(sentence, shared))
            for (score, shared), sentence, top in zip(row, self._reply.sentences, best, strict=True)
            if score >= _BEARS and (score >= _ALONE or score == top)
        ]
        bearing.sort(key=lambda pair: -pair[0])
        shown = tuple(words for _, words in bearing[:_MOST_SHOWN])
        answer, because = self._judgement(point, shown)
        return _point(point, answer, because, shown)

    def _bearing(self, sentence: Passage, shared: tuple[str, ...]) -> Bearing:
        fact = next(
            (
                each.id
                for each in self._reply.precedent.record.facts
                if each.start < sentence.end and sentence.start < each.end
            ),
            None,
        )
        return Bearing(**sentence.model_dump(), fact=fact, because=", ".join(shared))

    def _judgement(self, point: Fact, bearing: Sequence[Bearing]) -> tuple[Answer, str]:
        if not bearing:
            return Answer.NOT_ANSWERED, "Nothing in the reply shares its words."
        words = bearing[0].text
        evasion = cue_in(words, self._reply_cues.unable) or cue_in(words, self._reply_cues.vague)
        if evasion:
            return Answer.EVADED, f"The reply speaks of it, but says “{evasion}”."
        missing = _missing(point, [each.text for each in bearing], self._cues)
        if missing:
            return Answer.EVADED, f"It asks for {missing}; the reply names none."
        later = next(filter(None, (cue_in(each.text, self._reply_cues.later) for each in bearing)), None)
        if later:
            return Answer.PARTLY, f"The reply puts a part off: “{later}”."
        return Answer.ANSWERED, f"The reply says it in words of the point: {bearing[0].because}."


def _missing(point: Fact, replies: Sequence[str], cues: AnswerCues) -> str | None:
    """What a point asks for that no sentence brings: a number or a date that is not the point's own."""
    wanted = "a date" if cue_in(point.quote, cues.when) else "a number" if cue_in(point.quote, cues.how_many) else None
    if wanted is None:
        return None
    own = _numbers(point.quote)
    return None if any(_numbers(reply) - own for reply in replies) else wanted


def _numbers(text: str) -> set[str]:
    return {word.strip(".,;:()") for word in text.split() if not _DIGITS.isdisjoint(word)}


def _unanswered(point: Fact) -> CoveredPoint:
    return _point(point, Answer.NOT_ANSWERED, "There is no reply yet.", ())


def _point(point: Fact, answer: Answer, because: str, bearing: tuple[Bearing, ...]) -> CoveredPoint:
    return CoveredPoint(
        text=point.quote,
        start=point.start,
        end=point.end,
        fact=point.id,
        act=point.act,
        proposed=answer,
        because=because,
        bearing=bearing,
    )
