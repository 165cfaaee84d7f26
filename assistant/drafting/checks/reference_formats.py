"""Findings about references to documents: written in another form than theirs, or of a term that cannot be.

The forms stand in conventions/references.toml. A fix is offered where the parts are all there and only the form is not.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from assistant.drafting.checks.written import Written
from assistant.drafting.conventions import Status, load_convention, severity_of
from assistant.drafting.rules_of_procedure import rules_of_procedure
from assistant.model.base import Value
from assistant.model.finding import Finding, Severity

_ADOPTED_TEXT = "a text adopted by Parliament"
_YEARS_OF_A_TERM = 5
_UNBREAKABLE = str.maketrans("\u00a0\u202f\u2011", "  -")


class ReferenceForm(Value):
    """One kind of reference and how it is written."""

    name: str
    written: re.Pattern[str]
    right: re.Pattern[str]
    form: str = ""
    upper: tuple[str, ...] = ()
    """Parts that stand in capitals."""
    example: str
    status: Status
    source: str

    def rewrite(self, found: re.Match[str]) -> str | None:
        """The reference in its right form; None where that cannot be told."""
        if not self.form:
            return None
        parts = {key: value or "" for key, value in found.groupdict().items()}
        parts |= {key: parts[key].upper() for key in self.upper}
        parts["year"] = parts.get("year") or parts.get("bare", "")
        if parts.get("joint"):
            parts["joint"] = "RC-"
        if parts.get("end"):
            parts["end"] = " final"
        if self.form.startswith("{type}("):
            parts["number"] = parts["number"].lstrip("0")
        return self.form.format(**parts)


def check_references(written: Written) -> Iterator[Finding]:
    """References in own words must be in the form of their kind, and of a term their year allows."""
    for form in _forms():
        for found in form.written.finditer(written.own):
            if not form.right.fullmatch(found[0].translate(_UNBREAKABLE)):
                yield _malformed(written, found, form)
            elif form.name == _ADOPTED_TEXT:
                yield from _check_term(written, found, form)


def _malformed(written: Written, found: re.Match[str], form: ReferenceForm) -> Finding:
    right = form.rewrite(found)
    advice = f"Write “{right}”." if right else f"Write it as {form.example}."
    return written.finding(
        "reference-malformed",
        severity_of(form.status),
        found.span(),
        f"“{found[0]}” is not the form of {form.name}.",
        advice,
        right,
    ).model_copy(update={"source": form.source})


def _check_term(written: Written, found: re.Match[str], form: ReferenceForm) -> Iterator[Finding]:
    possible = terms_of_year(int(found["year"]))
    if possible and int(found["term"]) not in possible:
        right = " or ".join(f"P{term}_TA({found['year']}){found['number']}" for term in possible)
        yield written.finding(
            "reference-of-another-term",
            Severity.WARNING,
            found.span(),
            f"No text of {found['year']} is numbered P{found['term']}.",
            f"It may be {right}: look it up.",
        ).model_copy(update={"source": form.source})


def terms_of_year(year: int) -> tuple[int, ...]:
    """The parliamentary terms some day of a year lies in, as far as they are known."""
    rules = rules_of_procedure()
    days = (dt.date(year, 1, 1), dt.date(year, 12, 31))
    terms = [rules.term_of(day) for day in days]
    is_known = None not in terms and year < rules.terms[-1].begins.year + _YEARS_OF_A_TERM
    return tuple(dict.fromkeys(filter(None, terms))) if is_known else ()


@cache
def _forms() -> tuple[ReferenceForm, ...]:
    return tuple(ReferenceForm.model_validate(entry) for entry in load_convention("references.toml")["references"])


def reference_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where references stand in a text, in whatever form."""
    for form in _forms():
        for found in form.written.finditer(text):
            yield found.span()
