import pytest

from assistant.drafting.language import load_language
from assistant.drafting.letterhead import addresses_in, member_in
from assistant.settings import Settings


def settings(**member: str | None) -> Settings:
    said = {"name": "Ana Gomes", "gender": "female", "group": "S&D Group", **member}
    return Settings.model_validate({"member": said, "letterhead": {"fr": {"group": "Groupe S&D"}}})


@pytest.mark.parametrize(
    ("language", "institution", "designation"),
    [
        ("en", "European Parliament", "Member of the European Parliament"),
        ("fr", "Parlement européen", "Députée au Parlement européen"),
        ("pl", "Parlament Europejski", "Posłanka do Parlamentu Europejskiego"),
    ],
)
def test_the_usual_words_are_translated(language: str, institution: str, designation: str) -> None:
    member = member_in(load_language(language), settings())
    assert (member.institution, member.designation) == (institution, designation)


def test_what_the_office_says_for_a_language_stands_there() -> None:
    assert member_in(load_language("fr"), settings()).group == "Groupe S&D"
    assert member_in(load_language("de"), settings()).group == "S&D Group"


def test_words_of_the_offices_own_stay() -> None:
    member = member_in(load_language("fr"), settings(designation="Vice-President"))
    assert member.designation == "Vice-President"


def test_a_gender_nobody_told_is_not_guessed() -> None:
    unknown = settings(gender=None)
    assert member_in(load_language("fr"), unknown).designation == "Member of the European Parliament"
    assert member_in(load_language("de"), unknown).designation == "Mitglied des Europäischen Parlaments"


def test_towns_of_an_address_are_translated_and_nothing_else() -> None:
    address = {"label": "Brussels", "lines": ["Rue Brussels 60", "B-1047 Brussels", "Nowhere"]}
    office = Settings.model_validate({"addresses": [address]})
    [made] = addresses_in(load_language("pl"), office)
    assert (made.label, made.lines) == ("Bruksela", ("Rue Brussels 60", "B-1047 Bruksela", "Nowhere"))
