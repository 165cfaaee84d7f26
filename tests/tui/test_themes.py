import pytest
from textual.color import Color
from textual.theme import Theme

from assistant.model.fact import Act
from assistant.tui.themes import DARK, LIGHT

READABLE = 4.5
"""Contrast of text to its ground, by the WCAG 2.1, level AA."""


@pytest.mark.parametrize("act", list(Act))
@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_the_colour_of_every_act_can_be_read_on_every_ground(theme: Theme, act: Act) -> None:
    colour = Color.parse(theme.variables[f"act-{act}"])
    grounds = [theme.variables["source"], theme.background, theme.surface]
    assert min(colour.get_contrast_ratio(Color.parse(ground)) for ground in grounds if ground) >= READABLE


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_the_words_of_a_source_can_be_read(theme: Theme) -> None:
    ground = Color.parse(theme.variables["source"])
    assert Color.parse(theme.variables["source-text"]).get_contrast_ratio(ground) >= 2 * READABLE


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_a_source_stands_on_a_ground_of_its_own(theme: Theme) -> None:
    assert theme.variables["source"] not in {theme.background, theme.surface, theme.panel}
