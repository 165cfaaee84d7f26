"""The outline of a letter as the index keeps it, so that an agenda opens no letter. Knows no SQL."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from assistant.model.letter import DocumentKind
from assistant.model.outline import Outline, PartyNames, Said
from assistant.precedents import move_tables
from assistant.precedents.move_tables import MoveRow

_KINDS = {kind.value: kind for kind in DocumentKind}


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
    found = {outline.id: outline for outline in _unpacked(rows)}
    referred = {precedent for each in found.values() for precedent, _ in each.refers_to} - found.keys()
    return (*found.values(), *_unpacked(move_tables.moves_of(connection, referred)))


def _unpacked(rows: Sequence[MoveRow]) -> Iterator[Outline]:
    """The outlines of rows; read in one piece, which takes half the time of thousands."""
    kept = json.loads(f"[{','.join(row.outline for row in rows)}]")
    yield from map(_unpack, rows, kept)


def _unpack(row: MoveRow, kept: list[Any]) -> Outline:
    number, sender, recipients, refers_to, is_reply, asks, promises = kept
    return Outline(
        id=row.id,
        kind=_KINDS[row.kind],
        language=row.language,
        date=row.date,
        subject=row.subject,
        number=number,
        sender=PartyNames._make(sender) if sender else None,
        recipients=tuple(map(PartyNames._make, recipients)),
        refers_to=tuple(map(tuple, refers_to)),
        is_reply=is_reply,
        asks=tuple(map(Said._make, asks)),
        promises=tuple(map(Said._make, promises)),
    )
