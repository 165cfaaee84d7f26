"""Decisions on disk: a file a person, lines only added, nothing lost."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.errors import DamagedRecordError
from assistant.model.decision import LinkDecision
from assistant.precedents.decisions import DecisionFiles, author
from assistant.storage import locked


@pytest.fixture
def decisions(tmp_path: Path) -> DecisionFiles:
    return DecisionFiles(tmp_path / "precedents", tmp_path / ".assistant" / "lock")


def link(by: str, earlier: str, *, joined: bool = True) -> LinkDecision:
    return LinkDecision(by=by, at=datetime(2019, 6, 20, tzinfo=UTC), later="c", earlier=earlier, joined=joined)


def test_what_was_decided_is_read_back(decisions: DecisionFiles) -> None:
    decisions.add(link("ana@desk", "a"), link("ana@desk", "b", joined=False))
    assert decisions.all() == (link("ana@desk", "a"), link("ana@desk", "b", joined=False))


def test_an_office_without_decisions_has_none(decisions: DecisionFiles) -> None:
    assert decisions.all() == ()


def test_two_people_never_write_to_one_file(decisions: DecisionFiles) -> None:
    decisions.add(link("ana@desk", "a"))
    decisions.add(link("jan@desk", "a", joined=False))
    assert [file.name for file in decisions.files()] == ["ana-desk.jsonl", "jan-desk.jsonl"]


def test_a_decision_waits_for_whoever_holds_the_office(tmp_path: Path, decisions: DecisionFiles) -> None:
    with ThreadPoolExecutor(1) as colleague:
        with locked(tmp_path / ".assistant" / "lock"):
            adding = colleague.submit(decisions.add, link("ana", "a"))
            assert wait([adding], timeout=0.3).not_done
            assert decisions.all() == ()
        adding.result()
    assert decisions.all() == (link("ana", "a"),)


def test_a_last_line_left_open_by_hand_is_closed_before_the_next(decisions: DecisionFiles) -> None:
    decisions.add(link("ana", "a"))
    [file] = decisions.files()
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    decisions.add(link("ana", "b"))
    assert len(decisions.all()) == 2


def test_a_broken_line_is_named(decisions: DecisionFiles) -> None:
    decisions.add(link("ana", "a"))
    [file] = decisions.files()
    file.write_bytes(file.read_bytes() + b'{"about": "link"}\n')
    with pytest.raises(DamagedRecordError, match="line 2"):
        decisions.all()


def test_whoever_decides_has_a_name_and_a_computer() -> None:
    name, _, computer = author().partition("@")
    assert name
    assert computer
