"""Where a document is signed without a known closing: short lines at its end, the last of which is a name."""

import re

from assistant.extraction.document import Document, Line

MOST_SIGNATURES, LONGEST_SIGNATURE = 6, 60
"""Lines of a signature that is no list of names, and characters of each."""
_MOST_NAME_WORDS = 7
_FOOTNOTE = re.compile(r"\[?(\d{1,2})\]? (?=\S)")


def find_signature(document: Document, lines: tuple[Line, ...], begin: int) -> int | None:
    """Index of the first of the short lines at the end, when they name somebody last or first and text stands above.

    A list of names may be as long as it likes, with headings inside; footnotes stand below it.
    """
    lines = lines[: above_footnotes(document, lines)]
    at = len(lines)
    while at > begin + 1 and (_may_sign(document, lines[at - 1]) or _heads_names(document, lines, at - 1)):
        listed = is_name(document.line_words(lines[at - 1])) or _heads_names(document, lines, at - 1)
        if len(lines) - at >= MOST_SIGNATURES and not listed:
            break
        at -= 1
    above = document.line_words(lines[at - 1]) if 0 < at < len(lines) else ""
    runs = len(above) > LONGEST_SIGNATURE or above.endswith((".", "?", "!"))
    signs = runs and (is_name(document.line_words(lines[-1])) or _is_titled_name(document, lines[at]))
    return at if signs else None


def above_footnotes(document: Document, lines: tuple[Line, ...]) -> int:
    """How many lines stand above the footnotes at the end, whose marks are in the text: “9 February.[1]”."""
    above = len(lines)
    for at in range(len(lines) - 1, -1, -1):
        if is_footnote(document, lines[at]):
            above = at
        elif at and lines[at - 1].block != lines[at].block:
            break
    return above


def is_footnote(document: Document, line: Line) -> bool:
    """Whether a line begins with a number that stands in the text as a mark: “[1]”."""
    note = _FOOTNOTE.match(document.line_words(line))
    return note is not None and f"[{note[1]}]" in document.view


def _is_titled_name(document: Document, line: Line) -> bool:
    """Whether a line is a name with a courtesy before it or letters behind it: “Rt Hon Jack Straw MP”."""
    words, people = document.line_words(line), document.lexicon.people
    parts = [part.strip(".,") for part in words.lower().split()]
    courteous = parts[0] in people.honorifics | people.titles or parts[-1] in people.postnominals
    return courteous and is_name(words)


def _may_sign(document: Document, line: Line) -> bool:
    words = document.line_words(line)
    return len(words) <= LONGEST_SIGNATURE and not words.endswith((".", ";", "?", "!", ":")) and words[:1].isalnum()


def _heads_names(document: Document, lines: tuple[Line, ...], at: int) -> bool:
    """Whether a line is a heading between names: “Former ministers:”."""
    if not 0 < at < len(lines) - 1 or not document.line_words(lines[at]).endswith(":"):
        return False
    return all(is_name(document.line_words(line)) for line in (lines[at - 1], lines[at + 1]))


def is_name(words: str) -> bool:
    """Whether a line can be a name alone, or several: two words or more, capital but for small and shortened ones."""
    parts = [part.strip('"') for part in re.split(r"[ ,–—-]+", words)]
    named = [part for part in parts if part[:1].isupper()]
    return (
        len(named) > 1
        and len(parts) <= _MOST_NAME_WORDS
        and all(len(part) <= 3 or part.endswith(".") for part in parts if part not in named)
    )
