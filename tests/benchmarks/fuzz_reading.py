"""Damaged files of every format and texts nobody would write: each ends as a record or as an error with a name.

Run by hand: `python -m tests.benchmarks.fuzz_reading [--files 2000] [--scans 20] [--texts 100000] [--only .pdf:7]`.
Cases are made from their numbers; each runs in a child whose memory is limited and which is ended when it hangs.
Budgets: no crash, 2 s of processor time a page, 1 GB. Prints a line a kind, and every case that breaks a budget.
"""

import argparse
import multiprocessing
import resource
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

from tests.benchmarks.fuzzing.cases import KINDS, TEXT, Verdict, try_case
from tests.benchmarks.fuzzing.seeds import SCANS

SECONDS_A_PAGE, MEGABYTES = 2.0, 1_000.0
_HANGS = 120
"""Seconds by the clock, generous on a busy machine; the budget is counted in processor time."""
_MOST_MEMORY = 4 << 30
_BATCH = 500
"""Cases a child runs before the next takes over: memory is told of few cases."""


_Outcome: TypeAlias = tuple[Verdict, float] | str
"""A verdict and the most memory the process has had so far, in MB; or how it failed."""


@dataclass
class Tally:
    """What became of the cases of a kind."""

    kind: str
    read: int = 0
    refused: int = 0
    slowest: tuple[float, int] = (0.0, 0)
    largest: float = 0.0
    broken: dict[int, str] = field(default_factory=dict)

    def add(self, number: int, outcome: _Outcome) -> None:
        """Count one; a string says how it failed."""
        if isinstance(outcome, str):
            self.broken[number] = outcome
            return
        verdict, megabytes = outcome
        self.read += verdict.read
        self.refused += not verdict.read
        pace = verdict.seconds / verdict.pages
        self.slowest = max(self.slowest, (pace, number))
        self.largest = max(self.largest, megabytes)
        if pace > SECONDS_A_PAGE:
            self.broken[number] = f"{verdict.seconds:.1f} s for {verdict.pages} pages"
        if megabytes > MEGABYTES:
            self.broken[number] = f"{megabytes:.0f} MB"

    def __str__(self) -> str:
        pace, number = self.slowest
        return (
            f"{self.kind:6} {self.read:7,} read, {self.refused:7,} refused by name, {len(self.broken)} broken; "
            f"slowest {pace:.2f} s a page (case {number}), most memory {self.largest:.0f} MB"
        )


def run(kind: str, numbers: Sequence[int]) -> Iterator[tuple[int, _Outcome]]:
    """What became of each case; a child that breaks down or hangs costs its case alone."""
    waiting = list(numbers)
    while waiting:
        batch, waiting = waiting[:_BATCH], waiting[_BATCH:]
        done = 0
        for number, outcome in _run_in_child(kind, batch):
            yield number, outcome
            done += 1
        waiting = batch[done:] + waiting


def _run_in_child(kind: str, numbers: Sequence[int]) -> Iterator[tuple[int, _Outcome]]:
    ours, theirs = multiprocessing.Pipe()
    child = multiprocessing.get_context("spawn").Process(target=_work, args=(theirs, kind, numbers), daemon=True)
    child.start()
    theirs.close()
    try:
        for number in numbers:
            answer = _answer(ours)
            yield number, answer
            if isinstance(answer, str) and answer.startswith("the process"):
                return
    finally:
        child.kill()
        child.join()


def _answer(child: Connection) -> _Outcome:
    if not child.poll(_HANGS):
        return f"the process hung for {_HANGS} s"
    try:
        answer: _Outcome = child.recv()
    except EOFError:
        return "the process broke down"
    return answer


def _work(answers: Connection, kind: str, numbers: Sequence[int]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            try:
                verdict = try_case(kind, number, Path(folder))
                answers.send((verdict, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
                answers.send(_told(error))


def _told(error: Exception) -> str:
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-4:]]
    return f"{type(error).__name__}: {str(error).splitlines()[:1]} in {' '.join(places)}"


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2_000, help="of each format")
    parser.add_argument("--scans", type=int, default=20, help="of each format of pictures, which take seconds")
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--only", metavar="KIND[:NUMBER]", help="cases of one kind, or one case")
    given = parser.parse_args()
    kind, _, number = (given.only or "").partition(":")
    counts = {each: given.texts if each == TEXT else given.scans if each in SCANS else given.files for each in KINDS}
    broken = 0
    for each in [kind] if kind else KINDS:
        tally = Tally(each)
        for case, outcome in run(each, [int(number)] if number else range(counts[each])):
            tally.add(case, outcome)
            if case % 50 == 0 and sys.stderr.isatty():
                print(f"\r{each} {case:,} of {counts[each]:,}", end="", file=sys.stderr)
        print(f"\r{tally}", flush=True)
        for case, what in islice(tally.broken.items(), 20):
            print(f"   {each}:{case}  {what}", flush=True)
        broken += len(tally.broken)
    with suppress(BrokenPipeError):
        print(f"{broken} broken")
    sys.exit(broken > 0)


if __name__ == "__main__":
    main()
