import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from assistant.model.finding import Finding, Severity
from assistant.precedents.doctor import examine, mend
from assistant.precedents.files import FileShelf
from tests.precedents.conftest import Folders

GOMES = "2019-05-23-carlsson-gomes"


@pytest.fixture
def office(shelf: FileShelf, folders: Folders) -> Folders:
    """An office in good order."""
    shelf.search("")
    shelf.close()
    return folders


def letter(office: Folders, suffix: str) -> Path:
    return office.precedents / "2019" / f"{GOMES}{suffix}"


def edit(path: Path, words: str, others: str) -> None:
    content = path.read_bytes()
    assert words.encode() in content
    path.write_bytes(content.replace(words.encode(), others.encode(), 1))


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings if not finding.code.startswith("index-")]


def test_an_office_in_good_order_gives_no_finding(office: Folders) -> None:
    assert examine(*office) == ()


def test_an_office_without_letters_gives_no_finding(tmp_path: Path) -> None:
    assert examine(tmp_path / "precedents", tmp_path / ".assistant") == ()
    assert not (tmp_path / ".assistant").exists()


def test_every_finding_says_where_and_what_to_do(office: Folders) -> None:
    edit(letter(office, ".json"), '"act": "commitment"', '"act": "promise"')
    edit(letter(office, ".txt"), "illegal force", "lawful force")
    (office.precedents / "2018" / "2018-05-15-open-dialog-foundation.original.txt").unlink()
    (office.precedents / "2019" / ".unfinished-x").write_bytes(b"")
    (office.precedents / "people").mkdir()
    (office.precedents / "people" / "x.json").write_text("{}", "utf-8")
    findings = examine(*office)
    assert len(findings) == 5
    for finding in findings:
        assert finding.place
        assert finding.message.endswith(".")
        assert finding.advice.endswith(".")


def test_a_record_edited_into_nonsense_is_found(office: Folders) -> None:
    edit(letter(office, ".json"), '"act": "commitment"', '"act": "promise"')
    (finding,) = (finding for finding in examine(*office) if finding.code == "record-damaged")
    assert finding.severity is Severity.ERROR
    assert finding.place == f"precedents/2019/{GOMES}.json"
    assert "facts.2.act" in finding.message


def test_a_text_that_was_changed_is_found_with_the_quotations_it_lost(office: Folders) -> None:
    edit(letter(office, ".txt"), "illegal force", "lawful force")
    findings = [finding for finding in examine(*office) if finding.severity is Severity.ERROR]
    assert [finding.code for finding in findings] == ["text-changed", *["quotation-gone"] * 4]
    gone = next(finding for finding in findings if "illegal force" in finding.quote)
    assert "no longer stands in the text" in gone.message
    moved = next(finding for finding in findings if "torture" in finding.quote)
    assert "stands elsewhere" in moved.message


def test_a_quotation_edited_in_the_record_is_found(office: Folders) -> None:
    edit(letter(office, ".json"), "illegal force", "lawful force")
    assert codes(examine(*office)) == ["quotation-gone"]


def test_a_span_that_is_wrong_is_found(office: Folders) -> None:
    edit(letter(office, ".json"), '"text": "23 May 2019"', '"text": "24 May 2019"')
    assert codes(examine(*office)) == ["record-damaged"]


def test_a_missing_text_and_original_are_found(office: Folders) -> None:
    letter(office, ".txt").unlink()
    letter(office, ".original.txt").unlink()
    assert codes(examine(*office)) == ["text-missing", "original-missing"]


def test_an_original_of_other_bytes_is_found(office: Folders) -> None:
    letter(office, ".original.txt").write_bytes(b"another letter")
    assert codes(examine(*office)) == ["original-changed"]


def test_a_second_original_is_found(office: Folders) -> None:
    letter(office, ".pdf").write_bytes(b"the annex")
    assert codes(examine(*office)) == ["second-original"]


def test_the_same_bytes_filed_twice_are_found(office: Folders) -> None:
    for suffix in (".json", ".txt", ".original.txt"):
        copy = letter(office, suffix).with_name(f"{GOMES}-2{suffix}")
        shutil.copy(letter(office, suffix), copy)
    edit(letter(office, "-2.json"), f'"id": "{GOMES}"', f'"id": "{GOMES}-2"')
    (finding,) = (finding for finding in examine(*office) if finding.code == "filed-twice")
    assert GOMES in finding.message
    assert f"{GOMES}-2" in finding.message


