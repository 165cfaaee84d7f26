"""Putting a document together from what a reader found: clean words, blocks, places of pages.

Every reader hands over a `Document`; this module alone decides what a clean character is and when a paragraph
goes on behind a gap. It knows no file formats.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.model.source import Block, BlockKind, Loss

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SOFT_HYPHEN = re.compile("\u00ad(?:\r?\n[ \t]*)?")
_ITEM_MARK = re.compile(
    r"(?:[-–—•*·▪◦‣]|\(?\d{1,3}\)|\d{1,3}\.(?!\s\w+\s\d{4}\b)|\(?[a-z]{1,2}\)|\([A-Z]\)|[a-h]\.|\(?[ivx]{1,5}\)"
    r"|[ivx]{2,5}\.|[A-Z]{1,2}\.(?=\s+[a-z]))(?:\s+(?=\S)|$)"
)
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*\d{0,3}$")
_NOT_RUNNING_ON = re.compile(r"(?:https?:|www\.|\S+@|[\w/.]{1,12}:)")
_PROSE_LINE = 60
"""Characters; a block without a line of this length is an address, a salutation or a name, never broken prose."""
_LONG_PROSE = 120
"""Characters; a shorter block that ends with a comma may be a salutation."""


class Piece(NamedTuple):
    """A paragraph, row or note as a reader found it, before it has a place in the text."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int | None = None
    turns: tuple[tuple[int, int], ...] = ()
    """Where in the text a page begins inside this piece: (offset, page)."""


class Document(NamedTuple):
    """What a reader hands over: the text, its blocks, where pages begin, what could not be read."""

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[int, ...] = ()
    losses: tuple[Loss, ...] = ()


def clean(text: str) -> tuple[str, int]:
    """The text with even line ends, in NFC, without control characters; and how many of these were removed."""
    if not (text.isascii() or unicodedata.is_normalized("NFC", text)):
        text = unicodedata.normalize("NFC", text)
    return _CONTROL.subn("", _LINE_END.sub("\n", text))


def join_words(text: str) -> str:
    """The text without soft hyphens: where a word may be divided, or was divided at the end of a line."""
    return _SOFT_HYPHEN.sub("", text)


def control_loss(count: int) -> tuple[Loss, ...]:
    """What to tell about control characters that were removed; nothing for none."""
    if not count:
        return ()
    return (Loss(what="1 control character was removed" if count == 1 else f"{count} control characters were removed"),)


def begins_item(text: str) -> bool:
    """Whether a line begins like an item of a list: “- ”, “• ”, “1. ”, “(a) ”; a date or an initial does not."""
    return _ITEM_MARK.match(text) is not None


def is_item_mark(text: str) -> bool:
    """Whether a line is the mark of an item and nothing else; its words stand on the next line."""
    return _ITEM_MARK.fullmatch(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a full stop, question mark, colon or the like, closing marks and note numbers aside."""
    return _SENTENCE_END.search(text[-12:].rstrip()) is not None


def begins_small(text: str) -> bool:
    """Whether a text begins with a small letter, an opening mark before it aside."""
    return text.lstrip("\"'“‘„«([ ")[:1].islower()


def continues(previous: str, following: str) -> bool:
    """Whether `following` goes on with the paragraph `previous` although a gap parts them, as at a page break.

    Only prose goes on: address blocks, salutations and list items never do.
    """
    if not begins_small(following) or _NOT_RUNNING_ON.match(following) or begins_item(following):
        return False
    if ends_sentence(previous) or begins_item(previous) or max(map(len, previous.split("\n"))) < _PROSE_LINE:
        return False
    if previous.rstrip().endswith(","):
        same_beginning = previous.split(maxsplit=1)[0] == following.split(maxsplit=1)[0]
        return len(previous) >= _LONG_PROSE and not same_beginning
    return True


def assemble(pieces: Iterable[Piece], losses: Sequence[Loss] = ()) -> Document:
    """Set the pieces one below the other, an empty line between them, and count where each begins."""
    builder = _Builder()
    for piece in pieces:
        builder.add(piece)
    return builder.document(tuple(losses))


class _Builder:
    """Grows the text of a document piece by piece."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._blocks: list[Block] = []
        self._pages: dict[int, int] = {}
        self._length = 0
        self._removed = 0

    def add(self, piece: Piece) -> None:
        text, removed = clean(join_words(piece.text))
        self._removed += removed
        leading = len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            return
        start = self._length + 2 if self._texts else 0
        if not self._goes_on(piece, text):
            self._blocks.append(Block(start=start, kind=piece.kind, page=piece.page))
        for offset, page in ((0, piece.page), *piece.turns):
            if page is not None:
                self._pages.setdefault(page, start + min(max(0, offset - leading), len(text)))
        self._texts.append(text)
        self._length = start + len(text)

    def document(self, losses: tuple[Loss, ...]) -> Document:
        text = "\n\n".join(self._texts)
        return Document(text, tuple(self._blocks), self._page_starts(), losses + control_loss(self._removed))

    def _goes_on(self, piece: Piece, text: str) -> bool:
        both_prose = self._blocks and self._blocks[-1].kind is piece.kind is BlockKind.PARAGRAPH
        return bool(both_prose) and continues(self._texts[-1], text)

    def _page_starts(self) -> tuple[int, ...]:
        starts: list[int] = []
        following = self._length
        for page in range(max(self._pages, default=0), 0, -1):
            following = self._pages.get(page, following)
            starts.append(following)
        if starts:
            starts[-1] = 0
        return tuple(reversed(starts))
