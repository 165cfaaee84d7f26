from datetime import date
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
        ("[extraction]\ntagger = 'clever'", "extraction.tagger"),
    ],
)
def test_damaged_settings_name_the_line_or_the_field(tmp_path: Path, text: str, words: str) -> None:
    write_settings(tmp_path, text)
    with pytest.raises(DamagedRecordError, match=words):
        load_settings(tmp_path)


def test_closed_days_are_days_or_days_in_a_row_and_survive_being_written_out() -> None:
    settings = Settings.model_validate({"deadlines": {"closed": ["2019-08-05/2019-08-07", date(2019, 12, 2)]}})
    assert settings.deadlines.closed == (*(date(2019, 8, day) for day in (5, 6, 7)), date(2019, 12, 2))
    assert Settings.model_validate(settings.model_dump()) == settings
    assert Settings.model_validate(Settings().model_dump()) == Settings()
