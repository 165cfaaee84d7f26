"""What the drafting tests work with: the shipped templates, the settings of the office, and letters read back."""

import datetime as dt
import io
import zipfile
from pathlib import Path

from lxml import etree

from assistant.drafting.bench import Bench
from assistant.drafting.compose import Composition, compose
from assistant.drafting.templates import Template, TemplateLibrary
from assistant.model.draft import Draft
from assistant.model.precedent import Precedent
from assistant.settings import Settings, load_settings
from tests.drafting.carlsson import carlsson

REPOSITORY = Path(__file__).parents[2]
GOLDEN = REPOSITORY / "tests" / "golden"
LIBRARY = TemplateLibrary([REPOSITORY / "letter_templates"])
SETTINGS: Settings = load_settings(REPOSITORY)
TODAY = dt.date(2019, 6, 20)
CARLSSON = carlsson()

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def bench(*precedents: Precedent) -> Bench:
    """An office that holds these precedents, or the letter of 23 May 2019 alone."""
    return Bench(shelf={precedent.id: precedent for precedent in precedents or (CARLSSON,)}.get, settings=SETTINGS)


def template(name: str = "follow-up") -> Template:
    return LIBRARY.get(name)


def follow_up(answering: Precedent = CARLSSON, **more: object) -> Draft:
    """The follow-up to a letter, as the program composes it."""
    request = {"template": template(), "settings": SETTINGS, "today": TODAY, "answering": answering, **more}
    return compose(Composition.model_validate(request))


def parts(data: bytes) -> dict[str, etree._Element]:
    """The XML parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}


def letter_as_text(data: bytes) -> str:
    """A Word letter as a person reads it: letterhead, text with the marks of the notes, the notes."""
    xml = parts(data)
    numbers = {
        mark.get(f"{_W}id"): number
        for number, mark in enumerate(xml["word/document.xml"].iter(f"{_W}footnoteReference"), 1)
    }
    head = [_words(paragraph, numbers) for paragraph in xml["word/header1.xml"].iter(f"{_W}p")]
    text = [_words(paragraph, numbers) for paragraph in xml["word/document.xml"].iter(f"{_W}p")]
    notes = [
        f"[{numbers[note.get(f'{_W}id')]}]{_words(note, numbers)}"
        for note in xml["word/footnotes.xml"].iter(f"{_W}footnote")
        if note.get(f"{_W}id") in numbers
    ]
    return "\n".join([*filter(None, head), "", *(f"{line}\n" for line in text if line), *notes, ""])


def _words(node: etree._Element, numbers: dict[str | None, int]) -> str:
    words = ""
    for part in node.iter(f"{_W}t", f"{_W}footnoteReference"):
        words += f"[{numbers[part.get(f'{_W}id')]}]" if part.tag == f"{_W}footnoteReference" else part.text or ""
    return words
