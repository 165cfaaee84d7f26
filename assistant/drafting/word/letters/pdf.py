"""A .docx into a PDF through LibreOffice, when the machine has it; never a condition of anything else.

Each call has its own profile, because LibreOffice refuses two at once on one, and ends everything it started: the
program found is a wrapper around the one that works.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from assistant.errors import UsageError

_SECONDS = 120
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_PDF_A = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportNotes":{"type":"boolean","value":"false"}}'
)
"""PDF/A-2b, tagged for screen readers, without comments."""


class LibreOfficeMissingError(UsageError):
    """LibreOffice is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "A PDF needs LibreOffice, which was not found on this machine. "
            "Install it, or export without --pdf and print from Word."
        )


class ConversionError(UsageError):
    """LibreOffice did not make a PDF."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path}: LibreOffice made no PDF: {reason}. Open the .docx in LibreOffice to see what it says."
        )


def find_libreoffice() -> str | None:
    """The program that converts, or None."""
    name = "soffice.com" if sys.platform == "win32" else "soffice"
    return shutil.which(name) or shutil.which("libreoffice") or next((p for p in _PLACES if Path(p).is_file()), None)


def convert_to_pdf(letter: Path, seconds: float = _SECONDS) -> bytes:
    """The letter as tagged PDF/A-2b, within so many seconds. Raises LibreOfficeMissingError, ConversionError."""
    program = find_libreoffice()
    if program is None:
        raise LibreOfficeMissingError
    with tempfile.TemporaryDirectory(prefix="assistant-pdf-", ignore_cleanup_errors=True) as folder:
        profile = (Path(folder) / "profile").as_uri()
        arguments = ["--headless", f"-env:UserInstallation={profile}", "--convert-to", _PDF_A, "--outdir", folder]
        try:
            complaint = _run([program, *arguments, str(letter.absolute())], seconds)
        except subprocess.TimeoutExpired as error:
            raise ConversionError(letter, f"no answer within {seconds:g} seconds") from error
        except OSError as error:
            raise ConversionError(letter, f"it could not be started ({error.strerror})") from error
        made = Path(folder) / f"{letter.stem}.pdf"
        if not made.is_file():
            raise ConversionError(letter, (complaint.strip() or "no reason given").splitlines()[-1])
        return made.read_bytes()


def _run(command: list[str], seconds: float) -> str:
    """What a program complains of; however this ends, nothing of it goes on running. Raises TimeoutExpired, OSError."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        encoding="utf-8", errors="replace", start_new_session=True,
    )  # fmt: skip
    try:
        return process.communicate(timeout=seconds)[1]
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[str]) -> None:
    """End a program with all it started."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S607 - it is Windows' own
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
