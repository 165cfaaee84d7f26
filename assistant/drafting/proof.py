"""Everything that is wrong with a draft or an exported letter, as findings; none stops at the first.

One check is one function in checks/; here is their order. Nothing is changed and nothing is read from disk.
"""

from assistant.drafting.bench import Bench, Sources
from assistant.drafting.checks.citations import check_citations
from assistant.drafting.checks.fields import check_fields
from assistant.drafting.checks.quotations import check_quotations
from assistant.drafting.checks.text import check_names, check_placeholders, check_salutation
from assistant.drafting.language import known_languages, load_language
from assistant.drafting.quotes import quotation_marks
from assistant.drafting.templates import Template
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Severity

__all__ = ["Bench", "check_draft", "check_letter"]


def check_draft(draft: Draft, template: Template | None, bench: Bench) -> tuple[Finding, ...]:
    """All findings about a draft: those about fields first, then those of the body in the order of its text.

    Offsets count characters of the body. `template` is None when the draft names one that does not exist.
    """
    if template is None:
        return (_unknown_template(draft),)
    if draft.language not in template.languages or draft.language not in known_languages():
        return (_unknown_language(draft, template),)
    language = load_language(draft.language)
    sources = Sources(bench.shelf)
    findings = [
        *check_fields(draft, template, language),
        *check_salutation(draft, language),
        *check_citations(draft.body, sources),
        *check_quotations(draft.body, sources, quotation_marks(language, bench.settings)),
        *check_placeholders(draft.body),
        *check_names(draft.body, bench.people),
    ]
    return tuple(sorted(findings, key=_place_in_text))


def check_letter(data: bytes, bench: Bench, name: str = "letter") -> tuple[Finding, ...]:
    """All findings about an exported .docx: whether its quotations are still those of its sources.

    Raises RefusedTemplateError for a file that is no Word document, DamagedFileError when what it says of its sources
    cannot be read.
    """
    from assistant.drafting.checks import letter  # noqa: PLC0415 - drafts are checked at every key, without lxml

    return letter.check_letter(data, bench, name)


def _place_in_text(finding: Finding) -> int:
    return -1 if finding.start is None else finding.start


def _unknown_template(draft: Draft) -> Finding:
    return Finding(
        code="template-unknown",
        severity=Severity.ERROR,
        message=f"There is no template “{draft.template}”.",
        advice="Name one of those that “assistant templates” lists.",
    )


def _unknown_language(draft: Draft, template: Template) -> Finding:
    return Finding(
        code="template-language",
        severity=Severity.ERROR,
        message=f"The template “{template.id}” cannot be written in “{draft.language}”.",
        advice=f"It can be written in: {', '.join(template.languages)}.",
    )
