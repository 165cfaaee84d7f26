"""Everything that is wrong with a draft or an exported letter, as findings; none stops at the first.

One check is one function in checks/; here is their order. Nothing is changed and nothing is read from disk.
"""

from collections.abc import Iterable

from assistant.drafting.bench import Bench, Sources
from assistant.drafting.body import cited_precedents
from assistant.drafting.checks.citations import check_citations
from assistant.drafting.checks.fields import check_fields
from assistant.drafting.checks.forms_of_address import check_forms_of_address
from assistant.drafting.checks.greeted_name import check_greeted_name
from assistant.drafting.checks.guarded_names import GuardedPeople
from assistant.drafting.checks.guarded_notes import check_guarded_notes
from assistant.drafting.checks.known_names import known_names
from assistant.drafting.checks.questions import check_limits
from assistant.drafting.checks.quotations import check_quotations
from assistant.drafting.checks.signatory import check_signatory
from assistant.drafting.checks.staleness import check_staleness
from assistant.drafting.checks.text import check_placeholders, check_salutation
from assistant.drafting.checks.wording import Setting, check_wording
from assistant.drafting.checks.written import written_in
from assistant.drafting.conventions import reasons
from assistant.drafting.language import Language, known_languages, load_language
from assistant.drafting.quotes import quotation_marks
from assistant.drafting.templates import Template
from assistant.model.days import exact_day
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Severity

__all__ = ["Bench", "check_draft", "check_letter"]


def check_draft(draft: Draft, template: Template | None, bench: Bench) -> tuple[Finding, ...]:
    """All findings about a draft: those about fields first, then those of the body in the order of its text.

    Offsets count characters of the body. `template` is None when the draft names one that does not exist.
    """
    if template is None:
        return _explain((_unknown_template(draft),))
    if draft.language not in template.languages or draft.language not in known_languages():
        return _explain((_unknown_language(draft, template),))
    language = load_language(draft.language)
    sources = Sources(bench.shelf)
    setting = _setting(draft, guarded_people(draft, template, bench), language, sources)
    findings = [
        *check_signatory(bench.settings),
        *check_fields(draft, template, language),
        *check_forms_of_address(draft, language, bench, setting.day),
        *check_greeted_name(draft, language, bench.people),
        *check_limits(draft, template.kind, language.code, bench.people, setting.day),
        *check_salutation(draft, language),
        *check_citations(draft.body, sources),
        *check_quotations(draft.body, sources, quotation_marks(language, bench.settings)),
        *check_staleness(draft.body, sources, setting.day, bench),
        *check_guarded_notes(draft.body, sources, language, setting.people),
        *check_placeholders(draft.body),
        *(finding for written in written_in(draft) for finding in check_wording(written, setting)),
    ]
    return _explain(sorted(findings, key=_place_in_text))


def check_letter(data: bytes, bench: Bench, name: str = "letter") -> tuple[Finding, ...]:
    """All findings about an exported .docx: whether its quotations are still those of its sources.

    Raises RefusedTemplateError for a file that is no Word document, DamagedFileError when what it says of its sources
    cannot be read.
    """
    from assistant.drafting.checks import letter, letter_wording  # noqa: PLC0415 - drafts are checked without lxml

    wording = letter_wording.check_letter_wording(data, bench, name)
    return _explain((*letter.check_letter(data, bench, name), *wording))


def guarded_people(draft: Draft, template: Template, bench: Bench) -> GuardedPeople:
    """Whom a letter must not name, before those who will read it."""
    return GuardedPeople(everybody=bench.people, audience=draft.audience or template.audience)


def _setting(draft: Draft, people: GuardedPeople, language: Language, sources: Sources) -> Setting:
    at_hand = map(sources.precedent, filter(None, (draft.answering, *cited_precedents(draft.body))))
    day = exact_day(str(draft.fields.get("date")))  # what is no day, checks/fields.py tells
    names = known_names(people.everybody, tuple(filter(None, at_hand)))
    return Setting(language=language, day=day, people=people, names=names)


def _explain(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with the reason its code has; a source that a check named itself stays."""
    return tuple(_with_reason(finding) for finding in findings)


def _with_reason(finding: Finding) -> Finding:
    reason = reasons().get(finding.code)
    if reason is None:
        return finding
    return finding.model_copy(update={"why": finding.why or reason.why, "source": finding.source or reason.source})


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
