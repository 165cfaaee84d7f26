"""A draft as it will stand on its sheets, whatever is still wrong with it: a look at a letter that is being written.

Nothing of it leaves the office. What cannot be printed yet stands there in brackets; that and the words findings speak
of are marked.
"""

from collections.abc import Iterator, Mapping, Sequence

from assistant.drafting.bench import Bench, Sources
from assistant.drafting.body import plain_words, uncited
from assistant.drafting.checks.text import placeholders
from assistant.drafting.export import letter_values
from assistant.drafting.fields import Field, FieldType
from assistant.drafting.language import load_language
from assistant.drafting.references import CitedNotes
from assistant.drafting.sheets.sheets import lay_out
from assistant.drafting.templates import Template
from assistant.drafting.typesetting import typeset
from assistant.drafting.word.templates.engine import compile_template
from assistant.drafting.word.values import Blocks
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Severity
from assistant.model.sheet import Mark, Sheet


def sketch(draft: Draft, template: Template, bench: Bench, findings: Sequence[Finding] = ()) -> tuple[Sheet, ...]:
    """The sheets of a draft; `findings` are those about it.

    Raises UnknownTemplateError for a language the template does not have, FindingsError for a template that is wrong.
    """
    document = template.document(draft.language)
    language, sources = load_language(draft.language), Sources(bench.shelf)
    body = typeset(draft.body, CitedNotes(sources, language, ibid=bench.settings.style.ibid))
    unready = dict(_stand_ins(draft, template))
    ready = {name: value for name, value in draft.fields.items() if name not in unready}
    values = letter_values(draft.model_copy(update={"fields": ready}), template, bench, language, body)
    letter = compile_template(document, template.documents[draft.language]).fill({**values, **unready})
    marking = _Marking(draft, body, findings)
    return lay_out(letter, marking.marks)


def _stand_ins(draft: Draft, template: Template) -> Iterator[tuple[str, object]]:
    """What is printed for fields that are needed and empty, or hold what cannot be printed."""
    for field in template.fields:
        value = draft.fields.get(field.name)
        if (not value and field.required and not field.in_text) or (value and field.problem(value)):
            yield field.name, _stand_in(field)


def _stand_in(field: Field) -> object:
    words = f"[{field.label}]"
    if field.type is FieldType.PARTY:
        return {**dict.fromkeys(("name", "role", "organisation", "office"), words), "lines": [words]}
    if field.type is FieldType.ROWS:
        return [dict.fromkeys(field.parts, words)]
    return [words] if field.type is FieldType.LIST else words


class _Marking:
    """What is to be marked in each paragraph."""

    def __init__(self, draft: Draft, body: Blocks, findings: Sequence[Finding]) -> None:
        texts = ("".join(run.text for run in paragraph.text.runs) for paragraph in body.paragraphs)
        self._body = frozenset(texts)
        self._told = tuple(_told(draft.body, findings))
        self._fields = tuple(_texts(draft.fields))
        self._told_of_fields = tuple(_told_of_fields(findings))

    def marks(self, text: str) -> Iterator[Mark]:
        """The places that are still to be filled in, and what findings speak of in the text or in a field."""
        for words, start in placeholders(text):
            yield Mark(start=start, end=start + len(words), severity=Severity.ERROR)
        for words, severity in self._spoken_of(text):
            start = text.find(words)
            if start >= 0:
                yield Mark(start=start, end=start + len(words), severity=severity)

    def _spoken_of(self, text: str) -> Sequence[tuple[str, Severity]]:
        if text in self._body:
            return self._told
        return self._told_of_fields if any(value in text for value in self._fields) else ()


def _texts(value: object) -> Iterator[str]:
    """Every text inside the values of fields."""
    if isinstance(value, str):
        yield from [value] if value else []
    elif isinstance(value, Mapping | Sequence):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(each)


def _told_of_fields(findings: Sequence[Finding]) -> Iterator[tuple[str, Severity]]:
    for finding in findings:
        if finding.start is None and finding.quote and finding.severity is not Severity.NOTE:
            yield finding.quote, finding.severity


def _told(body: str, findings: Sequence[Finding]) -> Iterator[tuple[str, Severity]]:
    """The words that findings speak of, as they are printed."""
    for finding in findings:
        if finding.start is not None and finding.severity is not Severity.NOTE:
            for markdown in uncited(body[finding.start : finding.end]):
                for words in plain_words(markdown).split("\n"):
                    if words.strip():
                        yield words.strip(), finding.severity
