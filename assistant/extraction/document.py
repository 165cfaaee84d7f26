"""A source prepared for reading by rules: lines, words, and a view of the text of the very same length.

In the view every break that only wraps a line or turns a page is a blank, so that rules see sentences and names whole;
breaks that separate (address lines, list items, blocks) stay. Offsets of the view are offsets of the text. Nothing
here knows what a letter is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from assistant.extraction.lexicon import Lexicon
from assistant.model.source import BlockKind, Passage, Source

_PLAIN = str.maketrans({
    **dict.fromkeys("\t\r\f\v\u00a0\u2007\u2009\u202f\u200b\u2028\u2029\x85\x1c\x1d\x1e\x1f*`\\", " "),
    **dict.fromkeys("‘’ʼ´", "'"),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("“”„«»", '"'),
})  # fmt: skip
_LINK = re.compile(r"\[(?! )([^\[\]\n]{1,300})(?<! )\]\([^()\s]{0,300}\)")
"""A link with its words; brackets of which one stands alone on its line are none."""
_WORD = re.compile(r"(?:[^\W\d_]\.){1,6}(?!\w)|[^\W_]+(?:['-][^\W_]+)*")
_ACRONYM_JOINT = re.compile(r"(?<![^\W_])([A-Z]{2,6})-(?=[A-Z][^\W\d_]{2})")
_POSSESSIVE = re.compile(r"'s$", re.IGNORECASE)
_LIST_MARK = re.compile(r"\s*(?:[-–•*◦▪·]+\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|#{1,6}\s)")
_NOT_RUNNING = frozenset({BlockKind.HEADER, BlockKind.FOOTER})
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 55, 150


@dataclass(frozen=True, slots=True)
class Line:
    """A line as printed, without blanks around it; `block` is its block's index."""

    start: int
    end: int
    block: int
    text: str
    hard: bool
    """Whether what follows is separate from it."""


class Word(NamedTuple):
    """A word or number of the view, without a possessive ending."""

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    possessive: bool

    @property
    def shouted(self) -> bool:
        """Whether it is written in capitals throughout."""
        return len(self.text) > 1 and self.text.isupper()


class Document:
    """A source with what rules need of it, each computed once."""

    def __init__(self, source: Source, lexicon: Lexicon) -> None:
        self.source = source
        self.lexicon = lexicon

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines that hold something, in order."""
        found = list(_lines(self.source))
        widths = _wrap_widths(found)
        return tuple(
            Line(line.start, line.end, line.block, line.text, _is_hard(line, following, widths.get(line.block, 0)))
            for line, following in zip_longest(found, found[1:])
        )

    @cached_property
    def view(self) -> str:
        """The text with wrapping, markup and typographic variants smoothed away, character by character."""
        plain = self.source.text.translate(_PLAIN).replace("\n", " ")
        pieces, done = [], 0
        for line in self.lines:
            if line.hard and line.end < len(plain):
                pieces += [plain[done : line.end], "\n"]
                done = line.end + 1
        pieces.append(plain[done:])
        return _LINK.sub(_unlink, "".join(pieces))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words and numbers in order."""
        return tuple(_words(self.view, self.lexicon.sentences.elisions, self.lexicon.sentences.capitals))

    def passage(self, start: int, end: int) -> Passage | None:
        """The words from `start` to `end` without blanks and markup around them; None when nothing is left."""
        span = self.trim(start, end)
        return self.source.passage(*span) if span else None

    def trim(self, start: int, end: int) -> tuple[int, int] | None:
        """The span without what is blank in the view on either side."""
        piece = self.view[start:end]
        bare = piece.strip()
        if not bare:
            return None
        first = start + len(piece) - len(piece.lstrip())
        return first, first + len(bare)

    def line_words(self, line: Line) -> str:
        """The words of a line as the view has them."""
        return self.view[line.start : line.end].strip()


def _lines(source: Source) -> Iterator[Line]:
    text = source.text
    for index, block in enumerate(source.blocks):
        if block.kind in _NOT_RUNNING:
            continue
        at, end = source.block_span(index)
        while at < end:
            stop = text.find("\n", at, end)
            stop = end if stop < 0 else stop
            bare = text[at:stop].strip()
            if _LINK.sub(_unlink, bare.translate(_PLAIN)).strip():
                start = at + text[at:stop].index(bare[0])
                yield Line(start, start + len(bare), index, bare, hard=True)
            at = stop + 1


def _wrap_widths(lines: list[Line]) -> dict[int, int]:
    """For each block whose lines were broken for the page, the width they were broken at.

    All lines of such a block but the last are about equally long; the lines of an address or a list are not.
    """
    blocks: dict[int, list[int]] = {}
    for line in lines:
        blocks.setdefault(line.block, []).append(len(line.text))
    widths = {block: max(lengths) for block, lengths in blocks.items() if len(lengths) > 2 and _is_wrapped(lengths)}
    if widths:
        pairs = {block: lengths for block, lengths in blocks.items() if len(lengths) == 2}
        usual = max(widths.values())
        widths |= {
            block: usual for block, (first, second) in pairs.items() if usual >= first >= 0.75 * usual >= 0.75 * second
        }
    return widths


def _is_wrapped(lengths: list[int]) -> bool:
    widest, but_last = max(lengths), sorted(lengths[:-1])
    if not _SHORTEST_WRAPPED <= widest <= _LONGEST_WRAPPED:
        return False
    return but_last[len(but_last) // 4] >= 0.75 * widest


def _is_hard(line: Line, following: Line | None, width: int) -> bool:
    """Whether the break after a line separates: another block, a list item, or room for the next word on the line."""
    if following is None or following.block != line.block or _LIST_MARK.match(following.text):
        return True
    bare = following.text.lstrip("*_")
    if bare[:1].islower():
        return False
    if not width or len(line.text) > _LONGEST_WRAPPED:
        return True
    first = bare.split(None, 1)[0] if bare else ""
    return len(line.text) + 1 + len(first) <= width * 0.9


def _unlink(link: re.Match[str]) -> str:
    words = link.group(1)
    return f" {words}{' ' * (len(link.group()) - len(words) - 1)}"


def _words(view: str, elisions: frozenset[str], capitals: dict[str, str]) -> Iterator[Word]:
    for found in _WORD.finditer(view):
        start, text = found.start(), found.group()
        while "'" in text and text.partition("'")[0].lower() in elisions:
            elided = text.partition("'")[0]
            yield _word(start, elided, capitals)
            start, text = start + len(elided) + 1, text[len(elided) + 1 :]
        acronym = _ACRONYM_JOINT.match(text)
        if acronym:
            yield _word(start, acronym.group(1), capitals)
            start, text = start + acronym.end(), text[acronym.end() :]
        yield _word(start, text, capitals)


def _word(start: int, text: str, capitals: dict[str, str]) -> Word:
    bare = text[:-2] if _POSSESSIVE.search(text) else text
    return Word(start, start + len(bare), bare, capitals.get(bare, bare.lower()), bare[0].isupper(), bare != text)
