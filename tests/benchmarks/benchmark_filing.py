"""Filing a letter on a shelf of a thousand and on one of a hundred thousand: what the hundredfold costs.

Run by hand: `python -m tests.benchmarks.benchmark_filing [LETTERS] [FOLDER]`; the large office is the one of
benchmark_search, the small one is made beside it. Letters are read and extracted beforehand and filed in turns on both
shelves, so that whatever else the machine does slows both; afterwards they are taken away again. Budget: 1.2 times.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import gettempdir

from assistant.precedents.files import FileShelf
from assistant.precedents.layout import place_of
from tests.benchmarks.generated_office import LetterMaker, lay_out
from tests.precedents.letters import Document

_SMALL = 1_000
_ROUNDS, _EACH = 20, 25
_BUDGET = 1.2


class Office:
    """One office and what filing there took."""

    def __init__(self, folder: Path, letters: int) -> None:
        self.letters = letters
        self._precedents = folder / str(letters) / "precedents"
        if not self._precedents.exists():
            lay_out(self._precedents, LetterMaker().letters(letters))
        self.shelf = FileShelf(self._precedents, folder / str(letters) / ".assistant")
        self.shelf.changes()
        self.milliseconds: list[float] = []
        self._filed: list[str] = []

    def file(self, documents: Iterator[Document]) -> None:
        """File letters and keep the time each took."""
        for letter in documents:
            start = time.perf_counter()
            filed = self.shelf.put(letter.extraction, letter.source, letter.original, letter.suffix)
            self.milliseconds.append(1_000 * (time.perf_counter() - start))
            self._filed.append(filed.id)

    def clear_away(self) -> None:
        """Take away what was filed."""
        for precedent in self._filed:
            place = place_of(self._precedents, precedent)
            for path in (place.record, place.text, place.original(".txt")):
                path.unlink(missing_ok=True)
        self.shelf.changes()
        self.shelf.close()


def main() -> None:
    """Make the offices, file in turns, print."""
    letters = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(gettempdir()) / "assistant-benchmark"
    small, large = Office(folder, _SMALL), Office(folder, letters)
    new = LetterMaker(seed=int(time.time())).letters(2 * _ROUNDS * _EACH)
    for _ in range(_ROUNDS):
        for office in (small, large):
            office.file(iter(list(islice(new, _EACH))))
    for what, measure in (("mean", statistics.mean), ("median", statistics.median)):
        one, other = measure(small.milliseconds), measure(large.milliseconds)
        print(
            f"{what:<7} {one:6.2f} ms a letter at {small.letters:,}, {other:6.2f} ms at {large.letters:,}: "
            f"{other / one:.2f} times (budget {_BUDGET})"
        )
    for office in (small, large):
        office.clear_away()


if __name__ == "__main__":
    main()
