"""Corrections from the command line: what the app does with keys, done with words."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran

Run = Callable[..., Ran]
CARLSSON = "2019-05-23-carlsson-gomes"


def fact(run: Run, fact_id: str) -> dict[str, Any]:
    facts = json.loads(run("show", CARLSSON, "--json").out)["facts"]
    return next(each for each in facts if each["id"] == fact_id)


def test_act_words_speaker_and_date_are_corrected_in_one_go(office: Path, run: Run) -> None:
    words = "cases of illegal force against prisoners"
    ran = run(
        *("review", CARLSSON, "--act", "f4=concern", "--words", f"f4={words}", "--date", "f4=2019-05-06"),
        *("--said-by", "f4=Sven-Olov Carlsson reports; Askar Shakirov acknowledges"),
    )
    assert ran.code == 0
    corrected = fact(run, "f4")
    assert (corrected["act"], corrected["quote"], corrected["date"]) == ("concern", words, "2019-05-06")
    assert [link["name"] for link in corrected["by"]] == ["Sven-Olov Carlsson", "Askar Shakirov"]
    assert corrected["review"] == "corrected"


def test_a_passage_is_marked_by_its_words(office: Path, run: Run) -> None:
    assert run("review", CARLSSON, "--mark", "position=zero tolerance to torture").code == 0
    facts = json.loads(run("show", CARLSSON, "--json").out)["facts"]
    assert [each["review"] for each in facts if each["quote"] == "zero tolerance to torture"] == ["accepted"]


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--words=f4=words that stand nowhere in it", "do not stand in"),
        ("--act=f4=praise", "no such act"),
        ("--said-by=f4=Shakirov", "a name and what is done"),
        ("--date=f4=yesterday", "no date"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(office: Path, run: Run, option: str, said: str) -> None:
    before = fact(run, "f4")
    ran = run("review", CARLSSON, option)
    assert ran.code == 2
    assert said in ran.err
    assert fact(run, "f4") == before
