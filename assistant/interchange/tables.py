"""Pieces as tables for spreadsheets (RFC 4180): documents, facts, mentions, persons, decisions, a table each.

What people want to sort by stands in columns of its own; what only the program needs stands as JSON in the last one.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from assistant.interchange.cells import read_cell, write_cell
from assistant.interchange.pieces import (
    DecisionPiece,
    DocumentPiece,
    PersonPiece,
    Piece,
    piece_as_json,
    piece_from_json,
)
from assistant.model.mention import MentionKind
from assistant.model.precedent import Record

_FACT = ("id", "act", "quote", "start", "end", "block", "page", "context", "date", "review", "because", "note")
_FACT_LISTS = ("by", "people", "places")
_MENTION = ("kind", "text", "start", "end", "entity", "role")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": ("id", "kind", "language", "date", "sender", "recipients", "subject", "text", "original", "record"),
    "facts": ("document", *_FACT, *_FACT_LISTS),
    "mentions": ("document", *_MENTION, "value"),
    "people": ("id", "name", "aliases", "email", "record"),
    "decisions": ("about", "by", "at", "record"),
}
"""The tables and their columns, in order."""

Row = tuple[str, ...]


def rows_of(piece: Piece) -> Iterator[tuple[str, Row]]:
    """The rows a piece makes, each with the name of its table."""
    match piece:
        case DocumentPiece():
            yield from _rows_of_document(piece)
        case PersonPiece(person=person):
            shown = (person.id, person.name, "; ".join(person.aliases), person.email)
            yield "people", tuple(map(write_cell, (*shown, _json(piece))))
        case DecisionPiece(decision=decision):
            when = (decision.about, decision.by, decision.at.isoformat())
            yield "decisions", tuple(map(write_cell, (*when, _json(piece))))


def pieces_of(tables: Mapping[str, Iterable[Row]]) -> Iterator[Piece]:
    """The pieces that rows were made of; the rows of a document's facts follow each other as they were written.

    Raises KeyError, ValueError for rows of another form.
    """
    facts, mentions = _Following(tables["facts"]), _Following(tables["mentions"])
    for row in tables["documents"]:
        yield _document(dict(zip(COLUMNS["documents"], map(read_cell, row), strict=True)), facts, mentions)
    for table in ("people", "decisions"):
        for row in tables[table]:
            yield piece_from_json(read_cell(row[-1]) or "")


def _rows_of_document(piece: DocumentPiece) -> Iterator[tuple[str, Row]]:
    data = json.loads(piece_as_json(piece))
    record = data["record"]
    facts, mentions = record.pop("facts", []), record.pop("mentions", [])
    yield "documents", _row("documents", {**_shown(piece.record), **data, "record": record})
    for fact in facts:
        yield "facts", _row("facts", {"document": piece.record.id, **fact})
    for mention in mentions:
        yield "mentions", _row("mentions", {"document": piece.record.id, **_flat(mention)})


def _shown(record: Record) -> dict[str, str | None]:
    letter = record.letter
    return {
        "id": record.id,
        "kind": record.kind.value,
        "language": record.language,
        "date": letter.written,
        "sender": letter.sender_name or None,
        "recipients": "; ".join(party.display for party in letter.recipients),
        "subject": letter.subject.text if letter.subject else None,
    }


def _row(table: str, values: Mapping[str, Any]) -> Row:
    return tuple(write_cell(_text(values.get(column))) for column in COLUMNS[table])


def _text(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _json(piece: Piece) -> str:
    return piece_as_json(piece).decode("utf-8")


def _document(cells: Mapping[str, str | None], facts: "_Following", mentions: "_Following") -> Piece:
    record = json.loads(cells["record"] or "")
    name = record["id"]
    record["facts"] = [_values("facts", row, {*_FACT_LISTS, "start", "end", "block", "page"}) for row in facts.of(name)]
    record["mentions"] = [_mention(_values("mentions", row, {"start", "end"})) for row in mentions.of(name)]
    data = {"piece": "document", "record": record, "text": cells["text"] or "", "original": cells["original"]}
    return piece_from_json(json.dumps({key: value for key, value in data.items() if value is not None}))


def _values(table: str, row: Row, as_json: set[str]) -> dict[str, Any]:
    cells = dict(zip(COLUMNS[table][1:], map(read_cell, row[1:]), strict=True))
    return {
        column: json.loads(cell) if column in as_json else cell for column, cell in cells.items() if cell is not None
    }


def _flat(mention: dict[str, Any]) -> dict[str, Any]:
    """Of an amount, number and unit are one cell of JSON; the value of a date is the text it is."""
    is_amount = mention["kind"] == MentionKind.AMOUNT and "value" in mention
    return mention | {"value": json.dumps(mention["value"], ensure_ascii=False)} if is_amount else mention


def _mention(values: dict[str, Any]) -> dict[str, Any]:
    is_amount = values["kind"] == MentionKind.AMOUNT and "value" in values
    return values | {"value": json.loads(values["value"])} if is_amount else values


class _Following:
    """Rows of a table that belong to one document after another."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = iter(rows)
        self._next: Row | None = next(self._rows, None)

    def of(self, document: str) -> Iterator[Row]:
        """The rows of a document, which are the next."""
        while self._next is not None and read_cell(self._next[0]) == document:
            yield self._next
            self._next = next(self._rows, None)
