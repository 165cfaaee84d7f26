"""Who writes and who is written to: which lines of letterhead, address, labels and signature tell of them."""

from collections.abc import Iterable, Iterator
from itertools import dropwhile, takewhile

from assistant.extraction.asked import asked_party
from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document, Line
from assistant.extraction.entities import name_parts
from assistant.extraction.lexicon import matcher
from assistant.extraction.party_lines import PartyLines
from assistant.extraction.zones import Zones, labelled
from assistant.model.letter import DocumentKind, Party
from assistant.model.source import Passage

_LONGEST_LINE, _SIGNATURE_LINES, _LABELLED_LINES, _LETTERHEAD_LINES, _ANSWER_LINES = 110, 12, 12, 3, 3
_OPENING, _NEAR, _MOST_GREETED = 4000, 80, 3
_TITLE_BEFORE, _TITLE_WORDS = 14, 6
"""Characters of an honorific before a name; words from which a line may be a title."""
_OPEN = frozenset({"to_labels", "from_labels", "asked_labels"})
_LABELS = ("to_labels", "from_labels", "subject_labels", "date_labels", "copy_labels", "reference_labels")


_QUESTIONS = frozenset({DocumentKind.WRITTEN_QUESTION, DocumentKind.ANSWER})


class PartyFinder:
    """Looks for the parties of one document."""

    def __init__(self, document: Document, zones: Zones, names: list[Candidate]) -> None:
        self.document = document
        self.zones = zones
        self.lines = PartyLines(document, names)
        self._language = document.lexicon.language
        self._greeted = self._greeted_people()
        self._greeted_parts = frozenset(
            part for line in self._salutation_lines() for part in self.lines.name_parts(line)
        )

    def sender(self, kind: DocumentKind) -> Party | None:
        """The signatory, else whom a label names, else the body that speaks: of contacts, letterhead, first words."""
        letterhead = self._letterhead()
        labelled_sender = self._labelled_sender(kind)
        for party in (self.lines.party(self._signature_lines()), labelled_sender):
            if party.name or party.organisation:
                organisation = party.organisation or labelled_sender.organisation or letterhead
                role = party.role or (self._letterhead_role() if party.name else None)
                return party.model_copy(update={"organisation": organisation, "role": role})
        if introduced := self._introduced():
            return introduced
        if kind is DocumentKind.WRITTEN_QUESTION and (asker := self._first_person()):
            return asker
        organisation = self._contact_organisation() or self._written_by() or letterhead
        if organisation is None and kind is DocumentKind.PRESS_RELEASE:
            organisation = self._first_named()
        return Party(organisation=organisation) if organisation else None

    def _labelled_sender(self, kind: DocumentKind) -> Party:
        """Whom a label names; of an answer the body that answers, never who asked."""
        if kind is not DocumentKind.ANSWER:
            return self.lines.party(self._behind_label("from_labels"), named=True)
        asked = self.lines.party(self._behind_label("asked_labels")[:1], named=True)
        answering = self.lines.party(self._answering())
        if answering.name:
            return answering.model_copy(update={"organisation": answering.organisation or asked.organisation})
        if asked.organisation:
            return Party(organisation=asked.organisation)
        party = self.lines.party(self._behind_label("from_labels"), named=True)
        before = party.organisation and party.name and party.organisation.start < party.name.start
        return Party(organisation=party.organisation) if before else party

    def _answering(self) -> list[Line]:
        """The line, wherever it stands, that names who answers; behind a bare “Answered by” the next few."""
        label = matcher(self._language, "letter", "answered_labels")
        for at, line in enumerate(self.document.lines):
            found = label.match(self.document.line_words(line))
            if found and len(line.text) <= _LONGEST_LINE:
                rest = [*self._rest(line, found.end())]
                following = self.document.lines[at + 1 : at + 1 + _ANSWER_LINES]
                return rest or [*takewhile(lambda one: len(one.text) <= _LONGEST_LINE, following)]
        return []

    def _introduced(self) -> Party | None:
        """Who gives a name in the first words of the text: “My name is …”."""
        found = matcher(self._language, "letter", "introductions").search(self.document.view, 0, _OPENING)
        inside = self.lines.people.within(found.end(), found.end() + _NEAR) if found else []
        near = bool(found and inside and inside[0].start - found.end() < _TITLE_BEFORE)
        return Party(name=self.lines.passage(inside[0])) if near else None

    def _letterhead_role(self) -> Passage | None:
        """The office in a line of its own above the address: “Prezes Rady Ministrów”."""
        addressed = {line.start for block in self._addressed() for line in block}
        first = min(addressed, default=0)
        for line in self.zones.head:
            if line.start < first and self.lines.is_office(line):
                return self.document.passage(line.start, line.end)
        return None

    def recipients(self, kind: DocumentKind) -> tuple[Party, ...]:
        """Those whom a label or an address block names, else whoever is greeted; of a question who is asked."""
        asked = asked_party(self.document) if kind in _QUESTIONS else None
        if asked:
            return (Party(role=asked),)
        behind_label = self._behind_label("to_labels")
        blocks = [behind_label] if behind_label else self._addressed()
        parties = [self.lines.party(block, greeted=self._greeted_parts) for block in blocks]
        found = tuple(party for party in parties if self._may_receive(party))
        greeted = tuple(self._as_greeted(person) for person in self._greeted[:_MOST_GREETED])
        return found or greeted or self._bodies_greeted()

    def _may_receive(self, party: Party) -> bool:
        """Whether a party is anybody, and not the one who signs."""
        signed = {part for line in self._signature_lines() for part in self.lines.name_parts(line)}
        signs = party.name is not None and signed.issuperset(name_parts(party.name.text))
        return not signs and bool(party.name or party.organisation or party.role)

    def _bodies_greeted(self) -> tuple[Party, ...]:
        """The body that is greeted where nobody is: “Dear Secretariat General of the European Commission”."""
        inside = self.lines.organisations.within(*self.zones.salutation) if self.zones.salutation else []
        return tuple(Party(organisation=self.lines.passage(one)) for one in inside[:1])

    def _as_greeted(self, person: Candidate) -> Party:
        role = self.document.passage(*person.role) if person.role else None
        return Party(name=self.lines.passage(person), role=role)

    def _greeted_people(self) -> list[Candidate]:
        return self.lines.people.within(*self.zones.salutation) if self.zones.salutation else []

    def _salutation_lines(self) -> Iterator[Line]:
        for person in self._greeted:
            yield Line(person.start, person.end, 0, self.lines.text(person), hard=True)

    def _signature_lines(self) -> list[Line]:
        """The lines behind the closing up to copies, annexes and a second signatory."""
        if not self.zones.signed:
            return []
        lines: list[Line] = []
        copy = labelled(self._language, "copy_labels")
        signed = False
        for line in self._signing():
            words = self.document.line_words(line)
            person = self.lines.person_in(line) is not None
            if copy.match(words) or len(words) > _LONGEST_LINE or words.startswith("[") or (person and signed):
                break
            signed = signed or person
            lines.append(line)
        return lines

    def _signing(self) -> tuple[Line, ...]:
        """The lines that sign; without a closing they begin with a person, below a place and a date."""
        tail = self.zones.tail[:_SIGNATURE_LINES]
        if self.zones.closing:
            return tail
        return tuple(dropwhile(lambda line: self.lines.person_in(line) is None, tail))

    def _behind_label(self, which: str) -> list[Line]:
        """The lines a label introduces: the rest of its own and those up to the next label."""
        for at, line in enumerate(self.zones.head):
            words = self.document.line_words(line)
            openly = which in _OPEN and matcher(self._language, "letter", f"open_{which}").match(words)
            if openly and which == "to_labels":
                return [*self._rest(line, openly.end())]
            found = labelled(self._language, which).match(words) or openly
            if found:
                following = self.zones.head[at + 1 : at + _LABELLED_LINES]
                return [*self._rest(line, found.end()), *self._up_to_label(following)]
        return []

    def _rest(self, line: Line, offset: int) -> Iterator[Line]:
        view = self.document.view[line.start : line.end]
        span = self.document.trim(line.start + len(view) - len(view.lstrip()) + offset, line.end)
        if span:
            yield Line(*span, line.block, self.document.source.text[slice(*span)], line.hard)

    def _up_to_label(self, lines: Iterable[Line]) -> Iterator[Line]:
        for line in lines:
            words = self.document.line_words(line)
            if len(words) > _LONGEST_LINE or any(labelled(self._language, label).match(words) for label in _LABELS):
                return
            yield line

    def _addressed(self) -> list[list[Line]]:
        """Blocks of the head that address somebody: whoever is greeted, else those with a title before a name."""
        blocks = [self._whole(block) for block in self._blocks() if any(map(self.lines.person_in, block))]
        named = [block for block in blocks if any(self._greeted_parts & self.lines.name_parts(line) for line in block)]
        if named:
            return named[:1]
        listed = [block for block in blocks if len(block) == 1 and self._introduces(block[0])]
        if len(listed) > 1:
            return listed
        titled = [self._from_title(block) for block in blocks if any(map(self._has_title, block))]
        return titled or (blocks[-1:] if self.zones.salutation else [])

    def _from_title(self, block: list[Line]) -> list[Line]:
        """A long block without the letterhead above the person with a title."""
        first = next((at for at, line in enumerate(block) if self._has_title(line)), 0)
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
        labels, within = [labelled(self._language, which) for which in ("subject_labels", "from_labels")], False
        for line in self.zones.head:
            within = within or any(label.match(self.document.line_words(line)) for label in labels)
            if not within:
                yield line
            within = within and not line.hard

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

    def _letterhead(self) -> Passage | None:
        """The body named first in the head, over successive lines in capitals; not one in an address."""
        addressed = {line.start for block in [*self._addressed(), self._behind_label("to_labels")] for line in block}
        lines = [line for line in self.zones.head if line.start not in addressed and not self.lines.is_contact(line)]
        house = matcher(self._language, "letter", "in_house")
        for at, line in enumerate([one for one in lines if house.match(self.document.line_words(one))] or lines):
            inside = self.lines.organisations.within(line.start, line.end)
            if (
                inside
                and not self.lines.person_in(line)
                and len(line.text) <= _LONGEST_LINE
                and self._fills(inside[0], line)
            ):
                return self._whole_letterhead(lines[at : at + _LETTERHEAD_LINES], inside[0])
        return None

    def _fills(self, body: Candidate, line: Line) -> bool:
        """Whether a line is about a body, not a title that mentions one."""
        return len(line.text.split()) < _TITLE_WORDS or body.length * 3 > line.end - line.start

    def _whole_letterhead(self, lines: list[Line], first: Candidate) -> Passage | None:
        end = first.end
        for line in lines[1:]:
            inside = self.lines.organisations.within(line.start, line.end)
            if not (inside and line.text.isupper() and self.document.view[first.start : end].isupper()):
                break
            end = inside[-1].end
        return self.document.passage(first.start, end)

    def _contact_organisation(self) -> Passage | None:
        """The first body in the contacts at the foot."""
        if self.zones.signed or not self.zones.tail:
            return None
        inside = self.lines.organisations.within(self.zones.tail[0].start, self.zones.tail[-1].end)
        return self.lines.passage(inside[0]) if inside else None

    def _written_by(self) -> Passage | None:
        """The body in whose name the first sentences speak: “in our capacity as Working Group”."""
        found = matcher(self._language, "letter", "written_by").search(self.document.view, 0, _OPENING)
        inside = self.lines.organisations.within(found.end(), found.end() + _NEAR) if found else []
        return self.lines.passage(inside[0]) if inside else None

    def _first_person(self) -> Party | None:
        """The first person in the head or the first line of a question: who asks it."""
        lines = (*self.zones.head, *self.zones.body[:1])
        people = [person for line in lines if (person := self.lines.person_in(line))]
        return Party(name=self.lines.passage(people[0])) if people else None

    def _first_named(self) -> Passage | None:
        """The first body of more than one word that the text names."""
        several = (one for one in self.lines.organisations if " " in self.lines.text(one))
        return next((self.lines.passage(one) for one in several), None)
