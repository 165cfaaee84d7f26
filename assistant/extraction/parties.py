"""Who writes and who is written to: letterhead, address, labels and signature.

A line of these zones is read by what it holds: a person, a role, an organisation, a postal address, a way of contact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document, Line, Word
from assistant.extraction.entities import name_parts
from assistant.extraction.lexicon import alternatives, load_lexicon
from assistant.extraction.postal import is_postal
from assistant.extraction.zones import Zones, labelled
from assistant.model.letter import Party
from assistant.model.mention import MentionKind
from assistant.model.source import Passage

_SEPARATOR = re.compile(r",(?! ?(?:Jr|Sr|Ph))| [-–—|/] |;|$")
_REACHABLE = re.compile(r"@|https?://|www\.|\+\d[\d ()./-]{6,}")
_LONGEST_LINE = 110


@cache
def _leading(language: str, field_name: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:{alternatives(getattr(load_lexicon(language).letter, field_name))})")


@dataclass
class _PartyLines:
    """Parts of one party as they are met."""

    name: Passage | None = None
    roles: list[Passage] = field(default_factory=list)
    organisations: list[Passage] = field(default_factory=list)
    address: list[Passage] = field(default_factory=list)
    named: bool = False


class PartyReader:
    """Reads the parties of one document."""

    def __init__(self, document: Document, zones: Zones, names: list[Candidate]) -> None:
        self.document = document
        self.zones = zones
        self.people = [name for name in names if name.kind is MentionKind.PERSON]
        self.organisations = [name for name in names if name.kind is MentionKind.ORGANISATION]
        self._language = document.lexicon.language

    def sender(self) -> Party | None:
        """The signatory, else whom a label names, else the body of the letterhead."""
        signature = self._party(self._signature_lines())
        letterhead = self._letterhead()
        labelled_sender = self._party(self._behind_label("from_labels"), named=True)
        for party in (signature, labelled_sender):
            if party.name or party.organisations:
                party.organisations = (
                    party.organisations or labelled_sender.organisations or [*filter(None, [letterhead])]
                )
                return self._as_party(party)
        organisation = self._contact_organisation() or self._written_by() or letterhead
        return Party(organisation=organisation) if organisation else None

    def recipients(self) -> tuple[Party, ...]:
        """Those whom a label or an address block names, else whoever is greeted."""
        blocks = [self._behind_label("to_labels")]
        found = [self._party(lines) for lines in blocks if lines] or [self._party(block) for block in self._addressed()]
        parties = [self._as_party(lines) for lines in found if lines.name or lines.organisations or lines.roles]
        return tuple(parties) or self._greeted()

    def _signature_lines(self) -> list[Line]:
        """The lines behind the closing up to copies and annexes; the first signatory's when several sign."""
        lines: list[Line] = []
        copy = labelled(self._language, "copy_labels")
        for line in self.zones.tail[:12]:
            words = self.document.line_words(line)
            if copy.match(words) or len(words) > _LONGEST_LINE or words.startswith("["):
                break
            if lines and self._person_in(line) and any(self._person_in(before) for before in lines):
                break
            lines.append(line)
        return lines if self.zones.closing else []

    def _behind_label(self, which: str) -> list[Line]:
        """The lines a label introduces: its own rest and those up to the next label or a greeting."""
        label = labelled(self._language, which)
        others = ("to_labels", "from_labels", "subject_labels", "date_labels", "copy_labels", "reference_labels")
        for at, line in enumerate(self.zones.head):
            found = label.match(self.document.line_words(line))
            if not found:
                continue
            rest = self._behind(line, found.end())
            lines = [rest] if rest else []
            for following in self.zones.head[at + 1 : at + 12]:
                words = self.document.line_words(following)
                if any(labelled(self._language, other).match(words) for other in others) or len(words) > _LONGEST_LINE:
                    break
                lines.append(following)
            return lines
        return []

    def _behind(self, line: Line, offset: int) -> Line | None:
        view = self.document.view[line.start : line.end]
        span = self.document.trim(line.start + len(view) - len(view.lstrip()) + offset, line.end)
        return Line(*span, line.block, self.document.source.text[slice(*span)], line.hard) if span else None

    def _addressed(self) -> list[list[Line]]:
        """Blocks of the head that address somebody: the one whose name is greeted, else those with a title before a name."""
        blocks = [block for block in self._blocks() if any(self._person_in(line) for line in block)]
        greeted = self._greeted_parts()
        named = [block for block in blocks if greeted & self._name_parts(block)]
        if named:
            return named[:1]
        titled = [block for block in blocks if any(self._has_title(line) for line in block)]
        return titled or (blocks[-1:] if self.zones.salutation else [])

    def _blocks(self) -> Iterator[list[Line]]:
        block: list[Line] = []
        for line in self.zones.head:
            if block and line.block != block[-1].block:
                yield block
                block = []
            block.append(line)
        if block:
            yield block

    def _has_title(self, line: Line) -> bool:
        return any(word.lower in self.document.lexicon.people.honorifics for word in self._words(line))

    def _name_parts(self, block: list[Line]) -> set[str]:
        persons = filter(None, (self._person_in(line) for line in block))
        return {part for person in persons for part in name_parts(self.document.view[person.start : person.end])}

    def _greeted_parts(self) -> set[str]:
        if not self.zones.salutation:
            return set()
        return {
            part
            for person in self._within(self.people, *self.zones.salutation)
            for part in name_parts(self._text(person))
        }

    def _greeted(self) -> tuple[Party, ...]:
        """The parties of the salutation itself."""
        if not self.zones.salutation:
            return ()
        found = self._within(self.people, *self.zones.salutation)
        return tuple(
            Party(name=self._passage(person), role=self.document.passage(*person.role) if person.role else None)
            for person in found[:3]
        )

    def _party(self, lines: list[Line], *, named: bool = False) -> _PartyLines:
        """What the lines say of a party; `named` when a label says that whatever stands there is one."""
        party = _PartyLines(named=named)
        greeted = self._greeted_parts()
        known = [line for line in lines if greeted & self._name_parts([line])]
        for line in lines:
            self._read_line(line, party, person=not known or line in known)
        return party

    def _read_line(self, line: Line, party: _PartyLines, *, person: bool) -> None:
        """Sort what a line holds into the party: its first person, then pieces between commas and dashes."""
        if self._is_contact(line):
            return
        found = self._person_in(line) if person and party.name is None else None
        start = line.start
        if found:
            party.name = self._passage(found)
            start = found.end
            if found.role and found.role[0] < found.start:
                party.roles.append(self.document.source.passage(*found.role))
        elif is_postal(line.text, self.document) and not self._holds_role(line.start, line.end):
            party.address.append(self.document.source.passage(line.start, line.end))
            return
        for piece in self._pieces(start, line.end):
            self._read_piece(*piece, party)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = start
        for found in _SEPARATOR.finditer(self.document.view, start, end):
            span = self.document.trim(at, found.start())
            if span:
                yield self._without_marks(*span)
            at = found.end()

    def _without_marks(self, start: int, end: int) -> tuple[int, int]:
        while start < end - 1 and not self.document.view[start].isalnum():
            start += 1
        return start, end

    def _read_piece(self, start: int, end: int, party: _PartyLines) -> None:
        text = self.document.view[start:end]
        postnominals = self.document.lexicon.people.postnominals
        if all(part.lower().strip(".,") in postnominals or part.lower() in postnominals for part in text.split()):
            return
        inner = self._within(self.organisations, start, end)
        if self._holds_role(start, end):
            party.roles.append(self.document.source.passage(start, end))
            party.organisations += [self._passage(one) for one in inner[:1] if " " in self._text(one)]
        elif inner:
            party.organisations.append(self._passage(max(inner, key=lambda one: one.length)))
        elif (
            (party.name or party.named)
            and not party.organisations
            and text[0].isupper()
            and not any(map(str.isdigit, text))
        ):
            party.organisations.append(self.document.source.passage(start, end))

    def _holds_role(self, start: int, end: int) -> bool:
        """Whether a role is among the first words; a key word of an organisation before it makes it a body."""
        lexicon = self.document.lexicon
        for word in self.document.view[start:end].lower().replace(",", " ").split()[:6]:
            if word.strip(".") in lexicon.people.roles:
                return True
            if word in lexicon.organisations.heads and word not in lexicon.organisations.known:
                return False
        return False

    def _as_party(self, lines: _PartyLines) -> Party:
        return Party(
            name=lines.name,
            role=self._joined(lines.roles),
            organisation=self._fullest(lines.organisations),
            address=tuple(lines.address),
        )

    def _fullest(self, organisations: list[Passage]) -> Passage | None:
        """The first organisation; when it is an acronym the name that stands beside it."""
        first = organisations[0] if organisations else None
        if first and " " not in first.text and len(organisations) > 1 and organisations[1].start - first.end < 8:
            return organisations[1]
        return first

    def _joined(self, passages: list[Passage]) -> Passage | None:
        """One passage over roles that stand in successive lines; the first where something stands between."""
        if not passages:
            return None
        end = passages[0].end
        for passage in passages[1:]:
            if self.document.view[end : passage.start].strip():
                break
            end = passage.end
        return self.document.passage(passages[0].start, end)

    def _letterhead(self) -> Passage | None:
        """The body named first in the head, over successive lines in capitals; not one in the address."""
        addressed = {line.start for block in self._addressed() for line in block}
        lines = [line for line in self.zones.head if line.start not in addressed and not self._is_contact(line)]
        intro = self._opening_of_house(lines)
        for at, line in enumerate(intro or lines):
            inside = self._within(self.organisations, line.start, line.end)
            if inside and not self._person_in(line) and len(line.text) <= _LONGEST_LINE:
                return self._whole_letterhead(lines[at : at + 3], inside[0])
        return None

    def _opening_of_house(self, lines: list[Line]) -> list[Line]:
        """A line “In the House of …”, which names the body that speaks."""
        pattern = _leading(self._language, "in_house")
        return [line for line in lines if pattern.match(self.document.line_words(line))]

    def _whole_letterhead(self, lines: list[Line], first: Candidate) -> Passage | None:
        end = first.end
        for line in lines[1:]:
            inside = self._within(self.organisations, line.start, line.end)
            if not (inside and line.text.isupper() and self.document.view[first.start : end].isupper()):
                break
            end = inside[-1].end
        return self.document.passage(first.start, end)

    def _contact_organisation(self) -> Passage | None:
        if self.zones.closing:
            return None
        for line in self.zones.tail:
            inside = self._within(self.organisations, line.start, line.end)
            if inside:
                return self._passage(inside[0])
        return None

    def _written_by(self) -> Passage | None:
        """The body in whose name the first sentences speak: “in our capacity as Working Group”."""
        found = _leading(self._language, "written_by").search(self.document.view, 0, 4000)
        inside = self._within(self.organisations, found.end(), found.end() + 80) if found else []
        return self._passage(inside[0]) if inside else None

    def _is_contact(self, line: Line) -> bool:
        words = self.document.line_words(line)
        found = labelled(self._language, "contact_labels").match(words)
        return (found is not None and ":" in words[: found.end() + 1]) or _REACHABLE.search(words) is not None

    def _person_in(self, line: Line) -> Candidate | None:
        inside = self._within(self.people, line.start, line.end)
        return inside[0] if inside and not is_postal(line.text, self.document) else None

    def _within(self, names: list[Candidate], start: int, end: int) -> list[Candidate]:
        return [name for name in names if start <= name.start and name.end <= end]

    def _words(self, line: Line) -> Iterator[Word]:
        return (word for word in self.document.words if line.start <= word.start < line.end)

    def _text(self, name: Candidate) -> str:
        return self.document.view[name.start : name.end]

    def _passage(self, name: Candidate) -> Passage:
        return self.document.source.passage(name.start, name.end)
