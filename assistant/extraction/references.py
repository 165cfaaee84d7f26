"""Legal references: titles of laws and treaties, numbers that name a text, and their articles.

An article and the text it belongs to are one reference, as long as they stand together.
"""

import re
from collections.abc import Iterator
from functools import cache

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document
from assistant.extraction.lexicon import alternatives, load_lexicon
from assistant.extraction.phrases import PhraseRules, draw_left, draw_right, joined
from assistant.model.mention import MentionKind

BY_CODE, BY_TITLE = 11, 10
_NUMBERS = r"\d+[a-z]?(?: ?\(\d+[a-z]?\))*(?:(?:, | and | & | to |-|–)\d+[a-z]?(?:\(\d+\))*)*"
_DEFINED = re.compile(r" ?\([A-Z][\w-]{1,9}\)")
_NUMBERED = re.compile(r" (?:\(E[CUG]\) )?(?:No\.? )?\d{1,5}/\d{2,4}(?:/[A-Z]{2,4})?| (?:of )?(?:1[6-9]|20)\d\d(?![\d-])")


def reference_candidates(document: Document, dates: dict[int, int]) -> Iterator[Candidate]:
    """All references; `dates` maps where a date starts to where it ends (“Decision of 28 November 2001”)."""
    titles = _merged([*_titles(document, dates), *_codes(document)])
    for start, end in _with_articles(document, titles):
        yield Candidate(start, end, MentionKind.LEGAL_REFERENCE, BY_TITLE)


def _titles(document: Document, dates: dict[int, int]) -> Iterator[tuple[int, int]]:
    lexicon = document.lexicon
    words = document.words
    for at, word in enumerate(words):
        if word.capital and word.lower in lexicon.references.heads | lexicon.references.weak_heads:
            span = _title(document, at)
            if span:
                yield span[0], _with_date(document, span[1], dates)


def _title(document: Document, head: int) -> tuple[int, int] | None:
    view, words, lexicon = document.view, document.words, document.lexicon
    references = lexicon.references
    stops = lexicon.people.honorifics | lexicon.dates.months.keys() | lexicon.people.roles
    rules = PhraseRules(
        references.links, stops, loose=not _all_small_after(document, head), small=_small(document), heads=frozenset()
    )
    first, last = draw_left(view, words, head, rules), draw_right(view, words, head, rules)
    while first < head and words[first].lower in lexicon.function_words:
        first += 1
    if first and words[first - 1].lower in references.drafts and joined(view, words, first - 1):
        first -= 1
    end = words[last].end
    for pattern in (_NUMBERED, _DEFINED):
        behind = pattern.match(view, end)
        end = behind.end() if behind else end
    weak = words[head].lower in references.weak_heads
    if (weak and last == head and end == words[head].end) or (first == head and end == words[head].end and _opens(document, head)):
        return None
    return words[first].start, end


def _all_small_after(document: Document, head: int) -> bool:
    """Whether the words behind the first link begin with a capital, so that small words no longer belong."""
    words = document.words
    return any(word.capital for word in words[head + 2 : head + 4])


def _small(document: Document) -> frozenset[str]:
    return document.lexicon.function_words - {"and"}


def _opens(document: Document, at: int) -> bool:
    before = document.view[max(0, document.words[at].start - 3) : document.words[at].start].strip(' "(')
    return not before or before[-1] in ".!?\n"


def _with_date(document: Document, end: int, dates: dict[int, int]) -> int:
    """A title goes on over “of 28 November 2001”."""
    behind = re.compile(r" of (?:the )?").match(document.view, end)
    if behind and behind.end() in dates:
        return dates[behind.end()]
    return end


@cache
def _code_pattern(language: str) -> re.Pattern[str]:
    codes = load_lexicon(language).references.codes
    return re.compile(rf"(?<![\w/]){alternatives(codes)}")


@cache
def _article_pattern(language: str) -> re.Pattern[str]:
    words = load_lexicon(language).references
    sub = rf"(?:,? {alternatives(words.sub_parts)} {_NUMBERS})*"
    return re.compile(rf"(?<!\w)(?i:{alternatives(words.parts)}) {_NUMBERS}{sub}")


def _codes(document: Document) -> Iterator[tuple[int, int]]:
    for match in _code_pattern(document.lexicon.language).finditer(document.view):
        yield match.span()


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that overlap become one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _with_articles(document: Document, titles: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Titles, and articles with the title before or behind them."""
    view = document.view
    starts, ends = dict(titles), {end: start for start, end in titles}
    used: set[int] = set()
    for match in _article_pattern(document.lexicon.language).finditer(view):
        start, end = match.span()
        behind = re.compile(r",? (?:of )?(?:the |that |its )?|,? to (?:the )").match(view, end)
        if behind and behind.end() in starts:
            used.add(behind.end())
            yield start, starts[behind.end()]
            continue
        acronym = re.compile(r" of (?:the )?([A-Z]{2,9})(?: and \d+(?:\(\d+\))? of (?:the )?[A-Z]{2,9})?\b").match(view, end)
        if acronym:
            yield start, acronym.end()
            continue
        before = re.compile(r"[A-Z]{2,9} $").search(view, max(0, start - 10), start)
        if start - 1 in ends:
            used.add(ends[start - 1])
            yield ends[start - 1], end
        elif before:
            yield before.start(), end
        else:
            yield start, end
    yield from ((start, end) for start, end in titles if start not in used)
