"""Places: states, regions and cities of the gazetteer, unknown places by what stands around them, postal lines.

Proposals only; a place inside the name of an organisation gives way, save the seat in “Delegation in Astana”.
"""

import re
from collections.abc import Iterator

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document, Word
from assistant.extraction.lexicon import load_gazetteer
from assistant.extraction.phrases import joined
from assistant.extraction.wordlists import phrases_in
from assistant.model.mention import MentionKind

BY_STREET, BY_GAZETTEER, BY_HEAD, BY_PREPOSITION = 13, 6, 9, 3
_NUMBER = re.compile(r"\d{1,5}[A-Za-z]?")
_POSTCODE = re.compile(r"(?:[A-Z]{1,2} ?[-–] ?)?\d{4,6}|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}|[A-Z]{2} \d{5}")
_LONGEST_POSTAL_LINE = 60


def place_candidates(document: Document) -> Iterator[Candidate]:
    """All proposals, overlapping ones too."""
    yield from _postal_lines(document)
    yield from _known(document)
    words, lexicon = document.words, document.lexicon.places
    for at, word in enumerate(words):
        if word.lower in lexicon.heads:
            yield from _before_head(document, at)
        elif word.lower in lexicon.before and joined(document.view, words, at):
            yield from _behind_preposition(document, at + 1)


def is_postal(text: str, document: Document) -> bool:
    """Whether a line is a street, a post box or a town with its postcode."""
    lexicon = document.lexicon.places
    if len(text) > _LONGEST_POSTAL_LINE or not any(letter.isdigit() for letter in text):
        return False
    parts = re.findall(r"[^\W\d_]+", text.lower())
    street = any(part in lexicon.streets for part in parts) or any(part in lexicon.street_starts for part in parts[:3])
    return street or (_POSTCODE.search(text) is not None and len(parts) <= 8)


def _postal_lines(document: Document) -> Iterator[Candidate]:
    """Streets in short lines, and towns with their postcode."""
    lexicon = document.lexicon.places
    for line in document.lines:
        if not line.hard or line.end - line.start > _LONGEST_POSTAL_LINE:
            continue
        parts = re.findall(r"[^\W\d_]+", line.text.lower())
        if any(part in lexicon.streets for part in parts) or any(part in lexicon.street_starts for part in parts[:2]):
            span = _street(document, line.start, line.end)
            if span:
                yield Candidate(*span, MentionKind.PLACE, BY_STREET)


def _street(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """The part of a line, between commas, that holds the street; with a number or nothing else in it."""
    at = start
    for piece in document.view[start:end].split(","):
        parts = re.findall(r"[^\W\d_]+", piece.lower())
        lexicon = document.lexicon.places
        if parts and (any(part in lexicon.streets for part in parts) or parts[0] in lexicon.street_starts):
            capital = all(part[0].isupper() or part.lower() in lexicon.street_starts or len(part) < 4 for part in re.findall(r"[^\W\d_]+", piece))
            if capital or _NUMBER.search(piece):
                return document.trim(at, at + len(piece))
        at += len(piece) + 1
    return None


def _known(document: Document) -> Iterator[Candidate]:
    gazetteer = load_gazetteer()
    words = document.words
    for first, last in phrases_in(words, gazetteer.places):
        text = document.view[words[first].start : words[last].end]
        if first == last and words[first].shouted and len(text) < 4 and text not in gazetteer.countries:
            continue
        if words[first].text[-1] == "." and last == first and text not in gazetteer.countries:
            continue
        doubtful = first == last and (text in gazetteer.given_names or document.lexicon.is_ordinary(text))
        if doubtful and not _place_before(document, first):
            continue
        yield Candidate(words[first].start, words[last].end, MentionKind.PLACE, BY_GAZETTEER)


def _place_before(document: Document, at: int) -> bool:
    """Whether a preposition of place, or another word of an address, stands before."""
    if at == 0:
        return False
    before = document.words[at - 1]
    return before.lower in document.lexicon.places.before and joined(document.view, document.words, at - 1)


def _before_head(document: Document, head: int) -> Iterator[Candidate]:
    """“Petropavlovsk prison”, “Almaty detention centre”, “prison of Zarechny”."""
    words, view, lexicon = document.words, document.view, document.lexicon
    first = head
    while first and head - first < 4 and joined(view, words, first - 1) and _names(document, words[first - 1]):
        first -= 1
    kept = words[head].lower in lexicon.places.kept_heads
    if first < head:
        yield Candidate(words[first].start, words[head].end if kept else words[head - 1].end, MentionKind.PLACE, BY_HEAD)
    elif joined(view, words, head) and words[head + 1].lower in lexicon.places.before | lexicon.organisations.links:
        yield from _behind_preposition(document, head + 2)


def _behind_preposition(document: Document, at: int) -> Iterator[Candidate]:
    """A capital word that is no ordinary one, behind “in”; the weakest sign of all."""
    words, view = document.words, document.view
    last = at
    while last < len(words) and last - at < 3 and _names(document, words[last]):
        if not joined(view, words, last) or words[last].possessive:
            last += 1
            break
        last += 1
    if last > at and not words[last - 1].shouted:
        yield Candidate(words[at].start, words[last - 1].end, MentionKind.PLACE, BY_PREPOSITION)


def _names(document: Document, word: Word) -> bool:
    lexicon = document.lexicon
    known = lexicon.dates.months.keys() | lexicon.dates.weekdays.keys() | lexicon.people.honorifics | lexicon.places.adjectives
    return word.capital and word.text[0].isalpha() and word.lower not in known and not lexicon.is_ordinary(word.text)
