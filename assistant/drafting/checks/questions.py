"""Findings about questions for written answer and urgency motions: their length, their questions, whom they ask.

A template says with its `kind` that it makes one; what Parliament asks of it stands in conventions/limits.toml.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pydantic import TypeAdapter

from assistant.drafting.body import BRACKETS
from assistant.drafting.checks.written import Written, written_in
from assistant.drafting.conventions import Status, load_convention, severity_of
from assistant.drafting.rules_of_procedure import rules_of_procedure
from assistant.drafting.sentences import CITED
from assistant.model.base import Value
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Severity
from assistant.model.person import Person

_WORD = re.compile(r"\w+(?:[-’'./]\w+)*")
_NUMBERED = re.compile(r"^[ \t]*(?:\d{1,2}|[a-z])[.)]\s", re.MULTILINE)
_QUESTION = re.compile(rf"\?[)\]”’“»\s]*(?:{CITED}+\.?\s*)?\Z")


class Limits(Value):
    """What Parliament asks of one kind of text."""

    name: str
    words: int
    fields: tuple[str, ...] = ()
    """Names of fields whose words count too."""
    rule: str
    """What its Rule of Procedure is about."""
    questions: int | None = None
    addressees: tuple[str, ...] = ()
    """Of whom it may be asked; empty where nobody is."""
    of_general_interest: bool = False
    status: Status
    source: str


def check_limits(
    draft: Draft, kind: str, language: str, people: Sequence[Person], day: dt.date | None
) -> Iterator[Finding]:
    """Whether a question or motion is one that Parliament takes; nothing for other kinds of letter."""
    limits = _limits().get(kind)
    if limits is None:
        return
    body = Written(text=draft.body)
    counted = [each.text for each in written_in(draft) if each.field in limits.fields]
    yield from _check_words(body, sum(len(_WORD.findall(text)) for text in counted), limits)
    if day:
        yield from _check_rule(draft, limits, day)
    if limits.questions:
        yield from _check_questions(body, limits.questions, language, limits)
    if limits.addressees:
        yield from _check_addressee(draft, limits)
    if limits.of_general_interest:
        yield from _check_interest(body, people, limits)


def _check_words(body: Written, more: int, limits: Limits) -> Iterator[Finding]:
    words = list(_WORD.finditer(BRACKETS.sub(lambda found: " " * len(found[0]), body.text)))
    count = len(words) + more
    if count > limits.words:
        first = min(max(0, limits.words - more), len(words) - 1)
        span = (words[first].start(), words[-1].end()) if words else (0, 0)
        message = f"A {limits.name} has at most {limits.words} words; this one has {count}."
        yield _finding(body, "too-many-words", Severity.ERROR, span, message, _cut(count - limits.words), limits)


def _cut(words: int) -> str:
    return f"Leave out {words} {'word' if words == 1 else 'words'} or more."


def _check_rule(draft: Draft, limits: Limits, day: dt.date) -> Iterator[Finding]:
    """“Rule 144” is about urgencies in the ninth term and about written questions in the tenth."""
    said, rule = draft.fields.get("rule"), rules_of_procedure().rule(limits.rule, day)
    if (
        not isinstance(said, str)
        or not said.strip()
        or rule is None
        or said.split("(")[0].strip() == rule.number.split("(")[0]
    ):
        return
    field = Written(text=said, kind="field", field="rule")
    message = f"In the parliamentary term of this day a {limits.name} is tabled under Rule {rule.number}, not {said}."
    advice = f"Write “{rule.number}” ({rule.status}{f': {rule.source}' if rule.source else ''})."
    severity = severity_of(rule.status)
    write = rule.number if rule.status == "verified" else None
    yield field.finding("rule-of-another-term", severity, (0, len(said)), message, advice, write)


def _check_questions(body: Written, most: int, language: str, limits: Limits) -> Iterator[Finding]:
    numbered = [found.span() for found in _NUMBERED.finditer(body.text)]
    asked = [span for span in body.sentences(language) if _QUESTION.search(body.own[slice(*span)])]
    counted = numbered or asked
    if not asked:
        message, advice = (
            f"This {limits.name} asks nothing.",
            "Ask one to three questions that can be understood alone.",
        )
        yield _finding(body, "question-missing", Severity.ERROR, (0, len(body.text)), message, advice, limits)
    elif len(counted) > most:
        message = f"A {limits.name} has at most {most} sub-questions; this one has {len(counted)}."
        advice = "Leave some out, or ask them in a question of their own."
        yield _finding(body, "too-many-questions", Severity.ERROR, counted[most], message, advice, limits)


def _check_addressee(draft: Draft, limits: Limits) -> Iterator[Finding]:
    recipient = [each for each in written_in(draft) if each.field in ("recipient", "addressee")]
    if not any(known in each.text for each in recipient for known in limits.addressees):
        field = Written(text="", kind="field", field="recipient")
        message = f"A {limits.name} names whom it asks; this one does not."
        advice = "Name the European Council, the Council, the Commission or the Vice-President/High Representative."
        yield _finding(field, "question-addressee", Severity.ERROR, (0, 0), message, advice, limits)


def _check_interest(body: Written, people: Sequence[Person], limits: Limits) -> Iterator[Finding]:
    """A single person in it is no fault, but whoever reads it asks whether the matter is one of general interest."""
    private = [person for person in people if not person.roles and person.surname in body.own]
    if private:
        at = body.own.index(private[0].surname)
        message = f"A {limits.name} must not be on strictly personal matters; this one speaks of {private[0].name}."
        advice = "See that it says why the case is of general interest."
        span = (at, at + len(private[0].surname))
        yield _finding(body, "question-personal", Severity.NOTE, span, message, advice, limits)


def _finding(
    written: Written, code: str, severity: Severity, span: tuple[int, int], message: str, advice: str, limits: Limits
) -> Finding:
    found = written.finding(code, severity, span, message, advice)
    return found.model_copy(update={"source": limits.source, "quote": found.quote[:80]})


@cache
def _limits() -> Mapping[str, Limits]:
    return TypeAdapter(dict[str, Limits]).validate_python(load_convention("limits.toml"))
