import os
import signal
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from assistant import preparing
from assistant.preparing import Prepared, Refused, prepare_all

LETTER = "Brussels, 3 March 2020\n\nDear Mr Novak,\n\nWe will visit the prison in May.\n\nYours sincerely,\n"


def write_letters(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(LETTER, "utf-8")
    return paths


def prepare_or_die(path: Path) -> Prepared | Refused:
    """Stands in for a reader whose library brings the process down."""
    if path.stem == "deadly":
        os.kill(os.getpid(), signal.SIGTERM)
    return preparing._prepare_or_refuse(path)


@pytest.mark.parametrize("jobs", [1, 3])
def test_what_becomes_of_each_file_comes_in_the_order_named(tmp_path: Path, jobs: int) -> None:
    paths = write_letters(tmp_path, 20)
    paths[7].write_bytes(b"")
    prepared = list(prepare_all(paths, jobs))
    assert [path for path, _ in prepared] == paths
    assert [isinstance(outcome, Refused) for _, outcome in prepared] == [number == 7 for number in range(20)]


def test_a_file_that_brings_its_process_down_is_named_and_the_rest_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [*write_letters(tmp_path, 6), tmp_path / "deadly.txt"]
    paths[-1].write_text(LETTER, "utf-8")
    paths.insert(2, paths.pop())
    submit = ProcessPoolExecutor.submit

    def submit_deadly(pool: object, _function: object, path: Path) -> object:
        return submit(pool, prepare_or_die, path)  # type: ignore[arg-type, unused-ignore] # the executor's own method, unbound

    monkeypatch.setattr(ProcessPoolExecutor, "submit", submit_deadly)
    outcomes = dict(prepare_all(paths, 2))
    refused = [path.stem for path, outcome in outcomes.items() if isinstance(outcome, Refused)]
    assert refused == ["deadly"]
    assert "brought a process down" in str(outcomes[tmp_path / "deadly.txt"])
