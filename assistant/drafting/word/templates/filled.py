"""One letter while it is being filled: parts rendered, parsed strictly, blocks put in, notes numbered, written.

Lives for one filling; what is wrong is collected and read by the engine before anything is written.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from assistant.drafting.word.parts.footnotes import make_note, renumber, separate_marks
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.styles import Styles
from assistant.drafting.word.parts.wordml import DOCUMENT, ID, Element, parse_part, w, write_part
from assistant.drafting.word.places import Place
from assistant.drafting.word.templates.blocks import BlockSetter
from assistant.drafting.word.templates.bounds import Bounds, TooLongError
from assistant.drafting.word.templates.compilation import CompiledPart
from assistant.drafting.word.templates.filling import Filling, Ledger
from assistant.drafting.word.templates.manner import Manner
from assistant.drafting.word.templates.numbering import Lists
from assistant.drafting.word.templates.pictures import Pictures
from assistant.drafting.word.templates.printing import NEW_NOTE, Printer
from assistant.drafting.word.templates.tidying import tidy
from assistant.model.finding import Finding

if TYPE_CHECKING:
    from assistant.drafting.word.values import Footnote

_NOTES = ("footnote", "endnote")
_MARKS = tuple(w(f"{kind}Reference") for kind in _NOTES)
_STEPS_OF_A_NOTE = 20
"""A mark a loop repeats repeats its note, which nothing else counts."""
_SHORTER = "Give it shorter lists, or take loops out of loops."


class FilledLetter:
    """A letter on the way from template and values to a file."""

    def __init__(self, styles: Styles, template: Package, values: Mapping[str, object]) -> None:
        self._styles, self._template, self._values = styles, template, values
        self._ledger, self._bounds = Ledger(), Bounds()
        self._notes: list[Footnote] = []
        self._lists = Lists(template, styles)
        self._pictures = Pictures(template)
        self._trees: dict[str, Element] = {}
        self._printers: dict[str, Printer] = {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is missing or wrong so far."""
        return self._ledger.findings

    @property
    def needs_notes(self) -> bool:
        """Whether something was printed that needs the footnotes part or the styles of notes and links."""
        return bool(self._notes) or any(printer.links for printer in self._printers.values())

    def render(self, part: CompiledPart) -> None:
        """Fill one part; the document comes before the parts of its notes."""
        printer = self._printer(part.name, part.manners)
        try:
            filling = Filling(part.tags, printer, self._ledger, self._bounds, self._marked_notes(part.name))
            tree = parse_part(part.markup(self._values, filling), with_marks=True)
            self._bounds.take_steps(_STEPS_OF_A_NOTE * sum(1 for _ in tree.iter(*_MARKS)), None)
        except TooLongError as error:
            place = Place(part.name) if error.tag is None else part.tags[error.tag].place
            self._ledger.note(place.finding("too-long", f"{part.name} grows beyond any letter here.", _SHORTER))
            return
        self._trees[part.name] = tree
        BlockSetter(printer, part.tags, self._styles, self._lists, self._ledger).place(tree)
        self._pictures.place(part.name, tree, printer.pictures)
        tidy(tree)

    def write(self, base: Package) -> bytes:
        """The file: `base` is the template, made ready for notes when the letter needs them."""
        package = base.copy()
        self._number_notes(package)
        for name, tree in self._trees.items():
            package.parts[name] = write_part(tree)
        for name, printer in self._printers.items():
            package.link(name, printer.links)
        self._lists.settle(package)
        self._pictures.settle(package)
        return package.write()

    def _number_notes(self, package: Package) -> None:
        """Footnotes and endnotes in the order of the document."""
        for kind in _NOTES:
            name = package.related(DOCUMENT, f"{kind}s")
            if name is None or name not in package.parts:
                continue
            document, notes = self._tree(package, DOCUMENT), self._tree(package, name)
            made = partial(self._made_note, name)
            if renumber(document, notes, kind, made) | separate_marks(document):
                self._trees |= {DOCUMENT: document, name: notes}

    def _marked_notes(self, part: str) -> frozenset[str]:
        """Ids of the notes whose marks the document holds, for the part of these notes; none for other parts."""
        marks = [w(f"{kind}Reference") for kind in _NOTES if part == self._template.related(DOCUMENT, f"{kind}s")]
        document = self._tree(self._template, DOCUMENT) if marks else None
        return frozenset() if document is None else frozenset(mark.get(ID, "") for mark in document.iter(*marks))

    def _made_note(self, part: str, identifier: str) -> Element | None:
        if not identifier.startswith(NEW_NOTE):
            return None
        note = self._notes[int(identifier.removeprefix(NEW_NOTE))]
        return make_note(self._printer(part).note_text(note), self._styles)

    def _tree(self, package: Package, name: str) -> Element:
        return self._trees[name] if name in self._trees else parse_part(package.parts[name])

    def _printer(self, name: str, manners: Sequence[Manner] = ()) -> Printer:
        if name not in self._printers:
            taken = frozenset(relation.id for relation in self._template.relations(name))
            notes = self._notes if name == DOCUMENT else None
            self._printers[name] = Printer(manners, self._styles, notes, taken)
        return self._printers[name]
