"""The decisions of an office on disk: `precedents/decisions/<who>.jsonl`, a file a person, a line a decision.

Lines are only ever added, each person to a file of their own, so that two people on one shared folder, or two copies
of it brought together later, never conflict. Which decision holds is for `model.decision.standing` to say.
"""

import getpass
import platform
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from assistant.errors import DamagedRecordError
from assistant.model.decision import Decision
from assistant.precedents.naming import slug
from assistant.storage import locked, overwrite_file, read_file

FOLDER = "decisions"
SUFFIX = ".jsonl"

_NAMELESS = "somebody"
"""Where the name holds neither letters nor digits a file can be called by."""


def author() -> str:
    """Who decides here: the name of the account and of the computer, so that no two write to one file."""
    return f"{getpass.getuser()}@{platform.node() or 'computer'}"


class DecisionFiles:
    """The decisions of an office, of everybody who works in it."""

    def __init__(self, precedents: Path, lock: Path) -> None:
        self._folder = precedents / FOLDER
        self._lock = lock

    def all(self) -> tuple[Decision, ...]:
        """Every decision ever made. Raises DamagedRecordError naming the line, UnreadableFileError."""
        return tuple(decision for file in self.files() for decision in read_decisions(file))

    def add(self, *decisions: Decision) -> None:
        """Write decisions behind those their authors made before. Raises OfficeBusyError, StorageError."""
        lines: defaultdict[Path, list[bytes]] = defaultdict(list)
        for decision in decisions:
            line = _as_json().dump_json(decision, exclude_none=True)
            lines[self._folder / f"{slug(decision.by) or _NAMELESS}{SUFFIX}"].append(line + b"\n")
        with locked(self._lock):
            for file, new in lines.items():
                overwrite_file(file, _with_line_end(file) + b"".join(new))

    def files(self) -> tuple[Path, ...]:
        """The files there are, by name."""
        return tuple(sorted(self._folder.glob(f"*{SUFFIX}")))


def read_decisions(file: Path) -> Iterator[Decision]:
    """The decisions of one file. Raises DamagedRecordError naming the line, UnreadableFileError."""
    for number, line in enumerate(read_file(file)[0].splitlines(), 1):
        if line.strip():
            try:
                yield _as_json().validate_json(line)
            except ValidationError as error:
                from assistant.precedents.records import explain  # noqa: PLC0415 - whoever reads decisions opens no letter

                advice = "Mend the line, or take it out: it holds one decision."
                raise DamagedRecordError(file, f"line {number}: {explain(error)}", advice) from error


@cache
def _as_json() -> TypeAdapter[Decision]:
    """Made when a decision is read or written: most commands meet none."""
    return TypeAdapter(Decision)


def _with_line_end(file: Path) -> bytes:
    """What stands in the file already; somebody may have edited it by hand and left the last line open."""
    data = read_file(file)[0] if file.exists() else b""
    return data if not data or data.endswith(b"\n") else data + b"\n"
