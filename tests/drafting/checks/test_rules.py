import datetime as dt

import pytest

from assistant.drafting.checks.rules import check_rules
from assistant.drafting.checks.written import Written

WRITTEN_QUESTION = {
    "en": "I shall table a written question under Rule {}.",
    "fr": "Je poserai une question écrite au titre de l’article {} du règlement.",
    "de": "Ich werde eine schriftliche Anfrage gemäß Artikel {} der Geschäftsordnung stellen.",
    "pl": "Złożę pytanie pisemne na podstawie art. {} Regulaminu.",
    "it": "Presenterò un’interrogazione scritta a norma dell’articolo {} del regolamento.",
    "es": "Presentaré una pregunta escrita con arreglo al artículo {} del Reglamento.",
}


@pytest.mark.parametrize("language", WRITTEN_QUESTION)
@pytest.mark.parametrize(
    ("day", "right", "wrong"),
    [("2019-06-20", "130", "144"), ("2021-03-01", "138", "144"), ("2025-03-01", "144", "138")],
)
def test_a_rule_bears_the_number_of_the_term(language: str, day: str, right: str, wrong: str) -> None:
    def check(number: str) -> list[str]:
        written = Written(text=WRITTEN_QUESTION[language].format(number))
        return [finding.message for finding in check_rules(written, language, dt.date.fromisoformat(day))]

    assert check(right) == []
    assert check(wrong) == [f"In the parliamentary term of this letter that is Rule {right}, not {wrong}."]


@pytest.mark.parametrize(
    "text",
    [
        "Rule 144 applies.",
        "The written question of 2020 was tabled under Rule 138.",
        "“a written question under Rule 138”",
    ],
)
def test_a_rule_that_may_be_meant_is_left_alone(text: str) -> None:
    assert list(check_rules(Written(text=text), "en", dt.date(2025, 3, 1))) == []
