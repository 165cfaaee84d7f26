"""How soon the app paints, and answers a key.

Run by hand: `python -m tests.benchmarks.benchmark_app [OFFICE]`; without an office that of benchmark_search is made and
used (100,000 letters in /tmp/assistant-benchmark). Budgets: the first paint 1.5 × that of an empty Textual app in a
process of the same kind, a key 50 ms to the repainted hits.
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
import termios
import time
from pathlib import Path

from textual import events

from assistant.office import Office
from assistant.tui.app import AssistantApp
from tests.benchmarks.taking import Took, as_installed, middle, now
from tests.tui.person import Person

SIZE = (120, 36)
RUNS = 15
FIRST_PAINT, KEY = 1.5, 50.0
EMPTY = "from textual.app import App\nclass Empty(App): pass\nEmpty().run()"
TYPED = ("illegal force", "person:shak", "prison act:request", "zero tolerance")


def main() -> None:
    """Measure and print."""
    office = Path(sys.argv[1]) if len(sys.argv) > 1 else _generated()
    _report_paint(office)
    asyncio.run(_report_keys(office))


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
    bare, full = middle(empty), middle(ours)
    print(f"first paint  {full}, an empty app {bare}: {full / bare} × (budget {FIRST_PAINT} ×)")


def _paint(command: list[str], sign: bytes) -> Took:
    """What a process at a terminal takes until it has written `sign`."""
    began = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        environment = as_installed() | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.execve(command[0], command, environment)  # noqa: S606 - our own Python
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
    usual, slowest = middle([took for took, _ in keys]), max(keys)
    p95 = statistics.quantiles([took.waited for took, _ in keys], n=20)[-1]
    print(f"a key        {usual} to the hits: {usual / KEY} of the budget")
    print(f"             {p95:.0f} ms for the 95th of a hundred; the slowest {slowest[0]}, “{slowest[1]}”")


async def _type(person: Person, words: str) -> list[tuple[Took, str]]:
    """What each key takes to the repainted hits, with the words so far."""
    await person.search("")
    taken = []
    for index, letter in enumerate(words):
        painted = _next_paint(person)
        began = now()
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
        library.call_after_refresh(lambda: painted.set_result(now()))

    library._show = show_and_tell  # type: ignore[method-assign] # watched from outside, once
    return painted


if __name__ == "__main__":
    main()
