"""Shelves to test with: an empty one, and one with the two real letters."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from assistant.precedents.files import FileShelf
from assistant.precedents.shelf import Filed
from tests.precedents.letters import Document, carlsson, press_conference


class Folders(NamedTuple):
    """The two folders a shelf needs."""

    precedents: Path
    cache: Path


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "precedents", tmp_path / ".assistant")


@pytest.fixture
def empty(folders: Folders) -> Iterator[FileShelf]:
    """A shelf with nothing on it."""
    shelf = FileShelf(*folders)
    yield shelf
    shelf.close()


@pytest.fixture
def shelf(empty: FileShelf) -> FileShelf:
    """A shelf with the letter of 23 May 2019 and the press release of 15 May 2018."""
    put(empty, carlsson())
    put(empty, press_conference())
    return empty


def put(shelf: FileShelf, document: Document) -> Filed:
    return shelf.put(document.extraction, document.source, document.original, document.suffix)
