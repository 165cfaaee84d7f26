"""Legal references: titles of laws and treaties, numbers that name a text, and their articles.

An article and the text it belongs to are one reference, as long as they stand together.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document
from assistant.extraction.lexicon import alternatives, bases, load_lexicon
from assistant.extraction.mentions.articles import with_articles
from assistant.extraction.phrases import PhraseRules, draw_left, draw_right, joined
from assistant.model.mention import MentionKind

BY_TITLE = 10
_DEFINED = re.compile(r" ?\([A-Z][\w-]{1,9}\)")
_NUMBER_SIGN = r"(?:No|Nr|nr|n°|nº|n\.º?|núm)\.? ?"
_NUMBERED = re.compile(
    rf" (?:\([A-Z]{{2,3}}(?:, [A-Z][a-z]+)?\) )?(?:{_NUMBER_SIGN})?\d{{1,5}}/\d{{2,4}}(?:/[A-Z]{{2,4}})?(?![\w/])"
    rf"| {_NUMBER_SIGN}\d{{1,5}}(?:[-–][A-Z]{{1,4}})?(?: of \d{{4}})?(?![\w/])"
    r"| \d{1,4} of \d{4}(?!\w)| (?:of )?(?:1[6-9]|20)\d\d(?![\w-])"
)
_PHRASE = re.compile(r"[^,;.\n()]{3,240}(?![^\s,;.()])")
_LEFT_OF_WEAK = 2


def reference_candidates(document: Document, dates: dict[int, int]) -> Iterator[Candidate]:
    """All references; `dates` maps where a date starts to where it ends (“Decision of 28 November 2001”)."""
    titles = _merged([*_titles(document, dates), *_codes(document)])
    for start, end in with_articles(document, titles, _heads_named(document, dates)):
        yield Candidate(start, end, MentionKind.LEGAL_REFERENCE, BY_TITLE)


def _titles(document: Document, dates: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Titles with something to them; a bare key word only when a title in the text ends or begins with it."""
    references = document.lexicon.references
    full: list[tuple[int, int]] = []
    bare: dict[str, list[tuple[int, int]]] = {}
    told: set[str] = set()
    heads = references.heads | references.weak_heads
    for at, word in enumerate(document.words):
        if word.lower not in heads or _names_body(document, at):
            continue
        span = _title(document, at, dates)
        if span == (word.start, word.end) and not _is_joined_name(document, word.lower):
            bare.setdefault(word.text, []).append(span)
        elif span:
            full.append(span)
            told.add(word.text)
    yield from full
    for text, spans in bare.items():
        if text in told and text.lower() in references.bare:
            yield from spans


def _names_body(document: Document, at: int) -> bool:
    """Whether a key word is part of a body's name: “North Atlantic Treaty Organization”, “Law Commission”."""
    words, organisations = document.words, document.lexicon.organisations
    return joined(document.view, words, at) and words[at + 1].capital and words[at + 1].lower in organisations.heads


def _is_joined_name(document: Document, word: str) -> bool:
    """Whether a word joined of several is itself the name of a law."""
    references = document.lexicon.references
    return references.joined_names and word not in references.bare and not _plain(document.lexicon.language, word)


@cache
def _plain(language: str, word: str) -> bool:
    """Whether a word is a form of a key word alone."""
    lexicon = load_lexicon(language)
    return not lexicon.references.heads.isdisjoint({word, *bases(word, lexicon.inflections)})


def _title(document: Document, head: int, dates: dict[int, int]) -> tuple[int, int] | None:
    """The span of the title around a key word; None when a weak one says too little."""
    words, references = document.words, document.lexicon.references
    first, last = _drawn(document, head)
    end = _with_number(document, words[last].end, dates)
    alone = end == words[head].end
    starts_small = first == head and not references.small_heads and words[head].lower not in references.dated_heads
    if not words[head].capital and (end == words[last].end or starts_small):
        return None
    if alone and words[head].lower in references.weak_heads and head - first < _LEFT_OF_WEAK:
        return None
    if alone and first == head and _opens(document, head):
        return None
    return words[first].start, end


