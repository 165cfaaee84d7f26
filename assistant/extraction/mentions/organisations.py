"""Organisations: by key word, by a list of well-known ones, by “X government”, by an acronym.

Proposals only; overlaps with people, places and laws are settled in `names`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document, Word
from assistant.extraction.lexicon import load_gazetteer
from assistant.extraction.mentions.matters import last_behind, through_adjective
from assistant.extraction.phrases import PhraseRules, draw_left, draw_right, is_small, joined, joins
from assistant.extraction.wordlists import phrases_in, with_forms
from assistant.model.mention import MentionKind

BY_HEAD, BY_ADJECTIVE, BY_LIST, BY_ALONE, BY_ACRONYM = 8, 7, 5, 3, 1
_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z]{1,4}")
_MOST_LINKS = 3
_NUMBER_BEHIND = re.compile(r" \d{1,4}/\d{2,}")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)", re.IGNORECASE)


def organisation_candidates(document: Document) -> Iterator[Candidate]:
    """All proposals, overlapping ones too."""
    words, rules = document.words, _rules(document)
    lexicon = document.lexicon.organisations
    countries, endings = load_gazetteer(document.lexicon.language).countries, document.lexicon.places.endings
    states = dict(phrases_in(words, frozenset(countries), endings))
    for at, word in enumerate(words):
        if word.lower in lexicon.small_heads:
            yield from _around_small(document, at, rules)
        if word.lower in lexicon.lower_heads:
            yield from _behind_adjective(document, at)
            yield from _before_adjective(document, at)
            yield from _before_state(document, at, states)
        if word.lower in lexicon.heads and word.capital:
            yield from _around_head(document, at, rules)
            yield from _of_matter(document, at)
        elif word.lower in lexicon.lower_heads:
            yield from _behind_name(document, at, rules)
        elif word.lower in lexicon.introducers:
            yield from _introduced(document, at)
        elif word.capital and _is_acronym(document, word):
            yield _organisation(words, at, at, BY_ACRONYM)
    for first, last in phrases_in(words, lexicon.known):
        yield _organisation(words, first, last, BY_HEAD if last > first else BY_LIST)


def _rules(document: Document) -> PhraseRules:
    lexicon = document.lexicon
    people, organisations = lexicon.people, lexicon.organisations
    months = lexicon.dates.months.keys() - lexicon.dates.ambiguous_months
    never = people.honorifics | months | lexicon.references.heads | lexicon.dates.weekdays.keys() | organisations.stops
    names = _given_names(document) - organisations.inner if organisations.adjectives_behind else frozenset()
    return PhraseRules(
        organisations.links,
        (never | people.roles) - organisations.grades,
        organisations.heads,
        small=lexicon.function_words | organisations.stops,
        right_stops=(never | names) - organisations.inner,
        behind=organisations.adjectives_behind,
        inner=organisations.inner,
    )


def _rules_at(document: Document, head: int, rules: PhraseRules) -> PhraseRules:
    """The rules for a government, which draws in less, and for a key word with a seat, or its name right behind it."""
    lexicon, word = document.lexicon.organisations, document.words[head].lower
    if lexicon.lower_links and word in lexicon.lower_heads:
        rules = replace(rules, links=lexicon.lower_links)
    if word in lexicon.seated:
        rules = replace(rules, links=rules.links | lexicon.seat_links)
    return replace(rules, behind=True) if word in lexicon.named_behind else rules


def _around_head(document: Document, head: int, rules: PhraseRules) -> Iterator[Candidate]:
    """The phrase of a key word; a key word alone only when it is one that names a body alone."""
    view, words = document.view, document.words
    rules = _rules_at(document, head, rules)
    first = _without_opening(document, draw_left(view, words, head, rules), head)
    if rules.behind and first < head and words[first - 1].lower in document.lexicon.people.roles:
        first = head
    noun = _with_grade(document, head)
    last = head if _is_known(document, first, head) else last_behind(document, head, noun, rules)
    if first > 0 and _ORDINAL.fullmatch(words[first - 1].text) and joined(view, words, first - 1):
        first -= 1
    last = _with_suffix(document, last)
    within = head > 0 and last > head and words[head - 1].lower in document.lexicon.places.before
    bare = words[head].lower in document.lexicon.organisations.bare and not within
    if bare and first == head and _in_role(document, head):
        return
    if bare and first == head and _behind_role(document, head):
        last = head
    if _names_state(document, first, last) or _names_person(document, first, last):
        return
    if (first, last) != (head, head):
        yield _organisation(words, first, last, BY_HEAD)
    elif bare and not _opens_alone(document, head):
        yield _organisation(words, head, head, BY_ALONE)


def _with_grade(document: Document, head: int) -> int:
    """Index of the key word, or of the grade right behind it: “Secretariat General of the Commission”."""
    words = document.words
    graded = joined(document.view, words, head) and words[head + 1].lower in document.lexicon.organisations.grades
    return head + 1 if graded and words[head + 1].capital else head


def _names_state(document: Document, first: int, last: int) -> bool:
    """Whether a phrase is the name of a state: “Russian Federation”."""
    named = " ".join(word.text for word in document.words[first : last + 1])
    return first < last and named in load_gazetteer(document.lexicon.language).countries


def _names_person(document: Document, first: int, last: int) -> bool:
    """Whether a given name stands before a surname that is a key word too: “Giulietto Chiesa”."""
    given, gazetteer = document.words[first], load_gazetteer(document.lexicon.language)
    named = given.text in gazetteer.given_names and given.text not in gazetteer.places
    return last == first + 1 and named and not document.lexicon.is_ordinary(given.text)


def _is_known(document: Document, first: int, last: int) -> bool:
    """Whether the words are a listed name already, to which nothing is drawn."""
    words = document.words
    named = " ".join(word.text for word in words[first : last + 1])
    return first < last and named in document.lexicon.organisations.known


def _given_names(document: Document) -> frozenset[str]:
    """Given names in the text, in small letters; behind a key word they begin somebody's name."""
    gazetteer = load_gazetteer(document.lexicon.language)
    names = gazetteer.given_names - gazetteer.places
    used = with_forms(names, document.words, document.lexicon.people.endings)
    return frozenset(
        word.lower for word in document.words if word.text in used and not document.lexicon.is_ordinary(word.text)
    )


