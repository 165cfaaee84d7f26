import pytest

from assistant.drafting.addressing import office_named, role_in
from assistant.drafting.language import known_languages, load_language
from assistant.drafting.protocol import PERSON, Gender


@pytest.mark.parametrize(
    ("title", "office", "gender", "code", "called"),
    [
        ("Head of Delegation", "head_of_delegation", "male", "fr", "Chef de délégation"),
        ("Head of Delegation", "head_of_delegation", "female", "fr", "Cheffe de délégation"),
        ("Head of Delegation", "head_of_delegation", None, "fr", "Head of Delegation"),
        ("Head of Delegation", "head_of_delegation", None, "it", "Capo della delegazione"),
        ("Cheffe de délégation", "head_of_delegation", "female", "en", "Head of Delegation"),
        ("Head of Delegation to Kazakhstan", "head_of_delegation", "male", "fr", "Head of Delegation to Kazakhstan"),
        ("Director", PERSON, "male", "de", "Director"),
        ("", PERSON, None, "de", ""),
    ],
)
def test_the_whole_name_of_an_office_is_written_in_the_letters_language(
    title: str, office: str, gender: Gender | None, code: str, called: str
) -> None:
    assert role_in(title, office, gender, load_language(code)) == called


@pytest.mark.parametrize("code", known_languages())
def test_the_name_of_an_office_tells_it(code: str) -> None:
    language = load_language(code)
    for key, office in language.offices.items():
        for cell in office.roles.values():
            assert office_named(cell.text, language) == key


def test_an_office_is_known_by_its_title_in_another_language() -> None:
    assert office_named("Cheffe de la délégation", load_language("de")) == "head_of_delegation"
