"""Zip files read and written so that a part nobody changed keeps its packed bytes.

Packing the logo and the styles of a template anew for each letter would take most of the time of a letter. Equal parts
packed by us give equal bytes: one fixed time, one level.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
"""APPNOTE.TXT of PKWARE, 4.3.7, 4.3.12 and 4.3.16; a letter is far below what would need ZIP64."""
_VERSION = 20
_DATE = 1 << 5 | 1
"""1 January 1980, the earliest day a zip can hold."""
_UTF8 = 1 << 11
_LEVEL = 4


class Packed(NamedTuple):
    """A part with its packed bytes."""

    data: bytes
    packed: bytes
    method: int
    checksum: int


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, whole: bytes) -> Packed:
    """A member of the archive `whole`, verified by zipfile; raises what zipfile raises for a broken one."""
    data = archive.read(entry)
    name_and_extra = struct.unpack_from("<2H", whole, entry.header_offset + 26)
    start = entry.header_offset + _LOCAL.size + sum(name_and_extra)
    return Packed(data, whole[start : start + entry.compress_size], entry.compress_type, entry.CRC)


def pack(data: bytes, *, is_packed: bool = False) -> Packed:
    """A part, packed; a picture `is_packed` already and is stored as it is."""
    if is_packed:
        return Packed(data, data, zipfile.ZIP_STORED, zlib.crc32(data))
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(data, packer.compress(data) + packer.flush(), zipfile.ZIP_DEFLATED, zlib.crc32(data))


def write_archive(parts: Mapping[str, Packed]) -> bytes:
    """A zip of the parts, in their order."""
    out, directory = io.BytesIO(), io.BytesIO()
    for name, part in parts.items():
        written = name.encode()
        flags = 0 if written.isascii() else _UTF8
        facts = (flags, part.method, 0, _DATE, part.checksum, len(part.packed), len(part.data), len(written))
        offset = out.tell()
        out.write(_LOCAL.pack(b"PK\3\4", _VERSION, *facts, 0) + written + part.packed)
        directory.write(_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *facts, 0, 0, 0, 0, 0, offset) + written)
    start, size, count = out.tell(), directory.tell(), len(parts)
    return out.getvalue() + directory.getvalue() + _END.pack(b"PK\5\6", 0, 0, count, count, size, start, 0)
