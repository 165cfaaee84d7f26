"""What kind of picture some bytes are and how large: read from their first bytes, nothing is decoded."""

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple


class Image(NamedTuple):
    """A picture measured; width and height in pixels."""

    suffix: str
    width: int
    height: int

    @property
    def content_type(self) -> str:
        """As a Word file declares it."""
        return f"image/{self.suffix}"


_PNG = re.compile(rb"\x89PNG\r\n\x1a\n.{4}IHDR(.{8})", re.DOTALL)
_GIF = re.compile(rb"GIF8[79]a(.{4})", re.DOTALL)
_JPEG = b"\xff\xd8\xff"
_SIZE_SEGMENTS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""ITU-T T.81, table B.1: the start-of-frame markers, which carry the size."""


def measure(data: bytes) -> Image | None:
    """A PNG, JPEG or GIF measured; None for anything else, which not every Word can show."""
    found = next(_read(data), None)
    return found if found and found.width and found.height else None


def _read(data: bytes) -> Iterator[Image]:
    if png := _PNG.match(data):
        yield Image("png", *struct.unpack(">2L", png[1]))
    elif gif := _GIF.match(data):
        yield Image("gif", *struct.unpack("<2H", gif[1]))
    elif data.startswith(_JPEG):
        for kind, segment in _segments(data):
            if kind in _SIZE_SEGMENTS and len(segment) >= 5:
                height, width = struct.unpack_from(">2H", segment, 1)
                yield Image("jpeg", width, height)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG before its pixels, each with its kind."""
    offset = 2
    while offset + 4 <= len(data) and data[offset] == 0xFF:
        if data[offset + 1] == 0xFF:  # a fill byte
            offset += 1
            continue
        (length,) = struct.unpack_from(">H", data, offset + 2)
        yield data[offset + 1], data[offset + 4 : offset + 2 + length]
        offset += 2 + max(length, 2)
