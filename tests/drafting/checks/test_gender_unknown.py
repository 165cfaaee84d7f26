import pytest

from assistant.drafting.bench import Bench
from assistant.drafting.checks.forms_of_address import check_forms_of_address
from assistant.drafting.language import load_language
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Severity
from assistant.model.person import Person
from tests.drafting.desk import TODAY

KIM = Person.model_validate({"id": "kim", "name": "Kim Muster", "gender": "female"})


def found(code: str, office: str, salutation: str, *people: Person) -> list[Finding]:
    recipient = {"name": "Kim Muster", "office": office}
    draft = Draft(template="a", language=code, fields={"recipient": recipient, "salutation": salutation})
    bench = Bench(shelf={}.get, people=people)
    findings = check_forms_of_address(draft, load_language(code), bench, TODAY)
    return [finding for finding in findings if finding.code == "address-gender-unknown"]


@pytest.mark.parametrize(
    ("code", "office", "general", "advised", "severity"),
    [
        ("de", "commissioner", "Sehr geehrte Damen und Herren,", "Sehr geehrte Frau Kommissarin,", Severity.WARNING),
        ("fr", "commissioner", "Madame, Monsieur,", "Monsieur le Commissaire,", Severity.WARNING),
        ("pl", "ombudsman", "Szanowni Państwo,", "Szanowna Pani Rzecznik,", Severity.WARNING),
        ("de", "person", "Sehr geehrte Damen und Herren,", "Sehr geehrter Herr Muster,", Severity.NOTE),
    ],
)
def test_a_general_salutation_to_somebody_named_asks_for_the_gender(
    code: str, office: str, general: str, advised: str, severity: Severity
) -> None:
    (finding,) = found(code, office, general)
    assert advised in finding.advice
    assert finding.severity is severity


@pytest.mark.parametrize(
    ("code", "office", "salutation"),
    [
        ("de", "organisation", "Sehr geehrte Damen und Herren,"),
        ("de", "head_of_delegation", "Exzellenz,"),
        ("en", "commissioner", "Dear Sir or Madam,"),
        ("fr", "commissioner", "Madame la Commissaire,"),
    ],
)
def test_nothing_is_asked_where_the_words_need_no_gender_or_have_one(code: str, office: str, salutation: str) -> None:
    assert found(code, office, salutation) == []


def test_nothing_is_asked_of_somebody_the_office_knows() -> None:
    assert found("de", "commissioner", "Sehr geehrte Damen und Herren,", KIM) == []


@pytest.mark.parametrize("name", ["", " ", "\t"])
def test_nobody_is_no_woman_and_no_man(name: str) -> None:
    fields = {"recipient": {"name": name, "office": "commissioner"}, "salutation": "Sehr geehrte Damen und Herren,"}
    draft = Draft(template="a", language="de", fields=fields)
    findings = check_forms_of_address(draft, load_language("de"), Bench(shelf={}.get), TODAY)
    assert "address-gender-unknown" not in [finding.code for finding in findings]
