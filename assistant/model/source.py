"""What was read from a file: its text, how the text is divided, and what could not be read.

The one place that counts characters of a text. A reader builds a `Source`; everybody else asks it for
passages, pages and paragraphs and never counts on their own.
"""

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import Self

from pydantic import model_validator

from assistant.model.base import Value


class BlockKind(StrEnum):
    """What a block of text is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    TEXT_BOX = "text_box"


RUNNING_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


class Block(Value):
    """A paragraph, heading, list item, row or note; it reaches to the start of the next block."""

    start: int
    """Offset of its first character."""
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int | None = None
    """Page it starts on, counted from 1; absent where the file knows no pages."""

    @property
    def counted(self) -> bool:
        """Whether people count it when they say “the fourth paragraph”."""
        return self.kind in RUNNING_TEXT


class Loss(Value):
    """Something the reader saw and could not, or on purpose did not, turn into text."""

    what: str
    """A short sentence for people: “2 pictures without text”, “a tracked deletion was left out: …”."""
    page: int | None = None
    words: tuple[str, ...] = ()
    """The words of the text it is about, where it names some."""


class SourceDescription(Value):
    """All that is known about a source but its text; this is what a record keeps."""

    name: str
    """File name, without folder."""
    sha256: str
    """Of the original bytes, hexadecimal."""
    media_type: str
    text_sha256: str
    """Of the text in UTF-8: tells that the text beside a record is still the one its spans count."""
    blocks: tuple[Block, ...] = ()
    pages: tuple[int, ...] = ()
    """Offset at which each page begins; empty where the file knows no pages."""
    losses: tuple[Loss, ...] = ()


class Passage(Value):
    """Words and where they stand: `text == source.text[start:end]`."""

    text: str
    start: int
    end: int

    @model_validator(mode="after")
    def _has_its_length(self) -> Self:
        if self.start < 0 or self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"“{self.text}” cannot stand at {self.start}-{self.end}")
        return self

    @property
    def words(self) -> str:
        """The text on one line, white space folded."""
        return " ".join(self.text.split())


class Source(Value):
    """A text as read, with its description."""

    text: str
    description: SourceDescription

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if digest(self.text) != self.description.text_sha256:
            raise ValueError("the description belongs to another text")
        starts = [block.start for block in self.description.blocks]
        if starts != sorted(set(starts)) or (starts and not 0 <= starts[0] <= starts[-1] < len(self.text)):
            raise ValueError("blocks must begin one after another inside the text")
        pages = list(self.description.pages)
        if pages != sorted(pages) or (pages and not 0 <= pages[0] <= pages[-1] <= len(self.text)):
            raise ValueError("pages must begin one after another inside the text")
        return self

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in order of the text."""
        return self.description.blocks

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.blocks)

    def passage(self, start: int, end: int) -> Passage:
        """The words from `start` to `end`; raises ValueError when there are none."""
        return Passage(text=self.text[start:end], start=start, end=end)

    def block_index(self, offset: int) -> int:
        """Index of the block that holds the character at `offset` (0 before the first block)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def block_span(self, index: int) -> tuple[int, int]:
        """Start and end of a block without the white space behind it."""
        start = self._starts[index]
        end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)
        return start, start + len(self.text[start:end].rstrip())

    def block_texts(self) -> Iterator[tuple[Block, str]]:
        """Each block with its words."""
        for index, block in enumerate(self.blocks):
            start, end = self.block_span(index)
            yield block, self.text[start:end]

    def page_at(self, offset: int) -> int | None:
        """Page on which the character at `offset` stands, from 1; None where there are no pages."""
        if not self.description.pages:
            return None
        return max(1, bisect_right(self.description.pages, offset))

    def paragraph_at(self, offset: int, first: int = 0) -> int | None:
        """Number of the paragraph at `offset`, as a person counts them from the character `first` on.

        Headings, headers, footers and notes are not counted. None before the first paragraph.
        """
        here = self.block_index(offset)
        number = sum(1 for block in self.blocks[: here + 1] if block.start >= first and block.counted)
        return number or None


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def make_source(
    text: str,
    blocks: tuple[Block, ...],
    *,
    name: str,
    original: bytes,
    media_type: str,
    pages: tuple[int, ...] = (),
    losses: tuple[Loss, ...] = (),
) -> Source:
    """Put together what a reader found, with both digests computed here."""
    description = SourceDescription(
        name=name,
        sha256=sha256(original).hexdigest(),
        media_type=media_type,
        text_sha256=digest(text),
        blocks=blocks,
        pages=pages,
        losses=losses,
    )
    return Source(text=text, description=description)
