"""How many letters a second are read and understood, on one core and on two, and whether memory stays flat.

Run by hand: `python -m tests.benchmarks.benchmark_throughput [LETTERS]` (10,000 by default, for the memory; 0 leaves it
out). The letters are those of the tests, half a page to two in six languages. Letters a second are counted in processor
time. One process and two are timed by the clock in turns, and the best of several counts: a busy machine tells of
others too. What two could reach there is told by the work of the one of them that works longest.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import TypeVar

from assistant.extraction import extract
from assistant.extraction.tagging import load_tagger
from assistant.filing import file_all
from assistant.model.mention import TaggerName
from assistant.precedents.files import FileShelf
from assistant.preparing import prepare_all
from assistant.reading import read_bytes

_Given = TypeVar("_Given")
_Found = TypeVar("_Found")

LETTERS = sorted((Path(__file__).parents[1] / "letters").rglob("*.txt"))
_PAGE = 2_500
"""Characters of a printed page."""
_BUDGETS: dict[TaggerName, int] = {"crf": 30, "smart": 8}
"""Pages a second."""
_TWO_CORES = 1.7
_ROUNDS, _EACH, _PAIRS = 5, 4_000, 3
_MARKS = (1_000, 5_000, 10_000)


def main() -> None:
    """Measure and print."""
    for name, budget in _BUDGETS.items():
        letters, pages = _in_a_child(_pace, name)
        print(f"{name:6} {letters:5.1f} letters, {pages:5.1f} pages a second of one core (budget {budget})", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        files = list(_write(Path(folder), _EACH))
        pairs = [(_took(files, 1), _took(files, 2)) for _ in range(_PAIRS)]
    by_clock, by_work = (sorted((alone[at] / both[at] for alone, both in pairs), reverse=True) for at in (0, 1))
    for what, ratios in (("by the clock", by_clock), ("in work", by_work)):
        told = ", ".join(f"{ratio:.2f}" for ratio in ratios)
        print(
            f"two processes are {ratios[0]:.2f} times as fast as one {what} (budget {_TWO_CORES}; all: {told})",
            flush=True,
        )
    most = int(sys.argv[1]) if len(sys.argv) > 1 else _MARKS[-1]
    if most:
        print("most memory:", ", ".join(f"{size:.0f} MB after {count:,}" for count, size in _in_a_child(_memory, most)))


def _in_a_child(measure: Callable[[_Given], _Found], given: _Given) -> _Found:
    """Measured in a process that has done nothing else."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, given).result()


def _pace(tagger: TaggerName) -> tuple[float, float]:
    """Letters and pages a second of processor time, in the best round."""
    if load_tagger(tagger) is None:
        sys.exit(f"{tagger} is not installed")
    letters = [path.read_bytes() for path in LETTERS]
    times = [_work(letters, tagger) for _ in range(_ROUNDS + 1)][1:]
    return len(letters) / min(times), sum(map(len, letters)) / _PAGE / min(times)


def _work(letters: list[bytes], tagger: TaggerName) -> float:
    began = time.process_time()
    for data in letters:
        extract(read_bytes(data, "letter.txt"), tagger)
    return time.process_time() - began


def _took(files: list[Path], jobs: int) -> tuple[float, float]:
    """Seconds by the clock, and of work of the process that works longest, when all readers work alike."""
    began, before = time.perf_counter(), os.times()
    for _ in prepare_all(files, jobs):
        pass
    clock = time.perf_counter() - began
    while active_children():  # what a process has worked is known when it has ended
        time.sleep(0.05)
    after = os.times()
    own, readers = (sum(after[at : at + 2]) - sum(before[at : at + 2]) for at in (0, 2))
    return clock, max(own, readers / jobs)


def _memory(most: int) -> list[tuple[int, float]]:
    """The most memory this process has had after so many letters were filed."""
    import resource

    found = []
    with tempfile.TemporaryDirectory() as folder:
        shelf = FileShelf(Path(folder) / "precedents", Path(folder) / ".assistant")
        files = list(_write(Path(folder) / "incoming", most))
        for count, _ in enumerate(file_all(files, shelf), 1):
            if count in {*_MARKS, most}:
                found.append((count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
        shelf.close()
    return found


def _write(folder: Path, count: int) -> Iterator[Path]:
    """Letters of the tests, each another one by a number at its end."""
    folder.mkdir(exist_ok=True)
    for number, letter in enumerate(islice(cycle(LETTERS), count)):
        path = folder / f"{number}.txt"
        path.write_bytes(letter.read_bytes() + f"\n\n{number}\n".encode())
        yield path


if __name__ == "__main__":
    main()
