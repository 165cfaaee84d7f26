"""Finding many phrases at once in a text's words: one look-up a word, however long the list."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from assistant.extraction.document import Word
from assistant.extraction.lexicon import bases

_Index = dict[str, tuple[tuple[str, ...], ...]]


def phrases_in(
    words: tuple[Word, ...], phrases: frozenset[str], endings: tuple[str, ...] = ()
) -> Iterator[tuple[int, int]]:
    """First and last index of every listed phrase among the words, the longest at each place, whatever its case.

    With `endings` its words may be inflected.
    """
    index = _index(phrases)
    behind = 0
    for at, word in enumerate(words):
        if at < behind or not (word.lower in index or (endings and word.capital)):
            continue
        length = _longest(words, at, _beginning(word, index, endings), endings)
        if length:
            yield at, at + length - 1
            behind = at + length


def with_forms(names: frozenset[str], words: tuple[Word, ...], endings: tuple[str, ...]) -> frozenset[str]:
    """Names, and the words of a text that are inflected forms of one."""
    if not endings:
        return names
    capital = {word.text for word in words if word.capital}
    return names.union(word for word in capital if not names.isdisjoint(bases(word, endings)))


@lru_cache(maxsize=32)
def _index(phrases: frozenset[str]) -> _Index:
    """Phrases by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for parts in _split(phrases):
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(parts, key=len, reverse=True)) for first, parts in found.items()}


def _split(phrases: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for phrase in phrases:
        *before, last = phrase.lower().split() or [""]
        parts = (*(part.removesuffix(".").removesuffix("'s") for part in before), last) if last else ()
        if parts:
            yield parts


def _beginning(word: Word, index: _Index, endings: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The phrases that begin with a word or with a basic form of it, longest first."""
    exact = index.get(word.lower, ())
    if not (endings and word.capital):
        return exact
    inflected = (parts for base in bases(word.lower, endings) for parts in index.get(base, ()))
    return tuple(sorted((*exact, *inflected), key=len, reverse=True))


def _is_form(word: Word, part: str, endings: tuple[str, ...]) -> bool:
    return word.lower == part or part in bases(word.lower, endings)


def _longest(words: tuple[Word, ...], at: int, phrases: tuple[tuple[str, ...], ...], endings: tuple[str, ...]) -> int:
    for parts in phrases:
        piece = words[at : at + len(parts)]
        near = len(piece) == len(parts) and piece[-1].end - piece[0].start <= sum(map(len, parts)) + 2 * len(parts) + 6
        if (
            near
            and piece[0].text != piece[0].lower
            and all(_is_form(word, part, endings) for word, part in zip(piece, parts, strict=True))
        ):
            return len(parts)
    return 0
