import pytest

from assistant.drafting.bench import Sources
from assistant.drafting.language import load_language
from assistant.drafting.quotes import (
    Place,
    differing_words,
    judge_quotation,
    quotation_marks,
    quote_fact,
    set_in_marks,
)
from assistant.model.draft import Citation
from assistant.settings import Settings, Style
from tests.drafting.carlsson import ID, carlsson

CARLSSON = carlsson()
MARKS = quotation_marks(load_language("en"), Settings())

JUDGED = [
    ("we will keep visiting correctional facilities in the future", "f14", Place.IN_FACT),
    ("we will keep visiting correctional facilities\n\nin the future", "f14", Place.IN_FACT),
    ("No circumstance can ever justify the use of torture", "f14", Place.IN_SOURCE),
    ("we will keep visiting correctional facilities in the near future", "f14", Place.ALTERED),
    ("the Delegation will build a new prison", "f14", Place.NOWHERE),
    ("we will […] in the future", "f14", Place.IN_FACT),
    ("in the future […] we will", "f14", Place.ALTERED),
    ("we will […] in the near future", "f14", Place.ALTERED),
    ("the programme ‘Support to Judicial Reform in Kazakhstan’, a 12 million", "f11", Place.ALTERED),
    ("EU bilateral programme ‘Support to Judicial Reform in Kazakhstan’, a 12 million", "f11", Place.IN_FACT),
]


@pytest.mark.parametrize(("words", "fact", "place"), JUDGED)
def test_a_quotation_is_in_the_fact_in_the_source_altered_or_nowhere(
    words: str, fact: str | None, place: Place
) -> None:
    citation = Citation(precedent=ID, fact=fact, start=0, end=0)
    judgement = judge_quotation(words, [citation], Sources({ID: CARLSSON}.get))
    assert judgement
    assert judgement.place is place


def test_of_two_citations_the_one_that_holds_the_words_counts() -> None:
    citations = [Citation(precedent=ID, fact=fact, start=0, end=0) for fact in ("f10", "f14")]
    judgement = judge_quotation("in the future", citations, Sources({ID: CARLSSON}.get))
    assert judgement
    assert judgement.place is Place.IN_FACT
    assert judgement.citation.fact == "f14"


def test_a_precedent_that_does_not_exist_judges_nothing() -> None:
    assert judge_quotation("words", [Citation(precedent="no", start=0, end=0)], Sources(lambda _: None)) is None


def test_a_comma_inside_the_marks_is_the_writers_not_the_sources() -> None:
    citation = Citation(precedent=ID, fact="f14", start=0, end=0)
    judgement = judge_quotation("we will keep visiting,", [citation], Sources({ID: CARLSSON}.get))
    assert judgement
    assert (judgement.place, judgement.spare) == (Place.IN_FACT, ",")


@pytest.mark.parametrize(
    ("quoted", "original", "pairs"),
    [
        ("in the near future", "in the future", (("near future", "future"),)),
        ("in the future", "in the near future", (("future", "near future"),)),
        ("we may keep", "we will keep", (("may", "will"),)),
        ("the future soon", "the future", (("future soon", "future"),)),
        ("the embassies’ work", "the embassies' work", ()),
    ],
)
def test_differing_words_are_shown_with_a_neighbour(quoted: str, original: str, pairs: tuple[tuple[str, str]]) -> None:
    assert differing_words(quoted, original) == pairs


def test_quotation_marks_of_the_source_become_inner_ones() -> None:
    fact = CARLSSON.fact("f11")
    assert fact
    assert "programme ‘Support to Judicial Reform in Kazakhstan’, a" in set_in_marks(fact.quote, MARKS)


def test_a_page_break_inside_a_quotation_becomes_a_space() -> None:
    fact = CARLSSON.fact("f9")
    assert fact
    assert "\n\n" in fact.quote
    assert set_in_marks(fact.quote, MARKS).startswith("“This issue was also raised")


def test_a_fact_is_quoted_with_its_citation() -> None:
    fact = CARLSSON.fact("f17")
    assert fact
    quoted = quote_fact(CARLSSON, fact, "en", Settings())
    assert quoted == f"“No circumstance can ever justify the use of torture” [@{ID}#f17]"


def test_a_house_may_have_marks_of_its_own() -> None:
    settings = Settings(style=Style(quotation_marks={"en": ("«", "»")}))
    fact = CARLSSON.fact("f17")
    assert fact
    assert quote_fact(CARLSSON, fact, "en", settings).startswith("«No circumstance")
