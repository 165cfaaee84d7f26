"""How the places look: two sizes, two themes.

After a change that is meant: `python -m pytest tests/tui/test_snapshots.py --snapshot-update`, then look at them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from assistant.tui.app import AssistantApp
from assistant.tui.themes import DARK, LIGHT
from assistant.tui.welcome import WelcomeApp
from tests.conftest import LETTERS
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


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=["120x36", "80x24"])
def test_the_first_start(snap_compare: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    async def look(pilot: Pilot[Any]) -> None:
        pilot.app.theme = theme
        await pilot.pause()

    assert snap_compare(WelcomeApp(Path("/srv/letters")), terminal_size=size, run_before=look)


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=["120x36", "80x24"])
def test_the_list_of_what_was_filed(
    snap_compare: Callable[..., bool], office: Office, size: tuple[int, int], theme: str
) -> None:
    async def file_letters(pilot: Pilot[Any]) -> None:
        person = Person(pilot)
        await person.settle()
        pilot.app.theme = theme
        person.library.search_box.cursor_blink = False
        come = [LETTERS / name for name in ("changes.odt", "pl/odpowiedz_msz.txt", "carlsson.txt")]
        pilot.app.post_message(events.Paste("\n".join(map(str, come))))
        await person.settle()
        await person.press("ctrl+g")
        pilot.app.clear_notifications()
        await person.settle()

    assert snap_compare(AssistantApp(office), terminal_size=size, run_before=file_letters)
