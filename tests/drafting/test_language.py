import pytest

from assistant.drafting.language import known_languages, load_language
from assistant.errors import UnknownNameError


@pytest.mark.parametrize("code", known_languages())
def test_every_language_file_can_be_read(code: str) -> None:
    assert load_language(code).code == code


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2019-05-23", "23 May 2019"),
        ("2019-05", "May 2019"),
        ("2019", "2019"),
        ("soon", "soon"),
        ("2019-13-01", "2019-13-01"),
    ],
)
def test_dates_are_written_out_as_far_as_they_are_known(date: str, words: str) -> None:
    assert load_language("en").date_in_words(date) == words


@pytest.mark.parametrize(
    ("name", "small"),
    [
        ("DELEGATION TO THE REPUBLIC OF KAZAKHSTAN", "Delegation to the Republic of Kazakhstan"),
        ("EU DELEGATION", "EU Delegation"),
        ("THE HAGUE", "The Hague"),
        ("Delegation of the European Union", "Delegation of the European Union"),
        ("PROSECUTOR GENERAL'S OFFICE", "Prosecutor General's Office"),
    ],
)
def test_a_letterhead_in_capitals_is_written_in_ordinary_letters(name: str, small: str) -> None:
    assert load_language("en").small_letters(name) == small


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_series_ends_with_its_conjunction(items: list[str], words: str) -> None:
    assert load_language("en").series(items) == words


def test_a_language_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(UnknownNameError, match=r"Known: .*en"):
        load_language("xx")
