"""Filling a one-page letter, citations and three footnotes included, against docxtpl, which prints it without the notes.

Run by hand: `python -m tests.benchmarks.benchmark_filling`. Prints ratios (budget: cold 0.5, compiled 0.25) of the same
run, and the memory a thousand letters leave behind.
"""

import io
import statistics
import time
import tracemalloc
from collections.abc import Callable

import docx
import docxtpl

from assistant.drafting.word.engine import compile_template
from assistant.drafting.word.values import Footnote, RichText, Run

_ROUNDS = 60
_LETTERS = 1000

_PARAGRAPHS = (
    "{{ place }}, {{ date }}",
    "{%p for line in recipient.lines %}",
    "{{ line }}",
    "{%p endfor %}",
    "Our reference: {{ reference }}",
    "{{ subject }}",
    "{{ recipient.salutation }},",
    "Thank you for your letter of {{ answered.date }}{% if answered.reference %} ({{ answered.reference }}){% endif %}.",
    "{%p for paragraph in body %}",
    "{{r paragraph }}",
    "{%p endfor %}",
    "{%p if annexes %}",
    "Annexes: {{ annexes|join(', ') }}",
    "{%p endif %}",
    "{{ closing }},",
    "{{ sender.name }}",
    "{{ sender.role|upper }}",
)
_CITED = (
    "In your letter you wrote: “we will keep visiting correctional facilities in the future”.",
    "You also confirmed that the findings of the visit of 6 May were handed over to the prosecutor.",
    "We should be glad to learn what was done since, and by when the report will be published.",
)


def _template() -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ sender.name }} – {{ reference }}"
    for text in _PARAGRAPHS:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _values(body: list[object]) -> dict[str, object]:
    return {
        "place": "Brussels",
        "date": "20 June 2019",
        "recipient": {
            "lines": ["H.E. Mr Sven-Olov Carlsson", "Head of the EU Delegation", "Nur-Sultan"],
            "salutation": "Dear Ambassador",
        },
        "reference": "AG/2019/17",
        "subject": "Follow-up to your letter of 23 May 2019",
        "answered": {"date": "23 May 2019", "reference": "D(2019) 412"},
        "body": body,
        "annexes": ["Letter of 23 May 2019", "Resolution of 14 March 2019"],
        "closing": "Yours sincerely",
        "sender": {"name": "Ana Gomes", "role": "Member of the European Parliament"},
    }


def _with_notes() -> dict[str, object]:
    notes = (Footnote(text=f"Letter of 23 May 2019, para. {n}", link=f"https://example.org/{n}") for n in (2, 4, 5))
    return _values([RichText(runs=(Run(text=text, note=note),)) for text, note in zip(_CITED, notes, strict=True)])


def _without_notes() -> dict[str, object]:
    return _values([docxtpl.RichText(text) for text in _CITED])


def _fill_with_docxtpl(template: bytes) -> None:
    letter = docxtpl.DocxTemplate(io.BytesIO(template))
    letter.render(_without_notes(), autoescape=True)
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


def main() -> None:
    """Measure and print."""
    template = _template()
    compiled = compile_template(template, "letter.docx")
    compiled.fill(_with_notes())
    peer, cold, warm = _medians(
        lambda: _fill_with_docxtpl(template),
        lambda: compile_template(template, "letter.docx").fill(_with_notes()),
        lambda: compiled.fill(_with_notes()),
    )
    print(f"docxtpl without footnotes   {peer:6.2f} ms")
    print(f"cold, three footnotes       {cold:6.2f} ms  {cold / peer:.2f} (budget 0.50)")
    print(f"compiled, three footnotes   {warm:6.2f} ms  {warm / peer:.2f} (budget 0.25)")
    tracemalloc.start()
    compiled.fill(_with_notes())
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(_LETTERS):
        compiled.fill(_with_notes())
    grown = tracemalloc.get_traced_memory()[0] - before
    print(f"memory after {_LETTERS} letters  {grown / 1024:+.1f} kB")


if __name__ == "__main__":
    main()
