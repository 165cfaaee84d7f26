"""Finding what stands in quotation marks, in any of the typographies of Europe.

Knows “ ” „ “ « » » « ‹ › ‚ ‘ ‘ ’ and the straight marks, one inside the other; an apostrophe is none of them.
Works on one paragraph at a time, so that a mark left open swallows no more than that. Nothing here knows sources.
"""

import re

from assistant.model.base import Value

_CLOSING = {
    "“": '”“"',
    "„": '“”"',
    "”": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    '"': '"',
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
"""Opening mark to the marks that may close it."""

_MARK = re.compile(f"[{''.join(_CLOSING)}{''.join(_CLOSING.values())}]")

_SINGLE = "‘‚'"
"""These may be apostrophes: one left open is no mistake."""

_AT_WORDS_EDGE_ONLY = "”»›\"'‘“"
"""These open nothing inside or behind a word."""


class Quotation(Value):
    """Words in quotation marks; offsets are those of the text they were found in."""

    words: str
    """Without the marks."""
    start: int
    """Of the opening mark."""
    end: int
    """Behind the closing mark."""


class Marks(Value):
    """What was found in a stretch of text."""

    quotations: tuple[Quotation, ...] = ()
    """Outermost quotations only, in order."""
    unclosed: tuple[int, ...] = ()
    """Offsets of double marks that nothing closes."""


def find_quotations(text: str, start: int = 0, end: int | None = None) -> Marks:
    """The quotations between two offsets of a text; what they quote in turn belongs to their words."""
    end = len(text) if end is None else end
    found: list[Quotation] = []
    opened: list[int] = []
    for mark in _MARK.finditer(text, start, end):
        at = mark.start()
        level = _closed_level(text, opened, at, end)
        if level is not None:
            found = [each for each in found if each.start < opened[level]]
            found.append(Quotation(words=text[opened[level] + 1 : at], start=opened[level], end=at + 1))
            del opened[level:]
        elif _can_open(text, at, end):
            opened.append(at)
    return Marks(
        quotations=tuple(each for each in found if _is_quotation(text, each)),
        unclosed=tuple(at for at in opened if text[at] not in _SINGLE),
    )


def _closed_level(text: str, opened: list[int], at: int, end: int) -> int | None:
    """Which of the open quotations a mark closes; single marks above it were apostrophes then."""
    for level in reversed(range(len(opened))):
        mark = text[opened[level]]
        if text[at] in _CLOSING[mark] and _can_close(text, opened[level], at, end):
            return level
        if mark not in _SINGLE:
            return None
    return None


def _can_open(text: str, at: int, end: int) -> bool:
    mark = text[at]
    if mark not in _CLOSING:
        return False
    if mark not in _AT_WORDS_EDGE_ONLY:
        return True
    following = text[at + 1] if at + 1 < end else " "
    if mark == "'" and following.isdigit():
        return False
    return not following.isspace() and (at == 0 or not (text[at - 1].isalnum() or text[at - 1] in ".,;:!?)"))


def _can_close(text: str, opening: int, at: int, end: int) -> bool:
    mark = text[at]
    following = text[at + 1] if at + 1 < end else " "
    if at == opening + 1:
        return False
    if mark == "“" and text[opening] == "“":
        return not following.isalnum() and not text[at - 1].isspace()
    if mark == '"':
        return not text[at - 1].isspace()
    if mark in "’'":
        return not following.isalnum() and not _is_possessive(text, at, end)
    return True


def _is_possessive(text: str, at: int, end: int) -> bool:
    """Whether a mark behind an s belongs to the word (“the embassies’ staff”), because another one closes later."""
    if text[at - 1] not in "sS" or not (at + 2 < end and text[at + 1].isspace() and text[at + 2].islower()):
        return False
    later = text.find(text[at], at + 1, end)
    return later >= 0 and not text[later + 1 : later + 2].isalnum()


def _is_quotation(text: str, found: Quotation) -> bool:
    """A single word between straight single marks is rather an apostrophe and its neighbour."""
    return text[found.start] != "'" or " " in found.words.strip()
