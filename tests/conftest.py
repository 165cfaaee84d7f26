"""What every test may ask for: programs of the machine, and a CI in which nothing is skipped."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

LETTERS = Path(__file__).parent / "letters"
_VALIDATOR = Path(__file__).parents[1] / ".ci" / "node_modules" / ".bin" / "ooxml-validator"

# no test asserts a time: on a busy machine an example may take as long as it likes
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a test that is skipped has failed: it was meant to run there."""
    report = yield
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped in CI: {report.longrepr}"
    return report


@pytest.fixture
def without_smart(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As where the extra `smart` is not installed."""
    from assistant.extraction.tagging import load_tagger

    for module in ("onnxruntime", "assistant.extraction.tagging.smart"):
        monkeypatch.setitem(sys.modules, module, None)
    load_tagger.cache_clear()
    yield
    load_tagger.cache_clear()


@pytest.fixture(scope="session")
def ooxml_errors() -> Callable[[Path], list[str]]:
    """What Microsoft's Open XML SDK finds wrong with a Word file; `npm ci --prefix .ci` installs it."""
    program = os.environ.get("OOXML_VALIDATOR") or (str(_VALIDATOR) if _VALIDATOR.exists() else None)
    if program is None or shutil.which("node") is None:
        pytest.skip("runs where node is and “npm install --prefix .ci” has been run, as in .ci/run")

    def validate(path: Path) -> list[str]:
        run = subprocess.run([program, str(path)], capture_output=True, text=True, encoding="utf-8", check=False)
        found = json.loads(run.stdout)
        return [f"{error.get('path')}: {error.get('description')}" for error in found["errors"]]

    return validate


@pytest.fixture(scope="session")
def make_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """A PDF of a Word file, made by LibreOffice."""
    from assistant.drafting.word.letters.pdf import convert_to_pdf, find_libreoffice

    if find_libreoffice() is None:
        pytest.skip("runs where LibreOffice is installed, as in .ci/run")

    def convert(path: Path) -> Path:
        target = tmp_path_factory.mktemp("pdf") / f"{path.stem}.pdf"
        target.write_bytes(convert_to_pdf(path))
        return target

    return convert


@pytest.fixture(scope="session")
def tesseract() -> None:
    """The program that reads pictures, with its data for all languages in Latin letters."""
    from assistant.reading.ocr import find_tesseract

    found = find_tesseract()
    if found is None or not found.knows_accents:
        pytest.skip("runs where tesseract-ocr and tesseract-ocr-script-latn are installed, as in .ci/run")
