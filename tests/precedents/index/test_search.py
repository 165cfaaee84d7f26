import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.model.fact import Act, Review
from assistant.model.search import Hit
from assistant.precedents.files import FileShelf
from assistant.precedents.index import search
from tests.precedents.conftest import put
from tests.precedents.letters import ADMISSION, Annotated, carlsson, document

GOMES = "2019-05-23-carlsson-gomes"
ODF = "2018-05-15-open-dialog-foundation"
BOTH = [GOMES, ODF]

FOUND = [
    ("", BOTH),  # everything, newest first
    ("illegal force", [GOMES]),
    ("force ILLEGAL", [GOMES]),
    ("illegal stango", []),
    ('"illegal force"', [GOMES]),
    ('"force illegal"', []),
    ("torture", BOTH),
    ("shakirov OR stango", BOTH),
    ("kazakhstan -stango", [GOMES]),
    ("-stango", [GOMES]),
    ("-kazakhstan", []),
    ('-"zero tolerance"', [ODF]),
    ("stango OR -kazakhstan", [ODF]),
    ("priso*", BOTH),
    ("priso", []),
    ("EU-Kazakhstan", [GOMES]),
    ("14 and 17 April 2018", [ODF]),
    ("2019-05-23-carlsson-gomes", [GOMES]),  # an id pasted
    # accents and alphabets
    ("swiacicki", [ODF]),
    ("Świącicki", [ODF]),
    ("Еримбетов", BOTH),
    ("Erimbetov", BOTH),
    ("Жумагулов", [ODF]),
    ("jumagulov", [ODF]),
    ("juma*", [ODF]),
    ('"Almat Jumagulov"', [ODF]),
    ("person:жумагулов", [ODF]),
    ("-jumagulov", [GOMES]),
    # fields
    ("from:carlsson", [GOMES]),
    ("from:gomes", []),
    ("to:gomes", [GOMES]),
    ('from:"open dialog"', [ODF]),
    ('person:"Askar Shakirov"', [GOMES]),
    ("place:zarechny", [GOMES]),
    ("org:guard", [GOMES]),
    ("act:commitment", [GOMES]),
    ("act:promise", [GOMES]),
    ("act:concern OR act:commitment", BOTH),
    ("act:refusal", []),
    ("-act:concern", [GOMES]),
    ("status:proposed", BOTH),
    ("status:accepted", []),
    ("act:concern status:proposed", [ODF]),
    ("kind:press", [ODF]),
    ("lang:en kind:letter", [GOMES]),
    ("year:2018", [ODF]),
    ("before:2019", [ODF]),
    ("after:2018", [GOMES]),
    ("after:2018-05-15", [GOMES]),
    ("after:2018-05-14 before:2018-05-16 torture", [ODF]),
    ("nothing:known", []),
]


@pytest.mark.parametrize(("typed", "ids"), FOUND)
def test_a_query_finds_its_letters(shelf: FileShelf, typed: str, ids: list[str]) -> None:
    result = shelf.search(typed)
    assert sorted(hit.precedent for hit in result.hits) == sorted(ids)
    assert result.total == len(ids)
    assert result.query == typed


def test_the_newest_comes_first_when_nothing_is_asked(shelf: FileShelf) -> None:
    assert [hit.precedent for hit in shelf.search("").hits] == BOTH
    assert [hit.precedent for hit in shelf.search("", limit=1).hits] == [GOMES]


def test_the_best_comes_first_when_words_are_asked(shelf: FileShelf) -> None:
    result = shelf.search("stango OR shakirov OR świącicki")
    assert result.hits[0].precedent == ODF
    assert result.hits[0].score < result.hits[1].score


def test_a_hit_tells_what_the_letter_is(shelf: FileShelf) -> None:
    hit = shelf.search("from:carlsson").hits[0]
    assert (hit.date, hit.sender, hit.recipients) == ("2019-05-23", "Sven-Olov Carlsson", "Ana Gomes")
    assert (hit.kind, hit.language) == ("letter", "en")


def test_a_hit_no_words_were_asked_of_shows_how_the_letter_begins(shelf: FileShelf) -> None:
    assert shelf.search("kind:letter").hits[0].snippet.startswith("Thank you for your letter dated 15 May 2019")


def test_no_control_character_of_a_letter_reaches_a_snippet(empty: FileShelf) -> None:
    put(empty, document(b"A\x02 bell\x03 \x07rang, \x1b[31mred."))
    assert empty.search("").hits[0].snippet == "A bell rang, [31mred."
    assert empty.search("rang").hits[0].snippet == "A bell \x02rang\x03, [31mred."


def test_the_admission_is_found_among_the_facts(shelf: FileShelf) -> None:
    facts = shelf.search("illegal force person:shakirov").hits[0].facts
    assert [(fact.act, fact.quote, fact.speaker) for fact in facts] == [
        (Act.ACKNOWLEDGEMENT, ADMISSION, "Askar Shakirov")
    ]
    text = carlsson().source.text
    assert all(text[fact.start : fact.end] == fact.quote for fact in facts)


FACTS = [
    ("act:promise", ["f3", "f4"]),
    ("act:promise kazakhstan", ["f4"]),
    ("person:shakirov", ["f1", "f2"]),
    ("шакиров", ["f1", "f2"]),
    ("shakirov -guard", []),  # the letter speaks of the guard
    ("torture", ["f5"]),
    ("from:carlsson", []),  # asks for letters, not for facts
    ("", []),
    ("status:rejected", []),
]


@pytest.mark.parametrize(("typed", "facts"), FACTS)
def test_the_facts_that_answer_come_with_the_letter(shelf: FileShelf, typed: str, facts: list[str]) -> None:
    found = [hit for hit in shelf.search(typed).hits if hit.precedent == GOMES]
    answering = [fact.fact for hit in found for fact in hit.facts]
    assert sorted(answering) == facts


