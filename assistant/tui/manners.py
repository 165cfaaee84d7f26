"""How the app behaves wherever one is: help, themes, the tour, and a word when two commands were given one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import App
from textual.constants import DEFAULT_THEME

from assistant.tui.commands import command
from assistant.tui.themes import CONTRAST, DARK, DEFAULTS, LIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import Binding, BindingType
    from textual.dom import DOMNode

_THEMES = (DARK, LIGHT, CONTRAST)


Result = TypeVar("Result")


class MannersApp(App[Result]):
    """An app with good manners; it begins with the theme of ours that TEXTUAL_THEME names, else dark."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command("app.help", "question_mark,f1", "toggle_help", "Help", "Keys and help for where you are"),
        command("app.palette", "ctrl+p", "command_palette", "All keys", "Every command by its name"),
        command("app.theme", "ctrl+l", "toggle_light", "Light or dark", "The other theme", show=False),
        command("app.contrast", "ctrl+t", "toggle_contrast", "High contrast", "Stronger colours, or not", show=False),
        command("app.tour", "f11", "tour", "Tour", "What the app can do, in a few steps", show=False),
        command("app.quit", "ctrl+q", "quit", "Quit", "Leave; nothing is lost", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.chosen_keys: Mapping[str, str] = {}
        """Binding id to key, where the office wishes another."""
        self._clashes: frozenset[str] = frozenset()
        for theme in _THEMES:
            self.register_theme(theme)
        wished = DEFAULT_THEME in {theme.name for theme in _THEMES}
        self.set_reactive(App.theme, DEFAULT_THEME if wished else DARK.name)

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
        """Change between the light theme and the dark one."""
        self.theme = DARK.name if self.theme == LIGHT.name else LIGHT.name

    def action_toggle_contrast(self) -> None:
        """Change between high contrast and the dark theme."""
        self.theme = DARK.name if self.theme == CONTRAST.name else CONTRAST.name

    def action_tour(self, step: int | None = 0) -> None:
        """Show a step of the tour; each sends on to the next. None: the tour is over."""
        from assistant.tui.screens.tour import STEPS, TourScreen  # noqa: PLC0415 - not before the first paint

        if step is not None and not isinstance(self.screen, TourScreen):
            self.switch_mode(STEPS[step].mode)
            self.push_screen(TourScreen(step), self.action_tour)
