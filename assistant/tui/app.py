"""The app as a table of contents: its places, its settings, and the one dialog for what went wrong."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from assistant.errors import AssistantError
from assistant.tui.aside import Aside
from assistant.tui.commands import BindingCommands, command
from assistant.tui.intake import IntakeApp
from assistant.tui.manners import MannersApp
from assistant.tui.places import DRAFTS, NEW_LETTER, PLACES
from assistant.tui.screens.each import FIRST_STYLE_SHEETS, make_screen, read_other_style_sheets
from assistant.tui.screens.place import PlaceScreen
from assistant.tui.screens.trouble import TroubleScreen

if TYPE_CHECKING:
    from textual.binding import BindingType

    from assistant.office import Office


class AssistantApp(IntakeApp, MannersApp[None]):
    """The terminal app of one office."""

    TITLE = "Assistant"
    CSS_PATH = FIRST_STYLE_SHEETS
    DEFAULT_MODE = PLACES[0].mode
    COMMANDS = {BindingCommands}  # noqa: RUF012 - Textual's declaration
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            command(f"place.{mode}", digit, f"switch_mode('{mode}')", title, "Go there", show=False)
            for mode, digit, title in PLACES
        ),
        command("letter.new", "ctrl+n", "new_letter", "New letter", "Begin a letter from anywhere", show=False),
    ]

    def __init__(self, office: Office, *, tour: bool = False) -> None:
        super().__init__(office)
        self._tour = tour
        self.failure: AssistantError | None = None  # why the app cannot go on; told by whoever started it
        for place in PLACES:
            self.add_mode(place.mode, partial(make_screen, place.mode, office))

    def on_ready(self) -> None:
        """Paint first, read the settings and what other screens need then."""
        self.call_after_refresh(self._read_settings)

    @work(group="settings")
    async def _read_settings(self) -> None:
        await read_other_style_sheets(self.stylesheet)
        if self._tour:
            self.action_tour()
        try:
            settings = await Aside().ask(lambda: self.office.settings)
        except AssistantError as error:
            self.failure = error
            self.exit()
        else:
            self.chosen_keys = settings.keys
            self.set_keymap(settings.keys)
            self.begin_intake(f"Office of {settings.member.name or self.office.folder.name}")
            _collect_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The Drafts begin letters themselves; over a dialog none is begun."""
        if action == "new_letter":
            return isinstance(self.screen, PlaceScreen) and self.screen.MODE != DRAFTS
        return super().check_action(action, parameters)

    def action_new_letter(self) -> None:
        """Begin a letter, wherever somebody is."""
        if isinstance(self.screen, PlaceScreen):
            self.screen.go_to(DRAFTS, NEW_LETTER)

    @on(PlaceScreen.Failed)
    def _tell(self, event: PlaceScreen.Failed) -> None:
        if not isinstance(self.screen, TroubleScreen):
            self.push_screen(TroubleScreen(event.error))


def _collect_again() -> None:
    if not gc.isenabled():
        gc.freeze()  # what is loaded by now stays, and need not be looked through for garbage
        gc.enable()


def run_app(office: Office, *, tour: bool = False) -> int:
    """Run the app until a person leaves it; returns an exit code. Raises DamagedRecordError for damaged settings."""
    app = AssistantApp(office, tour=tour)
    app.run()
    if app.failure:
        raise app.failure
    return AssistantError.exit_code if app.return_code else 0
