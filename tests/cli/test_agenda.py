"""The agenda from the command line: lines to read, data for scripts, dates for a calendar, reminders in one go."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran

Run = Callable[..., Ran]
EXCHANGES = Path(__file__).parents[1] / "letters" / "exchanges"
INQUIRY = "2019-09-02-gomes-carlsson"


@pytest.fixture
def filed(office: Path, run: Run) -> Path:
    assert run("add", EXCHANGES / "delegation-inquiry.txt").code == 0
    return office


def test_a_line_says_what_who_since_when_and_why_this_date(filed: Path, run: Run) -> None:
    lines = run("agenda", "--today", "2019-10-03").out.splitlines()
    assert lines[0] == "Late (1)"
    assert lines[1] == (
        "  2019-10-02  reply from Sven-Olov Carlsson, since 2019-09-02: “Treatment of prisoners in Petropavlovsk and "
        f"Zarechny”  {INQUIRY}  (30 days: office.toml, reply_within_days (office))"
    )
    assert lines[2] == "Later (4)"
    assert lines[3].startswith("  no date     promise of Sven-Olov Carlsson, since 2019-05-23: “")


def test_the_count_is_told_step_by_step_when_somebody_asks(filed: Path, run: Run) -> None:
    assert "30 days end on Wednesday 2 October 2019." in run("agenda", "--today", "2019-10-03", "--steps").out
    assert "30 days end on" not in run("agenda", "--today", "2019-10-03").out


def test_scripts_get_the_groups_as_data(filed: Path, run: Run) -> None:
    data = json.loads(run("agenda", "--today", "2019-10-02", "--json").out)
    [item] = data["this_week"]
    assert (item["matter"], item["key"], item["due"]) == ("reply", INQUIRY, "2019-10-02")
    assert "late" not in data


def test_the_dates_go_into_a_calendar_file(filed: Path, run: Run) -> None:
    assert run("agenda", "--today", "2019-10-03", "--ics", filed / "dates.ics").code == 0
    data = (filed / "dates.ics").read_bytes()
    assert data.count(b"BEGIN:VEVENT") == 1
    assert b"DTSTART;VALUE=DATE:20191002\r\n" in data


def test_reminders_of_all_that_is_late_are_begun_once(filed: Path, run: Run) -> None:
    assert run("agenda", "--today", "2019-10-03", "--chase", "questions").out == ""
    chased = run("agenda", "--today", "2019-10-03", "--chase")
    assert Path(chased.out.strip()).name == "2019-10-03-reminder-carlsson.md"
    again = run("agenda", "--today", "2019-10-03", "--chase")
    assert (again.out, again.err.strip()) == ("", "Nothing is late that no draft takes up already.")
    taken_up = "Taken up, and not filed yet: drafts/2019-10-03-reminder-carlsson.md"
    assert taken_up in run("agenda", "--today", "2019-10-03").out


def test_an_agenda_may_look_further_back_and_show_less(filed: Path, run: Run) -> None:
    assert run("agenda", "--today", "2024-01-15").err.strip() == (
        "Nothing waits since 2023-01-15, nothing is promised, nothing is begun."
    )
    back = run("agenda", "--today", "2024-01-15", "--since", "2019-01-01", "--limit", "1")
    assert back.out.splitlines()[0] == "Late (1)"
    assert "3 more are not shown" in back.err


def test_a_date_that_is_none_is_a_bad_argument(filed: Path, run: Run) -> None:
    assert run("agenda", "--today", "yesterday").code == 2
