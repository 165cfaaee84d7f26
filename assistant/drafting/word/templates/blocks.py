"""Blocks take the place of the paragraph their tag stands in, in the manner of that paragraph.

Works on the rendered tree, where the printer left an instruction for every value that is more than runs.
"""

from collections.abc import Iterator
from copy import deepcopy

from assistant.drafting.word.parts.styles import Styles
from assistant.drafting.word.parts.wordml import (
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    Element,
    element,
    fragment,
    instructions,
    parent_of,
    text_of,
    w,
)
from assistant.drafting.word.templates.filling import Ledger
from assistant.drafting.word.templates.names import nearest
from assistant.drafting.word.templates.numbering import Lists
from assistant.drafting.word.templates.printing import BLOCKS, Printer
from assistant.drafting.word.templates.tags import Tag
from assistant.drafting.word.values import Blocks, Paragraph


class BlockSetter:
    """Puts the blocks of one part into its tree."""

    def __init__(self, printer: Printer, tags: tuple[Tag, ...], styles: Styles, lists: Lists, ledger: Ledger) -> None:
        self._printer, self._tags, self._styles, self._lists, self._ledger = printer, tags, styles, lists, ledger

    def place(self, root: Element) -> None:
        """Replace every mark of blocks."""
        marks = instructions(root, BLOCKS) if self._printer.blocks else []
        holders = {mark: next(mark.iterancestors(PARAGRAPH)) for mark in marks}
        for mark, holder in holders.items():
            self._put_before(holder, *self._printer.blocks[int(mark.text or 0)])
            parent_of(mark).remove(mark)
        for holder in dict.fromkeys(holders.values()):
            _drop_when_empty(holder)

    def _put_before(self, holder: Element, blocks: Blocks, number: int) -> None:
        beside = text_of(holder).strip()
        if beside:
            place = self._tags[number].place
            message = f"“{place.words}” is filled with paragraphs, but “{beside}” stands beside it."
            advice = "Give the tag a paragraph of its own."
            self._ledger.note(place.finding("text-beside-blocks", message, advice))
        for paragraph in self._paragraphs(blocks, number, holder):
            holder.addprevious(paragraph)

    def _paragraphs(self, blocks: Blocks, number: int, holder: Element) -> Iterator[Element]:
        numbers: dict[int, str] = {}
        for block in blocks.paragraphs:
            made = element("p")
            properties = self._properties(block, number, holder)
            if block.number is not None:
                if block.number not in numbers:
                    numbers[block.number] = self._lists.start(properties)
                self._lists.join(properties, numbers[block.number])
            if len(properties):
                made.append(properties)
            made.extend(fragment(f"<w:p>{self._printer.rich(block.text, number)}</w:p>"))
            yield made

    def _properties(self, block: Paragraph, number: int, holder: Element) -> Element:
        """Those of the tag's paragraph; with a style of its own only that."""
        own = holder.find(PARAGRAPH_PROPERTIES)
        if block.style is None:
            kept = element("pPr") if own is None else deepcopy(own)
            for child in kept.findall(w("sectPr")):
                kept.remove(child)
            return kept
        identifier = self._styles.find("paragraph", block.style)
        if identifier is None:
            self._report_style(number, block.style)
        properties = element("pPr")
        properties.append(element("pStyle", val=identifier or ""))
        return properties

    def _report_style(self, number: int, style: str) -> None:
        advice = nearest(style, self._styles.paragraph_names())
        message = f"The template has no paragraph style “{style}”."
        self._ledger.note(self._tags[number].place.finding("unknown-style", message, advice))


def _drop_when_empty(holder: Element) -> None:
    """Take the tag's paragraph away unless it still holds a picture or the end of a section."""
    for run in holder.findall(RUN):
        if all(child.tag == RUN_PROPERTIES for child in run):
            holder.remove(run)
    if holder.find(f".//{RUN}") is None and holder.find(f".//{w('sectPr')}") is None:
        for anchor in [child for child in holder if child.tag != PARAGRAPH_PROPERTIES]:
            holder.addprevious(anchor)
        parent_of(holder).remove(holder)
