"""The three themes of the app and the variables they add: the ground a source stands on, a colour for every act.

Style sheets speak of `$source`, `$line` and `$act-…` only; colours are chosen here, and only here. The app begins dark,
or with the one that the environment variable TEXTUAL_THEME names.
"""

from __future__ import annotations

from types import MappingProxyType

from textual.theme import Theme

_ACTS_ON_DARK = {
    "acknowledgement": "#f2a65a",
    "action": "#86cf86",
    "commitment": "#82b7f7",
    "request": "#c7a4f2",
    "refusal": "#f58b8b",
    "concern": "#e3c558",
    "position": "#7fd1c8",
    "event": "#b9b6ac",
    "question": "#f2a0cb",
}
_ACTS_ON_LIGHT = {
    "acknowledgement": "#9a4a00",
    "action": "#1f6b1f",
    "commitment": "#1a56a3",
    "request": "#6a35a8",
    "refusal": "#a82323",
    "concern": "#735600",
    "position": "#0b655e",
    "event": "#57554d",
    "question": "#a12c70",
}

_ACTS_IN_CONTRAST = {
    "acknowledgement": "#ffb870",
    "action": "#7dff7d",
    "commitment": "#8fc7ff",
    "request": "#d9bbff",
    "refusal": "#ff9d9d",
    "concern": "#ffe04d",
    "position": "#6ff0e4",
    "event": "#e0e0e0",
    "question": "#ffb3dc",
}


TRACKS = ("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active", "scrollbar-corner-color")


def _variables(source: str, text: str, line: str, track: str, acts: dict[str, str]) -> dict[str, str]:
    colours = {f"act-{act}": colour for act, colour in acts.items()}
    return {"source": source, "source-text": text, "line": line, **dict.fromkeys(TRACKS, track), **colours}


DARK = Theme(
    name="assistant-dark",
    dark=True,
    primary="#5a9bd8",
    secondary="#8fb3d1",
    accent="#e0b060",
    warning="#e0a84a",
    error="#e06c6c",
    success="#7dbf7d",
    foreground="#dcdfe3",
    background="#15181c",
    surface="#1b1f24",
    panel="#242a31",
    variables={
        **_variables("#231f18", "#ece4d4", "#dcdfe3 20%", "#1b1f24", _ACTS_ON_DARK),
        "foreground-muted": "#dcdfe3d4",
    },
)
LIGHT = Theme(
    name="assistant-light",
    dark=False,
    primary="#1f5f9f",
    secondary="#44688a",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#a82323",
    success="#1f6b1f",
    foreground="#20242a",
    background="#f4f5f6",
    surface="#ffffff",
    panel="#e4e8ec",
    variables={
        **_variables("#fbf5e6", "#2b2618", "#20242a 20%", "#e4e8ec", _ACTS_ON_LIGHT),
        "foreground-muted": "#20242acc",
    },
)
CONTRAST = Theme(
    name="assistant-contrast",
    dark=True,
    primary="#5cb8ff",
    secondary="#a8d8ff",
    accent="#ffd83d",
    warning="#ffd83d",
    error="#ff8a8a",
    success="#7dff7d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    variables={
        **_variables("#0d0d26", "#ffffff", "#ffffff", "#1a1a1a", _ACTS_IN_CONTRAST),
        **dict.fromkeys(("text-muted", "foreground-muted", "text-disabled", "foreground-disabled"), "#e6e6e6"),
    },
)
"""Seven to one or more between words and ground, as WCAG 2.1 asks at level AAA; borders that are seen."""

DEFAULTS = MappingProxyType(DARK.variables)
"""What Textual's own themes use for the variables they do not know."""
