from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.checks.written import Written

TEXTS = [
    ("en", ["Thank you. ", "We met Mr. Smith of No. 5."]),
    ("en", ["You wrote: “We will. Indeed.” [@a-b#f1]. ", "I agree."]),
    ("en", ["It was so. [@a-b#f1] ", "I agree."]),
    ("en", ["It was so. ", "“We will” was said [@a-b#f1]."]),
    ("en", ["I ask:\n", "1. Why?\n", "2. When?"]),
    ("de", ["Am 23. Mai kam z.B. Herr Dr. Braun. ", "Er ging."]),
    ("fr", ["M. Dupont est venu. ", "Il est parti."]),
    ("en", ["First.", "Second."]),
]


@pytest.mark.parametrize(("language", "parts"), TEXTS)
def test_sentences_end_where_a_reader_sees_them_end(language: str, parts: list[str]) -> None:
    text = "\n\n".join(parts) if parts == ["First.", "Second."] else "".join(parts)
    assert [text[start:end] for start, end in Written(text=text).sentences(language)] == [
        part.strip() for part in parts
    ]


@given(st.text(alphabet="Ab.?! \n“”[]@#1a-", max_size=120))
def test_every_word_lies_in_one_sentence(text: str) -> None:
    spans = list(Written(text=text).sentences("en"))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
