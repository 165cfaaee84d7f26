"""Exchanges over the shelf: what the next letter takes from the letters before it."""

import datetime as dt
from pathlib import Path

import pytest

from assistant.founding import make_office
from assistant.model.decision import Answer
from assistant.office import Office
from assistant.writing import LetterRequest

EXCHANGES = Path(__file__).parent / "letters" / "exchanges"
TODAY = dt.date(2019, 12, 9)
INQUIRY, REPLY = "2019-09-02-gomes-carlsson", "2019-09-19-carlsson-gomes"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(make_office(tmp_path / "office", examples=True))
    list(office.add([EXCHANGES / "delegation-inquiry.txt", EXCHANGES / "delegation-reply.txt"]))
    for precedent in (INQUIRY, REPLY):
        office.review(precedent, accept=["all"])
    return office


def of_the_delegation(office: Office) -> Office:
    settings = office.folder / "letter_templates" / "office.toml"
    settings.write_text(settings.read_text("utf-8").replace("Ana Gomes", "Sven-Olov Carlsson"), "utf-8")
    return Office(office.folder)


@pytest.mark.parametrize("language", ["en", "fr", "de", "pl", "it", "es"])
def test_a_follow_up_asks_again_what_stayed_open_beside_what_was_said_to_it(office: Office, language: str) -> None:
    request = LetterRequest(template="follow-up", answering=REPLY, language=language, today=TODAY)
    body = office.writing.compose(request).body
    asked_again = body[body.index("- How much has the European Union spent") :]
    assert "attaches great importance to the training of prison staff" in asked_again
    assert f"[@{REPLY}#f4]" in asked_again
    assert "- Will the Delegation observe the trial of Ardak Ashim in Shymkent?" in asked_again
    assert "- When did staff of the Delegation last visit" not in body


def test_what_a_person_has_found_answered_is_not_asked_again(office: Office) -> None:
    office.correspondence.judge(INQUIRY, {"f4": Answer.ANSWERED, "f5": Answer.ANSWERED})
    body = office.writing.compose(LetterRequest(template="follow-up", answering=REPLY, today=TODAY)).body
    assert "remains open" not in body


@pytest.mark.parametrize("language", ["en", "fr", "de", "pl", "it", "es"])
def test_a_reply_lays_what_the_institution_wrote_before_under_each_point(office: Office, language: str) -> None:
    delegation = of_the_delegation(office)
    request = LetterRequest(template="reply", answering=INQUIRY, language=language, today=TODAY)
    points = delegation.writing.compose(request).body.split(f"[@{INQUIRY}#")
    assert "[@2019-05-23-carlsson-gomes#f14]" in points[1]
    assert "[@2019-05-23-carlsson-gomes" not in points[5]


def test_what_was_written_after_the_letter_is_no_earlier_position(office: Office) -> None:
    body = (
        of_the_delegation(office).writing.compose(LetterRequest(template="reply", answering=INQUIRY, today=TODAY)).body
    )
    assert f"[@{REPLY}" not in body


def test_a_report_that_is_answered_has_no_exchange_behind_it(office: Office) -> None:
    report = office.precedent("2018-05-15-open-dialog-foundation")
    assert office.correspondence.background(report).open_points == ()
