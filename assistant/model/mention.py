"""Names, dates, references and amounts as they stand in a text. Knows nothing about how they are found."""

from enum import StrEnum
from typing import Literal, Self, TypeAlias

from pydantic import model_validator

from assistant.model.base import Value
from assistant.model.source import Passage

TaggerName: TypeAlias = Literal["crf", "smart"]
"""The trained models that advise where rules leave names open; “smart” comes with the extra of that name."""


class MentionKind(StrEnum):
    """What a mention names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    DATE = "date"
    LEGAL_REFERENCE = "legal_reference"
    AMOUNT = "amount"


class Quantity(Value):
    """A number with what it counts: `{number: 12000000, unit: "EUR"}`, `{number: 27, unit: "EU Member States"}`."""

    number: float
    unit: str


class Mention(Passage):
    """One occurrence of a name, date, reference or amount."""

    kind: MentionKind
    value: str | Quantity | None = None
    """Dates: ISO 8601 date, month, year or interval "2018-04-14/2018-04-17". Amounts: a quantity."""
    entity: str | None = None
    """The same id for every mention of one person, organisation or place in a record."""
    role: str | None = None
    """People: the role that the text gives beside the name, white space folded."""

    @model_validator(mode="after")
    def _value_fits_kind(self) -> Self:
        if isinstance(self.value, Quantity) and self.kind is not MentionKind.AMOUNT:
            raise ValueError(f"only amounts have a quantity, not a {self.kind}")
        return self
