"""How the places look: two sizes, two themes.

After a change that is meant: `python -m pytest tests/tui/test_snapshots.py --snapshot-update`, then look at them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from assistant.tui.app import AssistantApp
from assistant.tui.themes import DARK, LIGHT
from tests.tui.person import Person
from tests.tui.picture import QUESTION

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from assistant.office import Office


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=["120x36", "80x24"])
def test_the_letter_that_was_found(
    snap_compare: Callable[..., bool], office: Office, size: tuple[int, int], theme: str
) -> None:
    async def read(pilot: Pilot[Any]) -> None:
        person = Person(pilot)
        await person.settle()
        pilot.app.theme = theme
        person.library.search_box.cursor_blink = False
        await person.search(QUESTION)
        await person.press("enter")

    assert snap_compare(AssistantApp(office), terminal_size=size, run_before=read)


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["120x40", "80x24"])
def test_a_letter_under_review(
    snap_compare: Callable[..., bool], unreviewed: Office, size: tuple[int, int], theme: str
) -> None:
    async def review(pilot: Pilot[Any]) -> None:
        person = Person(pilot)
        await person.settle()
        pilot.app.theme = theme
        await person.press("tab", "2", "a", "x", "enter", "tab", "ctrl+right", "ctrl+shift+right", "ctrl+shift+right")

    assert snap_compare(AssistantApp(unreviewed), terminal_size=size, run_before=review)