def test_a_letter_in_the_wrong_folder_or_of_an_impossible_name_is_found(office: Folders) -> None:
    letter(office, ".json").rename(office.precedents / "2018" / f"{GOMES}.json")
    shutil.copy(letter(office, ".txt"), office.precedents / "2019" / "Carlsson Gomes.json")
    assert sorted(codes(examine(*office))) == ["orphaned-file"] * 2 + ["record-misnamed", "record-misplaced"]


def test_signs_of_the_file_manager_are_nobodys_business(office: Folders) -> None:
    (office.precedents / "2019" / ".DS_Store").write_bytes(b"")
    (office.precedents / "2019" / "annexes").mkdir()
    (office.precedents / "README.md").write_text("What lies here", "utf-8")
    assert codes(examine(*office)) == []


def test_an_index_behind_the_letters_is_told(office: Folders) -> None:
    letter(office, ".json").unlink()
    (finding,) = (finding for finding in examine(*office) if finding.code == "index-outdated")
    assert finding.severity is Severity.NOTE
    assert "1 letter" in finding.message


@pytest.mark.parametrize("page", [1, 4])
def test_a_damaged_index_is_found_and_made_anew(office: Folders, page: int) -> None:
    file = office.cache / "index.sqlite3"
    content = bytearray(file.read_bytes())
    content[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    file.write_bytes(content)
    assert [finding.code for finding in examine(*office)] == ["index-damaged"]
    assert [finding.code for finding in mend(*office)] == ["index-renewed"]
    assert examine(*office) == ()


def test_an_index_of_another_version_is_told(office: Folders) -> None:
    connection = sqlite3.connect(office.cache / "index.sqlite3")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    assert [finding.code for finding in examine(*office)] == ["index-outdated"]


def test_where_no_index_can_stand_it_is_told_and_done_without(office: Folders) -> None:
    (office.cache / "index.sqlite3").unlink()
    (office.cache / "index.sqlite3").mkdir()
    assert [finding.code for finding in mend(*office)] == ["index-unusable"]
    shelf = FileShelf(*office)
    assert shelf.search("torture").total == 2
    shelf.close()


def test_mending_removes_what_is_unfinished_and_sets_aside_what_belongs_to_no_letter(office: Folders) -> None:
    (office.precedents / "2019" / ".unfinished-x").write_bytes(b"half")
    for name in ("2019-01-01-nobody.pdf", "2019-01-01-nobody.txt"):
        (office.precedents / "2019" / name).write_bytes(b"a letter without a record")
    done = mend(*office)
    assert [finding.code for finding in done] == ["removed", "set-aside", "set-aside", "index-renewed"]
    assert all(finding.severity is Severity.NOTE and finding.place for finding in done)
    assert examine(*office) == ()
    aside = office.precedents / "unfiled" / "2019" / "2019-01-01-nobody.pdf"
    assert aside.read_bytes() == b"a letter without a record"


def test_nothing_set_aside_earlier_is_written_over(office: Folders) -> None:
    for content in (b"first", b"second"):
        (office.precedents / "2019" / "2019-01-01-nobody.pdf").write_bytes(content)
        mend(*office)
    kept = sorted((office.precedents / "unfiled" / "2019").iterdir())
    assert sorted(file.read_bytes() for file in kept) == [b"first", b"second"]


def test_mending_touches_no_letter(office: Folders) -> None:
    edit(letter(office, ".json"), "illegal force", "lawful force")
    before = {file: file.read_bytes() for file in office.precedents.rglob("*") if file.is_file()}
    mend(*office)
    assert {file: file.read_bytes() for file in office.precedents.rglob("*") if file.is_file()} == before
    assert codes(examine(*office)) == ["quotation-gone"]


def test_an_edit_that_no_folder_shows_is_taken_in_by_mending(office: Folders) -> None:
    record = letter(office, ".json")
    moment = record.parent.stat().st_mtime_ns
    edit(record, '"language": "en"', '"language": "fr"')
    os.utime(record.parent, ns=(moment, moment))
    mend(*office)
    shelf = FileShelf(*office)
    assert shelf.search("lang:fr").total == 1
    shelf.close()
