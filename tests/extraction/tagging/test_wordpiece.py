import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.extraction.tagging.smart import VOCABULARY
from assistant.extraction.tagging.wordpiece import WordPieces

LINES = VOCABULARY.read_text("utf-8").split("\n")
PIECES = WordPieces(LINES)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Parliament", ["parliament"]),
        ("Zarechny", ["za", "##re", "##ch", "##ny"]),
        ("Świącicki", ["sw", "##iac", "##ick", "##i"]),
        ("EU-Kazakhstan", ["eu", "-", "kazakhstan"]),
        ("’s", ["’", "s"]),
        ("a\u0301\u200b", ["a"]),
        ("\u200b", ["[UNK]"]),
        ("x" * 101, ["[UNK]"]),
        ("中国", ["中", "国"]),
    ],
)
def test_words_fall_into_the_pieces_of_the_vocabulary(word: str, expected: list[str]) -> None:
    assert [LINES[number] for number in PIECES.pieces(word)] == expected


@given(st.text(min_size=1))
def test_every_word_has_a_piece(word: str) -> None:
    assert all(0 <= number < len(LINES) for number in PIECES.pieces(word))
    assert PIECES.pieces(word)
