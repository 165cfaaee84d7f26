"""What the lines of an address or a signature say of one party: name, roles, organisations, postal lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.extraction.anatomy.zones import labelled
from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import alternatives, load_gazetteer
from assistant.extraction.mentions.entities import name_parts
from assistant.extraction.mentions.postal import is_postal
from assistant.extraction.spans import SpanIndex
from assistant.model.letter import Party
from assistant.model.mention import MentionKind
from assistant.model.source import Passage

_SEPARATOR = re.compile(r",(?! ?(?:Jr|Sr|Ph))| [-–—|/] |;| \(|$")
_REACHABLE = re.compile(r"@|https?://|www\.|\+\d[\d ()./-]{6,}")
_ROLE_WITHIN, _BESIDE = 6, 8


@dataclass
class _Parts:
    """Parts of one party as they are met."""

    name: Passage | None = None
    roles: list[Passage] = field(default_factory=list)
    organisations: list[Passage] = field(default_factory=list)
    address: list[Passage] = field(default_factory=list)


class PartyLines:
    """Reads lines of one document as parties."""

    def __init__(self, document: Document, names: list[Candidate]) -> None:
        self.document = document
        self.people = SpanIndex(name for name in names if name.kind is MentionKind.PERSON)
        self.organisations = SpanIndex(name for name in names if name.kind is MentionKind.ORGANISATION)
        self._places = SpanIndex(name for name in names if name.kind is MentionKind.PLACE)
        self._lexicon = document.lexicon

    def party(self, lines: Iterable[Line], *, greeted: frozenset[str] = frozenset(), named: bool = False) -> Party:
        """The party that the lines describe; the person whose name is `greeted` comes before others.

        `named`: a label says that a party stands here, so that unknown words are its name.
        """
        parts, rows = _Parts(), list(lines)
        known = [line for line in rows if greeted & self.name_parts(line)]
        for line in rows:
            self._read_line(line, parts, person=not known or line in known, named=named)
        role, organisation = self._joined(parts.roles), _fullest(parts.organisations)
        return Party(
            name=parts.name,
            role=None if role and organisation and self._same(role, organisation) else role,
            organisation=organisation,
            address=tuple(parts.address),
        )

    def _same(self, role: Passage, organisation: Passage) -> bool:
        """Whether an office and a body are the same words, but for an article: “the European Ombudsman”."""
        before = role.text.removesuffix(organisation.text).lower().split()
        return role.end == organisation.end and self._lexicon.function_words.issuperset(before)

    def person_in(self, line: Line) -> Candidate | None:
        """The first person named in a line that is no street named after one."""
        inside = self.people.within(line.start, line.end)
        return inside[0] if inside and not is_postal(line.text, self.document) else None

    def name_parts(self, line: Line) -> set[str]:
        """The words of the names in a line, in plain small letters."""
        found = self.person_in(line)
        return set(name_parts(self.text(found))) if found else set()

    def is_contact(self, line: Line) -> bool:
        """Whether a line gives a telephone number, an e-mail or a web address."""
        words = self.document.line_words(line)
        label = labelled(self._lexicon.language, "contact_labels").match(words)
        return (label is not None and ":" in words[: label.end() + 1]) or _REACHABLE.search(words) is not None

    def goes_on(self, line: Line) -> bool:
        """Whether a line can only go on with an address: a role, a body or a postal line."""
        body = self.organisations.within(line.start, line.end)
        return bool(body) or is_postal(line.text, self.document) or self._holds_role(line.start, line.end)

    def is_office(self, line: Line) -> bool:
        """Whether a line is the title of an office and nothing else."""
        words = self.document.line_words(line).lower().split()
        words = words[1:] if words and words[0] in self._lexicon.function_words else words
        held = bool(words) and words[0].strip(".,") in self._lexicon.people.roles
        named = self.people.within(line.start, line.end)
        return held and len(words) <= _ROLE_WITHIN and not named and self._holds_role(line.start, line.end)

    def text(self, name: Candidate) -> str:
        """The words of a name."""
        return self.document.view[name.start : name.end]

    def passage(self, name: Candidate) -> Passage:
        """A name as a passage."""
        return self.document.source.passage(name.start, name.end)

    def _read_line(self, line: Line, parts: _Parts, *, person: bool, named: bool) -> None:
        """Sort what a line holds: its person, then the pieces between commas and dashes."""
        if self.is_contact(line):
            return
        if parts.roles and self._names_state(parts.roles[-1].end, line):
            parts.roles.append(self.document.source.passage(line.start, line.end))
            return
        again = parts.name is not None and self.name_parts(line) >= set(name_parts(parts.name.text))
        found = self.person_in(line) if person and (parts.name is None or again) else None
        start = line.start
        if found:
            parts.name, start = self._joined_name(found, line)
            role = found.role if found.role and found.role[0] < found.start else None
            if role := self._office_before(line.start, found.start) or role:
                parts.roles.append(self.document.source.passage(*role))
        elif is_postal(line.text, self.document) and not self._holds_role(line.start, line.end):
            parts.address.append(self.document.source.passage(line.start, line.end))
            return
        for piece in self._pieces(start, line.end):
            self._read_piece(*piece, parts, named=named or parts.name is not None)

    def _names_state(self, end: int, line: Line) -> bool:
        """Whether a line below an office is the state it belongs to: “Rzeczypospolitej Polskiej”."""
        words = self.document.line_words(line).lower().split()
        first = next((word for word in words if word not in self._lexicon.function_words), "")
        return first in self._lexicon.places.states and not self.document.view[end : line.start].strip()

    def _office_before(self, start: int, end: int) -> tuple[int, int] | None:
        """An office between the start of a line and a name: “Ministra Spraw Zagranicznych RP, Pana”."""
        words = self.document.view[start:end].split()
        while words and words[-1].lower().strip(".,") in self._titles:
            end = start + self.document.view[start:end].rindex(words.pop())
        span = self.document.trim(start, end)
        held = bool(words) and words[0].lower() in self._lexicon.people.roles
        return (span[0], span[0] + len(self.document.view[slice(*span)].rstrip(",: "))) if span and held else None

    @property
    def _titles(self) -> frozenset[str]:
        return self._lexicon.people.honorifics | {one.strip(".") for one in self._lexicon.people.honorifics}

    def _joined_name(self, first: Candidate, line: Line) -> tuple[Passage, int]:
        """The name of a person and of those joined to it in the same line; where what follows begins."""
        end = first.end
        for other in self.people.within(first.end, line.end):
            between = self.document.view[end : other.start].replace(",", " ").lower().split()
            if not {"&", self._lexicon.acts.joint, *self._lexicon.people.postnominals}.issuperset(between):
                break
            end = other.end
        return self.document.source.passage(first.start, end), end

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = start
        for found in _SEPARATOR.finditer(self.document.view, start, end):
            if self._in_body(found.start()) or (found.group() == " (" and not self.organisations.at(found.end())):
                continue
            span = self.document.trim(at, found.start())
            if span:
                yield self._without_marks(*span)
            at = found.end()

    def _in_body(self, at: int) -> bool:
        """Whether a separator stands inside a name: “Foreign, Commonwealth and Development Office”."""
        around = self.organisations.around(at, at + 1)
        return around is not None and around.start < at

    def _without_marks(self, start: int, end: int) -> tuple[int, int]:
        while start < end - 1 and not self.document.view[start].isalnum():
            start += 1
        return start, end

    def _read_piece(self, start: int, end: int, parts: _Parts, *, named: bool) -> None:
        text = self.document.view[start:end]
        if all(word.lower().strip(".,") in self._lexicon.people.postnominals for word in text.replace(".", "").split()):
            return
        inner = self.organisations.within(start, end)
        if self._holds_role(start, end):
            parts.roles.append(self.document.source.passage(start, end))
            bodies = (one for one in inner[:1] if " " in self.text(one) and not self._is_group(one))
            parts.organisations += map(self.passage, bodies)
        elif inner:
            parts.organisations.append(self.passage(max(inner, key=lambda one: one.length)))
        elif self._places.around(start, end) or text in load_gazetteer(self._lexicon.language).places:
            parts.address.append(self.document.source.passage(start, end))
        elif named and not parts.organisations and text[0].isupper() and not any(map(str.isdigit, text)):
            parts.organisations.append(self.document.source.passage(start, end))

    def _is_group(self, body: Candidate) -> bool:
        """Whether a body is the political group of a member: “Liberal Democrat MEP”."""
        return re.fullmatch(alternatives(self._lexicon.people.groups), self.text(body)) is not None

    def _holds_role(self, start: int, end: int) -> bool:
        """Whether a role is among the first words; a key word of an organisation before it makes it a body."""
        words = self.document.view[start:end].lower().replace(",", " ").split()[:_ROLE_WITHIN]
        heads, grades = self._lexicon.organisations.heads, self._lexicon.organisations.grades
        for word, following in pairwise([*words, ""]):
            if word.strip(".").rpartition("-")[2] in self._lexicon.people.roles and not (
                word in grades and following in heads
            ):
                return True
            if word in heads:
                return False
        return False

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


def _fullest(organisations: list[Passage]) -> Passage | None:
    """The first organisation; when it is an acronym the name that stands beside it."""
    first = organisations[0] if organisations else None
    if first and " " not in first.text and len(organisations) > 1 and organisations[1].start - first.end < _BESIDE:
        return organisations[1]
    return first
