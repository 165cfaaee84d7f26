"""A draft as a Word letter: checked, typeset, filled into its template, with what it quotes remembered inside.

A letter with an error is never made.
"""

import datetime as dt

from assistant.drafting.bench import Bench, Sources
from assistant.drafting.language import Language, load_language
from assistant.drafting.proof import check_draft
from assistant.drafting.provenance import provenance_of, write_provenance
from assistant.drafting.references import CitedNotes
from assistant.drafting.templates import Template
from assistant.drafting.typesetting import typeset
from assistant.drafting.word.engine import compile_template
from assistant.drafting.word.finalise import LetterProperties, finish
from assistant.drafting.word.provenance import attach
from assistant.drafting.word.readback import missing_words
from assistant.drafting.word.values import Blocks, Picture
from assistant.errors import FindingsError, UnfaithfulLetterError
from assistant.model.draft import Draft
from assistant.model.finding import Severity
from assistant.settings import Settings


def render(draft: Draft, template: Template, bench: Bench, *, final: bool = False) -> bytes:
    """The letter as .docx; with `final`, without anything about its sources inside.

    Raises FindingsError with all errors of the draft or its template, UnfaithfulLetterError when the finished letter,
    read back, lacks words that the draft quotes.
    """
    findings = check_draft(draft, template, bench)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise FindingsError("The letter was not made", errors)
    language = load_language(draft.language)
    body = typeset(draft.body, CitedNotes(Sources(bench.shelf), language, ibid=bench.settings.style.ibid))
    name = template.documents[draft.language]
    filled = compile_template(template.document(draft.language), name).fill(
        letter_values(draft, template, bench, language, body)
    )
    letter = finish(filled, _properties(draft, bench.settings))
    provenance = provenance_of(draft)
    missing = missing_words(letter, (quotation.words for quotation in provenance.quotations))
    if missing:
        raise UnfaithfulLetterError(template.id, missing[0])
    return letter if final else attach(letter, write_provenance(provenance))


def letter_values(
    draft: Draft, template: Template, bench: Bench, language: Language, body: Blocks
) -> dict[str, object]:
    """What the Word template may print: the settings, the body, and every field of the manifest."""
    settings = bench.settings
    fields = {field.name: field.printed(draft.fields.get(field.name), language) for field in template.fields}
    return {
        **fields,
        "member": settings.member,
        "addresses": settings.addresses,
        "logo": Picture(data=bench.logo, description=settings.member.institution) if bench.logo else None,
        "window": settings.style.address_window,
        "body": body,
    }


def _properties(draft: Draft, settings: Settings) -> LetterProperties:
    day = dt.date.fromisoformat(str(draft.fields["date"]))
    return LetterProperties(
        title=str(draft.fields.get("subject", "")),
        author=settings.member.name,
        language=draft.language,
        created=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC),
    )
