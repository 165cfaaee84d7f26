"""A part whose tags have become marks: processing instructions, which no text of a letter can look like."""

from dataclasses import dataclass, field

from lxml import etree

from assistant.drafting.word.parts.wordml import Element
from assistant.drafting.word.templates.tags import Tag
from assistant.model.finding import Finding

MARK = "tag"
"""Target of the instructions that stand for tags; their text is the number of the tag."""
GRID = "grid"
"""Target of the instruction in the grid of a table whose number of columns a tag decides."""


@dataclass
class Marked:
    """A part with its marks: `tags[n]` belongs to the mark “n”, `manners[n]` are the run properties it stood in."""

    root: Element
    numbers: dict[Element, int] = field(default_factory=dict)
    """Paragraph to its number, as it was before marks were set."""
    tags: list[Tag] = field(default_factory=list)
    marks: list[Element] = field(default_factory=list)
    manners: list[Element | None] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    changed: bool = False

    def add(self, tag: Tag) -> Element:
        """A new mark for a tag, not yet in the tree."""
        mark = etree.ProcessingInstruction(MARK, str(len(self.tags)))
        self.tags.append(tag)
        self.marks.append(mark)
        self.manners.append(None)
        return mark
