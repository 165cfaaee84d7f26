from collections.abc import Callable

import pytest

from assistant.extraction.document import Document
from assistant.extraction.lexicon import load_lexicon
from assistant.extraction.sentences import split_sentences
from tests.extraction.conftest import read_letter

ABBREVIATED = (
    "See paras. 14-19 and No. 4 of the report, i.e. the part on Dr. Yaqublu vs. the State.",
    "The EU Delegation, incl. Amb. S.-O. Carlsson, visited the prison at 10 a.m. on Tuesday.",
    "The Council (cf. OJ L 29, 4.2.2016, p. 3) agreed.",
    "We refer to Case C-72/15 P. Rosneft.",
)


@pytest.mark.parametrize("sentence", ABBREVIATED)
def test_an_abbreviation_ends_no_sentence(sentence: str, document: Callable[[str], Document]) -> None:
    prepared = document(f"{sentence} Thank you.")
    assert [prepared.view[one.start : one.end] for one in split_sentences(prepared)] == [sentence, "Thank you."]


def test_a_list_mark_is_no_part_of_a_sentence(document: Callable[[str], Document]) -> None:
    prepared = document("1. Please provide information.\n2. Please explain.")
    assert [prepared.view[one.start : one.end] for one in split_sentences(prepared)] == [
        "Please provide information.",
        "Please explain.",
    ]


def test_a_sentence_broken_over_pages_is_one_sentence() -> None:
    prepared = Document(read_letter("carlsson.txt"), load_lexicon("en"))
    issue = next(one for one in split_sentences(prepared) if prepared.view.startswith("This issue", one.start))
    words = " ".join(prepared.view[issue.start : issue.end].split())
    assert words.startswith("This issue was also raised during the EU-Kazakhstan Cooperation Committee")
    assert words.endswith("in Brussels.")
