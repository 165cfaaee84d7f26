import pytest

from assistant.drafting.checks.guarded_names import GuardedPeople, check_guarded_names
from assistant.drafting.checks.written import Written, written_in
from assistant.model.draft import Draft
from assistant.model.finding import Finding, Severity
from assistant.model.person import Naming, Person


def test_a_person_who_may_not_be_named_is_named_nowhere() -> None:
    guarded = Person.model_validate(
        {
            "id": "a-b",
            "name": "Anna Bek",
            "aliases": ["Bek"],
            "naming": Naming(allowed=False, reason="her family asked for it", instead="Ms B."),
        }
    )
    body = "They met Anna Bek in Bekovo. “Bek is well.”"
    findings = list(check_guarded_names(Written(text=body), GuardedPeople(everybody=(guarded,))))
    assert [finding.quote for finding in findings] == ["Anna Bek", "Bek"]
    assert findings[0].message == "Anna Bek may not be named: her family asked for it."
    assert findings[0].fix
    assert findings[0].fix.replacement == "Ms B."


BOKAYEV = Person(id="max-bokayev", name="Max Bokayev", naming=Naming(allowed=False, instead="M. B."))
KOWALSKA = Person(id="anna-kowalska", name="Anna Kowalska", naming=Naming(allowed=False))
ZHUMAGULOV = Person(id="marat-zhumagulov", name="Marat Zhumagulov", naming=Naming(allowed=False))
SOMEBODY = Person(id="olga-bokayeva", name="Olga Bokayeva")
DZHAKISHEV = Person(id="mukhtar-dzhakishev", name="Mukhtar Dzhakishev", naming=Naming(allowed=False))
BALTABAY = Person(id="erlan-baltabay", name="Erlan Baltabay", naming=Naming(allowed=False))
PEOPLE = GuardedPeople(everybody=(BOKAYEV, KOWALSKA, ZHUMAGULOV, DZHAKISHEV, BALTABAY, SOMEBODY))

NAMED = [
    "Max Bokayev", "MAX BOKAYEV", "Bokayev, Max", "Max\nBokayev", "Mr Bokayev", "prisoner Bokayev’s cell",
    "Maxa Bokayeva", "Maksa Bokajewa", "z Maksem Bokajewem", "panu Bokajewowi",  # Polish
    "Макса Бокаева", "с Максом Бокаевым", "к Бокаеву",  # Russian
    "Bokayevs Zelle", "Max Bokajews Zelle",  # German
    "l’affaire Bokaïev", "Max Bokaiev",  # French
    "Anny Kowalskiej", "Annie Kowalskiej", "Annę Kowalską", "Anną Kowalską", "pani Kowalskiej",
    "Djakichev", "Dschakischews Zelle", "z Muchtarem Dżakiszewem", "del signor Giakiscev", "о Джакишеве",
    "Baltabaï", "Балтабаю", "Балтабаем", "Erlana Bałtabaja", "Jumaguloff",
    "Marata Żumagułowa", "Марату Жумагулову", "Jumagulov", "M. Joumagoulov", "Marat Dschumagulow", "Zhumagulovs Fall",
]  # fmt: skip
NOT_NAMED = [
    "Olga Bokayeva",
    "Bekovo",
    "the market",
    "Boka",
    "Anna Nowak",
    "Max Weber",
    "Marat",
    "Kowal",
    "bokeh",
    "Tokayev",
    "the journalist",
]


def check(text: str) -> list[Finding]:
    return list(check_guarded_names(Written(text=text), PEOPLE))


def test_a_name_too_short_to_stand_alone_is_found_with_the_surname_first() -> None:
    guarded = Person(id="wei-li", name="Wei Li", naming=Naming(allowed=False))
    findings = check_guarded_names(Written(text="I met Li Wei."), GuardedPeople(everybody=(guarded,)))
    assert [finding.quote for finding in findings] == ["Li Wei"]


@pytest.mark.parametrize("text", NAMED)
def test_a_guarded_name_is_found_in_every_case_and_spelling(text: str) -> None:
    (finding,) = check(text)
    assert (finding.code, finding.severity) == ("person-not-to-be-named", Severity.ERROR)


@pytest.mark.parametrize("text", NOT_NAMED)
def test_other_words_and_other_people_are_left_alone(text: str) -> None:
    assert check(text) == []


def test_the_surname_behind_another_given_name_may_be_somebody_else() -> None:
    (finding,) = check("Boris Bokayev")
    assert (finding.severity, finding.fix) == (Severity.WARNING, None)


def test_a_name_inside_a_quotation_is_told_but_never_put_right_by_itself() -> None:
    (finding,) = check("“Mr Bokayev is ill” [@a-b#f1]")
    assert finding.severity is Severity.ERROR
    assert finding.fix is None
    assert "[…]" in finding.advice


def test_the_sign_of_possession_stays_when_the_name_goes() -> None:
    text = "In Max Bokayev’s cell"
    (finding,) = check(text)
    assert finding.fix
    assert text[: finding.fix.start] + finding.fix.replacement + text[finding.fix.end :] == "In M. B.’s cell"


@pytest.mark.parametrize("fields", [{"subject": "The case of M. Bokajew"}, {"annexes": ["Letter of Max Bokayev"]}])
def test_no_field_names_them_either(fields: dict[str, object]) -> None:
    texts = written_in(Draft(template="a", fields=fields))
    (finding,) = [finding for written in texts for finding in check_guarded_names(written, PEOPLE)]
    assert finding.place == f"field “{next(iter(fields))}”"
