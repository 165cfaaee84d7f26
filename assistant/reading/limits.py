"""How much the readers take in, so that no file can fill the memory or hold up the office.

A refusal always names the limit that was passed; nothing is cut short in silence.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import Field

from assistant.errors import TooLargeFileError
from assistant.model.base import Value

_Item = TypeVar("_Item")
_MEGABYTE = 1_000_000


class Limits(Value):
    """The largest input that is read; everything above it is a TooLargeFileError."""

    file_bytes: int = Field(default=200 * _MEGABYTE, gt=0)
    """Size of the file on disk, looked up before it is opened."""
    text_bytes: int = Field(default=50 * _MEGABYTE, gt=0)
    """Size of a text file, and of each part of a Word file that holds text."""
    markdown_bytes: int = Field(default=10 * _MEGABYTE, gt=0)
    """Size of a Markdown file, which takes longer than a plain text of its size."""
    blocks: int = Field(default=250_000, gt=0)
    """Paragraphs, rows and notes of one document."""
    pages: int = Field(default=5_000, gt=0)
    """Pages of a PDF."""
    recognised_pages: int = Field(default=500, gt=0)
    """Pages of one document that are pictures and have to be recognised, which takes seconds for each."""
    picture_dots: int = Field(default=40_000_000, gt=0)
    """Width times height of a picture: A4 in 600 dots an inch, for which tesseract takes 0.6 GB when it is coloured."""
    picture_seconds: float = Field(default=60.0, gt=0)
    """Time to recognise one page."""
    parts: int = Field(default=10_000, gt=0)
    """Files packed into a Word file."""
    unpacked_bytes: int = Field(default=1_000 * _MEGABYTE, gt=0)
    """What the parts of a Word file unpack to, together."""
    ratio: int = Field(default=200, gt=1)
    """Unpacked to packed size of one large part; honest text stays far below."""


DEFAULT_LIMITS = Limits()


def megabytes(size: int) -> str:
    """A number of bytes for people: “12.5 MB”, “1,000 MB”."""
    return f"{size / _MEGABYTE:,.1f}".removesuffix(".0") + " MB"


def bounded(items: Iterable[_Item], most: int, what: str, path: Path) -> Iterator[_Item]:
    """The items one by one; raises TooLargeFileError when there are more than `most` of them."""
    for number, item in enumerate(items):
        if number == most:
            raise TooLargeFileError(path, f"it holds more than {most:,} {what}", "Divide it into several files.")
        yield item
