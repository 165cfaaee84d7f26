"""People as they are named: by honorific, by role, by the shape of the name, and again by one part of it.

Every function proposes candidates; who is the same person as whom is decided in `entities`.
"""

import re
from collections.abc import Iterator

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document, Word
from assistant.extraction.lexicon import load_gazetteer
from assistant.extraction.phrases import is_list, joined
from assistant.extraction.postal import is_postal
from assistant.extraction.spans import SpanIndex
from assistant.extraction.wordlists import with_forms
from assistant.model.mention import MentionKind

BY_HONORIFIC, BY_ROLE, BY_GIVEN_NAME, BY_SHAPE, BY_PART, BY_POSSESSIVE = 12, 7, 6, 4, 3, 2
_MOST_NAMES = 5
_ROMAN = re.compile(r"[IVXLC]+")
_SHORT_PART = 3
"""Letters up to which one part of a longer name may be a word of the language too: “Ho Duc Hoa”."""
_SHORTEST_SHOUTED = 5
"""Letters from which a word in capitals may be a surname."""


class PersonFinder:
    """Looks for people in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.lexicon = document.lexicon
        self._gazetteer = load_gazetteer(self.lexicon.language)
        self._all_given_names = self._gazetteer.given_names
        self.given_names = with_forms(self._all_given_names, self.words, self.lexicon.people.endings)
        self._addresses = SpanIndex(line for line in document.lines if is_postal(line.text, document))
        self._never = (
            self.lexicon.people.roles
            | self.lexicon.people.honorifics
            | self.lexicon.people.postnominals
            | self.lexicon.organisations.heads
            | self.lexicon.references.heads
            | self.lexicon.dates.weekdays.keys()
            | (self.lexicon.dates.months.keys() - self.lexicon.dates.ambiguous_months)
            | self.lexicon.places.adjectives
            | self.lexicon.places.states
            | self.lexicon.people.no_names
        )

    def candidates(self) -> Iterator[Candidate]:
        """All proposals, overlapping ones too."""
        at = 0
        while at < len(self.words):
            if not (self.words[at].capital or self._is_role(self.words[at])):
                at += 1
                continue
            found = self._after_honorific(at) or self._after_role(at) or self._by_shape(at) or self._by_possessive(at)
            if found:
                yield found[0]
            at = max(at + 1, found[1]) if found else at + 1

    def name_end(self, first: int, *, sure: bool) -> int:
        """Index behind the last word of the name that begins at `first`; `first` itself when none does.

        Not sure: only words that can hardly be anything but names, at least two of them.
        """
        at = first
        while at < len(self.words) and at - first < _MOST_NAMES and self._is_part(at, first, sure=sure):
            if at - first > 1 and self._begins_another(at):
                break
            at += 1
            if not self._leads_on(at - 1):
                break
        while at > first and self.words[at - 1].lower in self.lexicon.people.particles:
            at -= 1
        return at

    def _begins_another(self, at: int) -> bool:
        """Whether a small word leads to the given name of somebody else: “Frage an Klaus Mindrup von Lennart L.”."""
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        return self._is_particle(self.words[at]) and following is not None and following.text in self.given_names

    def _is_part(self, at: int, first: int, *, sure: bool) -> bool:
        word = self.words[at]
        if self._is_particle(word):
            return at > first or "-" in word.text
        if (
            not word.capital
            or word.lower in self._never
            or self._is_role(word)
            or (not word.text[-1].isalpha() and not word.text.endswith("."))
        ):
            return False
        if word.lower in self.lexicon.function_words:
            return len(word.text) == 2 and word.text.endswith(".")
        return sure or not word.shouted or at > first or self._is_shouted_name(at)

    def _is_shouted_name(self, at: int) -> bool:
        """Whether a given name in capitals stands here or next: “RENATO FARINA”, “FARINA RENATO”."""
        pair = self.words[at : at + 2] if joined(self.document.view, self.words, at) else ()
        if len(pair) < 2 or not all(word.shouted and not self._is_particle(word) for word in pair):
            return False
        return any(word.text.capitalize() in self._all_given_names for word in pair)

    def _is_particle(self, word: Word) -> bool:
        head, _, rest = word.text.partition("-")
        return word.lower in self.lexicon.people.particles or (
            bool(rest) and head.lower() in self.lexicon.people.particles and rest[0].isupper()
        )

    def _leads_on(self, at: int) -> bool:
        """Whether the name may go on behind a word."""
        return joined(self.document.view, self.words, at) and not self.words[at].possessive

    def _after_honorific(self, at: int) -> tuple[Candidate, int] | None:
        word = self.words[at]
        if word.lower not in self.lexicon.people.honorifics or not word.capital:
            return None
        start = at + 1
        while start < len(self.words) and self._follows_title(start) and self._is_title(self.words[start]):
            start += 1
        if start >= len(self.words) or not self._follows_title(start):
            return None
        end = self.name_end(start, sure=True)
        if end == start:
            return None
        first = at if word.lower in self.lexicon.people.titles else start
        titles = self.words[at + 1 : start]
        role = self._span(at + 1, start) if any(map(self._is_role, titles)) else None
        return self._person(first, end, BY_HONORIFIC, role or self._role_behind(end)), end

    def _is_title(self, word: Word) -> bool:
        people = self.lexicon.people
        return word.lower in people.honorifics or word.lower in people.roles

    def _follows_title(self, at: int) -> bool:
        gap = self.document.view[self.words[at - 1].end : self.words[at].start]
        return gap.strip(" .'") == "" and "\n" not in gap.strip(" ")

    def _after_role(self, at: int) -> tuple[Candidate, int] | None:
        """“blogger Ardak Ashim”, “Prime Minister Hasina”; with a comma when the role names its body."""
        word = self.words[at]
        if not self._is_role(word) or at + 1 >= len(self.words):
            return None
        if joined(self.document.view, self.words, at):
            end = self.name_end(at + 1, sure=True)
            titled = word.capital or word.lower in self.lexicon.people.before_surname
            alone = end - at == 2 and titled and self._is_surname(self.words[at + 1])
            enough = alone or (end - at > 2 and not self._ends_in_acronym(at + 1, end))
            if enough and self._unusual(self.words[end - 1], self.words[at + 1]):
                return self._person(at + 1, end, BY_ROLE, self._role_before(at)), end
        return None

    def _ends_in_acronym(self, first: int, end: int) -> bool:
        """Whether the last of several words is short and the only one in capitals: “Director Ejecutivo OCDH”."""
        last = self.words[end - 1]
        short = last.shouted and len(last.text) < _SHORTEST_SHOUTED
        return short and not all(word.shouted for word in self.words[first:end])

    def _is_surname(self, word: Word) -> bool:
        """Whether a word alone behind a title is a name and no acronym: “consuls of the RP”."""
        return self._unusual(word) and not (word.shouted and len(word.text) < _SHORTEST_SHOUTED)

    def _is_role(self, word: Word) -> bool:
        """Whether a word is a role, or ends in one: “supporter”, “Movement-supporter”."""
        roles = self.lexicon.people.roles
        return word.lower in roles or ("-" in word.lower and word.lower.rpartition("-")[2] in roles)

    def _by_shape(self, at: int) -> tuple[Candidate, int] | None:
        """Two to five capital words of which hardly one is an ordinary word; no capital word before them."""
        if not self.words[at].capital or self._continues(at) or self._in_address(at):
            return None
        if (
            joined(self.document.view, self.words, at)
            and self._begins_name(at + 1)
            and self._ends_another(self.words[at])
        ):
            return None
        end = self.name_end(at, sure=False)
        at = self._without_opening(at, end)
        names = self.words[at:end]
        if len(names) < 2:
            return None
        given = names[0].text in self.given_names or self._is_shouted_name(at)
        unusual = sum(self._unusual(name) for name in names if not self._is_particle(name) and len(name.text) > 1)
        behind = self._role_behind(end)
        surname = not self._opens_sentence_as_word(at) and names[-1].capital and len(names) <= 3
        if given and (unusual or surname):
            return self._person(at, end, BY_GIVEN_NAME, behind), end
        if unusual and end < len(self.words) and self._is_postnominal(end):
            return self._person(at, end, BY_GIVEN_NAME, behind), end
        if _ROMAN.fullmatch(names[0].text):
            return None
        if self._is_all_name(at, names) or (unusual and behind):
            return self._person(at, end, BY_SHAPE + (behind is not None), behind), end
        return None

    def _is_all_name(self, at: int, names: tuple[Word, ...]) -> bool:
        """Whether no part is a word of the language, or of three parts a short one inside a sentence: “Ho Duc Hoa”."""
        parts = [name for name in names if not self._is_particle(name)]
        usual = [name for name in parts if not self._unusual(name)]
        forgiven = len(parts) > 2 and not self._opens_sentence(at)
        return not usual or (forgiven and len(usual) == 1 and len(usual[0].text) <= _SHORT_PART)

    def _by_possessive(self, at: int) -> tuple[Candidate, int] | None:
        """One unusual capital word that owns something ordinary: “Nazarbayev's regime”."""
        word = self.words[at]
        if (
            not word.possessive
            or not word.capital
            or word.shouted
            or self._continues(at)
            or not self._is_part(at, at, sure=True)
        ):
            return None
        owned = self.words[at + 1] if at + 1 < len(self.words) else None
        if owned is None or owned.capital or self.lexicon.is_ordinary(word.text) or "-" in word.text:
            return None
        return self._person(at, at + 1, BY_POSSESSIVE, None), at + 1

    def _in_address(self, at: int) -> bool:
        return self._addresses.touches(self.words[at].start, self.words[at].end)

    def _is_postnominal(self, at: int) -> bool:
        gap = self.document.view[self.words[at - 1].end : self.words[at].start]
        return gap in (" ", ", ") and self.words[at].lower in self.lexicon.people.postnominals

    def _without_opening(self, at: int, end: int) -> int:
        """Leave out an ordinary word that has its capital from the beginning of a sentence."""
        opens = at < end and self._opens_sentence(at) and self.words[at].text not in self.given_names
        return at + 1 if opens and self.lexicon.is_ordinary(self.words[at].text) else at

    def _opens_sentence(self, at: int) -> bool:
        before = self.document.view[max(0, self.words[at].start - 4) : self.words[at].start].rstrip(' ("')
        return not before or before[-1] in ".!?:\n"

    def _opens_sentence_as_word(self, at: int) -> bool:
        return self._opens_sentence(at) and self.lexicon.is_ordinary(self.words[at].text)

    def _continues(self, at: int) -> bool:
        """Whether the word before is a capital word of the same run, so that a run has been looked at already."""
        if not at or not joined(self.document.view, self.words, at - 1):
            return False
        before = self.words[at - 1]
        if self._begins_name(at) and self._ends_another(before):
            return False
        return (
            before.capital and not before.possessive and before.lower not in self._never | self.lexicon.function_words
        )

    def _ends_another(self, word: Word) -> bool:
        """Whether a word before a name belongs to a role: a noun in German, a place, an acronym."""
        place = word.text not in self.given_names and self._gazetteer.basic_name(word.text, self.lexicon.places.endings)
        return (
            (self.lexicon.joins_words and self._is_noun(word))
            or (word.shouted and len(word.text) < _SHORTEST_SHOUTED)
            or place in self._gazetteer.places
        )

    def _begins_name(self, at: int) -> bool:
        """Whether a given name stands here, or two words that are no ordinary ones."""
        both = self.words[at : at + 2] if joined(self.document.view, self.words, at) else ()
        unusual = len(both) > 1 and all(word.capital and not self.lexicon.is_ordinary(word.text) for word in both)
        return unusual or self.words[at].text in self.given_names

    def _is_noun(self, word: Word) -> bool:
        """Whether a word is capital only because nouns are: “Übersetzerin Mesale Tolu”."""
        return word.text not in self.given_names and self.lexicon.is_ordinary(word.text)

    def _unusual(self, *names: Word) -> bool:
        return any(
            not self.lexicon.is_ordinary(name.text) or (name.text in self.given_names and len(names) > 1)
            for name in names
        )

    def _role_before(self, at: int) -> tuple[int, int]:
        """Span of the role that ends with the word at `at`: capital words or adjectives before it."""
        first = at
        while first and at - first < 3 and joined(self.document.view, self.words, first - 1):
            before = self.words[first - 1]
            small = self.lexicon.people.bare_roles and not before.capital
            if small or before.lower in self.lexicon.function_words or before.capital != self.words[at].capital:
                break
            if before.text.isdigit():
                break
            first -= 1
        return self._span(first, at + 1)

    def _role_behind(self, end: int) -> tuple[int, int] | None:
        """Span of the role after a comma behind a name: “, Head of Political Section”."""
        view = self.document.view
        if not 0 < end < len(self.words) or view[self.words[end - 1].end : self.words[end].start].strip(" ") != ",":
            return None
        first = self.words[end]
        if self.lexicon.people.bare_roles and not (first.capital or self._is_role(first)):
            return None
        limit = min(len(self.words), end + 12)
        last = end
        while last + 1 < limit and not self._ends_role(last + 1):
            if not (joined(view, self.words, last) or is_list(view, self.words, last)):
                break
            last += 1
        holds = any(word.lower in self.lexicon.people.roles for word in self.words[end : min(last + 1, end + 5)])
        return self._span(end, last + 1) if holds else None

    def _ends_role(self, at: int) -> bool:
        """Whether a small word behind a capital one, or a function word, goes on with something else."""
        word = self.words[at]
        if word.capital or word.lower in self.lexicon.people.role_links:
            return False
        return self.words[at - 1].capital or word.lower in self.lexicon.function_words

    def _span(self, first: int, end: int) -> tuple[int, int]:
        return self.words[first].start, self.words[end - 1].end

    def _person(self, first: int, end: int, weight: int, role: tuple[int, int] | None) -> Candidate:
        start, stop = self._span(first, end)
        return Candidate(start, stop, MentionKind.PERSON, weight, role)
