from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.extraction.document import Document
from assistant.extraction.lexicon import load_lexicon
from tests.extraction.conftest import source_of

Prepare = Callable[[str], Document]


@given(st.text())
def test_the_view_is_as_long_as_the_text(text: str) -> None:
    assert len(Document(source_of(text), load_lexicon("en")).view) == len(text)


@given(st.text("a \n*`\\\u200b[]()", max_size=30))
@example("[\na]()")
@example("[a\n]()")
def test_every_line_has_words(text: str) -> None:
    document = Document(source_of(text), load_lexicon("en"))
    assert all(document.line_words(line) for line in document.lines)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("*early* 2017", " early  2017"),
        ("[Antonio Stango](#) said", " Antonio Stango     said"),
        ("the Prosecutor’s “office”", 'the Prosecutor\'s "office"'),
    ],
)
def test_markup_and_typographic_marks_are_smoothed_away(text: str, view: str, document: Prepare) -> None:
    assert document(text).view == view


def test_a_break_that_wraps_is_a_blank_and_a_break_that_parts_stays(document: Prepare) -> None:
    letter = (
        "Mrs Ana Gomes\nRue Wiertz 60\n\n"
        "Thank you for your letter of the fifteenth of May in which you raise a\n"
        "number of important human rights issues and in particular the inspection\n"
        "of prisoners in Zarechny, which we have followed with great attention.\n"
    )
    view = document(letter).view
    assert "Gomes\nRue" in view
    assert "raise a number" in view
    assert "inspection of prisoners" in view


def test_a_possessive_is_no_part_of_the_word(document: Prepare) -> None:
    word = document("Nazarbayev's regime").words[0]
    assert (word.text, word.possessive) == ("Nazarbayev", True)


def test_an_acronym_before_a_hyphen_is_a_word_of_its_own(document: Prepare) -> None:
    assert [word.text for word in document("the EU-Kazakhstan dialogue and Sven-Olov").words] == [
        "the", "EU", "Kazakhstan", "dialogue", "and", "Sven-Olov",
    ]  # fmt: skip
