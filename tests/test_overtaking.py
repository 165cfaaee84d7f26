"""A fact that is cited is told with what was said against it since."""

import datetime as dt
from pathlib import Path

import pytest

from assistant.founding import make_office
from assistant.model.correction import add_fact, place_of_words
from assistant.model.decision import Outcome
from assistant.model.draft import Draft
from assistant.model.fact import Act, Attribution
from assistant.model.precedent import Precedent
from assistant.office import Office
from assistant.overtaking import overtaken_by

REPLY = "2019-05-23-carlsson-gomes"
RATIFIED, VISITS = "f5", "f15"
AGREEMENT = "The Enhanced Partnership and Cooperation Agreement (EPCA) has now been ratified by 28 EU Member States"
LATER = f"""Mrs. Ana Gomes
Member of the European Parliament

Nur-Sultan, 3 February 2020

Dear Ms Gomes,

{AGREEMENT}.

Visiting correctional facilities together with the embassies is no longer possible.

Yours sincerely,

Sven-Olov Carlsson
Head of Delegation
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """With a later letter of the same hand, and two facts of it that somebody marked."""
    office = Office(make_office(tmp_path / "office", examples=True))
    letter = tmp_path / "later.txt"
    letter.write_text(LATER, "utf-8")
    (filed,) = office.add([letter])
    assert filed.id == "2020-02-03-carlsson-gomes"
    office.review(filed.id, reject=["all"])
    office.review(filed.id, changes=[lambda each: _mark(each, Act.EVENT, AGREEMENT)])
    refusal = "Visiting correctional facilities together with the embassies is no longer possible"
    office.review(filed.id, changes=[lambda each: _mark(each, Act.REFUSAL, refusal)])
    return office


def _mark(precedent: Precedent, act: Act, words: str) -> Precedent:
    marked = add_fact(precedent, place_of_words(precedent, words), act)
    facts = tuple(
        fact.model_copy(update={"by": (Attribution(name="Sven-Olov Carlsson", act="states"),)})
        for fact in marked.record.facts
    )
    return marked.model_copy(update={"record": marked.record.model_copy(update={"facts": facts})})


def found(office: Office, fact: str) -> tuple[str, str] | None:
    reply = office.precedent(REPLY)
    overtaken = overtaken_by(office.shelf, office.correspondence.decisions, reply, fact)
    return (overtaken.quote, overtaken.because) if overtaken else None


def test_a_later_figure_for_the_same_thing_overtakes_the_earlier(office: Office) -> None:
    assert found(office, RATIFIED) == (
        AGREEMENT,
        "It says “28 EU Member States”, the earlier one “27 EU Member States”.",
    )


def test_a_refusal_overtakes_the_promise_of_the_same_person(office: Office) -> None:
    said = found(office, VISITS)
    assert said
    assert said[0].startswith("Visiting correctional facilities together")
    assert said[1].startswith("A refusal of what was said before about")


def test_what_nobody_spoke_of_again_still_holds(office: Office) -> None:
    assert found(office, "f3") is None
    assert found(office, "f99") is None


def test_a_promise_somebody_said_was_superseded_is_overtaken_by_what_they_named(office: Office) -> None:
    office.correspondence.say_of_promise(f"{REPLY}#f17", Outcome.SUPERSEDED, proof=f"{REPLY}#f19")
    said = found(Office(office.folder), "f17")
    assert said
    assert said[0].startswith("we will continuously urge")
    assert said[1].endswith("that it was superseded.")


def test_the_check_of_a_draft_tells_it_at_the_citation(office: Office, tmp_path: Path) -> None:
    body = f"You wrote: “we will keep visiting correctional facilities in the future” [@{REPLY}#{VISITS}]."
    path = office.writing.drafts.create(Draft(template="follow-up", body=body), dt.date(2020, 3, 2), "")
    codes = {finding.code: finding for finding in office.writing.check(path)}
    assert codes["fact-overtaken"].place == "para. 1"
    assert "of 3 February 2020" in codes["fact-overtaken"].message
