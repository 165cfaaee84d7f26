import datetime as dt

import pytest

from assistant.drafting.rules_of_procedure import rules_of_procedure

RULES = rules_of_procedure()
QUESTION, URGENCY = "written_question", "urgency"


@pytest.mark.parametrize(
    ("subject", "day", "number"),
    [
        (QUESTION, dt.date(2012, 3, 1), "117"),
        (QUESTION, dt.date(2017, 11, 24), "130"),
        (QUESTION, dt.date(2019, 7, 1), "130"),
        (QUESTION, dt.date(2019, 7, 2), "138"),
        (QUESTION, dt.date(2024, 7, 15), "138"),
        (QUESTION, dt.date(2024, 7, 16), "144"),
        (URGENCY, dt.date(2007, 5, 1), "115"),
        (URGENCY, dt.date(2019, 3, 14), "135"),
        (URGENCY, dt.date(2021, 1, 18), "144"),
        (URGENCY, dt.date(2025, 1, 20), "150"),
    ],
)
def test_a_rule_bears_the_number_of_its_term(subject: str, day: dt.date, number: str) -> None:
    rule = RULES.rule(subject, day)
    assert rule
    assert rule.number == number
    assert RULES.subject_of(number, day) == subject


def test_rule_144_is_about_two_things_in_two_terms() -> None:
    assert RULES.subject_of("144", dt.date(2021, 1, 18)) == URGENCY
    assert RULES.subject_of("144", dt.date(2025, 1, 20)) == QUESTION


def test_a_number_that_is_not_known_is_left_to_be_filled_in() -> None:
    assert RULES.rule(URGENCY, dt.date(2012, 3, 1)) is None
    assert RULES.numbers(dt.date(2012, 3, 1))[URGENCY] == "[number of the Rule]"
    assert RULES.term_of(dt.date(1999, 1, 1)) is None


def test_what_was_read_somewhere_says_where() -> None:
    founded = [(term.status, term.source) for term in RULES.terms] + [
        (rule.status, rule.source) for rule in RULES.rules
    ]
    assert all(bool(source) is (status == "verified") for status, source in founded)
    assert [term.begins for term in RULES.terms] == sorted(term.begins for term in RULES.terms)
