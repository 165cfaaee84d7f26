"""Findings about a template: its Word file alone, or Word files and starters against what the manifest declares.

Whoever makes a template sees them before anybody writes a letter with it; nothing is filled in and nothing changed.
"""

from collections.abc import Iterator

from jinja2 import TemplateSyntaxError

from assistant.drafting.fields import PARTY_PARTS, Field, FieldType
from assistant.drafting.language import known_languages, load_language
from assistant.drafting.starter import PROVIDED, names_in
from assistant.drafting.templates import MANIFEST, Template
from assistant.drafting.typesetting import NUMBERED, STYLES
from assistant.drafting.word.templates.engine import CompiledTemplate, compile_template
from assistant.drafting.word.values import Blocks, Paragraph, RichText, Run
from assistant.errors import FindingsError
from assistant.model.finding import Finding, Severity, has_errors
from assistant.settings import Address, Member

PRINTABLE = frozenset(
    {"body", "logo", "window", "addresses[].lines[]"}
    | {f"member.{name}" for name in Member.model_fields}
    | {f"addresses[].{name}" for name in Address.model_fields}
)
"""What every Word template may print besides the fields."""

_SAMPLE = Blocks(
    paragraphs=tuple(
        Paragraph(text=RichText(runs=(Run(text="Words."),)), style=style, number=0 if style == NUMBERED else None)
        for style in (None, *STYLES)
    )
)


def check_document(data: bytes, name: str) -> tuple[Finding, ...]:
    """Everything wrong with a Word template on its own. Raises RefusedTemplateError."""
    return compile_template(data, name).findings


def check_folder(template: Template) -> tuple[Finding, ...]:
    """Everything wrong with a template, language by language. Raises RefusedTemplateError, UnreadableFileError."""
    found: list[Finding] = []
    for code in template.languages:
        if code not in known_languages():
            found.append(_unknown_language(code))
            continue
        found += _check_starter(template, code)
        found += _check_document(template, code)
    return tuple(found)


def _check_document(template: Template, code: str) -> Iterator[Finding]:
    name = template.documents[code]
    compiled = compile_template(template.document(code), name)
    yield from compiled.findings
    undeclared = compiled.check_names(PRINTABLE | {path for field in template.fields for path in _paths(field)})
    for finding in undeclared:
        message = f"{finding.message.rstrip('.')}: {MANIFEST} does not declare it."
        yield finding.model_copy(update={"message": message})
    roots = {path.partition(".")[0].partition("[")[0] for path in compiled.names}
    for field in template.fields:
        if not field.in_text and field.name not in roots:
            yield _never_printed(field.name, name)
    if not has_errors([*compiled.findings, *undeclared]):
        yield from _try(compiled, template, code)


def _try(compiled: CompiledTemplate, template: Template, code: str) -> Iterator[Finding]:
    """What only shows when the template is filled: once with the examples of the manifest, once with nothing."""
    language = load_language(code)
    provided = {
        "member": Member(),
        "addresses": (Address(lines=("",)),),
        "logo": None,
        "window": "left",
        "body": _SAMPLE,
    }
    examples = {field.name: field.printed(field.example, language) for field in template.fields}
    for values in (examples, {field.name: field.empty() for field in template.fields}):
        try:
            compiled.fill({**values, **provided})
        except FindingsError as error:
            yield from error.findings
            return


def _check_starter(template: Template, code: str) -> Iterator[Finding]:
    language = load_language(code)
    defaults = [(field.name, text) for field in template.fields for text in _defaults(field, code)]
    fields = {field.name for field in template.fields}
    used: set[str] = set()
    for place, source in ((f"starter ({code})", template.starters[code]), *defaults):
        try:
            names = names_in(source, language)
        except TemplateSyntaxError as error:
            yield _broken(place, f"line {error.lineno}: {error.message}")
            continue
        used |= names
        for name in sorted(names - fields - PROVIDED):
            yield _broken(place, f"“{name}” is the name of no value: {MANIFEST} does not declare it")
    for field in template.fields:
        if field.in_text and field.name not in used:
            yield _never_printed(field.name, f"starter ({code})")


def _defaults(field: Field, code: str) -> tuple[str, ...]:
    default = field.default_in(code)
    return (default,) if isinstance(default, str) else default or ()


def _paths(field: Field) -> set[str]:
    if field.type is FieldType.PARTY:
        return {f"{field.name}.{part}" + ("[]" if kind is list else "") for part, kind in PARTY_PARTS.items()}
    if field.type is FieldType.ROWS:
        return {f"{field.name}[].{part}" for part in field.parts}
    return {f"{field.name}[]" if field.type is FieldType.LIST else field.name}


def _broken(place: str, what: str) -> Finding:
    return Finding(
        code="starter-broken",
        severity=Severity.ERROR,
        message=f"{what}.",
        place=place,
        advice=f"Mend it, or declare the field in {MANIFEST}.",
    )


def _never_printed(name: str, place: str) -> Finding:
    return Finding(
        code="template-field-unused",
        severity=Severity.WARNING,
        message=f"{MANIFEST} declares “{name}”, the template never prints it.",
        place=place,
        advice="Print it, or take it out of the manifest.",
    )


def _unknown_language(code: str) -> Finding:
    return Finding(
        code="template-language",
        severity=Severity.ERROR,
        message=f"Letters cannot be written in “{code}”.",
        place=MANIFEST,
        advice=f"Known: {', '.join(known_languages())}.",
    )
