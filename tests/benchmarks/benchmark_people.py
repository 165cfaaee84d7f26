"""Who may be one person, asked of an office of a thousand letters and of one of a hundred thousand.

Run by hand: `python -m tests.benchmarks.benchmark_people [LETTERS] [FOLDER]`; the offices are those of
benchmark_filing. Prints how long the question takes and how many names are compared with how many.
"""

import sys
import time
from pathlib import Path
from tempfile import gettempdir

from assistant.precedents.files import FileShelf
from tests.benchmarks.generated_office import LetterMaker, lay_out

_SMALL = 1_000


def main() -> None:
    """Make the offices where they are missing, ask, print."""
    letters = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(gettempdir()) / "assistant-benchmark"
    for size in (_SMALL, letters):
        precedents = folder / str(size) / "precedents"
        if not precedents.exists():
            lay_out(precedents, LetterMaker().letters(size))
        shelf = FileShelf(precedents, folder / str(size) / ".assistant")
        shelf.changes()
        start = time.perf_counter()
        proposals = shelf.merge_proposals(())
        print(f"{size:>7,} letters: {time.perf_counter() - start:6.2f} s, {len(proposals):,} proposals")
        shelf.close()


if __name__ == "__main__":
    main()
