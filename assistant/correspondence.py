"""Exchanges of letters over the shelf: gathers what belongs together and asks the rules of `exchange` about it.

It knows where letters are found and where decisions are kept; what makes a thread, an answer or a promise is not for
here to say. The words of languages are loaded when they are needed: opening a draft must not pay for them.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property

from assistant.errors import BadArgumentError, UnknownFactError
from assistant.exchange.coverage import Reply, cover, points_of
from assistant.exchange.links import ANSWER_WITHIN_DAYS
from assistant.exchange.parties import is_same
from assistant.exchange.positions import alike, citable_facts
from assistant.exchange.promises import later_facts, promises_in, settle
from assistant.exchange.threads import threads_of
from assistant.model.background import Background
from assistant.model.coverage import Coverage
from assistant.model.decision import Answer, AnswerDecision, Decision, LinkDecision, Outcome, PromiseDecision, standing
from assistant.model.fact import Fact
from assistant.model.letter import CORRESPONDENCE, Party
from assistant.model.outline import PartyNames, names_of
from assistant.model.precedent import Precedent, Record
from assistant.model.promise import KeyedFact, Promise
from assistant.model.thread import Thread
from assistant.precedents.decisions import DecisionFiles, author
from assistant.precedents.shelf import Shelf

_MOST_OF_A_THREAD = 100
"""Letters one thread may have; of a longer one the nearest to the letter asked about are gathered."""
_MOST_NEIGHBOURS = 10
_MOST_LATER = 40
"""Later documents looked through for the proof of a promise."""
_NEWEST = "kind:letter OR kind:written_question OR kind:answer"
_PROMISING = "act:commitment -status:rejected"


class Correspondence:
    """The letters of an office as exchanges."""

    def __init__(self, shelf: Shelf, files: DecisionFiles, member: str) -> None:
        """`member`: name of the Member, whose letters are the office's own."""
        self._shelf = shelf
        self._files = files
        self._member = PartyNames(name=member) if member else None

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that hold. Raises DamagedRecordError."""
        return standing(self._files.all())

    def decide(self, *decisions: Decision) -> None:
        """Keep decisions. Raises OfficeBusyError, StorageError."""
        self._files.add(*decisions)
        self.__dict__.pop("decisions", None)

    def link(self, later: str, earlier: str, *, joined: bool, note: str | None = None) -> None:
        """Join a letter to the one it answers or follows, or cut the two apart. Raises UnknownPrecedentError."""
        for precedent in (later, earlier):
            self._shelf.get(precedent)
        by, at = _who_and_when()
        self.decide(LinkDecision(by=by, at=at, later=later, earlier=earlier, joined=joined, note=note))

    def judge(self, letter: str, verdicts: Mapping[str, Answer], reply: str | None = None) -> Coverage:
        """Say what became of points of a letter, by fact id.

        Raises UnknownFactError, and BadArgumentError where nothing answers the letter.
        """
        coverage = self.coverage(letter, reply)
        if coverage.reply is None:
            raise BadArgumentError(letter, "nothing in the office answers it", "Name the reply: --reply ID.")
        points = {point.fact: point for point in coverage.points}
        unknown = next((fact for fact in verdicts if fact not in points), None)
        if unknown:
            raise UnknownFactError(unknown, list(points))
        by, at = _who_and_when()
        self.decide(
            *(
                AnswerDecision(
                    by=by, at=at, point=f"{letter}#{fact}", reply=coverage.reply, answer=answer,
                    words=tuple(f"{coverage.reply}#{each.fact}" for each in points[fact].bearing if each.fact),
                )
                for fact, answer in verdicts.items()
            )
        )  # fmt: skip
        return self.coverage(letter, reply)

    def say_of_promise(
        self,
        promise: str,
        outcome: Outcome,
        *,
        proof: str | None = None,
        follow_up: str | None = None,
        note: str | None = None,
    ) -> None:
        """Say what became of a promise; keys are “precedent#fact”. Raises UnknownPrecedentError, UnknownFactError."""
        for key in filter(None, (promise, proof)):
            self._fact(key)
        by, at = _who_and_when()
        self.decide(
            PromiseDecision(by=by, at=at, promise=promise, outcome=outcome, proof=proof, follow_up=follow_up, note=note)
        )

    def is_ours(self, sender: Party | None) -> bool:
        """Whether the Member wrote it."""
        return self._member is not None and sender is not None and is_same(self._member, names_of(sender))

    def _is_to_us(self, record: Record) -> bool:
        """Whether it was written to the Member; where nobody knows the Member, whatever was written by somebody."""
        if self._member is None:
            return record.letter.sender is not None
        return any(is_same(self._member, names_of(recipient)) for recipient in record.letter.recipients)

    def thread(self, precedent: str) -> Thread:
        """The thread a letter belongs to. Raises UnknownPrecedentError, DamagedRecordError, BadArgumentError."""
        letters = self._gather(precedent)
        for thread in threads_of(letters, self.is_ours, self.decisions):
            if any(move.id == precedent for move in thread.moves):
                return thread
        kind = letters[precedent].kind.replace("_", " ")
        raise BadArgumentError(precedent, f"a {kind} belongs to no exchange of letters", "Name a letter or a question.")

    def threads(self, limit: int) -> tuple[Thread, ...]:
        """The threads with the newest letters, the newest first."""
        found: dict[str, Thread] = {}
        seen: set[str] = set()
        for hit in self._shelf.search(_NEWEST, _MOST_OF_A_THREAD + limit).hits:
            if hit.precedent not in seen and len(found) < limit:
                thread = self.thread(hit.precedent)
                found[thread.id] = thread
                seen.update(move.id for move in thread.moves)
        return tuple(sorted(found.values(), key=lambda thread: thread.moves[-1].date or "", reverse=True))

    def coverage(self, letter: str, reply: str | None = None) -> Coverage:
        """What the reply (by default the first in the thread) says to each point of a letter. Raises as `thread`."""
        asked = self._shelf.get(letter).precedent
        replies = (reply,) if reply else self._replies(asked)
        decided = {
            decision.point.partition("#")[2]: decision.answer
            for decision in self.decisions
            if isinstance(decision, AnswerDecision)
            and decision.point.startswith(f"{letter}#")
            and decision.reply in replies
        }
        answering = self._shelf.get(replies[0]).precedent if replies else None
        return cover(asked, _prepared(answering) if answering else None, decided)

    def background(self, answered: Precedent) -> Background:
        """What the exchange so far adds to a letter that is about to be answered. Raises DamagedRecordError."""
        if answered.record.kind not in CORRESPONDENCE:
            return Background()
        thread = self.thread(answered.id)
        earlier = [link.earlier for link in thread.links if link.later == answered.id and "~" not in link.earlier]
        asked = [each for each in earlier if self.is_ours(self._shelf.get(each).precedent.record.letter.sender)]
        open_points = [point for each in asked for point in self.coverage(each, answered.id).open]
        return Background(open_points=tuple(open_points), positions=self._positions(answered))

    def promises(self, query: str = "", limit: int = 50) -> tuple[Promise, ...]:
        """The promises in the newest `limit` letters to the office that answer a query, the newest first."""
        hits = self._shelf.search(f"{query} {_PROMISING}".strip(), limit).hits
        records = [self._shelf.get(hit.precedent).precedent.record for hit in hits]
        made = [promise for record in records if self._is_to_us(record) for promise in promises_in(record)]
        made.sort(key=lambda promise: promise.made_on or "", reverse=True)
        return tuple(self._settled(promise) for promise in made)

    def _fact(self, key: str) -> Fact:
        precedent_id, _, fact_id = key.partition("#")
        precedent = self._shelf.get(precedent_id).precedent
        fact = precedent.fact(fact_id)
        if fact is None:
            raise UnknownFactError(fact_id, [each.id for each in precedent.record.facts])
        return fact

    def promise(self, key: str) -> Promise:
        """One promise, with what may prove it; `key` is “precedent#fact”. Raises UnknownFactError."""
        record = self._shelf.get(key.partition("#")[0]).precedent.record
        made = {promise.key: promise for promise in promises_in(record)}
        if key not in made:
            raise UnknownFactError(key.partition("#")[2], [each.partition("#")[2] for each in made])
        return self._settled(made[key])

    def _replies(self, asked: Precedent) -> tuple[str, ...]:
        """Letters of the other side that answer this one, the earliest first."""
        if asked.record.kind not in CORRESPONDENCE:
            return ()
        thread = self.thread(asked.id)
        ours = {move.id: move.ours for move in thread.moves}
        return tuple(each for each in thread.answers_to(asked.id) if ours[each] != ours[asked.id])

    def _positions(self, answered: Precedent) -> dict[str, tuple[KeyedFact, ...]]:
        """For each point of a letter, what our own letters said about it before."""
        points = points_of(answered)
        if self._member is None or not points:
            return {}
        day = answered.record.letter.day
        before = f"before:{day}" if day else ""
        hits = self._shelf.search(f'from:"{self._member.display}" status:citable {before}', _MOST_LATER).hits
        records = [self._shelf.get(hit.precedent).precedent.record for hit in hits if hit.precedent != answered.id]
        return alike(points, list(citable_facts(records)), _small_words(answered.record.language))

    def _settled(self, promise: Promise) -> Promise:
        words = " OR ".join(f'"{word}"' for word in (*promise.people, *promise.places))
        later = f"{words} after:{promise.made_on}" if words and promise.made_on else ""
        hits = self._shelf.search(later, _MOST_LATER).hits if later else ()
        records = [self._shelf.get(hit.precedent).precedent.record for hit in hits]
        language = self._shelf.get(promise.key.partition("#")[0]).precedent.record.language
        return settle(promise, list(later_facts(records, promise)), self.decisions, _small_words(language))

    def _gather(self, start: str) -> dict[str, Record]:
        """The letters that may hang together with one, from neighbour to neighbour."""
        letters: dict[str, Record] = {}
        waiting = [start]
        while waiting and len(letters) < _MOST_OF_A_THREAD:
            precedent = waiting.pop(0)
            if precedent not in letters:
                record = self._shelf.get(precedent).precedent.record
                letters[precedent] = record
                waiting += self._neighbours(record) if record.kind in CORRESPONDENCE else ()
        return letters

    def _neighbours(self, record: Record) -> Iterator[str]:
        yield from (reference.precedent for reference in record.letter.refers_to if reference.precedent)
        yield from (referral.letter for referral in self._shelf.referring_to(record.id))
        for decision in self.decisions:
            if isinstance(decision, LinkDecision) and record.id in (decision.later, decision.earlier):
                yield from {decision.later, decision.earlier} - {record.id}
        yield from self._between_the_same(record)

    def _between_the_same(self, record: Record) -> Iterator[str]:
        """Letters either way between the same two, near in time."""
        day = record.letter.day
        sender, recipient = record.letter.sender, next(iter(record.letter.recipients), None)
        if day is None or sender is None or recipient is None or not (sender.display and recipient.display):
            return
        reach = dt.timedelta(days=ANSWER_WITHIN_DAYS)
        when = f"after:{day - reach} before:{day + reach}"
        for one, other in ((sender, recipient), (recipient, sender)):
            query = f'from:"{one.display}" to:"{other.display}" {when}'
            yield from (hit.precedent for hit in self._shelf.search(query, _MOST_NEIGHBOURS).hits)


def _small_words(language: str) -> frozenset[str]:
    from assistant.extraction import small_words

    return small_words(language)


def _prepared(reply: Precedent) -> Reply:
    from assistant.extraction import sentences_of

    language = reply.record.language
    return Reply(precedent=reply, sentences=sentences_of(reply.source, language), ignored=_small_words(language))


def _who_and_when() -> tuple[str, dt.datetime]:
    return author(), dt.datetime.now(dt.UTC).replace(microsecond=0)
