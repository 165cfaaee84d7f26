"""The template engine: compile a Word template once, fill it many times.

Tree in, Jinja's language in the middle, tree out: tags become marks in the tree (marking), marks a program (statements,
expressions), the program markup (filling, printing), the markup a tree again (filled). Everything wrong with a template
is known before it is filled, everything wrong with the values at once when it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from assistant.drafting.word.parts.footnotes import prepare
from assistant.drafting.word.parts.intake import admit, refusing_damage
from assistant.drafting.word.parts.package import Package
from assistant.drafting.word.parts.styles import Styles
from assistant.drafting.word.parts.wordml import DOCUMENT, RENDERED
from assistant.drafting.word.templates.checks import check_other_parts
from assistant.drafting.word.templates.compilation import CompiledPart, compile_part
from assistant.drafting.word.templates.filled import FilledLetter
from assistant.drafting.word.templates.names import unknown_names
from assistant.errors import FindingsError
from assistant.model.finding import Finding, Severity


class CompiledTemplate:
    """A Word template, read and checked once. Filling it changes nothing in it."""

    def __init__(self, name: str, package: Package) -> None:
        self.name = name
        self._package = package
        compiled = (compile_part(part, data) for part, data in package.parts.items() if RENDERED.fullmatch(part))
        parts = (part for part in compiled if part is not None)
        self._parts: tuple[CompiledPart, ...] = tuple(sorted(parts, key=lambda part: part.name != DOCUMENT))
        found = [finding for part in self._parts for finding in part.findings]
        self.findings: tuple[Finding, ...] = (*found, *check_other_parts(package))
        """Everything wrong with the template, with part, paragraph, words and advice."""
        self.names: frozenset[str] = frozenset(use.path for part in self._parts for use in part.uses)
        """Dotted paths of the values it uses: "recipient.lines", "cosigners[].name"."""

    def check_names(self, known: Iterable[str]) -> tuple[Finding, ...]:
        """A finding for each place that uses a value which is not among the dotted paths `known`."""
        return unknown_names((use for part in self._parts for use in part.uses), known)

    def fill(self, values: Mapping[str, object]) -> bytes:
        """The letter as .docx. The same values give the same bytes.

        Values are text, numbers, lists, mappings and values of the model, or RichText, Paragraph and Blocks. Raises
        FindingsError with all errors of the template or, when it has none, with every missing or wrong value at once;
        RefusedTemplateError when a part that only now is needed turns out to be damaged.
        """
        self._stop_at([finding for finding in self.findings if finding.severity is Severity.ERROR])
        with refusing_damage(self.name):
            letter = FilledLetter(self._styles, self._package, values)
            for part in self._parts:
                letter.render(part)
            self._stop_at(letter.findings)
            return letter.write(self._ready if letter.needs_notes else self._package)

    def _stop_at(self, errors: Sequence[Finding]) -> None:
        if errors:
            raise FindingsError(f"{self.name} cannot be filled", errors)

    @cached_property
    def _styles(self) -> Styles:
        return Styles(self._package)

    @cached_property
    def _ready(self) -> Package:
        """The template made ready to hold notes and links, once for all letters that have some."""
        return prepare(self._package, self._styles)


def compile_template(data: bytes, name: str) -> CompiledTemplate:
    """Read and check a template; `name` is what messages call it.

    Raises RefusedTemplateError for a file that may not be opened at all; all else that is wrong stands in `findings`.
    """
    with refusing_damage(name):
        return CompiledTemplate(name, admit(data, name))
