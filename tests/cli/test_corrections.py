"""Corrections from the command line: what the app does with keys, done with words."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran

Run = Callable[..., Ran]
CARLSSON = "2019-05-23-carlsson-gomes"


def record(run: Run) -> dict[str, Any]:
    shown: dict[str, Any] = json.loads(run("show", CARLSSON, "--json").out)
    return shown


def entities(run: Run) -> dict[str, str]:
    """Which person each way of writing a name stands for."""
    return {each["text"]: each["entity"] for each in record(run)["mentions"] if each["kind"] == "person"}


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


def test_parts_of_the_letter_get_other_words_or_none(office: Path, run: Run) -> None:
    parts = ("--part", "subject=human rights", "--part", "date=15 May 2019 2019-05-15", "--part", "place=")
    assert run("review", CARLSSON, *parts, "--part", "recipient.role=Member of the European Parliament").code == 0
    letter = record(run)["letter"]
    assert (letter["subject"]["text"], letter["date"]["value"]) == ("human rights", "2019-05-15")
    assert " ".join(letter["recipients"][0]["role"]["text"].split()) == "Member of the European Parliament"
    assert "place" not in letter


def test_people_are_joined_split_and_taken_off(office: Path, run: Run) -> None:
    assert run("review", CARLSSON, "--join", "Askar Shakirov=Yerimbetov").code == 0
    assert entities(run)["Yerimbetov"] == "askar-shakirov"
    assert run("review", CARLSSON, "--split", "Askar Shakirov=Yerimbetov").code == 0
    assert entities(run)["Yerimbetov"] == "askar-shakirov-2"
    assert run("review", CARLSSON, "--nobody", "Max Bokayev").code == 0
    assert "Max Bokayev" not in entities(run)


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--part=mood=grim", "a letter has no such part"),
        ("--join=Askar Shakirov=Nobody", "nobody of this name is in the letter"),
        ("--part=date=15 May", "this is no date"),
    ],
)
def test_parts_and_people_that_are_not_there_are_refused(office: Path, run: Run, option: str, said: str) -> None:
    ran = run("review", CARLSSON, option)
    assert ran.code == 2
    assert said in ran.err
