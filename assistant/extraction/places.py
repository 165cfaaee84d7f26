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

BY_STREET, BY_HEAD, BY_LONG_NAME, BY_GAZETTEER, BY_LONG_PREPOSITION, BY_PREPOSITION = 13, 9, 7, 6, 5, 2
_NUMBER = re.compile(r"\d{1,5}[A-Za-z]?")
_POSTCODE = re.compile(r"(?:[A-Z]{1,2} ?[-–] ?)?\d{4,6}|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}|[A-Z]{2} \d{5}")
_TOWN = re.compile(r"[A-Z]\w+(?: [A-Z]\w+){0,2}, [A-Z]{2} \d{5}(?!\d)")
_LONGEST_POSTAL_LINE = 60


def place_candidates(document: Document) -> Iterator[Candidate]:
    """All proposals, overlapping ones too."""
    yield from _postal_lines(document)
    yield from _known(document)
    yield from _beside_known(document)
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
    street = any(part in lexicon.streets or part in lexicon.buildings for part in parts) or any(
        part in lexicon.street_starts for part in parts[:3]
    )
    return street or (_POSTCODE.search(text) is not None and len(parts) <= 8)


def _postal_lines(document: Document) -> Iterator[Candidate]:
    """Streets in short lines, and towns with their postcode."""
    lexicon = document.lexicon.places
    for line in document.lines:
        if not line.hard or line.end - line.start > _LONGEST_POSTAL_LINE:
            continue
        parts = re.findall(r"[^\W\d_]+", line.text.lower())
        town = _TOWN.search(document.view, line.start, line.end)
        if town:
            yield Candidate(*town.span(), MentionKind.PLACE, BY_STREET)
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
            capital = all(
                part[0].isupper() or part.lower() in lexicon.street_starts or len(part) < 4
                for part in re.findall(r"[^\W\d_]+", piece)
            )
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
        if first == last and _is_doubtful(document, first):
            continue
        weight = BY_LONG_NAME if last > first else BY_GAZETTEER
        yield Candidate(words[first].start, words[last].end, MentionKind.PLACE, weight)


def _beside_known(document: Document) -> Iterator[Candidate]:
    """Unknown capital words in one list with a known place: “Khyber Pakhtunkhwa, Sindh and Balochistan”."""
    words, view = document.words, document.view
    starts = {candidate.start for candidate in _known(document)}
    for at, word in enumerate(words):
        if (
            word.start in starts
            or word.shouted
            or not _names(document, word)
            or (at and joined(view, words, at - 1) and words[at - 1].capital)
        ):
            continue
        last = at
        while last - at < 2 and joined(view, words, last) and _names(document, words[last + 1]):
            last += 1
        behind = _LIST.match(view, words[last].end)
        listed = behind is not None and behind.end() in starts
        if listed and word.text not in load_gazetteer().given_names:
            yield Candidate(word.start, words[last].end, MentionKind.PLACE, BY_GAZETTEER)


_LIST = re.compile(r"(?:,| and|, and) ")


def _is_doubtful(document: Document, at: int) -> bool:
    """Whether a name of one word may be a person's or an ordinary word, with nothing around that speaks for a place."""
    words, text = document.words, document.words[at].text
    if _place_before(document, at):
        return False
    if document.lexicon.is_ordinary(text):
        return True
    given = text in load_gazetteer().given_names
    before = at > 0 and joined(document.view, words, at - 1) and words[at - 1].capital
    behind = joined(document.view, words, at) and words[at + 1].capital
    return given and (before or behind)


def _place_before(document: Document, at: int) -> bool:
    """Whether a preposition of place, or another word of an address, stands before."""
    if at == 0:
        return False
    before = document.words[at - 1]
    return before.lower in document.lexicon.places.before and joined(document.view, document.words, at - 1)


def _before_head(document: Document, head: int) -> Iterator[Candidate]:
    """“Petropavlovsk prison”, “Almaty detention centre”, “prison of Zarechny”, “Guangzhou No. 1 Detention Center”."""
    words, view, lexicon = document.words, document.view, document.lexicon
    last = head
    while last and joined(view, words, last - 1) and words[last - 1].lower in lexicon.places.qualifiers:
        last -= 1
    if last == head and words[head].lower in _NEED_QUALIFIER:
        return
    first = _name_start(document, last, titled=words[head].capital and words[last].capital)
    kept = words[head].capital or words[head].lower in lexicon.places.kept_heads
    if first < last:
        end = words[head].end if kept else words[last - 1].end
        yield Candidate(words[first].start, end, MentionKind.PLACE, BY_HEAD)
    elif joined(view, words, head) and words[head + 1].lower in lexicon.places.before | lexicon.places.origins:
        yield from _behind_preposition(document, head + 2)


_NEED_QUALIFIER = frozenset({"center", "centre", "facility"})


def _name_start(document: Document, last: int, *, titled: bool) -> int:
    """Index of the first word of the name that ends before `last`; a title in capitals may hold ordinary words."""
    words, view = document.words, document.view
    lexicon = document.lexicon
    never = lexicon.function_words | lexicon.organisations.heads | lexicon.people.roles
    first = last
    while first and last - first < 4 and _near(view, words[first - 1].end, words[first].start):
        word = words[first - 1]
        number = titled and (word.text.isdigit() or word.lower == "no")
        ordinary = titled and word.capital and word.lower not in never
        if not (_names(document, word) or number or ordinary):
            break
        first -= 1
    unusual = any(_names(document, word) or word.text.isdigit() for word in words[first:last])
    return first if unusual or last - first > 2 else last


def _near(view: str, left: int, right: int) -> bool:
    return view[left:right] in (" ", ". ", "  ")


def _behind_preposition(document: Document, at: int) -> Iterator[Candidate]:
    """A capital word that is no ordinary one, behind “in”; the weakest sign of all."""
    words, view = document.words, document.view
    last = at
    while last < len(words) and last - at < 3 and _names(document, words[last]):
        last += 1
        if words[last - 1].possessive or not joined(view, words, last - 1):
            break
    if last > at and not words[last - 1].shouted and not words[last - 1].possessive and "-" not in words[at].text:
        weight = BY_LONG_PREPOSITION if last - at > 1 else BY_PREPOSITION
        yield Candidate(words[at].start, words[last - 1].end, MentionKind.PLACE, weight)


def _names(document: Document, word: Word) -> bool:
    lexicon = document.lexicon
    known = (
        lexicon.dates.months.keys()
        | lexicon.dates.weekdays.keys()
        | lexicon.people.honorifics
        | lexicon.places.adjectives
    )
    return word.capital and word.text[0].isalpha() and word.lower not in known and not lexicon.is_ordinary(word.text)
