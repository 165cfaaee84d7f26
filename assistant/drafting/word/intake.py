"""What may not be opened at all: everything in a Word file that could run, reach out of it, or eat memory.

Looks at the zip and at relations only; what is wrong inside the text of a template is a finding (checks.py).
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from assistant.drafting.word.package import CONTENT_TYPES, Package
from assistant.drafting.word.wordml import DOCUMENT, WORD, parse_part
from assistant.errors import RefusedTemplateError

MOST_PARTS = 400
LARGEST_XML = 8 << 20
"""Bytes a part of text may unpack to: some three thousand pages."""
LARGEST_FILE = 60 << 20
"""Bytes all parts together may unpack to."""
_SQUEEZED = 120
"""Times smaller than its content no honest part of more than a megabyte is packed."""
_MEGABYTE = 1 << 20

_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_BY_LIBREOFFICE = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
_RUNNING = re.compile(r"vbaProject|activeX|/embeddings/|\.(?:exe|dll|js|vbs|docm|dotm)$", re.IGNORECASE)
_RUNNING_TYPE = re.compile(r"macroEnabled|vbaProject|activeX|oleObject|ms-package", re.IGNORECASE)
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def admit(data: bytes, name: str) -> Package:
    """The parts of a template that may be opened; raises RefusedTemplateError with the reason when it may not."""
    package = open_safely(data, name)
    try:
        _refuse(name, _wrong_parts(package))
    except etree.XMLSyntaxError as error:
        raise RefusedTemplateError(name, f"a part of it is no valid XML ({error.msg})", _SAVE_AGAIN) from error
    _mend_core_properties(package)
    return package


def open_safely(data: bytes, name: str) -> Package:
    """The parts of any Word file, if it does not eat memory; raises RefusedTemplateError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse(name, _wrong_entries(entries))
            package = Package({entry.filename: archive.read(entry) for entry in entries})
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise RefusedTemplateError(name, "this is no Word file, or a damaged one", _SAVE_AGAIN) from error
    if CONTENT_TYPES not in package.parts or DOCUMENT not in package.parts:
        raise RefusedTemplateError(name, "this is no Word document", _SAVE_AGAIN)
    return package


_SAVE_AGAIN = "Open it in Word and save it again as a Word document (.docx)."


def _refuse(name: str, reasons: Iterator[tuple[str, str]]) -> None:
    for reason, advice in reasons:
        raise RefusedTemplateError(name, reason, advice)


def _wrong_entries(entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, str]]:
    """What the directory of the zip tells, before anything is unpacked."""
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_PARTS:
        yield f"it has {len(entries)} parts, more than the {MOST_PARTS} of any honest letter", ""
    texts = (entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if max(texts, default=0) > LARGEST_XML or sum(entry.file_size for entry in entries) > LARGEST_FILE:
        yield "it unpacks to more than a letter can need", "Take out large pictures."
    if any(
        entry.file_size > _MEGABYTE and entry.file_size > _SQUEEZED * max(1, entry.compress_size) for entry in entries
    ):
        yield "a part of it is packed like a bomb that fills the memory", ""
    if any(entry.flag_bits & 1 for entry in entries):
        yield "it is locked with a password", "Save it without one."
    if len({entry.casefold() for entry in names}) != len(names):
        yield "two of its parts have the same name", _SAVE_AGAIN
    for part in names:
        if part.startswith("/") or "\\" in part or ":" in part or ".." in part.split("/"):
            yield f"its part “{part}” points outside of the file", ""


def _wrong_parts(package: Package) -> Iterator[tuple[str, str]]:
    for part, data in package.parts.items():
        if _RUNNING.search(part):
            yield f"it holds macros, controls or embedded objects (“{part}”)", "Take them out and save it as .docx."
        if part.endswith((".xml", ".rels")) and _declares(data):
            yield f"its part “{part}” declares a document type, which no Word file does", ""
    if _RUNNING_TYPE.search(package.parts[CONTENT_TYPES].decode("utf-8", "replace")):
        yield "it holds macros, controls or embedded objects", "Take them out and save it as .docx."
    for part in package.parts:
        if part.endswith(".rels"):
            yield from _wrong_relations(package, part)
    if etree.QName(parse_part(package.parts[DOCUMENT])).namespace != WORD:
        yield "it is saved as “Strict Open XML”", "Save it as an ordinary Word document (.docx)."


def _declares(data: bytes) -> bool:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return _DECLARATION.search(data.decode("utf-16", "replace").encode()) is not None
    return _DECLARATION.search(data) is not None


def _wrong_relations(package: Package, part: str) -> Iterator[tuple[str, str]]:
    folder, name = posixpath.split(part)
    for relation in package.relations(posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))):
        kind = relation.kind.rpartition("/")[2]
        if relation.external and kind != "hyperlink":
            yield (
                f"it fetches something from outside ({kind}: {relation.target[:80]})",
                "Put it into the file or take it out.",
            )


def _mend_core_properties(package: Package) -> None:
    """LibreOffice names the kind of this one relation otherwise; with both the file would have two title pages."""
    data = package.parts.get("_rels/.rels", b"")
    package.parts["_rels/.rels"] = data.replace(_CORE_BY_LIBREOFFICE.encode(), _CORE.encode())
