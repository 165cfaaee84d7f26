"""Filling a shipped letter, citations and three footnotes included, against docxtpl, which prints it without the notes.

Run by hand: `python -m tests.benchmarks.benchmark_filling [TEMPLATE]`. Prints the ratios of the same run (budget: cold
0.5, compiled 0.25), and the memory of the process after 100, 500 and 1,000 letters, with what they leave behind.
"""

import io
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import docxtpl

from assistant.drafting.word.templates.engine import compile_template
from assistant.drafting.word.values import Blocks, Footnote, Paragraph, RichText, Run

TEMPLATE = Path("letter_templates/follow-up/template.en.docx")
_ROUNDS = 100
_COUNTS = (100, 500, 1000)

_BODY = (
    "Thank you for your letter of 23 May 2019 about the prisoners of conscience in Kazakhstan.",
    "In your letter you wrote: “we will keep visiting correctional facilities in the future”.",
    "You also confirmed that the findings of the visit of 6 May were handed over to the prosecutor.",
    "We should be glad to learn what was done since, and by when the report will be published.",
)
_FIELDS: dict[str, object] = {
    "logo": None,
    "window": "right",
    "place": "Brussels",
    "date": "20 June 2019",
    "recipient": {
        "name": "Sven-Olov Carlsson",
        "lines": ["H.E. Mr Sven-Olov Carlsson", "Head of the Delegation", "62 Kosmonavtov Street", "Nur-Sultan"],
    },
    "our_reference": "AG/2019/17",
    "your_reference": "D(2019) 412",
    "subject": "Follow-up to your letter of 23 May 2019",
    "salutation": "Dear Ambassador,",
    "closing": "Yours sincerely,",
    "member": {
        "name": "Ana Gomes",
        "designation": "Member of the European Parliament",
        "institution": "European Parliament",
        "group": "S&D",
        "country": "Portugal",
        "email": "ana.gomes@europarl.europa.eu",
    },
    "addresses": [
        {"label": "Brussels", "lines": ["Rue Wiertz 60", "B-1047 Brussels"], "telephone": "+32 2 28 45824"},
        {"label": "Strasbourg", "lines": ["Allée du Printemps", "F-67070 Strasbourg"], "telephone": "+33 3 88 17 5824"},
    ],
    "annexes": ["Letter of 23 May 2019", "Resolution of 14 March 2019"],
    "copies": ["Mr Askar Shakirov"],
}


def with_notes() -> dict[str, object]:
    """The letter with a footnote behind each of its citations."""
    links = (f"https://example.org/carlsson/{number}" for number in (2, 4, 5))
    notes = [None, *(Footnote(text=f"Letter of 23 May 2019, {link}", link=link) for link in links)]
    runs = [Run(text=text, note=note) for text, note in zip(_BODY, notes, strict=True)]
    return _FIELDS | {"body": Blocks(paragraphs=tuple(Paragraph(text=RichText(runs=(run,))) for run in runs))}


def _fill_with_docxtpl(template: bytes) -> None:
    letter = docxtpl.DocxTemplate(io.BytesIO(template))
    letter.render(_FIELDS | {"body": "\a".join(_BODY)}, autoescape=True)
    letter.save(io.BytesIO())


def _medians(*measured: Callable[[], object]) -> list[float]:
    """Milliseconds of each, measured in turn so that a busy machine slows all of them alike."""
    times: list[list[float]] = [[] for _ in measured]
    for _ in range(_ROUNDS):
        for task, taken in zip(measured, times, strict=True):
            start = time.perf_counter()
            task()
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken) * 1000 for taken in times]


def _print_memory(task: Callable[[], object]) -> None:
    """What the process holds while letters are made, and what they leave behind."""
    done = 0
    for count in _COUNTS:
        for _ in range(count - done):
            task()
        done = count
        print(f"memory after {count:4} letters  {_resident()}")
    tracemalloc.start()
    task()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(_COUNTS[0]):
        task()
    print(f"left behind by {_COUNTS[0]} more    {(tracemalloc.get_traced_memory()[0] - before) / 1024:+.1f} kB")


def _resident() -> str:
    """Memory of the process, where the system writes it down."""
    status = Path("/proc/self/status")
    if not status.exists():
        return "not told by this system"
    kilobytes = next(line.split()[1] for line in status.read_text("utf-8").splitlines() if line.startswith("VmRSS"))
    return f"{int(kilobytes) / 1024:.1f} MB"


def main() -> None:
    """Measure and print."""
    template = Path(sys.argv[1] if len(sys.argv) > 1 else TEMPLATE).read_bytes()
    compiled = compile_template(template, "letter.docx")
    values = with_notes()
    peer, cold, warm = _medians(
        lambda: _fill_with_docxtpl(template),
        lambda: compile_template(template, "letter.docx").fill(values),
        lambda: compiled.fill(values),
    )
    print(f"docxtpl without footnotes   {peer:6.2f} ms")
    print(f"cold, three footnotes       {cold:6.2f} ms  {cold / peer:.2f} (budget 0.50)")
    print(f"compiled, three footnotes   {warm:6.2f} ms  {warm / peer:.2f} (budget 0.25)")
    _print_memory(lambda: compiled.fill(values))


if __name__ == "__main__":
    main()
