"""Opens a file in the program the desktop has for it: Word for a letter, whatever reads PDFs for a PDF.

It starts that program and nothing else, and does not wait for it to be closed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from shutil import which
from typing import TYPE_CHECKING

from assistant.errors import NotOpenedError

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 3.0
"""A program still running by then has taken the file."""


def open_file(path: Path) -> None:
    """Hand the file to the desktop; returns when a program has it. Raises NotOpenedError."""
    try:
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606 - the way Windows offers; the path is one the office filed
        else:
            _run("open" if sys.platform == "darwin" else "xdg-open", path)
    except OSError as error:
        raise NotOpenedError(path, (error.strerror or str(error)).lower()) from error


def _run(opener: str, path: Path) -> None:
    program = which(opener)
    if program is None:
        raise NotOpenedError(path, f"this system has no “{opener}”")
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([program, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        code = process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        return
    if code:
        raise NotOpenedError(path, "the desktop has no program for it")
