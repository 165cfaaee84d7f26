"""Which letter answers or follows which: proposed from what letters refer to, from parties, dates and subjects.

A reference decides; without one the nearest earlier letter of the other side is proposed, and a second letter of the
same hand on the same subject. A person confirms, cuts or joins; a cut link is never proposed again.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.exchange.likeness import similar
from assistant.exchange.parties import answers, follows
from assistant.model.decision import Decision, LinkDecision, standing
from assistant.model.letter import DocumentKind
from assistant.model.precedent import Record
from assistant.model.thread import Link

CORRESPONDENCE = frozenset({DocumentKind.LETTER, DocumentKind.WRITTEN_QUESTION, DocumentKind.ANSWER})
"""Kinds of document that are moves of an exchange; a report or resolution may be spoken of in many."""

ANSWER_WITHIN_DAYS = 120
FOLLOW_WITHIN_DAYS = 365
_SAME_SUBJECT = 0.5


def link_letters(letters: Mapping[str, Record], decisions: Iterable[Decision] = ()) -> tuple[Link, ...]:
    """The links among these letters, proposed and confirmed, without those a person has cut."""
    found: dict[tuple[str, str], Link] = {}
    moves = sorted((one for one in letters.values() if one.kind in CORRESPONDENCE), key=_order)
    for at, later in enumerate(moves):
        for link in (*_by_reference(later, letters), *_by_parties(later, moves[:at], letters)):
            found.setdefault((link.later, link.earlier), link)
    for decision in standing(decisions):
        if isinstance(decision, LinkDecision):
            _decide(found, decision, letters)
    return tuple(found.values())


def _by_reference(later: Record, letters: Mapping[str, Record]) -> Iterator[Link]:
    for reference in later.letter.refers_to:
        earlier = letters.get(reference.precedent or "")
        if earlier and earlier.kind in CORRESPONDENCE and earlier.id != later.id:
            yield _link(later, earlier, f"It speaks of “{' '.join(reference.quote.split())}”.")


def _by_parties(later: Record, before: Sequence[Record], letters: Mapping[str, Record]) -> Iterator[Link]:
    """The nearest earlier letter it can answer, else the nearest of the same hand on the same subject."""
    if any(True for _ in _by_reference(later, letters)):
        return
    for earlier in reversed(before):
        days = _days_between(earlier, later)
        if days is None or days > FOLLOW_WITHIN_DAYS:
            continue
        if days <= ANSWER_WITHIN_DAYS and answers(later.letter, earlier.letter):
            yield _link(later, earlier, f"Its addressee wrote back {_days(days)} later.")
            return
        if follows(later.letter, earlier.letter) and _on_one_subject(later, earlier):
            yield _link(later, earlier, f"The same person wrote again {_days(days)} later, on the same subject.")
            return


def _decide(found: dict[tuple[str, str], Link], decision: LinkDecision, letters: Mapping[str, Record]) -> None:
    pair = (decision.later, decision.earlier)
    if not decision.joined:
        found.pop(pair, None)
    elif all(each in letters for each in pair):
        said = f"{decision.by} said so on {decision.at.date().isoformat()}"
        proposed = found.get(pair)
        because = f"{proposed.because} {said}." if proposed else f"{said}."
        found[pair] = Link(later=decision.later, earlier=decision.earlier, because=because, confirmed=True)


def _link(later: Record, earlier: Record, because: str) -> Link:
    return Link(later=later.id, earlier=earlier.id, because=because)


def _on_one_subject(one: Record, other: Record) -> bool:
    subjects = [letter.subject.text for letter in (one.letter, other.letter) if letter.subject]
    return len(subjects) == 2 and similar(subjects[0], subjects[1:])[0] >= _SAME_SUBJECT


def _days_between(earlier: Record, later: Record) -> int | None:
    days = [_day(record) for record in (earlier, later)]
    return (days[1] - days[0]).days if days[0] and days[1] else None


def _day(record: Record) -> dt.date | None:
    try:
        return dt.date.fromisoformat(record.letter.date.value if record.letter.date else "")
    except ValueError:
        return None  # a month or a year alone orders nothing


def _order(record: Record) -> tuple[str, str]:
    return (record.letter.date.value if record.letter.date else "", record.id)


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"
