"""Findings about the words of a body themselves: what was left to fill in, a second salutation.

Both would be seen by the reader at once, and by nobody who looks at the form of the letter alone.
"""

import re
from collections.abc import Iterator

from assistant.drafting.body import paragraphs
from assistant.drafting.checks.written import Written
from assistant.drafting.language import Language
from assistant.drafting.quotation_marks import find_quotations
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Fix, Severity
from assistant.model.quotation import fold

_PLACEHOLDER = re.compile(
    r"(?<!\\)\[(?!@)(?:(?=[^\[\]\n]*[^\W\d_])[^\[\]\n]*+|\s*+(?:…|\.{3}|_++)?\s*+)\](?!\()"
    r"|\b(?:TODO|TBC|TBD|XXX+)\b"
)
"""[name], […], [ ], not [2019]; nothing is tried twice, however long it is."""
_LONGEST_SALUTATION = 60


def placeholders(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, int]]:
    """What was left to be filled in, with its offset: “[name]”, “[…]”, “TODO”. Omissions in quotations are none."""
    end = len(text) if end is None else end
    quotations = find_quotations(text, start, end).quotations
    for found in _PLACEHOLDER.finditer(text, start, end):
        if not any(quotation.start < found.start() < quotation.end for quotation in quotations):
            yield found[0], found.start()


def check_placeholders(body: str) -> Iterator[Finding]:
    """Nothing may be left to fill in."""
    written = Written(text=body)
    for paragraph in written.paragraphs:
        for words, start in placeholders(body, paragraph.start, paragraph.end):
            yield written.finding(
                "placeholder",
                Severity.ERROR,
                (start, start + len(words)),
                f"“{words}” is still to be filled in.",
                "Write what belongs there, or \\[ for a bracket that is meant.",
            )


def check_salutation(draft: Draft, language: Language) -> Iterator[Finding]:
    """The template prints the salutation; one at the head of the body, or several, would stand there again."""
    salutation = draft.fields.get("salutation")
    if not isinstance(salutation, str) or not salutation:
        return
    for first in paragraphs(draft.body):
        words = draft.body[first.start : first.end].strip()
        if fold(words) != fold(salutation) and not _greets(words, language):
            return
        yield Finding(
            code="salutation-doubled",
            severity=Severity.ERROR,
            message=f"The letter would greet twice: “{salutation}” from its field, “{words}” from the text.",
            place=first.place,
            quote=words,
            advice="Take it out of the text; the field “salutation” prints it.",
            start=first.start,
            end=first.end,
            fix=Fix(start=first.start, end=first.end, replacement="", label=f"take out “{words}”"),
        )


def _greets(words: str, language: Language) -> bool:
    is_short = len(words) <= _LONGEST_SALUTATION and "\n" not in words
    return is_short and words.startswith(language.salutation_openings) and words[-1:] in ",:!"
