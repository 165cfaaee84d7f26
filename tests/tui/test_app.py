"""The frame around the places: keys, palette, help, themes, trouble."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.color import Color

from assistant.errors import DamagedRecordError
from assistant.founding import make_office
from assistant.office import Office
from assistant.tui.app import AssistantApp, run_app
from assistant.tui.commands import BindingCommands
from assistant.tui.screens.trouble import TroubleScreen
from tests.tui.person import foot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.person import Sit


def set_keys(office: Office, line: str) -> None:
    path = office.folder / "letter_templates" / "office.toml"
    path.write_text(f"{path.read_text('utf-8')}\n[keys]\n{line}\n", "utf-8")


async def test_the_bar_names_the_places_and_whose_office_it_is(sit: Sit) -> None:
    async with sit() as person:
        first = person.seen().splitlines()[0]
        assert "1 Library" in first
        assert "Office of Ana Gomes" in first


async def test_the_foot_shows_at_most_eight_keys(sit: Sit) -> None:
    async with sit() as person:
        await person.press("enter")
        assert foot(person) == ["Search", "Review", "Write", "Copy", "Narrow", "Next", "Help", "All keys"]


async def test_the_foot_offers_nothing_that_cannot_act(sit: Sit, tmp_path: Path) -> None:
    async with sit(Office(make_office(tmp_path / "new"))) as person:
        assert foot(person) == ["Help", "All keys"]
        await person.press("tab")
        assert foot(person) == ["Search", "Help", "All keys"]


async def test_every_key_keeps_its_place_at_the_foot_wherever_the_focus_is(sit: Sit, unreviewed: Office) -> None:
    async with sit(unreviewed) as person:
        await person.press("tab", "2")
        commands = ["Next letter", "Accept", "Reject", "Act", "By"]
        assert foot(person) == [*commands, "Words", "Help", "All keys"]
        await person.press("a")
        assert foot(person) == [*commands, "Undo", "Help", "All keys"]
        await person.press("tab")
        assert foot(person) == ["Words", "Mark", *commands[:4], "Help", "All keys"]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (240, 70)])
async def test_the_foot_fits_every_terminal(sit: Sit, size: tuple[int, int]) -> None:
    async with sit(size=size) as person:
        await person.press("enter")
        assert "All keys" in person.seen().splitlines()[-1]


async def test_a_click_on_the_foot_does_what_the_key_does(sit: Sit) -> None:
    async with sit() as person:
        await person.press("enter")
        await person.pilot.click("KeyBar", offset=(3, 0))
        await person.settle()
        assert person.app.focused is person.library.search_box


@pytest.mark.parametrize("focused", ["search", "found"])
async def test_the_palette_lists_every_command_that_is_possible(sit: Sit, focused: str) -> None:
    async with sit() as person:
        if focused == "found":
            await person.press("enter", "escape")
        names = {str(hit.text) async for hit in BindingCommands(person.library).discover() if hit is not NotImplemented}
        assert {"Read", "Next", "Previous", "Copy", "Original", "Narrow", "Back", "Help", "Quit", "Library"} <= names
        assert ("Search" in names) is (focused == "found")


async def test_the_palette_finds_a_command_by_its_explanation_and_runs_it(sit: Sit) -> None:
    async with sit() as person:
        await person.press("enter", "ctrl+p", *["facets", "and", "year"][-1])
        await person.press("enter")
        assert person.app.focused is person.library.narrow


async def test_a_command_tells_the_name_by_which_its_key_is_changed(sit: Sit) -> None:
    async with sit() as person:
        hits = [hit async for hit in BindingCommands(person.library).search("copy") if hit is not NotImplemented]
        assert "library.copy" in str(hits[0].help)


async def test_help_opens_beside_the_screen_and_escape_closes_it(sit: Sit) -> None:
    async with sit() as person:
        await person.press("f1")
        assert person.app.screen.query("HelpPanel")
        assert "Letters appear as you type" in person.seen()
        await person.press("escape")
        assert not person.app.screen.query("HelpPanel")


async def test_help_speaks_of_the_place_one_is_in(sit: Sit) -> None:
    async with sit() as person:
        await person.press("enter", "question_mark")
        assert "paragraph numbers" in " ".join(person.seen().split())


async def test_light_and_dark_change_places(sit: Sit) -> None:
    async with sit() as person:
        await person.press("ctrl+l")
        assert person.app.theme == "assistant-light"
        await person.press("ctrl+l")
        assert person.app.theme == "assistant-dark"


async def test_high_contrast_is_one_key_away(sit: Sit) -> None:
    async with sit() as person:
        await person.press("ctrl+t")
        assert person.app.theme == "assistant-contrast"
        await person.press("ctrl+t")
        assert person.app.theme == "assistant-dark"


def test_the_first_theme_is_the_one_the_environment_names() -> None:
    code = "from assistant.tui.manners import MannersApp; print(MannersApp().theme)"
    for wished, begun in (("assistant-contrast",) * 2, ("assistant-light",) * 2, ("nord", "assistant-dark")):
        environment = {**os.environ, "TEXTUAL_THEME": wished}
        ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment)
        assert ran.stdout.strip() == begun


async def test_without_colours_everything_is_told_by_signs_and_words(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit() as person:
        await person.search("illegal force person:shakirov")
        painted = person.app.screen._compositor.render_strips()
        filtered = [strip.apply_filter(person.app._filters[-1], Color.parse("black")) for strip in painted]
        colours = {style.color.get_truecolor() for strip in filtered for _, style, _ in strip if style and style.color}
        assert colours
        assert all(red == green == blue for red, green, blue in colours)
        assert "A admission" in person.seen()


@pytest.mark.parametrize("theme", ["nord", "textual-light", "ansi-dark"])
async def test_the_themes_of_others_can_be_used_too(sit: Sit, theme: str) -> None:
    async with sit() as person:
        person.app.theme = theme
        await person.search("illegal force")
        assert "Shakirov" in person.seen()


async def test_an_office_may_choose_its_keys(sit: Sit, office: Office) -> None:
    set_keys(office, '"library.narrow" = "f3"')
    async with sit() as person:
        await person.press("enter", "f3")
        assert person.app.focused is person.library.narrow


async def test_one_key_for_two_commands_is_told_once(sit: Sit, office: Office) -> None:
    set_keys(office, '"library.narrow" = "f9"\n"library.refresh" = "f9"\n"library.original" = "f9"')
    async with sit(notifications=True) as person:
        await person.press("enter", "n", "n")
        told = [notice.message for notice in person.app._notifications]
        assert len([message for message in told if "One key for several commands" in message]) == 1


async def test_a_failure_inside_is_told_and_the_app_goes_on(sit: Sit, office: Office) -> None:
    async with sit() as person:
        (office.folder / "precedents").rename(office.folder / "elsewhere")
        person.library.run_worker(broken(), exit_on_error=False)
        await person.settle()
        assert isinstance(person.app.screen, TroubleScreen)
        assert "Your letters are files" in person.seen()
        await person.press("enter")
        assert person.library.is_active


async def broken() -> None:
    raise ZeroDivisionError("[bold]deep inside[/bold]")


def test_damaged_settings_end_the_app_with_their_own_error(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    (office.folder / "letter_templates" / "office.toml").write_text("[member\n", "utf-8")
    monkeypatch.setattr(AssistantApp, "run", lambda app: App.run(app, headless=True))
    with pytest.raises(DamagedRecordError, match="not valid TOML"):
        run_app(office)


def test_nothing_of_an_office_is_loaded_before_the_first_paint() -> None:
    code = "import sys, assistant.office, assistant.tui.app, assistant.tui.screens.library; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert not {"pydantic", "sqlite3", "jinja2", "lxml", "docx", "assistant.settings", "assistant.model.fact"} & {
        *loaded
    }
