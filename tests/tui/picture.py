"""Pictures of the app for the README: `python -m tests.tui.picture` takes them all anew, with names only those.

They show an office in the middle of its work (tests/story.py), in a temporary folder.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from textual import events

from assistant.tui.app import AssistantApp
from tests.conftest import LETTERS
from tests.story import make_story
from tests.tui.person import Person

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from assistant.office import Office

QUESTION = "illegal force person:shakirov"
SIZE = (120, 36)
PICTURES = Path(__file__).parents[2] / ".pictures"

_FONT_FROM_THE_NET = re.compile(r"@font-face \{[^}]*\}\s*")
"""Looking at a picture opens no connection."""

Scene: TypeAlias = "Callable[[Person], Awaitable[None]]"


async def read_what_was_found(person: Person) -> None:
    await person.search(QUESTION)
    await person.press("enter")


async def review_a_reply(person: Person) -> None:
    await person.search("from:carlsson after:2019-08-31")
    await person.press("enter", "r", "a", "a")


async def write_a_letter(person: Person) -> None:
    await person.search("from:carlsson before:2019-06")
    await person.press("tab", "w", "enter", "enter")


async def look_at_the_page(person: Person) -> None:
    await write_a_letter(person)
    await person.press("f2")


async def look_at_the_agenda(person: Person) -> None:
    await person.press("tab", "4")


async def look_somebody_up(person: Person) -> None:
    await person.press("tab", "5", "slash", *"shakirov")


async def file_letters(person: Person) -> None:
    broken = person.app.office.folder.parent / "reply.docx"
    broken.write_bytes(b"PK\x03\x04 cut off")
    come = [*(LETTERS / name for name in ("changes.odt", "carlsson.pdf", "pl/odpowiedz_msz.txt")), broken]
    person.app.post_message(events.Paste("\n".join(map(str, come))))
    await person.settle()
    await person.press("ctrl+g")


SCENES: Mapping[str, Scene] = MappingProxyType(
    {
        "library": read_what_was_found,
        "review": review_a_reply,
        "drafts": write_a_letter,
        "page": look_at_the_page,
        "agenda": look_at_the_agenda,
        "people": look_somebody_up,
        "filed": file_letters,
    }
)


async def take_picture(office: Office, scene: Scene) -> str:
    """The screen as SVG after a scene was played."""
    app = AssistantApp(office)
    async with app.run_test(size=SIZE) as pilot:
        person = Person(pilot)
        await person.settle()
        await scene(person)
        return _FONT_FROM_THE_NET.sub("", app.export_screenshot(title="assistant")).replace("Fira Code", "monospace")


def make_busy_office(folder: Path) -> Office:
    """The office of the story, with two letters nobody has reviewed, its agenda looking back far enough."""
    office = make_story(folder)
    list(office.add([LETTERS / "exchanges" / f"{whose}-reply.txt" for whose in ("ombudsman", "delegation")]))
    settings = folder / "letter_templates" / "office.toml"
    settings.write_text(settings.read_text("utf-8") + "\n[deadlines]\nlook_back_days = 3650\n", "utf-8")
    return type(office)(folder)


def main() -> None:
    """Take the pictures."""
    for name in sys.argv[1:] or SCENES:
        with tempfile.TemporaryDirectory() as folder:
            office = make_busy_office(Path(folder) / "office")
            (PICTURES / f"{name}.svg").write_text(asyncio.run(take_picture(office, SCENES[name])), "utf-8")


if __name__ == "__main__":
    main()
