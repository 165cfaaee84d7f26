"""How long reading takes, by format: first in a process, then warm; and beside the bare library underneath.

Run by hand: `python -m tests.benchmarks.benchmark_reading`. Figures are wall time and vary with the machine; ratios
say more.
"""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from time import perf_counter

import docx
import pypdfium2

from assistant.reading import read_bytes

LETTERS = Path(__file__).parents[1] / "letters"
NAMES = ("carlsson.txt", "press_conference.txt", "carlsson_printed.docx", "carlsson_printed.pdf")
TIMES = 50
FIRST = "from time import perf_counter as now; from pathlib import Path; from assistant import reading; t = now();"


def milliseconds(action: Callable[[], object]) -> float:
    action()
    began = perf_counter()
    for _ in range(TIMES):
        action()
    return (perf_counter() - began) / TIMES * 1000


def first_in_a_process(path: Path) -> float:
    program = f"{FIRST} reading.read(Path({str(path)!r})); print((now() - t) * 1000)"
    return float(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)


def bare_text_of_pdf(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "".join(document[number].get_textpage().get_text_range() for number in range(len(document)))


def bare_text_of_word(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs)


def main() -> None:
    for name in NAMES:
        warm = milliseconds(partial(read_bytes, (LETTERS / name).read_bytes(), name))
        first = first_in_a_process(LETTERS / name)
        print(f"{name:24} first {first:6.1f} ms   warm {warm:6.2f} ms   {1000 / warm:6.0f}/s")
    for suffix, bare in ((".docx", bare_text_of_word), (".pdf", bare_text_of_pdf)):
        data = (LETTERS / f"carlsson_printed{suffix}").read_bytes()
        ratio = milliseconds(partial(read_bytes, data, f"a{suffix}")) / milliseconds(partial(bare, data))
        print(f"{suffix} with blocks, notes and losses: {ratio:.1f} x the bare text of the library")


if __name__ == "__main__":
    main()
