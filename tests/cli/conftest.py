"""An office of one's own in a temporary folder, and the command line called as a person calls it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from assistant.cli.main import main
from assistant.founding import make_office


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new office with the two shipped precedents; the working folder."""
    folder = tmp_path / "office"
    make_office(folder, examples=True)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """`run("search", "torture")` → exit code, standard output, standard error."""

    def call(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return call
