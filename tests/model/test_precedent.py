import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from assistant.model.fact import Act, Attribution, Fact, Review
from assistant.model.letter import DatedPassage, DocumentKind, Letter, Party
from assistant.model.mention import Mention, MentionKind, Quantity
from assistant.model.precedent import Precedent, Record
from assistant.model.source import Block, Passage, make_source

CARLSSON = (Path(__file__).parents[1] / "letters" / "carlsson.txt").read_text("utf-8")
QUOTE = "we will keep visiting correctional facilities in the future"


def passage(words: str) -> Passage:
    start = CARLSSON.index(words)
    return Passage(text=words, start=start, end=start + len(words))


def fact(words: str = QUOTE, fact_id: str = "f1", review: Review = Review.PROPOSED) -> Fact:
    start = CARLSSON.index(words)
    by = (Attribution(name="Sven-Olov Carlsson", act="commits"),)
    return Fact(
        id=fact_id, act=Act.COMMITMENT, quote=words, start=start, end=start + len(words), block=9, by=by, review=review
    )


def record(*facts: Fact) -> Record:
    starts = [i for i in range(len(CARLSSON)) if CARLSSON[i] != "\n" and (i == 0 or CARLSSON[i - 2 : i] == "\n\n")]
    blocks = tuple(Block(start=start) for start in starts)
    source = make_source(CARLSSON, blocks, name="c.txt", original=CARLSSON.encode(), media_type="text/plain")
    date = passage("23 May 2019")
    return Record(
        id="2019-05-23-carlsson-gomes",
        kind=DocumentKind.LETTER,
        language="en",
        source=source.description,
        letter=Letter(
            date=DatedPassage(**date.model_dump(), value="2019-05-23"),
            sender=Party(name=passage("Sven-Olov Carlsson")),
            salutation=passage("Dear Honourable Member,\n\nDear Ms Gomes,"),
        ),
        mentions=(
            Mention(**passage("12 million euro").model_dump(), kind=MentionKind.AMOUNT,
                    value=Quantity(number=12e6, unit="EUR")),
        ),
        facts=facts,
    )  # fmt: skip


def test_a_record_comes_back_from_its_json_as_it_was() -> None:
    before = record(fact(review=Review.ACCEPTED))
    assert Record.model_validate_json(json.dumps(before.as_json())) == before


def test_json_begins_with_the_schema_and_leaves_defaults_out() -> None:
    data = record(fact()).as_json()
    assert list(data)[:2] == ["schema", "id"]
    assert "place" not in str(data["letter"])


@pytest.mark.parametrize("shift", [-1, 1, 400])
def test_a_precedent_whose_quotation_does_not_stand_at_its_place_cannot_be_built(shift: int) -> None:
    moved = fact().model_copy(update={"start": fact().start + shift, "end": fact().end + shift})
    with pytest.raises(ValidationError, match="does not stand"):
        Precedent(record=record(moved), text=CARLSSON)


def test_a_precedent_with_another_text_cannot_be_built() -> None:
    with pytest.raises(ValidationError):
        Precedent(record=record(fact()), text=CARLSSON.replace("will", "may"))


def test_two_facts_cannot_share_an_id() -> None:
    with pytest.raises(ValidationError, match="same id"):
        record(fact(), fact("No circumstance can ever justify the use of torture"))


def test_only_accepted_facts_may_be_cited() -> None:
    proposed = Precedent(record=record(fact()), text=CARLSSON)
    assert proposed.citable() == ()
    accepted = proposed.reviewed("f1", Review.ACCEPTED)
    assert [found.id for found in accepted.citable(Act.COMMITMENT)] == ["f1"]
    assert accepted.citable(Act.CONCERN) == ()


def test_reviewing_a_fact_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        Precedent(record=record(fact()), text=CARLSSON).reviewed("f9", Review.ACCEPTED)


def test_a_promise_stands_in_the_fifth_paragraph_after_the_salutation() -> None:
    precedent = Precedent(record=record(fact()), text=CARLSSON)
    # the page break inside the third paragraph is a block of its own in this plain division
    assert precedent.locator(fact()).paragraph == 6
    assert precedent.locator(fact()).words == "para. 6"


@given(st.text())
def test_no_id_leaves_the_folder(text: str) -> None:
    try:
        made = Record.model_validate({**record().as_json(), "id": text})
    except ValidationError:
        return
    assert "/" not in made.id
    assert ".." not in made.id
