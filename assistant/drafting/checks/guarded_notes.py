"""Findings about footnotes that would name people who may not be named: as writer, addressee or subject of a source."""

from collections.abc import Iterator

from assistant.drafting.bench import Sources
from assistant.drafting.body import placed_groups
from assistant.drafting.checks.guarded_names import GuardedPeople, check_guarded_names
from assistant.drafting.checks.written import Written
from assistant.drafting.language import Language
from assistant.drafting.references import name_document, words_of
from assistant.model.finding import Finding
from assistant.model.precedent import Precedent


def check_guarded_notes(body: str, sources: Sources, language: Language, people: GuardedPeople) -> Iterator[Finding]:
    """No document whose footnote would name them may be cited."""
    if not people.names:
        return
    named: dict[str, tuple[Finding, ...]] = {}
    for paragraph, group in placed_groups(body):
        for cited in dict.fromkeys(citation.precedent for citation in group.citations):
            if cited not in named:
                named[cited] = tuple(_named_by(sources.precedent(cited), language, people))
            where = {"place": paragraph.place, "start": group.start, "end": group.end}
            yield from (finding.model_copy(update=where) for finding in named[cited])


def _named_by(precedent: Precedent | None, language: Language, people: GuardedPeople) -> Iterator[Finding]:
    """What the footnote of a document would give away."""
    if precedent is None:
        return
    words = words_of(name_document(precedent, language))
    advice = f"The footnote would read “{words}”. Cite another document, or say it without citing."
    for finding in check_guarded_names(Written(text=words), people):
        yield finding.model_copy(update={"advice": advice, "fix": None})
