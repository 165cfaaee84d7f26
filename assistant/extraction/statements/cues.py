"""Cues: words that show what a sentence does, found in one pass however many there are.

A cue is written in small letters, word by word: `call~ on/for` stands for any form of “call” and “on” or “for” behind
it; `[very]` may be missing; `…` stands for up to three words; `@self` for a list of the lexicon; `*liśmy` for a word
with this ending, `tortur*` for one with this beginning; `^` for the beginning of the clause.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.extraction.act_vocabulary import ActWords
from assistant.extraction.lexicon import load_lexicon
from assistant.model.fact import Act

_GAP = "…"
_LONGEST_GAP = 3
_SHORTEST_STEM = 2
"""Letters before an ending."""


@dataclass(frozen=True, slots=True)
class _Slot:
    words: frozenset[str]
    endings: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    optional: bool = False
    gap: bool = False

    def takes(self, word: str) -> bool:
        """Whether a word may stand here."""
        if word in self.words or word.startswith(self.beginnings):
            return True
        return bool(self.endings) and any(
            word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM for ending in self.endings
        )


@dataclass(frozen=True, slots=True)
class CompiledCue:
    """A cue ready for matching."""

    act: Act
    subject: str
    weight: int
    written: str
    slots: tuple[_Slot, ...]
    at_beginning: bool


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue found among words: indices of its first and behind its last word."""

    cue: CompiledCue
    first: int
    end: int


def find_cues(words: list[str], language: str) -> Iterator[CueHit]:
    """All cues among the words (in small letters) of a clause; adverbs may stand between their words."""
    yield from _found(words, language)
    adverbs = _adverbs(language)
    kept = [at for at, word in enumerate(words) if not adverbs.takes(word)]
    for hit in _found([words[at] for at in kept], language) if len(kept) < len(words) else ():
        first, end = kept[hit.first], kept[hit.end - 1] + 1
        if end - first > hit.end - hit.first:
            yield CueHit(hit.cue, first, end)


def _found(words: list[str], language: str) -> Iterator[CueHit]:
    index, partly_first = _index(language), _partly_first(language)
    for at, word in enumerate(words):
        for cue in (*index.get(word, ()), *partly_first):
            if cue.at_beginning and at:
                continue
            end = _match(cue.slots, 0, words, at)
            if end is not None:
                yield CueHit(cue, at, end)


@cache
def verbs_of_others(language: str) -> frozenset[str]:
    """Words with which it is told what somebody else does."""
    cues = (cue for cues in _index(language).values() for cue in cues)
    return frozenset(word for cue in cues if cue.subject == "other" for word in cue.slots[0].words)


@cache
def _index(language: str) -> dict[str, tuple[CompiledCue, ...]]:
    """Cues by the words they may begin with."""
    found: dict[str, list[CompiledCue]] = {}
    for cue in _compiled(language):
        for word in _first_words(cue):
            found.setdefault(word, []).append(cue)
    return {word: tuple(cues) for word, cues in found.items()}


def _first_words(cue: CompiledCue) -> frozenset[str]:
    """The words a cue may begin with: those of its first word, and of the next where that may be missing."""
    words: frozenset[str] = frozenset()
    for slot in cue.slots:
        words |= slot.words
        if not slot.optional:
            break
    return words


@cache
def _partly_first(language: str) -> tuple[CompiledCue, ...]:
    """Cues that begin with a word of which only the beginning or the ending counts."""
    return tuple(cue for cue in _compiled(language) if cue.slots[0].endings or cue.slots[0].beginnings)


@cache
def _compiled(language: str) -> tuple[CompiledCue, ...]:
    acts = load_lexicon(language).acts
    return tuple(
        _compile(entry.act, entry.subject, entry.weight, written, acts)
        for entry in acts.cues
        for written in entry.words
    )


def _compile(act: str, subject: str, weight: int, written: str, acts: ActWords) -> CompiledCue:
    parts = written.split()
    at_beginning = parts[0] == "^"
    slots = tuple(_slot(part, acts) for part in parts[at_beginning:])
    return CompiledCue(Act(act), subject, weight, written, slots, at_beginning)


def _slot(part: str, acts: ActWords) -> _Slot:
    if part == _GAP:
        return _Slot(frozenset(), gap=True)
    optional = part.startswith("[")
    words: set[str] = set()
    endings: list[str] = []
    beginnings: list[str] = []
    for word in part.strip("[]").split("/"):
        if word == "@self":
            words |= acts.self
        elif word.startswith("*"):
            endings.append(word[1:])
        elif word.endswith("*"):
            beginnings.append(word[:-1])
        elif word.endswith("~"):
            words |= set(inflected(word[:-1], acts.endings))
        else:
            words.add(word)
    return _Slot(frozenset(words), tuple(endings), tuple(beginnings), optional=optional)


def inflected(verb: str, endings: tuple[str, ...]) -> Iterator[str]:
    """The regular forms of a verb; what is no form of it does no harm."""
    yield verb
    for ending in endings:
        old, _, new = ending.partition(">")
        if ending.startswith("+"):
            yield verb + ending[1:]
        elif verb.endswith(old):
            yield verb[: len(verb) - len(old)] + new


@cache
def _adverbs(language: str) -> _Slot:
    """Words that may stand between any two words of a cue: “ha specificamente sollevato”."""
    acts = load_lexicon(language).acts
    words = (word for word in acts.adverbs if not word.startswith("*"))
    return _Slot(frozenset(words), endings=tuple(word[1:] for word in acts.adverbs if word.startswith("*")))


def _match(slots: tuple[_Slot, ...], slot: int, words: list[str], at: int) -> int | None:
    """Index behind the last word when the slots from `slot` on match the words from `at` on; None when they do not."""
    if slot == len(slots):
        return at
    here = slots[slot]
    if here.gap:
        ends = (_match(slots, slot + 1, words, at + skipped) for skipped in range(_LONGEST_GAP + 1))
        return next((end for end in ends if end is not None), None)
    if at < len(words) and here.takes(words[at]):
        end = _match(slots, slot + 1, words, at + 1)
        if end is not None:
            return end
    return _match(slots, slot + 1, words, at) if here.optional else None
