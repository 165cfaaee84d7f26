"""Files damaged as disks, mail servers and ill will damage them: bytes, numbers, lines, parts of archives, objects.

Every damage draws from the random numbers it is given: the same seed damages in the same way.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from copy import deepcopy
from io import BytesIO
from random import Random
from typing import TypeAlias

from lxml import etree

Damage: TypeAlias = Callable[[bytes, Random], bytes]

_NUMBERS = (b"-1", b"0", b"1", b"65535", b"2147483648", b"99999999999", b"1e309", b"")
_HEAD = 600
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_MARKUP = re.compile(rb"<[^<>]{1,200}>")
_NUMBER = re.compile(rb"\d+")


def damage(whole: bytes, random: Random) -> bytes:
    """One to three damages, of the kinds its format invites."""
    for _ in range(random.choice((1, 1, 2, 3))):
        whole = random.choice(_kinds(whole))(whole, random)
    return whole


def _kinds(whole: bytes) -> Sequence[Damage]:
    if whole.startswith(b"PK"):
        return (flip, cut, splice, *[repack] * 9)
    if whole.startswith(b"%PDF"):
        return (flip, cut, splice, renumber, restream, restream)
    return (flip, cut, splice, renumber, in_head, retag, shuffle)


def flip(whole: bytes, random: Random) -> bytes:
    """Some bytes are others."""
    data = bytearray(whole)
    for _ in range(random.randint(1, 30)):
        if data:
            data[random.randrange(len(data))] = random.choice(
                (0, 9, 10, 34, 60, 92, 123, 125, 255, random.randrange(256))
            )
    return bytes(data)


def cut(whole: bytes, random: Random) -> bytes:
    """It breaks off, or begins late."""
    at = random.randint(0, len(whole))
    return whole[:at] if random.random() < 0.8 else whole[at:]


def splice(whole: bytes, random: Random) -> bytes:
    """A piece stands elsewhere, many times, or is gone."""
    first, last = sorted(random.randint(0, len(whole)) for _ in range(2))
    piece, at = whole[first : min(last, first + 5_000)], random.randint(0, len(whole))
    return random.choice((
        whole[:at] + piece + whole[at:],
        whole[:at] + piece * random.randint(2, 40) + whole[at:],
        whole[:first] + whole[last:],
    ))  # fmt: skip


def renumber(whole: bytes, random: Random) -> bytes:
    """Some numbers are absurd."""
    places = list(_NUMBER.finditer(whole))
    for place in sorted(random.sample(places, min(len(places), random.randint(1, 6))), key=lambda each: -each.start()):
        whole = whole[: place.start()] + random.choice(_NUMBERS) + whole[place.end() :]
    return whole


def in_head(whole: bytes, random: Random) -> bytes:
    """The first bytes suffer: headers, declarations, the directory."""
    kind = random.choice((flip, cut, splice, renumber, shuffle))
    return kind(whole[:_HEAD], random) + whole[_HEAD:]


def retag(whole: bytes, random: Random) -> bytes:
    """Tags are doubled, nested deeply, or lost."""
    tags = list(_MARKUP.finditer(whole))
    if not tags:
        return flip(whole, random)
    tag = random.choice(tags)
    return whole[: tag.start()] + tag[0] * random.choice((0, 2, 50, 3_000)) + whole[tag.end() :]


def regrow(whole: bytes, random: Random) -> bytes:
    """Elements of XML are gone, stand elsewhere, or hold themselves many times; it stays well-formed."""
    try:
        root = etree.fromstring(whole)
    except etree.XMLSyntaxError:
        return flip(whole, random)
    for _ in range(random.randint(1, 8)):
        elements = list(root.iter(etree.Element))
        one, other = random.choice(elements), random.choice(elements)
        parent = one.getparent()
        if parent is None:
            continue
        if random.random() < 0.4:
            parent.remove(one)
        elif random.random() < 0.5:
            other.append(deepcopy(one))
        else:
            one.text, other.tail = other.text, random.choice(("\u2028", "\u202e\u0301", "9" * 400, " ", None))
    return etree.tostring(root)


def shuffle(whole: bytes, random: Random) -> bytes:
    """Lines stand in another order."""
    lines = whole.splitlines(keepends=True)
    first = random.randint(0, max(0, len(lines) - 8))
    some = lines[first : first + 8]
    random.shuffle(some)
    return b"".join((*lines[:first], *some, *lines[first + 8 :]))


def repack(whole: bytes, random: Random) -> bytes:
    """A part of the archive is damaged, missing, or bears another name; the archive itself is sound."""
    try:
        with zipfile.ZipFile(BytesIO(whole)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # noqa: BLE001 - an archive damaged before may fail in any way
        return flip(whole, random)
    if not parts:
        return whole
    name = random.choice(sorted(parts))
    content = parts.pop(name)
    if random.random() < 0.8:
        parts[name] = random.choice((flip, splice, renumber, retag, *[regrow] * 6))(content, random)
    elif random.random() < 0.5:
        parts[random.choice((name.upper(), f"../{name}", f"/{name}", name.replace("/", "\\")))] = content
    return _pack(parts)


def _pack(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            # an OpenDocument text is known by its first part, which is stored as it is
            archive.writestr(zipfile.ZipInfo(name), content, None if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def restream(whole: bytes, random: Random) -> bytes:
    """What an object of a PDF draws is damaged, then packed as before."""
    streams = list(_STREAM.finditer(whole))
    if not streams:
        return flip(whole, random)
    stream = random.choice(streams)
    try:
        content = zlib.decompress(stream[1])
    except zlib.error:
        return flip(whole, random)
    packed = zlib.compress(random.choice((flip, cut, splice, renumber, shuffle))(content, random))
    return whole[: stream.start(1)] + packed + whole[stream.end(1) :]
