import pytest

from assistant.drafting.checks.greeted_name import check_greeted_name
from assistant.drafting.language import load_language
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Severity
from assistant.model.person import Person

PEOPLE = (Person(id="ana-gomes", name="Ana Gomes"), Person(id="sven-olov-carlsson", name="Sven-Olov Carlsson"))


def check(salutation: str, language: str = "en") -> list[Finding]:
    fields = {"salutation": salutation, "recipient": {"name": "Sven-Olov Carlsson"}}
    return list(check_greeted_name(Draft(template="a", fields=fields), load_language(language), PEOPLE))


@pytest.mark.parametrize(
    ("language", "salutation"),
    [
        ("en", "Dear Ms Gomes,"),
        ("en", "Dear Honourable Member, Dear Ms Gomes,"),
        ("de", "Sehr geehrte Frau Gomes,"),
        ("it", "Gentile Signora Gomes,"),
        ("es", "Estimada señora Gomes:"),
    ],
)
def test_the_name_of_somebody_else_is_a_warning(language: str, salutation: str) -> None:
    (finding,) = check(salutation, language)
    assert (finding.code, finding.severity, finding.quote) == (
        "salutation-of-another-person",
        Severity.WARNING,
        "Gomes",
    )


def test_a_name_nobody_knows_is_a_note() -> None:
    (finding,) = check("Dear Mr Smith,")
    assert finding.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("language", "salutation"),
    [
        ("en", "Dear Mr Carlsson,"),
        ("en", "Dear Mr Sven-Olov Carlsson,"),
        ("en", "Your Excellency,"),
        ("en", "Dear Mr President,"),
        ("en", "Dear colleague,"),
        ("de", "Sehr geehrter Herr Carlsson,"),
        ("de", "Sehr geehrter Herr Botschafter,"),
        ("fr", "Monsieur l’Ambassadeur,"),
        ("es", "Estimado señor Carlsson:"),
    ],
)
def test_the_addressee_or_an_office_is_left_alone(language: str, salutation: str) -> None:
    assert check(salutation, language) == []
