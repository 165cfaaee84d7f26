"""The agenda, a person and a timeline of an office with many letters, each by a cold process.

Run by hand: `python -m tests.benchmarks.benchmark_agenda [LETTERS] [FOLDER]`; 100,000 letters of twenty years, half of
them by the Member and half to her, hardly one answered: the worst an agenda can meet. The office is made once, in a
folder of the system's temporary one, and used again. The best of a few runs counts. Budget: 300 ms.
"""

import sys
import time
from pathlib import Path
from tempfile import gettempdir

from assistant.precedents.files import FileShelf
from tests.benchmarks.benchmark_search import cold
from tests.benchmarks.generated_office import LetterMaker, lay_out

_MEMBER = "Ana Gomes"
_BUDGET = 300.0


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
    for command in _commands(maker):
        program = [sys.executable, "-m", "assistant", "--office", str(office), *command]
        milliseconds = cold(program)
        print(f"{' '.join(command):<40} {milliseconds:>8.1f} ms   {milliseconds / _BUDGET:>5.2f} of {_BUDGET:g} ms")


def _commands(maker: LetterMaker) -> list[list[str]]:
    last_day = "2024-03-01"
    return [
        ["agenda", "--today", last_day],
        ["agenda", "--today", last_day, "--json"],
        ["person", maker.names[0]],
        ["timeline", "torture"],
        ["timeline", maker.words[3_000]],
    ]


if __name__ == "__main__":
    main()