def _drawn(document: Document, head: int) -> tuple[int, int]:
    """Indices of the first and last word of a title, with “draft” before it."""
    view, words, lexicon = document.view, document.words, document.lexicon
    months = lexicon.dates.months.keys()
    loose = words[head].capital and not any(word.capital for word in words[head + 2 : head + 4])
    small = lexicon.function_words.union(lexicon.sentences.abbreviations) - {"and"}
    stops = lexicon.people.honorifics | months | lexicon.people.roles
    rules = PhraseRules(
        lexicon.references.links,
        stops,
        heads=lexicon.references.heads - lexicon.references.weak_heads,
        loose=loose,
        small=small,
        right_stops=months | lexicon.references.verbs,
        behind=lexicon.references.adjectives_behind,
        inner=lexicon.references.inner | lexicon.places.adjectives | _attributive(document),
    )
    first, last = draw_left(view, words, head, rules), draw_right(view, words, head, rules)
    while first < head and words[first].lower in lexicon.function_words:
        first += 1
    if first and words[first - 1].lower in lexicon.references.drafts and joined(view, words, first - 1):
        first -= 1
    return first, last


def _attributive(document: Document) -> frozenset[str]:
    """Words of a text that belong to a capital noun behind them: “Gesetz zur erleichterten Ausweisung”."""
    lexicon, words = document.lexicon, document.words
    pattern = re.compile(lexicon.references.attributive)
    before_noun = (one.lower for one, noun in pairwise(words) if noun.capital and pattern.fullmatch(one.text))
    return frozenset(before_noun) - lexicon.function_words - lexicon.references.verbs


def _with_number(document: Document, end: int, dates: dict[int, int]) -> int:
    """Where a title ends with the number, the acronym, the date and the subject behind it."""
    view, language = document.view, document.lexicon.language
    for pattern in (_NUMBERED, _DEFINED):
        behind = pattern.match(view, end)
        end = behind.end() if behind else end
    dated = _joint(language, "dating").match(view, end)
    if dated and dated.end() in dates:
        end = dates[dated.end()]
        subject = _joint(language, "subject").match(view, end)
        if subject:
            return _subject_end(document, subject.end())
    compiled = _behind(language, "compiled").match(view, end)
    return compiled.end() if compiled else end


@cache
def _joint(language: str, field: str) -> re.Pattern[str]:
    """The words of a field between blanks."""
    return re.compile(rf" {alternatives(getattr(load_lexicon(language).references, field))} ")


@cache
def _behind(language: str, field: str) -> re.Pattern[str]:
    """The words of a field behind a blank."""
    return re.compile(rf" {alternatives(getattr(load_lexicon(language).references, field))}")


@cache
def _journal(language: str) -> re.Pattern[str]:
    """The rest of a title before the official journal, within one sentence."""
    journals = alternatives(load_lexicon(language).references.journals)
    return re.compile(rf"(?:[^.\n()]|\.(?! +[^\W\da-z_])){{3,500}}?(?= {journals})")


def _subject_end(document: Document, start: int) -> int:
    """The end of what an act is on: to the official journal, or the next comma, verb of being or end of the line."""
    whole = _journal(document.lexicon.language).match(document.view, start)
    if whole:
        return whole.end()
    found = _PHRASE.match(document.view, start)
    if not found:
        return start
    end = start
    stop = _joint(document.lexicon.language, "subject_ends").search(document.view, start, found.end())
    for word in re.finditer(r"\S+", document.view[start : stop.start() if stop else found.end()]):
        if word.group().lower() in document.lexicon.references.verbs:
            break
        end = start + word.end()
    return end


def _opens(document: Document, at: int) -> bool:
    before = document.view[max(0, document.words[at].start - 3) : document.words[at].start].strip(' "(')
    return not before or before[-1] in ".!?\n"


@cache
def _code_pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/]){alternatives(load_lexicon(language).references.codes)}")


def _codes(document: Document) -> Iterator[tuple[int, int]]:
    """Numbers that name a text, and numbered laws with the subject behind them."""
    language, view = document.lexicon.language, document.view
    for match in _code_pattern(language).finditer(view):
        yield match.span()
    for match in _numbered_law(language).finditer(view):
        subject = _subject_behind(language).match(view, match.end())
        yield match.start(), _subject_end(document, subject.end()) if subject else match.end()


@cache
def _numbered_law(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/]){alternatives(load_lexicon(language).references.laws)}")


@cache
def _subject_behind(language: str) -> re.Pattern[str]:
    return re.compile(rf",? {alternatives(load_lexicon(language).references.subject)} ")


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that overlap become one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _heads_named(document: Document, dates: dict[int, int]) -> dict[int, int]:
    """Where each key word, and the title around it, ends: behind an article it needs no more to be one."""
    references, words = document.lexicon.references, document.words
    named: dict[int, int] = {}
    for at, word in enumerate(words):
        if word.lower in references.heads | references.weak_heads:
            first, last = _drawn(document, at)
            named[word.start] = named[words[first].start] = _with_number(document, words[last].end, dates)
    return named
