"""Filing many letters: the same office whoever reads them, and what was filed stays when somebody cancels."""

from pathlib import Path

import pytest

from assistant.filing import Outcome, file_all
from assistant.precedents.files import FileShelf
from tests.conftest import LETTERS


def shelf(folder: Path) -> FileShelf:
    return FileShelf(folder / "precedents", folder / ".assistant")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Real letters in six languages, letters of one day between the same people, and a file that cannot be read."""
    letters = sorted(LETTERS.rglob("*.txt"))[::3]
    for number in range(3):
        words = f"Brussels, 3 March 2020\n\nDear Mr Novak,\n\nLetter {number}.\n\nYours sincerely,\n\nAnna Kowalska\n"
        letters.append(tmp_path / f"{number}.txt")
        letters[-1].write_text(words, "utf-8")
    empty = tmp_path / "empty.txt"
    empty.touch()
    return [*letters[:5], empty, *letters[5:]]


def told(outcomes: list[Outcome]) -> list[tuple[str, str | None, int, str | None]]:
    return [(each.path, each.id, each.facts, each.error) for each in outcomes]


def content(folder: Path) -> dict[str, bytes]:
    """What stands on disk under `precedents`."""
    precedents = folder / "precedents"
    return {str(path.relative_to(precedents)): path.read_bytes() for path in precedents.rglob("*") if path.is_file()}


def test_several_processes_leave_the_same_office_as_one(files: list[Path], tmp_path: Path) -> None:
    alone = list(file_all(files, shelf(tmp_path / "alone")))
    together = list(file_all(files, shelf(tmp_path / "together"), jobs=3))
    assert told(together) == told(alone)
    assert content(tmp_path / "together") == content(tmp_path / "alone")
    assert len({each.id for each in alone}) == len(files)


@pytest.mark.parametrize("jobs", [1, 2])
def test_cancelling_keeps_what_was_filed_and_nothing_else(files: list[Path], tmp_path: Path, jobs: int) -> None:
    office = shelf(tmp_path / "office")
    filing = file_all(files, office, jobs)
    filed = [next(filing) for _ in range(4)]
    filing.close()  # type: ignore[attr-defined] # a generator, called an iterator
    assert sorted(office.ids()) == sorted(str(each.id) for each in filed)
    again = list(file_all(files, office, jobs))
    assert [each.duplicate for each in again[:5]] == [True, True, True, True, False]
    assert sum(each.error is None for each in again) == len(files) - 1 == len(list(office.ids()))
