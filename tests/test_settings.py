from pathlib import Path

import pytest

from assistant.errors import DamagedRecordError
from assistant.settings import SETTINGS_FILE, Settings, load_settings


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
