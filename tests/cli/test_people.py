import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Ran

Run = Callable[..., Ran]


def file_letter(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.txt"
    body = f"I ask you about the prisoner, Mr {name}, who was beaten in prison."
    path.write_text(f"Brussels, 3 May 2019\n\nDear Sir,\n\n{body}\n\nYours sincerely,\n\nAna Gomes\n", "utf-8")
    assert run("add", path).code == 0


def test_people_lists_who_is_known_and_who_may_be_one(office: Path, run: Run, tmp_path: Path) -> None:
    file_letter(run, tmp_path, "Аскар Шакиров")
    ran = run("people")
    assert ran.code == 0
    assert "askar-shakirov              Askar Shakirov, Ombudsman" in ran.out
    assert "Askar Shakirov = Аскар Шакиров ?" in ran.out
    assert "“Аскар Шакиров” transliterates to “Askar Shakirov”" in ran.out
    assert "--same NAME NAME" in ran.err
    told = json.loads(run("people", "--json").out)
    assert [person["id"] for person in told["people"]] == sorted(person["id"] for person in told["people"])
    assert "Аскар Шакиров" in {proposal["other"]["name"] for proposal in told["proposals"]}


def test_a_decision_is_told_and_kept(office: Path, run: Run, tmp_path: Path) -> None:
    file_letter(run, tmp_path, "Аскар Шакиров")
    assert "also Аскар Шакиров" in run("people", "--same", "askar-shakirov", "Аскар Шакиров").out
    assert "Askar Shakirov = Аскар Шакиров" not in run("people").out
    told = json.loads(run("people", "--different", "askar-shakirov", "Аскар Шакиров", "--json").out)
    assert told["not_same"] == ["Аскар Шакиров"]


def test_a_name_nobody_carries_is_refused(office: Path, run: Run) -> None:
    ran = run("people", "--same", "askar-shakirov", "Askar Shakirof")
    assert ran.code == 2
    assert "There is no person “Askar Shakirof”" in ran.err
