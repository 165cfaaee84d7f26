"""The agenda of a day: what waits, what was promised and what is begun, by urgency.

It sorts and counts what entries.py makes of letters, decisions and drafts; it reads nothing and keeps nothing.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.exchange.entries import Begun, Counting, Entry, Rules, drafts, has_priority, promises
from assistant.exchange.quota import quota
from assistant.exchange.waiting import Exchanges
from assistant.model.agenda import Agenda, AgendaItem, Quota
from assistant.model.decision import Decision, PromiseDecision
from assistant.model.letter import DocumentKind
from assistant.model.outline import Outline

_SUNDAY = 6


class Span(NamedTuple):
    """Of which day, and how much."""

    today: dt.date
    since: dt.date
    """Letters of days before do not wait any more."""
    limit: int
    """Lines of each group; of the late ones those that became so last."""


def make_agenda(
    letters: Iterable[Outline], decisions: Sequence[Decision], begun: Sequence[Begun], rules: Rules, span: Span
) -> Agenda:
    """The agenda over these letters and drafts; `decisions` are those that hold."""
    known = {letter.id: letter for letter in letters}
    entries = list(_entries(known, decisions, begun, rules, span))
    late, this_week, later = _grouped(entries, span.today)
    shown = (late[-span.limit :], this_week[: span.limit], later[: span.limit])
    return Agenda(
        today=span.today,
        since=span.since,
        late=_items(shown[0]),
        this_week=_items(shown[1]),
        later=_items(shown[2]),
        left_out=len(entries) - sum(map(len, shown)),
        quota=_quota(known.values(), rules, span.today),
    )


def _entries(
    letters: Mapping[str, Outline],
    decisions: Sequence[Decision],
    begun: Sequence[Begun],
    rules: Rules,
    span: Span,
) -> Iterator[Entry]:
    taken_up = defaultdict[str, list[Begun]](list)
    for draft in begun:
        taken_up[draft.answering].append(draft)
    us = rules.parties_of_us(letters.values())
    ours = {letter.id for letter in letters.values() if letter.sender in us}
    to_us = {letter.id for letter in letters.values() if not us.isdisjoint(letter.recipients)} - ours
    counting, exchanges = Counting(rules, ours), Exchanges(letters, decisions, ours)
    waits = {
        letter.id: counting.entry(letter, taken_up.get(letter.id, ()), exchanges.perhaps)
        for letter in exchanges.waiting()
        if (letter.id in ours or letter.id in to_us) and ((day := letter.day) is None or day >= span.since)
    }
    decided = {decision.promise: decision for decision in decisions if isinstance(decision, PromiseDecision)}
    yield from waits.values()
    yield from promises((one for one in letters.values() if one.id in to_us), decided, span.since)
    yield from drafts(begun, waits, letters.values(), span.today)


def _quota(letters: Iterable[Outline], rules: Rules, today: dt.date) -> Quota | None:
    questions = [letter for letter in letters if letter.kind is DocumentKind.WRITTEN_QUESTION]
    us = rules.parties_of_us(questions)
    tabled = [(one.day, has_priority(one)) for one in questions if one.day and one.sender in us]
    clock = quota(today, (day for day, _ in tabled), (day for day, priority in tabled if priority))
    return clock if clock.used else None


def _items(entries: Sequence[Entry]) -> tuple[AgendaItem, ...]:
    return tuple(entry.write() for entry in entries)


def _grouped(entries: Sequence[Entry], today: dt.date) -> tuple[list[Entry], list[Entry], list[Entry]]:
    """Late, this week, later: by their day; behind them what has none, the newest first."""
    sunday = today + dt.timedelta(days=_SUNDAY - today.weekday())
    dated = sorted((entry.due, entry.since, at) for at, entry in enumerate(entries) if entry.due)
    undated = sorted((entry for entry in entries if entry.due is None), key=lambda entry: entry.since, reverse=True)
    late = [entries[at] for due, _, at in dated if due < today]
    this_week = [entries[at] for due, _, at in dated if today <= due <= sunday]
    return late, this_week, [*(entries[at] for due, _, at in dated if due > sunday), *undated]
