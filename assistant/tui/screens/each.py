"""The screen of each place, loaded when somebody first goes there: the first paint must not pay for the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePath

    from assistant.office import Office
    from assistant.tui.screens.place import PlaceScreen

STYLE_SHEETS: list[str | PurePath] = [
    f"screens/{name}.tcss"
    for name in ("place", "library", "filing", "trouble", "tour", "review", "drafts", "agenda", "people")
]
"""Named here though they stand beside the screens: a screen that brings its own makes Textual parse all anew."""


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
