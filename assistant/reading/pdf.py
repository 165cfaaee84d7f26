"""PDFs: page by page through PDFium, with what a page holds beside words.

Lines are made by `pdf_lines`, paragraphs by `pdf_pages`. A page that is a picture goes to `scan`; whatever comes of
it is told as a loss.
"""

import ctypes
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from assistant.errors import DamagedFileError, EncryptedFileError, TooLargeFileError
from assistant.model.source import Loss
from assistant.reading.limits import Limits
from assistant.reading.losses import PICTURE, Sort, Tally
from assistant.reading.pdf_lines import lines_of
from assistant.reading.pdf_margins import SetLine, Sheet
from assistant.reading.scan import (
    DOTS_PER_INCH,
    NOT_READ,
    PictureOfPage,
    Scanned,
    compose,
    not_started,
    recognise,
    too_many,
)
from assistant.reading.text import Document

_PDFIUM = Lock()
"""PDFium serves one thread at a time."""
_ADVICE = "Ask for the file again, or print it to a new PDF."
_WHOLE_PAGE = 0.8
"""Share of a page from which on a picture is taken for a scan of it."""
_LARGEST_DRAWING = 5_000
"""Dots along the longer side of a page drawn for recognition: A3 in 300 dots an inch."""
_TOO_LARGE = Loss(what=f"{NOT_READ} (it has too many dots)")
_SCAN = Loss(what="This page is a picture with words behind it, which a machine may have misread")
_DRAWING = Loss(what="This page holds drawings but no words")

_FIELD = Sort("1 form field or signature was not read", "{} form fields or signatures were not read")
_COMMENT = Sort("1 comment was left out", "{} comments were left out")
_ATTACHED = Sort("1 attached file was not read", "{} attached files were not read")
_UNKNOWN_LETTER = Sort("1 letter without meaning was left out", "{} letters without meaning were left out")


class _Picture(NamedTuple):
    """A picture on a page: the share of the page it takes up, its dots in all."""

    share: float
    dots: int


