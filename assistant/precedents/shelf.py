"""What the rest of the program knows about the place where precedents are kept.

Nothing above this package may know that records are files: a second shelf, on a database, has to fit behind `Shelf`.
"""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from assistant.model.base import Value
from assistant.model.letter import Referral
from assistant.model.outline import Outline
from assistant.model.person import MergeProposal, Person
from assistant.model.precedent import Extraction, Precedent
from assistant.model.search import DatedFacts, NamedIn, NamedOften, SearchResult
from assistant.model.source import Source


class Filed(Value):
    """The outcome of filing: under which id, and whether the same bytes had been filed before."""

    id: str
    duplicate: bool = False


class Shelved(Value):
    """A precedent and the mark of the record it was read from, to be given back to `replace`."""

    precedent: Precedent
    seen: str
    """SHA-256 of the record as it stood."""


class Shelf(Protocol):
    """A place where precedents are kept and found again."""

    def put(self, extraction: Extraction, source: Source, original: bytes, suffix: str) -> Filed:
        """File a document with its original bytes; `suffix` is that of the original's file name (".pdf").

        The same bytes are never filed twice. Raises StorageError when they cannot be kept: then nothing is.
        """

    def restore(self, precedent: Precedent, original: bytes | None) -> Filed:
        """File a document that was filed elsewhere, as it is and under its own id; what is known is left alone.

        Raises TakenIdError when another document has this id, StorageError.
        """

    def get(self, precedent: str) -> Shelved:
        """The precedent of this id. Raises UnknownPrecedentError with the nearest ids, DamagedRecordError."""

    def replace(self, precedent: Precedent, seen: str) -> str:
        """Put a new record, for the same text, in place of the one marked `seen`; gives the new mark.

        Raises ExternallyChangedError when record or text are others by now.
        """

    def ids(self) -> tuple[str, ...]:
        """Ids of everything filed, in order; also of records that are damaged, which `get` will refuse."""

    def original(self, precedent: str) -> Path:
        """A file that holds the original. Raises UnknownPrecedentError, UnreadableFileError when it is gone."""

    def search(self, query: str, limit: int = 20) -> SearchResult:
        """The best `limit` precedents for a line of the query language (precedents/query.py), any line at all."""

    def facts(self, query: str, letters: int = 500) -> DatedFacts:
        """The facts that answer a line of the query language, in order of date; rejected ones only for `status:`.

        Looks through the newest `letters` that answer. As in a search every word must stand in the quotation or its
        speaker's name, `person:` and `place:` in what the fact names, while `from:`, `to:`, `kind:`, `before:` … are
        asked of the letter; `person:"Askar Shakirov"` gives what he said and what was said about him.
        """

    def named(self, name: str, letters: int = 500) -> tuple[NamedIn, ...]:
        """How the newest `letters` that name somebody so, in any spelling, do it, with the roles they give.

        The earliest first; a surname alone finds everybody who has it.
        """

    def named_most(self, words: str, limit: int) -> tuple[NamedOften, ...]:
        """Whom most letters name, of all in whose name every one of the words begins a word; no words, everybody."""

    def outlines(self, since: date, also: Collection[str] = ()) -> tuple[Outline, ...]:
        """Who wrote what to whom, from a day on: letters with what they ask, promise and refer to.

        With them come letters without a date, older ones with a promise for such a day, those whose ids are in `also`,
        and whatever all these refer to.
        """

    def referring_to(self, precedent: str) -> tuple[Referral, ...]:
        """The references that are linked to this precedent, those of the newest letters first."""

    def unfilled(self, limit: int) -> tuple[Referral, ...]:
        """The newest `limit` references that give a date or number and whose document is not here."""

    def merge_proposals(self, people: Sequence[Person]) -> tuple[MergeProposal, ...]:
        """Who of those named in the letters may be one person, or one of the `people` known, with the reasons."""

    def is_named(self, name: str) -> bool:
        """Whether a letter names somebody so, letter for letter, in the fullest form it gives."""

    def changes(self) -> int:
        """Bring the index up to what stands on disk; how many records were read anew."""
