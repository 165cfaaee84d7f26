"""How long `assistant --version` takes beside a bare Python program with a command line; budget 1.5 × plus 60 ms."""

import statistics
import subprocess
import sys
import time

from tests.benchmarks.taking import as_installed

BARE = [sys.executable, "-c", "import argparse"]
OURS = [sys.executable, "-m", "assistant", "--version"]


def seconds(command: list[str], runs: int = 15) -> float:
    """Median wall time of a whole process."""
    times = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=as_installed())
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])


if __name__ == "__main__":
    bare, ours = seconds(BARE), seconds(OURS)
    budget = 1.5 * bare + 0.060
    print(
        f"import argparse {bare * 1000:.0f} ms; assistant --version {ours * 1000:.0f} ms; budget {budget * 1000:.0f} ms"
    )
