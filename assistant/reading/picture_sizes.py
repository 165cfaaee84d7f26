"""How large a picture says it is, by its first bytes, before anything unpacks it.

A picture of a few bytes may claim to be larger than the memory; nothing here believes more than a header.
"""

import struct
from collections.abc import Callable, Iterator
from typing import TypeAlias

Size: TypeAlias = tuple[int, int]
"""Width and height in dots."""

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Marks in a JPEG behind which its size stands."""
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_WIDTH, _HEIGHT = 256, 257
_LONG = 4
"""Type of a number of 32 bits in a TIFF; others that may stand here have 16."""


def picture_sizes(data: bytes) -> Iterator[Size]:
    """The size of each page of a PNG, JPEG, GIF, TIFF, BMP or WebP; raises ValueError where the header breaks off."""
    measure = next((how for mark, how in _FORMATS if data.startswith(mark)), None)
    if measure is None:
        raise ValueError("no picture that is known")
    try:
        yield from measure(data)
    except (struct.error, IndexError) as error:
        raise ValueError("the header breaks off") from error


def _png(data: bytes) -> Iterator[Size]:
    yield struct.unpack_from(">II", data, 16)


def _gif(data: bytes) -> Iterator[Size]:
    yield struct.unpack_from("<HH", data, 6)


def _bmp(data: bytes) -> Iterator[Size]:
    (header,) = struct.unpack_from("<I", data, 14)
    width, height = struct.unpack_from("<HH" if header == 12 else "<ii", data, 18)
    yield abs(width), abs(height)


def _webp(data: bytes) -> Iterator[Size]:
    match data[12:16]:
        case b"VP8X":
            yield int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", data, 21)
            yield (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case _:
            width, height = struct.unpack_from("<HH", data, 26)
            yield width & 0x3FFF, height & 0x3FFF


def _jpeg(data: bytes) -> Iterator[Size]:
    at = 2
    while data[at] == 0xFF:
        mark = data[at + 1]
        if mark in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            yield width, height
            return
        if mark == 0xFF:
            at += 1
        else:
            at += 2 if mark in _WITHOUT_LENGTH else 2 + struct.unpack_from(">H", data, at + 2)[0]
    raise ValueError("no size before the picture")


def _tiff(data: bytes) -> Iterator[Size]:
    order = "<" if data.startswith(b"II") else ">"
    (directory,) = struct.unpack_from(f"{order}I", data, 4)
    while directory:
        (entries,) = struct.unpack_from(f"{order}H", data, directory)
        found = {}
        for at in range(directory + 2, directory + 2 + 12 * entries, 12):
            tag, kind = struct.unpack_from(f"{order}HH", data, at)
            if tag in {_WIDTH, _HEIGHT}:
                (found[tag],) = struct.unpack_from(f"{order}{'I' if kind == _LONG else 'H'}", data, at + 8)
        yield found.get(_WIDTH, 0), found.get(_HEIGHT, 0)
        (directory,) = struct.unpack_from(f"{order}I", data, directory + 2 + 12 * entries)


_FORMATS: tuple[tuple[bytes, Callable[[bytes], Iterator[Size]]], ...] = (
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"GIF8", _gif),
    (b"II*\0", _tiff),
    (b"MM\0*", _tiff),
    (b"BM", _bmp),
    (b"RIFF", _webp),
)
