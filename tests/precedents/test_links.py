"""Earlier documents a letter refers to: linked when the office has them, and when they arrive."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.model.letter import Reference
from assistant.office import Office
from tests.conftest import LETTERS
from tests.precedents.processes import go, start

ANSWER = "2019-05-23-carlsson-gomes"
ASKED = "2019-05-15-gomes-carlsson"

File = Callable[[str], str]

FILE_ONE = """
import sys
from pathlib import Path
from assistant.office import Office
office, letter = Office(Path(sys.argv[1])), Path(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
print(*(outcome.id for outcome in office.add([letter])))
"""


def letter(sender: str, recipient: str, day: str, body: str) -> str:
    return f"{recipient}\n\nBrussels, {day}\n\nDear Sir,\n\n{body}\n\nYours sincerely,\n\n{sender}\n"


GOMES = letter(
    "Ana Gomes", "Sven-Olov Carlsson", "15 May 2019", "Mr Yerimbetov was beaten in prison. I ask for a visit."
)
CARLSSON = (LETTERS / "carlsson.txt").read_text("utf-8")
QUESTION = """Question for written answer E-004819/2020
to the Commission
Ana Gomes (S&D)

3 September 2020

Will the Commission ask for the release of Mr Yerimbetov?
"""
RESOLUTION = """European Parliament resolution of 14 March 2019 on human rights in Kazakhstan (2019/2610(RSP))

The European Parliament,

A. whereas Kazakhstan is a partner;

1. Calls on the Government of Kazakhstan to release political prisoners;
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    (tmp_path / "office" / "precedents").mkdir(parents=True)
    return Office(tmp_path / "office")


@pytest.fixture
def file(office: Office, tmp_path: Path) -> File:
    """File a text and give its id."""

    def add(text: str) -> str:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.txt"
        path.write_text(text, "utf-8")
        (outcome,) = office.add([path])
        assert outcome.id, outcome.error
        return outcome.id

    return add


def references(office: Office, precedent: str) -> dict[str, str | None]:
    return {one.quote: one.precedent for one in office.precedent(precedent).record.letter.refers_to}


def first(office: Office, precedent: str) -> Reference:
    return office.precedent(precedent).record.letter.refers_to[0]


def test_a_letter_is_linked_with_the_one_it_answers(office: Office, file: File) -> None:
    assert file(GOMES) == ASKED
    assert file(CARLSSON) == ANSWER
    assert references(office, ANSWER)["your letter dated 15 May 2019"] == ASKED
    (referral,) = office.referring_to(ASKED)
    assert (referral.letter, referral.reference) == (ANSWER, first(office, ANSWER))
    assert office.missing() == ()


def test_a_document_that_names_its_own_number_is_not_linked_with_itself(office: Office, file: File) -> None:
    filed = file(f"{QUESTION}\nWhen will written question E-004819/2020 be answered?\n")
    office.doctor(fix=True)
    found = references(office, filed)
    assert found
    assert filed not in found.values()


def test_it_is_linked_later_when_the_earlier_letter_arrives(office: Office, file: File) -> None:
    file(CARLSSON)
    assert references(office, ANSWER)["your letter dated 15 May 2019"] is None
    assert [gap.letter for gap in office.missing()] == [ANSWER]
    assert office.referring_to(ASKED) == ()
    file(GOMES)
    assert references(office, ANSWER)["your letter dated 15 May 2019"] == ASKED
    assert [referral.letter for referral in office.referring_to(ASKED)] == [ANSWER]
    assert office.missing() == ()


def test_a_review_is_kept_when_the_link_is_written_later(office: Office, file: File) -> None:
    file(CARLSSON)
    before = office.review(ANSWER, accept=["all"])
    file(GOMES)
    assert office.precedent(ANSWER).record.facts == before.record.facts
    assert references(office, ANSWER)["your letter dated 15 May 2019"] == ASKED


def test_the_letter_of_a_day_must_come_from_the_one_addressed(office: Office, file: File) -> None:
    file(letter("Sven-Olov Carlsson", "Ana Gomes", "15 May 2019", "Here is a report."))
    file(letter("Marietje Schaake", "Sven-Olov Carlsson", "15 May 2019", "Here is another."))
    file(letter("Ana Gomes", "Federica Mogherini", "15 May 2019", "And a third."))
    file(CARLSSON)
    assert references(office, ANSWER)["your letter dated 15 May 2019"] is None


def test_my_letter_is_the_senders_own(office: Office, file: File) -> None:
    file(GOMES)
    follow_up = letter("Ana Gomes", "Sven-Olov Carlsson", "2 July 2019", "I recall my letter of 15 May 2019 to you.")
    assert first(office, file(follow_up)).precedent == ASKED


def test_of_two_that_fit_neither_is_linked(office: Office, file: File) -> None:
    file(GOMES)
    file(GOMES.replace("beaten", "threatened"))
    file(CARLSSON)
    assert references(office, ANSWER)["your letter dated 15 May 2019"] is None


@pytest.mark.parametrize("asked_first", [True, False])
def test_a_question_is_known_by_its_number(office: Office, file: File, *, asked_first: bool) -> None:
    asked = file(QUESTION) if asked_first else ""
    body = "Thank you for question E-004819/2020 on Mr Yerimbetov."
    answer = file(letter("Josep Borrell", "Ana Gomes", "4 October 2020", body))
    asked = asked or file(QUESTION)
    assert first(office, answer).precedent == asked


def test_the_question_of_a_number_is_meant_and_not_one_that_only_names_it(office: Office, file: File) -> None:
    asked = file(QUESTION)
    file(
        QUESTION.replace("E-004819/2020", "E-000017/2021")
        .replace("3 September 2020", "4 January 2021")
        .replace("Ana Gomes (S&D)", "Ana Gomes (S&D)\nSubject: Follow-up to Written Question E-004819/2020")
    )
    later = file(letter("Ana Gomes", "Josep Borrell", "1 March 2021", "I refer to my written question E-004819/2020."))
    assert set(references(office, later).values()) == {asked}


@pytest.mark.parametrize("numbered", [True, False])
def test_a_resolution_is_known_by_its_number_or_by_day_and_body(office: Office, file: File, *, numbered: bool) -> None:
    number = " (2019/2610(RSP))" if numbered else ""
    body = f"We recall the European Parliament resolution of 14 March 2019{number}, which asks for his release."
    reminding = file(letter("Ana Gomes", "Sven-Olov Carlsson", "2 July 2019", body))
    assert first(office, reminding).precedent is None
    resolution = file(RESOLUTION)
    assert first(office, reminding).precedent == resolution


def test_a_resolution_of_another_body_of_that_day_is_not_meant(office: Office, file: File) -> None:
    file(RESOLUTION)
    body = "We recall the resolution of 14 March 2019 of the Human Rights Council, which asks for his release."
    reminding = file(letter("Ana Gomes", "Sven-Olov Carlsson", "2 July 2019", body))
    assert first(office, reminding).precedent is None


def test_a_letter_is_never_linked_with_itself(office: Office, file: File) -> None:
    own = file(letter("Ana Gomes", "Sven-Olov Carlsson", "15 May 2019", "My letter of 15 May 2019 speaks for itself."))
    assert first(office, own).precedent is None


def test_without_the_index_the_same_is_known(office: Office, file: File) -> None:
    file(CARLSSON)
    file(GOMES)
    referring = office.referring_to(ASKED)
    shutil.rmtree(office.folder / ".assistant")
    again = Office(office.folder)
    assert again.referring_to(ASKED) == referring
    assert again.missing() == ()


def test_a_link_to_a_letter_that_is_gone_is_found_and_taken_out(office: Office, file: File) -> None:
    file(GOMES)
    file(CARLSSON)
    for path in (office.folder / "precedents" / "2019").glob(f"{ASKED}*"):
        path.unlink()
    (finding,) = (finding for finding in office.doctor() if finding.code == "link-broken")
    assert finding.quote == "your letter dated 15 May 2019"
    assert ASKED in finding.message
    assert "link-removed" in {finding.code for finding in office.doctor(fix=True)}
    assert references(office, ANSWER)["your letter dated 15 May 2019"] is None
    assert [gap.letter for gap in office.missing()] == [ANSWER]
    assert office.doctor() == ()


def test_the_doctor_links_letters_that_came_by_another_way(office: Office, file: File, tmp_path: Path) -> None:
    file(CARLSSON)
    (tmp_path / "elsewhere" / "precedents").mkdir(parents=True)
    elsewhere = Office(tmp_path / "elsewhere")
    (tmp_path / "gomes.txt").write_text(GOMES, "utf-8")
    list(elsewhere.add([tmp_path / "gomes.txt"]))
    for path in (elsewhere.folder / "precedents" / "2019").iterdir():
        shutil.copy(path, office.folder / "precedents" / "2019")
    assert references(office, ANSWER)["your letter dated 15 May 2019"] is None
    assert "linked" in {finding.code for finding in office.doctor(fix=True)}
    assert references(office, ANSWER)["your letter dated 15 May 2019"] == ASKED
    assert not [finding for finding in office.doctor(fix=True) if finding.code == "linked"]


def test_a_damaged_letter_that_waits_does_not_stop_the_one_that_arrives(office: Office, file: File) -> None:
    file(CARLSSON)
    office.search("torture")
    record = office.folder / "precedents" / "2019" / f"{ANSWER}.json"
    status = record.stat()
    damaged = record.read_bytes()[:-2] + b" ]"
    record.write_bytes(damaged)
    os.utime(record, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file(GOMES) == ASKED
    assert record.read_bytes() == damaged


def test_letter_and_answer_filed_at_once_by_two_find_each_other(office: Office, tmp_path: Path) -> None:
    texts = {"gomes.txt": GOMES, "carlsson.txt": CARLSSON}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    processes = [start(FILE_ONE, office.folder, tmp_path / name) for name in texts]
    go(*processes)
    assert {process.communicate()[0].strip() for process in processes} == {ASKED, ANSWER}
    assert references(office, ANSWER)["your letter dated 15 May 2019"] == ASKED


def test_a_record_shows_its_link_as_plain_json(office: Office, file: File) -> None:
    file(GOMES)
    file(CARLSSON)
    record = json.loads((office.folder / "precedents" / "2019" / f"{ANSWER}.json").read_text("utf-8"))
    reference = record["letter"]["refers_to"][0]
    assert {key: reference[key] for key in ("what", "date", "written_by", "precedent")} == {
        "what": "letter",
        "date": "2019-05-15",
        "written_by": "recipient",
        "precedent": ASKED,
    }
