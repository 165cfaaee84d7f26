"""Text from outside made fit for a screen: shown as it is, never acted on.

A letter may hold escape sequences, marks that turn the direction of writing, or halves of characters that no stream
can carry; a terminal would obey or choke. Words and their order stay, each such character becomes one visible sign.
Dates are put into the words people read them in.
"""

import re
from types import MappingProxyType

_ACTED_ON = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, but for the line feed and the tab
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks, embeddings, overrides, isolates
    "\u2028\u2029\ud800-\udfff\U000e0000-\U000e007f]"  # hidden line ends, lone surrogates, invisible tags
)
_TAKES_NO_ROOM = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Shown by nobody, and no part of a word: soft hyphens, spaces without width, byte order marks."""


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LANGUAGES = MappingProxyType(
    {"en": "English", "fr": "French", "de": "German", "pl": "Polish", "it": "Italian", "es": "Spanish"}
)
"""What the languages of letters are called, by their codes (ISO 639-1)."""
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def literal(text: str) -> str:
    """The text with every control and direction character replaced by one visible sign, so that offsets stay."""
    return _ACTED_ON.sub(_sign, text)


def one_line(text: str) -> str:
    """The text made literal, on one line, white space folded."""
    return literal(" ".join(text.split()))


def visible(text: str) -> str:
    """The text on one line, white space folded, without any character that is acted on or takes no room."""
    return " ".join(_TAKES_NO_ROOM.sub("", _ACTED_ON.sub("", " ".join(text.split()))).split())


def read_date(iso: str | None) -> str:
    """An ISO 8601 date, month, year or interval in words: "23 May 2019", "May 2019"; "undated" for None."""
    if not iso:
        return "undated"
    return " – ".join(_read_one(part) for part in iso.split("/"))


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return "\N{MIDDLE DOT}" if code in range(0x200E, 0x2070) or code == 0x061C else "\N{REPLACEMENT CHARACTER}"


def _read_one(iso: str) -> str:
    match = _ISO.fullmatch(iso)
    if match is None:
        return iso
    year, month, day = (int(group) if group else None for group in match.groups())
    if month is None or not 1 <= month <= 12:
        return iso
    return " ".join(str(part) for part in (day, _MONTHS[month - 1], year) if part)
