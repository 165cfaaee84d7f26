import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.cli.arguments import make_parser
from assistant.office import Office
from tests.cli.conftest import Ran

Run = Callable[..., Ran]
CARLSSON = "2019-05-23-carlsson-gomes"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["show", "no-such-letter"], 2, "There is no precedent “no-such-letter”"),
        (["review", CARLSSON, "--accept", "f999"], 2, "There is no fact “f999”"),
        (["new", "no-such-template"], 2, "There is no template “no-such-template”"),
        (["read", "missing.pdf"], 3, "missing.pdf"),
        (["check", "missing.md"], 3, "missing.md"),
        (["search"], 2, "usage"),
        (["frobnicate"], 2, "usage"),
        (["letter", "follow-up", "--set", "nonsense"], 2, "FIELD=VALUE"),
        (["--office", "/nowhere", "search", "x"], 2, "is not an office"),
    ],
)
def test_every_failure_is_a_sentence_and_an_exit_code(
    office: Path, run: Run, arguments: list[str], code: int, words: str
) -> None:
    ran = run(*arguments)
    assert ran.code == code
    assert words in ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_a_failure_inside_the_program_is_told_with_the_place_of_its_details(
    office: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(_office: Office, _query: str, _limit: int) -> None:
        raise RuntimeError("the shelf fell down")

    monkeypatch.setattr(Office, "search", explode)
    ran = run("search", "torture")
    assert ran.code == 5
    details = Path(ran.err.split("Details stand in ")[1].strip().rstrip("."))
    assert "the shelf fell down" in details.read_text("utf-8")
    details.unlink()


def test_cancelling_is_no_failure_of_the_program(office: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def cancel(_office: Office, _query: str, _limit: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Office, "search", cancel)
    assert run("search", "torture").code == 130


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_completion_script_knows_every_command(run: Run, shell: str) -> None:
    script = run("completion", shell).out
    assert all(command in script for command in ("search", "review", "letter", "doctor"))


def test_the_office_loads_no_screen_and_version_loads_next_to_nothing() -> None:
    program = (
        "import sys; import assistant.cli.main; light = set(sys.modules);"
        "import assistant.office; heavy = set(sys.modules);"
        "print(sorted(light & {'pydantic', 'lxml', 'sqlite3', 'assistant.office'}),"
        " sorted(heavy & {'textual', 'rich', 'docx', 'jinja2', 'pypdfium2'}))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[] []"


@pytest.mark.parametrize("typed", [["agenda"], ["--office", "people", "agenda"], ["--off", "people", "agenda"]])
def test_a_command_is_understood_whatever_stands_before_it(typed: list[str]) -> None:
    assert make_parser(typed).parse_args(typed).command == "agenda"


def test_whoever_mistypes_a_command_is_told_all_of_them(run: Run) -> None:
    ran = run("agende", "letter")
    assert all(command in ran.err for command in ("agenda", "letter", "search", "doctor"))
