"""The app as a table of contents: places, themes, keys, commands, and the one dialog for what went wrong."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import App
from textual.constants import DEFAULT_THEME

from assistant.errors import AssistantError
from assistant.tui.aside import Aside
from assistant.tui.commands import BindingCommands, command
from assistant.tui.intake import IntakeApp
from assistant.tui.places import PLACES
from assistant.tui.screens.each import STYLE_SHEETS, make_screen
from assistant.tui.screens.place import PlaceScreen
from assistant.tui.screens.trouble import TroubleScreen
from assistant.tui.themes import DARK, DEFAULTS, LIGHT

if TYPE_CHECKING:
    from textual.binding import Binding, BindingType
    from textual.dom import DOMNode

    from assistant.office import Office


class AssistantApp(IntakeApp):
    """The terminal app of one office."""

    TITLE = "Assistant"
    CSS_PATH = STYLE_SHEETS
    DEFAULT_MODE = PLACES[0].mode
    COMMANDS = {BindingCommands}  # noqa: RUF012 - Textual's declaration
    BINDINGS: ClassVar[list[BindingType]] = [
        command("app.help", "question_mark,f1", "toggle_help", "Help", "Keys and help for where you are"),
        command("app.palette", "ctrl+p", "command_palette", "All keys", "Every command by its name"),
        command("app.theme", "ctrl+l", "toggle_light", "Light or dark", "The other theme", show=False),
        command("app.quit", "ctrl+q", "quit", "Quit", "Leave; nothing is lost", show=False, priority=True),
        *(
            command(f"place.{mode}", digit, f"switch_mode('{mode}')", title, "Go there", show=False)
            for mode, digit, title in PLACES
        ),
        *IntakeApp.INTAKE,
    ]

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.failure: AssistantError | None = None  # why the app cannot go on; told by whoever started it
        self._clashes: frozenset[str] = frozenset()
        for place in PLACES:
            self.add_mode(place.mode, partial(make_screen, place.mode, office))
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.set_reactive(App.theme, DEFAULT_THEME if LIGHT.name == DEFAULT_THEME else DARK.name)

    def on_ready(self) -> None:
        """Paint first, read the settings then."""
        self.call_after_refresh(self._read_settings)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables for the themes that come with Textual."""
        return dict(DEFAULTS)

    def handle_bindings_clash(self, clashed_bindings: set[Binding], node: DOMNode) -> None:
        """Tell once that two commands were given the same key."""
        del node
        names = frozenset(binding.description for binding in clashed_bindings)
        if not names <= self._clashes:
            self._clashes |= names
            told = f"One key for several commands: {', '.join(sorted(names))}. Mend [keys] in office.toml."
            self.notify(told, markup=False)

    def action_toggle_help(self) -> None:
        """Show or hide the help beside the screen."""
        if self.screen.query("HelpPanel"):
            self.action_hide_help_panel()
        else:
            self.action_show_help_panel()

    def action_toggle_light(self) -> None:
        """Change between the two themes."""
        self.theme = DARK.name if self.theme == LIGHT.name else LIGHT.name

    @work(group="settings")
    async def _read_settings(self) -> None:
        try:
            settings = await Aside().ask(lambda: self.office.settings)
        except AssistantError as error:
            self.failure = error
            self.exit()
        else:
            self.set_keymap(settings.keys)
            self.begin_intake(f"Office of {settings.member.name or self.office.folder.name}")
            _collect_again()

    @on(PlaceScreen.Failed)
    def _tell(self, event: PlaceScreen.Failed) -> None:
        if not isinstance(self.screen, TroubleScreen):
            self.push_screen(TroubleScreen(event.error))


def _collect_again() -> None:
    if not gc.isenabled():
        gc.freeze()  # what is loaded by now stays, and need not be looked through for garbage
        gc.enable()


def run_app(office: Office) -> int:
    """Run the app until a person leaves it; returns an exit code. Raises DamagedRecordError for damaged settings."""
    app = AssistantApp(office)
    app.run()
    if app.failure:
        raise app.failure
    return AssistantError.exit_code if app.return_code else 0
