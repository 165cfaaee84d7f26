"""What the index keeps of the documents a letter refers to, and of what others may call it by. Knows no SQL.

Everything a later match needs stands here, so that a letter that arrives finds who waits for it without opening
a file.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.model.folding import fold_words, identifying_words
from assistant.model.letter import Author, DocumentKind, Letter, Party, Reference
from assistant.model.mention import MentionKind
from assistant.model.precedent import Precedent
from assistant.precedents.index.numbers import document_numbers, own_numbers, sought_numbers

_HEAD = 600
"""Characters of a document in which its own number stands."""
_NUMBER_BEHIND = re.compile(r"[ \t]*[,(][^\n,;)]{4,40}(?:\)\d*)?")
_BODY_BEFORE, _BODY_BEHIND = 60, 10
"""Characters around a reference in which the body stands that issued the document."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Who wrote a document to whom: of each the words that identify the person, and the organisation, folded."""

    senders: tuple[tuple[str, str], ...]
    recipients: tuple[tuple[str, str], ...]

    def as_json(self) -> str:
        """As the index keeps it."""
        return json.dumps([self.senders, self.recipients], separators=(",", ":"))

    @classmethod
    def from_json(cls, kept: str) -> "Parties":
        """The same back."""
        senders, recipients = (tuple(map(tuple, side)) for side in json.loads(kept))
        return cls(senders, recipients)


NOBODY = Parties((), ())


@dataclass(frozen=True, slots=True)
class Sought:
    """What is known of a document referred to; `bodies` are folded, a number is in its compared form."""

    what: str
    date: str | None
    written_by: Author | None
    numbers: tuple[str, ...]
    bodies: tuple[str, ...]
    words: str
    """How it is referred to, folded; often with the body that issued it."""

    def as_json(self) -> str:
        """As the index keeps it."""
        kept = [self.what, self.date, self.written_by, self.numbers, self.bodies, self.words]
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, kept: str) -> "Sought":
        """The same back."""
        what, date, written_by, numbers, bodies, words = json.loads(kept)
        return cls(what, date, written_by, tuple(numbers), tuple(bodies), words)


def parties_of(letter: Letter) -> Parties:
    """The parties of a letter, folded."""
    return Parties(
        senders=tuple(map(_folded, filter(None, (letter.sender,)))), recipients=tuple(map(_folded, letter.recipients))
    )


def numbers_of(precedent: Precedent) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers a document gives as its own, and others that stand in its subject and head."""
    letter, kind = precedent.record.letter, precedent.record.kind
    own = own_numbers(letter.reference.words) if letter.reference else frozenset()
    head = precedent.text[:_HEAD] if kind is not DocumentKind.LETTER else ""
    named = document_numbers("\n".join((letter.subject.text if letter.subject else "", head)))
    return own, named - own


def sought_by(precedent: Precedent) -> tuple[Sought, ...]:
    """What is known of each document a letter refers to, in the order of the record."""
    return tuple(_sought(precedent, reference) for reference in precedent.record.letter.refers_to)


def _sought(precedent: Precedent, reference: Reference) -> Sought:
    behind = _NUMBER_BEHIND.match(precedent.text, reference.end)
    numbers = sought_numbers(reference.quote) | (document_numbers(behind[0]) if behind else frozenset())
    return Sought(
        what=reference.what,
        date=reference.date or _date_given_elsewhere(precedent.record.letter, reference),
        written_by=reference.written_by,
        numbers=tuple(sorted(numbers)),
        bodies=tuple(dict.fromkeys(_bodies(precedent, reference))),
        words=" ".join(fold_words(reference.quote)),
    )


def _date_given_elsewhere(letter: Letter, reference: Reference) -> str | None:
    """“your letter” is the one that the same letter calls “your letter dated 15 May”, when there is only one."""
    if reference.written_by is None or letter.refers_to.index(reference) == 0:
        return None
    alike = [one for one in letter.refers_to if (one.what, one.written_by) == (reference.what, reference.written_by)]
    dates = {one.date for one in alike if one.date}
    return dates.pop() if len(dates) == 1 else None


def _bodies(precedent: Precedent, reference: Reference) -> Iterator[str]:
    first, last = reference.start - _BODY_BEFORE, reference.end + _BODY_BEHIND
    for mention in precedent.record.mentions:
        if mention.kind is MentionKind.ORGANISATION and first <= mention.start and mention.end <= last:
            yield " ".join(fold_words(mention.text))


def _folded(party: Party) -> tuple[str, str]:
    name = " ".join(sorted(identifying_words(party.name.text))) if party.name else ""
    return name, " ".join(fold_words(party.organisation.text)) if party.organisation else ""
