"""Who answers: whom a label names, the body that was asked, or the body with whose name the answer begins.

Whoever asked never answers.
"""

import re
from itertools import pairwise, takewhile

from assistant.extraction.anatomy.addresses import Addresses
from assistant.extraction.anatomy.asked import answering_line
from assistant.extraction.anatomy.party_lines import PartyLines
from assistant.extraction.anatomy.zones import kind_pattern
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import matcher
from assistant.model.letter import DocumentKind, Party
from assistant.model.source import Passage

_BRACKETS = re.compile(r"(?: \([^()\n]{2,80}\))+")
_LONGEST_LINE, _ANSWER_LINES, _ARTICLE, _MOST_WORDS = 110, 3, 14, 8
"""Characters of a line; lines below a bare “Answered by”; characters of an article before a name; words of a body."""


class Answers:
    """Looks for whoever answers in one document."""

    def __init__(self, document: Document, lines: PartyLines, addresses: Addresses) -> None:
        self.document = document
        self.lines = lines
        self.addresses = addresses
        self._language = document.lexicon.language

    def party(self) -> Party:
        """The party that a label names, else the body that was asked; empty where neither is told."""
        asked = self.lines.party(self.addresses.behind_label("asked_labels")[:1], named=True)
        answering = self.lines.party(rows := self._answering())
        if answering.name:
            charged = self._with_brackets(answering.role)
            return answering.model_copy(
                update={"organisation": asked.organisation or answering.organisation, "role": charged}
            )
        body = asked.organisation or answering.organisation or self.lines.party(rows, named=True).organisation
        if body or rows:
            return Party(organisation=body or self._few_words(rows[0]))
        party = self.lines.party(self.addresses.behind_label("from_labels"), named=True)
        before = party.organisation and party.name and party.organisation.start < party.name.start
        return Party(organisation=party.organisation) if before else party

    def _few_words(self, row: Line) -> Passage | None:
        """What stands behind a label that names who answers, whatever its words are: “affaires étrangères”."""
        few = len(self.document.line_words(row).split()) <= _MOST_WORDS
        return self.document.passage(row.start, row.end) if few else None

    def beginning(self) -> Passage | None:
        """The body whose name begins the answer, below the line that says there is one."""
        dated = matcher(self._language, "letter", "open_date_labels")
        titled = kind_pattern(self._language, DocumentKind.ANSWER)
        for line, following in pairwise(self.document.lines):
            words = self.document.line_words(line)
            if len(words) <= _LONGEST_LINE and (dated.match(words) or titled.match(words)):
                first = next(iter(self.lines.organisations.within(following.start, following.end)), None)
                if first and first.start - following.start < _ARTICLE:
                    return self.lines.passage(first)
        return None

    def _with_brackets(self, role: Passage | None) -> Passage | None:
        """An office with what it is charged with: “Minister of State (Ministry of Defence) (Minister for Veterans)”."""
        behind = _BRACKETS.match(self.document.view, role.end) if role else None
        return self.document.passage(role.start, behind.end()) if role and behind else role

    def _answering(self) -> list[Line]:
        """The line, wherever it stands, that names who answers; behind a bare “Answered by” the next few."""
        label = matcher(self._language, "letter", "answered_labels")
        for at, line in enumerate(self.document.lines):
            found = label.match(self.document.line_words(line))
            if found and len(line.text) <= 2 * _LONGEST_LINE:
                rest = [*self.addresses.rest(line, found.end())]
                following = self.document.lines[at + 1 : at + 1 + _ANSWER_LINES]
                return rest or [*takewhile(lambda one: len(one.text) <= _LONGEST_LINE, following)]
        answering = answering_line(self.document)
        return [answering] if answering else []
