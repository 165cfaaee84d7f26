from pathlib import Path

import pytest

from assistant.precedents.layout import Place, folder_name, id_of, is_id, letter_folders, place_of, record_ids

FOLDERS = [
    ("2019-05-23-carlsson-gomes", "2019"),
    ("2019", "2019"),
    ("undated-letter", "undated"),
    ("letter", "undated"),
    ("20190523-letter", "undated"),
]


@pytest.mark.parametrize(("precedent", "folder"), FOLDERS)
def test_the_id_alone_says_where_a_letter_lies(precedent: str, folder: str) -> None:
    assert folder_name(precedent) == folder
    assert place_of(Path("precedents"), precedent).record == Path("precedents") / folder / f"{precedent}.json"


def test_an_id_is_fit_for_every_file_system() -> None:
    assert is_id("2019-05-23-carlsson-gomes")
    assert not any(map(is_id, ("Gomes", "", "-x", "a.b", "a/b", "x" * 121)))


def test_the_files_of_a_letter_are_told_apart() -> None:
    place = Place(Path("2019"), "2019-x")
    assert id_of(Path("2019/2019-x.original.txt")) == "2019-x"
    assert place.is_original(Path("2019/2019-x.pdf"))
    assert place.is_original(Path("2019/2019-x.original.json"))
    assert not place.is_original(Path("2019/2019-x.json"))
    assert not place.is_original(Path("2019/2019-x.txt"))
    assert not place.is_original(Path("2019/2019-x-2.pdf"))


def test_years_and_the_undated_hold_letters_and_nothing_else_does(tmp_path: Path) -> None:
    for name in ("2019", "undated", "people", "unfiled", "20190", ".git"):
        (tmp_path / name).mkdir()
    (tmp_path / "2018").write_text("a file", "utf-8")
    assert [folder.name for folder in letter_folders(tmp_path)] == ["2019", "undated"]
    assert letter_folders(tmp_path / "nowhere") == ()


def test_only_records_that_belong_into_a_folder_count(tmp_path: Path) -> None:
    folder = tmp_path / "2019"
    folder.mkdir()
    for name in ("2019-b.json", "2019-a.json", "2019-a.original.json", "2018-c.json", "Upper.json", "2019-a.txt"):
        (folder / name).write_text("", "utf-8")
    assert record_ids(folder) == ("2019-a", "2019-b")
