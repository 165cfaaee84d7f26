"""Words from outside stay words wherever they can appear: hits, letters, facts, titles, file names, toasts, palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from assistant.founding import make_office
from assistant.office import Office
from assistant.tui.commands import BindingCommands
from assistant.tui.places import PLACES
from assistant.tui.screens.file_picker import FilePickerScreen
from tests.tui.person import flat

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.person import Person, Sit

ACTED_ON = "\x1b\x07\x9b\x00\x08\u202e\u2066\u2067\u200f\u2028"
"""Characters a terminal would obey: none of them may reach it from a letter."""

NASTY = (
    "[bold]Zan[/bold] [@click=app.quit]zibar[/] \x1b[2J\x1b]52;c;eA==\x07 \u202egnp.exe\u2066 👨‍👩‍👧 "
    "[/] {{ x }} $primary"
)
LETTER = f"""Brussels, 3 March 2020

{NASTY}
Head of Delegation [/red]

Dear Ms Gomes,

Subject: {NASTY}

We promise {NASTY} that we will visit the prison of [link=file:///etc/passwd]Zarechny[/link] in April 2020.

On 5 March 2020 Mr [blink]Doe[/blink] acknowledged that prisoners of [@click=app.quit]Zarechny[/] were beaten 👨‍👩‍👧.

{"x" * 100_000}

Yours sincerely,

John [red]Doe {NASTY}
Ambassador
"""


@pytest.fixture
def beset(tmp_path: Path) -> Office:
    """An office whose folder, letter, draft and Member bear words no terminal should meet."""
    office = Office(make_office(tmp_path / "[bold]office", examples=True))
    settings = office.folder / "letter_templates" / "office.toml"
    settings.write_text(
        settings.read_text("utf-8").replace('"Ana Gomes"', '"[blink]Ana[/] \\u202eGomes\\u001b[2J"'), "utf-8"
    )
    letter = tmp_path / "[@click=app.quit]letter 👨‍👩‍👧.txt"
    letter.write_text(LETTER, "utf-8")
    filed = next(office.add([letter]))
    assert filed.facts
    draft = (
        "---",
        "template: follow-up",
        "language: en",
        "fields:",
        "  subject: '[@click=app.quit]x[/]'",
        "---",
        NASTY,
    )
    (office.folder / "drafts" / "2020-03-09-[bold]draft.md").write_text("\n".join(draft), "utf-8")
    return office


def assert_harmless(person: Person) -> None:
    assert not set(person.seen()) & set(ACTED_ON)
    assert person.app.is_running
    strips = person.app.screen._compositor.render_strips()
    assert {strip.cell_length for strip in strips} == {person.app.size.width}


async def test_the_library_shows_them(sit: Sit, beset: Office) -> None:
    async with sit(beset) as person:
        assert "[blink]Ana[/]" in person.seen().splitlines()[0]
        await person.search("zarechny doe")
        await person.press("enter")
        assert "[bold]Zan[/bold] [@click=app.quit]zibar[/]" in flat(person)
        for row in range(0, person.app.size.height, 2):
            await person.pilot.click(offset=(person.app.size.width // 2, row))
        await person.settle()
        assert_harmless(person)


@pytest.mark.parametrize("mode", [place.mode for place in PLACES])
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_every_place_shows_them(sit: Sit, beset: Office, mode: str, size: tuple[int, int]) -> None:
    async with sit(beset, size=size) as person:
        person.app.switch_mode(mode)
        await person.settle()
        for key in ("down", "down", "tab", "down", "f1", "escape"):
            await person.press(key)
            assert_harmless(person)


async def test_the_list_of_what_was_filed_and_its_toasts_show_them(sit: Sit, beset: Office, tmp_path: Path) -> None:
    bad = tmp_path / "[red]bad\x1b[2J\u202efdp.docx"
    bad.write_bytes(b"PK\x03\x04 nonsense")
    async with sit(beset, notifications=True) as person:
        person.app.post_message(events.Paste(f"{bad}\n{tmp_path / '[@click=app.quit]letter 👨‍👩‍👧.txt'}"))
        await person.settle()
        assert_harmless(person)
        await person.press("ctrl+g")
        assert "[red]bad" in flat(person)
        assert "[@click=app.quit]letter" in flat(person)
        assert_harmless(person)


async def test_the_picker_shows_them(sit: Sit, beset: Office, tmp_path: Path) -> None:
    async with sit(beset) as person:
        person.app.push_screen(FilePickerScreen(tmp_path))
        await person.settle()
        assert "[bold]office/" in person.seen()
        await person.press("down", "space", "enter")
        assert_harmless(person)


async def test_a_copied_quotation_is_told_as_words(sit: Sit, beset: Office) -> None:
    letter = beset.search("zarechny doe").hits[0].precedent
    beset.review(letter, accept=["all"])
    async with sit(beset, notifications=True) as person:
        await person.search("act:admission zarechny beaten")
        await person.press("enter", "escape", "c")
        words = r"prisoners of \[@click=app.quit\]Zarechny\[/\] were beaten"  # in Markdown brackets are escaped
        assert words in person.app.clipboard
        assert words in " ".join(notice.message for notice in person.app._notifications)
        assert_harmless(person)


async def test_the_palette_finds_nothing_to_run_in_them(sit: Sit, beset: Office) -> None:
    async with sit(beset) as person:
        await person.press("ctrl+p")
        await person.press(*"[@click=app.quit]", "enter")
        assert_harmless(person)
        hits = [hit async for hit in BindingCommands(person.app.screen).search(NASTY) if hit is not NotImplemented]
        assert hits == []


async def test_trouble_is_told_as_words(sit: Sit, beset: Office) -> None:
    async with sit(beset) as person:
        person.library.post_message(person.library.Failed(ValueError(NASTY)))
        await person.settle()
        assert "[bold]Zan[/bold]" in flat(person)
        assert_harmless(person)
