import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model.quotation import ComparableText, Difference, Standing, compare_quotation, fold

SOURCE = (
    "Together with our Member States' embassies we will keep visiting correctional\n\nfacilities in the future, "
    "although I must admit, it is a con\u00adsiderable challenge – “Support to Judicial Reform” – for the oﬃce. "
    "We did not visit."
)

TRUE_QUOTATIONS = [
    "we will keep visiting correctional facilities in the future",  # white space of a page break
    "we will keep  visiting\tcorrectional facilities",
    "it is a considerable challenge",  # soft hyphen
    "challenge - 'Support to Judicial Reform' - for",  # dashes and quotation marks
    "challenge — »Support to Judicial Reform« — for",
    "for the office",  # ligature
    "our Member States’ embassies",
]

ALTERED_QUOTATIONS = [
    ("we will keep visiting correctional facilities in the near future", Difference(quoted="near", original="")),
    ("we may keep visiting correctional facilities in the future", Difference(quoted="may", original="will")),
    ("We did visit.", Difference(quoted="", original="not")),
    ("it is a considerable challenges – “Support", Difference(quoted="challenges", original="challenge")),
    ("Together with your Member States' embassies", Difference(quoted="your", original="our")),
]


@pytest.mark.parametrize("quotation", TRUE_QUOTATIONS)
def test_typography_does_not_alter_a_quotation(quotation: str) -> None:
    found = compare_quotation(quotation, SOURCE)
    assert found.standing is Standing.EXACT
    assert found.passage is not None
    assert fold(found.passage.text) == fold(quotation)


@pytest.mark.parametrize(("quotation", "difference"), ALTERED_QUOTATIONS)
def test_one_changed_word_alters_a_quotation_and_is_named(quotation: str, difference: Difference) -> None:
    found = compare_quotation(quotation, SOURCE)
    assert found.standing is Standing.ALTERED
    assert difference in found.differences


@pytest.mark.parametrize("quotation", ["", "   ", "The Parliament adopted its budget for the coming year.", "“”"])
def test_words_that_stand_nowhere_are_absent(quotation: str) -> None:
    assert compare_quotation(quotation, SOURCE).standing is Standing.ABSENT


@pytest.mark.parametrize("part", ["visit correctional", "keep visiting correction", "ogether with our"])
def test_half_a_word_is_no_quotation(part: str) -> None:
    assert compare_quotation(part, SOURCE).standing is not Standing.EXACT


@pytest.mark.parametrize("letter", ["ł", "é", "Ś"])
def test_accents_are_letters_not_typography(letter: str) -> None:
    plain = {"ł": "l", "é": "e", "Ś": "S"}[letter]
    assert compare_quotation(f"ma{plain}o", f"To jest ma{letter}o.").standing is not Standing.EXACT


@given(st.text(max_size=300), st.data())
def test_whatever_stands_between_word_edges_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    padded = f" {text} "
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quotation = padded[1:][start:end]
    spaced = f"{text[:start]} {quotation} {text[end:]}"
    found = compare_quotation(quotation, spaced)
    if fold(quotation):
        assert found.standing is Standing.EXACT
        assert found.passage is not None
        passage = found.passage
        assert spaced[passage.start : passage.end] == passage.text
        assert fold(passage.text) == fold(quotation)


@given(st.text(max_size=200), st.text(max_size=80))
def test_a_quotation_is_exact_only_when_its_folded_words_stand_in_the_source(text: str, quotation: str) -> None:
    found = ComparableText(text).compare(quotation)
    if found.standing is Standing.EXACT:
        assert fold(quotation) in fold(text)
    if found.passage is not None:
        assert text[found.passage.start : found.passage.end] == found.passage.text
