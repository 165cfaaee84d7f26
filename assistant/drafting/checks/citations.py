"""Findings about the citations of a draft: malformed, unknown, or of a fact nobody has accepted.

Whether the words before a citation are those of its source is for quotations.py to say.
"""

from collections.abc import Iterator

from assistant.drafting.bench import Sources
from assistant.drafting.body import placed_groups
from assistant.drafting.checks.written import Written
from assistant.model.draft import Citation
from assistant.model.fact import Review
from assistant.model.finding import Finding, Severity

_NOT_CITABLE = {
    Review.PROPOSED: (
        "citation-unreviewed",
        "has not been reviewed",
        "Review it first; only accepted facts are cited.",
    ),
    Review.REJECTED: ("citation-rejected", "was rejected in review", "Cite another fact, or review this one again."),
    Review.OBSOLETE: ("citation-obsolete", "is obsolete", "Cite the fact that took its place."),
}


def check_citations(body: str, sources: Sources) -> Iterator[Finding]:
    """Every citation must name a fact that exists and that a person has accepted."""
    written = Written(text=body)
    for paragraph, group in placed_groups(body):
        if not group.citations:
            yield _malformed(written, (group.start, group.end))
        for citation in group.citations:
            problem = citation_problem(citation, sources)
            if problem:
                yield problem.model_copy(update={"place": paragraph.place})


def citation_problem(citation: Citation, sources: Sources) -> Finding | None:
    """Why a citation may not be printed; None when it may."""
    precedent, fact = sources.resolve(citation)
    if precedent is None:
        advice = "Correct the id; “assistant search” finds it."
        return _finding(
            citation, "citation-unknown-precedent", f"There is no precedent “{citation.precedent}”.", advice
        )
    if citation.fact and fact is None:
        known = ", ".join(each.id for each in precedent.citable()) or "none"
        message = f"{precedent.id} has no fact “{citation.fact}”."
        return _finding(citation, "citation-unknown-fact", message, f"Its reviewed facts: {known}.")
    if fact and not fact.citable:
        code, what, advice = _NOT_CITABLE[fact.review]
        return _finding(citation, code, f"Fact {fact.id} of {precedent.id} {what}.", advice)
    return None


def _finding(citation: Citation, code: str, message: str, advice: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.ERROR,
        message=message,
        quote=f"@{citation.key}",
        advice=advice,
        start=citation.start,
        end=citation.end,
    )


def _malformed(written: Written, span: tuple[int, int]) -> Finding:
    return written.finding(
        "citation-malformed",
        Severity.ERROR,
        span,
        f"“{written.text[slice(*span)]}” is no citation.",
        "Write [@precedent#fact], or \\[ for a bracket that is meant.",
    )
