"""The index is a cache: whatever becomes of it, the letters are found."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import OfficeBusyError
from assistant.precedents.files import FileShelf
from assistant.precedents.index import index as index_module
from tests.precedents.conftest import Folders, put
from tests.precedents.letters import Annotated, carlsson, document, press_conference
from tests.precedents.processes import ROOT, go, start

GOMES = "2019-05-23-carlsson-gomes"
LONG_AGO = time.time() - 3_600


@pytest.fixture
def filed(shelf: FileShelf, folders: Folders) -> Folders:
    """Two letters filed long ago, their index up to date, nobody at work."""
    settle(folders)
    shelf.search("")
    shelf.close()
    return folders


def settle(folders: Folders) -> None:
    """Make the folders of the letters look as if nobody had touched them for an hour."""
    for year in folders.precedents.iterdir():
        os.utime(year, (LONG_AGO, LONG_AGO))


def found(folders: Folders, query: str = "illegal force") -> list[str]:
    shelf = FileShelf(*folders)
    try:
        return [hit.precedent for hit in shelf.search(query).hits]
    finally:
        shelf.close()


def index_file(folders: Folders) -> Path:
    return folders.cache / "index.sqlite3"


def test_without_an_index_one_is_made(filed: Folders) -> None:
    shutil.rmtree(filed.cache)
    assert found(filed) == [GOMES]
    assert index_file(filed).exists()


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"SQLite format 3\x00 and nonsense" * 500])
def test_an_index_that_is_none_is_made_anew(filed: Folders, damage: bytes) -> None:
    index_file(filed).write_bytes(damage)
    assert found(filed) == [GOMES]
    assert found(filed) == [GOMES]


@pytest.mark.parametrize("at", [2, 3, 5, 8])
def test_an_index_damaged_in_a_page_is_made_anew(filed: Folders, at: int) -> None:
    content = bytearray(index_file(filed).read_bytes())
    content[at * 4096 : (at + 1) * 4096] = b"\xff" * 4096
    index_file(filed).write_bytes(content)
    assert found(filed) == [GOMES]
    assert found(filed, "") == [GOMES, "2018-05-15-open-dialog-foundation"]


def test_an_index_cut_short_is_made_anew(filed: Folders) -> None:
    os.truncate(index_file(filed), 3 * 4096)
    assert found(filed) == [GOMES]


@pytest.mark.parametrize(
    "change", ["PRAGMA user_version = 1", "DROP TABLE fact", "ALTER TABLE letter RENAME id TO name"]
)
def test_an_index_of_another_version_or_schema_is_made_anew(filed: Folders, change: str) -> None:
    connection = sqlite3.connect(index_file(filed))
    connection.execute(change)
    connection.commit()
    connection.close()
    assert found(filed) == [GOMES]


def test_an_index_deleted_while_it_is_open_is_made_anew(shelf: FileShelf, folders: Folders) -> None:
    shelf.search("")
    for file in folders.cache.glob("index*"):
        file.unlink()
    assert shelf.search("illegal force").total == 1
    assert index_file(folders).exists()


def test_where_no_index_can_be_written_the_letters_are_found_all_the_same(filed: Folders) -> None:
    shutil.rmtree(filed.cache)
    filed.cache.write_text("a file where the folder should be", "utf-8")
    assert found(filed) == [GOMES]


def test_an_index_that_cannot_be_written_is_used_and_completed_in_memory(
    filed: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add_by_hand(filed, "2018-05-15-open-dialog-foundation", "2020-01-01-copy")
    before = index_file(filed).read_bytes()
    monkeypatch.setattr(index_module, "_MANNER", {**index_module._MANNER, "factory": _ReadOnly})
    assert found(filed, "stango") == ["2020-01-01-copy", "2018-05-15-open-dialog-foundation"]
    assert index_file(filed).read_bytes() == before


class _ReadOnly(sqlite3.Connection):
    """A connection to a file on a read-only disk; in memory anything may be written."""

    def __init__(self, database: str | Path, **manner: Any) -> None:
        super().__init__(database, **manner)
        if database != ":memory:":
            self.execute("PRAGMA query_only = ON")


def test_a_place_without_room_is_told_from_an_index_that_is_damaged(folders: Folders) -> None:
    with pytest.raises(sqlite3.Error) as nowhere:
        sqlite3.connect(folders.cache / "no" / "folder")
    assert index_module.is_unwritable(nowhere.value)
    damaged = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.Error) as no_table:
        damaged.execute("SELECT * FROM letter")
    damaged.close()
    assert not index_module.is_unwritable(no_table.value)


def test_a_letter_copied_in_or_deleted_by_hand_is_noticed(filed: Folders) -> None:
    _add_by_hand(filed, GOMES, "2021-02-03-copy")
    assert found(filed) == ["2021-02-03-copy", GOMES]
    for file in (filed.precedents / "2019").iterdir():
        file.unlink()
    assert found(filed) == ["2021-02-03-copy"]
    shutil.rmtree(filed.precedents / "2021")
    assert found(filed) == []


def test_a_letter_deleted_by_hand_is_not_even_counted(filed: Folders) -> None:
    shelf = FileShelf(*filed)
    assert shelf.search("", limit=0).total == 2
    for file in (filed.precedents / "2019").iterdir():
        file.unlink()
    assert shelf.search("", limit=0).total == 1
    shelf.close()


def test_a_record_changed_in_its_place_is_noticed_when_it_is_found(filed: Folders) -> None:
    record = filed.precedents / "2019" / f"{GOMES}.json"
    folder_time = record.parent.stat().st_mtime_ns
    record.write_text(record.read_text("utf-8").replace('"act": "acknowledgement"', '"act": "refusal"'), "utf-8")
    os.utime(record.parent, ns=(folder_time, folder_time))
    shelf = FileShelf(*filed)
    assert [fact.act for fact in shelf.search('"illegal force"').hits[0].facts] == ["refusal"]
    assert shelf.search("act:refusal").total == 1
    shelf.close()


def test_a_text_changed_in_its_place_is_found_by_its_new_words(filed: Folders) -> None:
    text = filed.precedents / "2019" / f"{GOMES}.txt"
    text.write_bytes(text.read_bytes().replace(b"illegal force", b"lawful measures"))
    assert found(filed, "kazakhstan") != []
    assert found(filed, "illegal force") == []
    assert found(filed, "lawful measures") == [GOMES]


def test_what_another_process_files_is_found(shelf: FileShelf, folders: Folders) -> None:
    other = FileShelf(*folders)
    put(other, document(b"Something quite different."))
    other.close()
    assert shelf.search("quite different").total == 1


def test_filing_reads_no_other_letter_again(filed: Folders) -> None:
    shelf = FileShelf(*filed)
    put(shelf, document(b"One note.", name="one.txt"))
    put(shelf, document(b"Another note.", name="another.txt"))
    assert shelf.changes() == 0
    assert shelf.search("note").total == 2
    shelf.close()


def test_what_a_coarse_clock_hides_is_noticed_a_moment_later(filed: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = FileShelf(*filed)
    _add_by_hand(filed, GOMES, "2019-06-01-first")
    assert shelf.changes() == 1
    folder = filed.precedents / "2019"
    moment = folder.stat().st_mtime_ns
    _add_by_hand(filed, GOMES, "2019-06-01-second")
    os.utime(folder, ns=(moment, moment))  # a clock that cannot tell the two moments apart
    put(shelf, document(b"A note.", Annotated(date="2019-06-01", date_words="A note")))
    later = time.time_ns() + 3_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: later)
    assert shelf.changes() == 1
    assert len(shelf.ids()) == 5
    shelf.close()


def test_filing_beside_somebody_who_searches_reads_no_letter_twice(filed: Folders) -> None:
    shelf, other = FileShelf(*filed), FileShelf(*filed)
    _add_by_hand(filed, GOMES, "2019-06-01-by-hand")
    assert other.changes() == 1
    for number in range(3):
        found = Annotated(date="2019-06-01", date_words="1 June 2019")
        put(shelf, document(f"Note {number} of 1 June 2019.".encode(), found))
        assert (shelf.changes(), other.changes()) == (0, 0)
    assert other.search("note").total == 3
    shelf.close()
    other.close()


def test_an_index_somebody_holds_for_long_is_told(filed: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "_BUSY_SECONDS", 0.05)
    _add_by_hand(filed, GOMES, "2019-06-01-copy")
    holder = sqlite3.connect(index_file(filed), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(OfficeBusyError):
        found(filed)
    holder.close()
    assert len(found(filed)) == 2


def test_a_shelf_serves_several_threads(shelf: FileShelf) -> None:
    totals: list[int] = []
    threads = [threading.Thread(target=lambda: totals.append(shelf.search("torture").total)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert totals == [2] * 8


def test_a_search_loads_no_records_and_takes_no_lock(filed: Folders) -> None:
    program = (
        "import sys; from pathlib import Path; from assistant.precedents.files import FileShelf\n"
        "print(FileShelf(Path(sys.argv[1]), Path(sys.argv[2])).search('Illegal force person:shakirov').total)\n"
        "print(*sorted({'assistant.model.precedent', 'filelock', 'rapidfuzz', 'anyascii'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, *map(str, filed)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == "1\n\n"


def test_searches_that_all_find_no_index_make_one_together(filed: Folders) -> None:
    shutil.rmtree(filed.cache)
    program = (
        "import sys; from pathlib import Path; from assistant.precedents.files import FileShelf\n"
        "shelf = FileShelf(Path(sys.argv[1]), Path(sys.argv[2])); print('ready', flush=True); sys.stdin.readline()\n"
        "print(shelf.search('torture').total)"
    )
    searches = [start(program, *filed) for _ in range(6)]
    go(*searches)
    assert [search.communicate()[0] for search in searches] == ["2\n"] * 6


def test_letters_copied_with_their_times_are_told_apart(filed: Folders) -> None:
    copies = ["2019-06-01-first", "2019-06-01-second"]
    for copy in copies:
        _add_by_hand(filed, GOMES, copy)
    shelf = FileShelf(*filed)
    shelf.search("")
    for number, copy in enumerate(copies):
        record = filed.precedents / "2019" / f"{copy}.json"
        edited = record.read_text("utf-8").replace(
            '"act": "acknowledgement"', f'"act": "{["refusal", "concern"][number]}"'
        )
        record.write_text(edited, "utf-8")
        for suffix in (".json", ".txt"):
            os.utime(record.with_suffix(suffix), (LONG_AGO, LONG_AGO))
    found_acts = {hit.precedent: hit.facts[0].act for hit in shelf.search('"illegal force"').hits}
    assert (found_acts[copies[0]], found_acts[copies[1]]) == ("refusal", "concern")
    shelf.close()


def test_letters_are_filed_and_found_in_an_office_of_any_name(tmp_path: Path) -> None:
    office = tmp_path / "Büro 50% #1 ?é"
    shelf = FileShelf(office / "precedents", office / ".assistant")
    put(shelf, carlsson())
    put(shelf, press_conference())
    assert shelf.search("torture").total == 2
    shelf.close()


def _add_by_hand(folders: Folders, source: str, copy: str) -> None:
    """Copy the files of a letter under another name, as a person does in a file manager."""
    target = folders.precedents / copy[:4]
    target.mkdir(exist_ok=True)
    for file in (folders.precedents / source[:4]).glob(f"{source}.*"):
        content = file.read_text("utf-8").replace(f'"id": "{source}"', f'"id": "{copy}"')
        content = content.replace('"value": "2019-05-23"', '"value": "2021-02-03"') if copy > "2021" else content
        (target / file.name.replace(source, copy)).write_text(content, "utf-8", newline="")
