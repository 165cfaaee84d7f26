"""Which number a Rule of Procedure of the European Parliament bears on a day: Rules are renumbered from term to term.

Data stands in rules_of_procedure.toml, each number with its source; a number that is not known is never guessed.
"""

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from assistant.model.base import Value

Status = Literal["verified", "inferred", "memory"]


class Term(Value):
    """A parliamentary term."""

    term: int
    begins: dt.date
    """First day of its constitutive sitting; it ends where the next one begins."""
    status: Status
    source: str = ""


class Rule(Value):
    """A Rule of Procedure in one term."""

    subject: str
    """written_question, urgency, joint_motion, petition."""
    term: int
    number: str
    status: Status
    source: str = ""


class RulesOfProcedure(Value):
    """All terms and Rules that are known."""

    terms: tuple[Term, ...]
    rules: tuple[Rule, ...]

    @property
    def subjects(self) -> tuple[str, ...]:
        """What there are Rules about."""
        return tuple(dict.fromkeys(rule.subject for rule in self.rules))

    def term_of(self, day: dt.date) -> int | None:
        """The parliamentary term a day lies in; None before the first that is known."""
        begun = [term.term for term in self.terms if term.begins <= day]
        return max(begun, default=None)

    def rule(self, subject: str, day: dt.date) -> Rule | None:
        """The Rule about a subject on a day; None when its number in that term is not known."""
        term = self.term_of(day)
        return next((rule for rule in self.rules if (rule.subject, rule.term) == (subject, term)), None)

    def subject_of(self, number: str, day: dt.date) -> str | None:
        """What a Rule of a number is about on a day: “144” is `urgency` in 2021 and `written_question` in 2025."""
        term = self.term_of(day)
        return next((rule.subject for rule in self.rules if (rule.number, rule.term) == (number, term)), None)

    def numbers(self, day: dt.date) -> dict[str, str]:
        """Every subject with its number on a day, for starters; one not known is left for a person to fill in."""
        found = {subject: self.rule(subject, day) for subject in self.subjects}
        return {subject: rule.number if rule else "[number of the Rule]" for subject, rule in found.items()}


@cache
def rules_of_procedure() -> RulesOfProcedure:
    """The Rules the program knows."""
    data = (files(__package__) / "rules_of_procedure.toml").read_text("utf-8")
    return RulesOfProcedure.model_validate(tomllib.loads(data))
