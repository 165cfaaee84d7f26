"""Findings about footnotes that would name people who may not be named: as writer, addressee or subject of a source."""

from collections.abc import Iterator

from assistant.drafting.bench import Sources
from assistant.drafting.body import citation_groups, paragraphs
from assistant.drafting.checks.guarded_names import GuardedPeople, check_guarded_names
from assistant.drafting.checks.written import Written
from assistant.drafting.language import Language
from assistant.drafting.references import name_document, words_of
from assistant.model.draft import Citation
from assistant.model.finding import Finding


def check_guarded_notes(body: str, sources: Sources, language: Language, people: GuardedPeople) -> Iterator[Finding]:
    """No document whose footnote would name them may be cited."""
    if not people.names:
        return
    for paragraph in paragraphs(body):
        for group in citation_groups(body, paragraph.start, paragraph.end):
            for citation in group.citations:
                for finding in _named_by(citation, sources, language, people):
                    yield finding.model_copy(
                        update={"place": paragraph.place, "start": group.start, "end": group.end, "fix": None}
                    )


def _named_by(citation: Citation, sources: Sources, language: Language, people: GuardedPeople) -> Iterator[Finding]:
    precedent = sources.precedent(citation.precedent)
    if precedent is None:
        return
    words = words_of(name_document(precedent, language))
    for finding in check_guarded_names(Written(text=words), people):
        advice = f"The footnote would read “{words}”. Cite another document, or say it without citing."
        yield finding.model_copy(update={"advice": advice})
