"""Somebody who types lines and hears what is said."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest

from assistant.founding import make_office
from assistant.linear.conversation import converse
from assistant.linear.talk import Talk
from assistant.office import Office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(make_office(tmp_path / "office", examples=True))


@pytest.fixture
def hear(office: Office) -> Callable[..., str]:
    """`hear("search", "torture", "")`: all that is said when these lines are typed."""

    def type_lines(*lines: str) -> str:
        spoken = StringIO()
        run: list[list[str]] = []
        assert converse(Talk(StringIO("".join(f"{line}\n" for line in lines)), spoken), office, _remember(run)) == 0
        return spoken.getvalue() + "".join(f"ran {' '.join(words)}\n" for words in run)

    return type_lines


def _remember(run: list[list[str]]) -> Callable[[list[str]], int]:
    def remember(words: list[str]) -> int:
        run.append(words)
        return 0

    return remember
