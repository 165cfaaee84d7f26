"""What a starter knows of the letter being answered; the drafts made of it stand in test_compose.py."""

import pytest

from assistant.drafting.answered import AnsweredLetter, answered_letter
from assistant.drafting.checks.guarded_names import GuardedPeople
from assistant.drafting.language import load_language
from assistant.drafting.quotes import quotation_marks
from assistant.model.background import Background
from assistant.model.coverage import CoveredPoint
from assistant.model.decision import Answer
from assistant.model.fact import Act
from assistant.model.person import Audience, Naming, Person
from assistant.model.promise import KeyedFact
from assistant.settings import Settings
from tests.drafting.carlsson import carlsson

CARLSSON, ENGLISH, NOTHING_BEFORE = carlsson(), load_language("en"), Background()
BOKAYEV = Person(
    id="max-bokayev", name="Maks Bokaev", naming=Naming(allowed=False, only_in=(Audience.CONFIDENTIAL,))
)  # the letter spells it “Max Bokayev”


def answered(
    *people: Person, audience: Audience = Audience.PUBLIC, background: Background = NOTHING_BEFORE
) -> AnsweredLetter:
    guarded = GuardedPeople(everybody=people, audience=audience)
    return answered_letter(CARLSSON, ENGLISH, quotation_marks(ENGLISH, Settings()), guarded, background)


def test_its_statements_stand_by_what_they_do() -> None:
    letter = answered()
    assert {point.fact.act for point in letter.commitments} == {Act.COMMITMENT}
    assert {point.speaker for point in letter.acknowledgements} == {"Askar Shakirov"}
    assert {point.fact.act for point in letter.asked} == {Act.REQUEST}
    assert all(point.fact.people for point in letter.cases)


def test_whoever_may_not_be_named_stands_in_no_statement_however_it_is_spelt() -> None:
    assert any("Bokayev" in point.fact.quote for point in answered().points)
    assert not any("Bokayev" in point.fact.quote for point in answered(BOKAYEV).points)


def test_before_readers_who_may_know_the_name_nothing_is_left_out() -> None:
    assert answered(BOKAYEV, audience=Audience.CONFIDENTIAL) == answered()


@pytest.mark.parametrize(("people", "left"), [((), 1), ((BOKAYEV,), 0)])
def test_nor_in_what_we_asked_and_wrote_before(people: tuple[Person, ...], left: int) -> None:
    words = "Will Max Bokayev be released?"
    ours = KeyedFact(
        precedent="2019-01-01-gomes",
        date="2019-01-01",
        fact=CARLSSON.record.facts[0].model_copy(update={"quote": words, "start": 0, "end": len(words)}),
    )
    asked = CoveredPoint(
        text=words, start=0, end=len(words), fact="f1", act=Act.QUESTION, proposed=Answer.NOT_ANSWERED, because=""
    )
    background = Background(open_points=(asked,), positions={fact.id: (ours,) for fact in CARLSSON.record.facts})
    letter = answered(*people, background=background)
    assert len(letter.unanswered) == left
    assert {len(point.positions) for point in letter.points} == {left}
