"""A process that dies takes nothing along but the last words typed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from assistant.founding import make_office
from assistant.office import Office

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    pytest.skip("runs where there are pseudo-terminals", allow_module_level=True)

from tests.tui.session import prepare, run_and_kill

GRACE = 3.0
"""Seconds of typing that may be missing: one by design (the benchmark prints it), the rest for a busy machine."""


@pytest.mark.parametrize("after", [0.2, 1.1, 4.0, 7.5])
def test_killed_at_any_moment_the_office_is_sound_and_the_draft_nearly_whole(tmp_path: Path, after: float) -> None:
    office = Office(make_office(tmp_path / "office", examples=True))
    killed = run_and_kill(office, prepare(office), after)
    assert killed.findings == ()
    assert killed.lost <= GRACE
    assert after < 7 or killed.shown
