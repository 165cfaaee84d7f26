"""Outlook messages made in a test: properties laid out after [MS-OXMSG], packed into a compound file after [MS-CFB]."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Storage: TypeAlias = "Mapping[str, bytes | Storage]"
"""A folder of a compound file: streams and further folders by name."""
Properties: TypeAlias = Mapping[int, str | bytes | int]
"""Values of a message or an attachment by the number of the property."""

SUBJECT, SENDER, HEADERS, BODY, HTML = 0x0037, 0x0C1A, 0x007D, 0x1000, 0x1013
DATA, NAME, CONTENT_ID = 0x3701, 0x3707, 0x3712
RECIPIENT, ADDRESS, RECIPIENT_KIND = 0x3001, 0x39FE, 0x0C15
_TEXT, _BINARY, _INTEGER = 0x001F, 0x0102, 0x0003

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_FOLDER, _STREAM, _ROOT = 1, 2, 5


def outlook_message(
    properties: Properties, attachments: Sequence[Properties] = (), recipients: Sequence[Properties] = ()
) -> bytes:
    """A message with its recipients and what hangs on it."""
    parts = {
        f"__{kind}_version1.0_#{number:08X}": _storage(values, header=8)
        for kind, found in (("attach", attachments), ("recip", recipients))
        for number, values in enumerate(found)
    }
    return compound_file({**_storage(properties, header=32), **parts})


def _storage(properties: Properties, header: int) -> dict[str, "bytes | Storage"]:
    streams: dict[str, bytes | Storage] = {}
    entries = b""
    for number, value in properties.items():
        if isinstance(value, int):
            entries += struct.pack("<HHIQ", _INTEGER, number, 6, value)
            continue
        kind, data = (_TEXT, value.encode("utf-16-le")) if isinstance(value, str) else (_BINARY, value)
        streams[f"__substg1.0_{number:04X}{kind:04X}"] = data
        entries += struct.pack("<HHIQ", kind, number, 6, len(data))
    return {**streams, "__properties_version1.0": bytes(header) + entries}


@dataclass
class _Entry:
    """A line of the directory."""

    name: str
    kind: int
    data: bytes = b""
    next: int = _FREE
    child: int = _FREE
    start: int = _END

    def __bytes__(self) -> bytes:
        name = self.name.encode("utf-16-le")
        links = struct.pack("<HBBIII", len(name) + 2, self.kind, 1, _FREE, self.next, self.child)
        return name.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", self.start, len(self.data))


@dataclass
class _Sectors:
    """Pieces of one size, each stream a chain of them."""

    size: int
    table: list[int] = field(default_factory=list)
    data: bytes = b""

    def add(self, data: bytes) -> int:
        """Put a stream in; the number of its first sector."""
        start, count = len(self.table), -(-len(data) // self.size)
        self.table += [*range(start + 1, start + count), _END][:count]
        self.data += data.ljust(count * self.size, b"\0")
        return start if count else _END


def compound_file(root: Storage) -> bytes:
    """A compound file of version 3."""
    entries = [_Entry("Root Entry", _ROOT)]
    entries[0].child = _list(root, entries)
    large, small = _Sectors(_SECTOR), _Sectors(_SMALL)
    for entry in entries[1:]:
        if entry.kind == _STREAM:
            entry.start = (small if len(entry.data) < _CUTOFF else large).add(entry.data)
    entries[0].data = small.data
    entries[0].start = large.add(small.data)
    small_table = large.add(_numbers(small.table))
    directory = large.add(b"".join(map(bytes, entries)))
    tables = _add_table(large)
    counts = struct.pack(
        "<IIIIIIII", len(tables), directory, 0, _CUTOFF, small_table, -(-len(small.table) // 128), _END, 0
    )
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    return head + counts + _numbers(tables).ljust(436, b"\xff") + large.data


def _list(storage: Storage, entries: list[_Entry]) -> int:
    """Put the content of a folder into the directory, each entry behind the other; the number of the first."""
    first = previous = _FREE
    for name, content in sorted(storage.items(), key=lambda item: (len(item[0]), item[0].upper())):
        number = len(entries)
        is_stream = isinstance(content, bytes)
        entry = _Entry(name, _STREAM if is_stream else _FOLDER, content if isinstance(content, bytes) else b"")
        entries.append(entry)
        if not isinstance(content, bytes):
            entry.child = _list(content, entries)
        if previous == _FREE:
            first = number
        else:
            entries[previous].next = number
        previous = number
    return first


def _add_table(sectors: _Sectors) -> list[int]:
    """Add the table of all sectors, itself included; the numbers of its own sectors."""
    count = 0
    while 128 * count < len(sectors.table) + count:
        count += 1
    numbers = [*range(len(sectors.table), len(sectors.table) + count)]
    sectors.table += [_TABLE] * count
    sectors.data += _numbers(sectors.table).ljust(_SECTOR * count, b"\xff")
    return numbers


def _numbers(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)
