"""Letters on their way in: dropped, chosen, come into the inbox; what became of them can be read."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Input

from assistant.tui import intake
from assistant.tui.screens.file_picker import FilePickerScreen
from assistant.tui.screens.filing import FilingScreen
from tests.conftest import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from assistant.filing import Outcome
    from assistant.office import Office
    from tests.tui.person import Person, Sit


@pytest.fixture
def come(tmp_path: Path) -> Path:
    """A folder with two real letters and two files that cannot be read."""
    folder = tmp_path / "come in"
    folder.mkdir()
    for name in ("pl/rpo_do_ministra.txt", "pl/odpowiedz_msz.txt"):
        shutil.copy(LETTERS / name, folder)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 nonsense")
    (folder / "[bold]locked\u202e.pdf").write_bytes(b"%PDF-1.7 nonsense")
    return folder


async def drop(person: Person, *paths: Path) -> None:
    person.app.post_message(events.Paste("\n".join(map(str, paths))))
    await person.settle()


def told(person: Person) -> str:
    return " ".join(notice.message for notice in person.app._notifications)


def rows(person: Person) -> list[str]:
    screen = person.app.screen
    assert isinstance(screen, FilingScreen)
    return [" ".join(str(option.prompt).split()) for option in screen.list.options]


def set_inbox(office: Office, folder: Path, originals: str = "stay") -> None:
    path = office.folder / "letter_templates" / "office.toml"
    lines = f"\n[inbox]\nfolder = '{folder}'\noriginals = '{originals}'\n"
    path.write_text(path.read_text("utf-8") + lines, "utf-8")


async def test_files_dropped_on_the_window_are_filed_and_found(sit: Sit, come: Path) -> None:
    async with sit(notifications=True) as person:
        assert "2 letters" in person.seen()
        await drop(person, come / "odpowiedz_msz.txt")
        assert "3 letters" in person.seen()
        assert "1 filed." in told(person)
        assert person.library.search_box.value == ""


async def test_a_folder_is_filed_whole_and_what_failed_is_told_with_its_reason(sit: Sit, come: Path) -> None:
    async with sit(notifications=True) as person:
        await drop(person, come)
        assert "2 filed, 2 not filed" in told(person)
        assert "4 letters" in person.seen()
        assert not isinstance(person.app.screen, FilingScreen)
        await person.press("ctrl+g")
        assert [row[0] for row in rows(person)] == ["✗", "✗", "✓", "✓"]
        assert "broken.docx" in rows(person)[1]
        assert "archive is broken" in rows(person)[1]
        assert "[bold]locked·.pdf" in rows(person)[0]
        await person.press("escape")
        assert person.library.is_active


async def test_text_that_is_no_file_goes_where_one_types(sit: Sit) -> None:
    async with sit() as person:
        await person.press("slash")
        person.app.post_message(events.Paste("illegal force"))
        await person.settle()
        assert person.library.search_box.value.endswith("illegal force")
        assert not person.app.outcomes


async def test_the_bar_counts_and_cancelling_keeps_what_was_filed(
    sit: Sit, office: Office, come: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit() as person:
        reached, gate = asyncio.Event(), asyncio.Event()
        loop = asyncio.get_running_loop()
        add = type(office).add

        def add_slowly(self: Office, paths: list[Path]) -> Iterator[Outcome]:
            for index, outcome in enumerate(add(self, paths)):
                if index == 2:
                    loop.call_soon_threadsafe(reached.set)
                    asyncio.run_coroutine_threadsafe(gate.wait(), loop).result()
                yield outcome

        monkeypatch.setattr(type(office), "add", add_slowly)
        person.app.post_message(events.Paste(str(come)))
        await reached.wait()
        await person.pilot.pause()
        assert person.app.sub_title == "Filing 2 of 4"
        await person.pilot.press("ctrl+g")
        await person.pilot.pause()
        assert "2 of 4 files" in person.seen()
        await person.pilot.press("x")
        gate.set()
        await person.settle()
        assert person.app.filing == intake.Progress(done=3, total=4, running=False)
        assert person.app.sub_title.startswith("Office of")
        assert len(office.shelf.ids()) == 3


async def test_a_second_drop_waits_for_the_first(sit: Sit, come: Path) -> None:
    async with sit() as person:
        for name in ("rpo_do_ministra.txt", "odpowiedz_msz.txt", "rpo_do_ministra.txt"):
            person.app.post_message(events.Paste(str(come / name)))
        await person.settle()
        assert [outcome.duplicate for outcome in person.app.outcomes] == [False, False, True]
        assert person.app.filing == intake.Progress(done=3, total=3, running=False)


async def test_what_was_not_read_of_a_letter_stands_in_the_list(sit: Sit, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ms Gomes,\n\nzanzibar\x1b[2J\x07\n\nYours sincerely,\n\nDoe\n", "utf-8")
    async with sit() as person:
        await drop(person, letter)
        await person.press("ctrl+g")
        assert "not read: 2 control characters were removed" in rows(person)[0]


async def test_one_chooses_a_file(sit: Sit, come: Path) -> None:
    async with sit() as person:
        await person.press("enter", "escape")
        person.app.push_screen(FilePickerScreen(come), person.app._file_chosen)
        await person.settle()
        assert "odpowiedz_msz.txt" in person.seen()
        await person.press("slash", *"msz", "enter")
        assert person.library.is_active
        assert [outcome.facts > 0 for outcome in person.app.outcomes] == [True]


async def test_one_marks_several_and_files_them(sit: Sit, come: Path) -> None:
    async with sit() as person:
        person.app.push_screen(FilePickerScreen(come), person.app._file_chosen)
        await person.settle()
        await person.press("down", "space", "space")
        assert "2 things marked" in person.seen()
        assert person.seen().count("✓") >= 2
        await person.press("enter")
        assert len(person.app.outcomes) == 2


async def test_what_is_typed_in_the_list_looks_for_a_name(sit: Sit, come: Path) -> None:
    async with sit() as person:
        person.app.push_screen(FilePickerScreen(come), person.app._file_chosen)
        await person.settle()
        await person.press(*"msz", "enter")
        assert [outcome.facts > 0 for outcome in person.app.outcomes] == [True]


@pytest.mark.parametrize("start", ["/", ""], ids=["whole", "from the folder on"])
async def test_a_path_is_typed_as_it_is_read(sit: Sit, come: Path, start: str) -> None:
    path = (come / "odpowiedz_msz.txt").relative_to(come.anchor if start else come.parent).as_posix()
    async with sit() as person:
        person.app.push_screen(FilePickerScreen(come.parent), person.app._file_chosen)
        await person.settle()
        await person.press(*f"{start}{path}", "enter")
        assert [outcome.facts > 0 for outcome in person.app.outcomes] == [True]


async def test_one_goes_through_folders_and_types_a_path(sit: Sit, come: Path) -> None:
    async with sit() as person:
        picker = FilePickerScreen(come)
        person.app.push_screen(picker)
        await person.settle()
        await person.press("backspace")
        assert "come in/" in person.seen()
        await person.press("slash")
        picker.query_one(Input).value = str(come)
        await person.press("enter")
        assert "broken.docx" in person.seen()
        await person.press("slash")
        picker.query_one(Input).value = str(come / "missing.pdf")
        await person.press("enter", "escape", "escape")
        assert person.library.is_active
        assert not person.app.outcomes


async def test_the_picker_opens_with_its_key_and_leaves_the_letters_alone(sit: Sit) -> None:
    async with sit() as person:
        await person.press("ctrl+o")
        assert isinstance(person.app.screen, FilePickerScreen)
        await person.press("escape", "enter", "a")
        assert isinstance(person.app.screen, FilePickerScreen)
        await person.press("escape")
        assert person.library.is_active


async def test_elsewhere_the_letter_opens_no_picker(sit: Sit) -> None:
    async with sit() as person:
        await person.press("tab", "4", "a")
        assert person.app.current_mode == "agenda"
        assert not isinstance(person.app.screen, FilePickerScreen)


async def test_what_comes_into_the_inbox_is_filed_by_itself(
    sit: Sit, office: Office, come: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "_LOOK_EVERY", 0.2)
    inbox = come.parent / "inbox"
    inbox.mkdir()
    set_inbox(office, inbox, "move")
    async with sit(notifications=True) as person:
        shutil.copy(come / "odpowiedz_msz.txt", inbox)
        while not person.app.outcomes:
            await person.pilot.pause(0.05)
        await person.settle()
        assert "3 letters" in person.seen()
        assert (inbox / "filed" / "odpowiedz_msz.txt").is_file()


@pytest.mark.usefixtures("without_smart")
async def test_a_tagger_that_is_missing_is_told_and_the_letters_wait(
    sit: Sit, office: Office, come: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "_LOOK_EVERY", 0.2)
    set_inbox(office, come)
    settings = office.folder / "letter_templates" / "office.toml"
    settings.write_text(f'{settings.read_text("utf-8")}\n[extraction]\ntagger = "smart"\n', "utf-8")
    async with sit(notifications=True) as person:
        while not told(person):
            await person.pilot.pause(0.05)
        await person.pilot.pause(1)
        assert told(person).count("correspondence-assistant[smart]") == 1
        await drop(person, come / "odpowiedz_msz.txt")
        assert told(person).count("correspondence-assistant[smart]") == 2
        assert "2 letters" in person.seen()


async def test_an_inbox_that_is_missing_is_told_once(
    sit: Sit, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "_LOOK_EVERY", 0.2)
    set_inbox(office, tmp_path / "nowhere")
    async with sit(notifications=True) as person:
        while not told(person):
            await person.pilot.pause(0.05)
        await person.pilot.pause(0.5)
        assert told(person).count("named under [inbox]") == 1
