"""Names built around a key word: “Ministry of Justice”, “Justice and Home Affairs Sub-Committee”, “Charter of Rights”.

A key word draws in the capital words before it and, over small links, those behind it. What the key words are, the
callers say; nothing here knows organisations or laws.
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from assistant.extraction.document import Word

_JOINT = frozenset({"and", "&", "et", "und", "y", "e", "i", "oraz"})
_ARTICLES = frozenset(
    {
        "the",
        "la",
        "le",
        "les",
        "der",
        "die",
        "das",
        "den",
        "il",
        "lo",
        "el",
        "los",
        "las",
        "l",
        "a",
        "an",
        "un",
        "une",
        "una",
        "uno",
    }
)
_BLANKS = re.compile(r" {1,12}|-|'")
_POSSESSIVE = re.compile(r"(?:'s?)? {1,12}|-", re.IGNORECASE)
_COMMA = re.compile(r", {1,4}")
_MOST_WORDS, _MOST_LISTED = 9, 4


@dataclass(frozen=True)
class PhraseRules:
    """What a phrase may draw in."""

    links: AbstractSet[str]
    """Small words that lead on to more capital words: of, for, on."""
    stops: AbstractSet[str] = frozenset()
    """Words that never belong to it: roles, honorifics, months."""
    heads: AbstractSet[str] = frozenset()
    """Key words; one before an “and” ends another phrase."""
    right_stops: AbstractSet[str] = frozenset()
    """Words that end it behind the key word; fewer, for “Council of Ministers”."""
    loose: bool = False
    """Whether small words may follow a link: “Directive on the patentability of inventions”."""
    small: AbstractSet[str] = frozenset()
    """Function words, which end what is loose."""
    behind: bool = False
    """Whether capital words right behind the key word belong to it: “Komisja Europejska”."""
    inner: AbstractSet[str] = frozenset()
    """Small words that may stand inside: “Assemblée nationale”, “Ministère de la justice”."""


def joined(view: str, words: tuple[Word, ...], left: int) -> bool:
    """Whether only blanks stand between a word and the next."""
    return left + 1 < len(words) and _BLANKS.fullmatch(view, words[left].end, words[left + 1].start) is not None


def is_small(word: Word) -> bool:
    """Whether a word is an article or joins two others."""
    return word.lower in _ARTICLES or joins(word)


def joins(word: Word) -> bool:
    """Whether a word joins two others: “and”."""
    return word.lower in _JOINT


def draw_left(view: str, words: tuple[Word, ...], head: int, rules: PhraseRules) -> int:
    """Index of the first word of the phrase around `head`."""
    first, at = head, head - 1
    while at >= 0 and head - at <= _MOST_WORDS and _POSSESSIVE.fullmatch(view, words[at].end, words[at + 1].start):
        word = words[at]
        if word.lower in _JOINT and first == at + 1:
            paired = at and words[at - 1].capital and joined(view, words, at - 1) and not rules.behind
            if not paired or words[at - 1].lower in rules.heads:
                break
        elif not _belongs(word, rules) and not _owns(words, at, head, rules):
            break
        else:
            first = at
        at -= 1
    return first


def draw_right(view: str, words: tuple[Word, ...], head: int, rules: PhraseRules) -> int:
    """Index of the last word of the phrase around `head`; a second link does not lead to another key word."""
    last = _before_other(words, head, _run_end(view, words, head, rules), rules) if rules.behind else head
    while last - head <= 2 * _MOST_WORDS:
        at = _after_link(view, words, last, rules)
        if at is None or (last == head and not joined(view, words, head)):
            break
        end = _run_end(view, words, at, rules)
        if (last > head or joins(words[last + 1])) and any(_is_head(word, rules) for word in words[at : end + 1]):
            return max(last, _before_other(words, at, end, rules, last))
        last = end
    return last


def _before_other(words: tuple[Word, ...], at: int, end: int, rules: PhraseRules, otherwise: int | None = None) -> int:
    """Where a run ends before the “and” that leads to another key word; where none does, `otherwise` or its end."""
    other = next((one for one in range(at + 1, end + 1) if _is_head(words[one], rules)), at)
    joint = next((one for one in range(other - 1, at, -1) if joins(words[one])), None)
    if joint is not None:
        return joint - 1
    return end if otherwise is None else otherwise


def _is_head(word: Word, rules: PhraseRules) -> bool:
    return word.capital and word.lower in rules.heads


def _belongs(word: Word, rules: PhraseRules) -> bool:
    return word.capital and word.lower not in rules.stops and word.lower not in rules.small


def _owns(words: tuple[Word, ...], at: int, head: int, rules: PhraseRules) -> bool:
    """Whether a role stands in front of a possessive: “Prosecutor General's Office”."""
    if words[at].lower in rules.small:
        return False
    return words[at].capital and len(words[at].text) > 1 and any(word.possessive for word in words[at:head])