def test_the_fact_that_says_it_shortest_comes_first(shelf: FileShelf) -> None:
    assert [fact.fact for fact in shelf.search("shakirov").hits[0].facts] == ["f1", "f2"]


def test_a_rejected_fact_is_found_by_its_standing_alone(shelf: FileShelf) -> None:
    shelved = shelf.get(GOMES)
    shelf.replace(shelved.precedent.reviewed("f2", Review.REJECTED), shelved.seen)
    assert shelf.search("act:acknowledgement").total == 0
    assert _facts(shelf.search("illegal force").hits[0]) == []
    assert _facts(shelf.search("status:rejected").hits[0]) == ["f2"]
    assert _facts(shelf.search("act:acknowledgement status:rejected").hits[0]) == ["f2"]


def test_act_and_status_speak_of_one_fact(shelf: FileShelf) -> None:
    shelved = shelf.get(GOMES)
    shelf.replace(shelved.precedent.reviewed("f5", Review.ACCEPTED), shelved.seen)
    assert shelf.search("act:position status:accepted").total == 1
    assert shelf.search("act:commitment status:accepted").total == 0


def test_facets_count_what_the_hits_have_in_common(shelf: FileShelf) -> None:
    for typed in ("", "torture"):
        facets = {name: {f.value: f.count for f in counts} for name, counts in shelf.search(typed).facets.items()}
        assert facets["year"] == {"2019": 1, "2018": 1}
        assert facets["place"]["Kazakhstan"] == 2
        assert facets["act"]["commitment"] == 1
        assert facets["person"]["Askar Shakirov"] == 1
    assert shelf.search("nowhere").facets["year"] == ()


def test_facets_follow_what_is_filed_and_reviewed(shelf: FileShelf) -> None:
    shelved = shelf.get(GOMES)
    shelf.replace(shelved.precedent.reviewed("f2", Review.REJECTED), shelved.seen)
    acts = {facet.value for facet in shelf.search("").facets["act"]}
    assert "acknowledgement" not in acts
    assert "commitment" in acts


def test_a_letter_in_which_nothing_was_recognised_is_found_by_its_words(empty: FileShelf) -> None:
    put(empty, document(carlsson().original))
    assert [hit.precedent for hit in empty.search("illegal force").hits] == ["undated-letter"]


def test_an_ordinary_word_finds_itself_alone(empty: FileShelf) -> None:
    put(empty, document(b"Mr Chase wrote about the bank.", Annotated(people=[("Chase", ("Chase",))])))
    put(empty, document(b"This is another case altogether."))
    assert [hit.precedent for hit in empty.search("chase").hits] == ["undated-letter"]
    assert empty.search("case").total == 1  # sounds like Chase, and is a word of its own
    assert empty.search("кейз").total == 0


def test_more_letters_than_are_counted_are_told(shelf: FileShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_MOST", 1)
    result = shelf.search("torture")
    assert (result.total, result.more) == (1, True)
    assert [hit.precedent for hit in result.hits] == [GOMES]  # of common words the newest comes first
    rare = shelf.search("shakirov torture")
    assert (rare.total, rare.more) == (1, False)


def test_a_letter_without_a_date_is_outside_every_span_of_dates(empty: FileShelf) -> None:
    put(empty, document(b"A note."))
    assert empty.search("note").total == 1
    assert empty.search("note before:2100").total == 0
    assert empty.search("before:2100").total == 0
    assert empty.search("-year:2019").total == 1


def test_letters_of_one_day_are_all_found(empty: FileShelf) -> None:
    for number in range(3):
        put(
            empty,
            document(f"15 May 2018, note {number}".encode(), Annotated(date="2018-05-15", date_words="15 May 2018")),
        )
    assert empty.search("note").total == 3
    assert empty.search("before:2018-05-15").total == 0
    assert empty.search("after:2018-05-14 before:2018-05-16").total == 3


TYPED = "aż\"-*:()'OR NT^+{}[]\\/%_;\x00\x02\ud800 from:act:before:2019person:status:“„é😀"


def test_what_is_left_out_takes_no_fact_from_the_letters_that_stay(shelf: FileShelf) -> None:
    [hit] = shelf.search('"illegal force" -jumagulov').hits
    assert [fact.quote for fact in hit.facts] == [
        fact.quote for fact in shelf.search('"illegal force" from:carlsson').hits[0].facts
    ]
    assert hit.facts


def test_two_thousand_lines_typed_by_a_cat_are_all_answered(shelf: FileShelf) -> None:
    cat = random.Random(7)
    for _ in range(2_000):
        shelf.search("".join(cat.choices(TYPED, k=cat.randrange(30))))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.lists(st.sampled_from(TYPED.split()) | st.text(), max_size=8).map(" ".join))
def test_no_line_is_refused(shelf: FileShelf, typed: str) -> None:
    shelf.search(typed)


def test_a_whole_letter_pasted_into_the_search_line_finds_itself(shelf: FileShelf) -> None:
    assert [hit.precedent for hit in shelf.search(carlsson().source.text).hits] == [GOMES]
    assert [hit.precedent for hit in shelf.search(f'"{ADMISSION}"').hits] == [GOMES]


@pytest.mark.parametrize("limit", [-1, 0])
def test_no_hits_may_be_asked_for(shelf: FileShelf, limit: int) -> None:
    assert shelf.search("torture", limit).hits == ()
    assert shelf.search("", limit).total == 2


def _facts(hit: Hit) -> list[str]:
    return [fact.fact for fact in hit.facts]
