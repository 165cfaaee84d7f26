"""Written questions like one of the last six months: proposed by their words, never across languages or too late."""

import datetime as dt

import pytest

from assistant.exchange.questions import asked_before, findings
from assistant.model.fact import Act
from assistant.model.letter import DocumentKind
from assistant.model.outline import Outline, PartyNames, Said

PRISONS = (
    "On 23 April 2019 prisoners in Zarechny, Kazakhstan, were searched and beaten by the National Guard. "
    "\n1. Has the VP/HR raised the beating of prisoners in Zarechny with the Kazakh authorities? "
    "\n2. Will the EU Delegation visit the prison of Zarechny?"
)
AGAIN = (
    "Has the VP/HR raised with the authorities of Kazakhstan that prisoners were beaten in Zarechny? "
    "When will the Delegation visit the prison in Zarechny?"
)
OTHER = "Which part of the funds for rural development in Portugal has the Commission paid out since 2014?"


def question(text: str, date: str | None = "2019-05-03", language: str = "en", name: str = "gomes") -> Outline:
    return Outline(
        id=f"{date}-{name}",
        kind=DocumentKind.WRITTEN_QUESTION,
        language=language,
        date=date,
        subject="",
        number="E-001234/2019",
        sender=PartyNames("Ana Gomes"),
        recipients=(),
        refers_to=(),
        is_reply=False,
        asks=tuple(Said(f"f{at}", Act.QUESTION, f"{asked}?", "", "") for at, asked in enumerate(text.split("?")[:-1])),
        promises=(),
    )


def test_a_question_in_other_words_is_found_and_told_with_the_words_they_share() -> None:
    [found] = asked_before(PRISONS, "en", dt.date(2019, 6, 20), [question(AGAIN), question(OTHER, name="other")])
    [finding] = findings([found])
    assert finding.message.startswith("Much of this was asked on 2019-05-03 in E-001234/2019 (2019-05-03-gomes): ")
    assert "Zarechny" in finding.message
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("day", "counts"),
    [("2019-05-02", False), ("2019-05-03", True), ("2019-11-03", True), ("2019-11-04", False)],
)
def test_it_counts_for_six_months_from_its_day(day: str, *, counts: bool) -> None:
    assert bool(asked_before(PRISONS, "en", dt.date.fromisoformat(day), [question(AGAIN)])) is counts


def test_another_matter_another_language_and_a_question_without_a_day_are_not_like_it() -> None:
    others = [question(OTHER), question(AGAIN, language="fr", name="fr"), question(AGAIN, date=None)]
    assert asked_before(PRISONS, "en", dt.date(2019, 6, 20), others) == []