def _after_link(view: str, words: tuple[Word, ...], last: int, rules: PhraseRules) -> int | None:
    """Index of the first word behind a link (and an article) that goes on with the phrase."""
    at = _link(view, words, last, rules)
    if at is None:
        return None
    while joined(view, words, at) and words[at + 1].lower in _ARTICLES:
        at += 1
    if not joined(view, words, at):
        return None
    return at + 1 if _goes_on(words[at + 1], rules) else None


def _link(view: str, words: tuple[Word, ...], last: int, rules: PhraseRules) -> int | None:
    """Index of the link right behind a word, behind “and”, or behind a comma in “de A, de B et de C”."""
    at = last + 1
    if joined(view, words, last):
        if words[at].lower in _JOINT and last + 2 < len(words) and joined(view, words, at):
            at += 1
        return at if words[at].lower in rules.links else None
    if at < len(words) and words[at].lower in rules.links and _COMMA.fullmatch(view, words[last].end, words[at].start):
        return at if _is_enumerated(words, at, rules) else None
    return None


def _is_enumerated(words: tuple[Word, ...], at: int, rules: PhraseRules) -> bool:
    """Whether “and” with another link follows soon."""
    near = words[at + 1 : at + 7]
    return any(one.lower in _JOINT and two.lower in rules.links for one, two in pairwise(near))


def _run_end(view: str, words: tuple[Word, ...], at: int, rules: PhraseRules) -> int:
    """Index of the last word of a run of capital words; “A, B and C” and “A and B” are runs."""
    last = at
    while last + 1 < len(words) and last - at < _MOST_WORDS:
        following = words[last + 1]
        if joined(view, words, last):
            falls = words[last].capital and not following.capital and following.lower not in rules.inner
            lacks_noun = (
                last == at and words[at].lower in rules.inner and words[at].text.islower() and following.capital
            )
            if (_goes_on(following, rules) or lacks_noun) and not falls:
                last += 1
                continue
            if following.lower in _JOINT and joined(view, words, last + 1) and _may_join(words[last + 2], rules):
                last += 2
                continue
        elif is_list(view, words, last):
            last += 1
            continue
        return last
    return last


def _may_join(word: Word, rules: PhraseRules) -> bool:
    """Whether a word may follow “and” inside a phrase; a role begins something new."""
    return _goes_on(word, rules) and word.lower not in rules.stops


def _goes_on(word: Word, rules: PhraseRules) -> bool:
    if word.lower in rules.small or word.lower in rules.right_stops:
        return False
    return word.capital or word.lower in rules.inner or (rules.loose and word.text.replace("-", "").isalpha())


def is_list(view: str, words: tuple[Word, ...], last: int) -> bool:
    """Whether “, B and C” with capital words follows, or “, B, C and D”."""
    at = last
    while at - last < _MOST_LISTED and at + 3 < len(words) and words[at + 1].capital:
        if not _COMMA.fullmatch(view, words[at].end, words[at + 1].start):
            return False
        tight = joined(view, words, at + 1) and joined(view, words, at + 2)
        if tight and words[at + 2].lower in _JOINT:
            return words[at + 3].capital
        at += 1
    return False
