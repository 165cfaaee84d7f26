"""What a piece of work takes, by the clock and of the processor.

On a busy machine the clock tells of others too; so both are printed.
"""

from __future__ import annotations

import os
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, order=True)
class Took:
    """Milliseconds by the clock, and of work by the process."""

    waited: float
    worked: float

    def __sub__(self, other: Took) -> Took:
        return Took(self.waited - other.waited, self.worked - other.worked)

    def __truediv__(self, other: Took | float) -> str:
        waited, worked = (other.waited, other.worked) if isinstance(other, Took) else (other, other)
        return f"{self.waited / waited:.2f} ({self.worked / worked:.2f} in work)"

    def __str__(self) -> str:
        return f"{self.waited:.0f} ms ({self.worked:.0f} of work)"


def as_installed() -> dict[str, str]:
    """The environment of a process that finds the program compiled, as pip leaves it, wherever it is started from.

    From a checkout Python compiles at the first start; told not to, it would at every start, a third of the time.
    """
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def now() -> Took:
    """The clock, and what this process worked until now."""
    return Took(1_000 * time.perf_counter(), 1_000 * time.process_time())


def middle(figures: Sequence[Took]) -> Took:
    """The median of each."""
    return Took(statistics.median(took.waited for took in figures), statistics.median(took.worked for took in figures))
