"""Finding many phrases at once in a text's words: one look-up a word, however long the list."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from assistant.extraction.document import Word

_Index = dict[str, tuple[tuple[str, ...], ...]]


def phrases_in(words: tuple[Word, ...], phrases: frozenset[str]) -> Iterator[tuple[int, int]]:
    """First and last index of every listed phrase among the words, the longest at each place, whatever its case."""
    index = _index(phrases)
    at = 0
    while at < len(words):
        length = _longest(words, at, index.get(words[at].lower, ()))
        if length:
            yield at, at + length - 1
        at += length or 1


@lru_cache(maxsize=32)
def _index(phrases: frozenset[str]) -> _Index:
    """Phrases by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for parts in _split(phrases):
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(parts, key=len, reverse=True)) for first, parts in found.items()}


def _split(phrases: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for phrase in phrases:
        parts = tuple(phrase.lower().split())
        if parts:
            yield parts


def _longest(words: tuple[Word, ...], at: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    for parts in phrases:
        piece = words[at : at + len(parts)]
        near = len(piece) == len(parts) and piece[-1].end - piece[0].start <= sum(map(len, parts)) + 2 * len(parts) + 6
        if (
            near
            and piece[0].text != piece[0].lower
            and all(word.lower == part for word, part in zip(piece, parts, strict=True))
        ):
            return len(parts)
    return 0
