"""Records out of one office and into another: everything arrives, nothing is written over."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.founding import make_office
from assistant.office import Office
from tests.cli.conftest import Ran

Run = Callable[..., Ran]
CARLSSON, REPORT = "2019-05-23-carlsson-gomes", "2018-05-15-open-dialog-foundation"


@pytest.fixture
def other(tmp_path: Path) -> Office:
    return Office(make_office(tmp_path / "other"))


@pytest.mark.parametrize("form", ["jsonl", "csv", "ftm"])
def test_another_office_takes_in_everything(office: Path, run: Run, tmp_path: Path, other: Office, form: str) -> None:
    run("promises", "--kept", f"{CARLSSON}#f15")
    target = tmp_path / "records"
    assert run("export-records", "--format", form, "--with-originals", "-o", target).code == 0
    assert run("--office", other.folder, "import-records", target).code == 0
    ours = Office(office)
    for precedent in (CARLSSON, REPORT):
        assert other.precedent(precedent) == ours.precedent(precedent)
        assert other.original(precedent).read_bytes() == ours.original(precedent).read_bytes()
    assert other.people.all() == ours.people.all()
    assert other.decisions.all() == ours.decisions.all()
    assert other.doctor() == ()


def test_taking_in_twice_changes_nothing(office: Path, run: Run, tmp_path: Path, other: Office) -> None:
    run("export-records", "--with-originals", "-o", tmp_path / "records.jsonl")
    run("--office", other.folder, "import-records", tmp_path / "records.jsonl")
    ran = run("--office", other.folder, "import-records", tmp_path / "records.jsonl")
    assert ran.out == ""
    assert ran.err.startswith("0 taken in, 10 here before.")


def test_a_query_chooses_the_documents(office: Path, run: Run, tmp_path: Path) -> None:
    run("export-records", "from:carlsson", "-o", tmp_path / "some.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "some.jsonl").read_text("utf-8").splitlines()]
    assert [line["record"]["id"] for line in lines if line["piece"] == "document"] == [CARLSSON]


def test_what_names_somebody_who_may_not_be_named_stays_out_of_a_public_file(
    office: Path, run: Run, tmp_path: Path
) -> None:
    person = office / "precedents" / "people" / "max-bokayev.json"
    data = json.loads(person.read_text("utf-8"))
    person.write_text(json.dumps(data | {"naming": {"allowed": False}}), "utf-8")
    target = tmp_path / "public.jsonl"
    ran = run("export-records", "--public", "-o", target)
    assert "left out" in ran.err
    assert "Bokayev" not in target.read_text("utf-8")
    assert "may not be named" in run("export-records", "-o", target).err


@pytest.mark.parametrize(
    "words", ["the release of Maks Bokaev", "o zwolnienie Maksa Bokajewa", "об освобождении Бокаева"]
)
def test_no_spelling_of_a_guarded_name_goes_into_a_public_file(
    office: Path, run: Run, tmp_path: Path, words: str
) -> None:
    run("person", "Max Bokayev", "--not-to-be-named")
    (tmp_path / "letter.txt").write_text(f"Dear Sir,\n\nI ask you for {words}.\n\nYours faithfully,\n", "utf-8")
    filed = run("add", tmp_path / "letter.txt").out.split()[0]
    run("export-records", "--public", "-o", tmp_path / "public.jsonl")
    assert filed not in (tmp_path / "public.jsonl").read_text("utf-8")


def test_another_document_of_the_same_id_is_left_alone(office: Path, run: Run, tmp_path: Path, other: Office) -> None:
    run("export-records", "from:carlsson", "-o", tmp_path / "records.jsonl")
    letter = (office / "precedents" / "2019" / f"{CARLSSON}.original.txt").read_text("utf-8") + " "
    (tmp_path / "another.txt").write_text(letter, "utf-8")
    assert run("--office", other.folder, "add", tmp_path / "another.txt").out.startswith(CARLSSON)
    before = other.precedent(CARLSSON)
    ran = run("--office", other.folder, "import-records", tmp_path / "records.jsonl")
    assert ran.code == 4
    assert "another document is filed here under this id" in ran.err
    assert other.precedent(CARLSSON) == before


@pytest.mark.parametrize("contents", ["nonsense", '{"piece": "document"}', '["list"]'])
def test_a_file_of_something_else_is_refused_by_name(office: Path, run: Run, tmp_path: Path, contents: str) -> None:
    (tmp_path / "x.jsonl").write_text(contents, "utf-8")
    ran = run("import-records", tmp_path / "x.jsonl")
    assert ran.code == 3
    assert "x.jsonl" in ran.err
    assert "Export it again." in ran.err


MEMBERS = """First name;Last name;Function;Institution;E-mail;Street;Postcode;Town;Shoe size
Ana;Gomes;Member of the European Parliament;European Parliament;ana@example.eu;Rue Wiertz 60;B-1047;Brussels;38
Heidi;Hautala;Vice-President;European Parliament;;Rue Wiertz 60;B-1047;Brussels;39
;;;;;;;;
"""


def test_members_come_from_a_table_and_nothing_made_by_hand_is_written_over(
    office: Path, run: Run, tmp_path: Path
) -> None:
    table = tmp_path / "members.csv"
    table.write_text(MEMBERS, "utf-8-sig")
    before = Office(office).people.find("Ana Gomes")
    ran = run("people", "--import", table)
    assert ran.out.splitlines() == ["Ana Gomes", "Heidi Hautala"]
    known = {person.name: person for person in Office(office).people.all()}
    assert known["Heidi Hautala"].address == ("Rue Wiertz 60", "B-1047 Brussels")
    assert before
    assert known["Ana Gomes"].roles == before.roles
    assert known["Ana Gomes"].email == "ana@example.eu"
    assert run("people", "--import", table).out == ""


def test_a_table_without_names_says_what_is_missing(office: Path, run: Run, tmp_path: Path) -> None:
    table = tmp_path / "x.csv"
    table.write_text("a,b\n1,2\n", "utf-8")
    ran = run("people", "--import", table)
    assert ran.code == 2
    assert "none of these columns is a name" in ran.err
