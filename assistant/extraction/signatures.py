"""Where a document is signed without a known closing: short lines at its end, the last of which is a name."""

import re

from assistant.extraction.document import Document, Line

MOST_SIGNATURES, LONGEST_SIGNATURE = 6, 60
"""Lines of a signature that is no list of names, and characters of each."""
_MOST_NAME_WORDS = 7


def find_signature(document: Document, lines: tuple[Line, ...], begin: int) -> int | None:
    """Index of the first of the short lines at the end, when a name is the last of them and text stands above.

    A list of names may be as long as it likes, with headings inside.
    """
    at = len(lines)
    while at > begin + 1 and (_may_sign(document, lines[at - 1]) or _heads_names(document, lines, at - 1)):
        listed = is_name(document.line_words(lines[at - 1])) or _heads_names(document, lines, at - 1)
        if len(lines) - at >= MOST_SIGNATURES and not listed:
            break
        at -= 1
    above = document.line_words(lines[at - 1]) if 0 < at < len(lines) else ""
    runs = len(above) > LONGEST_SIGNATURE or above.endswith((".", "?", "!"))
    return at if runs and is_name(document.line_words(lines[-1])) else None


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
