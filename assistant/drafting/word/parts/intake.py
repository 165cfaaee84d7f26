"""What may not be opened at all: everything in a Word file that could run, reach out of it, or eat memory.

What is wrong inside the text of a template is a finding instead (checks.py).
"""

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from assistant.drafting.word.parts.archive import read_entry
from assistant.drafting.word.parts.fields import read_fields
from assistant.drafting.word.parts.package import CONTENT_TYPES, Package, relations_part
from assistant.drafting.word.parts.wordml import DOCUMENT, RENDERED, WORD, parse_part
from assistant.errors import RefusedTemplateError

MOST_PARTS = 400
LARGEST_XML = 8 << 20
"""Bytes a part of text may unpack to: some three thousand pages."""
LARGEST_TEXT = 2 << 20
"""Bytes the parts of a template that are filled may have together; no frame of a letter comes near."""
MOST_MARKUP = 200_000
"""Opening and closing tags of XML in all parts of a template: three times those of Word's fattest empty document."""
LARGEST_FILE = 60 << 20
"""Bytes all parts together may unpack to."""
_SQUEEZED = 120
"""Times smaller than its content no honest part of more than a megabyte is packed."""

_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_BY_LIBREOFFICE = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
_RUNNING_PART = re.compile(r"vbaProject|activeX|/embeddings/|\.(?:exe|dll|js|vbs|docm|dotm)$", re.IGNORECASE)
_RUNNING_TYPE = re.compile(rb"macroEnabled|vbaProject|activeX|oleObject|ms-package", re.IGNORECASE)
_RUNNING_RELATIONS = frozenset(
    {"aFChunk", "attachedToolbars", "control", "keyMapCustomizations", "oleObject", "package", "subDocument"}
    | {"vbaProject", "wordVbaData"}
)
_REACHING_FIELDS = frozenset(
    {"DATABASE", "DDE", "DDEAUTO", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "MACROBUTTON", "RD"}
)
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']""")

_DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError, IndexError, struct.error)
"""What zipfile raises for a broken archive, found by breaking many."""
_SAVE_AGAIN = "Open it in Word and save it again as a Word document (.docx)."
_SHORTEN = "Make a new document of the frame of the letter alone."
_TAKE_OUT = "Take them out and save it as a Word document (.docx)."

Refusals = Iterator[tuple[str, str]]
"""Reasons with an advice each."""


def admit(data: bytes, name: str) -> Package:
    """The parts of a template that may be opened; raises RefusedTemplateError with the reason when it may not."""
    package = open_safely(data, name)
    with refusing_damage(name):
        _refuse(name, _wrong_lengths(package))
        _refuse(name, _wrong_parts(package))
    _mend_core_properties(package)
    return package


