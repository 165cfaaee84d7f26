"""A draft as a Word letter: checked, typeset, filled into its template, with what it quotes remembered inside.

A letter with an error is never made.
"""

import datetime as dt
from collections.abc import Sequence

from assistant.drafting.bench import Bench, Sources
from assistant.drafting.checks.guarded_letter import check_guarded_evidence, check_guarded_letter
from assistant.drafting.checks.guarded_names import GuardedPeople
from assistant.drafting.checks.quotations import quoted_words
from assistant.drafting.evidence import evidence_table
from assistant.drafting.language import Language, load_language
from assistant.drafting.letterhead import addresses_in, member_in
from assistant.drafting.proof import check_draft, check_letter, guarded_people
from assistant.drafting.provenance import provenance_of, read_provenance, write_provenance
from assistant.drafting.references import CitedNotes
from assistant.drafting.templates import Template
from assistant.drafting.typesetting import typeset
from assistant.drafting.withholding import withhold
from assistant.drafting.word.letters import provenance
from assistant.drafting.word.letters.bookmarks import PREFIX
from assistant.drafting.word.letters.clearing import clear_letter
from assistant.drafting.word.letters.evidence import EvidenceTable, append_evidence
from assistant.drafting.word.letters.finalise import finish
from assistant.drafting.word.letters.readback import missing_words
from assistant.drafting.word.letters.wording import read_wording
from assistant.drafting.word.parts.intake import open_safely
from assistant.drafting.word.parts.properties import LetterProperties, read_properties
from assistant.drafting.word.templates.engine import compile_template
from assistant.drafting.word.values import Blocks, Picture
from assistant.errors import FindingsError, UnfaithfulLetterError
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Severity
from assistant.model.person import Audience
from assistant.settings import Settings
from assistant.storage import digest_bytes


def render(
    draft: Draft, template: Template, bench: Bench, *, file: str = "", final: bool = False, evidence: bool = False
) -> bytes:
    """The letter as .docx; with `final`, without anything about its sources inside, with `evidence`, a table behind it.

    `file` is the name it will have. Raises FindingsError with all errors of the draft or its template, or when the
    finished letter names somebody it must not; UnfaithfulLetterError when, read back, it lacks words the draft quotes.
    """
    _refuse_errors(check_draft(draft, template, bench))
    language, sources = load_language(draft.language), Sources(bench.shelf)
    body = typeset(draft.body, CitedNotes(sources, language, ibid=bench.settings.style.ibid))
    name = template.documents[draft.language]
    filled = compile_template(template.document(draft.language), name).fill(
        letter_values(draft, template, bench, language, body)
    )
    letter = finish(clear_letter(filled), _properties(draft, bench.settings))
    missing = missing_words(letter, quoted_words(draft.body))
    if missing:
        raise UnfaithfulLetterError(template.id, missing[0])
    people = guarded_people(draft, template, bench)
    made = letter if final else _with_provenance(letter, draft, template, sources, people)
    _refuse_errors(tuple(check_guarded_letter(made, file, people)))
    return _with_evidence(made, evidence_table(draft.body, sources, language), people) if evidence else made


def finalise(letter: bytes, bench: Bench, name: str = "letter", file: str = "") -> bytes:
    """A letter that was edited in Word or LibreOffice, for signature: tracked changes accepted, nothing but the letter.

    `file` is the name it will have. Raises FindingsError with all its errors, RefusedTemplateError for what is no Word
    file or fetches something.
    """
    _refuse_errors(check_letter(letter, bench, name))
    properties = read_properties(
        open_safely(letter, name), author=bench.settings.member.name, language=bench.settings.languages[0]
    )
    made = finish(clear_letter(letter, name), properties)
    payload = provenance.read(letter)
    audience = read_provenance(payload, name).audience if payload else Audience.PUBLIC
    _refuse_errors(tuple(check_guarded_letter(made, file, GuardedPeople(everybody=bench.people, audience=audience))))
    return made


def letter_values(
    draft: Draft, template: Template, bench: Bench, language: Language, body: Blocks
) -> dict[str, object]:
    """What the Word template may print: the settings, the body, and every field of the manifest."""
    settings = bench.settings
    member = member_in(language, settings)
    fields = {field.name: field.printed(draft.fields.get(field.name), language) for field in template.fields}
    return {
        **fields,
        "member": member,
        "addresses": addresses_in(language, settings),
        "logo": Picture(data=bench.logo, description=member.institution) if bench.logo else None,
        "window": settings.style.address_window,
        "body": body,
    }


def _refuse_errors(findings: Sequence[Finding]) -> None:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise FindingsError("The letter was not made", errors)


def _with_provenance(letter: bytes, draft: Draft, template: Template, sources: Sources, people: GuardedPeople) -> bytes:
    version = digest_bytes(template.document(draft.language))
    made_from = withhold(provenance_of(draft, version, read_wording(letter), sources, people.audience), people)
    spans = {f"{PREFIX}{number}": (each.start, each.end) for number, each in enumerate(made_from.quotations)}
    return provenance.attach(letter, write_provenance(made_from), spans)


def _with_evidence(letter: bytes, table: EvidenceTable, people: GuardedPeople) -> bytes:
    _refuse_errors(tuple(check_guarded_evidence(table, people)))
    return append_evidence(letter, table)


def _properties(draft: Draft, settings: Settings) -> LetterProperties:
    day = dt.date.fromisoformat(str(draft.fields["date"]))
    return LetterProperties(
        title=str(draft.fields.get("subject", "")),
        author=settings.member.name,
        language=draft.language,
        created=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC),
    )
