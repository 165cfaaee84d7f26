from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.extraction.tagging.tokens import split_words


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in split_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Shakirov’s office", ["Mr.", "Shakirov", "’s", "office"]),
        ("(EPCA), ratified", ["(", "EPCA", ")", ",", "ratified"]),
        ("l'Union européenne", ["l'", "Union", "européenne"]),
        ("dell’Unione", ["dell’", "Unione"]),
        ("EU-Kazakhstan and CDU/CSU", ["EU-Kazakhstan", "and", "CDU/CSU"]),
        ("J. Smith of Washington D.C.", ["J.", "Smith", "of", "Washington", "D.C."]),
        ("in Iran.", ["in", "Iran", "."]),
        ("12.5 million, 2019/2610(RSP)", ["12.5", "million", ",", "2019/2610", "(", "RSP", ")"]),
        (
            "write to a.b@europa.eu, see https://europa.eu/x",
            ["write", "to", "a.b@europa.eu", ",", "see", "https://europa.eu/x"],
        ),
        ("Pawła BEJDY", ["Pawła", "BEJDY"]),
        ("", []),
    ],
)
def test_words_are_cut_as_the_models_were_taught(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_only_the_stretch_asked_for_is_cut() -> None:
    assert list(split_words("Dear Ms Gomes,", 5, 13)) == [(5, 7), (8, 13)]


@given(st.text())
def test_no_character_is_lost_and_no_word_overlaps_another(text: str) -> None:
    places = list(split_words(text))
    assert all(start < end for start, end in places)
    assert all(first[1] <= second[0] for first, second in pairwise(places))
    assert "".join("".join(words(text)).split()) == "".join(text.split())
