"""How soon the app paints, answers a key, opens a report of 300 pages.

Run by hand: `python -m tests.benchmarks.benchmark_app [OFFICE]`; without an office that of benchmark_search is made and
used (100,000 letters in /tmp/assistant-benchmark). Budgets: the first paint 1.5 × that of an empty Textual app in a
process of the same kind, a key 50 ms to the repainted hits, a report 300 ms to its first text.
"""

from __future__ import annotations

import asyncio
import fcntl
import gc
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from assistant.founding import make_office
from assistant.model.precedent import Extraction
from assistant.office import Office
from assistant.reading import read_bytes
from assistant.tui.app import AssistantApp
from tests.tui.person import Person

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = (120, 36)
RUNS = 15
FIRST_PAINT, KEY, REPORT = 1.5, 50.0, 300.0
EMPTY = "from textual.app import App\nclass Empty(App): pass\nEmpty().run()"
TYPED = ("illegal force", "person:shak", "prison act:request", "zero tolerance")


@dataclass(frozen=True, order=True)
class Took:
    """Milliseconds by the clock, and of work by this process: on a busy machine the clock tells of others too."""

    waited: float
    worked: float

    def __sub__(self, other: Took) -> Took:
        return Took(self.waited - other.waited, self.worked - other.worked)

    def __truediv__(self, other: Took | float) -> str:
        waited, worked = (other.waited, other.worked) if isinstance(other, Took) else (other, other)
        return f"{self.waited / waited:.2f} ({self.worked / worked:.2f} in work)"

    def __str__(self) -> str:
        return f"{self.waited:.0f} ms ({self.worked:.0f} of work)"


def _now() -> Took:
    return Took(1_000 * time.perf_counter(), 1_000 * time.process_time())


def _middle(figures: Sequence[Took]) -> Took:
    return Took(statistics.median(took.waited for took in figures), statistics.median(took.worked for took in figures))


def main() -> None:
    """Measure and print."""
    office = Path(sys.argv[1]) if len(sys.argv) > 1 else _generated()
    _report_paint(office)
    asyncio.run(_report_keys(office))
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_report_reading(make_office(Path(folder) / "office")))


def _generated() -> Path:
    from tests.benchmarks.generated_office import LetterMaker, lay_out

    office = Path("/tmp/assistant-benchmark/100000")  # noqa: S108 - too large to be made for every run
    if not (office / "precedents").exists():
        lay_out(office / "precedents", LetterMaker().letters(100_000))
    Office(office).search("")
    return office


def _report_paint(office: Path) -> None:
    empty, ours = [], []
    for _ in range(RUNS):
        empty.append(_paint([sys.executable, "-c", EMPTY], b"\x1b[36;1H"))
        ours.append(_paint([sys.executable, "-m", "assistant", "--office", str(office)], b"Library"))
    bare, full = _middle(empty), _middle(ours)
    print(f"first paint  {full}, an empty app {bare}: {full / bare} × (budget {FIRST_PAINT} ×)")


def _paint(command: list[str], sign: bytes) -> Took:
    """What a process at a terminal takes until it has written `sign`."""
    began = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.execv(command[0], command)  # noqa: S606 - our own Python
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
    written = b""
    while sign not in written and select.select([terminal], [], [], 20)[0]:
        written += os.read(terminal, 65_536)
    waited = time.perf_counter() - began
    os.kill(process, 9)
    used = os.wait4(process, 0)[2]
    os.close(terminal)
    return Took(1_000 * waited, 1_000 * (used.ru_utime + used.ru_stime))


async def _report_keys(folder: Path) -> None:
    gc.disable()  # as the command line does; the app enables it again
    async with AssistantApp(Office(folder)).run_test(size=SIZE) as pilot:
        person = Person(pilot)
        await person.settle()
        keys = [key for words in TYPED for key in await _type(person, words)]
    middle, slowest = _middle([took for took, _ in keys]), max(keys)
    p95 = statistics.quantiles([took.waited for took, _ in keys], n=20)[-1]
    print(f"a key        {middle} to the hits: {middle / KEY} of the budget")
    print(f"             {p95:.0f} ms for the 95th of a hundred; the slowest {slowest[0]}, “{slowest[1]}”")


async def _type(person: Person, words: str) -> list[tuple[Took, str]]:
    """What each key takes to the repainted hits, with the words so far."""
    await person.search("")
    taken = []
    for index, letter in enumerate(words):
        painted = _next_paint(person)
        began = _now()
        person.app.post_message(events.Key({" ": "space", ":": "colon"}.get(letter, letter), letter))
        taken.append((await painted - began, words[: index + 1]))
        await person.settle()
    return taken


def _next_paint(person: Person) -> asyncio.Future[Took]:
    """The moment at which the next answer of a search stands on the screen."""
    library = person.library
    painted: asyncio.Future[Took] = asyncio.get_running_loop().create_future()
    show = type(library)._show

    def show_and_tell(*arguments: object, **options: object) -> None:
        del library._show  # the class has its own again
        show(library, *arguments, **options)  # type: ignore[arg-type] # handed on as they came
        library.call_after_refresh(lambda: painted.set_result(_now()))

    library._show = show_and_tell  # type: ignore[method-assign] # watched from outside, once
    return painted


async def _report_reading(folder: Path) -> None:
    office = Office(folder)
    data = _report_of_300_pages().encode("utf-8")
    office.shelf.put(Extraction(), read_bytes(data, "report.txt"), data, ".txt")
    async with AssistantApp(office).run_test(size=SIZE) as pilot:
        person = Person(pilot)
        await person.settle()
        figures = [await _open(person) for _ in range(RUNS)]
    middle = _middle(figures)
    print(f"300 pages    {middle} to the first text: {middle / REPORT} of the budget")


async def _open(person: Person) -> Took:
    """From choosing a report to its text on the screen."""
    library = person.library
    hit, _ = library.found.chosen or (None, None)
    assert hit
    library.pane.say("")
    await person.settle()
    began = _now()
    await library._read(hit, None).wait()
    await person.pilot.pause()
    took = _now() - began
    await person.settle()
    return took


def _report_of_300_pages() -> str:
    sentence = "The mission visited the prison and spoke to the governor about the searches of the cells. "
    paragraphs: Sequence[str] = [f"{number}. {sentence * 6}" for number in range(1, 1_501)]
    return "Report of the mission\n\n" + "\n\n".join(paragraphs) + "\n"


if __name__ == "__main__":
    main()
