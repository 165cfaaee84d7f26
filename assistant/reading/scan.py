"""Scans: pictures of letters, as files of their own and as pages of a PDF, through the program that reads pictures.

Every page that a machine has read says so, and names the words it was not sure of.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from assistant.errors import DamagedFileError, TooLargeFileError, UnreadableFileError, UnsupportedFileError
from assistant.model.source import Loss
from assistant.reading.limits import Limits, bounded
from assistant.reading.losses import Tally
from assistant.reading.ocr import ADVICE, Seen, Tesseract, find_tesseract
from assistant.reading.pdf_margins import Sheet
from assistant.reading.pdf_pages import pieces
from assistant.reading.picture_sizes import picture_sizes
from assistant.reading.scan_lines import doubts, part_specks, sheet_of
from assistant.reading.text import Document, assemble

DOTS_PER_INCH = 300
"""In which pages are drawn for the program: fewer cost accents, more cost time."""
_WIDTH_OF_PAGE = 595.0
"""Points; what a picture shows is taken for a page of A4, whatever its dots."""
_LARGEST_SIDE = 32_767
"""Dots; what tesseract takes."""
NOT_READ = "This page is a picture: its words were not read"
_MACHINE = "This page is a picture, whose words a machine has read and may have misread"
_ACCENTS = "accents may be lost"
_NO_WORDS = "This page is a picture in which no words were found"


class PictureOfPage(NamedTuple):
    """A page of a document that is a picture: its number from 1, its height in points."""

    number: int
    height: float


class Scanned(NamedTuple):
    """A recognised page, and what is to be told about it."""

    sheet: Sheet
    losses: tuple[Loss, ...]


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read a picture file; raises DamagedFileError, TooLargeFileError, and UnsupportedFileError without tesseract."""
    count = _count_pages(data, path, limits)
    tesseract = find_tesseract()
    if tesseract is None:
        reason = "it is a picture, and Tesseract, the program that reads pictures, is not installed"
        raise UnsupportedFileError(path, reason, f"{ADVICE[:1].upper()}{ADVICE[1:]}, or save it as a PDF with text.")
    try:
        (seen,) = tesseract.see([data], limits.picture_seconds * count)
    except OSError as error:
        raise not_started(path, error) from error
    if seen.failure:
        raise DamagedFileError(path, f"the picture was not read ({seen.failure})", "Save or scan it again.")
    found = [
        _scanned(seen, number, PictureOfPage(number, height * _WIDTH_OF_PAGE / width))
        for number, (width, height) in enumerate(seen.pages, 1)
    ]
    losses = [loss for each in found for loss in each.losses]
    return compose([each.sheet for each in found], (*losses, *_poor_data(tesseract, 1)), path, limits)


def compose(sheets: Sequence[Sheet], losses: Iterable[Loss], path: Path, limits: Limits) -> Document:
    """The document that pages make; raises TooLargeFileError."""
    whole = Tally()
    found = list(bounded(pieces(sheets, whole), limits.blocks, "paragraphs", path))
    return assemble(found, (*losses, *whole.losses()))


def recognise(pages: Sequence[PictureOfPage], draw: Callable[[int], bytes], limits: Limits) -> Iterator[Scanned]:
    """Read pages that are pictures, each in turn drawn by its number; what fails is told as a loss."""
    tesseract = find_tesseract()
    if tesseract is None:
        yield from (_unread(page, f"; {ADVICE} to have them read") for page in pages)
        return
    pictures = (draw(page.number) for page in pages)
    with closing(tesseract.see(pictures, limits.picture_seconds, DOTS_PER_INCH)) as answers:
        for page, seen in zip(pages, answers, strict=True):
            scanned = _unread(page, f" ({seen.failure})") if seen.failure else _scanned(seen, 1, page)
            yield scanned._replace(losses=scanned.losses + _poor_data(tesseract, page.number))


def _unread(page: PictureOfPage, why: str) -> Scanned:
    return Scanned(Sheet(page.number, page.height, ()), (Loss(what=NOT_READ + why, page=page.number),))


def _scanned(seen: Seen, at: int, page: PictureOfPage) -> Scanned:
    """What was seen on the page at a place in the file, as the page of a document."""
    words, specks = part_specks([word for word in seen.words if word.page == at])
    dots = seen.pages[at - 1]
    sheet = sheet_of(words, page.number, dots, page.height / max(1, dots[1]))
    told = Loss(what=_MACHINE if words else _NO_WORDS, page=page.number)
    return Scanned(sheet, (told, *doubts(words, specks, page.number)))


def _poor_data(tesseract: Tesseract, page: int) -> tuple[Loss, ...]:
    if tesseract.knows_accents:
        return ()
    return (
        Loss(what=f"Read with the language data “{tesseract.languages}”, for want of “Latin”: {_ACCENTS}", page=page),
    )


def _count_pages(data: bytes, path: Path, limits: Limits) -> int:
    """The number of pages in a picture file; raises before a page that is too large is unpacked."""
    count = 0
    try:
        for count, (width, height) in enumerate(picture_sizes(data), 1):
            if width * height > limits.picture_dots or max(width, height) > _LARGEST_SIDE:
                reason = f"it is {width:,} by {height:,} dots; no more than {limits.picture_dots:,} in all are read"
                raise TooLargeFileError(path, reason, "Scan it in 300 dots an inch.")
            if count > limits.recognised_pages:
                raise too_many(path, limits)
    except ValueError as error:
        raise DamagedFileError(
            path, "it says that it is a picture, but breaks off", "Save or scan it again."
        ) from error
    return count


def too_many(path: Path, limits: Limits) -> TooLargeFileError:
    """More pages are pictures than are recognised of one document."""
    reason = f"more than {limits.recognised_pages:,} of its pages are pictures, each to be recognised"
    return TooLargeFileError(path, reason, "Divide it into several files.")


def not_started(path: Path, error: OSError) -> UnreadableFileError:
    """The machine has no room, or no right, to start the program that reads pictures."""
    return UnreadableFileError(path, f"tesseract could not be started for it ({error.strerror})", "Try again later.")
