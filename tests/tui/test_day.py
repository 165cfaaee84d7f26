"""A day's work, key by key: an office is made, letters come in, one is reviewed, the next is written and goes out.

What counts in the end is what stands on the disk.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from textual import events

from assistant.model.fact import Act, Review
from assistant.office import Office
from assistant.tui.app import AssistantApp
from assistant.tui.screens.drafts import DraftsScreen
from assistant.tui.welcome import WelcomeApp
from tests.conftest import LETTERS
from tests.tui.person import CARLSSON, Person

if TYPE_CHECKING:
    from pathlib import Path

REPLY = "2019-09-19-carlsson-gomes"


@pytest.fixture
def come(tmp_path: Path) -> list[Path]:
    """Six files of which two are broken."""
    folder = tmp_path / "come in"
    folder.mkdir()
    for name in ("ombudsman-reply.txt", "delegation-inquiry.txt", "delegation-reply.txt", "minister-reply.txt"):
        shutil.copy(LETTERS / "exchanges" / name, folder)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 nonsense")
    (folder / "locked.pdf").write_bytes(b"%PDF-1.7 nonsense")
    return sorted(folder.iterdir())


async def make_an_office(folder: Path) -> Office:
    app = WelcomeApp(folder)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
    assert app.return_value == folder
    return Office(folder)


async def review_the_reply(person: Person) -> None:
    """Two corrections, one of them taken back and given again, and the rest accepted."""
    await person.search("from:carlsson after:2019-08-01")
    await person.press("tab", "r")
    await person.press("e", "e", "u", "e", "v")
    await person.press("n", "e", "p")
    await person.press("A")


async def write_the_follow_up(person: Person) -> DraftsScreen:
    """The letter begun from the reply, with three more citations."""
    await person.press("1")
    await person.search("from:carlsson after:2019-08-01")
    await person.press("tab", "w", "enter", "enter")
    screen = person.app.screen
    assert isinstance(screen, DraftsScreen)
    for words in ("illegal force", "zero tolerance", "correctional facilities"):
        screen.text.move_cursor(screen.text.document.end)
        await person.press("enter", "enter", "ctrl+k", *words, "enter")
    return screen


async def settle_findings(person: Person) -> None:
    await person.pilot.pause(0.5)
    await person.settle()


async def test_a_day_from_an_empty_folder_to_a_letter_that_went_out(tmp_path: Path, come: list[Path]) -> None:
    office = await make_an_office(tmp_path / "office")
    async with AssistantApp(office).run_test(size=(120, 36)) as pilot:
        person = Person(pilot)
        await person.settle()

        person.app.post_message(events.Paste("\n".join(map(str, come))))
        await person.settle()
        assert len(Office(office.folder).shelf.ids()) == 6

        await review_the_reply(person)
        facts = Office(office.folder).precedent(REPLY).record.facts
        assert Review.PROPOSED not in {fact.review for fact in facts}
        assert [fact.act for fact in facts if fact.review is Review.CORRECTED] == [Act.POSITION, Act.COMMITMENT]

        screen = await write_the_follow_up(person)
        assert screen.text.text.count(f"[@{CARLSSON}#") >= 3
        screen.text.text = screen.text.text.replace("zero tolerance", "some tolerance") + "\n\nTell me about [name]."
        await settle_findings(person)
        errors = [finding.code for finding in screen.findings.findings if finding.severity == "error"]
        assert sorted(errors) == ["placeholder", "quotation-altered"]
        await person.press("ctrl+e")
        assert not list((office.folder / "letters").glob("*.docx"))

        screen.findings.highlighted = errors.index("quotation-altered")
        await person.press("f9")
        screen.text.text = screen.text.text.replace("[name]", "Mr Yerimbetov")
        await settle_findings(person)
        assert not [finding for finding in screen.findings.findings if finding.severity == "error"]
        await person.press("ctrl+e", "w")
        await person.press("escape")

    [letter] = (office.folder / "letters").glob("*.docx")
    [draft] = (office.folder / "drafts").glob("*.md")
    assert letter.stem == draft.stem
    assert "zero tolerance" in draft.read_text("utf-8")
    again = Office(office.folder)
    assert not [finding for finding in again.writing.check(letter) if finding.severity == "error"]
    assert again.doctor() == ()
