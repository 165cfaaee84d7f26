"""What an office gives away and takes in: documents with their records, persons, decisions, one piece after another.

Whatever form they travel in, these are what goes out and what must come back unchanged.
"""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, TypeAdapter, model_validator

from assistant.model.base import Value
from assistant.model.decision import Decision
from assistant.model.person import Person
from assistant.model.precedent import Precedent, Record


class DocumentPiece(Value):
    """A document: its record, the text the record counts, and on wish the original bytes."""

    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    piece: Literal["document"] = "document"
    record: Record
    text: str
    original: bytes | None = None

    @model_validator(mode="after")
    def _is_grounded(self) -> Self:
        _ = self.precedent
        return self

    @property
    def precedent(self) -> Precedent:
        """Record and text, every span compared."""
        return Precedent(record=self.record, text=self.text)


class PersonPiece(Value):
    """A person."""

    piece: Literal["person"] = "person"
    person: Person


class DecisionPiece(Value):
    """Something somebody decided."""

    piece: Literal["decision"] = "decision"
    decision: Decision


Piece = Annotated[DocumentPiece | PersonPiece | DecisionPiece, Field(discriminator="piece")]

_PIECE: TypeAdapter[Piece] = TypeAdapter(Piece)


def piece_as_json(piece: Piece) -> bytes:
    """One line of JSON in UTF-8, without a line end."""
    return _PIECE.dump_json(piece, by_alias=True, exclude_none=True)


def piece_from_json(data: bytes | str) -> Piece:
    """The reverse of `piece_as_json`; raises ValidationError."""
    return _PIECE.validate_json(data)
