import datetime as dt

import pytest

from assistant.drafting.language import load_language
from assistant.drafting.offers import forms_to
from assistant.drafting.protocol import Form
from assistant.errors import UnknownNameError
from assistant.model.person import Person, Role
from assistant.settings import Settings

TODAY = dt.date(2019, 6, 20)
CECILIA = Person.model_validate(
    {
        "id": "c",
        "name": "Cecilia Malmström",
        "gender": "female",
        "roles": (Role(title="Commissioner", office="commissioner"),),
    }
)
HOUSE = Settings.model_validate(
    {"forms_of_address": {"commissioner": {"fr": {"salutation": "Chère Madame {surname},", "gender": "female"}}}}
)


def offered(name: str, office: str | None = None, code: str = "fr", settings: Settings = HOUSE) -> tuple[Form, ...]:
    return forms_to(name, office, load_language(code), (CECILIA,), settings, TODAY)


def test_a_known_person_is_offered_the_forms_of_her_office_and_gender_the_houses_own_first() -> None:
    first, second = offered("Cecilia Malmström")
    assert (first.salutation.text, first.salutation.status) == ("Chère Madame Malmström,", "house")
    assert first.closing.text.startswith("Veuillez agréer, Chère Madame Malmström, ")
    assert (second.salutation.text, second.salutation.status) == ("Madame la Commissaire,", "memory")
    assert second.address
    assert second.address.text == "Madame Cecilia Malmström"


def test_of_somebody_unknown_the_forms_for_both_are_offered() -> None:
    genders = [form.gender for form in offered("Kim Muster", "commissioner", settings=Settings())]
    assert genders == ["female", "male"]


def test_gaps_stay_where_nobody_is_named() -> None:
    assert [form.salutation.text for form in offered("", "person", "en")] == [
        "Dear {title} {surname},",
        "Dear {name},",
        "Dear Sir or Madam,",
    ]


def test_an_office_without_table_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="ombudsman"):
        offered("X", "astronaut")
