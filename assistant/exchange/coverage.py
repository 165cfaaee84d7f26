"""Answer coverage: for each request and question of a letter, what its reply says to it. Proposes, never decides.

A point and a sentence of the reply meet through the words they share (likeness.py); what the sentence then is to the
point follows from what was asked for (a date, a number, an act) and from words that evade or put off (cues.py). In
doubt a point is not answered: asking twice is better than letting a question go.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assistant.exchange.cues import AnswerCues, announces, answer_cues, asks_the_reader, cue_in
from assistant.exchange.likeness import Wording
from assistant.model.base import Value
from assistant.model.coverage import Bearing, Coverage, CoveredPoint
from assistant.model.decision import Answer
from assistant.model.fact import ASKING, Fact
from assistant.model.mention import MentionKind
from assistant.model.precedent import Precedent
from assistant.model.source import Passage

_BEARS = 0.25
"""Share of a point's words a sentence must have to be shown beside it at all."""

_ALONE = 0.34
"""Below this a sentence only counts when no other point shares more with it."""

_SAME_SENSE = 0.2
"""What a sense shared with a point adds to the words shared (to speak with somebody, to go and see somebody)."""

_BACK = 0.1
"""What a name adds that the letter had given before a point says “them” or “these events”."""

_MOST_SHOWN = 3
_TAKEN_UP = frozenset({MentionKind.PERSON, MentionKind.PLACE})
_DIGITS = frozenset("0123456789")


class Reply(Value):
    """A reply with its sentences, and the small words of its language."""

    precedent: Precedent
    sentences: tuple[Passage, ...]
    ignored: frozenset[str] = frozenset()

    @property
    def saying(self) -> tuple[Passage, ...]:
        """Its sentences but the first, where that only names the letter answered (“Thank you for your letter …”)."""
        theirs = [one for one in self.precedent.record.letter.refers_to if one.written_by == "recipient"]
        first = self.sentences[:1]
        thanks = any(first[0].start <= one.start < first[0].end for one in theirs) if first else False
        return self.sentences[1:] if thanks else self.sentences


def points_of(letter: Precedent) -> tuple[Fact, ...]:
    """What a letter asks its reader, in order; not what only announces the requests and questions that follow."""
    language, in_reply = letter.record.language, letter.record.letter.answers is not None
    asked = [
        fact
        for fact in letter.record.facts
        if fact.act in ASKING
        and fact.live
        and asks_the_reader(fact.quote, fact.act, language, in_reply=in_reply)
        and not announces(fact.quote, language)
    ]
    return tuple(sorted(asked, key=lambda fact: fact.start))


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


class _Meeting(NamedTuple):
    """How much a sentence of the reply shares with a point (0 to 1): beyond its words, in its words, and which."""

    wider: float
    words: float
    shared: tuple[str, ...]


class _Judging:
    """One letter and one reply, compared once."""

    def __init__(self, letter: Precedent, points: Sequence[Fact], reply: Reply) -> None:
        self._letter = letter
        self._points = points
        self._reply = reply
        self._said = reply.saying
        self._cues = answer_cues(letter.record.language)
        self._reply_cues = answer_cues(reply.precedent.record.language)
        texts = [*(point.quote for point in points), *(sentence.text for sentence in reply.saying)]
        self._wording = Wording(texts, reply.ignored)

    def judge(self) -> list[CoveredPoint]:
        table = [self._meetings(point) for point in self._points]
        best = [max((row[column].wider for row in table), default=0.0) for column in range(len(self._said))]
        return [self._covered(point, row, best) for point, row in zip(self._points, table, strict=True)]

    def _meetings(self, point: Fact) -> list[_Meeting]:
        senses, names = self._cues.senses(point.quote), self._names_behind(point)
        return [self._meeting(point, sentence, senses, names) for sentence in self._said]

    def _meeting(self, point: Fact, sentence: Passage, senses: frozenset[str], names: tuple[str, ...]) -> _Meeting:
        """How much a sentence shares with a point: in words, beyond them in sense and in what the point takes up."""
        score, shared = self._wording.compare(point.quote, sentence.text)
        taken_up = tuple(name for name in names if name in sentence.text and name not in shared)
        same_sense = bool(senses & self._reply_cues.senses(sentence.text))
        wider = score + (_SAME_SENSE if same_sense and (shared or taken_up) else 0)
        wider += _BACK * len(taken_up) if same_sense or shared else 0
        return _Meeting(wider, score, (*shared, *taken_up))

    def _names_behind(self, point: Fact) -> tuple[str, ...]:
        """The names a letter gave before a point that speaks of “them”: last names of people, and places."""
        if not cue_in(point.quote, self._cues.refers_back):
            return ()
        letter = self._letter.record.letter
        body = letter.salutation.end if letter.salutation else 0
        given = (
            one for one in self._letter.record.mentions if one.kind in _TAKEN_UP and body <= one.start < point.start
        )
        return tuple(dict.fromkeys(one.text.split()[-1] for one in given))

    def _covered(self, point: Fact, row: list[_Meeting], best: list[float]) -> CoveredPoint:
        met = [
            (meeting, self._bearing(sentence, meeting.shared))
            for meeting, sentence, top in zip(row, self._said, best, strict=True)
            if meeting.wider >= _BEARS and (meeting.wider >= _ALONE or meeting.wider == top)
        ]
        met.sort(key=lambda pair: -pair[0].wider)
        shown = tuple(words for _, words in met[:_MOST_SHOWN])
        answer, because = self._judgement(point, shown)
        if answer is Answer.ANSWERED and met[0][0].words < _BEARS:
            answer, because = Answer.PARTLY, f"The reply seems to speak of it in other words: {shown[0].because}."
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
