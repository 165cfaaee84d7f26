"""Whether a written question was asked before: Parliament takes none that is like one of the last six months.

Compares by shared words, in one language; whether something new has happened since is for a person to say.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assistant.exchange.deadlines import months_later
from assistant.exchange.likeness import Wording
from assistant.model.finding import Finding, Severity
from assistant.model.letter import DocumentKind
from assistant.model.outline import Outline

MONTHS = 6
_LIKE = 0.6
"""Share of the words of an earlier question that a new one must have."""
_MOST_SHOWN = 5
_NUMBERED = re.compile(r"^[ \t]*\d{1,2}[.)][ \t]", re.MULTILINE)
_SOURCE = "Rules of Procedure, Annex III"


class AskedBefore(NamedTuple):
    """An earlier question that is like a new one."""

    question: Outline
    shared: tuple[str, ...]
    """The words both have, the weightiest first."""

    @property
    def name(self) -> str:
        """Its number, where it has one, and its id."""
        return f"{self.question.number} ({self.question.id})" if self.question.number else self.question.id


def asked_before(text: str, language: str, day: dt.date, letters: Iterable[Outline]) -> list[AskedBefore]:
    """The questions of the six months before `day` that a text asks again, the likest first."""
    questions = [each for each in letters if each.language == language and _counts(each, day)]
    asked = {each.id: " ".join(said.quote for said in each.asks) or each.subject for each in questions}
    said = _NUMBERED.sub("", text)
    wording = Wording([said, *asked.values()])
    compared = [(each, *wording.compare(asked[each.id], said)) for each in questions]
    compared.sort(key=lambda one: -one[1])
    return [AskedBefore(each, shared[:_MOST_SHOWN]) for each, share, shared in compared if share >= _LIKE]


def findings(asked: Iterable[AskedBefore]) -> Iterator[Finding]:
    """A warning for each."""
    for each in asked:
        yield Finding(
            code="question-asked-before",
            severity=Severity.WARNING,
            message=f"Much of this was asked on {each.question.date} in {each.name}: {', '.join(each.shared)}.",
            advice="Say what is new since then, or ask something else.",
            why="A question like one of the last six months comes back with a copy of the answer to that one.",
            source=_SOURCE,
        )


def _counts(letter: Outline, day: dt.date) -> bool:
    is_question = letter.kind is DocumentKind.WRITTEN_QUESTION
    return is_question and letter.day is not None and letter.day <= day <= months_later(letter.day, MONTHS)
