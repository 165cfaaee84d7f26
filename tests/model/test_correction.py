"""Corrections: a person may change what is said about words, never the words of the source."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import UnknownFactError
from assistant.filing import read_document
from assistant.model.correction import Correction, add_fact, correct_fact, merge_people, set_part, split_person
from assistant.model.fact import Act, Attribution, Review
from assistant.model.mention import MentionKind
from assistant.model.precedent import Precedent

LETTER = Path(__file__).parents[1] / "letters" / "carlsson.txt"
CARLSSON = read_document(LETTER)


def span_of(words: str) -> tuple[int, int]:
    start = CARLSSON.text.index(words)
    return start, start + len(words)


def entities(precedent: Precedent, *names: str) -> set[str | None]:
    people = [mention for mention in precedent.record.mentions if mention.kind is MentionKind.PERSON]
    return {mention.entity for mention in people if mention.text in names}


def test_other_words_are_taken_from_the_text_by_their_place() -> None:
    start, end = span_of("illegal force against prisoners")
    fact = correct_fact(CARLSSON, "f1", Correction(span=(start, end))).fact("f1")
    assert fact is not None
    assert (fact.quote, fact.review) == ("illegal force against prisoners", Review.CORRECTED)
    assert "Mr Shakirov acknowledged" in fact.context


def test_white_space_at_the_ends_of_a_selection_is_left_out() -> None:
    start, end = span_of(" illegal force ")
    fact = correct_fact(CARLSSON, "f1", Correction(span=(start, end))).fact("f1")
    assert fact is not None
    assert fact.quote == "illegal force"


@pytest.mark.parametrize("span", [(5, 5), (10, 3), (10**6, 10**6 + 5)])
def test_a_selection_without_words_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="cannot stand"):
        correct_fact(CARLSSON, "f1", Correction(span=span))


def test_act_speaker_and_date_can_be_corrected_and_the_words_stay() -> None:
    before = CARLSSON.fact("f2")
    said = (Attribution(name="Sven-Olov Carlsson", act="reports"), Attribution(name="Askar Shakirov", act="says"))
    fact = correct_fact(CARLSSON, "f2", Correction(act=Act.CONCERN, by=said, date="2019-05-06")).fact("f2")
    assert before is not None
    assert fact is not None
    assert (fact.act, fact.by, fact.date, fact.quote) == (Act.CONCERN, said, "2019-05-06", before.quote)


def test_an_empty_date_takes_the_date_away() -> None:
    dated = correct_fact(CARLSSON, "f2", Correction(date="2019-05-06"))
    fact = correct_fact(dated, "f2", Correction(date="")).fact("f2")
    assert fact is not None
    assert fact.date is None


def test_a_fact_that_is_not_there_cannot_be_corrected() -> None:
    with pytest.raises(UnknownFactError):
        correct_fact(CARLSSON, "f99", Correction(act=Act.EVENT))


def test_a_passage_marked_by_hand_becomes_an_accepted_fact_with_a_number_never_used() -> None:
    added = add_fact(CARLSSON, span_of("zero tolerance to torture"), Act.POSITION)
    [fact] = [fact for fact in added.record.facts if fact.quote == "zero tolerance to torture"]
    assert fact.citable
    assert fact.id not in {fact.id for fact in CARLSSON.record.facts}


@given(st.integers(0, len(CARLSSON.text)), st.integers(1, 300))
def test_whatever_is_marked_stands_at_its_place(start: int, length: int) -> None:
    if CARLSSON.text[start : start + length].strip():
        added = add_fact(CARLSSON, (start, start + length), Act.EVENT)
        for fact in added.record.facts:
            assert added.text[fact.start : fact.end] == fact.quote


def test_a_part_of_the_letter_can_be_set_and_taken_away() -> None:
    letter = set_part(CARLSSON, "subject", span_of("human rights")).record.letter
    assert letter.subject is not None
    assert letter.subject.text == "human rights"
    assert set_part(CARLSSON, "place", None).record.letter.place is None


def test_the_name_of_the_sender_can_be_corrected() -> None:
    sender = set_part(CARLSSON, "sender.name", span_of("Zoltan Szalai")).record.letter.sender
    assert sender is not None
    assert sender.display == "Zoltan Szalai"


def test_a_date_brings_its_value() -> None:
    date = set_part(CARLSSON, "date", span_of("15 May 2019"), "2019-05-15").record.letter.date
    assert date is not None
    assert date.value == "2019-05-15"


def test_a_part_no_letter_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no part “mood”"):
        set_part(CARLSSON, "mood", None)


def test_two_people_can_be_made_one_and_parted_again() -> None:
    [shakirov] = entities(CARLSSON, "Askar Shakirov")
    [bokayev] = entities(CARLSSON, "Max Bokayev")
    assert shakirov
    assert bokayev
    merged = merge_people(CARLSSON, shakirov, bokayev)
    assert entities(merged, "Askar Shakirov", "Max Bokayev") == {shakirov}
    parted = split_person(merged, shakirov, ["Max Bokayev"])
    assert len(entities(parted, "Askar Shakirov", "Max Bokayev")) == 2
