"""What stands above the address: the body whose paper it is, the office in it, a member who prints a name there."""

from collections.abc import Sequence
from itertools import takewhile

from assistant.extraction.anatomy.party_lines import PartyLines
from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import matcher
from assistant.model.letter import Party
from assistant.model.source import Passage

_LONGEST_LINE, _MOST_LINES, _TITLE_WORDS, _MOST_NAME_LINES = 110, 3, 6, 3
_BEHIND_NAME = 12
"""Characters of a line; lines of a body's name; words from which a line may be a title; lines a name may take.
Behind a name in a line of its own few characters stand: “, MP”."""


class Letterhead:
    """The lines of a head without its address."""

    def __init__(self, document: Document, lines: PartyLines, head: Sequence[Line], addressed: int) -> None:
        self.document = document
        self.lines = lines
        self._rows = [line for line in head if not lines.is_contact(line)]
        self._above = [line for line in head if line.start < addressed]

    def body(self, below: Sequence[Line] = ()) -> Passage | None:
        """The house that a line here or `below` says it is moved in, else the body named first, with all its lines."""
        house = matcher(self.document.lexicon.language, "letter", "in_house")
        rows = [row for row in (*self._rows, *below) if house.match(self.document.line_words(row))] or self._rows
        for at, line in enumerate(rows):
            inside = self._bodies(line)
            named = inside and not self.lines.person_in(line) and len(line.text) <= _LONGEST_LINE
            if named and self._fills(inside[0], line):
                return self._whole(rows[at : at + _MOST_LINES], inside[0])
        return None

    def _bodies(self, line: Line) -> list[Candidate]:
        """The bodies of a line; one that begins it may go on in the next: as a department printed over two."""
        begun = self.lines.organisations.at(line.start)
        return [begun] if begun and begun.end > line.end else self.lines.organisations.within(line.start, line.end)

    def office(self) -> Passage | None:
        """The office in a line of its own above the address: “Prezes Rady Ministrów”."""
        held = (line for line in self._above if self.lines.is_office(line))
        return next((self.document.passage(line.start, line.end) for line in held), None)

    def person(self) -> Party:
        """The person whose name begins a line above the address, with what stands below: “Luke Simpkins MP”."""
        for at, line in enumerate(self._above):
            found = self.lines.person_in(line)
            if found and found.start == line.start and line.end - found.end <= _BEHIND_NAME:
                below = self._above[at + 1 : at + _MOST_NAME_LINES]
                return self.lines.party([line, *takewhile(self.lines.goes_on, below)])
        return Party()

    def _fills(self, body: Candidate, line: Line) -> bool:
        """Whether a line is about a body, not a title that mentions one."""
        return len(line.text.split()) < _TITLE_WORDS or body.length * 3 > line.end - line.start

    def _whole(self, rows: list[Line], first: Candidate) -> Passage | None:
        end = first.end
        for line in rows[1:]:
            inside = self.lines.organisations.within(line.start, line.end)
            if not (inside and line.text.isupper() and self.document.view[first.start : end].isupper()):
                break
            end = inside[-1].end
        return self.document.passage(first.start, end)
