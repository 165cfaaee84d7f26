"""Words cut into the pieces a BERT vocabulary knows, without the library that usually does it (and can reach the net).

After BertNormalizer and WordPiece of Hugging Face tokenizers, for uncased models; a test compares the two.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

_LONGEST_WORD = 100
_ASCII_SIGNS = frozenset("$+<=>^`|~")


class WordPieces:
    """The pieces of a vocabulary, one line a piece; a line's number is the piece's."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers: Mapping[str, int] = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._numbers["[UNK]"]
        self.opening = self._numbers["[CLS]"]
        self.closing = self._numbers["[SEP]"]
        self.pieces = lru_cache(maxsize=20_000)(self._pieces)

    def _pieces(self, word: str) -> tuple[int, ...]:
        """Numbers of a word's pieces; at least one."""
        found = [number for part in _parts(word) for number in self._cut(part)]
        return tuple(found) or (self.unknown,)

    def _cut(self, part: str) -> list[int]:
        """The longest known piece from the left, again and again; unknown altogether when a rest is unknown."""
        numbers: list[int] = []
        at = 0
        while at < len(part):
            if len(part) > _LONGEST_WORD:
                return [self.unknown]
            prefix = "##" if at else ""
            ends = (end for end in range(len(part), at, -1) if prefix + part[at:end] in self._numbers)
            end = next(ends, None)
            if end is None:
                return [self.unknown]
            numbers.append(self._numbers[prefix + part[at:end]])
            at = end
        return numbers


def _parts(word: str) -> list[str]:
    """Small letters without accents and control characters, each punctuation mark and Chinese character apart."""
    parts: list[str] = [""]
    for letter in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(letter)
        if category == "Mn" or (category.startswith("C") and not letter.isspace()) or letter == "\ufffd":
            continue
        if category.startswith("P") or letter in _ASCII_SIGNS or _is_chinese(letter):
            parts += [letter, ""]
        elif letter.isspace():
            parts.append("")
        else:
            parts[-1] += letter
    return [part for part in parts if part]


def _is_chinese(letter: str) -> bool:
    return 0x4E00 <= ord(letter) <= 0x9FFF or 0x3400 <= ord(letter) <= 0x4DBF or 0xF900 <= ord(letter) <= 0xFAFF
