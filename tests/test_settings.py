from pathlib import Path

import pytest

from assistant.errors import DamagedRecordError, OfficeNotFoundError
from assistant.settings import SETTINGS_FILE, Settings, find_office, load_settings, shipped


def write_settings(office: Path, text: str) -> None:
    path = office / SETTINGS_FILE
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")


def test_an_office_without_settings_has_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[member\nname = 1", "not valid TOML"),
        ("[member]\nnam = 'x'", "member.nam"),
        ("[style]\nreply_within_days = 0", "style.reply_within_days"),
    ],
)
def test_damaged_settings_name_the_line_or_the_field(tmp_path: Path, text: str, words: str) -> None:
    write_settings(tmp_path, text)
    with pytest.raises(DamagedRecordError, match=words):
        load_settings(tmp_path)


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
