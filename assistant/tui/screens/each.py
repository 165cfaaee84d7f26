"""The screen of each place, loaded when somebody first goes there: the first paint must not pay for the others."""

from __future__ import annotations

from asyncio import sleep
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePath

    from textual.css.stylesheet import Stylesheet

    from assistant.office import Office
    from assistant.tui.screens.place import PlaceScreen

FIRST_STYLE_SHEETS: list[str | PurePath] = ["screens/place.tcss", "screens/library.tcss"]
"""What the first paint needs."""

_OTHERS = ("filing", "trouble", "tour", "review", "drafts", "agenda", "people")


async def read_other_style_sheets(sheets: Stylesheet) -> None:
    """Read the style sheets of all other screens, one after another, while a person looks at the first.

    A screen that brought its own would make Textual parse all anew when it is opened.
    """
    for name in _OTHERS:
        sheets.read(Path(__file__).with_name(f"{name}.tcss"))
        sheets.parse()
        await sleep(0)


def make_screen(mode: str, office: Office) -> PlaceScreen:
    """The screen of a place of places.py."""
    match mode:
        case "review":
            from assistant.tui.screens.review import ReviewScreen

            return ReviewScreen(office)
        case "drafts":
            from assistant.tui.screens.drafts import DraftsScreen

            return DraftsScreen(office)
        case "people":
            from assistant.tui.screens.people import PeopleScreen

            return PeopleScreen(office)
        case "agenda":
            from assistant.tui.screens.agenda import AgendaScreen

            return AgendaScreen(office)
        case _:
            from assistant.tui.screens.library import LibraryScreen

            return LibraryScreen(office)
