"""What an exported letter remembers of its draft: its words, and which of them were quoted from where.

So it can be checked again after others have edited it. These are the values; drafting/word/provenance.py keeps their
bytes in the Word file. A working copy alone carries them: what was edited out would still stand here.
"""

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from assistant.drafting.bench import Sources
from assistant.drafting.body import cited_precedents
from assistant.drafting.checks.quotations import cited_quotations
from assistant.drafting.language import load_language
from assistant.drafting.references import name_document, words_of
from assistant.drafting.word.letters.wording import Wording
from assistant.errors import DamagedFileError
from assistant.model.base import Value
from assistant.model.draft import Citation, Draft
from assistant.model.fact import Act, Attribution
from assistant.model.letter import DocumentKind
from assistant.model.person import Audience
from assistant.model.quotation import ComparableText, fold


class CitedFact(Value):
    """What a quotation was cited from, and who said it there."""

    precedent: str
    fact: str | None = None
    act: Act | None = None
    by: tuple[Attribution, ...] = ()

    @property
    def citation(self) -> Citation:
        """As a draft would cite it."""
        return Citation(precedent=self.precedent, fact=self.fact, start=0, end=0)


class QuotationRecord(Value):
    """Words quoted in a letter and where they stood in it; a hidden bookmark bears their number."""

    words: str
    start: int
    """Offset in the text as exported."""
    end: int
    note: int | None = None
    """Number of the note that names its source, from 0."""
    sources: tuple[CitedFact, ...]


class NoteRecord(Value):
    """A note of the letter: where its mark stood in the text as exported, and what it said."""

    at: int
    words: str
    precedents: tuple[str, ...] = ()
    """Ids of the documents it names."""
    leans: bool = False
    """Whether it names them by the note before: “Ibid., para. 6.”."""


class DocumentRecord(Value):
    """A document the letter cites or answers, as the letter calls it."""

    precedent: str
    kind: DocumentKind
    name: str
    date: str | None = None
    """ISO 8601."""


class Provenance(Value):
    """What a letter was made from."""

    template: str
    version: str
    """Digest of the Word template."""
    language: str
    audience: Audience = Audience.PUBLIC
    """Who will read it."""
    answering: str | None = None
    paragraphs: tuple[str, ...]
    """The main text as exported, address, date and closing included."""
    head: int = 0
    """How many paragraphs stand before the text: up to the salutation."""
    date: str = ""
    """As printed."""
    addressee: tuple[str, ...] = ()
    """Lines of the address."""
    quotations: tuple[QuotationRecord, ...] = ()
    notes: tuple[NoteRecord, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()

    @property
    def wording(self) -> Wording:
        """The letter as exported."""
        return Wording(paragraphs=self.paragraphs)

    def head_in(self, letter: Wording) -> int:
        """How many paragraphs stand before the text of the letter as it is now."""
        salutation = fold(self.paragraphs[self.head - 1]) if self.head else ""
        return next((at for at, words in enumerate(letter.paragraphs, 1) if fold(words) == salutation), self.head)


def provenance_of(draft: Draft, version: str, wording: Wording, sources: Sources, audience: Audience) -> Provenance:
    """What a letter made from this draft, reading so, is to remember."""
    recipient = draft.fields.get("recipient")
    address = recipient if isinstance(recipient, dict) else {}
    salutation = str(draft.fields.get("salutation", ""))
    documents = tuple(_documents(draft, sources))
    return Provenance(
        template=draft.template,
        version=version,
        language=draft.language,
        audience=audience,
        answering=draft.answering,
        paragraphs=wording.paragraphs,
        head=wording.paragraphs.index(salutation) + 1 if salutation in wording.paragraphs else 0,
        date=load_language(draft.language).date_in_words(str(draft.fields.get("date", ""))),
        addressee=tuple(map(str, address.get("lines") or filter(None, [address.get("name")]))),
        quotations=tuple(_quotations(draft, wording, sources)),
        notes=tuple(_notes(wording, documents)),
        documents=documents,
    )


def write_provenance(provenance: Provenance) -> bytes:
    """JSON in UTF-8."""
    return provenance.model_dump_json(exclude_defaults=True).encode("utf-8")


def read_provenance(data: bytes, name: str = "letter") -> Provenance:
    """The reverse of `write_provenance`; raises DamagedFileError."""
    try:
        return Provenance.model_validate_json(data)
    except ValidationError as error:
        raise DamagedFileError(name, "what the letter says about its sources cannot be read") from error


def governing_mark(wording: Wording, end: int) -> int | None:
    """Number of the mark that words ending at an offset answer to: the next one in their paragraph, else the last."""
    first, last = wording.span(wording.paragraph_at(end))
    here = [number for number, mark in enumerate(wording.marks) if first <= mark.at <= last]
    return next((number for number in here if wording.marks[number].at >= end), here[-1] if here else None)


def _quotations(draft: Draft, wording: Wording, sources: Sources) -> Iterator[QuotationRecord]:
    done = 0
    for governed in cited_quotations(draft.body):
        words = " ".join(governed.words.split())
        found = ComparableText(wording.text[done:]).find(words)
        if found is None or governed.group is None:
            continue
        start, done = done + found.start, done + found.end
        yield QuotationRecord(
            words=words,
            start=start,
            end=done,
            note=governing_mark(wording, done),
            sources=tuple(_cited(citation, sources) for citation in governed.group.citations),
        )


def _cited(citation: Citation, sources: Sources) -> CitedFact:
    precedent, fact = sources.resolve(citation)
    sender = precedent.record.letter.sender if precedent else None
    chain = (Attribution(name=sender.display, act="writes"),) if sender and sender.display else ()
    return CitedFact(
        precedent=citation.precedent,
        fact=citation.fact,
        act=fact.act if fact else None,
        by=fact.by if fact and fact.by else chain,
    )


def _notes(wording: Wording, documents: Iterable[DocumentRecord]) -> Iterator[NoteRecord]:
    named: tuple[str, ...] = ()
    for mark in wording.marks:
        here = tuple(document.precedent for document in documents if document.name in mark.words)
        named = here or named
        yield NoteRecord(at=mark.at, words=mark.words, precedents=named, leans=not here and bool(named))


def _documents(draft: Draft, sources: Sources) -> Iterator[DocumentRecord]:
    for identifier in dict.fromkeys(filter(None, (draft.answering, *cited_precedents(draft.body)))):
        precedent = sources.precedent(identifier)
        if precedent:
            record = precedent.record
            name = words_of(name_document(precedent, load_language(draft.language)))
            yield DocumentRecord(precedent=identifier, kind=record.kind, name=name, date=record.letter.written)
