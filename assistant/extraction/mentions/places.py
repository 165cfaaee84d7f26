"""Places: states, regions and cities of the gazetteer, unknown places by what stands around them, streets.

Proposals only; a place inside the name of an organisation gives way, save the seat in “Delegation in Astana”.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document, Word
from assistant.extraction.lexicon import load_gazetteer, matcher
from assistant.extraction.mentions.postal import postal_places
from assistant.extraction.phrases import joined
from assistant.extraction.wordlists import phrases_in
from assistant.model.mention import MentionKind

BY_STREET, BY_HEAD, BY_LONG_NAME, BY_GAZETTEER, BY_LONG_PREPOSITION, BY_PREPOSITION = 13, 9, 7, 6, 5, 2
_LIST = re.compile(r"(?:,| and|, and) ")
_NEAR = frozenset({" ", "  ", ". "})
_MOST_WORDS, _MOST_SMALL = 4, 4
_HYPHENATED = re.compile(
    r"(?<![\w-])[A-ZÀ-Ý][\w']+-(?:de|du|des|la|le|les|sur|sous|en|d'|l')-(?:[A-ZÀ-Ý]?[\w']+)(?:-[\w']+)*"
)
"""“Val-de-Marne”, “Corse-du-Sud”: places that are written as one word with their small words."""


class PlaceFinder:
    """Looks for places in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.view = document.view
        self.words = document.words
        self.lexicon = document.lexicon
        self._gazetteer = load_gazetteer(self.lexicon.language)
        dates, people = self.lexicon.dates, self.lexicon.people
        self._no_names = (
            dates.months.keys() | dates.weekdays.keys() | people.honorifics | self.lexicon.places.adjectives
        )
        self._no_titles = (
            self.lexicon.function_words
            | self.lexicon.organisations.heads
            | people.roles
            | self.lexicon.amounts.durations
        )

    def candidates(self) -> Iterator[Candidate]:
        """All proposals, overlapping ones too."""
        yield from (Candidate(*span, MentionKind.PLACE, BY_STREET) for span in postal_places(self.document))
        yield from self.known
        yield from self._beside_known()
        for found in _HYPHENATED.finditer(self.view):
            yield Candidate(*found.span(), MentionKind.PLACE, BY_GAZETTEER)
        for first, last in self._named_landmarks():
            yield from self._landmark(first, last)
        for at, word in enumerate(self.words):
            if word.capital and word.lower in self.lexicon.places.states:
                yield from self._around_state(at)
            if word.lower in self.lexicon.places.landmarks:
                yield from self._landmark(at, at)
            if word.lower in self.lexicon.places.heads:
                yield from self._before_head(at)
            elif word.lower in self.lexicon.places.before and joined(self.view, self.words, at):
                yield from self._behind_preposition(at + 1)

    @cached_property
    def known(self) -> tuple[Candidate, ...]:
        """Names of the gazetteer, but single words that are rather somebody's name or an ordinary word."""
        return tuple(
            self._place(first, last, BY_LONG_NAME if last > first else BY_GAZETTEER)
            for first, last in self._known_spans
            if last > first or not self._is_doubtful(first)
        )

    def _is_doubtful(self, at: int) -> bool:
        text = self.words[at].text
        code = len(text) < 4 and self.words[at].shouted
        if (code or text.endswith(".")) and text not in self._gazetteer.countries.keys() | self.lexicon.places.cities:
            return True
        if self._qualifies(at) or self._is_of_minister(at):
            return True
        if at and self.words[at - 1].lower in self.lexicon.places.before and joined(self.view, self.words, at - 1):
            return False
        endings = self.lexicon.places.endings
        if endings and not self._has_neighbour(at) and self._gazetteer.basic_name(text, endings) in self._listed:
            return False
        ordinary = self.lexicon.is_ordinary(text) and not self._is_capital_state(at)
        return ordinary or (text in self._gazetteer.given_names and self._has_neighbour(at))

    @cached_property
    def _listed(self) -> frozenset[str]:
        """States, regions, and cities that the language calls by a name of its own."""
        return self.lexicon.places.cities.union(self._gazetteer.countries)

    def _qualifies(self, at: int) -> bool:
        """Whether the short name of a state stands before a noun like an adjective: “US citizens”."""
        if self.words[at].text not in self.lexicon.places.short_names or not joined(self.view, self.words, at):
            return False
        noun = self.words[at + 1]
        held = noun.lower in self.lexicon.people.roles | self.lexicon.organisations.heads or noun.lower.endswith("s")
        return noun.lower not in self.lexicon.function_words and (noun.capital or held)

    def _is_of_minister(self, at: int) -> bool:
        """Whether a name says what a minister is for: “ministre de l'Europe et des affaires étrangères”."""
        small = self.lexicon.places.origins | self.lexicon.function_words
        before = at - 1
        while before >= 0 and joined(self.view, self.words, before) and self.words[before].lower in small:
            before -= 1
        led = before >= 0 and joined(self.view, self.words, before)
        return led and before < at - 1 and self.words[before].lower in self.lexicon.places.ministers

    def _is_capital_state(self, at: int) -> bool:
        """Whether a state's name that is an ordinary word too has its capital inside a sentence: “Turkey”."""
        word = self.words[at]
        before = self.view[max(0, word.start - 3) : word.start].rstrip(' "(')
        inside = bool(before) and before[-1] not in ".!?:\n"
        known = self._gazetteer.countries.get(word.text) or word.text in self.lexicon.places.cities
        return (
            bool(known) and inside and not word.shouted and not self.lexicon.joins_words and not self._has_neighbour(at)
        )

    def _has_neighbour(self, at: int) -> bool:
        """Whether a capital word stands right before or behind."""
        before = at > 0 and joined(self.view, self.words, at - 1) and self._is_neighbour(self.words[at - 1])
        return before or (joined(self.view, self.words, at) and self._is_neighbour(self.words[at + 1]))

    def _is_neighbour(self, word: Word) -> bool:
        """Whether a word has its capital for more than being a noun."""
        noun = self.lexicon.joins_words and self.lexicon.is_ordinary(word.text)
        return word.capital and not noun and word.lower not in self.lexicon.function_words

    def _beside_known(self) -> Iterator[Candidate]:
        """Unknown capital words in one list with a known place: “Khyber Pakhtunkhwa, Sindh and Balochistan”."""
        starts = {candidate.start for candidate in self.known}
        for at, word in enumerate(self.words):
            if word.shouted or word.start in starts or not self._may_name(word) or self._follows_capital(at):
                continue
            last = at
            while last - at < 2 and joined(self.view, self.words, last) and self._may_name(self.words[last + 1]):
                last += 1
            behind = _LIST.match(self.view, self.words[last].end)
            if behind and behind.end() in starts and word.text not in self._gazetteer.given_names:
                yield self._place(at, last, BY_GAZETTEER)

    def _follows_capital(self, at: int) -> bool:
        return at > 0 and self.words[at - 1].capital and joined(self.view, self.words, at - 1)

    def _before_head(self, head: int) -> Iterator[Candidate]:
        """“Petropavlovsk prison”, “Almaty detention centre”, “prison of Zarechny”, “No. 1 Detention Center”."""
        lexicon = self.lexicon.places
        last = head
        while last and joined(self.view, self.words, last - 1) and self.words[last - 1].lower in lexicon.qualifiers:
            last -= 1
        if (last == head and self.words[head].lower in lexicon.qualified) or self._names_body(head):
            return
        first = self._name_start(last, titled=self.words[head].capital and self.words[last].capital)
        kept = self.words[head].capital or self.words[head].lower in lexicon.kept_heads
        if first < last:
            yield self._place(first, head if kept else last - 1, BY_HEAD)
        elif joined(self.view, self.words, head) and self.words[head + 1].lower in lexicon.before | lexicon.origins:
            yield from self._behind_preposition(head + 2)

    def _names_body(self, head: int) -> bool:
        """Whether a district is part of a body's name: “Tverskoy District Court”, “Feng County People's Court”."""
        for at in range(head + 1, min(head + 3, len(self.words))):
            word, gap = self.words[at], self.view[self.words[at - 1].end : self.words[at].start]
            if not word.capital or gap not in {" ", "'s "}:
                return False
            if word.lower in self.lexicon.organisations.heads:
                return True
        return False

    def _named_landmarks(self) -> Iterator[tuple[int, int]]:
        """First and last words of buildings that are called by several words: “maison d'arrêt”."""
        starts = {word.start: at for at, word in enumerate(self.words)}
        ends = {word.end: at for at, word in enumerate(self.words)}
        for found in matcher(self.lexicon.language, "places", "landmark_names").finditer(self.view):
            if found.start() in starts and found.end() in ends:
                yield starts[found.start()], ends[found.end()]

    def _landmark(self, first: int, head: int) -> Iterator[Candidate]:
        """“Palais de l'Élysée”, “iglesia de San Miguel”, “aeroporto internazionale Marco Polo”, “JVA Kaisheim”."""
        small = self.lexicon.places.origins | self.lexicon.function_words | self.lexicon.organisations.inner
        last, at = head, head + 1
        while at - last <= _MOST_SMALL and joined(self.view, self.words, at - 1):
            word = self.words[at]
            if word.capital and word.lower not in self._no_names:
                last = at
            elif word.lower not in small:
                break
            at += 1
        if last > head:
            yield self._place(first, last, BY_HEAD)

    def _name_start(self, last: int, *, titled: bool) -> int:
        """Index of the first word of the name before `last`; a title may hold ordinary words and a number."""
        first = last
        while first and last - first < _MOST_WORDS and self._gap(first) in _NEAR:
            word = self.words[first - 1]
            in_title = word.text.isdigit() or word.lower == "no" or (word.capital and word.lower not in self._no_titles)
            if not (self._may_name(word) or (titled and in_title)):
                break
            first -= 1
        names = any(self._may_name(word) or word.text.isdigit() for word in self.words[first:last])
        return first if names or last - first > 2 else last

    def _gap(self, at: int) -> str:
        return self.view[self.words[at - 1].end : self.words[at].start]

    def _around_state(self, at: int) -> Iterator[Candidate]:
        """“Arab Republic of Egypt”, “République française”, “Repubblica Italiana”."""
        first, last = at, at
        while first and joined(self.view, self.words, first - 1) and self._is_adjective(self.words[first - 1]):
            first -= 1
        if joined(self.view, self.words, at) and self._is_adjective(self.words[at + 1]):
            last = at + 1
        else:
            behind = at + 1
            small = self.lexicon.places.origins | self.lexicon.function_words
            ends = dict(self._known_spans)
            while (
                joined(self.view, self.words, behind - 1) and behind not in ends and self.words[behind].lower in small
            ):
                behind += 1
            last = ends.get(behind, at)
        if last > at or first < at:
            yield self._place(first, last, BY_LONG_NAME)

    def _is_adjective(self, word: Word) -> bool:
        return word.lower in self.lexicon.places.adjectives

    @cached_property
    def _known_spans(self) -> list[tuple[int, int]]:
        """First and last words of the names of the gazetteer."""
        return list(phrases_in(self.words, self._gazetteer.places, self.lexicon.places.endings))

    def _behind_preposition(self, at: int) -> Iterator[Candidate]:
        """Capital words that are no ordinary ones, behind “in”; a weak sign, two of them a better one."""
        last = at
        while last < len(self.words) and last - at < _MOST_WORDS - 1 and self._may_name(self.words[last]):
            last += 1
            if self.words[last - 1].possessive or not joined(self.view, self.words, last - 1):
                break
        final = self.words[last - 1]
        if last > at and not final.shouted and not final.possessive and "-" not in self.words[at].text:
            yield self._place(at, last - 1, BY_LONG_PREPOSITION if last - at > 1 else BY_PREPOSITION)

    def _may_name(self, word: Word) -> bool:
        """Whether a word can be an unknown name of a place."""
        return (
            word.capital
            and word.text[0].isalpha()
            and word.lower not in self._no_names
            and not self.lexicon.is_ordinary(word.text)
        )

    def _place(self, first: int, last: int, weight: int) -> Candidate:
        return Candidate(self.words[first].start, self.words[last].end, MentionKind.PLACE, weight)
