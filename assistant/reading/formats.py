"""What a file is: one table of formats, by first bytes and by suffix, with the reader of each.

A new reader is one entry here and one module beside it. Nothing here opens a file or imports a reader before it is
needed.
"""

import re
import zipfile
from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import NamedTuple, TypeAlias

from assistant.errors import UnsupportedFileError
from assistant.reading.encoding import BYTE_ORDER_MARKS
from assistant.reading.limits import Limits
from assistant.reading.text import Document

Reader: TypeAlias = Callable[[bytes, Path, Limits], Document]
"""From bytes, the path for messages, and the limits to a document; raises the errors of InputFileError's family."""

_HEAD = 1024
_SAMPLE = 65_536
_CONTROLS, _ZEROS_IN_UTF8 = 0.05, 0.3
"""Shares above which bytes are no text: of control characters; of zero bytes in what is valid UTF-8."""
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PNG, _JPEG, _TIFF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", (b"II*\0", b"MM\0*")
_BITMAP = re.compile(rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0{3}", re.DOTALL)
_WEBP = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
_MOST_NAMES = 20_000


class Sample:
    """The bytes of a file, and what can be told from them without reading it."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def head(self) -> bytes:
        """The first bytes in small letters, white space and byte order mark before them cut off."""
        return self.data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()

    @cached_property
    def packed_names(self) -> frozenset[str]:
        """Names of the files in a zip archive; empty for what is none, or a broken one."""
        if not self.data.startswith(_ZIP) or self.data.count(b"PK\x01\x02") > _MOST_NAMES:
            return frozenset()
        try:
            with zipfile.ZipFile(BytesIO(self.data)) as archive:
                return frozenset(archive.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            return frozenset()

    @cached_property
    def is_text(self) -> bool:
        """Whether people may have written it, in whatever encoding; a few stray control characters do not count.

        In what decodes as UTF-8 only zero bytes tell against it: no other control character is in every binary format.
        """
        if self.data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
            return True
        sample = self.data[:_SAMPLE]
        if _is_utf8(sample):
            return sample.count(0) <= max(2, _ZEROS_IN_UTF8 * len(sample))
        controls = sum(sample.count(byte) for byte in range(32) if byte not in _TEXT_CONTROLS)
        return controls <= max(2, _CONTROLS * len(sample))


class Format(NamedTuple):
    """A format of files: what people call it, how it is recognised, who reads it."""

    name: str
    suffixes: tuple[str, ...]
    media_type: str = ""
    reader: str = ""
    """Module of this package whose `read` reads it; empty for a format that is only recognised, to say so."""
    recognise: Callable[[Sample], bool] = lambda _: False
    """Whether the bytes show that it is this format; False for formats that are known by their suffix alone."""
    advice: str = ""
    """For a format that is not read: what to do."""
    carries: bool = False
    """Whether other documents may hang on it; then its reader has `attachments` too."""


def _is_utf8(sample: bytes) -> bool:
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(sample) - 4  # a letter cut in two by the end of the sample
    return True


def _begins(*beginnings: bytes) -> Callable[[Sample], bool]:
    return lambda sample: sample.head.startswith(tuple(beginning.lower() for beginning in beginnings))


def _packs(*names: str) -> Callable[[Sample], bool]:
    return lambda sample: any(name.startswith(names) for name in sample.packed_names)


def _holds(stream: str) -> Callable[[Sample], bool]:
    """Whether it is an old Office file (OLE) with a stream of this name."""
    name = stream.encode("utf-16-le")
    return lambda sample: sample.data.startswith(_OLE) and name in sample.data


_SAVE_AS_WORD = "Open it in the program that made it and save it as .docx."
_SAVE_AS_TEXT = "Save the text of the message as .txt or .html."
_PLAIN = Format("a text file", (".txt", ".text"), "text/plain", "plain")

FORMATS = (
    Format("a PDF", (".pdf",), "application/pdf", "pdf", lambda sample: b"%pdf-" in sample.head),
    Format(
        "a Word document",
        (".docx", ".docm"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "word",
        lambda sample: _packs("word/")(sample) or _holds("EncryptedPackage")(sample),
    ),
    Format(
        "an OpenDocument text",
        (".odt", ".ott"),
        "application/vnd.oasis.opendocument.text",
        "opendocument",
        lambda sample: sample.data[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text",
    ),
    Format("a rich text file", (".rtf",), "application/rtf", "rich_text", _begins(b"{\\rtf")),
    Format("an e-mail", (".eml",), "message/rfc822", "mail", carries=True),
    Format(
        "an Outlook message",
        (".msg",),
        "application/vnd.ms-outlook",
        "outlook",
        _holds("__substg1.0_"),
        carries=True,
    ),
    Format("a web page", (".html", ".htm", ".xhtml"), "text/html", "html", _begins(b"<!doctype html", b"<html")),
    Format("a Markdown text", (".md", ".markdown"), "text/markdown", "markdown"),
    _PLAIN,
    Format("a PNG picture", (".png",), "image/png", "scan", lambda each: each.data.startswith(_PNG)),
    Format("a JPEG picture", (".jpg", ".jpeg"), "image/jpeg", "scan", lambda each: each.data.startswith(_JPEG)),
    Format("a TIFF picture", (".tif", ".tiff"), "image/tiff", "scan", lambda each: each.data.startswith(_TIFF)),
    Format("a BMP picture", (".bmp",), "image/bmp", "scan", lambda each: _BITMAP.match(each.data) is not None),
    Format("a WebP picture", (".webp",), "image/webp", "scan", lambda each: _WEBP.match(each.data) is not None),
    Format("an old Word document", (".doc", ".dot"), recognise=_holds("WordDocument"), advice=_SAVE_AS_WORD),
    Format("a web archive", (".mht", ".mhtml"), advice=_SAVE_AS_TEXT),
    Format(
        "another OpenDocument file",
        (".fodt", ".ods", ".odp"),
        recognise=lambda sample: {"mimetype", "content.xml"} <= sample.packed_names,
        advice=_SAVE_AS_WORD,
    ),
    Format("a workbook", (".xlsx", ".xls"), recognise=_packs("xl/"), advice=_SAVE_AS_WORD),
    Format("a presentation", (".pptx", ".ppt"), recognise=_packs("ppt/"), advice=_SAVE_AS_WORD),
    Format("an old Office file", (), recognise=lambda sample: sample.data.startswith(_OLE), advice=_SAVE_AS_WORD),
    Format(
        "a picture of another kind",
        (".gif", ".heic", ".svg"),
        recognise=lambda sample: sample.data.startswith(b"GIF8"),
        advice="Save it as .png or as a PDF.",
    ),
    Format(
        "an archive",
        (".zip", ".7z", ".rar", ".gz", ".tar"),
        recognise=lambda sample: sample.data.startswith((_ZIP, b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b")),
        advice="Unpack it and name the files in it.",
    ),
)  # fmt: skip


def recognise(data: bytes, path: Path) -> Format:
    """The format of a file: its first bytes decide, and its suffix among texts and where bytes tell nothing.

    Raises UnsupportedFileError for a format without a reader and for bytes that are no text.
    """
    sample = Sample(data)
    by_suffix = next((known for known in FORMATS if path.suffix.lower() in known.suffixes), None)
    found = next((known for known in FORMATS if known.recognise(sample)), None)
    if data.startswith(_ZIP) and not sample.packed_names and by_suffix and by_suffix.reader:
        return by_suffix  # a broken archive: its reader says what is wrong with it
    if found is None and sample.is_text:
        found = by_suffix if by_suffix and by_suffix.media_type.startswith(("text/", "message/")) else _PLAIN
        found = by_suffix if by_suffix and not by_suffix.reader else found
    if found is None or not found.reader:
        raise _unsupported(path, found)
    return found


def load_reader(module: str) -> Reader:
    """The reader of a module of this package, imported now: libraries are heavy, letters are light."""
    reader: Reader = import_module(f"assistant.reading.{module}").read
    return reader


def load_attachments(module: str) -> Callable[[bytes], tuple[tuple[str, bytes], ...]]:
    """What takes attachments off a format that carries them: from bytes to names and bytes."""
    take: Callable[[bytes], tuple[tuple[str, bytes], ...]] = import_module(f"assistant.reading.{module}").attachments
    return take


def readable_suffixes() -> frozenset[str]:
    """Suffixes of the formats that have a reader, with their dot, in small letters."""
    return frozenset(suffix for known in FORMATS if known.reader for suffix in known.suffixes)


def _unsupported(path: Path, found: Format | None) -> UnsupportedFileError:
    *most, last = [known.suffixes[0] for known in FORMATS if known.reader]
    readable = f"Files in {', '.join(most)} and {last} are read."
    if found is None:
        return UnsupportedFileError(path, "it is neither text nor in a format that is read", readable)
    return UnsupportedFileError(path, f"it is {found.name}, which is not read", f"{found.advice} {readable}")
