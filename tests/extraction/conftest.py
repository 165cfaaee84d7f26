"""Sources and extractions for the tests: the two real letters, and any text a test writes down."""

import re
from collections.abc import Callable
from functools import cache

import pytest

from assistant.extraction import extract
from assistant.extraction.document import Document
from assistant.extraction.lexicon import load_lexicon
from assistant.model.precedent import Extraction
from assistant.model.source import Block, Source, make_source
from assistant.reading import read
from tests.conftest import LETTERS

LANGUAGES = {"carlsson.txt": "en", "press_conference.txt": "en"} | {
    path.relative_to(LETTERS).as_posix(): path.parent.name for path in sorted(LETTERS.glob("??/*.txt"))
}
"""The letters the tests read, and the language each is written in."""


@cache
def read_letter(name: str) -> Source:
    return read(LETTERS / name)


@cache
def extract_letter(name: str) -> Extraction:
    return extract(read_letter(name))


def source_of(text: str) -> Source:
    """A source whose blocks are parted by empty lines."""
    starts = [match.start() for match in re.finditer(r"(?<!\S)\S(?:.|\n(?!\s*\n))*", text)]
    blocks = tuple(Block(start=start) for start in starts)
    return make_source(
        text, blocks, name="letter.txt", original=text.encode("utf-8", "surrogatepass"), media_type="text/plain"
    )


@pytest.fixture
def carlsson() -> Extraction:
    return extract_letter("carlsson.txt")


@pytest.fixture
def press_conference() -> Extraction:
    return extract_letter("press_conference.txt")


@pytest.fixture
def source() -> Callable[[str], Source]:
    return source_of


@pytest.fixture
def document() -> Callable[[str], Document]:
    def prepare(text: str) -> Document:
        return Document(source_of(text), load_lexicon("en"))

    return prepare


@pytest.fixture
def extraction() -> Callable[[str], Extraction]:
    def understand(text: str) -> Extraction:
        return extract(source_of(text))

    return understand
