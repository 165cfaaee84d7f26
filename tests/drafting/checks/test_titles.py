import pytest

from assistant.drafting.checks.titles import check_titles
from assistant.drafting.checks.written import Written
from assistant.model.finding import Finding, Severity
from assistant.model.person import Person

PEOPLE = (
    Person(id="askar-shakirov", name="Askar Shakirov", gender="male"),
    Person(id="ana-gomes", name="Ana Gomes", gender="female"),
    Person(id="kim-lee", name="Kim Lee"),
    Person(id="jo-braun", name="Jo Braun", gender="male"),
    Person(id="eva-braun", name="Eva Braun", gender="female"),
)


def check(text: str, language: str = "en") -> list[Finding]:
    return list(check_titles(Written(text=text), language, PEOPLE))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I met Ms Shakirov."),
        ("en", "I met Mrs. Askar Shakirov."),
        ("fr", "J’ai rencontré Madame Shakirov."),
        ("de", "Ich traf Frau Shakirov und Herrn Shakirov."),
        ("pl", "Rozmawiała z nim Pani Shakirov."),
        ("it", "Ho incontrato il signor Gomes."),
        ("es", "Vi al señor Gomes."),
    ],
)
def test_a_title_of_the_other_gender_is_a_warning(language: str, text: str) -> None:
    (finding,) = check(text, language)
    assert (finding.code, finding.severity) == ("address-gender", Severity.WARNING)


@pytest.mark.parametrize(
    "text",
    ["Mr Shakirov", "Ms Gomes", "Ms Lee", "Mr Braun", "Ms Braun", "Mr Paulo Gomes", "Ms Shakirova", "“Ms Shakirov”"],
)
def test_what_fits_or_may_be_somebody_else_is_left_alone(text: str) -> None:
    assert check(f"I met {text} in May.") == []
