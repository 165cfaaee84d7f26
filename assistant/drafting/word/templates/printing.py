"""Values as markup in the manner of their tag: text and rich text as runs at once, blocks as marks for later.

Every text is cleaned and escaped here, once; nothing else turns a value into markup.
"""

import re
from collections.abc import Sequence
from itertools import count
from urllib.parse import quote

from assistant.drafting.word.parts.cleaning import clean
from assistant.drafting.word.parts.styles import Styles
from assistant.drafting.word.parts.wordml import OFFICE, escape
from assistant.drafting.word.templates.manner import Manner
from assistant.drafting.word.values import Blocks, Footnote, Paragraph, Picture, RichText, Run

BLOCKS = "blocks"
"""Target of the instructions that stand for blocks; their text is the index in `Printer.blocks`."""
PICTURES = "picture"
"""Target of the instructions before drawings that take a value; their text is the index in `Printer.pictures`."""
NEW_NOTE = "new"
"""Begins the id of a reference to a note that has no number yet; behind it the index in `Printer.notes`."""

_BREAK = re.compile(r"([\n\t])")
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


class Printer:
    """Prints the values of one part and keeps what must be settled when the part is whole."""

    def __init__(
        self, manners: Sequence[Manner], styles: Styles, notes: list[Footnote] | None, taken: frozenset[str]
    ) -> None:
        """`notes` takes the footnotes (None where Word allows none); `taken` are ids of relations the part has."""
        self._manners, self._styles, self._taken = manners, styles, taken
        self.notes = notes
        self.blocks: list[tuple[Blocks, int]] = []
        """Blocks with the number of their tag."""
        self.pictures: list[Picture] = []
        self.links: dict[str, str] = {}
        """Address to the id of its relation."""

    def text(self, text: str, number: int) -> str:
        """Plain text."""
        return self._run(text, self._manners[number].plain)

    def rich(self, value: RichText | Paragraph | Blocks, number: int) -> str:
        """Formatted text; a paragraph is blocks of one."""
        if isinstance(value, RichText):
            return "".join(self._rich_run(run, self._manners[number]) for run in value.runs)
        blocks = value if isinstance(value, Blocks) else Blocks(paragraphs=(value,))
        self.blocks.append((blocks, number))
        return f"<?{BLOCKS} {len(self.blocks) - 1}?>"

    def picture(self, value: Picture | None) -> str:
        """A picture for the drawing that follows; None leaves it out."""
        if value is None:
            return f"<?{PICTURES}?>"
        self.pictures.append(value)
        return f"<?{PICTURES} {len(self.pictures) - 1}?>"

    def note_text(self, note: Footnote) -> str:
        """The words of a footnote; a link covers the words after the last comma, the closing full stop left out."""
        if isinstance(note.text, RichText):
            return "".join(self._rich_run(run, Manner()) for run in note.text.runs)
        if not note.link:
            return self._run(note.text, "")
        before, comma, linked = note.text.rpartition(", ")
        stop = "." if linked.endswith(".") else ""
        link = self._rich_run(Run(text=linked.removesuffix("."), link=note.link), Manner())
        return self._run(before + comma, "") + link + self._run(stop, "")

    def _rich_run(self, run: Run, manner: Manner) -> str:
        if run.link:
            identifier = self.links.setdefault(_address(run.link), self._free_id())
            inside = self._run(run.text, manner.of(run, self._styles.link))
            printed = f'<w:hyperlink xmlns:r="{OFFICE}" r:id="{identifier}" w:history="1">{inside}</w:hyperlink>'
        else:
            printed = self._run(run.text, manner.of(run))
        begun = '<w:r><w:br w:type="page"/></w:r>' if run.new_page else ""
        return begun + printed + (self._mark(run.note, manner) if run.note else "")

    def _mark(self, note: Footnote, manner: Manner) -> str:
        if self.notes is None:
            return ""
        self.notes.append(note)
        properties = manner.of(Run(), self._styles.mark)
        return f'<w:r>{properties}<w:footnoteReference w:id="{NEW_NOTE}{len(self.notes) - 1}"/></w:r>'

    def _free_id(self) -> str:
        used = self._taken.union(self.links.values())
        return next(f"link{number}" for number in count(1) if f"link{number}" not in used)

    @staticmethod
    def _run(text: str, properties: str) -> str:
        if not text:
            return ""
        pieces = (_BREAKS.get(piece) or _text(piece) for piece in _BREAK.split(clean(text)) if piece)
        return f"<w:r>{properties}{''.join(pieces)}</w:r>"


def _address(link: str) -> str:
    """An address as a relation may hold it; what is not ASCII is written in UTF-8 percent by percent."""
    return quote(clean(link), safe="%:/?#[]@!$&'()*+,;=~", errors="replace")


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
