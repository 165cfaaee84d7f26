"""A picture of the Library for the README: `python -m tests.tui.picture .pictures/library.svg`.

The shipped office, in a temporary folder, as it answers the first question of the README.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path

from assistant.founding import make_office
from assistant.office import Office
from assistant.tui.app import AssistantApp
from tests.tui.person import Person

QUESTION = "illegal force person:shakirov"
SIZE = (120, 36)

_FONT_FROM_THE_NET = re.compile(r"@font-face \{[^}]*\}\s*")
"""Looking at a picture opens no connection."""


async def take_picture(folder: Path, *, dark: bool = True) -> str:
    """The Library of an office as SVG, the letter that was found opened at the fact."""
    app = AssistantApp(Office(folder))
    async with app.run_test(size=SIZE) as pilot:
        person = Person(pilot)
        await person.settle()
        if not dark:
            await person.press("ctrl+l")
        await person.search(QUESTION)
        await person.press("enter")
        return _FONT_FROM_THE_NET.sub("", app.export_screenshot(title="assistant")).replace("Fira Code", "monospace")


def main() -> None:
    """Write the picture to the path given."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else ".pictures/library.svg")
    with tempfile.TemporaryDirectory() as folder:
        make_office(Path(folder) / "office", examples=True)
        picture = asyncio.run(take_picture(Path(folder) / "office"))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(picture, "utf-8")


if __name__ == "__main__":
    main()
