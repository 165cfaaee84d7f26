"""PDFs with a text layer: page by page through PDFium, with what a page holds beside words.

Lines are made by `pdf_lines`, paragraphs by `pdf_pages`. A page that is a picture is told as a loss, never passed
over.
"""

import ctypes
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

import pypdfium2 as pdfium
from pypdfium2 import raw

from assistant.errors import DamagedFileError, EncryptedFileError, TooLargeFileError
from assistant.model.source import Loss
from assistant.reading.limits import Limits, bounded
from assistant.reading.losses import PICTURE, Sort, Tally
from assistant.reading.pdf_lines import lines_of
from assistant.reading.pdf_margins import Sheet
from assistant.reading.pdf_pages import pieces
from assistant.reading.text import Document, assemble

_PDFIUM = Lock()
"""PDFium serves one thread at a time."""
_ADVICE = "Ask for the file again, or print it to a new PDF."
_WHOLE_PAGE = 0.8
"""Share of a page from which on a picture is taken for a scan of it."""
_PICTURE_OF_WORDS = Loss(what="This page is a picture: its words were not read")
_SCAN = Loss(what="This page is a picture with words behind it, which a machine may have misread")
_DRAWING = Loss(what="This page holds drawings but no words")

_FIELD = Sort("1 form field or signature was not read", "{} form fields or signatures were not read")
_COMMENT = Sort("1 comment was left out", "{} comments were left out")
_ATTACHED = Sort("1 attached file was not read", "{} attached files were not read")
_UNKNOWN_LETTER = Sort("1 letter without meaning was left out", "{} letters without meaning were left out")


def read(data: bytes, path: Path, limits: Limits) -> Document:
    """Read a PDF; raises EncryptedFileError, DamagedFileError and TooLargeFileError."""
    with _PDFIUM:
        document = _open(data, path)
        try:
            return _read(document, path, limits)
        except pdfium.PdfiumError as error:
            raise DamagedFileError(path, f"it is damaged ({str(error).lower().rstrip('.')})", _ADVICE) from error
        finally:
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
    if len(document) > limits.pages:
        reason = f"it has {len(document):,} pages; no more than {limits.pages:,} are read"
        raise TooLargeFileError(path, reason, "Divide it into several files.")
    whole = Tally()
    for _ in range(document.count_attachments()):
        whole.add(_ATTACHED)
    sheets: list[Sheet] = []
    losses: list[Loss] = []
    for number in range(1, len(document) + 1):
        sheet, missing = _read_page(document[number - 1], number)
        sheets.append(sheet)
        losses += missing
    found = list(bounded(pieces(sheets, whole), limits.blocks, "paragraphs", path))
    return assemble(found, (*losses, *whole.losses()))


def _read_page(page: pdfium.PdfPage, number: int) -> tuple[Sheet, tuple[Loss, ...]]:
    tally = Tally()
    words = page.get_textpage()
    lines, unknown = lines_of(page, words)
    words.close()
    for _ in range(unknown):
        tally.add(_UNKNOWN_LETTER)
    pictures = _pictures(page)
    whole = _whole_page(bool(lines), pictures, raw.FPDFPage_CountObjects(page))
    for _ in pictures if whole is None else ():
        tally.add(PICTURE)
    _count_annotations(page, tally)
    sheet = Sheet(number, page.get_height(), lines)
    page.close()
    told = () if whole is None else (whole.model_copy(update={"page": number}),)
    return sheet, (*told, *tally.losses(number))


def _whole_page(has_words: bool, pictures: list[float], objects: int) -> Loss | None:  # noqa: FBT001
    if not has_words:
        return _PICTURE_OF_WORDS if pictures else _DRAWING if objects else None
    return _SCAN if max(pictures, default=0) > _WHOLE_PAGE else None


def _pictures(page: pdfium.PdfPage) -> list[float]:
    """The share of the page that each picture on it takes up."""
    area = page.get_width() * page.get_height() or 1.0
    return [_area(each) / area for each in _objects(page) if raw.FPDFPageObj_GetType(each) == raw.FPDF_PAGEOBJ_IMAGE]


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
