"""A .docx into a PDF through LibreOffice, when the machine has it; never a condition of anything else.

Each call has its own profile, because LibreOffice refuses two at once on one.
"""

import shutil
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
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)


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


def convert_to_pdf(letter: Path) -> bytes:
    """The letter as tagged PDF/A-2b. Raises LibreOfficeMissingError, ConversionError."""
    program = find_libreoffice()
    if program is None:
        raise LibreOfficeMissingError
    with tempfile.TemporaryDirectory(prefix="assistant-pdf-", ignore_cleanup_errors=True) as folder:
        profile = (Path(folder) / "profile").as_uri()
        arguments = ["--headless", f"-env:UserInstallation={profile}", "--convert-to", _PDF_A, "--outdir", folder]
        try:
            run = subprocess.run(
                [program, *arguments, str(letter.absolute())],
                capture_output=True, timeout=_SECONDS, check=False, text=True, errors="replace",
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise ConversionError(letter, f"no answer within {_SECONDS} seconds") from error
        made = Path(folder) / f"{letter.stem}.pdf"
        if run.returncode != 0 or not made.is_file():
            raise ConversionError(letter, (run.stderr.strip() or "no reason given").splitlines()[-1])
        return made.read_bytes()
