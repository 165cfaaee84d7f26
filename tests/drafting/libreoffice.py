"""A LibreOffice to edit letters in: its own profile, a pipe instead of a port, a time limit, nothing left behind."""

import json
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest

from assistant.drafting.word.letters.pdf import find_libreoffice

_EDITOR = Path(__file__).with_name("libreoffice_editor.py")
_SECONDS = 120


@cache
def uno_python() -> str | None:
    """A Python that can speak to LibreOffice: the system's, or the one LibreOffice brings along."""
    office = find_libreoffice()
    beside = Path(office).resolve().with_name("python.exe") if office and sys.platform == "win32" else None
    candidates = [shutil.which("python3", path="/usr/bin"), str(beside) if beside and beside.is_file() else None]
    for program in filter(None, candidates):
        if subprocess.run([program, "-c", "import uno"], capture_output=True, timeout=60, check=False).returncode == 0:
            return program
    return None


def edit_in_libreoffice(letter: bytes, *edits: tuple[object, ...]) -> bytes:
    """The letter after these edits, as LibreOffice saves it; see libreoffice_editor.py for what may be done."""
    office, python = find_libreoffice(), uno_python()
    if office is None or python is None:
        pytest.skip("runs where LibreOffice and python3-uno are installed, as in .ci/run")
    with tempfile.TemporaryDirectory(prefix="assistant-uno-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "letter.docx").write_bytes(letter)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        listening = f"--accept=pipe,name={folder.name};urp;"
        running = subprocess.Popen([office, profile, "--headless", "--norestore", "--nologo", listening])
        try:
            arguments = [python, str(_EDITOR), folder.name, str(folder / "letter.docx"), str(folder / "saved.docx")]
            subprocess.run([*arguments, json.dumps(edits)], check=True, timeout=_SECONDS)
            running.wait(_SECONDS)
        finally:
            running.kill()
        return (folder / "saved.docx").read_bytes()


def saved_by_libreoffice(letter: bytes, *suffixes: str) -> bytes:
    """The letter saved as one format after the other, the last being .docx."""
    office = find_libreoffice()
    if office is None:
        pytest.skip("runs where LibreOffice is installed, as in .ci/run")
    with tempfile.TemporaryDirectory(prefix="assistant-saved-", ignore_cleanup_errors=True) as name:
        path = Path(name) / "letter.docx"
        path.write_bytes(letter)
        profile = f"-env:UserInstallation={(Path(name) / 'profile').as_uri()}"
        for number, suffix in enumerate(suffixes):
            folder = Path(name) / str(number)
            command = [office, profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(path)]
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
            path = folder / f"letter.{suffix}"
        return path.read_bytes()