def _behind_name(document: Document, head: int, rules: PhraseRules) -> Iterator[Candidate]:
    """“British government”, “Awami League party”, “General Prosecutor's office”."""
    view, words = document.view, document.words
    first = _without_opening(document, draw_left(view, words, head, rules), head)
    if first == head or head - first > 4:
        last = draw_right(view, words, head, rules) if words[head].capital else head
        if last > head:
            yield _organisation(words, head, last, BY_ADJECTIVE)
        return
    if words[head].lower in document.lexicon.organisations.possessed and not words[head - 1].possessive:
        return
    if words[head - 1].possessive and not document.lexicon.is_ordinary(words[head - 1].text):
        return
    if any(word.lower in document.lexicon.dates.months for word in words[first:head]):
        return
    yield _organisation(words, first, head, BY_ADJECTIVE)


def _around_small(document: Document, head: int, rules: PhraseRules) -> Iterator[Candidate]:
    """“ministère des affaires étrangères”, “ministero della giustizia”: bodies that are written in small letters."""
    if document.words[head].capital:
        return
    last = draw_right(document.view, document.words, head, rules)
    if last == head:
        last = through_adjective(document, head, rules)
    if last > head:
        yield _organisation(document.words, head, last, BY_ADJECTIVE)


def _behind_adjective(document: Document, head: int) -> Iterator[Candidate]:
    """“iranische Behörden”, “białoruską milicję”: the adjective of a country right before."""
    words = document.words
    if head and words[head - 1].lower in document.lexicon.places.adjectives and joined(document.view, words, head - 1):
        yield _organisation(words, head - 1, head, BY_ADJECTIVE)


def _before_adjective(document: Document, head: int) -> Iterator[Candidate]:
    """“délégation française”, “autoridades venezolanas”: the adjective of a country right behind."""
    words, lexicon = document.words, document.lexicon
    behind = lexicon.organisations.adjectives_behind and joined(document.view, words, head)
    if behind and words[head + 1].lower in lexicon.places.adjectives:
        yield _organisation(words, head, head + 1, BY_ADJECTIVE)


def _before_state(document: Document, head: int, states: dict[int, int]) -> Iterator[Candidate]:
    """“authorities of Kazakhstan”, “gouvernement de la République française”, “władze Białorusi”."""
    words, lexicon, last = document.words, document.lexicon, head
    small = lexicon.organisations.links | lexicon.places.origins
    while last - head < _MOST_LINKS and joined(document.view, words, last):
        last += 1
        word = words[last]
        if last in states and (last > head + 1 or lexicon.organisations.adjectives_behind):
            yield _organisation(words, head, states[last], BY_ADJECTIVE)
            return
        adjective = joined(document.view, words, last) and words[last + 1].lower in lexicon.places.adjectives
        if word.lower in lexicon.places.states and adjective:
            yield _organisation(words, head, last + 1, BY_ADJECTIVE)
            return
        if joins(word) or not (word.lower in small or is_small(word)):
            return


