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

_CONTEXT = 6
"""Words on either side by which the place of a snippet is found again."""

_MATCH = re.compile(f"{MATCH_BEGINS}([^{MATCH_BEGINS}{MATCH_ENDS}]*){MATCH_ENDS}")


def show(text: str, style: str = "") -> Content:
    """The text as it stands, line breaks kept, in one style of the theme."""
    return Content.styled(literal(text), style)


def show_line(text: str, style: str = "") -> Content:
    """The text on one line, white space folded."""
    return Content.styled(one_line(text), style)


def show_around(text: str, words: frozenset[str], length: int, style: str) -> Content:
    """Some `length` characters of a text with the first of `words` among them, on one line; all `words` in `style`."""
    line = one_line(text)
    start, end = next(iter(find_words(line, words)), (0, 0))
    if end > length:
        lead = line[max(0, start - length // 3) : start].partition(" ")[2]
        line = f"…{lead}{line[start:]}"
    content = Content(clip(line, length))
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


def find_snippet(text: str, snippet: str) -> int:
    """Where in the text the first matched word of a snippet stands; 0 when that cannot be told."""
    before, mark, after = snippet.partition(MATCH_BEGINS)
    lead = before.rpartition("…")[2].split()[-_CONTEXT:]
    trail = unmark(after).partition("…")[0].split()[:_CONTEXT]
    if not (mark and trail):
        return 0
    # a snippet folds white space, the text does not
    glue = r"\s+" if lead and before[-1].isspace() else ""
    match = re.search(rf"{_pattern(lead)}{glue}({_pattern(trail)})", text)
    return match.start(1) if match else 0


def _pattern(words: list[str]) -> str:
    return r"\s+".join(map(re.escape, words))
