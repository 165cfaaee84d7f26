import random
import string
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.extraction import extract
from assistant.model.precedent import Extraction, Precedent, Record
from assistant.model.source import Source, make_source
from tests.extraction.conftest import LANGUAGES, extract_letter, read_letter, source_of

WORDS = st.sampled_from([
    "Dear", "Mr", "Smith", ",", ".", "?", "“", "”", "(", ")", "the", "European", "Parliament", "of", "and", "Gomes",
    "in", "Minsk", "12", "May", "2019", "Article", "5", "said", "that", "we", "will", "not", "EUR", "3", "million",
    "your", "letter", "dated", "Yours", "sincerely", "\n", "\n\n", "-", "Khartabil's", "office", "Ref.:", "To:",
    "Subject:", "*", "[a](#)",
])  # fmt: skip


def record_of(found: Extraction, source: Source) -> Record:
    return Record(
        schema=1,
        id="letter",
        kind=found.kind,
        language=found.language,
        source=source.description,
        letter=found.letter,
        mentions=found.mentions,
        facts=found.facts,
    )


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_span_of_a_letter_stands_where_it_says(name: str) -> None:
    source = read_letter(name)
    assert Precedent(record=record_of(extract_letter(name), source), text=source.text)


@given(st.lists(WORDS).map(" ".join))
def test_every_span_of_anything_like_a_letter_stands_where_it_says(text: str) -> None:
    source = source_of(text)
    assert Precedent(record=record_of(extract(source), source), text=text)


@given(st.text())
def test_every_span_of_any_text_stands_where_it_says(text: str) -> None:
    source = source_of(text)
    assert Precedent(record=record_of(extract(source), source), text=text)


def test_equal_sources_give_equal_extractions() -> None:
    source = read_letter("carlsson.txt")
    assert extract(source) == extract(source)


def noise() -> str:
    choice = random.Random(7)
    return "".join(choice.choices(string.printable + "äß“”‘’–…Ж", k=200_000))


@pytest.mark.parametrize(
    "text",
    [
        "", " \n\n ", "a" * 100_000, "A" * 100_000, "a." * 50_000, "A-" * 50_000, "1234567890" * 10_000,
        "12 May 2019 " * 5_000, "2019-" * 20_000, "." * 100_000, "[" * 50_000, "“" * 50_000, "we will do it; " * 5_000,
        "Mr John Smith, Director\n" * 3_000, "Committee of the " * 5_000, "\n" * 100_000, noise(),
    ],
    ids=[
        "nothing", "blanks", "one word", "one capital word", "initials", "hyphens", "digits", "dates", "years", "dots",
        "brackets", "quotation marks", "clauses", "lines", "links", "empty lines", "noise",
    ],
)  # fmt: skip
def test_hostile_texts_end(text: str, source: Callable[[str], Source]) -> None:
    found = extract(make_source(text, (), name="x.txt", original=b"", media_type="text/plain"))
    assert found == found.model_copy()
    assert extract(source(text[:20_000])).letter == extract(source(text[:20_000])).letter
