"""The lines of a head that address somebody: behind a label, or in a block with a name, a title, a role."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from assistant.extraction.anatomy.party_lines import PartyLines
from assistant.extraction.anatomy.titled import is_party_title
from assistant.extraction.anatomy.zones import Zones, labelled
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import matcher
from assistant.model.source import Passage

_LONGEST_LINE, _LABELLED_LINES, _LETTERHEAD_LINES, _ADDRESS_LINES = 110, 12, 3, 40
_TITLE_BEFORE = 14
"""Characters of an honorific before a name."""
_MAIL = re.compile(r" *[<(\[][^<>()\[\]]*@[^<>()\[\]]*[>)\]]")
"""An e-mail address in brackets behind a name."""
_OPEN = frozenset({"to_labels", "from_labels", "asked_labels"})
_LABELS = (
    "to_labels",
    "from_labels",
    "asker_labels",
    "subject_labels",
    "date_labels",
    "copy_labels",
    "reference_labels",
)


class Addresses:
    """Looks for addresses in the head of one document; those whose name parts are `greeted` come before others."""

    def __init__(
        self,
        document: Document,
        zones: Zones,
        lines: PartyLines,
        greeted: frozenset[str],
        subject: Passage | None,
    ) -> None:
        self.document = document
        self.zones = zones
        self.lines = lines
        self._greeted_parts = greeted
        self._subject = subject
        self._language = document.lexicon.language

    def behind_label(self, which: str) -> list[Line]:
        """The lines a label introduces: the rest of its own and those up to the next label."""
        for at, line in enumerate(self.zones.head):
            words = self.document.line_words(line)
            openly = which in _OPEN and matcher(self._language, "letter", f"open_{which}").match(words)
            if openly and which == "to_labels":
                return [*self.rest(line, openly.end())]
            found = labelled(self._language, which).match(words) or openly
            if found:
                following = [*self._without_subject(self.zones.head[at + 1 : at + _LABELLED_LINES])]
                return [*self.rest(line, found.end()), *self._up_to_label(following)]
        return []

    def _without_subject(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Lines up to what the letter is about, where that has no label."""
        return takewhile(lambda line: not self.is_subject(line), lines)

    def is_subject(self, line: Line) -> bool:
        """Whether a line says what the letter is about."""
        return self._subject is not None and self._subject.start <= line.start < self._subject.end

    def rest(self, line: Line, offset: int) -> Iterator[Line]:
        """What stands in a line from an offset on, as a line of its own; nothing where nothing does."""
        view = self.document.view[line.start : line.end]
        mail = _MAIL.search(view)
        end = line.start + mail.start() if mail else line.end
        span = self.document.trim(line.start + len(view) - len(view.lstrip()) + offset, end)
        if span:
            yield Line(*span, line.block, self.document.source.text[slice(*span)], line.hard)

    def _up_to_label(self, lines: Iterable[Line]) -> Iterator[Line]:
        for line in lines:
            words = self.document.line_words(line)
            if len(words) > _LONGEST_LINE or any(labelled(self._language, label).match(words) for label in _LABELS):
                return
            yield line

    def courteous(self) -> list[list[Line]]:
        """Blocks below no more than a title behind “to”: “Al Signor”; and lines in capitals: “A LA MESA …”."""
        openly = matcher(self._language, "letter", "open_to_labels")
        blocks: list[list[Line]] = []
        for at, line in enumerate(self.document.lines[:_ADDRESS_LINES]):
            words = self.document.line_words(line)
            rest = [*self.rest(line, found.end())] if (found := openly.match(words)) else []
            if rest and words.isupper():
                blocks.append(rest)
            elif rest and self._is_title(rest[0]):
                below = self.document.lines[at + 1 : at + _LABELLED_LINES]
                blocks.append([*self._up_to_label(one for one in below if one.block == line.block)])
        return [block for block in blocks if block]

    def _is_title(self, line: Line) -> bool:
        words = self.document.line_words(line).lower().replace(".", " ").split()
        return self.document.lexicon.people.honorifics.issuperset(words)

    def offices(self) -> list[Line]:
        """The lines of an address that names an office and no person: “Excmo. Sr. ministro de …”."""
        for at, line in enumerate(self.zones.head):
            first = self.document.line_words(line).lower().split()[:1]
            courteous = not self.document.lexicon.people.honorifics.isdisjoint(first)
            if courteous and self.lines.goes_on(line) and self.lines.person_in(line) is None:
                below = self.zones.head[at + 1 : at + _LETTERHEAD_LINES]
                return [line, *takewhile(self.lines.goes_on, below)]
        return []

    def addressed(self) -> list[list[Line]]:
        """Blocks of the head that address somebody: whoever is greeted, else those with a title before a name."""
        if courteous := self.courteous():
            return courteous
        blocks = [self._whole(block) for block in self._blocks() if any(map(self.lines.person_in, block))]
        named = [block for block in blocks if any(self._greeted_parts & self.lines.name_parts(line) for line in block)]
        if named:
            return [self._from_title(named[0])]
        listed = [block for block in blocks if len(block) == 1 and self._introduces(block[0])]
        if len(listed) > 1:
            return listed
        titled = [self._from_title(block) for block in blocks if any(map(self._has_title, block))]
        return titled or (blocks[-1:] if self.zones.salutation else [])

    def _from_title(self, block: list[Line]) -> list[Line]:
        """A long block without the letterhead above the person with a title, or above whoever is greeted."""
        titled = [at for at, line in enumerate(block) if self._has_title(line)]
        greeted = [at for at, line in enumerate(block) if self._greeted_parts & self.lines.name_parts(line)]
        first = next(iter((*titled, *greeted)), 0)
        return block[first:] if first > _LETTERHEAD_LINES else block

    def _blocks(self) -> Iterator[list[Line]]:
        block: list[Line] = []
        for line in self._unlabelled():
            if block and line.block != block[-1].block:
                yield block
                block = []
            block.append(line)
        if block:
            yield block

    def _unlabelled(self) -> Iterator[Line]:
        """The head without the lines that name whom the letter is about or from, by their labels."""
        labels = [labelled(self._language, which) for which in ("subject_labels", "from_labels", "asker_labels")]
        within, about = False, -1
        copied = self.copies()
        for line in self.zones.head:
            within = within or any(label.match(self.document.line_words(line)) for label in labels)
            about = line.block if labels[0].match(self.document.line_words(line)) else about
            if line.start in copied or line.block == about:
                continue
            if is_party_title(self.document, line) or self._is_no_address(line):
                continue
            if not within:
                yield line
            within = within and not line.hard

    def copies(self) -> set[int]:
        """Where the lines of the head begin that name who receives a copy: the label's and those below."""
        found: set[int] = set()
        copy, block = labelled(self._language, "copy_labels"), -1
        for line in self.zones.head:
            block = line.block if copy.match(self.document.line_words(line)) else block
            if line.block == block:
                found.add(line.start)
        return found

    def _is_no_address(self, line: Line) -> bool:
        """Whether a line is running text, or what the letter is about."""
        return self.is_subject(line) or len(line.text) > _LONGEST_LINE

    def _whole(self, block: list[Line]) -> list[Line]:
        """An address of which every line is a paragraph, as word processors have it: the lines that go on with it."""
        if len(block) > 1:
            return block
        following = [line for line in self.zones.head if line.start > block[0].start]
        going_on = takewhile(lambda line: self.lines.goes_on(line) and not self.lines.person_in(line), following)
        return [*block, *self._up_to_label(going_on)]

    def _introduces(self, line: Line) -> bool:
        """Whether a line names a person and behind a comma what that person is: “Ban Ki-moon, Secretary-General”."""
        person = self.lines.person_in(line)
        return person is not None and person.start - line.start < _TITLE_BEFORE and person.role is not None

    def _has_title(self, line: Line) -> bool:
        words = self.document.line_words(line).lower().replace(".", " ").split()
        return not self.document.lexicon.people.honorifics.isdisjoint(words) or self._holds_office(line)

    def _holds_office(self, line: Line) -> bool:
        """Whether a line is a role and the name of who holds it: “Ambasciatore Ádám Kovács.”."""
        person = self.lines.person_in(line)
        return bool(person and person.role and person.role[0] == line.start and person.end >= line.end - 1)
