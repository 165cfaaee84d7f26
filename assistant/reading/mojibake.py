"""Letters that were decoded wrongly once and saved like that: “PoseÅ‚” is “Poseł”, “Pose³a” is “Poseła”.

What is certain is mended; where a text may mean what it says, it is left alone.
"""

import re
from functools import cache
from typing import NamedTuple

_ENCODINGS = ("windows-1252", "windows-1250")
_TOLD = 3
_MOST_OF_ALL = 0.8
"""Share of the characters beyond ASCII that must be explained, before any is touched."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_WANTED = re.compile("[\u00a0-\u017f\u0218-\u021b\u2010-\u203a\u20ac\u2122\u2192]")
"""What letters in Latin script hold: accents, quotation marks, dashes, the euro sign."""
_CONTROLS = re.compile("[\x80-\x84\x86-\x9f]")
_SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[³¹¿¶¼¾](?=[^\W\d_])")


class Mended(NamedTuple):
    """A text as it was meant, and the sentence that tells what was changed."""

    text: str
    told: str


def mend_utf8(text: str) -> Mended | None:
    """UTF-8 that was read in an encoding of one byte a letter; None when nothing shows it."""
    if text.isascii():
        return None
    marked = text.translate(_marks())
    whole, changes = max((_as_utf8(marked, encoding) for encoding in _ENCODINGS), key=lambda each: len(each[1]))
    shown = ", ".join(f"“{before}” is “{after}”" for before, after in list(dict.fromkeys(changes))[:_TOLD])
    return Mended(whole, f"Letters that had been decoded wrongly were put right: {shown}") if changes else None


def mend_marks(text: str) -> Mended | None:
    """Marks of windows-1252 that were read as Latin-1 and so became control characters; None when there are none."""
    if not _CONTROLS.search(text):
        return None
    return Mended(text.translate(_marks()), "Quotation marks and dashes that had been decoded wrongly were put right")


def looks_central(text: str) -> bool:
    """Whether signs stand inside words: what Central European letters become when they are read as Western ones."""
    return len(_SIGN_IN_WORD.findall(text)) > 1


def _as_utf8(text: str, encoding: str) -> tuple[str, list[tuple[str, str]]]:
    """UTF-8 that was read in an encoding of one byte a letter, read anew."""
    found = [match[0] for match in _sequences(encoding).finditer(text)]
    pairs = [(before, after) for before in found if (after := _decoded(before, encoding))]
    explained = sum(len(before) for before, _ in pairs)
    if explained < _MOST_OF_ALL * len(_BEYOND_ASCII.findall(text)):
        return text, []
    return _sequences(encoding).sub(lambda match: _decoded(match[0], encoding) or match[0], text), pairs


def _decoded(letters: str, encoding: str) -> str | None:
    try:
        after = bytes(_bytes_of(encoding)[letter] for letter in letters).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return after if _WANTED.fullmatch(after) else None


@cache
def _sequences(encoding: str) -> re.Pattern[str]:
    """Letters whose bytes are one character of UTF-8: a leading byte and those that follow it."""
    letters = {byte: letter for letter, byte in _bytes_of(encoding).items()}
    following = _class(letters, 0x80, 0xBF)
    ways = ((0xC2, 0xDF, 1), (0xE0, 0xEF, 2), (0xF0, 0xF4, 3))
    return re.compile("|".join(f"{_class(letters, first, last)}{following}{{{count}}}" for first, last, count in ways))


def _class(letters: dict[int, str], first: int, last: int) -> str:
    return f"[{re.escape(''.join(letters[byte] for byte in range(first, last + 1)))}]"


@cache
def _bytes_of(encoding: str) -> dict[str, int]:
    """The byte of each letter beyond ASCII; bytes the encoding leaves undefined stand for themselves."""
    letters = {byte: bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in range(0x80, 0x100)}
    return {letter: byte for byte, letter in letters.items()}


@cache
def _marks() -> dict[int, str]:
    """By their byte."""
    return {byte: letter for letter, byte in _bytes_of("windows-1252").items() if ord(letter) != byte}
