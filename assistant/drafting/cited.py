"""What stands behind each citation of a draft, for whoever looks it up while writing."""

from collections.abc import Iterator, Sequence

from assistant.drafting.bench import Sources
from assistant.drafting.body import CitationGroup, Paragraph, citation_groups, paragraphs
from assistant.drafting.language import load_language
from assistant.drafting.references import name_document, words_of
from assistant.model.cited import Cited
from assistant.model.draft import Citation
from assistant.model.finding import Finding, Severity

_GRAVEST_FIRST = tuple(Severity)


def cited_in(body: str, sources: Sources, findings: Sequence[Finding] = ()) -> Iterator[Cited]:
    """Every citation in the order of the text; of `findings`, those about the body are told with what they concern."""
    for paragraph in paragraphs(body):
        begins = paragraph.start
        for group in citation_groups(body, paragraph.start, paragraph.end):
            finding = _gravest(findings, begins, group.end)
            yield from (_cited(citation, group, paragraph, sources, finding) for citation in group.citations)
            begins = group.end


def _cited(
    citation: Citation, group: CitationGroup, paragraph: Paragraph, sources: Sources, finding: Finding | None
) -> Cited:
    precedent, fact = sources.resolve(citation)
    named = words_of(name_document(precedent, load_language("en"))) if precedent else ""
    made = Cited(
        key=citation.key,
        start=group.start,
        end=group.end,
        place=paragraph.place,
        precedent=citation.precedent,
        letter=named,
        finding=finding,
    )
    if precedent is None or fact is None:
        return made
    told = {"act": fact.act, "speaker": fact.speaker or "", "review": fact.review}
    where = {"words": fact.quote, "locator": precedent.locator(fact)}
    return made.model_copy(update={**told, **where})


def _gravest(findings: Sequence[Finding], start: int, end: int) -> Finding | None:
    """The gravest finding about the words between a citation and the one before it."""
    about = [each for each in findings if each.start is not None and start <= each.start < end]
    return min(about, key=lambda finding: _GRAVEST_FIRST.index(finding.severity), default=None)
