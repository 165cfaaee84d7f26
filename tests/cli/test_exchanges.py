"""Threads, answers and promises from the command line, on the real letters and an exchange beside them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran

Run = Callable[..., Ran]
EXCHANGES = Path(__file__).parents[1] / "letters" / "exchanges"
CARLSSON, INQUIRY, REPLY = "2019-05-23-carlsson-gomes", "2019-09-02-gomes-carlsson", "2019-09-19-carlsson-gomes"


@pytest.fixture
def filed(office: Path, run: Run) -> Path:
    assert run("add", EXCHANGES / "delegation-inquiry.txt", EXCHANGES / "delegation-reply.txt").code == 0
    return office


def test_a_thread_is_told_letter_by_letter_with_its_gap_and_its_reasons(filed: Path, run: Run) -> None:
    lines = run("threads", CARLSSON).out.splitlines()
    assert lines[0] == f"{CARLSSON}  (3 letters, 1 missing)"
    assert lines[1] == (
        "  →  2019-05-15  Ana Gomes → Sven-Olov Carlsson  not in this office: “your letter dated 15 May 2019”"
    )
    assert f"        behind {INQUIRY}: It speaks of “your letter of 2 September 2019”.  (proposed)" in lines


def test_a_cut_thread_falls_apart_and_can_be_joined_again(filed: Path, run: Run) -> None:
    assert run("unlink", INQUIRY, CARLSSON, "--note", "another matter").out.startswith(f"{INQUIRY}  (2 letters)")
    assert run("link", INQUIRY, CARLSSON).out.startswith(f"{CARLSSON}  (3 letters, 1 missing)")
    threads = json.loads(run("threads", "--json").out)
    assert [len(thread["moves"]) for thread in threads] == [4]


def test_what_a_reply_passes_over_is_said_to_be_open_until_somebody_decides(filed: Path, run: Run) -> None:
    proposed = json.loads(run("coverage", INQUIRY, "--json").out)
    assert [point["proposed"] for point in proposed["points"]] == [
        *("answered", "answered", "answered", "evaded", "not_answered"),
    ]
    decided = run("coverage", INQUIRY, "--partly", "f1", "--answered", "f2", "f3")
    assert "      answered in part. " in decided.out
    assert json.loads(run("coverage", INQUIRY, "--json").out)["points"][0]["decided"] == "partly"


def test_a_verdict_on_a_point_that_is_none_is_refused(filed: Path, run: Run) -> None:
    ran = run("coverage", INQUIRY, "--answered", "f99")
    assert ran.code == 2
    assert "There is no fact “f99”" in ran.err


def test_what_to_do_about_points_that_are_open_is_said(filed: Path, run: Run) -> None:
    assert run("coverage", INQUIRY).err == f"To ask again: assistant new follow-up --answering {REPLY}\n"
    assert run("coverage", INQUIRY, "--answered", "f1", "f2", "f3", "f4", "f5").err == "Everything was answered.\n"


def test_of_a_letter_nobody_has_answered_no_point_is_said_to_be_open_one_by_one(filed: Path, run: Run) -> None:
    run("unlink", REPLY, INQUIRY)
    ran = run("coverage", INQUIRY)
    assert (ran.out.count("\n  f"), ran.out.count("no reply")) == (5, 0)
    assert ran.err == f"To ask again: assistant new reminder --answering {INQUIRY}\n"


def test_what_a_reply_reports_to_have_asked_of_others_is_no_point_of_its_own(filed: Path, run: Run) -> None:
    ran = run("coverage", CARLSSON)
    assert "we also stressed that" not in ran.out
    assert ran.err.startswith("It asks for nothing.")


def test_promises_nobody_made_are_told_from_words_that_find_none(filed: Path, run: Run) -> None:
    assert run("promises", "zeppelin").err == "No promise answers this. Fewer or shorter words find more.\n"


def test_a_report_belongs_to_no_exchange(filed: Path, run: Run) -> None:
    ran = run("threads", "2018-05-15-open-dialog-foundation")
    assert ran.code == 2
    assert "belongs to no exchange of letters" in ran.err


def test_a_promise_is_open_until_somebody_says_what_became_of_it(filed: Path, run: Run) -> None:
    promise = f"{REPLY}#f3"
    assert f"{promise}  open  (Sven-Olov Carlsson, 2019-09-19, for 2019-11-27)" in run("promises", "yerimbetov").out
    said = run("promises", "yerimbetov", "--kept", promise, "--proof", f"{REPLY}#f3", "--json").out
    kept = next(each for each in json.loads(said) if each["key"] == promise)
    assert (kept["outcome"], kept["proof"]) == ("kept", f"{REPLY}#f3")


def test_the_proof_of_a_promise_must_be_there(filed: Path, run: Run) -> None:
    ran = run("promises", "--kept", f"{REPLY}#f3", "--proof", "2021-01-01-nobody#f1")
    assert ran.code == 2
    assert "There is no precedent “2021-01-01-nobody”" in ran.err
