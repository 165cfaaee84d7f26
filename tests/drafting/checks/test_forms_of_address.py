import datetime as dt

import pytest

from assistant.drafting.checks.forms_of_address import check_forms_of_address
from assistant.drafting.language import load_language
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Severity
from assistant.model.person import Person
from assistant.settings import PreferredForm, Settings
from tests.drafting.desk import bench

PEOPLE = (
    Person(id="sven-olov-carlsson", name="Sven-Olov Carlsson", gender="male"),
    Person(id="ana-gomes", name="Ana Gomes", gender="female"),
    Person(id="kim-lee", name="Kim Lee"),
)
EXCELLENCY = "Please accept, Your Excellency, the assurance of my highest consideration."


def check(
    salutation: str, closing: str, *, to: str, office: str, language: str = "en", settings: Settings | None = None
) -> list[Finding]:
    fields = {"salutation": salutation, "closing": closing, "recipient": {"name": to, "office": office}}
    desk = bench().model_copy(update={"people": PEOPLE, "settings": settings or Settings()})
    draft = Draft(template="a", language=language, fields=fields)
    return list(check_forms_of_address(draft, load_language(language), desk, dt.date(2019, 6, 20)))


AGREER = "Veuillez agréer, {}, l’expression de ma haute considération."
SALUER = "Veuillez agréer, {}, l’expression de mes salutations distinguées."
FITTING = [
    ("en", "Your Excellency,", EXCELLENCY, "Sven-Olov Carlsson", "head_of_delegation"),
    ("en", "Dear Ambassador,", "Yours sincerely,", "Sven-Olov Carlsson", "head_of_delegation"),
    ("en", "Dear Mr Carlsson,", "Yours sincerely,", "Sven-Olov Carlsson", "head_of_delegation"),
    ("en", "Dear Ms Gomes,", "Yours sincerely,", "Ana Gomes", "member"),
    ("en", "Dear Ms Lee,", "Yours sincerely,", "Kim Lee", "person"),
    ("en", "Dear Sir or Madam,", "Yours faithfully,", "Ana Gomes", "person"),
    ("en", "My dear friend,", "With all good wishes,", "Ana Gomes", "member"),
    ("fr", "Madame la Députée,", AGREER.format("Madame la Députée"), "Ana Gomes", "member"),
    ("fr", "Madame, Monsieur,", SALUER.format("Madame, Monsieur"), "Ana Gomes", "person"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "salutation", "closing", "to", "office"), FITTING)
def test_what_fits_is_left_alone(language: str, salutation: str, closing: str, to: str, office: str) -> None:
    assert check(salutation, closing, to=to, office=office, language=language) == []


@pytest.mark.parametrize(
    ("language", "salutation", "to", "wrong"),
    [
        ("en", "Dear Ms Carlsson,", "Sven-Olov Carlsson", "Ms"),
        ("en", "Dear Honourable Member, Dear Mr Gomes,", "Ana Gomes", "Mr"),
        ("de", "Sehr geehrte Frau Carlsson,", "Sven-Olov Carlsson", "Frau"),
        ("fr", "Monsieur le Député,", "Ana Gomes", "Monsieur"),
        ("it", "Gentile Signora Carlsson,", "Sven-Olov Carlsson", "Signora"),
        ("es", "Estimado señor Gomes:", "Ana Gomes", "señor"),
        ("pl", "Szanowna Pani,", "Sven-Olov Carlsson", "Pani"),
    ],
)
def test_the_wrong_gender_is_an_error(language: str, salutation: str, to: str, wrong: str) -> None:
    finding = check(salutation, "", to=to, office="person", language=language)[0]
    assert (finding.code, finding.severity, finding.quote) == ("address-gender", Severity.ERROR, wrong)
    assert finding.place == "field “salutation”"


def test_the_title_in_the_address_tells_the_gender_of_somebody_unknown() -> None:
    def told(salutation: str) -> list[str]:
        recipient = {"name": "Jan Smit", "lines": ["Mr Jan Smit", "Rue Wiertz 60"]}
        draft = Draft(template="a", fields={"salutation": salutation, "closing": "", "recipient": recipient})
        findings = check_forms_of_address(draft, load_language("en"), bench(), dt.date(2019, 6, 20))
        return [finding.message for finding in findings]

    assert told("Dear Ms Smit,") == ["“Ms” does not fit Jan Smit, whom the address calls “Mr”."]
    assert told("Dear Mr Smit,") == []


def test_the_salutation_of_another_office_is_told_with_the_usual_form_and_its_source() -> None:
    (finding,) = check("Dear Commissioner,", "Yours sincerely,", to="Kim Lee", office="head_of_delegation")
    assert (finding.code, finding.severity) == ("salutation-of-another-office", Severity.WARNING)
    assert "Your Excellency," in finding.advice
    assert "CRD correspondence guide" in finding.advice


def test_a_form_known_from_memory_is_only_a_note() -> None:
    (finding,) = check("Dear Minister,", "Yours sincerely,", to="Kim Lee", office="commissioner")
    assert (finding.severity, "memory" in finding.advice) == (Severity.NOTE, True)


def test_what_the_house_wishes_is_right() -> None:
    wish = Settings(forms_of_address={"head_of_delegation": {"en": (PreferredForm(salutation="Dear Commissioner,"),)}})
    assert check("Dear Commissioner,", "Yours,", to="Kim Lee", office="head_of_delegation", settings=wish) == []


def test_a_french_closing_repeats_the_title_of_the_salutation_and_is_put_right() -> None:
    closing = AGREER.format("Madame")
    (finding,) = check("Madame la Députée,", closing, to="Ana Gomes", office="member", language="fr")
    assert finding.code == "closing-unlike-salutation"
    fix = finding.fix
    assert fix
    assert fix.field == "closing"
    assert closing[: fix.start] + fix.replacement + closing[fix.end :] == closing.replace("Madame", "Madame la Députée")


def test_a_closing_that_goes_with_another_salutation_is_told() -> None:
    (finding,) = check("Dear Sir or Madam,", "Yours sincerely,", to="Kim Lee", office="person")
    assert finding.code == "closing-unlike-salutation"
    assert "Yours faithfully," in finding.advice
