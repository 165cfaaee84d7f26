"""Who writes and who is written to: which lines of letterhead, address, labels and signature tell of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile, product

from assistant.extraction.anatomy.addresses import Addresses
from assistant.extraction.anatomy.answers import Answers
from assistant.extraction.anatomy.asked import answering_line, asked_party
from assistant.extraction.anatomy.columns import first_column
from assistant.extraction.anatomy.deputies import find_deputy
from assistant.extraction.anatomy.kinds import adopting_line
from assistant.extraction.anatomy.letterheads import Letterhead
from assistant.extraction.anatomy.party_lines import PartyLines
from assistant.extraction.anatomy.titled import titled_party
from assistant.extraction.anatomy.zones import Zones, labelled
from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import matcher
from assistant.extraction.mentions.entities import name_parts
from assistant.model.letter import DocumentKind, Party
from assistant.model.source import Passage

_LONGEST_LINE, _SIGNATURE_LINES, _ANSWER_LINES = 110, 12, 3
_OPENING, _NEAR, _MOST_GREETED, _FEWEST_GREETED = 4000, 80, 3, 3
_NAMED_WITHIN = 400
_TITLE_LINES = 20
"""Lines of a resolution below its first long one among which the house is named."""
_GREETING = re.compile(r"\w+ +([^,:]+)")
_SHORTEST_STEM, _LONGEST_ENDING = 4, 3
"""Letters of a name that stay, and of the ending that may change."""
_TITLE_BEFORE = 14
"""Characters of an honorific before a name."""
_QUESTIONS = frozenset({DocumentKind.WRITTEN_QUESTION, DocumentKind.ANSWER})


class PartyFinder:
    """Looks for the parties of one document."""

    def __init__(
        self, document: Document, zones: Zones, names: list[Candidate], subject: Passage | None = None
    ) -> None:
        self.document = document
        self.zones = zones
        self.lines = PartyLines(document, names)
        self._language = document.lexicon.language
        self._greeted = self._greeted_people()
        self._greeted_parts = frozenset(
            part for line in self._salutation_lines() for part in self.lines.name_parts(line)
        )
        self.addresses = Addresses(document, zones, self.lines, self._greeted_parts, subject)
        self.answers = Answers(document, self.lines, self.addresses)

    def sender(self, kind: DocumentKind) -> Party | None:
        """The signatory, else whom a label names, else the body that speaks: of contacts, letterhead, first words."""
        head = self._letterhead()
        letterhead = None if kind is DocumentKind.WRITTEN_QUESTION else head.body(self.zones.body[:_TITLE_LINES])
        signature, labelled_sender, titled = self._signature(head), self._labelled_sender(kind), self._titled("sender")
        if self._is_fuller(labelled_sender, signature):
            signature = signature.model_copy(update={"name": labelled_sender.name})
        for party in (signature, labelled_sender, titled):
            if party and (party.name or party.organisation):
                organisation = party.organisation or labelled_sender.organisation or letterhead
                told = titled.role if titled and self._is_same(titled, party) else None
                role = party.role or told or (head.office() if party.name else None)
                return party.model_copy(update={"organisation": organisation, "role": role})
        if titled and titled.role:
            return titled
        if introduced := self._introduced():
            return introduced
        if kind is DocumentKind.WRITTEN_QUESTION and (asker := self._first_person()):
            return asker
        adopting = self._adopting() if kind is DocumentKind.RESOLUTION else None
        organisation = adopting or self._contact_organisation() or self._written_by() or letterhead
        if organisation is None and kind is DocumentKind.ANSWER:
            organisation = self.answers.beginning()
        if organisation is None and kind is DocumentKind.PRESS_RELEASE:
            organisation = self._first_named()
        if organisation is None:
            return None
        return Party(organisation=organisation, role=head.office() if organisation == letterhead else None)

    def _signature(self, head: Letterhead) -> Party:
        """Who signs; where the signature has no name, whose name stands in the letterhead."""
        behalf = matcher(self._language, "letter", "on_behalf") if head.body() else None
        rows = [row for row in self._signature_lines() if not (behalf and behalf.match(self.document.line_words(row)))]
        party = self.lines.party(rows)
        if not party.name and (deputy := find_deputy(self.document, rows)):
            return deputy.model_copy(update={"organisation": party.organisation})
        if party.organisation and not party.name and (speaking := self._speaking()):
            return Party(organisation=speaking)
        printed = head.person() if (self.zones.signed or self.zones.salutation) and not party.name else Party()
        return printed if printed.name else party

    def _is_same(self, one: Party, other: Party) -> bool:
        """Whether two parties have names that share a part, which may be inflected: “Dobrzyńskiego”, “Dobrzyński”."""
        pairs = product(_parts(one), _parts(other))
        return any(this.startswith(_stem(that)) or that.startswith(_stem(this)) for this, that in pairs)

    def _is_fuller(self, one: Party, other: Party) -> bool:
        """Whether a party has a longer name that holds the other's: “Anna” signs a mail of “Anna Kowalska”."""
        return bool(_parts(other)) and _parts(other) < _parts(one)

    def _titled(self, which: str) -> Party | None:
        """The party that the title names; of a spokesperson's statement no name, it is somebody else's."""
        line = titled_party(self.document, self.zones, which)
        if line is None:
            return None
        person = self.lines.person_in(line)
        first_words = self.document.line_words(line).lower().split()[:3]
        kin = self.document.lexicon.people.kin - self.document.lexicon.people.honorifics
        if person and not kin.isdisjoint(first_words):
            line = replace(line, end=person.start, text=self.document.source.text[line.start : person.start])
        party = self.lines.party([line])
        body = party.organisation
        if body and body.start == line.start and not (party.name or party.role):
            return Party(organisation=self.document.passage(line.start, line.end))
        if not (party.name or party.role) and line.text.isupper():
            return Party(name=self.document.passage(line.start, line.end))
        return party if party.name or party.role or body else None

    def _labelled_sender(self, kind: DocumentKind) -> Party:
        """Whom a label names; of an answer the body that answers, never who asked."""
        if kind is not DocumentKind.ANSWER:
            rows = self.addresses.behind_label("from_labels") or self.addresses.behind_label("asker_labels")
            party = self.lines.party(rows, named=True)
            body = party.organisation if kind is DocumentKind.WRITTEN_QUESTION else None
            grouped = body and self.document.view[body.start - 1] == "("
            return party.model_copy(update={"organisation": None}) if grouped else party
        return self.answers.party()

    def _introduced(self) -> Party | None:
        """Who gives a name in the first words of the text: “My name is …”."""
        found = matcher(self._language, "letter", "introductions").search(self.document.view, 0, _OPENING)
        inside = self.lines.people.within(found.end(), found.end() + _NEAR) if found else []
        quoted = bool(found and self.document.view.count('"', 0, found.start()) % 2)
        near = bool(found and inside and not quoted and inside[0].start - found.end() < _TITLE_BEFORE)
        return Party(name=self.lines.passage(inside[0])) if near else None

    def _letterhead(self) -> Letterhead:
        """The head without whoever is written to."""
        labelled_lines = self.addresses.behind_label("to_labels")
        blocks = [line.start for block in self.addresses.addressed() for line in block]
        offices = [line.start for line in (*self.addresses.offices(), *self.addresses.behind_label("asker_labels"))]
        addressed = {*blocks, *offices, *(line.start for line in labelled_lines), *self.addresses.copies()}
        head = [line for line in self.zones.head if addressed.isdisjoint(range(line.start, line.end))]
        return Letterhead(self.document, self.lines, head, min(blocks, default=0))

    def recipients(self, kind: DocumentKind) -> tuple[Party, ...]:
        """Those whom a label or an address block names, else whoever is greeted; of a question who is asked."""
        asked = asked_party(self.document) if kind in _QUESTIONS else None
        if asked:
            return (Party(role=asked),)
        behind_label = self.addresses.behind_label("to_labels")
        replies = kind is DocumentKind.ANSWER and answering_line(self.document) is not None
        labelled_alone = (behind_label or replies) and not self.addresses.courteous()
        blocks = [behind_label] if labelled_alone else self.addresses.addressed()
        parties = [self.lines.party(block, greeted=self._greeted_parts) for block in blocks]
        found = tuple(party for party in parties if self._may_receive(party))
        greeted = tuple(self._as_greeted(person) for person in self._greeted[:_MOST_GREETED])
        titled = self._titled("recipient")
        names = [party.name for party in found if party.name]
        if titled and (not names or (titled.role and titled.name in names)):
            return (titled,)
        if len(greeted) > max(1, len(found)):
            return greeted
        return found or greeted or self._bodies_greeted()

    def _may_receive(self, party: Party) -> bool:
        """Whether a party is anybody, and not the one who signs."""
        signed = {part for line in self._signature_lines() for part in self.lines.name_parts(line)}
        signs = party.name is not None and signed.issuperset(name_parts(party.name.text))
        return not signs and bool(party.name or party.organisation or party.role)

    def _bodies_greeted(self) -> tuple[Party, ...]:
        """The body that is greeted where nobody is: “Dear Secretariat General of the European Commission”."""
        if not self.zones.salutation:
            return ()
        start, end = self.zones.salutation
        inside = self.lines.organisations.within(start, end)
        return tuple(Party(organisation=self.lines.passage(one)) for one in inside[:1]) or self._called(start, end)

    def _called(self, start: int, end: int) -> tuple[Party, ...]:
        """An unknown body that is greeted: “Dear Neighbourhood and Enlargement Negotiations”."""
        called = _GREETING.match(self.document.view, start, end)
        words = called.group(1).split() if called else []
        passage = self.document.passage(*called.span(1)) if called else None
        held = not self.document.lexicon.people.roles.isdisjoint(word.lower() for word in words)
        named = not held and sum(word[0].isupper() for word in words) >= _FEWEST_GREETED
        return (Party(organisation=passage),) if named else ()

    def _as_greeted(self, person: Candidate) -> Party:
        role = self.document.passage(*person.role) if person.role else None
        return self._in_full(person) or Party(name=self.lines.passage(person), role=role)

    def _in_full(self, person: Candidate) -> Party | None:
        """The line of the head that has more of a greeted person's name: “To: Ms Ursula von der Leyen, President …”."""
        parts = set(name_parts(self.lines.text(person)))
        for line in self.zones.head:
            named = self.lines.person_in(line)
            if named and parts < set(name_parts(self.lines.text(named))):
                rest = replace(line, start=named.start, text=self.document.source.text[named.start : line.end])
                return self.lines.party([rest])
        return None

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
        signed: set[str] = set()
        for line in first_column(self.document, self._signing()):
            words = self.document.line_words(line)
            person = self.lines.name_parts(line)
            another = bool(person and signed) and not person >= signed
            if copy.match(words) or len(words) > _LONGEST_LINE or words.startswith("[") or another:
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

    def _contact_organisation(self) -> Passage | None:
        """The first body in the contacts at the foot."""
        if self.zones.signed or not self.zones.tail:
            return None
        inside = self.lines.organisations.within(self.zones.tail[0].start, self.zones.tail[-1].end)
        return self.lines.passage(inside[0]) if inside else None

    def _adopting(self) -> Passage | None:
        """The assembly that adopts a resolution."""
        line = adopting_line(self.document)
        inside = self.lines.organisations.within(line.start, line.end) if line else []
        return self.lines.passage(inside[0]) if inside else None

    def _written_by(self) -> Passage | None:
        """The body in whose name the first sentences speak: “in our capacity as Working Group”."""
        found = matcher(self._language, "letter", "written_by").search(self.document.view, 0, _OPENING)
        inside = self.lines.organisations.within(found.end(), found.end() + _NEAR) if found else []
        return self.lines.passage(inside[0]) if inside else self._speaking()

    def _speaking(self) -> Passage | None:
        """The body that begins the text by telling what it does: “The Embassy presents its compliments to …”."""
        start = self.zones.body_span[0]
        verb = matcher(self._language, "letter", "speaks")
        first = next(iter(self.lines.organisations.within(start, start + _NEAR)), None)
        begins = first is not None and first.start - start <= _TITLE_BEFORE
        return self.lines.passage(first) if first and begins and verb.match(self.document.view, first.end) else None

    def _first_person(self) -> Party | None:
        """The first person in the head or the first line of a question: who asks it."""
        lines = (*self.zones.head, *self.zones.body[:1])
        people = [person for line in lines if (person := self.lines.person_in(line))]
        return Party(name=self.lines.passage(people[0])) if people else None

    def _first_named(self) -> Passage | None:
        """The first body of more than one word that the title or the first words of the text name."""
        near = self.lines.organisations.within(0, _NAMED_WITHIN)
        until = self.zones.body_span[0] + _NEAR
        named = (one for one in near if one.start < until and self.lines.text(one)[0].isupper())
        several = (one for one in named if " " in self.lines.text(one))
        return next((self.lines.passage(one) for one in several), None)


def _stem(part: str) -> str:
    return part[: max(_SHORTEST_STEM, len(part) - _LONGEST_ENDING)]


def _parts(party: Party) -> frozenset[str]:
    """The parts of a party's name, in plain small letters."""
    return frozenset(name_parts(party.name.text)) if party.name else frozenset()
