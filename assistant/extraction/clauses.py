"""Sentences divided into clauses, each of which may do something of its own.

Only divisions that a subject or a relative word announces are made; what does nothing of its own is put back.
"""

import re
from dataclasses import dataclass

from assistant.extraction.document import Document, Word
from assistant.extraction.lexicon import ActWords
from assistant.extraction.sentences import Sentence

_QUOTED = re.compile(r'"([^"\n]{20,1500})"')
_FEWEST_WORDS = 3


@dataclass(frozen=True)
class Clause:
    """A part of a sentence with its words; `relative` when it hangs on what stands before."""

    start: int
    end: int
    words: tuple[Word, ...]
    relative: bool = False


def split_clauses(document: Document, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence in order; together they cover it."""
    acts = document.lexicon.acts
    cuts = [0]
    relative = [False]
    for at in range(1, len(sentence.words)):
        kind = _cut(document, sentence.words, at, acts)
        if kind and at - cuts[-1] >= _FEWEST_WORDS:
            cuts.append(at)
            relative.append(kind == "relative")
    cuts.append(len(sentence.words))
    return [
        Clause(
            sentence.words[first].start if index else sentence.start,
            sentence.words[last].start if last < len(sentence.words) else sentence.end,
            sentence.words[first:last],
            relative[index],
        )
        for index, (first, last) in enumerate(zip(cuts, cuts[1:], strict=False))
        if last > first
    ]


def _cut(document: Document, words: tuple[Word, ...], at: int, acts: ActWords) -> str | None:
    """Whether a clause begins with the word at `at`, and of which kind."""
    between = document.view[words[at - 1].end : words[at].start]
    word = words[at].lower
    if ";" in between:
        return "main"
    comma = "," in between or "–" in between
    following = words[at + 1] if at + 1 < len(words) else None
    if comma and word in acts.relatives:
        return "relative"
    if word in acts.conjunctions and following is not None:
        begins = following.lower in acts.subjects or (comma and following.capital)
        return "main" if begins or (comma and word not in ("and", "or")) else None
    return None


def quoted_speech(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """The words between quotation marks in a stretch of text when they are long enough to be speech."""
    found = _QUOTED.search(document.view, start, end)
    if not found:
        return None
    span = document.trim(*found.span(1))
    enough = span and len(document.view[slice(*span)].split()) >= 8
    return span if enough else None
