"""Articles of a law, a treaty or a decision, with the text they belong to.

Several articles of one text are one reference; where titles are is found by `references`.
"""

import re
from collections.abc import Iterator
from functools import cache

from assistant.extraction.document import Document
from assistant.extraction.lexicon import alternatives, literal, load_lexicon

_NUMBERS = (
    r"\d+[a-z]?(?: ?\((?:\d+[a-z]?|[a-z]|[ivx]{2,4})\))*"
    r"(?:(?:, | and | & | to |-|–| und | bis | i | oraz | do | et | à | e | y | a )\d+[a-z]?(?:\(\d+\))*)*"
)
_ACRONYM_BEFORE = re.compile(r"[A-Z]{2,9} $")


def with_articles(
    document: Document, titles: list[tuple[int, int]], named: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Titles, and articles with the title before or behind them; `named` maps key words of titles to their ends."""
    starts = named | dict(titles)
    ends = {end: start for start, end in titles}
    used: set[int] = set()
    waiting: list[tuple[int, int]] = []
    for match in _article_pattern(document.lexicon.language).finditer(document.view):
        (start, end), title = _article(document, match.span(), starts, ends)
        used.add(title)
        if waiting and not _joins_articles(document.lexicon.language).fullmatch(document.view, waiting[-1][1], start):
            yield from waiting
            waiting = []
        waiting.append((start, end))
        if (start, end) != match.span():
            yield waiting[0][0], end
            waiting = []
    yield from waiting
    yield from ((start, end) for start, end in titles if start not in used)


@cache
def _joins_articles(language: str) -> re.Pattern[str]:
    """What stands between articles of one text: “art. 11 i art. 40 ustawy”."""
    return re.compile(alternatives(load_lexicon(language).references.article_joints))


def _article(
    document: Document, span: tuple[int, int], starts: dict[int, int], ends: dict[int, int]
) -> tuple[tuple[int, int], int]:
    """An article with the title or acronym it belongs to, and where that title starts (-1 for none)."""
    (start, end), view, language = span, document.view, document.lexicon.language
    for joint in _to_title(language):
        behind = joint.match(view, end)
        if behind and behind.end() in starts:
            return (start, starts[behind.end()]), behind.end()
    named = _article_of(language).match(view, end)
    if named:
        return (start, named.end()), -1
    if start - 1 in ends:
        return (ends[start - 1], end), ends[start - 1]
    before = _ACRONYM_BEFORE.search(view, max(0, start - 10), start)
    return (before.start() if before else start, end), -1


@cache
def _article_pattern(language: str) -> re.Pattern[str]:
    words = load_lexicon(language).references
    sub = rf"(?:,? (?:(?i:{alternatives(words.sub_parts)}) {_NUMBERS}|{alternatives(words.letters)}(?!\w)))*"
    numbers = f"(?:{alternatives(words.numbers)}|{_NUMBERS})"
    never = rf"(?!{literal(words.no_articles)}(?! (?:of|to|[A-Z]{{2}})| ?\())"
    return re.compile(rf"(?<!\w){never}(?i:{alternatives(words.parts)}) {numbers}{sub}")


@cache
def _to_title(language: str) -> tuple[re.Pattern[str], ...]:
    """The ways from an article to its text, each tried."""
    return tuple(re.compile(alternatives((way,))) for way in load_lexicon(language).references.to_title)


@cache
def _article_of(language: str) -> re.Pattern[str]:
    return re.compile(alternatives(load_lexicon(language).references.article_of))
