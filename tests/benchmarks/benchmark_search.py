"""Searching many letters: a cold process, a mixed set of queries, and every keystroke of queries being typed.

Run by hand: `python -m tests.benchmarks.benchmark_search [LETTERS] [FOLDER]`; 100,000 letters, in a folder of the
system's temporary one, made once and used again. Each figure is the best of a few rounds. Budgets: cold process
250 ms, a query 15 ms (p95), a keystroke 50 ms to the screen.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import gettempdir

from assistant.precedents.files import FileShelf
from tests.benchmarks.generated_office import LetterMaker, lay_out
from tests.benchmarks.taking import as_installed

_COLD_RUNS = 9
_ROUNDS = 5
_COLD_BUDGET, _QUERY_BUDGET, _KEYSTROKE_BUDGET = 250.0, 15.0, 50.0

_COLD = """
from pathlib import Path
from assistant.precedents.files import FileShelf
office = Path({office!r})
print(FileShelf(office / "precedents", office / ".assistant").search({query!r}).total)
"""
_TYPED = ["illegal force", "person:privis", '"zero tolerance"', "prison act:request", "from:tontan torture"]


def main() -> None:
    """Make the office, measure, print."""
    letters = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(gettempdir()) / "assistant-benchmark"
    office = folder / str(letters)
    shelf = FileShelf(office / "precedents", office / ".assistant")
    _make(office, shelf, letters)
    queries = _queries(letters)
    print(f"\n{'':>11}ms  letters  query")
    slow = [milliseconds for query in queries for milliseconds in [_time(shelf, query)]]
    for query, milliseconds in zip(queries, slow, strict=True):
        print(f"{milliseconds:>13.1f}  {_total(shelf, query):>7}  {query}")
    _report("query, p50", statistics.median(slow), _QUERY_BUDGET)
    _report("query, p95", _p95(slow), _QUERY_BUDGET)
    keystrokes = [_time(shelf, f"{typed[:end]}*") for typed in _TYPED for end in range(1, len(typed) + 1)]
    _report("keystroke, p95 (without the screen)", _p95(keystrokes), _KEYSTROKE_BUDGET)
    _report("keystroke, longest", max(keystrokes), _KEYSTROKE_BUDGET)
    shelf.close()
    code = _COLD.format(office=str(office), query="illegal force")
    _report("cold process, the shelf alone", cold([sys.executable, "-c", code]), _COLD_BUDGET)
    command = [sys.executable, "-m", "assistant", "--office", str(office), "search", "illegal force"]
    _report("cold process, “assistant search”", cold(command), _COLD_BUDGET)
    _report("of these, Python doing nothing", cold([sys.executable, "-c", "pass"]), _COLD_BUDGET)
    _report("of these, Python importing pydantic", cold([sys.executable, "-c", "import pydantic"]), _COLD_BUDGET)


def _make(office: Path, shelf: FileShelf, letters: int) -> None:
    if not (office / "precedents").exists():
        start = time.perf_counter()
        lay_out(office / "precedents", LetterMaker().letters(letters))
        print(f"{letters} letters written in {time.perf_counter() - start:.0f} s")
    start = time.perf_counter()
    read = shelf.changes()
    print(f"{read} letters taken into the index in {time.perf_counter() - start:.0f} s")
    size = sum(file.stat().st_size for file in (office / ".assistant").iterdir())
    print(f"index of {size / 2**20:.0f} MB, {size / letters / 1024:.1f} KB a letter")


def _queries(letters: int) -> list[str]:
    """Rare and common words and names, phrases, beginnings, alternatives, exclusions, every field."""
    maker = LetterMaker()
    names = [name.split()[-1].lower() for name in maker.names[:30:3]]
    common, rare = maker.words[:40:8], maker.words[2_000:30_000:4_000]
    return [
        "",
        *names,
        *(f"person:{name}" for name in names[:4]),
        *(f"from:{name} act:request" for name in names[4:7]),
        *(f"{name} prison" for name in names[:5]),
        *common,
        *rare,
        *(f"{one} {other}" for one, other in zip(common, rare, strict=False)),
        *(f"{word[:4]}*" for word in (*rare, "prison", "tolerance")),
        "prison",
        "illegal force",
        "human rights prison torture",
        '"zero tolerance"',
        '"human rights"',
        '"illegal force against prisoners" act:acknowledgement',
        "torture -prison",
        "bokayev OR szalai",
        "act:promise torture",
        "act:request status:proposed",
        "place:zarechny illegal force",
        "kind:letter lang:fr",
        "torture before:2010",
        "prison after:2018-06 before:2019",
        "year:2015 Жумагулов",
        "dzhumagulov",
        f"letter-{letters - 1}",
    ]


def _time(shelf: FileShelf, query: str) -> float:
    """Milliseconds, the best of a few rounds: what else the machine does is not measured."""
    rounds = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        shelf.search(query)
        rounds.append(1_000 * (time.perf_counter() - start))
    return min(rounds)


def _total(shelf: FileShelf, query: str) -> str:
    result = shelf.search(query)
    return f"{result.total}{'+' if result.more else ''}"


def cold(command: list[str]) -> float:
    """Milliseconds of a process of its own, the best of a few."""
    rounds = []
    for _ in range(_COLD_RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=as_installed())
        rounds.append(1_000 * (time.perf_counter() - start))
    return min(rounds)


def _p95(figures: list[float]) -> float:
    return statistics.quantiles(figures, n=20)[-1]


def _report(what: str, milliseconds: float, budget: float) -> None:
    print(f"{what:<40} {milliseconds:>8.1f} ms   {milliseconds / budget:>5.2f} of the budget of {budget:g} ms")


if __name__ == "__main__":
    main()
