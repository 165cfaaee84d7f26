"""Words from outside as content for the screen: literally, never as markup, nothing a terminal would act on.

Whatever a letter, a file name or an error says comes to a widget through here and nowhere else.
"""

from __future__ import annotations

import re

from textual.content import Content

from assistant.model.display import literal, one_line
from assistant.tui.words import clip

MATCH_BEGINS, MATCH_ENDS = "\x02", "\x03"
"""Stand around matched words in the snippets of a search."""

_MATCH = re.compile(f"{MATCH_BEGINS}([^{MATCH_BEGINS}{MATCH_ENDS}]*){MATCH_ENDS}")


def show(text: str, style: str = "") -> Content:
    """The text as it stands, line breaks kept, in one style of the theme."""
    return Content.styled(literal(text), style)


def show_line(text: str, style: str = "") -> Content:
    """The text on one line, white space folded."""
    return Content.styled(one_line(text), style)


def show_snippet(snippet: str, length: int, style: str) -> Content:
    """Some `length` characters of a snippet around its first matched word, on one line; matched words in `style`."""
    line = " ".join(snippet.split())
    begins = max(0, line.find(MATCH_BEGINS) - length // 3)
    if begins:
        line = f"…{line[begins:].partition(' ')[2]}"
    return emphasise(clip(unmark(line), length), matched_words(snippet), style)


def emphasise(text: str, words: frozenset[str], style: str) -> Content:
    """The text on one line; every one of `words`, whatever its case, in `style`."""
    content = show_line(text)
    for start, end in find_words(content.plain, words):
        content = content.stylize(style, start, end)
    return content


def unmark(snippet: str) -> str:
    """The snippet without its marks."""
    return snippet.replace(MATCH_BEGINS, "").replace(MATCH_ENDS, "")


def matched_words(snippet: str) -> frozenset[str]:
    """The words a search found, as the letter writes them, lower case."""
    found = (word for match in _MATCH.finditer(snippet) for word in match[1].casefold().split())
    return frozenset(found)


def find_words(text: str, words: frozenset[str]) -> list[tuple[int, int]]:
    """Spans of `words` in `text`, whole words only, whatever their case."""
    if not words:
        return []
    wanted = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return [match.span() for match in re.finditer(rf"\b(?:{wanted})\b", text, re.IGNORECASE)]
