"""What may be put into a Word template: plain data, rich text, blocks. Knows nothing of XML.

The engine decides by the value what a tag prints: text inside a run, rich text as runs, blocks as paragraphs.
"""

from assistant.model.base import Value


class Run(Value):
    """A stretch of text in one manner; with a `note`, the mark stands behind the text."""

    text: str = ""
    italic: bool = False
    bold: bool = False
    link: str | None = None
    language: str | None = None
    """BCP 47 tag of a quotation in another language than the letter."""
    note: "Footnote | None" = None
    new_page: bool = False
    """Whether the text begins on a new page; ends of lines stand in the text."""


class Picture(Value):
    """A PNG, JPEG or GIF in the frame of a picture of the template."""

    data: bytes
    description: str | None = None
    """Read out to whoever does not see it; None keeps what the template says."""


class RichText(Value):
    """Runs inside one paragraph."""

    runs: tuple[Run, ...] = ()

    def __bool__(self) -> bool:
        """Whether it prints anything; what `{% if body %}` asks."""
        return any(run.text or run.note for run in self.runs)


class Footnote(Value):
    """A note at the foot of the page; `link` makes the last words of plain text a hyperlink."""

    text: str | RichText
    """Runs in it have no notes of their own."""
    link: str | None = None


class Paragraph(Value):
    """A paragraph; `style` names a paragraph style of the template, None keeps that of the tag's paragraph."""

    text: RichText = RichText()
    style: str | None = None
    number: int | None = None
    """For an item of a numbered list: which list of the body it belongs to, from 0; each starts again at 1."""


class Blocks(Value):
    """Paragraphs in the place of the paragraph that holds the tag."""

    paragraphs: tuple[Paragraph, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is a paragraph; what `{% if body %}` asks."""
        return bool(self.paragraphs)
