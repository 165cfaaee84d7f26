"""The parts of a letter as they stand on the page: date line, parties, salutation, closing, documents referred to."""

import datetime as dt
from enum import StrEnum
from typing import Literal

from assistant.model.base import Value
from assistant.model.days import exact_day
from assistant.model.source import Passage


class DocumentKind(StrEnum):
    """What a document is."""

    LETTER = "letter"
    WRITTEN_QUESTION = "written_question"
    ANSWER = "answer"
    REPORT = "report"
    PRESS_RELEASE = "press_release"
    RESOLUTION = "resolution"
    OTHER = "other"


CORRESPONDENCE = frozenset({DocumentKind.LETTER, DocumentKind.WRITTEN_QUESTION, DocumentKind.ANSWER})
"""Kinds of document that are moves of an exchange; a report or resolution may be spoken of in many."""


class DatedPassage(Passage):
    """Words that name a date, with its ISO 8601 value."""

    value: str


class Party(Value):
    """A sender or an addressee: passages of the document."""

    name: Passage | None = None
    role: Passage | None = None
    organisation: Passage | None = None
    address: tuple[Passage, ...] = ()
    """Postal lines, in order."""

    @property
    def display(self) -> str:
        """The name, else the organisation, white space folded; empty for nobody."""
        best = self.name or self.organisation
        return best.words if best else ""


Author = Literal["sender", "recipient"]


class Reference(Value):
    """An earlier document the text refers to."""

    what: str
    """letter, report, resolution, question, statement, decision …"""
    quote: str
    start: int
    end: int
    date: str | None = None
    """ISO 8601 date of that document."""
    written_by: Author | None = None
    """Whose it is, where the text says so: “my letter” is the sender's, “your letter” the recipient's."""
    precedent: str | None = None
    """Its id, when the office has it."""


class Letter(Value):
    """The anatomy of a document; every part may be missing."""

    date: DatedPassage | None = None
    place: Passage | None = None
    reference: Passage | None = None
    subject: Passage | None = None
    sender: Party | None = None
    recipients: tuple[Party, ...] = ()
    salutation: Passage | None = None
    closing: Passage | None = None
    refers_to: tuple[Reference, ...] = ()

    @property
    def written(self) -> str | None:
        """ISO 8601, the date it bears."""
        return self.date.value if self.date else None

    @property
    def day(self) -> dt.date | None:
        """The day it bears; None where only a month or a year is known."""
        return exact_day(self.written)

    @property
    def sender_name(self) -> str:
        """Who wrote it, as it is displayed; empty when nobody is known."""
        return self.sender.display if self.sender else ""

    @property
    def answers(self) -> Reference | None:
        """The document this one answers: the first called its recipient's, else the first letter that is nobody's."""
        theirs = [reference for reference in self.refers_to if reference.written_by == "recipient"]
        unsaid = [one for one in self.refers_to if one.what == "letter" and one.written_by is None]
        return next(iter((*theirs, *unsaid)), None)


class Referral(Value):
    """A reference, and the letter that makes it."""

    letter: str
    """Id of the letter that refers to the document."""
    reference: Reference
