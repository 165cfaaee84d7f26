import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran
from tests.conftest import LETTERS

Run = Callable[..., Ran]
CARLSSON = "2019-05-23-carlsson-gomes"


def test_read_prints_a_record_whose_every_fact_stands_at_its_place(run: Run) -> None:
    record = json.loads(run("read", LETTERS / "carlsson.txt", "--json").out)
    assert record["schema"] == 1
    assert record["id"] == CARLSSON
    assert record["facts"]
    for item in (*record["facts"], *record["letter"]["refers_to"]):
        assert record["text"][item["start"] : item["end"]] == item["quote"]
    for mention in record["mentions"]:
        assert record["text"][mention["start"] : mention["end"]] == mention["text"]


def test_read_files_nothing(office: Path, run: Run) -> None:
    before = sorted(office.rglob("*"))
    assert run("read", LETTERS / "press_conference.txt").code == 0
    assert sorted(office.rglob("*")) == before


def test_one_bad_file_does_not_stop_the_rest(office: Path, run: Run, tmp_path: Path) -> None:
    good = tmp_path / "letter.txt"
    good.write_text(
        "Brussels, 3 March 2020\n\nDear Minister,\n\nWe will visit the prison.\n\nYours sincerely,\n", "utf-8"
    )
    bad = tmp_path / "broken.docx"
    bad.write_bytes(b"PK\x03\x04 nothing of the kind")
    ran = run("add", bad, good)
    assert ran.code == 3
    assert "broken.docx" in ran.err
    assert "1 filed, 1 failed" in ran.err
    assert len(ran.out.splitlines()) == 1


def test_the_same_letter_is_not_filed_twice(office: Path, run: Run) -> None:
    ran = run("add", LETTERS / "carlsson.txt", "--json")
    assert ran.code == 0
    assert json.loads(ran.out)[0] == {"path": str(LETTERS / "carlsson.txt"), "id": CARLSSON, "duplicate": True} | {
        key: value for key, value in json.loads(ran.out)[0].items() if key in {"facts", "losses"}
    }


def test_two_processes_file_the_same_ids_as_one(office: Path, run: Run, tmp_path: Path) -> None:
    for number in range(6):
        body = f"Dear Mr Novak,\n\nLetter number {number}.\n\nYours sincerely,\n\nAnna Kowalska\n"
        (tmp_path / f"{number}.txt").write_text(f"Brussels, 3 March 2020\n\n{body}", "utf-8")
    files = sorted(tmp_path.glob("*.txt"))
    side_by_side = [item["id"] for item in json.loads(run("add", "--jobs", "2", "--json", *files).out)]
    assert len(set(side_by_side)) == 6
    assert side_by_side == sorted(side_by_side, key=lambda name: (len(name), name))


