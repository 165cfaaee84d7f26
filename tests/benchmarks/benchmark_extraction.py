"""How many letters a second are read and understood on one core, and what share the extraction takes.

Run by hand: `python -m tests.benchmarks.benchmark_extraction`. Figures are processor time and vary with the machine.
"""

from pathlib import Path
from time import process_time

from assistant.extraction import extract
from assistant.reading import read_bytes

LETTERS = Path(__file__).parents[1] / "letters"
TIMES = 40


def main() -> None:
    for name in ("carlsson.txt", "press_conference.txt"):
        data = (LETTERS / name).read_bytes()
        source = read_bytes(data, name)
        extract(source)
        began = process_time()
        for _ in range(TIMES):
            source = read_bytes(data, name)
        read = process_time()
        for _ in range(TIMES):
            extract(source)
        extracted = process_time()
        whole, understanding = (extracted - began) / TIMES, (extracted - read) / TIMES
        print(
            f"{name:24} {1 / whole:5.0f} letters/s   extraction {1 / understanding:5.0f}/s, {understanding / whole:.0%}"
        )


if __name__ == "__main__":
    main()
