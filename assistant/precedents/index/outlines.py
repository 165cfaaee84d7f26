"""The outline of a letter as the index keeps it, so that an agenda opens no letter. Knows no SQL."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from assistant.model.letter import DocumentKind
from assistant.model.outline import Outline, PartyNames, Said
from assistant.precedents.index import move_tables

_KINDS = {kind.value: kind for kind in DocumentKind}


def pack(outline: Outline) -> str:
    """What is kept of an outline."""
    return json.dumps(outline, ensure_ascii=False, separators=(",", ":"))


def latest_promise(outline: Outline) -> str:
    """The latest day, month or year that a promise names; empty when none does."""
    return max((promise.date.rsplit("/", 1)[-1] for promise in outline.promises), default="")


def outlines(connection: sqlite3.Connection, since: date, also: Collection[str]) -> tuple[Outline, ...]:
    """The letters from a day on and those asked for besides, with what all these refer to; see `Shelf.outlines`."""
    kept = (*move_tables.outlines_since(connection, since), *move_tables.outlines_of(connection, also))
    found = {outline.id: outline for outline in _unpacked(kept)}
    referred = {precedent for each in found.values() for precedent, _ in each.refers_to} - found.keys()
    return (*found.values(), *_unpacked(move_tables.outlines_of(connection, referred)))


def _unpacked(kept: Sequence[str]) -> Iterator[Outline]:
    """The outlines again; read in one piece, which takes half the time of thousands."""
    yield from map(_unpack, json.loads(f"[{','.join(kept)}]"))


def _unpack(kept: list[Any]) -> Outline:
    precedent, kind, language, date, subject, number, sender, recipients, refers_to, is_reply, asks, promises = kept
    return Outline(
        id=precedent,
        kind=_KINDS[kind],
        language=language,
        date=date,
        subject=subject,
        number=number,
        sender=PartyNames._make(sender) if sender else None,
        recipients=tuple(map(PartyNames._make, recipients)),
        refers_to=tuple(map(tuple, refers_to)),
        is_reply=is_reply,
        asks=tuple(map(Said._make, asks)),
        promises=tuple(map(Said._make, promises)),
    )
