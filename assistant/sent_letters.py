"""A letter made here that comes back to be filed: what it carries about its sources goes into its record.

The documents it cites are linked, and words it quotes stay the words of those who said them: a letter that quotes
another is no second source. Of every other document nothing is changed. Nothing is filed here.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.drafting.provenance import Provenance, QuotationRecord, read_provenance
from assistant.drafting.word.letters import provenance as word_provenance
from assistant.errors import InputFileError
from assistant.model.fact import Act, Attribution, Fact, Review
from assistant.model.letter import DocumentKind, Reference
from assistant.model.precedent import Extraction
from assistant.model.quotation import ComparableText
from assistant.model.source import Passage, Source

_WHAT = {
    DocumentKind.WRITTEN_QUESTION: "question",
    DocumentKind.ANSWER: "response",
    DocumentKind.PRESS_RELEASE: "press release",
    DocumentKind.OTHER: "document",
}
"""How a reference calls a kind of document; the other kinds are called by their own names."""


def with_sources(extraction: Extraction, source: Source, original: bytes, holds: Callable[[str], bool]) -> Extraction:
    """What was found in a document, with the links and attributions it brought along.

    `holds` tells whether the office has the precedent of an id: only those are linked.
    """
    provenance = _provenance_in(original)
    if provenance is None:
        return extraction
    references = (*_linked(extraction, provenance, holds), *_cited(extraction, provenance, source, holds))
    letter = extraction.letter.model_copy(update={"refers_to": references})
    return extraction.model_copy(update={"letter": letter, "facts": _attributed(extraction, provenance, source)})


def _provenance_in(original: bytes) -> Provenance | None:
    if not original.startswith(b"PK") or b"customXml/" not in original:
        return None
    try:
        payload = word_provenance.read(original)
        return read_provenance(payload) if payload else None
    except InputFileError:
        return None  # a Word file that others made, or that says nothing that can be read


def _linked(extraction: Extraction, provenance: Provenance, holds: Callable[[str], bool]) -> Iterator[Reference]:
    """The references found, each with its precedent where the letter cites or answers one document of that day."""
    for reference in extraction.letter.refers_to:
        meant = [each.precedent for each in provenance.documents if each.date and each.date == reference.date]
        is_sure = len(meant) == 1 and holds(meant[0]) and reference.written_by != "sender"
        yield reference.model_copy(update={"precedent": meant[0]}) if is_sure else reference


def _cited(
    extraction: Extraction, provenance: Provenance, source: Source, holds: Callable[[str], bool]
) -> Iterator[Reference]:
    """A reference for each document that no other reference links: the name its footnote gives it."""
    linked = {reference.precedent for reference in _linked(extraction, provenance, holds)}
    for document in provenance.documents:
        named = re.search(r"\s+".join(map(re.escape, document.name.split())), source.text)
        if named and document.precedent not in linked and holds(document.precedent):
            yield Reference(
                what=_WHAT.get(document.kind, document.kind.value),
                quote=named[0],
                start=named.start(),
                end=named.end(),
                date=document.date,
                precedent=document.precedent,
            )


def _attributed(extraction: Extraction, provenance: Provenance, source: Source) -> tuple[Fact, ...]:
    """The facts; what is quoted is no fact of this letter but obsolete, and attributed to who said it."""
    facts = list(extraction.facts)
    sender = extraction.letter.sender_name
    done = 0
    for record in provenance.quotations:
        found = ComparableText(source.text[done:]).find(record.words)
        if found is None:
            continue
        quoted = source.passage(done + found.start, done + found.end)
        done = quoted.end
        covered = [fact for fact in facts if _is_mostly(fact, quoted)]
        facts = [fact for fact in facts if fact not in covered]
        facts.append(_quoted(record, quoted, source, sender, covered or [_bare(quoted, facts, source)]))
    return tuple(sorted(facts, key=lambda fact: fact.start))


def _is_mostly(fact: Fact, quoted: Passage) -> bool:
    """Whether at least half of a fact's words are the quoted ones."""
    shared = min(fact.end, quoted.end) - max(fact.start, quoted.start)
    return 2 * shared >= fact.end - fact.start


def _quoted(record: QuotationRecord, quoted: Passage, source: Source, sender: str, covered: Sequence[Fact]) -> Fact:
    first = record.sources[0]
    quoting = (Attribution(name=sender, act="quotes"),) if sender else ()
    changes = {
        "act": first.act or covered[0].act,
        "quote": quoted.text,
        "start": quoted.start,
        "end": quoted.end,
        "block": source.block_index(quoted.start),
        "page": source.page_at(quoted.start),
        "by": (*quoting, *first.by),
        "review": Review.OBSOLETE,
        "because": "The letter quotes these words with a footnote.",
        "note": f"Cite them from {first.citation.key}.",
    }
    return covered[0].model_copy(update=changes)


def _bare(quoted: Passage, facts: Sequence[Fact], source: Source) -> Fact:
    """A fact of these words alone, under a number not used yet."""
    numbers = [int(fact.id[1:]) for fact in facts if fact.id[1:].isdigit()]
    start, end = source.block_span(source.block_index(quoted.start))
    return Fact(
        id=f"f{max(numbers, default=0) + 1}",
        act=Act.POSITION,
        quote=quoted.text,
        start=quoted.start,
        end=quoted.end,
        block=source.block_index(quoted.start),
        context=" ".join(source.text[start:end].split()),
    )
