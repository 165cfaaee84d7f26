"""How soon a report of 300 pages stands on the screen once it is chosen, in the Library and in the Review.

Run by hand: `python -m tests.benchmarks.benchmark_report`. The report is a PDF of the pages of real letters, read and
filed as any other; a letter is denser than a report, so that it holds more facts than a real one. Budget: 300 ms to the
first text.
"""

from __future__ import annotations

import asyncio
import gc
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from assistant.founding import make_office
from assistant.office import Office
from assistant.tui.app import AssistantApp
from tests.benchmarks.taking import Took, middle, now
from tests.conftest import LETTERS
from tests.tui.person import CARLSSON, Person

if TYPE_CHECKING:
    from textual.strip import Strip

    from assistant.tui.widgets.reader import Reader

SIZE = (120, 36)
PAGES, RUNS = 300, 15
BUDGET = 300.0
PATIENCE = 20.0
PRINTED = ("press_conference.pdf", "carlsson.pdf", "carlsson_printed.pdf")


def main() -> None:
    """File the report, open it again and again, and print."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.pdf"
        make_report(report)
        office = Office(make_office(Path(folder) / "office", examples=True))
        began = now()
        [filed] = office.add([report])
        print(f"filed        in {now() - began}, {filed.facts:,} facts")
        assert filed.id
        asyncio.run(_report(office, filed.id))


def make_report(path: Path) -> None:
    """A PDF of 300 pages with the text of real letters."""
    report = pdfium.PdfDocument.new()
    while len(report) < PAGES:
        for name in PRINTED:
            report.import_pages(pdfium.PdfDocument(LETTERS / name))
    report.save(str(path))


async def _report(office: Office, report: str) -> None:
    gc.disable()  # as the command line does; the app enables it again
    async with AssistantApp(office).run_test(size=SIZE) as pilot:
        person = Person(pilot)
        await person.settle()
        in_library = [await _open_in_library(person, report) for _ in range(RUNS)]
        person.library.go_to("review", CARLSSON)
        await person.settle()
        in_review = [await _open_in_review(person, report) for _ in range(RUNS)]
    for place, figures in (("Library", in_library), ("Review", in_review)):
        print(f"{place:12} {middle(figures)} to the first text, at worst {max(figures)} (budget {BUDGET:.0f} ms)")


async def _open_in_library(person: Person, report: str) -> Took:
    """With a short letter before it."""
    library = person.library
    await _choose(person, CARLSSON)
    began = now()
    library.found.highlighted = library.found.get_option_index(report)
    return await _first_text(person, library.pane.reader, report) - began


async def _choose(person: Person, letter: str) -> None:
    person.library.found.highlighted = person.library.found.get_option_index(letter)
    await person.settle()


async def _open_in_review(person: Person, report: str) -> Took:
    person.review.open_letter(CARLSSON)
    await person.settle()
    began = now()
    person.review.open_letter(report)
    return await _first_text(person, person.review.source, report) - began


async def _first_text(person: Person, reader: Reader, report: str) -> Took:
    """The moment at which words of the report stand on the screen."""
    painted: asyncio.Future[Took] = asyncio.get_running_loop().create_future()
    draw = type(reader).render_line

    def tell() -> None:
        if not painted.done():
            painted.set_result(now())

    def draw_and_tell(y: int) -> Strip:
        strip = draw(reader, y)
        if reader.precedent and reader.precedent.id == report and strip.text.strip():
            reader.call_after_refresh(tell)
        return strip

    reader.render_line = draw_and_tell  # type: ignore[method-assign] # watched from outside, once
    try:
        return await asyncio.wait_for(painted, PATIENCE)
    finally:
        del reader.render_line
        await person.settle()


if __name__ == "__main__":
    main()
