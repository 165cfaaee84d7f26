"""Findings about the fields of a draft: missing, unknown, of the wrong shape, unfinished, or at odds with the text.

What a field says in words is checked like the body, by wording.py.
"""

from collections.abc import Iterator

from assistant.drafting.checks.text import placeholders
from assistant.drafting.fields import Field
from assistant.drafting.language import Language
from assistant.drafting.templates import Template
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Severity
from assistant.model.quotation import fold


def check_fields(draft: Draft, template: Template, language: Language) -> Iterator[Finding]:
    """Compare the fields of a draft with what its template declares."""
    declared = {field.name: field for field in template.fields}
    for name in draft.fields:
        if name not in declared:
            message = f"The template “{template.id}” knows no field “{name}”."
            yield _finding(name, "field-unknown", Severity.WARNING, message, "It is not printed; take it out.")
    for field in template.fields:
        if field.is_kept:
            yield from _check_field(field, draft.fields.get(field.name), draft.body, language)


def _check_field(field: Field, value: object, body: str, language: Language) -> Iterator[Finding]:
    if not value:
        if field.required:
            message = f"“{field.label}” is empty."
            yield _finding(field.name, "field-missing", Severity.ERROR, message, field.help or "Fill it in.")
        return
    problem = field.problem(value)
    if problem:
        yield _finding(field.name, "field-shape", Severity.ERROR, f"“{field.label}” {problem}.", field.help)
        return
    for text in field.texts(value):
        for words, _ in placeholders(text):
            message = f"“{words}” is still to be filled in."
            yield _finding(field.name, "placeholder", Severity.ERROR, message, "Write what belongs there.")
    if field.in_text:
        yield from _check_against_text(field, str(field.printed(value, language)), body)


def _check_against_text(field: Field, printed: str, body: str) -> Iterator[Finding]:
    if fold(printed) not in fold(body):
        message = f"“{field.label}” says {printed}, which the text does not."
        yield _finding(field.name, "field-not-in-text", Severity.WARNING, message, "Change the one or the other.")


def _finding(name: str, code: str, severity: Severity, message: str, advice: str) -> Finding:
    return Finding(code=code, severity=severity, message=message, place=f"field “{name}”", advice=advice)
