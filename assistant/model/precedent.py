"""A precedent: the record of a document together with the text its spans count.

A `Precedent` whose quotations do not stand at their places cannot be built: that is the promise the office makes to
whoever signs. Nothing here reads or writes files.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from assistant.errors import UnknownFactError
from assistant.model.base import Value
from assistant.model.fact import Act, Fact, Locator, Review
from assistant.model.letter import DocumentKind, Letter, Party, Reference
from assistant.model.mention import Mention
from assistant.model.source import Passage, Source, SourceDescription


class Extraction(Value):
    """What was found in a source, before a person has seen it."""

    kind: DocumentKind = DocumentKind.OTHER
    language: str = "und"
    """ISO 639-1, or "und"."""
    letter: Letter = Field(default_factory=Letter)
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()


class Record(Value):
    """What stands on disk about a document, and what `assistant read --json` prints."""

    version: Literal[1] = Field(default=1, alias="schema")
    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,119}$")
    kind: DocumentKind
    language: str
    source: SourceDescription
    letter: Letter = Field(default_factory=Letter)
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()

    @model_validator(mode="after")
    def _facts_have_their_own_ids(self) -> Self:
        ids = [fact.id for fact in self.facts]
        if len(ids) != len(set(ids)):
            raise ValueError("two facts carry the same id")
        return self

    def as_json(self) -> dict[str, object]:
        """The record as plain data: defaults left out, keys in a stable order, `schema` first."""
        data = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return {"schema": self.version, **{key: value for key, value in data.items() if key != "schema"}}


class Precedent(Value):
    """A record and its text; every span of the record has been compared with the text."""

    record: Record
    text: str

    @model_validator(mode="after")
    def _is_grounded(self) -> Self:
        _ = self.source
        for words, start, end in spans(self.record):
            if self.text[start:end] != words:
                raise ValueError(f"“{words[:60]}” does not stand at {start}-{end} of {self.record.id}")
        return self

    @property
    def id(self) -> str:
        """Readable and stable: date, sender, addressee."""
        return self.record.id

    @cached_property
    def source(self) -> Source:
        """The text with its blocks and pages."""
        return Source(text=self.text, description=self.record.source)

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of this id, if there is one."""
        return next((fact for fact in self.record.facts if fact.id == fact_id), None)

    def citable(self, act: Act | None = None) -> tuple[Fact, ...]:
        """The accepted facts, of one act or of all, in order of the text."""
        chosen = [fact for fact in self.record.facts if fact.citable and act in (None, fact.act)]
        return tuple(sorted(chosen, key=lambda fact: fact.start))

    def choose(self, wanted: Sequence[str]) -> tuple[Fact, ...]:
        """The facts of these ids; "all" means every proposed one. Raises UnknownFactError."""
        if "all" in wanted:
            return tuple(fact for fact in self.record.facts if fact.review is Review.PROPOSED)
        facts = {fact.id: fact for fact in self.record.facts}
        for fact_id in wanted:
            if fact_id not in facts:
                raise UnknownFactError(fact_id, list(facts))
        return tuple(facts[fact_id] for fact_id in wanted)

    def locator(self, fact: Fact) -> Locator:
        """Page and paragraph of a fact; paragraphs count from the one after the salutation."""
        salutation = self.record.letter.salutation
        paragraph = self.source.paragraph_at(fact.start, salutation.end if salutation else 0)
        return Locator(page=fact.page, paragraph=paragraph)

    def reviewed(self, fact_id: str, review: Review, note: str | None = None) -> Self:
        """The same precedent with one fact's review changed; raises KeyError when there is no such fact."""
        if self.fact(fact_id) is None:
            raise KeyError(fact_id)
        facts = tuple(
            fact.model_copy(update={"review": review, "note": note or fact.note}) if fact.id == fact_id else fact
            for fact in self.record.facts
        )
        return self.model_copy(update={"record": self.record.model_copy(update={"facts": facts})})

    def referring(self, references: tuple[Reference, ...]) -> Self:
        """The same precedent with its references to earlier documents put in place of those it has."""
        letter = self.record.letter.model_copy(update={"refers_to": references})
        return self.model_copy(update={"record": self.record.model_copy(update={"letter": letter})})


def spans(record: Record) -> Iterator[tuple[str, int, int]]:
    """Every stretch of words a record claims, as (words, start, end)."""
    letter = record.letter
    passages: list[Passage | None] = [
        letter.date, letter.place, letter.reference, letter.subject, letter.salutation, letter.closing,
    ]  # fmt: skip
    for party in filter(None, (letter.sender, *letter.recipients)):
        passages += _passages_of(party)
    passages += record.mentions
    yield from ((passage.text, passage.start, passage.end) for passage in passages if passage)
    yield from ((reference.quote, reference.start, reference.end) for reference in letter.refers_to)
    yield from ((fact.quote, fact.start, fact.end) for fact in record.facts)


def _passages_of(party: Party) -> list[Passage | None]:
    return [party.name, party.role, party.organisation, *party.address]
