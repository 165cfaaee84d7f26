"""The agenda, a person and a timeline of an office with many letters, each by a cold process.

Run by hand: `python -m tests.benchmarks.benchmark_agenda [LETTERS] [FOLDER]`; 100,000 letters of twenty years, half of
them by the Member and half to her, hardly one answered: the worst an agenda can meet. The office is made once, in a
folder of the system's temporary one, and used again. The best of a few runs counts. Budget: 300 ms.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import gettempdir

from assistant.precedents.files import FileShelf
from tests.benchmarks.generated_office import LetterMaker, lay_out
from tests.benchmarks.taking import as_installed

_MEMBER = "Ana Gomes"
_BUDGET = 300.0
_RUNS = 9


def main() -> None:
    """Make the office, measure, print."""
    letters = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(gettempdir()) / "assistant-benchmark"
    office = folder / f"{letters}-of-a-member"
    maker = LetterMaker(member=_MEMBER)
    if not (office / "precedents").exists():
        lay_out(office / "precedents", maker.letters(letters))
        (office / "letter_templates").mkdir(exist_ok=True)
        (office / "letter_templates" / "office.toml").write_text(f'[member]\nname = "{_MEMBER}"\n', "utf-8")
    start = time.perf_counter()
    shelf = FileShelf(office / "precedents", office / ".assistant")
    print(f"{shelf.changes()} letters taken into the index in {time.perf_counter() - start:.0f} s")
    shelf.close()
    print(f"{'':<40} {'clock':>8}    {'processor':>9}")
    for command in _commands(maker):
        _report(" ".join(command), [sys.executable, "-m", "assistant", "--office", str(office), *command])
    _report("of these, Python importing pydantic", [sys.executable, "-c", "import pydantic; pydantic.BaseModel"])


def _commands(maker: LetterMaker) -> list[list[str]]:
    last_day = "2024-03-01"
    return [
        ["agenda", "--today", last_day],
        ["agenda", "--today", last_day, "--json"],
        ["person", maker.names[0]],
        ["person", maker.names[0], "--json"],
        ["timeline", "torture"],
        ["timeline", "torture", "--json"],
        ["timeline", maker.words[3_000]],
    ]


def _report(what: str, program: list[str]) -> None:
    """The least of a few runs by the clock, and of processor time: on a busy machine the clock tells of others too."""
    clock, processor = map(min, zip(*(_run(program) for _ in range(_RUNS)), strict=True))
    print(f"{what:<40} {clock:>8.1f} ms {processor:>9.1f} ms   {clock / _BUDGET:>5.2f} of {_BUDGET:g} ms")


def _run(program: list[str]) -> tuple[float, float]:
    start, before = time.perf_counter(), os.times()
    subprocess.run(program, check=True, capture_output=True, env=as_installed())
    clock, after = time.perf_counter() - start, os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return 1_000 * clock, 1_000 * spent


if __name__ == "__main__":
    main()
