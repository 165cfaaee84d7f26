"""Names of bodies that go on in small letters: “Conseil supérieur de la fonction publique territoriale”.

In some languages only the key word of a name has a capital. Where such a name ends is told by its words alone.
"""

import re
from dataclasses import replace

from assistant.extraction.document import Document
from assistant.extraction.phrases import PhraseRules, draw_right, is_small, joined, joins

_MOST_WORDS = 10


def last_behind(document: Document, head: int, noun: int, rules: PhraseRules) -> int:
    """Index of the last word behind a key word, in small letters too where the name goes on in them."""
    word, lexicon = document.words[head].lower, document.lexicon.organisations
    last = draw_right(document.view, document.words, noun, rules)
    alone = last == head and word not in lexicon.lower_heads | lexicon.bare
    return _through_matter(document, last, rules) if alone or _ends_small(document, head, last) else last


def _ends_small(document: Document, head: int, last: int) -> bool:
    """Whether what stands behind a key word ends in a small word that is no adjective of a country."""
    word = document.words[last]
    return last > head and not word.capital and word.lower not in document.lexicon.places.adjectives


def _through_matter(document: Document, last: int, rules: PhraseRules) -> int:
    """Where a name goes on in small letters: “Association des maires de France”, “de la fonction publique”."""
    at = last
    while at - last < _MOST_WORDS and (behind := _matter(document, at)):
        at = behind
    rules = replace(rules, links=document.lexicon.organisations.matter_links)
    return draw_right(document.view, document.words, at, rules) if at > last else last


def through_adjective(document: Document, head: int, rules: PhraseRules) -> int:
    """The same behind a key word in small letters, if an adjective follows: “direction interrégionale des services”."""
    words, adjective = document.words, document.lexicon.organisations.matters
    follows = joined(document.view, words, head) and _is_matter(document, head + 1)
    if not (follows and re.fullmatch(adjective, words[head + 1].lower)):
        return head
    last = _through_matter(document, head + 1, rules)
    return last if last > head + 1 else head


def _matter(document: Document, at: int) -> int | None:
    """Index of the small adjective right behind a word, or of the small noun behind a link."""
    view, words, lexicon = document.view, document.words, document.lexicon.organisations
    if not joined(view, words, at):
        return None
    at += 1
    if joins(words[at]) and joined(view, words, at):
        at += 1
    if _is_matter(document, at) and re.fullmatch(lexicon.matters, words[at].lower):
        return at
    if words[at].lower not in lexicon.matter_links:
        return None
    while joined(view, words, at) and is_small(words[at + 1]):
        at += 1
    return at + 1 if joined(view, words, at) and _is_matter(document, at + 1) else None


def _is_matter(document: Document, at: int) -> bool:
    """Whether a small word may stand in the name of a body."""
    word, lexicon = document.words[at], document.lexicon
    never = lexicon.function_words | lexicon.organisations.no_matters | lexicon.dates.months.keys()
    small = word.text == word.lower and word.text.isalpha() and word.lower not in never
    return small and not re.fullmatch(lexicon.organisations.infinitives, word.lower)
