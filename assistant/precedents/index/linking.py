"""Which precedent an earlier document is that a letter refers to. Answers only when one is certain.

A number decides where there is one. Else kind and day must be those asked for, and the parties too; for what a body
issues (a report, a resolution) the body. Two that fit are none: a wrong link is worse than none.
"""

import sqlite3
from collections.abc import Sequence

from assistant.model.days import exact_day
from assistant.model.letter import DocumentKind, Reference, Referral
from assistant.model.precedent import Precedent
from assistant.precedents.index import referral_tables
from assistant.precedents.index.referral_tables import DocumentRow
from assistant.precedents.index.referrals import Parties, Sought, parties_of, sought_by

_CORRESPONDENCE = {
    "letter": {DocumentKind.LETTER},
    "message": {DocumentKind.LETTER, DocumentKind.OTHER},
    "fax": {DocumentKind.LETTER},
    "question": {DocumentKind.WRITTEN_QUESTION},
    "interpellation": {DocumentKind.WRITTEN_QUESTION},
    "response": {DocumentKind.ANSWER, DocumentKind.LETTER},
}
"""What goes from somebody to somebody, and as which kinds it is filed."""

_ISSUED = {
    "report": {DocumentKind.REPORT},
    "resolution": {DocumentKind.RESOLUTION},
    "statement": {DocumentKind.PRESS_RELEASE},
    "press release": {DocumentKind.PRESS_RELEASE},
}
"""What a body issues."""

_KINDS = _CORRESPONDENCE | _ISSUED
_OFTEN_UNNUMBERED = frozenset({"letter", "message", "fax"})
"""What the one who registers it may give a number that its own words do not hold."""
_MOST_OF_A_DAY = 1_000
"""Documents of one day that are looked through; on a day with more, only numbers tell them apart."""


def linked(connection: sqlite3.Connection, precedent: Precedent) -> Precedent:
    """The same precedent with every reference linked that has none yet and whose document is certain."""
    letter = precedent.record.letter
    if not letter.refers_to:
        return precedent
    parties = parties_of(letter)
    references = tuple(
        reference
        if reference.precedent
        else reference.model_copy(update={"precedent": find(connection, sought, parties, precedent.id)})
        for reference, sought in zip(letter.refers_to, sought_by(precedent), strict=True)
    )
    return precedent.referring(references)


def find(connection: sqlite3.Connection, sought: Sought, parties: Parties, by: str) -> str | None:
    """The one precedent that the letter `by`, between these parties, can mean; None when in doubt."""
    numbered = [
        row for row in referral_tables.numbered(connection, sought.numbers) if row.id != by and _may_be(row, sought)
    ]
    if numbered:
        own = [row for row in numbered if row.own]
        return _only(own or numbered)
    day = _day(sought.date)
    if day is None or sought.what not in _KINDS or (sought.numbers and sought.what not in _OFTEN_UNNUMBERED):
        return None
    rows = referral_tables.documents_of_day(connection, day, _MOST_OF_A_DAY)
    if len(rows) == _MOST_OF_A_DAY:
        return None
    return _only([row for row in rows if row.id != by and _is_sought(connection, row, sought, parties)])


def waiting(connection: sqlite3.Connection, arrived: str) -> tuple[str, ...]:
    """Ids of the letters with a reference that means the document of this id and nothing else here."""
    document = referral_tables.document(connection, arrived)
    if document is None:
        return ()
    by_day = {
        by
        for by, parties, sought in referral_tables.waiting_for_day(connection, document)
        if _is_sought(connection, document, Sought.from_json(sought), Parties.from_json(parties))
    }
    letters = by_day.union(referral_tables.waiting_for_numbers(connection, arrived)) - {arrived}
    return tuple(by for by in sorted(letters) if arrived in _found(connection, by))


def to_be_linked(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Ids of the letters with a reference that has no link and means a document that stands here."""
    return tuple(by for by in referral_tables.waiting_letters(connection) if _found(connection, by) - {None})


def _found(connection: sqlite3.Connection, by: str) -> set[str | None]:
    parties, seeking = referral_tables.sought_of(connection, by)
    return {find(connection, Sought.from_json(sought), Parties.from_json(parties), by) for sought in seeking}


def _is_sought(connection: sqlite3.Connection, row: DocumentRow, sought: Sought, parties: Parties) -> bool:
    if not _may_be(row, sought):
        return False
    if sought.what in _CORRESPONDENCE:
        return _goes_between(row, sought, parties)
    return _is_issued_by(row, sought, parties, referral_tables.head_of(connection, row.id))


def referrals_to(connection: sqlite3.Connection, precedent: str) -> tuple[Referral, ...]:
    """The references linked to a precedent, those of the newest letters first."""
    return _referrals(referral_tables.referring_to(connection, precedent))


def unfilled_referrals(connection: sqlite3.Connection, limit: int) -> tuple[Referral, ...]:
    """The newest references by date or number to documents that are not here."""
    return _referrals(referral_tables.unfilled(connection, limit))


def _referrals(rows: Sequence[tuple[str, str]]) -> tuple[Referral, ...]:
    return tuple(Referral(letter=by, reference=Reference.model_validate_json(kept)) for by, kept in rows)


def _only(rows: Sequence[DocumentRow]) -> str | None:
    ids = {row.id for row in rows}
    return ids.pop() if len(ids) == 1 else None


def _may_be(row: DocumentRow, sought: Sought) -> bool:
    """Whether kind and date, as far as they are known, are those of the document sought."""
    kinds = _KINDS.get(sought.what)
    if row.date and sought.date and not (row.date.startswith(sought.date) or sought.date.startswith(row.date)):
        return False
    return kinds is None or row.kind in kinds


def _goes_between(row: DocumentRow, sought: Sought, parties: Parties) -> bool:
    """Whether it was written by one of the two to the other, by the one who is named when one is."""
    theirs = Parties.from_json(row.parties)
    ours = _meet(theirs.senders, parties.senders) and _meet(theirs.recipients, parties.recipients)
    yours = _meet(theirs.senders, parties.recipients) and _meet(theirs.recipients, parties.senders)
    return {"sender": ours, "recipient": yours}.get(sought.written_by or "", ours or yours)


def _meet(some: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]]) -> bool:
    return any(_is_same_party(one, other) for one in some for other in others)


def _is_same_party(one: tuple[str, str], other: tuple[str, str]) -> bool:
    (name, organisation), (other_name, other_organisation) = one, other
    if name and other_name:
        words, other_words = set(name.split()), set(other_name.split())
        return words <= other_words or other_words <= words
    return bool(organisation) and organisation == other_organisation


def _is_issued_by(row: DocumentRow, sought: Sought, parties: Parties, head: str) -> bool:
    """Whether the body named beside the reference, or the sender of “our report”, issued it."""
    theirs = Parties.from_json(row.parties)
    if sought.written_by == "sender":
        return _meet(theirs.senders, parties.senders)
    issuers = {organisation for _, organisation in theirs.senders if organisation}
    named = any(f" {issuer} " in f" {sought.words} " for issuer in issuers)
    return named or any(body in issuers or f" {body} " in head for body in sought.bodies)


def _day(written: str | None) -> int | None:
    day = exact_day(written)  # a month or a year tells no document from the others
    return day.toordinal() if day else None
