"""Sentences divided into clauses, each of which may do something of its own.

Only divisions that a subject or a relative word announces are made; what does nothing of its own is put back.
"""

from dataclasses import dataclass
from itertools import pairwise

from assistant.extraction.act_vocabulary import ActWords
from assistant.extraction.document import Document, Word
from assistant.extraction.sentences import Sentence

_FEWEST_WORDS, _LONG_SENTENCE = 3, 20


@dataclass(frozen=True)
class Clause:
    """A part of a sentence with its words."""

    start: int
    end: int
    words: tuple[Word, ...]
    hangs: bool = False
    """Whether it hangs on what stands before: a relative clause, a reason, a comparison."""
    apart: bool = False
    """Whether a semicolon parts it from what stands before."""


def split_clauses(document: Document, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence in order; together they cover it."""
    acts = document.lexicon.acts
    cuts, kinds = [0], ["main"]
    for at in range(1, len(sentence.words)):
        kind = _cut(document, sentence.words, at, acts)
        if kind and at - cuts[-1] >= _FEWEST_WORDS:
            cuts.append(at)
            kinds.append(kind)
    cuts.append(len(sentence.words))
    return [
        Clause(
            sentence.words[first].start if index else sentence.start,
            sentence.words[last].start if last < len(sentence.words) else sentence.end,
            sentence.words[first:last],
            hangs=kinds[index] == "hanging",
            apart=kinds[index] == "apart",
        )
        for index, (first, last) in enumerate(pairwise(cuts))
        if last > first
    ]


def _cut(document: Document, words: tuple[Word, ...], at: int, acts: ActWords) -> str | None:
    """Whether a clause begins with the word at `at`, and of which kind."""
    between = document.view[words[at - 1].end : words[at].start]
    word = words[at].lower
    if ";" in between:
        return "apart"
    comma = "," in between or "–" in between
    following = words[at + 1] if at + 1 < len(words) else None
    if comma and word in acts.relatives:
        return "hanging"
    if word in acts.conjunctions and following is not None and words[at - 1].lower not in acts.undivided:
        begins = following.lower in acts.subjects or (comma and following.capital)
        if word in acts.subordinates:
            return "hanging" if begins or comma else None
        return "main" if begins or (comma and word not in acts.coordinators) else None
    return None


def behind_opening(document: Document, clause: Clause, sentence: Sentence) -> int:
    """Offset of the main clause behind “When the lawyer made contact, …”; the clause's start when there is none."""
    acts, words = document.lexicon.acts, clause.words
    if clause.start > sentence.start or len(words) < _LONG_SENTENCE or words[0].lower not in acts.long_openers:
        return clause.start
    for at in range(4, len(words) - 6):
        between = document.view[words[at - 1].end : words[at].start]
        if "," in between and (words[at].lower in acts.subjects or words[at].capital):
            return words[at].start
    return clause.start
