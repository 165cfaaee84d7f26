import pytest
from textual.color import Color
from textual.theme import Theme

from assistant.model.fact import Act
from assistant.tui.themes import CONTRAST, DARK, LIGHT, TRACKS

READABLE, HIGH, SEEN = 4.5, 7.0, 3.0
"""Contrast of text to its ground, by the WCAG 2.1, levels AA and AAA; of a border to what it parts."""


CHOSEN = 0.38
"""How much of the primary colour the ground of the row that is chosen has, as in the style sheets."""


def contrast(colour: str, ground: str) -> float:
    """The contrast ratio of WCAG 2.1, from 1 to 21."""
    lighter, darker = sorted((luminance(Color.parse(colour)), luminance(Color.parse(ground))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    """The relative luminance of WCAG 2.1."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


@pytest.mark.parametrize("act", list(Act))
@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=lambda theme: theme.name)
def test_the_colour_of_every_act_can_be_read_on_every_ground(theme: Theme, act: Act) -> None:
    grounds = [theme.variables["source"], theme.background, theme.surface]
    assert min(contrast(theme.variables[f"act-{act}"], ground) for ground in grounds if ground) >= READABLE


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=lambda theme: theme.name)
def test_the_words_of_a_source_can_be_read(theme: Theme) -> None:
    assert contrast(theme.variables["source-text"], theme.variables["source"]) >= 2 * READABLE


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_what_is_said_by_the_way_can_be_read_also_on_the_row_that_is_chosen(theme: Theme) -> None:
    muted = Color.parse(theme.variables["foreground-muted"])
    for ground in map(Color.parse, filter(None, (theme.background, theme.surface, theme.panel))):
        chosen = ground.blend(Color.parse(theme.primary), CHOSEN)
        for under in (ground, chosen):
            shown = under.blend(muted, muted.a, alpha=1.0)
            assert contrast(shown.hex6, under.hex6) >= READABLE


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=lambda theme: theme.name)
def test_a_source_stands_on_a_ground_of_its_own(theme: Theme) -> None:
    assert theme.variables["source"] not in {theme.background, theme.surface, theme.panel}


def test_in_high_contrast_all_words_can_be_read_by_everybody_and_borders_are_seen() -> None:
    grounds = [CONTRAST.variables["source"], CONTRAST.background, CONTRAST.surface, CONTRAST.panel]
    names = ("primary", "secondary", "accent", "warning", "error", "success", "foreground")
    colours = [getattr(CONTRAST, name) for name in names]
    colours += [colour for name, colour in CONTRAST.variables.items() if name not in {"source", *TRACKS}]
    assert min(contrast(colour, str(ground)) for colour in colours for ground in grounds) >= HIGH
    assert contrast(CONTRAST.variables["line"], str(CONTRAST.background)) >= SEEN
