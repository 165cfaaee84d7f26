import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.tui.query import as_typed, field_term, has_field, toggle_field


@pytest.mark.parametrize(
    ("facet", "value", "term"),
    [
        ("person", "Askar Shakirov", 'person:"Askar Shakirov"'),
        ("person", "Yerimbetov", "person:Yerimbetov"),
        ("place", "Nur-Sultan", 'place:"Nur-Sultan"'),
        ("act", "acknowledgement", "act:admission"),  # the short word of the screens, which the search knows too
        ("year", "2019", "year:2019"),
        ("person", 'Max "Bota" Bokayev', 'person:"Max  Bota  Bokayev"'),  # a quotation mark would end the phrase
    ],
)
def test_a_value_of_a_facet_is_a_field_of_the_query(facet: str, value: str, term: str) -> None:
    assert field_term(facet, value) == term


@pytest.mark.parametrize("query", ["", "illegal force", '"zero tolerance" -without person:"Max Bokayev"'])
def test_choosing_a_value_twice_leaves_the_query_as_it_was(query: str) -> None:
    asked = toggle_field(query, "person", "Askar Shakirov")
    assert has_field(asked, "person", "Askar Shakirov")
    assert toggle_field(asked, "person", "Askar Shakirov") == query


@given(st.text(), st.sampled_from(["person", "place", "act", "year"]), st.text(min_size=1).filter(str.strip))
def test_no_query_and_no_value_break_anything(query: str, facet: str, value: str) -> None:
    has_field(toggle_field(query, facet, value), facet, value)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("priso", "priso*"),
        ("illegal for", "illegal for*"),
        ("prison ", "prison "),  # the space says the word is finished
        ("prison OR", "prison OR"),
        ('"zero toler', '"zero toler"*'),
        ('"zero tolerance"', '"zero tolerance"'),
        ("person:shak", "person:shak*"),
        ("act:prom", "act:prom"),  # from a list: the beginning is enough
        ("after:2019-0", "after:2019-0"),
        ("torture -pris", "torture -pris"),  # what is left out should not grow
        ("illegal f", "illegal "),  # one letter begins too many words
        ("person:s", ""),
        ("", ""),
    ],
)
def test_the_word_being_typed_may_still_grow(typed: str, asked: str) -> None:
    assert as_typed(typed) == asked
