"""The shelf of precedents as a folder of plain files: the files are the truth, the index beside them a cache.

Here everything a `Shelf` must do is handed to the module that does it. Imports wait until they are needed: a search
must not pay for records, locks and whatever else filing takes.
"""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import UnknownPrecedentError, UnreadableFileError
from assistant.precedents.index import people_tables, tables
from assistant.precedents.index.index import Index, Outcome
from assistant.precedents.index.refresh import refresh
from assistant.precedents.layout import LOCK_FILE, Place, is_id, originals, place_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from assistant.model.letter import Referral
    from assistant.model.outline import Outline
    from assistant.model.person import MergeProposal, Person
    from assistant.model.precedent import Extraction, Precedent
    from assistant.model.search import DatedFacts, NamedIn, NamedOften, SearchResult
    from assistant.model.source import Source
    from assistant.precedents.desk import Desk
    from assistant.precedents.shelf import Filed, Shelved

_NEAREST = 5


class FileShelf:
    """A `Shelf` on the folder `precedents`, with its index and lock in the folder `cache` (<office>/.assistant)."""

    def __init__(self, precedents: Path, cache: Path) -> None:
        self._precedents = precedents
        self._lock = cache / LOCK_FILE
        self._index = Index(cache)

    def put(self, extraction: "Extraction", source: "Source", original: bytes, suffix: str) -> "Filed":
        """File a document; see `Shelf.put`. Raises OfficeBusyError when somebody else is filing for long."""
        from assistant.precedents.filing import Filing, file_document

        return file_document(Filing(extraction, source, original, suffix), self._desk())

    def restore(self, precedent: "Precedent", original: bytes | None) -> "Filed":
        """Take in a document filed elsewhere; see `Shelf.restore`."""
        from assistant.precedents.restoring import restore

        return restore(precedent, original, self._desk())

    def get(self, precedent: str) -> "Shelved":
        """The precedent of this id, compared with its text; see `Shelf.get`."""
        from assistant.precedents.records import read_precedent
        from assistant.precedents.shelf import Shelved

        found, seen = read_precedent(self._place(precedent))
        return Shelved(precedent=found, seen=seen)

    def replace(self, precedent: "Precedent", seen: str) -> str:
        """Put a new record in place of the one seen; see `Shelf.replace`."""
        from assistant.precedents.filing import replace_record

        self._place(precedent.id)
        return replace_record(precedent, seen, self._desk())

    def ids(self) -> tuple[str, ...]:
        """Ids of everything filed; see `Shelf.ids`."""
        return self._ask(tables.known_ids)

    def original(self, precedent: str) -> Path:
        """The file the document was read from; see `Shelf.original`."""
        from assistant.precedents.records import read_record

        place = self._place(precedent)
        record, _ = read_record(place)
        expected = place.original(Path(record.source.name).suffix)
        found = expected if expected.is_file() else next(iter(originals(place)), None)
        if found is None:
            raise UnreadableFileError(expected, "the original is missing", "Put it back from a copy.")
        return found

    def search(self, query: str, limit: int = 20) -> "SearchResult":
        """The best letters for a line of the query language; see `Shelf.search`."""
        from assistant.precedents.index.answer import answer

        return self._index.use(lambda index: answer(index, self._precedents, query, limit))

    def facts(self, query: str, letters: int = 500) -> "DatedFacts":
        """Facts in order of date; see `Shelf.facts`."""
        from assistant.precedents.index.chronicle import dated_facts

        return self._index.use(lambda index: dated_facts(index, self._precedents, query, letters))

    def named(self, name: str, letters: int = 500) -> "tuple[NamedIn, ...]":
        """How letters name somebody; see `Shelf.named`."""
        from assistant.precedents.index.chronicle import named

        return self._index.use(lambda index: named(index, self._precedents, name, letters))

    def named_most(self, words: str, limit: int) -> "tuple[NamedOften, ...]":
        """Whom most letters name; see `Shelf.named_most`."""
        from assistant.precedents.index.chronicle import named_most

        return self._index.use(lambda index: named_most(index, self._precedents, words, limit))

    def outlines(self, since: "date", also: "Collection[str]" = ()) -> "tuple[Outline, ...]":
        """Letters as moves of exchanges; see `Shelf.outlines`."""
        from assistant.precedents.index.outlines import outlines

        return self._ask(lambda index: outlines(index, since, also))

    def referring_to(self, precedent: str) -> "tuple[Referral, ...]":
        """Who refers to a precedent; see `Shelf.referring_to`."""
        from assistant.precedents.index.linking import referrals_to

        return self._ask(lambda index: referrals_to(index, precedent))

    def unfilled(self, limit: int) -> "tuple[Referral, ...]":
        """References to what is not here; see `Shelf.unfilled`."""
        from assistant.precedents.index.linking import unfilled_referrals

        return self._ask(lambda index: unfilled_referrals(index, limit))

    def merge_proposals(self, people: "Sequence[Person]") -> "tuple[MergeProposal, ...]":
        """Who may be one person; see `Shelf.merge_proposals`."""
        from assistant.precedents.proposals import propose

        return self._ask(lambda index: propose(index, people))

    def is_named(self, name: str) -> bool:
        """Whether a letter names somebody so; see `Shelf.is_named`."""
        return self._ask(lambda index: people_tables.is_named(index, name))

    def changes(self) -> int:
        """Read what changed, by the times of its folders; see `Shelf.changes`. The doctor looks more thoroughly."""
        return self._index.use(lambda index: refresh(index, self._precedents))

    def close(self) -> None:
        """Let go of the index file. Whoever forgets to loses nothing: the next call opens it again."""
        self._index.close()

    def _desk(self) -> "Desk":
        from assistant.precedents.desk import Desk

        return Desk(self._precedents, self._lock, self._index)

    def _place(self, precedent: str) -> Place:
        place = place_of(self._precedents, precedent)
        if not (is_id(precedent) and place.record.is_file()):
            raise UnknownPrecedentError(precedent, nearest(precedent, self.ids()))
        return place

    def _ask(self, question: Callable[[sqlite3.Connection], Outcome]) -> Outcome:
        """Ask the index, brought up to date first."""

        def ask(index: sqlite3.Connection) -> Outcome:
            refresh(index, self._precedents)
            return question(index)

        return self._index.use(ask)


def nearest(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The known ids most like a mistyped one, the likest first."""
    from rapidfuzz import process

    return tuple(match[0] for match in process.extract(name, known, limit=_NEAREST, score_cutoff=50))
