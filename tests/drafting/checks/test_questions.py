import datetime as dt

import pytest

from assistant.drafting.checks.questions import check_limits
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Severity
from assistant.model.person import Person, Role

DAY = dt.date(2025, 3, 1)
PEOPLE = (
    Person(id="max-bokayev", name="Max Bokayev"),
    Person(id="askar-shakirov", name="Askar Shakirov", roles=(Role(title="Ombudsman"),)),
)
FIELDS: dict[str, object] = {"addressee": "the Commission", "rule": "144"}


def check(body: str, kind: str = "written_question", **fields: str | list[str]) -> list[Finding]:
    draft = Draft(template="a", body=body, fields={**FIELDS, **fields})
    return list(check_limits(draft, kind, "en", PEOPLE, DAY))


def codes(body: str, **fields: str) -> list[str]:
    return [finding.code for finding in check(body, **fields)]


def question(words: int) -> str:
    return " ".join([*["word"] * (words - 2), "and", "why?"])


def test_two_hundred_words_are_taken_and_one_more_is_not() -> None:
    assert codes(question(200)) == []
    (finding,) = check(question(201))
    assert (finding.code, finding.severity, finding.source) == (
        "too-many-words",
        Severity.ERROR,
        "Rules of Procedure, Annex III",
    )
    assert finding.message.endswith("at most 200 words; this one has 201.")
    assert finding.advice == "Leave out 1 word or more."


def test_citations_are_not_counted() -> None:
    assert codes(f"{question(200)} [@2019-05-23-carlsson-gomes#f1]") == []


def test_three_questions_are_taken_and_a_fourth_is_not() -> None:
    asked = "\n".join(f"{number}. Has it been raised? With whom?" for number in range(1, 4))
    assert codes(asked) == []
    assert codes(f"{asked}\n4. Why?") == ["too-many-questions"]
    assert codes("Why? When? Where? Who?") == ["too-many-questions"]


def test_a_question_asks_something() -> None:
    assert codes("The matter is grave.") == ["question-missing"]


@pytest.mark.parametrize("addressee", ["the Council", "the Commission (Vice-President/High Representative)"])
def test_a_question_names_whom_it_asks(addressee: str) -> None:
    assert codes("Why?", addressee=addressee) == []
    assert codes("Why?", addressee="the Ombudsman") == ["question-addressee"]
    assert codes("Why?", addressee="") == ["question-addressee"]


def test_a_private_person_is_pointed_at_and_an_official_is_not() -> None:
    (finding,) = check("Why was Mr Bokayev beaten?")
    assert (finding.code, finding.severity) == ("question-personal", Severity.NOTE)
    assert codes("What did Mr Shakirov say?") == []


def test_the_rule_is_that_of_the_term_and_is_put_right() -> None:
    (finding,) = check("Why?", rule="138")
    assert finding.code == "rule-of-another-term"
    assert finding.fix
    assert (finding.fix.field, finding.fix.replacement) == ("rule", "144")


def test_a_motion_has_five_hundred_words_with_its_citations_and_recitals() -> None:
    more: dict[str, str | list[str]] = {"citations": ["having regard to it,"] * 50, "rule": "150"}
    assert check(" ".join(["word"] * 300), "resolution", **more) == []
    assert [finding.code for finding in check(" ".join(["word"] * 301), "resolution", **more)] == ["too-many-words"]


def test_a_letter_has_no_limits() -> None:
    assert check(" ".join(["word"] * 1000), "letter") == []
