"""What memory the app holds after many letters were opened, each in the Library and in the Review.

Run by hand: `python -m tests.benchmarks.benchmark_memory [OFFICE] [OPENINGS]`; without an office that of 1,000 letters
in /tmp/assistant-benchmark is made and used. A hundred letters are opened ten times over: other letters would fill the
index's own store of pages, which may hold 64 MB and tells nothing of the app. Budget: flat. From the second round on,
when every cache is in use, the app holds no more than a tenth again at the end; with MALLOC_ARENA_MAX=1, without the
room that threads leave unused in the C library, a twentieth. With `--trace` it is told which lines hold what was added.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import time
import tracemalloc
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.office import Office
from assistant.tui.app import AssistantApp
from tests.tui.person import Person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.tui.screens.review import ReviewScreen
    from assistant.tui.widgets.letter_pane import LetterPane

SIZE = (120, 36)
OPENINGS, ROUND = 1_000, 100
FLAT = 1.1
TOLD = 12
PATIENCE = 20.0


def main() -> None:
    """Open, measure and print."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--trace"]
    office = Office(Path(arguments[0]) if arguments else _generated())
    openings = int(arguments[1]) if len(arguments) > 1 else OPENINGS
    asyncio.run(_report(office, openings, traced="--trace" in sys.argv))


def _generated() -> Path:
    from tests.benchmarks.generated_office import LetterMaker, lay_out

    office = Path("/tmp/assistant-benchmark/1000")  # noqa: S108 - too large to be made for every run
    if not (office / "precedents").exists():
        lay_out(office / "precedents", LetterMaker().letters(1_000))
    return office


async def _report(office: Office, openings: int, *, traced: bool) -> None:
    office.search("")
    gc.disable()  # as the command line does; the app enables it again
    letters = list(islice(cycle(office.shelf.ids()[:ROUND]), openings))
    async with AssistantApp(office).run_test(size=SIZE) as pilot:
        person = Person(pilot)
        await person.settle()
        await _open(person, letters[:ROUND])
        warm = _tell(ROUND)
        before = _snapshot() if traced else None
        half = openings // 2
        await _open(person, letters[ROUND:half])
        _tell(half)
        await _open(person, letters[half:])
        grown = _tell(openings) / warm
        print(f"             {grown:.2f} × what was held after {ROUND} (budget {FLAT} ×)")
        if before:
            _tell_lines(before, _snapshot())


async def _open(person: Person, letters: Sequence[str]) -> None:
    """Each letter found by its id in the Library, then in the Review, then back."""
    for letter in letters:
        library = person.library
        library.search_box.value = letter
        await _until(person, library.pane, letter)
        library.go_to("review", letter)
        await _until(person, person.review, letter)
        person.app.switch_mode("library")


async def _until(person: Person, shown: LetterPane | ReviewScreen, letter: str) -> None:
    """Wait until a letter is the one that is shown."""
    ends = time.monotonic() + PATIENCE
    while shown.precedent is None or shown.precedent.id != letter:
        if time.monotonic() > ends:
            raise TimeoutError(letter)
        await person.pilot.pause(0.01)


def _tell(opened: int) -> float:
    """Print what the process holds now, and give it."""
    gc.collect()
    held = _resident()
    print(f"memory       {held:.1f} MB after {opened:,} openings, {len(gc.get_objects()):,} objects", flush=True)
    return held


def _resident() -> float:
    """Megabytes of this process in memory, as Linux tells it."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1_024
    raise RuntimeError("this system does not tell what a process holds")


def _snapshot() -> tracemalloc.Snapshot:
    if not tracemalloc.is_tracing():
        tracemalloc.start()
    gc.collect()
    return tracemalloc.take_snapshot()


def _tell_lines(before: tracemalloc.Snapshot, after: tracemalloc.Snapshot) -> None:
    for line in after.compare_to(before, "lineno")[:TOLD]:
        print(f"             {line}")


if __name__ == "__main__":
    main()
