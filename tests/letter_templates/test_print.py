"""Every letter as it comes out of the printer: valid to Word, its pages counted, address in the window, notes in place.

All letters are converted in one call of LibreOffice, which takes a sixth of a second for each.
"""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from lxml import etree

from assistant.drafting.sheets.sheets import lay_out
from assistant.drafting.word.letters.pdf import find_libreoffice
from assistant.model.letter import DocumentKind
from assistant.settings import Style
from tests.drafting.desk import parts
from tests.drafting.word.picturing import png
from tests.letter_templates.scenarios import NAMES, Sample, sample

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MILLIMETRE = 72 / 25.4

TWO_PAGES = {
    "briefing-note.en",
    *(f"follow-up.{language}" for language in ("en", "fr", "de", "pl", "it", "es")),
    *(f"reply.{language}" for language in ("fr", "de", "pl", "it", "es")),
    *(f"joint-letter.{language}" for language in ("fr", "de")),
}
"""All others have one."""
WINDOWS = {"left": 25, "right": 110}
"""Distance of the address from the left edge in millimetres."""
_WINDOW_TOP = 50


class Word(NamedTuple):
    """A word on a page, with its distance from the left and the upper edge in millimetres."""

    text: str
    left: float
    top: float


@pytest.mark.parametrize("name", NAMES)
def test_the_letter_is_valid_to_word(name: str, ooxml_errors: Callable[[Path], list[str]], tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(sample(name).render())
    assert ooxml_errors(path) == []


def test_every_letter_stands_on_its_pages_as_it_should(tmp_path: Path) -> None:
    letters = {name: sample(name) for name in NAMES}
    letters["inquiry.en-full"] = _with_full_letterhead(sample("inquiry.en"))
    rendered = {name: letter.render() for name, letter in letters.items()}
    printed = print_all(rendered, tmp_path)
    wrong = {}
    for name, letter in letters.items():
        with pypdfium2.PdfDocument(printed[name]) as pdf:
            complaints = [
                *_check_pages(pdf, name),
                *_check_window(printed[name], letter),
                *_check_notes(pdf, rendered[name]),
                *_check_signature(pdf, letter),
                *_check_sheets(pdf, rendered[name]),
            ]
        if complaints:
            wrong[name] = complaints
    assert wrong == {}


def print_all(letters: dict[str, bytes], folder: Path) -> dict[str, Path]:
    """The PDF of each letter."""
    program = find_libreoffice()
    if program is None or shutil.which("pdftotext") is None:
        pytest.skip("runs where LibreOffice and poppler are installed, as in .ci/run")
    for name, data in letters.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    paths = [str(path) for path in sorted(folder.glob("*.docx"))]
    arguments = [program, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *paths]
    subprocess.run(arguments, capture_output=True, check=True, timeout=300)
    return {name: folder / f"{name}.pdf" for name in letters}


def _with_full_letterhead(letter: Sample) -> Sample:
    """All a letterhead may hold, and envelopes with their window on the right."""
    settings = letter.bench.settings
    address = settings.addresses[0].model_copy(update={"telephone": "+32 2 28 45824"})
    full = settings.model_copy(
        update={
            "style": Style(address_window="right"),
            "addresses": (address, address),
            "member": settings.member.model_copy(update={"email": "ana.gomes@example.org"}),
        }
    )
    return letter._replace(bench=letter.bench.model_copy(update={"settings": full, "logo": png(300, 150)}))


def _check_pages(pdf: pypdfium2.PdfDocument, name: str) -> Iterator[str]:
    expected = 2 if name in TWO_PAGES else 1
    if len(pdf) != expected:
        yield f"{len(pdf)} pages, not {expected}"


def _check_window(path: Path, letter: Sample) -> Iterator[str]:
    """The first line of the address stands where the envelope has its window, within a millimetre."""
    recipient = letter.draft.fields.get("recipient")
    if letter.template.kind is not DocumentKind.LETTER or not isinstance(recipient, dict):
        return
    first = recipient["lines"][0].split()[0]
    left = WINDOWS[letter.bench.settings.style.address_window]
    words = list(_words(path))
    found = [word for word in words if word.text == first]
    if any(_WINDOW_TOP - 4 < word.top < _WINDOW_TOP - 1 for word in words):
        yield "the letterhead reaches into the window"
    if not any(abs(word.left - left) < 1 and abs(word.top - _WINDOW_TOP) < 1 for word in found):
        yield f"the address is not in the window: {found}"


def _check_notes(pdf: pypdfium2.PdfDocument, letter: bytes) -> Iterator[str]:
    """Under every sentence, on its own page, stands the note it belongs to."""
    pages = [_folded(page.get_textpage().get_text_range()) for page in pdf]
    for number, (sentence, note) in enumerate(_notes(letter), 1):
        marked, noted = _folded(f"{sentence}{number}"), _folded(f"{number}{note}")
        if not any(marked in page and page.find(noted) > page.find(marked) for page in pages):
            yield f"note {number} (“{note}”) does not stand under “{sentence}”"


def _check_signature(pdf: pypdfium2.PdfDocument, letter: Sample) -> Iterator[str]:
    """The signature is never alone on a page: the end of the text stands above it."""
    if letter.template.kind is not DocumentKind.LETTER:
        return
    last, closing = _folded(letter.draft.body)[-20:], _folded(str(letter.draft.fields["closing"]))
    if not any(last + closing in _folded(page.get_textpage().get_text_range()) for page in pdf):
        yield "the signature is parted from the text"


def _check_sheets(pdf: pypdfium2.PdfDocument, letter: bytes) -> Iterator[str]:
    """Every line of the preview stands on the page it is printed on."""
    pages = [_folded(page.get_textpage().get_text_range()).replace("-", "") for page in pdf]
    sheets = lay_out(letter)
    if len(sheets) != len(pages):
        yield f"{len(sheets)} sheets in the preview"
        return
    for number, (sheet, page) in enumerate(zip(sheets, pages, strict=True), 1):
        for line in (line.text for box in sheet.boxes for line in box.lines):
            if _folded(line).replace("-", "") not in page:
                yield f"“{line}” is not printed on page {number}"


def _notes(letter: bytes) -> Iterator[tuple[str, str]]:
    """The words before every mark of a note, and the note, in the order of the text."""
    xml = parts(letter)
    texts = {note.get(f"{_W}id"): _text(note) for note in xml.get("word/footnotes.xml", ())}
    for paragraph in xml["word/document.xml"].iter(f"{_W}p"):
        words = ""
        for part in paragraph.iter(f"{_W}t", f"{_W}footnoteReference"):
            if part.tag == f"{_W}t":
                words += part.text or ""
            else:
                yield words[-30:], texts[part.get(f"{_W}id")]


def _text(node: etree._Element) -> str:
    return "".join(part.text or "" for part in node.iter(f"{_W}t")).strip()


def _words(pdf: Path) -> Iterator[Word]:
    """The words of the first page, as poppler measures them: from the top of their line."""
    run = subprocess.run(["pdftotext", "-bbox", "-l", "1", str(pdf), "-"], capture_output=True, check=True)
    for found in re.finditer(r'<word xMin="(.+?)" yMin="(.+?)" .*>(.+)</word>', run.stdout.decode("utf-8")):
        yield Word(unescape(found[3]), float(found[1]) / _MILLIMETRE, float(found[2]) / _MILLIMETRE)


def _folded(text: str) -> str:
    """Text without the white space and the hyphens that lines are broken with."""
    return re.sub(r"[\s\u00ad\u0002\ufffe]+", "", text)