def open_safely(data: bytes, name: str) -> Package:
    """The parts of any Word file, if it does not eat memory; raises RefusedTemplateError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse(name, _wrong_entries(entries))
            package = Package({entry.filename: read_entry(archive, entry, data) for entry in entries})
    except _DAMAGE as error:
        raise RefusedTemplateError(name, "this is no Word file, or a damaged one", _SAVE_AGAIN) from error
    with refusing_damage(name):
        _name_document(package)
    if CONTENT_TYPES not in package.parts or DOCUMENT not in package.parts:
        raise RefusedTemplateError(name, "this is no Word document", _SAVE_AGAIN)
    return package


def _name_document(package: Package) -> None:
    """Word on the web may call the text “word/document2.xml”; nothing else leads there but the relation of the file."""
    if DOCUMENT in package.parts or CONTENT_TYPES not in package.parts:
        return
    name, relations = package.related("", "officeDocument"), relations_part("")
    if name in package.parts and posixpath.dirname(name) == posixpath.dirname(DOCUMENT):
        package.rename(name, DOCUMENT)
        package.parts[relations] = package.parts[relations].replace(name.encode(), DOCUMENT.encode())


@contextmanager
def refusing_damage(name: str) -> Iterator[None]:
    """Where parts of a file from outside are read: one that is no valid XML is refused with the name of the file."""
    try:
        yield
    except etree.XMLSyntaxError as error:
        raise RefusedTemplateError(name, f"a part of it is no valid XML ({error.msg})", _SAVE_AGAIN) from error


def _refuse(name: str, reasons: Refusals) -> None:
    for reason, advice in reasons:
        raise RefusedTemplateError(name, reason, advice)


def _wrong_entries(entries: list[zipfile.ZipInfo]) -> Refusals:
    """What the directory of the zip tells, before anything is unpacked."""
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_PARTS:
        yield f"it has {len(entries)} parts, more than the {MOST_PARTS} of any honest letter", ""
    if any(entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for entry in entries):
        yield "it is packed in a way Word never uses", _SAVE_AGAIN
    if any(entry.flag_bits & 1 for entry in entries):
        yield "it is locked with a password", "Save it without one."
    if any(entry.file_size > (1 << 20) and entry.file_size > _SQUEEZED * entry.compress_size for entry in entries):
        yield "a part of it is packed like a bomb that fills the memory", ""
    texts = (entry.file_size for entry in entries if _is_xml(entry.filename))
    if max(texts, default=0) > LARGEST_XML or sum(entry.file_size for entry in entries) > LARGEST_FILE:
        yield "it unpacks to more than a letter can need", "Take out large pictures."
    if len({entry.casefold() for entry in names}) != len(names):
        yield "two of its parts have the same name", _SAVE_AGAIN
    for part in names:
        if part.startswith("/") or "\\" in part or ":" in part or ".." in part.split("/"):
            yield f"its part “{part}” points outside of the file", ""


def _wrong_lengths(package: Package) -> Refusals:
    """What would take a long time to read."""
    texts = {part: data for part, data in package.parts.items() if _is_xml(part)}
    if sum(len(data) for part, data in texts.items() if RENDERED.fullmatch(part)) > LARGEST_TEXT:
        yield "its text is longer than that of any letter", _SHORTEN
    if sum(data.count(b"<") for data in texts.values()) > MOST_MARKUP:
        yield "it is built of more pieces than any letter", _SHORTEN


def _wrong_parts(package: Package) -> Refusals:
    """What the parts tell, the cheap looks first."""
    for part, data in package.parts.items():
        if _RUNNING_PART.search(part):
            yield f"it holds macros, controls or embedded objects (“{part}”)", _TAKE_OUT
        if _is_xml(part):
            yield from _wrong_markup(part, data)
    if _RUNNING_TYPE.search(package.parts[CONTENT_TYPES]):
        yield "it holds macros, controls or embedded objects", _TAKE_OUT
    for part in package.parts:
        if part.endswith(".rels"):
            yield from _wrong_relations(package, part)
    if etree.QName(parse_part(package.parts[DOCUMENT])).namespace != WORD:
        yield "it is saved as “Strict Open XML”", "Save it as an ordinary Word document (.docx)."


def _wrong_markup(part: str, data: bytes) -> Refusals:
    """An encoding Word never writes could hide what the other looks search for."""
    encoding = _ENCODING.match(data)
    if b"\0" in data or (encoding and encoding[1].lower() not in {b"utf-8", b"utf8", b"us-ascii"}):
        yield f"its part “{part}” is not written in UTF-8", _SAVE_AGAIN
    if b"<!" in data and _DOCTYPE.search(data):
        yield f"its part “{part}” declares a document type, which no Word file does", _SAVE_AGAIN
    if b"instrText" in data or b"fldSimple" in data:
        for field in _REACHING_FIELDS.intersection(name for name, _ in read_fields(parse_part(data))):
            yield f"its field “{field}” fetches or runs something from outside", "Replace the field by its text."


def _wrong_relations(package: Package, part: str) -> Refusals:
    folder, name = posixpath.split(part)
    for relation in package.relations(posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))):
        kind = relation.kind.rpartition("/")[2]
        if kind in _RUNNING_RELATIONS:
            yield f"it holds macros, controls or embedded objects ({kind})", _TAKE_OUT
        if relation.external and kind == "attachedTemplate":
            advice = "In Word: Developer > Document Template, detach it, and save."
            yield f"it is tied to another template ({relation.target[:80]})", advice
        elif relation.external and kind != "hyperlink":
            advice = "Put it into the file or take it out."
            yield f"it fetches something from outside ({kind}: {relation.target[:80]})", advice


def _is_xml(part: str) -> bool:
    return part.endswith((".xml", ".rels", ".vml"))


def _mend_core_properties(package: Package) -> None:
    """LibreOffice names the kind of this one relation otherwise; with both the file would have two title pages."""
    data = package.parts.get("_rels/.rels", b"")
    package.parts["_rels/.rels"] = data.replace(_CORE_BY_LIBREOFFICE.encode(), _CORE.encode())