class _Page(NamedTuple):
    """A page as its text layer gives it."""

    sheet: Sheet
    losses: tuple[Loss, ...]
    is_picture: bool
    """Whether its words are to be recognised."""


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read a PDF; raises EncryptedFileError, DamagedFileError and TooLargeFileError."""
    with _PDFIUM:
        document = _open(data, path)
    try:
        return _read(document, path, limits)
    except pdfium.PdfiumError as error:
        raise DamagedFileError(path, f"it is damaged ({str(error).lower().rstrip('.')})", _ADVICE) from error
    except OSError as error:
        raise not_started(path, error) from error
    finally:
        with _PDFIUM:
            document.close()


def _open(data: bytes, path: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            advice = "Open it, and print or save it without the password."
            raise EncryptedFileError(path, "it is locked with a password", advice) from error
        raise DamagedFileError(path, "it says that it is a PDF, but breaks off or breaks the rules", _ADVICE) from error


def _read(document: pdfium.PdfDocument, path: Path, limits: Limits) -> Document:
    with _PDFIUM:
        pages, attached = _read_pages(document, path, limits), _count_attached(document)
    pictures = [PictureOfPage(page.sheet.number, page.sheet.height) for page in pages if page.is_picture]
    if len(pictures) > limits.recognised_pages:
        raise too_many(path, limits)
    recognised = {each.sheet.number: each for each in recognise(pictures, partial(_draw, document), limits)}
    sheets, losses = [], []
    for page in pages:
        scanned = recognised.get(page.sheet.number, Scanned(page.sheet, ()))
        sheets.append(scanned.sheet)
        losses += [*scanned.losses, *page.losses]
    return compose(sheets, (*losses, *attached), path, limits)


def _read_pages(document: pdfium.PdfDocument, path: Path, limits: Limits) -> list[_Page]:
    if len(document) > limits.pages:
        reason = f"it has {len(document):,} pages; no more than {limits.pages:,} are read"
        raise TooLargeFileError(path, reason, "Divide it into several files.")
    return [_read_page(document[number - 1], number, limits) for number in range(1, len(document) + 1)]


def _count_attached(document: pdfium.PdfDocument) -> tuple[Loss, ...]:
    tally = Tally()
    for _ in range(document.count_attachments()):
        tally.add(_ATTACHED)
    return tally.losses()


def _draw(document: pdfium.PdfDocument, number: int) -> bytes:
    """A page as a grey picture (PGM); one of huge measures is drawn smaller."""
    with _PDFIUM:
        page = document[number - 1]
        largest = max(page.get_width(), page.get_height(), 1.0)
        bitmap = page.render(scale=min(DOTS_PER_INCH / 72, _LARGEST_DRAWING / largest), grayscale=True)
        rows = memoryview(bitmap.buffer).cast("B")
        grey = b"".join(rows[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
        size = f"P5 {bitmap.width} {bitmap.height} 255\n".encode()
        bitmap.close()
        page.close()
        return size + grey


def _read_page(page: pdfium.PdfPage, number: int, limits: Limits) -> _Page:
    tally = Tally()
    words = page.get_textpage()
    lines, unknown = lines_of(page, words)
    words.close()
    for _ in range(unknown):
        tally.add(_UNKNOWN_LETTER)
    pictures = _pictures(page)
    whole = _whole_page(lines, pictures, raw.FPDFPage_CountObjects(page), limits)
    for _ in pictures if lines and whole is None else ():
        tally.add(PICTURE)
    _count_annotations(page, tally)
    sheet = Sheet(number, page.get_height(), lines)
    page.close()
    told = () if whole is None else (whole.model_copy(update={"page": number}),)
    return _Page(sheet, (*told, *tally.losses(number)), is_picture=bool(pictures) and not lines and whole is None)


def _whole_page(lines: Sequence[SetLine], pictures: list[_Picture], objects: int, limits: Limits) -> Loss | None:
    """What is to be told about a page as a whole; None also for a picture that is to be recognised."""
    if lines:
        return _SCAN if max((each.share for each in pictures), default=0) > _WHOLE_PAGE else None
    if not pictures:
        return _DRAWING if objects else None
    return _TOO_LARGE if max(each.dots for each in pictures) > limits.picture_dots else None


def _pictures(page: pdfium.PdfPage) -> list[_Picture]:
    """The pictures on a page."""
    area = page.get_width() * page.get_height() or 1.0
    drawn = (each for each in _objects(page) if raw.FPDFPageObj_GetType(each) == raw.FPDF_PAGEOBJ_IMAGE)
    return [_Picture(_area(each) / area, _dots(each)) for each in drawn]


def _dots(picture: ctypes.c_void_p) -> int:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(picture, width, height)
    return width.value * height.value


def _objects(page: pdfium.PdfPage) -> Iterator[ctypes.c_void_p]:
    """What is drawn on a page, forms taken apart once."""
    for index in range(raw.FPDFPage_CountObjects(page)):
        drawn = raw.FPDFPage_GetObject(page, index)
        yield drawn
        if raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_FORM:
            for inner in range(raw.FPDFFormObj_CountObjects(drawn)):
                yield raw.FPDFFormObj_GetObject(drawn, inner)


def _area(drawn: ctypes.c_void_p) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    return abs((right.value - left.value) * (top.value - bottom.value))


def _count_annotations(page: pdfium.PdfPage, tally: Tally) -> None:
    sorts = {raw.FPDF_ANNOT_WIDGET: _FIELD, raw.FPDF_ANNOT_TEXT: _COMMENT, raw.FPDF_ANNOT_FREETEXT: _COMMENT}
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        sort = sorts.get(raw.FPDFAnnot_GetSubtype(annotation))
        if sort:
            tally.add(sort)
        raw.FPDFPage_CloseAnnot(annotation)
