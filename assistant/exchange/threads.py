"""Threads: the letters of an exchange in order, with the gaps where one is spoken of and not there.

What belongs together is told by links.py; here it is put in order for people to read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from assistant.exchange.links import link_letters
from assistant.model.decision import Decision
from assistant.model.letter import CORRESPONDENCE, Letter, Party, Reference
from assistant.model.outline import outline_of
from assistant.model.precedent import Record
from assistant.model.thread import Link, Move, Thread

_CAN_BE_MISSING = frozenset({"letter", "question", "message", "interpellation", "fax"})

IsOurs = Callable[[Party | None], bool]
"""Whether a sender is the office itself."""


def threads_of(
    letters: Mapping[str, Record], is_ours: IsOurs, decisions: Iterable[Decision] = ()
) -> tuple[Thread, ...]:
    """All threads among these letters, the one with the newest letter first; a letter alone is a thread too."""
    links = [*link_letters({each: outline_of(record) for each, record in letters.items()}, decisions)]
    moves = {record.id: _move(record, is_ours) for record in letters.values() if record.kind in CORRESPONDENCE}
    for gap, link in _gaps(letters, is_ours):
        moves.setdefault(gap.id, gap)
        links.append(link)
    groups = _connected(list(moves), links)
    threads = [_thread([moves[each] for each in group], links) for group in groups]
    return tuple(sorted(threads, key=lambda thread: (thread.moves[-1].date or "", thread.id), reverse=True))


def _thread(moves: list[Move], links: list[Link]) -> Thread:
    ids = {move.id for move in moves}
    ordered = sorted(moves, key=lambda move: (move.date or "", not move.is_gap, move.id))
    return Thread(moves=tuple(ordered), links=tuple(link for link in links if link.later in ids))


def _move(record: Record, is_ours: IsOurs) -> Move:
    letter = record.letter
    return Move(
        id=record.id,
        date=letter.written,
        sender=letter.sender_name,
        recipients=", ".join(filter(None, (party.display for party in letter.recipients))),
        subject=letter.subject.words if letter.subject else "",
        ours=is_ours(letter.sender),
    )


def _gaps(letters: Mapping[str, Record], is_ours: IsOurs) -> Iterator[tuple[Move, Link]]:
    """Letters between the two that somebody dates, and nobody has; one gap for all that speak of it."""
    known: dict[tuple[str, str, str], Move] = {}
    for record in letters.values():
        for reference in record.letter.refers_to if record.kind in CORRESPONDENCE else ():
            if reference.precedent is None and reference.date and reference.what in _CAN_BE_MISSING:
                if reference.written_by is None:
                    continue
                gap = _gap(record, reference, is_ours)
                gap = known.setdefault((gap.date or "", gap.sender, gap.recipients), gap)
                because = f"It speaks of “{' '.join(reference.quote.split())}”, which is not in this office."
                yield gap, Link(later=record.id, earlier=gap.id, because=because)


def _gap(record: Record, reference: Reference, is_ours: IsOurs) -> Move:
    author, addressee = _who(record.letter, reference)
    return Move(
        id=f"{record.id}~{reference.date}",
        date=reference.date,
        sender=author.display if author else "",
        recipients=addressee.display if addressee else "",
        ours=is_ours(author),
        known_from=" ".join(reference.quote.split()),
    )


def _who(letter: Letter, reference: Reference) -> tuple[Party | None, Party | None]:
    """Author and addressee of the document referred to: “your letter” was written by the addressee of this one."""
    recipient = letter.recipients[0] if letter.recipients else None
    return (recipient, letter.sender) if reference.written_by == "recipient" else (letter.sender, recipient)


def _connected(ids: list[str], links: list[Link]) -> list[list[str]]:
    """Groups of letters that hang together, by union of what is linked."""
    head = {each: each for each in ids}

    def find(each: str) -> str:
        while head[each] != each:
            head[each] = head[head[each]]
            each = head[each]
        return each

    for link in links:
        if link.later in head and link.earlier in head:
            head[find(link.later)] = find(link.earlier)
    groups: dict[str, list[str]] = {}
    for each in ids:
        groups.setdefault(find(each), []).append(each)
    return list(groups.values())
