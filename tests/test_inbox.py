"""The inbox: files are filed once they are written to their end, and each once."""

import shutil
from pathlib import Path

import pytest

from assistant.errors import UnreadableFileError
from assistant.inbox import Inbox
from assistant.precedents.files import FileShelf
from tests.conftest import LETTERS


class Desk:
    """An inbox and the shelf it files on; another one on the same folders is another app."""

    def __init__(self, folder: Path, *, moves: bool = False) -> None:
        self.shelf = FileShelf(folder / "precedents", folder / ".assistant")
        self.inbox = Inbox(folder / "inbox", folder / "inbox.json", self.shelf, moves=moves)
        self.inbox.folder.mkdir(exist_ok=True)

    def file(self) -> list[tuple[str, str | None, bool]]:
        """Look twice and file; the names, ids and whether they were filed before."""
        outcomes = self.inbox.file(self.inbox.wait(0))
        return [(Path(each.path).name, each.id, each.duplicate) for each in outcomes]

    def names(self) -> list[str]:
        return sorted(str(path.relative_to(self.inbox.folder)) for path in self.inbox.folder.rglob("*.*"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def drop(desk: Desk, name: str = "carlsson.txt", to: str | None = None) -> Path:
    return Path(shutil.copy(LETTERS / name, desk.inbox.folder / (to or name)))


def test_a_file_that_came_is_filed_once(desk: Desk) -> None:
    drop(desk)
    assert desk.file() == [("carlsson.txt", "2019-05-23-carlsson-gomes", False)]
    assert desk.file() == []
    assert desk.names() == ["carlsson.txt"]


def test_a_file_is_not_taken_while_it_grows(desk: Desk) -> None:
    whole = (LETTERS / "carlsson.txt").read_bytes()
    growing = desk.inbox.folder / "carlsson.txt"
    for size in (0, 0, 100, 2_000, len(whole)):
        growing.write_bytes(whole[:size])
        assert desk.inbox.ready() == ()
    assert desk.inbox.growing() == (growing,)
    assert desk.inbox.ready() == (growing,)
    assert [each.id for each in desk.inbox.file((growing,))] == ["2019-05-23-carlsson-gomes"]
    assert desk.inbox.growing() == ()


@pytest.mark.parametrize(
    "names",
    [
        ["letter.pdf", "letter.pdf.part"],  # Firefox holds the name free beside what it writes
        ["letter.pdf.crdownload"],
        ["~$letter.docx"],  # Word's lock on an open file
        [".DS_Store", "Thumbs.db", "desktop.ini"],
    ],
)
def test_what_is_not_complete_or_no_letter_stays(desk: Desk, names: list[str]) -> None:
    for name in names:
        (desk.inbox.folder / name).write_bytes(b"words")
    assert desk.file() == []


def test_a_file_that_cannot_be_read_is_told_once_and_again_when_it_is_another(desk: Desk) -> None:
    bad = desk.inbox.folder / "letter.docx"
    bad.write_bytes(b"PK\x03\x04 nonsense")
    assert desk.file() == [("letter.docx", None, False)]
    assert desk.file() == []
    shutil.copy(LETTERS / "carlsson.docx", bad)
    assert [(name, bool(found)) for name, found, _ in desk.file()] == [("letter.docx", True)]


def test_what_was_filed_moves_where_the_office_wishes_so(tmp_path: Path) -> None:
    desk = Desk(tmp_path, moves=True)
    drop(desk)
    (desk.inbox.folder / "bad.docx").write_bytes(b"PK\x03\x04 nonsense")
    desk.file()
    assert desk.names() == ["bad.docx", "filed/carlsson.txt"]
    drop(desk, "press_conference.txt", to="carlsson.txt")
    desk.file()
    assert desk.names() == ["bad.docx", "filed/carlsson-2.txt", "filed/carlsson.txt"]


def test_a_later_day_remembers_and_a_memory_that_is_lost_does_no_harm(desk: Desk, tmp_path: Path) -> None:
    drop(desk)
    desk.file()
    assert Desk(tmp_path).file() == []
    for lost in ("", "[]", '{"carlsson.txt": 3}', '{"carlsson.txt": [1]}'):
        (tmp_path / "inbox.json").write_text(lost, "utf-8")
        assert Desk(tmp_path).file() == [("carlsson.txt", "2019-05-23-carlsson-gomes", True)]


def test_two_apps_on_one_inbox_file_each_letter_once(tmp_path: Path) -> None:
    here, there = Desk(tmp_path, moves=True), Desk(tmp_path, moves=True)
    drop(here)
    mine, theirs = here.inbox.wait(0), there.inbox.wait(0)
    assert mine == theirs
    assert len(list(here.inbox.file(mine))) == 1
    assert list(there.inbox.file(theirs)) == []
    assert len(here.shelf.ids()) == 1


def test_cancelling_keeps_what_was_filed_and_the_rest_waits(desk: Desk, tmp_path: Path) -> None:
    drop(desk)
    drop(desk, "press_conference.txt")
    filing = desk.inbox.file(desk.inbox.wait(0))
    next(filing)
    filing.close()  # type: ignore[attr-defined] # a generator, called an iterator
    assert [name for name, _, _ in Desk(tmp_path).file()] == ["press_conference.txt"]


def test_a_folder_that_is_not_there_is_told(desk: Desk) -> None:
    desk.inbox.folder.rmdir()
    with pytest.raises(UnreadableFileError, match=r"named under \[inbox\] in office.toml"):
        desk.inbox.ready()
