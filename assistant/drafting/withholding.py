"""Takes out of what a letter remembers what would name people it must not name, and is no word of the letter.

Who said the words quoted, and the letter answered: both can be left out and the letter be checked all the same.
"""

from assistant.drafting.checks.guarded_letter import apart
from assistant.drafting.checks.guarded_names import GuardedPeople
from assistant.drafting.provenance import CitedFact, Provenance


def withhold(provenance: Provenance, people: GuardedPeople) -> Provenance:
    """The same without links of attribution and documents that name them; what the letter cites stays."""
    if not people.names:
        return provenance
    cited = {source.precedent for each in provenance.quotations for source in each.sources}
    cited |= {precedent for note in provenance.notes for precedent in note.precedents}
    documents = tuple(
        each
        for each in provenance.documents
        if each.precedent in cited or not people.named_in(f"{each.name}. {apart(each.precedent)}")
    )
    quotations = tuple(
        each.model_copy(update={"sources": tuple(_without_names(source, people) for source in each.sources)})
        for each in provenance.quotations
    )
    kept = {each.precedent for each in documents}
    answering = provenance.answering if provenance.answering in kept else None
    return provenance.model_copy(update={"documents": documents, "quotations": quotations, "answering": answering})


def _without_names(source: CitedFact, people: GuardedPeople) -> CitedFact:
    return source.model_copy(update={"by": tuple(link for link in source.by if not people.named_in(link.name))})