def test_a_reviewed_fact_stays_reviewed(office: Path, run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text((LETTERS / "carlsson.txt").read_text("utf-8").replace("2019", "2020"), "utf-8")
    filed = run("add", letter).out.split()[0]
    facts = json.loads(run("show", filed, "--json").out)["facts"]
    ran = run("review", filed, "--accept", facts[0]["id"], "--reject", facts[1]["id"], "--note", "read twice")
    assert ran.code == 0
    assert f"2 of {len(facts)} facts reviewed" in ran.err
    after = json.loads(run("show", filed, "--json").out)["facts"]
    assert [fact.get("review", "proposed") for fact in after[:3]] == ["accepted", "rejected", "proposed"]
    assert after[0]["note"] == "read twice"


@pytest.mark.parametrize(
    ("query", "quote"),
    [
        ("illegal force person:shakirov", "Mr Shakirov acknowledged that there were cases of illegal force"),
        ("Еримбетов", "Yerimbetov"),
        ("swiacicki", "Świącicki"),
    ],
)
def test_search_finds_the_fact(office: Path, run: Run, query: str, quote: str) -> None:
    hits = json.loads(run("search", query, "--json").out)["hits"]
    assert any(quote in fact["quote"] for hit in hits for fact in hit.get("facts", []))


def test_search_without_an_answer_is_no_failure(office: Path, run: Run) -> None:
    ran = run("search", "zebra")
    assert (ran.code, ran.out) == (0, "")
    assert "Nothing found" in ran.err


@pytest.mark.parametrize("query", ["", "zebra", "person:shakirov"])
def test_a_search_where_nothing_is_filed_says_how_letters_get_in(run: Run, tmp_path: Path, query: str) -> None:
    run("init", tmp_path / "new")
    ran = run("--office", tmp_path / "new", "search", query)
    assert (ran.code, ran.out) == (0, "")
    assert "Nothing is filed yet. File the first letter: assistant add FILE." in ran.err


def test_show_tells_which_letter_is_answered_and_whether_the_office_has_it(
    office: Path, run: Run, tmp_path: Path
) -> None:
    assert "answers   letter of 15 May 2019 (not in the office)" in run("show", CARLSSON).out
    body = "Dear Sir,\n\nMr Yerimbetov was beaten in prison. I ask for a visit.\n\nYours sincerely,\n\nAna Gomes\n"
    (tmp_path / "gomes.txt").write_text(f"Sven-Olov Carlsson\n\nBrussels, 15 May 2019\n\n{body}", "utf-8")
    filed = run("add", tmp_path / "gomes.txt").out.split()[0]
    assert f"answers   letter of 15 May 2019 ({filed})" in run("show", CARLSSON).out


def test_show_prints_no_escape_sequence_of_a_letter(office: Path, run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "hostile.txt"
    letter.write_text("Dear Sir,\n\nWe will visit \x1b[2J\u202e the prison in May.\n\nYours faithfully,\n", "utf-8")
    filed = run("add", letter).out.split()[0]
    shown = run("show", filed, "--text").out + run("show", filed).out + run("search", "visit prison").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_doctor_finds_the_shipped_office_in_good_order(office: Path, run: Run) -> None:
    run("search", "torture")
    ran = run("doctor")
    assert (ran.code, ran.out) == (0, "")


def test_init_leaves_alone_what_stands_there(run: Run, tmp_path: Path) -> None:
    settings = tmp_path / "letter_templates" / "office.toml"
    settings.parent.mkdir()
    settings.write_text('place = "Strasbourg"\n', "utf-8")
    assert run("init", tmp_path).code == 0
    assert settings.read_text("utf-8") == 'place = "Strasbourg"\n'
    assert (tmp_path / "precedents").is_dir()


def test_the_inbox_is_filed_once(office: Path, run: Run) -> None:
    assert "No inbox is named" in run("inbox").err
    settings = office / "letter_templates" / "office.toml"
    settings.write_text(f'{settings.read_text("utf-8")}\n[inbox]\nfolder = "in"\noriginals = "move"\n', "utf-8")
    assert run("inbox").code == 3
    (office / "in").mkdir()
    (office / "in" / "letter.txt").write_bytes((LETTERS / "pl" / "odpowiedz_msz.txt").read_bytes())
    (office / "in" / "empty.txt").touch()
    ran = run("inbox")
    assert ran.code == 0
    assert "1 filed." in ran.err
    assert "empty, or still being written" in ran.err
    assert (office / "in" / "filed" / "letter.txt").is_file()


@pytest.fixture
def asks_for_smart(office: Path) -> Path:
    """An office that has chosen the larger tagger, and a letter in its inbox that names a place only it knows."""
    settings = office / "letter_templates" / "office.toml"
    chosen = '[extraction]\ntagger = "smart"\n[inbox]\nfolder = "in"\n'
    settings.write_text(f"{settings.read_text('utf-8')}\n{chosen}", "utf-8")
    (office / "in").mkdir()
    return Path(shutil.copy(LETTERS / "exchanges" / "delegation-inquiry.txt", office / "in"))


def test_reading_filing_and_the_inbox_ask_the_tagger_the_office_has_chosen(
    asks_for_smart: Path, office: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office / "in")  # a folder within the office has its settings too
    assert "Zarechny" in names(json.loads(run("read", asks_for_smart, "--json").out))
    another = office / "another.txt"
    another.write_text(f"{asks_for_smart.read_text('utf-8')}\n2\n", "utf-8")
    filed = json.loads(run("add", another, "--json").out) + json.loads(run("inbox", "--json").out)
    assert len(filed) == 2
    assert all("Zarechny" in names(json.loads(run("show", each["id"], "--json").out)) for each in filed)


def names(record: dict[str, Any]) -> set[str]:
    return {mention["text"] for mention in record["mentions"]}


@pytest.mark.usefixtures("without_smart")
def test_an_office_that_asks_for_smart_without_it_is_told_what_to_install(
    asks_for_smart: Path, office: Path, run: Run
) -> None:
    before = sorted((office / "precedents").rglob("*"))
    for command in (("read", asks_for_smart), ("add", asks_for_smart), ("inbox",)):
        ran = run(*command)
        assert ran.code == 2
        assert "The tagger “smart”, which office.toml asks for, needs a part" in ran.err
        assert "pip install 'correspondence-assistant[smart]'" in ran.err
        assert ran.out == ""
    assert sorted((office / "precedents").rglob("*")) == before
