"""The first start in a folder that is no office."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from assistant.cli.main import main
from assistant.office import Office
from assistant.tui.welcome import WelcomeApp, propose_folder
from tests.tui.person import CARLSSON

if TYPE_CHECKING:
    from pathlib import Path


def seen(app: WelcomeApp) -> str:
    return "\n".join("".join(segment.text for segment in line) for line in app.screen._compositor.render_strips())


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_an_office_is_offered_with_the_two_documents_it_would_hold(tmp_path: Path, size: tuple[int, int]) -> None:
    app = WelcomeApp(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        words = seen(app)
        assert "23 May 2019  Sven-Olov Carlsson → Ana Gomes" in words
        assert "15 May 2018" in words
        assert "Make it empty" in words
        assert "Not now" in words
        await pilot.press("enter")
    assert app.return_value == tmp_path
    assert CARLSSON in Office(tmp_path).shelf.ids()


async def test_an_empty_office_can_be_made_elsewhere(tmp_path: Path) -> None:
    app = WelcomeApp(tmp_path)
    async with app.run_test() as pilot:
        app.line.value = str(tmp_path / "deep" / "letters [of] 2026")
        await pilot.press("down", "enter")
    assert app.return_value == tmp_path / "deep" / "letters [of] 2026"
    assert Office(app.return_value).shelf.ids() == ()


async def test_an_office_begins_with_the_name_of_its_member(tmp_path: Path) -> None:
    app = WelcomeApp(tmp_path)
    async with app.run_test() as pilot:
        app.member.focus()
        await pilot.press(*"Zo O'Neil", "enter", "down", "enter")
    assert Office(tmp_path).settings.member.name == "Zo O'Neil"


@pytest.mark.parametrize("keys", [("escape",), ("down", "down", "enter"), ("ctrl+q",)])
async def test_one_may_leave_and_nothing_is_made(tmp_path: Path, keys: tuple[str, ...]) -> None:
    app = WelcomeApp(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
    assert app.return_value is None
    assert propose_folder(tmp_path) == tmp_path  # still empty


async def test_a_folder_that_cannot_be_made_is_told_and_one_may_choose_another(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    app = WelcomeApp(tmp_path)
    async with app.run_test(notifications=True) as pilot:
        app.line.value = str(tmp_path / "file")
        await pilot.press("enter")
        await pilot.pause()
        assert "could not be written" in "".join(notice.message for notice in app._notifications)
        assert app.is_running


def test_a_folder_in_use_is_not_strewn_with_ours(tmp_path: Path) -> None:
    assert propose_folder(tmp_path) == tmp_path
    (tmp_path / ".hidden").touch()
    assert propose_folder(tmp_path) == tmp_path
    (tmp_path / "thesis.docx").touch()
    assert propose_folder(tmp_path) == tmp_path / "office"
    assert propose_folder(tmp_path / "new") == tmp_path / "new"


def test_without_a_person_at_the_screen_it_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    assert main([]) == 2
    assert "is not an office" in capsys.readouterr().err