def _introduced(document: Document, at: int) -> Iterator[Candidate]:
    """The capital words behind “la société”, “la organización”: whatever else they look like, a body's name."""
    words, small = document.words, document.lexicon.function_words
    titled = joined(document.view, words, at) and words[at + 1].capital and is_small(words[at + 1])
    begin = last = at + titled
    while joined(document.view, words, last) and words[last + 1].capital and words[last + 1].lower not in small:
        last += 1
    if last > begin:
        yield _organisation(words, at + 1, last, BY_HEAD)


def _of_matter(document: Document, head: int) -> Iterator[Candidate]:
    """“Institut de la paix et de la démocratie”, “Movimiento por los presos”: a body named after what it is for."""
    lexicon, words = document.lexicon, document.words
    if words[head].lower not in lexicon.organisations.of_matters or not words[head].capital:
        return
    links, last, at = lexicon.organisations.links | lexicon.places.origins, head, head + 1
    while at < len(words) and joined(document.view, words, at - 1):
        if not (words[at].lower in links or is_small(words[at])):
            if words[at].capital or not words[at].text.isalpha() or at == last + 1:
                break
            last = at
        at += 1
    if last > head and not _opens_alone(document, head):
        yield _organisation(words, head, last, BY_ADJECTIVE)


def _without_opening(document: Document, first: int, head: int) -> int:
    """Leave out words that are capital only because a sentence or a heading begins with them."""
    while first < head and document.words[first].lower in document.lexicon.function_words:
        first += 1
    return first


def _with_suffix(document: Document, last: int) -> int:
    words = document.words
    if last + 1 < len(words) and words[last + 1].lower in document.lexicon.organisations.suffixes:
        between = document.view[words[last].end : words[last + 1].start]
        return last + 1 if between in (" ", ", ") else last
    return last


def _in_role(document: Document, at: int) -> bool:
    """Whether a bare key word is part of a role: “Member of Parliament”, “Head of Delegation”."""
    words, people = document.words, document.lexicon.people
    return at > 1 and words[at - 1].lower in people.role_links and words[at - 2].lower in people.roles


def _behind_role(document: Document, at: int) -> bool:
    """Whether a role and an article lead to a bare key word: what follows is the office's, not the body's.

    “High Representative of the Union for Foreign Affairs”.
    """
    words, people = document.words, document.lexicon.people
    linked = at > 2 and all(word.lower in people.role_links for word in words[at - 2 : at])
    return linked and words[at - 3].lower in people.roles


def _opens_alone(document: Document, at: int) -> bool:
    """Whether a bare key word begins a sentence, where its capital says nothing."""
    word, view = document.words[at], document.view
    before = view[max(0, word.start - 3) : word.start].rstrip(' "(')
    on_its_line = view[word.end : word.end + 1] in ("\n", "")
    return (not before or before[-1] in ".!?\n") and document.lexicon.is_ordinary(word.text) and not on_its_line


def _is_acronym(document: Document, word: Word) -> bool:
    if not 2 <= len(word.text) <= 7 or not _ACRONYM.fullmatch(word.text):
        return False
    if word.lower in document.lexicon.organisations.not_acronyms or len(word.text) == 2:
        return False
    if document.lexicon.is_ordinary(word.text) and len(word.text) > 3:
        return False
    if _in_code(document, word):
        return False
    return not _in_shouted_line(document, word)


def _in_code(document: Document, word: Word) -> bool:
    """Whether capitals are part of a reference number: “DSP.WPP.0640”, “BPS/dsk-043”, “SYR 3/2014”."""
    before, behind = document.view[max(0, word.start - 24) : word.start], document.view[word.end : word.end + 24]
    token = re.split(r"[\s(),;]", before)[-1] + re.split(r"[\s(),;]", behind)[0]
    coded = any(map(str.isdigit, token)) and any(mark in token for mark in "./")
    return coded or _NUMBER_BEHIND.match(behind) is not None


def _in_shouted_line(document: Document, word: Word) -> bool:
    """Whether the words around are in capitals too, so that capitals say nothing."""
    before = document.view[max(0, word.start - 30) : word.start].rpartition("\n")[2]
    behind = document.view[word.end : word.end + 30].partition("\n")[0]
    letters = [letter for letter in before + word.text + behind if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > 0.6 * len(letters) and len(letters) > len(word.text) + 4


def _organisation(words: tuple[Word, ...], first: int, last: int, weight: int) -> Candidate:
    return Candidate(words[first].start, words[last].end, MentionKind.ORGANISATION, weight)
