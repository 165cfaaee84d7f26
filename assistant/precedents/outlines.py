"""The outline of a letter as the index keeps it, so that an agenda opens no letter. Knows no SQL."""

import json
import sqlite3
from collections.abc import Collection
from datetime import date

from assistant.model.letter import DocumentKind
from assistant.model.outline import Outline, PartyNames, Said
from assistant.precedents import move_tables
from assistant.precedents.move_tables import MoveRow


def pack(outline: Outline) -> str:
    """What is kept of an outline: whatever stands in no column of the letter."""
    parties = [outline.sender, outline.recipients]
    said = [outline.asks, outline.promises]
    kept = [outline.number, *parties, outline.refers_to, outline.is_reply, *said]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def latest_promise(outline: Outline) -> str:
    """The latest day, month or year that a promise names; empty when none does."""
    return max((promise.date.rsplit("/", 1)[-1] for promise in outline.promises), default="")


def outlines(connection: sqlite3.Connection, since: date, also: Collection[str]) -> tuple[Outline, ...]:
    """The letters from a day on and those asked for besides, with what all these refer to; see `Shelf.outlines`."""
    rows = (*move_tables.moves_since(connection, since), *move_tables.moves_of(connection, also))
    found = {row.id: _unpack(row) for row in rows}
    referred = {precedent for each in found.values() for precedent, _ in each.refers_to} - found.keys()
    return (*found.values(), *map(_unpack, move_tables.moves_of(connection, referred)))


def _unpack(row: MoveRow) -> Outline:
    number, sender, recipients, refers_to, is_reply, asks, promises = json.loads(row.outline)
    return Outline(
        id=row.id,
        kind=DocumentKind(row.kind),
        language=row.language,
        date=row.date,
        subject=row.subject,
        number=number,
        sender=PartyNames(*sender) if sender else None,
        recipients=tuple(PartyNames(*party) for party in recipients),
        refers_to=tuple((each, quote) for each, quote in refers_to),
        is_reply=is_reply,
        asks=tuple(Said(*said) for said in asks),
        promises=tuple(Said(*said) for said in promises),
    )
