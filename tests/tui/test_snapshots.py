"""How the places look: two sizes, two themes.

After a change that is meant: `python -m pytest tests/tui/test_snapshots.py --snapshot-update`, then look at them.
"""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual.widgets import Input, TextArea

from assistant.founding import make_office
from assistant.office import Office
from assistant.tui.app import AssistantApp
from assistant.tui.screens import agenda, new_letter
from assistant.tui.themes import DARK, LIGHT
from assistant.tui.welcome import WelcomeApp
from assistant.tui.widgets.draft_text import DraftText
from assistant.tui.widgets.sheet_view import SheetView
from tests.conftest import LETTERS
from tests.tui.person import Person
from tests.tui.picture import QUESTION, look_at_the_agenda, look_somebody_up, make_busy_office, write_a_letter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.pilot import Pilot

    from tests.tui.picture import Scene

THEMES = pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["120x40", "80x24"])


class DayOfThePicture(dt.date):
    """The fifteenth of January 2020, whenever the agenda is looked at or a letter begun."""

    @classmethod
    def today(cls) -> DayOfThePicture:
        return cls(2020, 1, 15)


@pytest.fixture(scope="session")
def busy_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office of the README's pictures."""
    office = make_busy_office(tmp_path_factory.mktemp("busy") / "office")
    office.search("")
    return office.folder


@pytest.fixture
def busy(busy_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A copy of it that a test may change."""
    for module in (agenda, new_letter):
        monkeypatch.setattr(module, "dt", SimpleNamespace(date=DayOfThePicture))
    return Office(shutil.copytree(busy_office, tmp_path / "busy"))


async def narrow_what_was_found(person: Person) -> None:
    await person.search("prison")
    await person.press("tab", "f")


async def look_at_an_exchange(person: Person) -> None:
    await person.search("from:carlsson after:2019-08-31")
    await person.press("tab", "t")


async def ask_what_is_to_be_put_right(person: Person) -> None:
    await look_somebody_up(person)
    await person.press("enter", "e")


async def look_at_the_page(person: Person) -> None:
    """With a name still to be filled in and a quotation nobody said."""
    await write_a_letter(person)
    text = person.app.screen.query_one(DraftText)
    text.text = text.text.replace("Thank you", "[Name], thank you").replace("law will remain", "law remains")
    await person.pilot.pause(0.4)
    await person.settle()
    await person.press("f2")
    person.app.screen.query_one(SheetView).focus()  # no caret blinks in what is leafed through


async def look_at_the_sources(person: Person) -> None:
    await write_a_letter(person)
    await person.press("f3", "down")


async def ask_for_help(person: Person) -> None:
    await person.press("tab", "2", "question_mark")


SCENES: Mapping[str, Scene] = MappingProxyType(
    {
        "narrowed": narrow_what_was_found,
        "agenda": look_at_the_agenda,
        "person": look_somebody_up,
        "exchange": look_at_an_exchange,
        "editing": ask_what_is_to_be_put_right,
        "page": look_at_the_page,
        "sources": look_at_the_sources,
        "help": ask_for_help,
    }
)


@THEMES
@SIZES
@pytest.mark.parametrize("scene", SCENES)
def test_a_place_in_the_middle_of_work(
    snap_compare: Callable[..., bool], busy: Office, scene: str, size: tuple[int, int], theme: str
) -> None:
    async def play(pilot: Pilot[Any]) -> None:
        person = await begin(pilot, theme)
        await SCENES[scene](person)
        await still(person)

    assert snap_compare(AssistantApp(busy), terminal_size=size, run_before=play)


@SIZES
def test_an_office_without_letters(snap_compare: Callable[..., bool], tmp_path: Path, size: tuple[int, int]) -> None:
    async def look(pilot: Pilot[Any]) -> None:
        await still(await begin(pilot, DARK.name))

    assert snap_compare(AssistantApp(Office(make_office(tmp_path / "new"))), terminal_size=size, run_before=look)


async def begin(pilot: Pilot[Any], theme: str) -> Person:
    person = Person(pilot)
    await person.settle()
    pilot.app.theme = theme
    return person


async def still(person: Person) -> None:
    """No caret blinks and no notice stands in the way."""
    for line in person.app.screen.query("Input, TextArea"):
        if isinstance(line, Input | TextArea):
            line.cursor_blink = False
    person.app.clear_notifications()
    await person.settle()


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
        pilot.app.clear_notifications()  # those of this screen, which is seen behind the list
        await person.settle()
        await person.press("ctrl+g")

    assert snap_compare(AssistantApp(office), terminal_size=size, run_before=file_letters)
