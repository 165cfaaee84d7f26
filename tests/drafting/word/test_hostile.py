"""Templates meant to do harm, through the command line in a process that may have 200 MB and no more."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.drafting.word.hostile import all_hostile

_ROOT = Path(__file__).parents[3]
_VALUES = {"name": "Ana Gomes", "text": "y" * 1000, "items": list(range(100))}
_REASONS = {name: reason for name, _, reason in all_hostile()}

Told = Mapping[str, object]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Told]:
    """What came of each template, by its name."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "values.json").write_text(json.dumps(_VALUES), "utf-8")
    for name, data, _ in all_hostile():
        (folder / f"{name}.docx").write_bytes(data)
    before = sorted(folder.rglob("*"))
    run = subprocess.run(
        [sys.executable, "-m", "tests.drafting.word.refusing", "."],
        capture_output=True, cwd=folder, env={**os.environ, "PYTHONPATH": str(_ROOT)}, encoding="utf-8", timeout=600,
        check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
    assert sorted(folder.rglob("*")) == before, "something was written"
    outcomes = [json.loads(line) for line in run.stdout.splitlines()]
    slowest, largest = max(outcomes, key=lambda told: told["seconds"]), max(told["peak"] or 0 for told in outcomes)
    print(
        f"{len(outcomes)} hostile templates; slowest: {slowest['name']}, {slowest['seconds']:.2f} s; peak {largest} MB"
    )
    return {outcome["name"]: outcome for outcome in outcomes}


@pytest.mark.parametrize("name", _REASONS)
def test_a_hostile_template_is_refused_with_its_reason_and_nothing_is_written(
    name: str, told: Mapping[str, Told]
) -> None:
    assert told[name]["code"] in {1, 3}
    assert _REASONS[name] in str(told[name]["said"])
