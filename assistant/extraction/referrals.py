"""Earlier documents that a text refers to: “your letter dated 15 May 2019”, a list under “Read our reports:”."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from assistant.extraction.dates import DateExpression, resolve
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import alternatives, load_lexicon
from assistant.extraction.moments import Anchor
from assistant.extraction.phrases import joined
from assistant.extraction.zones import Zones
from assistant.model.letter import Reference

_MOST_WORDS = 14
_TIGHT = re.compile(r"(?:'s)?[ \"()]{1,4}|, (?=dated|of)")
_SHORTEST_ITEM = 3


def find_referrals(
    document: Document, zones: Zones, dates: tuple[DateExpression, ...], anchor: Anchor
) -> tuple[Reference, ...]:
    """References in order of the text, each document once as long as its words are the same."""
    found = [*_in_sentences(document, dates, anchor), *_in_lists(document, zones)]
    unique: dict[str, Reference] = {}
    for reference in sorted(found, key=lambda one: one.start):
        unique.setdefault(" ".join(reference.quote.lower().split()), reference)
    return tuple(unique.values())


def _in_sentences(document: Document, dates: tuple[DateExpression, ...], anchor: Anchor) -> Iterator[Reference]:
    words, lexicon = document.words, document.lexicon.documents
    starts = [date.start for date in dates]
    for at, word in enumerate(words):
        what = lexicon.kinds.get(word.lower)
        if what is None or (at and words[at - 1].lower in lexicon.kinds and joined(document.view, words, at - 1)):
            continue
        first = _owner(document, at)
        if first is None:
            continue
        last = _phrase_end(document, at)
        index = bisect_left(starts, word.end)
        date = dates[index] if index < len(dates) and dates[index].start <= words[last].end + 2 else None
        own = words[first].lower in lexicon.owners
        about = last > at and words[at + 1].lower in lexicon.about
        titled = document.view[word.end : word.end + 3].strip().startswith('"')
        if not (own or date or (titled and words[first].lower != word.lower)) and not (about and _is_telling(document, at, last)):
            continue
        end = max(words[last].end, date.end if date else 0)
        passage = document.passage(words[first].start, end)
        if passage:
            value = resolve(date, anchor) if date else None
            yield Reference(what=what, quote=passage.text, start=passage.start, end=passage.end, date=value)


def _owner(document: Document, at: int) -> int | None:
    """Index of the word that opens the phrase: an owner or an article, with up to three words between."""
    words, lexicon = document.words, document.lexicon
    for back in range(1, 5):
        index = at - back
        if index < 0 or not _TIGHT.fullmatch(document.view, words[index].end, words[index + 1].start):
            return None
        if words[index].lower in lexicon.documents.owners or words[index].lower in lexicon.documents.dated:
            return index
        if words[index].lower in lexicon.function_words:
            return None
    return None


def _phrase_end(document: Document, at: int) -> int:
    """Index of the last word of the phrase: up to a comma, a verb or a word that opens a clause."""
    words, lexicon = document.words, document.lexicon
    last = at
    links = lexicon.documents.about | lexicon.references.links | {"the", "and", "a", "an", "from", "by", "with"}
    for index in range(at + 1, min(len(words), at + _MOST_WORDS)):
        if not _TIGHT.fullmatch(document.view, words[index - 1].end, words[index].start):
            break
        small = words[index].lower in lexicon.function_words and words[index].lower not in links
        if small or (index == at + 1 and words[index].lower not in lexicon.documents.about | {"from", "by", "the"}):
            break
        last = index
    while last > at and words[last].lower in links:
        last -= 1
    return last


def _is_telling(document: Document, at: int, last: int) -> bool:
    """Whether a phrase about something names it: capital words or enough of them."""
    return last - at >= 4 or any(word.capital for word in document.words[at + 1 : last + 1])


def _in_lists(document: Document, zones: Zones) -> Iterator[Reference]:
    """Items under a heading that announces documents; what they are, the heading says."""
    pattern = _headings(document.lexicon.language)
    what = None
    for line in zones.body:
        words = document.line_words(line)
        heading = pattern.match(words)
        if heading and words.endswith(":"):
            what = _what(document, words)
        elif what and _is_item(line):
            reference = _item(document, line, what)
            if reference:
                yield reference
        elif any(letter.isalpha() for letter in words):
            what = None


@cache
def _headings(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:{alternatives(load_lexicon(language).documents.list_headings)})")


def _what(document: Document, heading: str) -> str | None:
    kinds = document.lexicon.documents.kinds
    return next((kinds[word] for word in re.findall(r"\w+", heading.lower()) if word in kinds), None)


def _is_item(line: Line) -> bool:
    return line.text[:1] in "-–•*·▪[" or line.text[:1].isupper()


def _item(document: Document, line: Line, what: str) -> Reference | None:
    span = document.trim(line.start, line.end)
    if not span:
        return None
    start, end = span
    while start < end and not document.view[start].isalnum() and document.view[start] not in "\"'(":
        start += 1
    passage = document.passage(start, end)
    if passage is None or len(passage.text.split()) < _SHORTEST_ITEM:
        return None
    return Reference(what=what, quote=passage.text, start=passage.start, end=passage.end)
