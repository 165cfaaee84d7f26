"""The Drafts as a person uses them: what is typed is on disk within a second, and nothing goes out that is not true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.tui.screens.asking import ChooseScreen
from assistant.tui.screens.drafts import DraftsScreen
from assistant.tui.screens.editing import location
from tests.tui.person import CARLSSON

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.office import Office
    from tests.tui.person import Person, Sit


def drafts(person: Person) -> DraftsScreen:
    assert isinstance(person.app.screen, DraftsScreen)
    return person.app.screen


def on_disk(office: Office) -> Path:
    [path] = sorted((office.folder / "drafts").glob("*.md"))
    return path


async def begin_follow_up(person: Person) -> None:
    """From the letter found in the Library to its answer."""
    await person.press(*"from:carlsson", "tab", "w")
    assert isinstance(person.app.screen, ChooseScreen)
    await person.press("enter")


async def wait_until_saved(person: Person) -> None:
    for _ in range(40):
        await person.pilot.pause(0.1)
        keeper = drafts(person).keeper
        if keeper and keeper.is_saved:
            return
    raise AssertionError("not saved")


async def test_a_letter_is_begun_from_the_one_it_answers(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        assert f"answering: {CARLSSON}" in on_disk(office).read_text("utf-8")
        assert "we will keep visiting correctional facilities" in drafts(person).text.text


async def test_what_is_typed_is_on_disk_within_a_second(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        await person.press(*"Madam ")
        await wait_until_saved(person)
        assert "\n\nMadam Thank you for your letter" in on_disk(office).read_text("utf-8")


async def test_leaving_the_app_saves_the_last_word(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        await person.press(*"Last ")
    assert "Last Thank you" in on_disk(office).read_text("utf-8")


async def test_a_citation_is_found_and_put_at_the_cursor(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        drafts(person).text.move_cursor(drafts(person).text.document.end)
        await person.press("enter", "enter", "ctrl+k", *"illegal force", "enter")
        assert drafts(person).text.text.endswith(f"[@{CARLSSON}#f3]")
        assert "illegal force against prisoners" in drafts(person).text.text.splitlines()[-1]


async def test_an_altered_quotation_is_told_and_keeps_the_letter_from_going_out(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        screen = drafts(person)
        screen.text.text = screen.text.text.replace("in the future”", "in the near future”")
        await person.pilot.pause(0.5)
        await person.settle()
        assert [finding.code for finding in screen.findings.findings if finding.severity == "error"] == [
            "quotation-altered"
        ]
        await person.press("ctrl+e")
        assert not (office.folder / "letters").exists() or not list((office.folder / "letters").glob("*.docx"))
        screen.findings.focus()
        await person.press("f9")
        await person.pilot.pause(0.5)
        await person.settle()
        assert not any(finding.severity == "error" for finding in screen.findings.findings)
        await person.press("ctrl+e")
        assert len(list((office.folder / "letters").glob("*.docx"))) == 1


async def test_a_field_is_changed_and_saved(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        screen = drafts(person)
        screen.fields.focus()
        await person.press("home", "down", "enter", "end", *["backspace"] * 10, *"2019-06-21", "enter")
        await wait_until_saved(person)
        assert "date: '2019-06-21'" in on_disk(office).read_text("utf-8")


@pytest.mark.parametrize(("key", "ours", "theirs"), [("m", 1, 1), ("t", 0, 1)])
async def test_what_a_colleague_changed_is_never_written_over(
    sit: Sit, office: Office, key: str, ours: int, theirs: int
) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        path = on_disk(office)
        path.write_text(path.read_text("utf-8") + "\nTheirs.\n", "utf-8")
        await person.press(*"Mine ")
        await person.pilot.pause(0.9)
        await person.settle()
        assert isinstance(person.app.screen, ChooseScreen)
        await person.press(key)
        texts = [file.read_text("utf-8") for file in (office.folder / "drafts").glob("*.md")]
        assert sum("Mine Thank you" in text for text in texts) == ours
        assert sum("Theirs." in text for text in texts) == theirs


async def test_the_page_shows_the_letter_with_its_footnotes(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await begin_follow_up(person)
        await person.press("f2")
        drafts(person).query_one("#page").scroll_end(animate=False)
        await person.settle()
        assert "Letter of 23 May 2019" in person.seen()


async def test_without_drafts_it_says_how_one_begins(sit: Sit, office: Office) -> None:
    async with sit(office) as person:
        await person.press("tab", "3")
        assert "No letter is begun." in person.seen()


@pytest.mark.parametrize(("offset", "place"), [(0, (0, 0)), (2, (0, 2)), (3, (1, 0)), (5, (1, 2))])
def test_an_offset_is_a_row_and_a_column(offset: int, place: tuple[int, int]) -> None:
    assert location("ab\ncd", offset) == place
