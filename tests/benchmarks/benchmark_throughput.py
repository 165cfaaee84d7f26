"""How many letters a second are read and understood, on one core and on two, and whether memory stays flat.

Run by hand: `python -m tests.benchmarks.benchmark_throughput [LETTERS]` (10,000 by default, for the memory; 0 leaves it
out). The letters are those of the tests, a page or two in six languages. Letters a second are counted in processor
time; one process and two are timed by the clock in turns: a busy machine tells of others too, so that the best of
several counts.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from assistant.extraction import extract
from assistant.extraction.tagging import load_tagger
from assistant.filing import file_all
from assistant.precedents.files import FileShelf
from assistant.preparing import prepare_all
from assistant.reading import read_bytes

_Given = TypeVar("_Given")
_Found = TypeVar("_Found")

LETTERS = sorted((Path(__file__).parents[1] / "letters").rglob("*.txt"))
_PAGE = 2_500
"""Characters of a printed page."""
_BUDGETS = {"crf": 30, "smart": 8}
"""Pages a second."""
_TWO_CORES = 1.7
_ROUNDS, _EACH, _PAIRS = 5, 400, 6
_MARKS = (1_000, 5_000, 10_000)


def main() -> None:
    """Measure and print."""
    for name, budget in _BUDGETS.items():
        letters, pages = _in_a_child(_pace, name)
        print(f"{name:6} {letters:5.1f} letters, {pages:5.1f} pages a second of one core (budget {budget})", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        files = list(_write(Path(folder), _EACH))
        pairs = [(_clock(files, 1), _clock(files, 2)) for _ in range(_PAIRS)]
    ratios = sorted((alone / both for alone, both in pairs), reverse=True)
    told = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(
        f"two processes are {ratios[0]:.2f} times as fast as one (budget {_TWO_CORES}); all pairs: {told}", flush=True
    )
    most = int(sys.argv[1]) if len(sys.argv) > 1 else _MARKS[-1]
    if most:
        print("most memory:", ", ".join(f"{size:.0f} MB after {count:,}" for count, size in _in_a_child(_memory, most)))


def _in_a_child(measure: Callable[[_Given], _Found], given: _Given) -> _Found:
    """Measured in a process that has done nothing else."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, given).result()


def _pace(tagger: str) -> tuple[float, float]:
    """Letters and pages a second of processor time, in the best round."""
    if tagger == "crf":
        sys.modules["onnxruntime"] = None  # type: ignore[assignment] # as where the extra “smart” is not installed
    loaded = load_tagger()
    if loaded is None or loaded.name != tagger:
        sys.exit(f"{tagger} is not installed")
    letters = [path.read_bytes() for path in LETTERS]
    times = [_work(letters) for _ in range(_ROUNDS + 1)][1:]
    return len(letters) / min(times), sum(map(len, letters)) / _PAGE / min(times)


def _work(letters: list[bytes]) -> float:
    began = time.process_time()
    for data in letters:
        extract(read_bytes(data, "letter.txt"))
    return time.process_time() - began


def _clock(files: list[Path], jobs: int) -> float:
    began = time.perf_counter()
    for _ in prepare_all(files, jobs):
        pass
    return time.perf_counter() - began


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
