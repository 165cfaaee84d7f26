"""How much typing is lost when the app is killed at a random moment, and whether the office is sound afterwards.

Run by hand, on a system with pseudo-terminals: `python -m tests.benchmarks.benchmark_killing [KILLS]`, by default 50.
Budget: a second of typing, and nothing for the doctor to find.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from assistant.founding import make_office
from assistant.office import Office
from tests.tui.session import Killed, prepare, run_and_kill

KILLS, LONGEST, BUDGET = 50, 8.0, 1.0
SEED = 20_190_523


def main() -> None:
    """Kill, look, print."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    moments = random.Random(SEED)
    ends = [_kill(moments.uniform(0, LONGEST)) for _ in range(kills)]
    lost = sorted(end.lost for end in ends)
    unsound = sum(bool(end.findings) for end in ends)
    print(f"killed {kills} times: {unsound} offices with findings (budget 0)")
    print(f"words shown  {sum(end.shown for end in ends)}, in {sum(end.shown > 0 for end in ends)} sessions")
    print(f"typing lost  {lost[-1]:.2f} s at most, {lost[len(lost) // 2]:.2f} s in the middle (budget {BUDGET:g} s)")


def _kill(after: float) -> Killed:
    with tempfile.TemporaryDirectory() as folder:
        office = Office(make_office(Path(folder) / "office", examples=True))
        end = run_and_kill(office, prepare(office), after)
    print(f"  after {after:4.1f} s: {end.shown} words shown, {end.lost:.2f} s lost", *end.findings, flush=True)
    return end


if __name__ == "__main__":
    main()
