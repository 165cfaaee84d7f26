"""What happens to a shelf when several file at once, when one is killed, and when the disk is full."""

import errno
import os
import subprocess
from collections.abc import Iterator

import pytest

from assistant.errors import StorageError
from assistant.precedents.doctor import examine, mend
from assistant.precedents.files import FileShelf
from tests.precedents.conftest import Folders, put
from tests.precedents.letters import CARLSSON, Document, carlsson, document
from tests.precedents.processes import go, start

GOMES = "2019-05-23-carlsson-gomes"

FILE_LETTERS = """
import os, sys
from pathlib import Path
from assistant.precedents.files import FileShelf
from tests.precedents.conftest import put
from tests.precedents.test_filing import many_letters
precedents, cache, count, killed_at = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
sync, calls = os.fsync, iter(range(1, 1_000_000))
os.fsync = lambda file: os._exit(9) if next(calls) == killed_at else sync(file)
shelf, letters = FileShelf(precedents, cache), many_letters(count)
print("ready", flush=True)
sys.stdin.readline()
for letter in letters:
    filed = put(shelf, letter)
    print(filed.id, "again" if filed.duplicate else "new", flush=True)
"""


def many_letters(count: int) -> list[Document]:
    """Letters of one day, one sender and one addressee, so that they compete for ids."""
    text = carlsson().original
    return [document(text + f"\n\nOur reference {number}\n".encode(), CARLSSON) for number in range(count)]


def lines(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stdout
    yield from (line.strip() for line in process.stdout)


def test_processes_that_file_the_same_letters_at_once_file_each_once(folders: Folders) -> None:
    processes = [start(FILE_LETTERS, *folders, 12, 0) for _ in range(3)]
    go(*processes)
    said = [line.split() for process in processes for line in process.communicate()[0].splitlines()]
    assert all(process.returncode == 0 for process in processes)
    new = [precedent for precedent, what in said if what == "new"]
    assert len(said) == 36
    assert len(new) == len(set(new)) == 12
    shelf = FileShelf(*folders)
    assert set(shelf.ids()) == set(new)
    assert shelf.search("reference").total == 12
    shelf.close()
    assert examine(*folders) == ()


def test_somebody_killed_among_five_hundred_letters_leaves_no_broken_one(folders: Folders) -> None:
    process = start(FILE_LETTERS, *folders, 500, 0)
    go(process)
    filed = [line.split()[0] for line, _ in zip(lines(process), range(40), strict=False)]
    process.kill()
    process.communicate()
    shelf = FileShelf(*folders)
    assert set(filed) <= set(shelf.ids())
    for precedent in shelf.ids():
        assert shelf.get(precedent).precedent.record.facts
    outcomes = [put(shelf, letter) for letter in many_letters(60)]
    assert len({outcome.id for outcome in outcomes}) == 60
    assert [outcome.id for outcome in outcomes if outcome.duplicate][:40] == filed
    shelf.close()
    mend(*folders)
    assert examine(*folders) == ()


@pytest.mark.parametrize("killed_at", [1, 2, 3, 4, 5, 6])
def test_wherever_somebody_is_killed_the_letter_can_be_filed_again(folders: Folders, killed_at: int) -> None:
    process = start(FILE_LETTERS, *folders, 2, killed_at)
    go(process)
    process.communicate()
    assert process.returncode == 9
    shelf = FileShelf(*folders)
    standing = shelf.ids()
    assert len(standing) == (killed_at - 1) // 3
    codes = {finding.code for finding in examine(*folders)}
    assert codes == {"unfinished-file"} if killed_at % 3 == 1 else {"unfinished-file", "orphaned-file"}
    filed = [put(shelf, letter).id for letter in many_letters(2)]
    assert filed == [GOMES, f"{GOMES}-2"]
    shelf.close()
    assert {finding.code for finding in mend(*folders)} == {"removed", "index-renewed"}
    assert examine(*folders) == ()


@pytest.mark.parametrize("full_at", [1, 2, 3])
def test_a_full_disk_leaves_nothing_half_written(
    empty: FileShelf, folders: Folders, monkeypatch: pytest.MonkeyPatch, full_at: int
) -> None:
    left = iter(range(full_at - 1))
    sync = os.fsync

    def fsync(file: int) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(file)

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", fsync)
        with pytest.raises(StorageError, match="no space left on device"):
            put(empty, carlsson())
    assert [file for file in folders.precedents.rglob("*") if file.is_file()] == []
    assert put(empty, carlsson()).id == GOMES
    assert empty.search("illegal force").total == 1


def test_files_of_somebody_else_are_never_written_over(empty: FileShelf, folders: Folders) -> None:
    strange = folders.precedents / "2019" / f"{GOMES}.txt"
    strange.parent.mkdir(parents=True)
    strange.write_text("notes of a colleague", "utf-8")
    assert put(empty, carlsson()).id == f"{GOMES}-2"
    assert strange.read_text("utf-8") == "notes of a colleague"


def test_a_record_whose_other_files_were_lost_still_takes_its_id(empty: FileShelf, folders: Folders) -> None:
    first = put(empty, carlsson())
    record, *others = sorted((folders.precedents / "2019").iterdir())
    kept = record.read_bytes()
    for file in others:
        file.unlink()
    second = put(empty, many_letters(1)[0])
    assert (first.id, second.id) == (GOMES, f"{GOMES}-2")
    assert record.read_bytes() == kept


def test_a_full_disk_takes_nothing_away_that_stood_there(
    empty: FileShelf, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand = folders.precedents / "2019" / f"{GOMES}.original.txt"
    by_hand.parent.mkdir(parents=True)
    by_hand.write_bytes(carlsson().original)

    def fsync(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(StorageError):
        put(empty, carlsson())
    assert by_hand.read_bytes() == carlsson().original


def test_where_no_lock_can_be_made_nothing_is_filed(folders: Folders) -> None:
    folders.cache.write_text("a file where the folder should be", "utf-8")
    shelf = FileShelf(*folders)
    with pytest.raises(StorageError):
        put(shelf, carlsson())
    assert not folders.precedents.exists()
    shelf.close()
