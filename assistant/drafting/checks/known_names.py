"""Findings about names spelt almost like those of people the office knows: Shakirow, where it knows Shakirov.

Only what cannot well be somebody else is told: the given name fits, or the surname stands alone and sounds the same.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from rapidfuzz.distance import OSA

from assistant.drafting.checks.written import Written
from assistant.model.base import Value
from assistant.model.finding import Finding, Severity
from assistant.model.folding import fold, skeleton
from assistant.model.person import Person
from assistant.model.precedent import Precedent

_NAME = re.compile(r"(?<![\w@#/-])[^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_]{2,})*")
"""A capitalised word; the s of possession is none of it."""
_BETWEEN_NAMES = re.compile(r"[^\S\n]+(?:[^\W\d_]\.\s?)?\Z")
_LAST_NAME = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:-[^\W\d_]+)*\Z")
_SHORTEST = 5
"""Letters of a surname that can be told from another by one of them."""
_SHORTEST_ALONE = 6
"""The same, where no given name stands before it."""
_LONGEST_DIFFERENCE = 5
"""Letters a misspelt name may have more or less: a case and a slip."""
_ENDINGS = ("", "s", "es", "a", "u", "e", "y", "om", "em", "owi", "ow", "ie", "iem", "ego", "emu", "ej", "im", "ym")
"""What the languages of letters put behind a name."""


class KnownNames(Value):
    """The names a letter may be expected to hold."""

    full: frozenset[tuple[str, ...]]
    """Given names and surname, as they are spelt."""
    titles: frozenset[str] = frozenset()
    """Folded words of the offices people hold: before a surname they are no given name."""
    others: frozenset[str] = frozenset()
    """Folded words of every other name in the documents at hand: they are nobody's misspelling."""

    @cached_property
    def words(self) -> frozenset[str]:
        """Every folded word of every name."""
        return frozenset(fold(word) for name in self.full for word in name) | self.others

    @cached_property
    def by_surname(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """The surname as it is folded and as it sounds, with the whole name."""
        surnames = ((fold(name[-1]), name) for name in sorted(self.full) if len(name[-1]) >= _SHORTEST)
        return tuple((surname, skeleton(surname), name) for surname, name in surnames)


def known_names(people: Sequence[Person], precedents: Sequence[Precedent]) -> KnownNames:
    """The people of an office who may be named, and those in the documents a letter answers or cites."""
    named = [name for person in people if person.naming.allowed for name in person.names]
    mentioned = [mention.text for each in precedents for mention in each.record.mentions if mention.kind == "person"]
    guarded = {fold(person.surname) for person in people if not person.naming.allowed}
    full = (tuple(name.split()) for name in (*named, *filter(_is_full, mentioned)))
    roles = (role.title for person in people for role in person.roles)
    return KnownNames(
        full=frozenset(name for name in full if len(name) > 1 and fold(name[-1]) not in guarded),
        others=frozenset(word for name in (*named, *mentioned) for word in fold(name).split()),
        titles=frozenset(word for title in roles for word in fold(title).split()),
    )


def _is_full(name: str) -> bool:
    """Given name and surname, without form of address or initials: what a document calls a person."""
    words = name.split()
    return len(words) in (2, 3) and all(len(word) > 2 and word[0].isupper() for word in words)


def check_known_names(written: Written, known: KnownNames) -> Iterator[Finding]:
    """Names in own words, against those known."""
    for found in _NAME.finditer(written.own):
        word, given = fold(found[0]), _given_name(written.own, found.start(), known.titles)
        if not _is_known(word, known.words):
            yield from _check_surname(written, found, given, known)
        elif given:
            yield from _check_given_name(written, given, word, known)


def _check_surname(
    written: Written, found: re.Match[str], given: re.Match[str] | None, known: KnownNames
) -> Iterator[Finding]:
    word = fold(found[0])
    stems = {word, *(word.removesuffix(ending) for ending in _ENDINGS)}
    sound = skeleton(word)
    for surname, sounds, name in known.by_surname:
        if abs(len(surname) - len(word)) > _LONGEST_DIFFERENCE:
            continue
        if given:
            is_theirs = any(fold(part) == fold(given[0]) for part in name[:-1])
            is_misspelt = is_theirs and any(OSA.distance(stem, surname) <= _slips(surname) for stem in stems)
        else:
            is_misspelt = len(surname) >= _SHORTEST_ALONE and (sound == sounds or _is_one_slip(word, surname))
        if is_misspelt:
            is_certain = given is not None and abs(len(word) - len(surname)) <= 1
            yield _finding(written, found, name[-1], name, is_certain=is_certain)
            return


def _check_given_name(written: Written, given: re.Match[str], word: str, known: KnownNames) -> Iterator[Finding]:
    """“Askr Shakirov”; a short given name may always be another’s."""
    said = fold(given[0])
    if said in known.words:
        return
    for surname, _, name in known.by_surname:
        right = fold(name[0])
        if word == surname and len(right) >= _SHORTEST and said[0] == right[0] and OSA.distance(said, right) == 1:
            yield _finding(written, given, name[0], name, is_certain=True)
            return


def _is_known(word: str, words: frozenset[str]) -> bool:
    """Whether a folded word is a known name in any case, or too short to be told from another."""
    return len(word) < _SHORTEST or any(word.removesuffix(ending) in words for ending in _ENDINGS)


def _is_one_slip(word: str, surname: str) -> bool:
    return len(surname) > _SHORTEST_ALONE and word[0] == surname[0] and OSA.distance(word, surname) == 1


def _slips(surname: str) -> int:
    return 2 if len(surname) >= 8 else 1


def _given_name(text: str, at: int, titles: frozenset[str]) -> re.Match[str] | None:
    """The capitalised word right before an offset, unless it is a title, or short like one; None without one."""
    gap = _BETWEEN_NAMES.search(text, max(0, at - 6), at)
    before = _LAST_NAME.search(text, max(0, gap.start() - 40), gap.start()) if gap else None
    is_name = before and before[0][0].isupper() and len(before[0]) >= 3 and fold(before[0]) not in titles
    return before if is_name else None


def _finding(written: Written, found: re.Match[str], right: str, name: tuple[str, ...], *, is_certain: bool) -> Finding:
    return written.finding(
        "name-unlike",
        Severity.WARNING,
        found.span(),
        f"“{found[0]}” is almost the name of {' '.join(name)}.",
        f"Write “{right}”, if they are meant; otherwise file the other person too.",
        right if is_certain else None,
    )
