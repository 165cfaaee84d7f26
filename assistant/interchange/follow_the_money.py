"""Pieces as entities of FollowTheMoney, the data model of Aleph and its kin, and back.

Each document is a Document, each fact a Note on it, each name a Mention, each person a Person. The model knows no
spans: ours stand as JSON in the property “notes”, so that what is read back is exactly what went out. Notes of facts
and mentions are for other tools; reading back needs those of documents, persons and decisions alone.
Source: https://followthemoney.tech/explorer/, version 4.11.
"""

import json
from collections.abc import Iterator
from typing import Any

from assistant.interchange.pieces import (
    DecisionPiece,
    DocumentPiece,
    PersonPiece,
    Piece,
    piece_as_json,
    piece_from_json,
)
from assistant.model.fact import Fact
from assistant.model.mention import Mention, MentionKind
from assistant.model.precedent import Record

Entity = dict[str, Any]

_LANGUAGES = {"en": "eng", "fr": "fra", "de": "deu", "pl": "pol", "it": "ita", "es": "spa"}
"""FollowTheMoney writes ISO 639-3."""

_SCHEMAS = {MentionKind.PERSON: "Person", MentionKind.ORGANISATION: "Organization"}
_CARRIERS = {"Document", "Person", "Note"}


def entities_of(piece: Piece) -> Iterator[Entity]:
    """The entities a piece makes."""
    match piece:
        case DocumentPiece(record=record):
            yield _document(piece)
            yield from (_fact(record, fact) for fact in record.facts)
            named = [mention for mention in record.mentions if mention.kind in _SCHEMAS]
            yield from (_mention(record, number, mention) for number, mention in enumerate(named, 1))
        case PersonPiece():
            yield _person(piece)
        case DecisionPiece(decision=decision):
            name = "-".join(("decision", *decision.subject, decision.by, decision.at.isoformat()))
            yield _entity(name, "Note", name=decision.about, notes=_carried(piece))


def piece_of(entity: Entity) -> Piece | None:
    """The piece an entity carries; None for the others. Raises ValidationError for a damaged one."""
    notes = entity.get("properties", {}).get("notes", []) if entity.get("schema") in _CARRIERS else []
    return piece_from_json(notes[0]) if notes and notes[0].startswith('{"piece":') else None


def _document(piece: DocumentPiece) -> Entity:
    record, letter = piece.record, piece.record.letter
    return _entity(
        record.id,
        "Document",
        fileName=record.source.name,
        title=letter.subject.text if letter.subject else record.id,
        date=_day(letter.written) if letter.written else None,
        author=letter.sender_name or None,
        language=_LANGUAGES.get(record.language),
        mimeType=record.source.media_type,
        bodyText=piece.text,
        notes=_carried(piece),
    )


def _fact(record: Record, fact: Fact) -> Entity:
    span = {"start": fact.start, "end": fact.end, "block": fact.block, "page": fact.page, "date": fact.date}
    return _entity(
        f"{record.id}.{fact.id}",
        "Note",
        entity=record.id,
        name=f"{fact.act.value}: {fact.speaker}" if fact.speaker else fact.act.value,
        description=fact.quote,
        summary=f"{fact.review.value}; {' '.join(f'{link.name} {link.act};' for link in fact.by)}".rstrip("; "),
        notes=json.dumps({"span": span}, ensure_ascii=False),
    )


def _mention(record: Record, number: int, mention: Mention) -> Entity:
    return _entity(
        f"{record.id}.m{number}",
        "Mention",
        document=record.id,
        name=mention.words,
        detectedSchema=_SCHEMAS[mention.kind],
    )


def _person(piece: PersonPiece) -> Entity:
    person = piece.person
    return _entity(
        f"person.{person.id}",
        "Person",
        person.aliases,
        name=person.name,
        position="; ".join(role.title for role in person.roles) or None,
        email=person.email,
        gender=person.gender,
        notes=_carried(piece),
    )


def _entity(identity: str, schema: str, alias: tuple[str, ...] = (), **properties: str | None) -> Entity:
    said = {key: [value] for key, value in properties.items() if value} | {"alias": list(alias)}
    shown = {key: seen for key, values in said.items() if (seen := [value for value in values if _is_seen(value)])}
    return {"id": identity, "schema": schema, "properties": shown}


def _is_seen(value: str) -> bool:
    """Whether any of it shows on paper: FollowTheMoney refuses a name that is but a soft hyphen."""
    return any(letter.isprintable() and not letter.isspace() for letter in value)


def _carried(piece: Piece) -> str:
    return piece_as_json(piece).decode("utf-8")


def _day(value: str) -> str:
    """An ISO date or part of one; of an interval its beginning."""
    return value.split("/", 1)[0]
