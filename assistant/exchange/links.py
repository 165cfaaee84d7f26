"""Which letter answers or follows which: proposed from what letters refer to, from parties, dates and subjects.

A reference decides; without one the nearest earlier letter of the other side is proposed, and a second letter of the
same hand on the same subject. A person confirms, cuts or joins; a cut link is never proposed again.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from assistant.exchange.likeness import similar
from assistant.exchange.parties import answers, follows, tokens
from assistant.model.decision import Decision, LinkDecision, standing
from assistant.model.letter import CORRESPONDENCE
from assistant.model.outline import Outline, PartyNames
from assistant.model.thread import Link

ANSWER_WITHIN_DAYS = 120
FOLLOW_WITHIN_DAYS = 365
_SAME_SUBJECT = 0.5


def link_letters(
    letters: Mapping[str, Outline], decisions: Iterable[Decision] = (), among: Collection[str] | None = None
) -> tuple[Link, ...]:
    """The links among these letters, proposed and confirmed, without those a person has cut.

    With `among` only these letters are compared by parties; the other letters are known all the same.
    """
    proposed: list[Link] = []
    before = _Before()
    for later in sorted(_moves(letters if among is None else among, letters), key=_order):
        proposed += (*_by_reference(later, letters), *_by_parties(later, before, letters))
        before.add(later)
    return _decided(proposed, decisions, letters)


def certain_links(letters: Mapping[str, Outline], decisions: Iterable[Decision] = ()) -> tuple[Link, ...]:
    """Those of the links that rest on what a letter or a person says."""
    said = (link for later in _moves(letters, letters) for link in _by_reference(later, letters))
    return _decided(said, decisions, letters)


class Neighbours:
    """Among many letters the few that may be between the same two as one of them."""

    def __init__(self, letters: Iterable[Outline]) -> None:
        self._letters: defaultdict[PartyNames, list[str]] = defaultdict(list)
        for letter in letters:
            for party in letter.parties:
                self._letters[party].append(letter.id)
        self._parties: defaultdict[str, list[PartyNames]] = defaultdict(list)
        for party in self._letters:
            for token in tokens((party,)):
                self._parties[token].append(party)

    def of(self, letter: Outline) -> set[str]:
        """Ids of the letters that one of its two sides has to do with, the one that writes and receives fewer."""
        sides = (self._alike(letter.parties[:1]), self._alike(letter.recipients))
        fewer = min(sides, key=lambda parties: sum(len(self._letters[party]) for party in parties))
        return {each for party in fewer for each in self._letters[party]}

    def _alike(self, side: Iterable[PartyNames]) -> set[PartyNames]:
        return {party for token in tokens(side) for party in self._parties.get(token, ())}


def _moves(ids: Iterable[str], letters: Mapping[str, Outline]) -> Iterator[Outline]:
    return (letters[each] for each in ids if letters[each].kind in CORRESPONDENCE)


def _decided(
    proposed: Iterable[Link], decisions: Iterable[Decision], letters: Mapping[str, Outline]
) -> tuple[Link, ...]:
    found: dict[tuple[str, str], Link] = {}
    for link in proposed:
        found.setdefault((link.later, link.earlier), link)
    for decision in standing(decisions):
        if isinstance(decision, LinkDecision):
            _decide(found, decision, letters)
    return tuple(found.values())


class _Before:
    """The letters so far, by who takes part in them: a letter is compared with few others, however many there are."""

    def __init__(self) -> None:
        self._letters: list[Outline] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, letter: Outline) -> None:
        for token in tokens(letter.parties):
            self._places[token].append(len(self._letters))
        self._letters.append(letter)

    def between_the_same(self, letter: Outline) -> Iterator[Outline]:
        """Those that may be between the same two, the nearest first."""
        sides = (tokens(filter(None, (letter.sender,))), tokens(letter.recipients))
        known = [[self._places[token] for token in side if token in self._places] for side in sides]
        rarer = min(known, key=lambda places: sum(map(len, places)))
        yield from (self._letters[place] for place in sorted(set(chain(*rarer)), reverse=True))


def _by_reference(later: Outline, letters: Mapping[str, Outline]) -> Iterator[Link]:
    for precedent, quote in later.refers_to:
        earlier = letters.get(precedent)
        if earlier and earlier.kind in CORRESPONDENCE and earlier.id != later.id:
            because = f"It speaks of “{quote}”."
            yield Link(later=later.id, earlier=earlier.id, because=because)


def _by_parties(later: Outline, before: _Before, letters: Mapping[str, Outline]) -> Iterator[Link]:
    """The nearest earlier letter it can answer, else the nearest of the same hand on the same subject."""
    if any(True for _ in _by_reference(later, letters)):
        return
    for earlier in before.between_the_same(later):
        days = (later.day - earlier.day).days if later.day and earlier.day else None
        if days is None or days > FOLLOW_WITHIN_DAYS:
            continue
        if days <= ANSWER_WITHIN_DAYS and answers(later, earlier):
            yield _link(later, earlier, f"Its addressee wrote back {_days(days)} later.")
            return
        if follows(later, earlier) and _on_one_subject(later, earlier):
            yield _link(later, earlier, f"The same person wrote again {_days(days)} later, on the same subject.")
            return


def _decide(found: dict[tuple[str, str], Link], decision: LinkDecision, letters: Mapping[str, Outline]) -> None:
    pair = (decision.later, decision.earlier)
    if not decision.joined:
        found.pop(pair, None)
    elif all(each in letters for each in pair):
        said = f"{decision.by} said so on {decision.at.date().isoformat()}."
        proposed = found.get(pair) or Link(later=decision.later, earlier=decision.earlier, because="")
        because = f"{proposed.because} {said}".strip()
        found[pair] = proposed.model_copy(update={"because": because, "confirmed": True})


def _link(later: Outline, earlier: Outline, because: str) -> Link:
    return Link(later=later.id, earlier=earlier.id, because=because)


def _on_one_subject(one: Outline, other: Outline) -> bool:
    return bool(one.subject and other.subject) and similar(one.subject, [other.subject])[0] >= _SAME_SUBJECT


def _order(letter: Outline) -> tuple[str, str]:
    return (letter.date or "", letter.id)


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"
