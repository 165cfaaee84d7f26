"""Figures are only worth what the counting is worth: its rules, and the two letters that come with the program."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.extraction import extract
from assistant.model.precedent import Extraction
from assistant.reading import read
from tests.benchmarks.agreement import distinct, fold, pair_off, shared
from tests.benchmarks.benchmark_quality import BUDGETS
from tests.benchmarks.scoring import Gold, Score, load_gold, score

LETTERS = Path(__file__).parents[1] / "letters"
SEEDS = ("carlsson", "press_conference")


def gold(name: str) -> Gold:
    return load_gold(LETTERS / f"{name}.gold.json")


def scored(name: str) -> dict[str, Score]:
    source = read(LETTERS / f"{name}.txt")
    return score(extract(source), gold(name), source.text)


@pytest.mark.parametrize(
    ("words", "folded"),
    [("The  Mr Dr.\nShakirov,", "shakirov"), ("“Prosecutor’s office”", "prosecutor's office"), ("Mr", "mr")],
)
def test_case_titles_white_space_and_marks_are_folded_away(words: str, folded: str) -> None:
    assert fold(words) == folded


def test_half_of_the_words_is_enough_and_less_is_not() -> None:
    assert shared("Askar Shakirov", "Mr Shakirov") == 0.5
    assert pair_off(["Askar Shakirov"], ["Mr Shakirov"], shared) == [("Askar Shakirov", "Mr Shakirov")]
    assert pair_off(["Head of the Section"], ["Section"], shared) == []


def test_the_likest_pair_off_first_and_each_counts_once() -> None:
    proposed = ["General Prosecutor", "Prosecutor"]
    assert pair_off(proposed, ["Prosecutor"], shared) == [("Prosecutor", "Prosecutor")]
    assert distinct(["EU", "the EU", "eu", " "]) == ["eu"]


def test_scores_add_up() -> None:
    both = Score(1, 2, 4, 1) + Score(2, 2, 2, 0)
    assert (both.recall, both.precision) == (0.75, 0.5)
    assert both.f1 == pytest.approx(0.6)
    assert both.f1_right == pytest.approx(0.2)
    assert Score().f1 == 0.0


@pytest.mark.parametrize("name", SEEDS)
def test_a_record_without_anything_finds_nothing(name: str) -> None:
    nothing = score(Extraction(), gold(name), "")
    assert sum(one.found + one.proposed for one in nothing.values()) == 0
    assert all(nothing[what].wanted for what in ("header", "people", "dates", "statements", "same"))


def test_a_place_beside_the_words_is_not_their_place() -> None:
    source = read(LETTERS / "carlsson.txt")
    found = extract(source)
    grounded = score(found, gold("carlsson"), f" {source.text}")["grounded"]
    assert grounded.wanted == len(found.mentions) + len(found.facts)
    assert grounded.found == 0


@pytest.mark.parametrize("name", SEEDS)
def test_the_letters_that_come_with_the_program_are_read_well_enough(name: str) -> None:
    found = scored(name)
    assert found["grounded"].found == found["grounded"].wanted > 50
    assert found["same"].recall == 1.0
    assert found["header"].proposed == 0
    assert found["header"].recall >= BUDGETS["header"][1]
    assert {
        what for what in ("people", "organisations", "dates", "statements") if found[what].f1 < BUDGETS[what][1]
    } == set()


def test_the_command_prints_every_figure_beside_its_budget(tmp_path: Path) -> None:
    for name in SEEDS:
        for folder, suffix in (("docs", ".txt"), ("gold", ".json")):
            (tmp_path / folder).mkdir(exist_ok=True)
            seed = LETTERS / (f"{name}.gold.json" if suffix == ".json" else f"{name}.txt")
            (tmp_path / folder / f"{name}{suffix}").write_bytes(seed.read_bytes())
    french = gold("press_conference") | {"language": "fr"}
    (tmp_path / "gold" / "press_conference.json").write_text(json.dumps(french), "utf-8")
    command = [sys.executable, "-m", "tests.benchmarks.benchmark_quality", str(tmp_path), "--documents"]
    printed = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert "| people | 1.00 | 1.00 | 1.00 | 0.92 |" in printed
    assert "en (1) / the rest | fr (1) / the rest" in printed
    assert "| press_conference | fr |" in printed
