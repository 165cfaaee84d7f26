from pathlib import Path

import pytest

from assistant.errors import OfficeNotFoundError
from assistant.folders import find_office, shipped


def test_an_office_is_found_from_any_folder_inside_it(tmp_path: Path) -> None:
    deep = tmp_path / "drafts" / "2019"
    deep.mkdir(parents=True)
    (tmp_path / "precedents").mkdir()
    assert find_office(deep) == tmp_path


def test_a_folder_outside_every_office_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(OfficeNotFoundError, match="assistant init"):
        find_office(tmp_path)


def test_the_shipped_folders_are_there() -> None:
    assert shipped("letter_templates").is_dir()
    assert shipped("precedents").is_dir()
