"""Findings about Rules of Procedure cited by the number of another parliamentary term: the trap of “Rule 144”.

A number is told only where the sentence says what the Rule is about; the numbers stand in rules_of_procedure.toml.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from assistant.drafting.checks.written import Written
from assistant.drafting.conventions import load_convention, severity_of
from assistant.drafting.rules_of_procedure import Rule, rules_of_procedure
from assistant.model.base import Value
from assistant.model.finding import Finding

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class RuleWords(Value):
    """How a language speaks of Rules."""

    rule: re.Pattern[str]
    subjects: dict[str, tuple[str, ...]]


def check_rules(written: Written, language: str, day: dt.date) -> Iterator[Finding]:
    """Rules in own words bear the number of the term of the letter's day, unless the sentence names another year."""
    words = _words().get(language)
    if words is None:
        return
    for found in words.rule.finditer(written.own):
        sentence = written.sentence_at(found.start(), language)
        subject = next((each for each, said in words.subjects.items() if any(word in sentence for word in said)), None)
        rule = rules_of_procedure().rule(subject, day) if subject else None
        if rule and rule.number != found["number"] and not _YEAR.search(sentence):
            yield _finding(written, found.span("number"), rule)


def _finding(written: Written, span: tuple[int, int], rule: Rule) -> Finding:
    number = written.text[slice(*span)]
    founded = f"{rule.status}{f': {rule.source}' if rule.source else ''}"
    return written.finding(
        "rule-of-another-term",
        severity_of(rule.status),
        span,
        f"In the parliamentary term of this letter that is Rule {rule.number}, not {number}.",
        f"Write “{rule.number}” ({founded}), or name the year meant.",
    )


@cache
def _words() -> dict[str, RuleWords]:
    return {code: RuleWords.model_validate(entry) for code, entry in load_convention("rules.toml").items()}
