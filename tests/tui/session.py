"""The app in a terminal of its own, as a person runs it, to be killed at any moment; for systems with pseudo-terminals.

The session: letters are dropped on the window, facts are accepted and taken back, and a draft is written, word after
word.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.model.finding import Severity
from assistant.office import Office
from assistant.writing import LetterRequest
from tests.conftest import LETTERS
from tests.tui.person import CARLSSON

if TYPE_CHECKING:
    from assistant.model.finding import Finding

SIZE = (120, 36)
WORDS = 60
_BETWEEN_WORDS = 0.06
_ESCAPES = re.compile(
    rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[()][0-9A-Za-z]|.)"
)
_ROOT = Path(__file__).parents[2]


class Terminal:
    """The app at a terminal."""

    def __init__(self, office: Path) -> None:
        self._written = b""
        self.process, self._terminal = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", PYTHONPATH=str(_ROOT))
            command = [sys.executable, "-m", "assistant", "--office", str(office)]
            os.execv(command[0], command)  # noqa: S606 - our own Python
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))

    def send(self, keys: bytes) -> None:
        os.write(self._terminal, keys)

    def wait(self, seconds: float, words: bytes | None = None) -> bool:
        """Read what is written from now on until these words are among it, or so long; whether they came."""
        until, self._written = time.monotonic() + seconds, b""
        while (left := until - time.monotonic()) > 0:
            if words is not None and words in self.seen:
                return True
            if select.select([self._terminal], [], [], left)[0]:
                try:
                    self._written += os.read(self._terminal, 65_536)
                except OSError:  # the process is gone
                    return False
        return False

    @property
    def seen(self) -> bytes:
        """What was written since the last wait began, without colours and places."""
        return _ESCAPES.sub(b"", self._written)

    def kill(self) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._terminal)


@dataclass(frozen=True)
class Killed:
    """What a session that was killed left behind."""

    shown: int
    """Words of the draft that had stood on the screen."""
    lost: float
    """Seconds before the end at which the first word that is not on the disk was shown; 0 when none is missing."""
    findings: tuple[Finding, ...]
    """What is broken; files that were being written are none of it, and the doctor takes them away."""


def prepare(office: Office) -> Path:
    """A draft to write in; its path."""
    return office.writing.new_draft(LetterRequest(template="follow-up", answering=CARLSSON, today=dt.date(2019, 6, 20)))


def run_and_kill(office: Office, draft: Path, after: float) -> Killed:
    """The session, killed so many seconds after its first paint."""
    terminal = Terminal(office.folder)
    shown: dict[str, float] = {}
    try:
        assert terminal.wait(60, b"Library")
        end = time.monotonic() + after
        for keys, sign in _steps():
            terminal.send(keys)
            terminal.wait(max(0.0, min(3.0, end - time.monotonic())), sign)
        for number in range(WORDS):
            if time.monotonic() >= end:
                break
            word = f"w{number:03d}x"
            terminal.send(f"{word} ".encode())
            if terminal.wait(min(3.0, max(0.0, end - time.monotonic())), word.encode()):
                shown[word] = time.monotonic()
            terminal.wait(min(_BETWEEN_WORDS, max(0.0, end - time.monotonic())))
        terminal.wait(max(0.0, end - time.monotonic()))
    finally:
        killed_at = time.monotonic()
        terminal.kill()
    text = draft.read_text("utf-8")
    missing = [at for word, at in shown.items() if word not in text]
    return Killed(len(shown), killed_at - min(missing) if missing else 0.0, _broken(Office(office.folder)))


def _broken(office: Office) -> tuple[Finding, ...]:
    errors = [finding for finding in office.doctor() if finding.severity is Severity.ERROR]
    office.doctor(fix=True)
    return (*errors, *office.doctor())


def _steps() -> list[tuple[bytes, bytes]]:
    """Keys, and what stands on the screen when they were taken."""
    exchanges = LETTERS / "exchanges"
    replies = "\n".join(str(exchanges / f"{whose}-reply.txt") for whose in ("ombudsman", "delegation", "minister"))
    return [
        (b"\x1b[200~" + replies.encode() + b"\x1b[201~", b"filed."),
        (b"\t", b"Search"),
        (b"2", b"reviewed"),
        (b"a", b"1 of"),
        (b"a", b"2 of"),
        (b"u", b"1 of"),
        (b"3", b"follow-up"),
        (b"\r", b"Findings"),
    ]
