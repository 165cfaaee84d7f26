"""Opening packed XML files (.docx, later .odt) so that none can harm: no bombs, no entities, nothing fetched.

It knows archives, parts and relations, not what a part means.
"""

import zipfile
import zlib
from functools import cached_property
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath, split
from typing import NamedTuple

from lxml import etree

from assistant.errors import DamagedFileError, EncryptedFileError, TooLargeFileError
from assistant.reading.limits import Limits, megabytes

_OLE = b"\xd0\xcf\x11\xe0"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError, RuntimeError)
_HARMLESS = 20_000_000
"""Bytes; below it, the ratio of unpacked to packed tells nothing: an empty drawing packs well too."""
_ADVICE = "Ask for the file again, or open and save it anew."
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)  # fmt: skip
"""ISO 29500 Strict names its namespaces otherwise and means the same."""


class Relation(NamedTuple):
    """Where a part points: the last word of its type (“header”, “footnotes”), and the name of the other part."""

    type: str
    target: str


class Package:
    """A zip archive of XML parts, checked before anything is unpacked."""

    def __init__(self, data: bytes, path: Path, limits: Limits) -> None:
        """Raises EncryptedFileError, DamagedFileError and TooLargeFileError."""
        self._path = path
        self._limits = limits
        if data.startswith(_OLE):
            raise self._locked()
        if data.count(b"PK\x01\x02") > limits.parts:
            raise TooLargeFileError(path, f"it holds more than {limits.parts:,} parts", _ADVICE)
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise DamagedFileError(path, "its archive is broken or cut off", _ADVICE) from error
        self._check_sizes(len(data))

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of all parts."""
        return frozenset(self._archive.namelist())

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part, None where there is no such part; raises DamagedFileError."""
        if name not in self.names:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(self._unpack(name), parser)
        except etree.XMLSyntaxError as error:
            raise DamagedFileError(self._path, f"its part {name} is broken ({error.msg})", _ADVICE) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise DamagedFileError(self._path, f"its part {name} declares a document type, which is unsafe", _ADVICE)
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part inside the package, by their ids; `""` for the package itself."""
        folder, name = split(part)
        root = self.xml(join(folder, "_rels", f"{name}.rels"))
        found = [] if root is None else [each for each in root.iter(_RELATION) if each.get("TargetMode") != "External"]
        return {
            each.get("Id", ""): Relation(
                each.get("Type", "").rpartition("/")[2], _resolve(part, each.get("Target", ""))
            )
            for each in found
        }

    def _unpack(self, name: str) -> bytes:
        information = self._archive.getinfo(name)
        if information.flag_bits & 1:
            raise self._locked()
        if information.file_size > self._limits.text_bytes:
            reason = f"its part {name} holds {megabytes(information.file_size)}"
            raise TooLargeFileError(
                self._path, f"{reason}; no more than {megabytes(self._limits.text_bytes)} are read", _ADVICE
            )
        try:
            data = self._archive.read(name)
        except _BROKEN as error:
            raise DamagedFileError(self._path, f"its part {name} cannot be unpacked", _ADVICE) from error
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
        return data

    def _check_sizes(self, packed: int) -> None:
        unpacked = sum(part.file_size for part in self._archive.infolist())
        bomb = unpacked > max(_HARMLESS, self._limits.ratio * packed)
        if bomb or unpacked > self._limits.unpacked_bytes:
            raise TooLargeFileError(self._path, f"it unpacks to {megabytes(unpacked)}, far more than a letter", _ADVICE)

    def _locked(self) -> EncryptedFileError:
        return EncryptedFileError(
            self._path, "it is locked with a password", "Open it, remove the password and save it."
        )


def _resolve(part: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target)).lstrip("/")
