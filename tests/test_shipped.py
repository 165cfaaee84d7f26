"""What the program brings along: the two real documents, filed and reviewed by hand, and the kinds of letter."""

import json
from pathlib import Path

import pytest

from assistant.folders import shipped
from assistant.founding import make_office
from assistant.model.fact import Act
from assistant.model.quotation import fold
from assistant.office import Office

ANNOTATED = json.loads((Path(__file__).parent / "golden" / "shipped_facts.json").read_text("utf-8"))
CARLSSON = "2019-05-23-carlsson-gomes"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(make_office(tmp_path_factory.mktemp("shipped"), examples=True))


@pytest.mark.parametrize("precedent_id", ANNOTATED)
def test_every_statement_a_reader_marked_is_an_accepted_fact(office: Office, precedent_id: str) -> None:
    facts = office.precedent(precedent_id).record.facts
    for statement in ANNOTATED[precedent_id]:
        holding = [fact for fact in facts if fold(statement["quote"]) in fold(fact.quote)]
        assert any(fact.citable and fact.act == statement["act"] for fact in holding), statement["quote"]


def test_the_acknowledgement_is_reported_by_carlsson_and_made_by_shakirov(office: Office) -> None:
    [acknowledged] = [fact for fact in office.precedent(CARLSSON).record.facts if "illegal force" in fact.quote]
    assert acknowledged.act is Act.ACKNOWLEDGEMENT
    assert [(link.name, link.act) for link in acknowledged.by] == [
        ("Sven-Olov Carlsson", "reports"),
        ("Askar Shakirov", "acknowledges"),
    ]


def test_two_meetings_held_respectively_are_two_dated_facts(office: Office) -> None:
    facts = [fact for fact in office.precedent(CARLSSON).record.facts if "respectively" in fact.quote]
    assert [(fact.date, fact.note) for fact in facts] == [
        ("2018-11-20", "Human Rights Dialogue"),
        ("2018-11-21", "Justice and Home Affairs Sub-Committee"),
    ]


def test_a_sentence_broken_by_the_page_is_one_fact(office: Office) -> None:
    quotes = [fact.quote for fact in office.precedent(CARLSSON).record.facts]
    assert any(quote.startswith("This issue was\n\nalso raised during") for quote in quotes)


def test_the_originals_are_kept_byte_for_byte(office: Office) -> None:
    letters = Path(__file__).parent / "letters"
    assert office.original(CARLSSON).read_bytes() == (letters / "carlsson.txt").read_bytes()


def test_the_doctor_finds_nothing(office: Office) -> None:
    office.search("torture")
    assert office.doctor() == ()


@pytest.mark.parametrize("kind", ["inquiry", "follow-up"])
def test_a_shipped_template_has_nothing_to_put_right(office: Office, kind: str) -> None:
    assert office.check_template(shipped("letter_templates") / kind) == ()
