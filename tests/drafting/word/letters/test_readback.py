from io import BytesIO

import docx
import pytest

from assistant.drafting.word.letters.readback import missing_words


def letter() -> bytes:
    document = docx.Document()
    document.add_paragraph("You wrote: “we will keep visiting correctional")
    document.paragraphs[0].add_run(" facilities in the future”.")
    document.add_table(1, 1).cell(0, 0).text = "No circumstance can ever justify the use of torture"
    held = BytesIO()
    document.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    ("words", "stand"),
    [
        ("we will keep visiting correctional facilities in the future", True),
        ("No circumstance can ever justify the use of torture", True),
        ("we will stop visiting correctional facilities", False),
        ("keep visiting correction", False),
    ],
)
def test_quoted_words_stand_in_the_finished_letter_or_are_missed(words: str, stand: bool) -> None:
    assert missing_words(letter(), [words]) == (() if stand else (words,))
