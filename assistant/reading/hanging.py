"""What hangs on a mail: documents of their own, and pictures that only belong to its page.

A logo beside a signature is no letter: it is told and not filed. A scan that somebody attached is filed.
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from assistant.reading.losses import Sort, Tally
from assistant.reading.picture_sizes import Size, picture_sizes

_DOCUMENT = Sort("1 attachment is a document of its own", "{} attachments are documents of their own")
_PICTURE = Sort("1 picture in the mail was left out", "{} pictures in the mail were left out")
_EMBEDDED = Sort("1 attachment was not read", "{} attachments were not read")
_SIGNATURE = Sort("1 digital signature was not checked", "{} digital signatures were not checked")

_SHOWN = re.compile(rb"""(?:(?:src|background)\s*=\s*["']?|url\(\s*["']?)cid:([^"'\s>)]+)""", re.IGNORECASE)
"""Where a page shows a picture that came with it (RFC 2392)."""
_SIGNED = (".p7s", ".asc", ".sig")
_LEAST_DOTS = 100_000
_LEAST_SIDE = 150
"""A page of A4 has twice as many dots, and is four times as wide, in the resolution of a screen."""


class Hanging(NamedTuple):
    """Something that came with a mail."""

    name: str
    data: bytes | None
    """None for what this program cannot take off."""
    content_id: str = ""
    """By which the page of the mail shows it, if it does."""


def documents(hanging: Iterable[Hanging], pages: Sequence[bytes]) -> tuple[tuple[str, bytes], ...]:
    """Names and bytes of those that are documents of their own; `pages` are the web pages of the mail."""
    shown = _shown(pages)
    return tuple(
        (each.name, each.data) for each in hanging if each.data is not None and _sort(each, shown) is _DOCUMENT
    )


def count(hanging: Iterable[Hanging], pages: Sequence[bytes], tally: Tally) -> None:
    """Tell of each what became of it."""
    shown = _shown(pages)
    for each in hanging:
        tally.add(_sort(each, shown), each.name)


def _sort(hanging: Hanging, shown: frozenset[str]) -> Sort:
    if hanging.data is None:
        return _EMBEDDED
    if hanging.name.lower().endswith(_SIGNED):
        return _SIGNATURE
    return _PICTURE if hanging.content_id.strip("<> ") in shown or _is_small_picture(hanging.data) else _DOCUMENT


def _shown(pages: Iterable[bytes]) -> frozenset[str]:
    return frozenset(
        unquote_to_bytes(found).decode("utf-8", "replace") for page in pages for found in _SHOWN.findall(page)
    )


def _is_small_picture(data: bytes) -> bool:
    with suppress(ValueError):
        return all(map(_is_small, picture_sizes(data)))
    return False


def _is_small(size: Size) -> bool:
    return size[0] * size[1] < _LEAST_DOTS or min(size) < _LEAST_SIDE
