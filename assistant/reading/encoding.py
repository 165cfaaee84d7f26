"""From bytes to text when nobody says which encoding it is.

Unicode is taken at its word. Among the encodings of one byte a letter, the one wins whose letters make sense in a
language of Europe; statistics alone get short letters wrong. A guess is always told as a loss.
"""

import codecs
import re
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from assistant.errors import TooLargeFileError, UnsupportedFileError
from assistant.model.source import Loss
from assistant.reading.limits import megabytes
from assistant.reading.mojibake import Mended, looks_central, mend_marks, mend_utf8

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Longer marks stand before those they begin with."""

_WESTERN_NAMES = frozenset({"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"})
"""Browsers and mail programs read windows-1252 where one of these is declared (WHATWG Encoding, 4.2)."""
_WESTERN = (
    "àâæçéèêëîïôùûüœ",
    "äöüßé",
    "áéíñóúü",
    "àèéìòù",
    "áâãàçéêíóôõú",
    "áéëèïíóöüê",
    "åäöé",
    "æøåé",
    "áéíóúýþðæö",
)
_CENTRAL = (
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž",
    "áäčďéíĺľňóôŕšťúýž",
    "áéíóöőúüű",
    "ăâîşţ",
    "čćđšž",
    "äöüßé",
)
_CANDIDATES = (("windows-1252", _WESTERN), ("windows-1250", _CENTRAL), ("iso-8859-2", _CENTRAL))
_WESTERN_WORDS = re.compile(
    r"\b(?:de|la|les?|et|des|que|en|du|une?|pour|dans|el|los|del|por|con|di|il|che|der|die|und|the)\b"
)
_CENTRAL_WORDS = re.compile(r"\b(?:w|i|na|z|do|nie|o|dla|oraz|v|se|pro|je|ze|po|od|za|su|koje|az|nem|hogy|pe|cu)\b")
"""Frequent words of ASCII letters, for letters whose few accents leave the choice open."""
_TYPOGRAPHY = frozenset("“”„‚‘’–—…«»‹›•€§°\u00a0\u00ad´¿¡²³½©®™·×")
_INSIDE_WORDS = frozenset("’‘´·\u00ad–—")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_EVIDENCE = 10_000
"""Letters or words that are looked at before an encoding is chosen."""
_STRAY_BYTES = 50
"""One in so many characters may be a stray byte in a text that is UTF-8 otherwise."""
_SAMPLE = 1_000_000
"""Bytes at the beginning that are looked at before a whole file is."""
_FOREIGN_SCRIPT = 0.6
"""Share of bytes beyond ASCII among all letters from which on the script is not Latin."""


class _Guess(NamedTuple):
    """A text, the encoding that gives it, and how much sense it makes."""

    text: str
    encoding: str
    plausibility: float = 0.0


def decode(data: bytes, path: Path, most: int, declared: str = "") -> tuple[str, tuple[Loss, ...]]:
    """The text of `data`, at most `most` bytes, without byte order mark, and what had to be guessed or mended.

    `declared` is the encoding the file itself names; it is believed where the bytes are no UTF-8 and it fits.
    Raises TooLargeFileError, and UnsupportedFileError when no encoding makes a text of the bytes.
    """
    if len(data) > most:
        reason = f"it holds {megabytes(len(data))} of text; no more than {megabytes(most)} are read"
        raise TooLargeFileError(path, reason, "Divide it into several files.")
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    declared = "windows-1252" if declared.lower() in _WESTERN_NAMES else declared
    text = next(filter(None, (_decode_strictly(data, name) for name in ("utf-8", declared))), None)
    text, losses = (text, ()) if text is not None else _mend(data) or _guess(data, path)
    for mend in (mend_utf8, _read_anew, mend_marks):
        mended = mend(text)
        if mended:
            return mended.text, (*losses, Loss(what=mended.told))
    return text, losses


def _read_anew(text: str) -> Mended | None:
    """A text that was decoded as Western, in the encoding that makes Central European words of it."""
    for western in ("windows-1252", "iso-8859-1") if looks_central(text) else ():
        try:
            best = max(_guesses(text.encode(western)), key=lambda guess: guess.plausibility)
        except UnicodeEncodeError:
            continue
        if best.encoding != "windows-1252":
            return Mended(best.text, f"Letters of {best.encoding} had been read as Western and were put right")
    return None


def _decode_strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(codecs.lookup(encoding).name)
    except (LookupError, ValueError):
        return None


def _decode_marked(data: bytes, encoding: str) -> tuple[str, tuple[Loss, ...]]:
    text = data.decode(encoding, "replace")
    return text, _replaced(text.count("\ufffd") - data.count("\ufffd".encode(encoding)), encoding)


def _mend(data: bytes) -> tuple[str, tuple[Loss, ...]] | None:
    """UTF-8 with a few stray bytes, shown as �; None when there are too many of them."""
    if data[:_SAMPLE].decode("utf-8", "replace").count("\ufffd") * _STRAY_BYTES > _SAMPLE:
        return None
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    if lost * 2 > beyond_ascii or lost * _STRAY_BYTES > len(text):
        return None
    return text, _replaced(lost, "utf-8")


def _replaced(lost: int, encoding: str) -> tuple[Loss, ...]:
    if lost <= 0:
        return ()
    places = "1 place is" if lost == 1 else f"{lost} places are"
    return (Loss(what=f"{places} not valid {encoding[:6].strip('-').upper()} and shown as “\ufffd”"),)


def _guess(data: bytes, path: Path) -> tuple[str, tuple[Loss, ...]]:
    guess = _guess_script(data) if _is_foreign(data) else max(_guesses(data), key=lambda guess: guess.plausibility)
    if guess is None:
        raise UnsupportedFileError(path, "no encoding makes a text of it", "Save it as text in UTF-8, or as .docx.")
    return guess.text, (Loss(what=f"The encoding was guessed as {guess.encoding}"),)


def _is_foreign(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    beyond = len(sample) - len(sample.decode("ascii", "ignore"))
    latin = sum(map(sample.lower().count, map(bytes, zip(range(ord("a"), ord("z") + 1), strict=True))))
    return beyond > _FOREIGN_SCRIPT * (beyond + latin)


def _guess_script(data: bytes) -> _Guess | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 (reason: takes longer to import than a letter to read)

    best = from_bytes(data).best()
    return _Guess(str(best), codecs.lookup(best.encoding).name.replace("cp125", "windows-125")) if best else None


def _guesses(data: bytes) -> list[_Guess]:
    guesses = []
    for encoding, alphabets in _CANDIDATES:
        text = data.decode(encoding, "replace")
        common = _CENTRAL_WORDS if alphabets is _CENTRAL else _WESTERN_WORDS
        known = len(common.findall(text[:_EVIDENCE].lower()))
        guesses.append(_Guess(text, encoding, _spelling(text, alphabets) + _places(text) + known / _EVIDENCE))
    return guesses


def _spelling(text: str, alphabets: tuple[str, ...]) -> float:
    """How many of the letters beyond ASCII belong to the language that has most of them, less the others."""
    found = (match[0].lower() for match in _BEYOND_ASCII.finditer(text) if match[0].isalpha())
    letters = list(islice(found, _EVIDENCE))
    return max(sum(1 if letter in alphabet else -1 for letter in letters) for alphabet in alphabets)


def _places(text: str) -> float:
    """How well the characters beyond ASCII suit their neighbours: no signs or capitals inside words."""
    points = 0.0
    for match in islice(_BEYOND_ASCII.finditer(text), _EVIDENCE):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if match[0].isalpha():
            points -= 3 * (match[0].isupper() and before.islower())
        elif before.isalpha() and after.isalpha() and match[0] not in _INSIDE_WORDS:
            points -= 3
        else:
            points += 0.5 if match[0] in _TYPOGRAPHY else -2
    return points
