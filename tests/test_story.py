"""The commands about exchanges, on an office in the middle of its work: they print what a careful reader finds.

The expected outputs stand in tests/golden/story, each read against the letters by a person.
"""

from pathlib import Path

import pytest

from assistant.cli.main import main
from assistant.office import Office
from tests.story import FOLLOW_UP, INQUIRY, REPLY, make_story

GOLDEN = Path(__file__).parent / "golden" / "story"
COMMANDS = {
    "threads": ["threads"],
    "agenda": ["agenda", "--today", "2019-08-01"],
    "coverage": ["coverage", INQUIRY],
    "promises": ["promises"],
    "person-bokayev": ["person", "Bokaev"],
    "timeline": ["timeline", "partnership", "agreement"],
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return make_story(tmp_path_factory.mktemp("story") / "office")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_command_prints_what_a_careful_reader_finds(
    name: str, office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--office", str(office.folder), *COMMANDS[name]]) == 0
    assert capsys.readouterr().out == (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_the_letter_that_was_missing_fills_its_gap_when_it_is_filed(office: Office) -> None:
    thread = office.correspondence.thread(REPLY)
    assert [move.id for move in thread.moves] == [INQUIRY, REPLY, FOLLOW_UP]
    assert thread.gaps == ()


def test_the_doctor_finds_the_office_in_order(office: Office) -> None:
    assert office.doctor() == ()
