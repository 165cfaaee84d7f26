"""Acronyms that a text itself explains in brackets: “Enhanced Partnership and Cooperation Agreement (EPCA)”.

What the long form is, the acronym is, here and wherever it stands again. A long form that no other rule saw is told
by its initials.
"""

import re
from collections.abc import Iterator

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document, Word
from assistant.extraction.phrases import joined
from assistant.extraction.spans import SpanIndex
from assistant.model.mention import MentionKind

BY_DEFINITION, BY_REPETITION, BY_COUNTRY_AGAIN = 9, 8, 6
_DEFINITION = re.compile(r" ?\(([A-Z][\w&-]{1,9})\)")
_SHORT = re.compile(r"(?<= )\(([A-Z]{2,9})\)")
_NUMBER = re.compile(r" (?:No\.? ?|Nr\.? ?|n[°º] ?)?\d")
"""What follows the letters of a law's maker: “Regulation (EU) 2018/1725”."""
_MOST_WORDS = 12


def explained_acronyms(document: Document, found: list[Candidate]) -> list[Candidate]:
    """Acronyms in brackets, the long forms that initials tell, and the acronyms wherever they stand again."""
    defined = [*_behind_names(document, found), *_by_initials(document, found)]
    short = [one for one in defined if " " not in document.view[one.start : one.end]]
    kinds = {document.view[one.start : one.end]: one.kind for one in short}
    again = (word for word in document.words if word.text in kinds)
    return [*defined, *(_repeated(word, kinds[word.text]) for word in again)]


def _repeated(word: Word, kind: MentionKind) -> Candidate:
    """An acronym that stands again; that of a country may begin a body's name: “UAE authorities”."""
    weight = BY_COUNTRY_AGAIN if kind is MentionKind.PLACE else BY_REPETITION
    return Candidate(word.start, word.end, kind, weight)


def _behind_names(document: Document, found: list[Candidate]) -> Iterator[Candidate]:
    for candidate in found:
        match = _DEFINITION.match(document.view, candidate.end)
        if match is None and candidate.kind is MentionKind.LEGAL_REFERENCE:
            match = _DEFINITION.search(document.view, candidate.start, candidate.end)
        if match is None or candidate.kind is MentionKind.PERSON:
            continue
        if _NUMBER.match(document.view, match.end()):
            continue
        if sum(map(str.isupper, match[1])) > 1 and not document.view[match.start(1) - 2].isdigit():
            yield Candidate(*match.span(1), candidate.kind, BY_DEFINITION)


def _by_initials(document: Document, found: list[Candidate]) -> Iterator[Candidate]:
    """A body whose capital words have the letters of the acronym behind it."""
    ends = {one.end for one in found if one.kind is not MentionKind.PERSON}
    known = SpanIndex(one for one in found if one.kind is not MentionKind.ORGANISATION)
    words = SpanIndex(document.words)
    for match in _SHORT.finditer(document.view):
        start = _spelled_out(document, words, match.start(), match[1])
        end = match.start() - 1
        if start is not None and end not in ends and not known.touches(*match.span(1)):
            yield Candidate(start, end, MentionKind.ORGANISATION, BY_DEFINITION)
            yield Candidate(*match.span(1), MentionKind.ORGANISATION, BY_DEFINITION)


def _spelled_out(document: Document, index: SpanIndex[Word], end: int, acronym: str) -> int | None:
    """Where the words begin whose capitals are the letters of an acronym; small words between do not count."""
    before = index.starting(max(0, end - 160), end)
    left = list(acronym)
    for at in range(len(before) - 1, max(-1, len(before) - 1 - _MOST_WORDS), -1):
        if at + 1 < len(before) and not joined(document.view, tuple(before), at):
            return None
        word = before[at]
        if word.capital and word.text[0] == left[-1]:
            left.pop()
        elif word.capital:
            return None
        if not left:
            return None if word.lower in document.lexicon.organisations.stops else word.start
    return None
