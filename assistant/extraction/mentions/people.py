"""People as they are named: by honorific, by role, by the shape of the name, and again by one part of it.

Every function proposes candidates; who is the same person as whom is decided in `entities`.
"""

import re
from collections.abc import Iterator
from functools import cache

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document, Word
from assistant.extraction.lexicon import alternatives, load_lexicon
from assistant.extraction.mentions.name_words import NameWords
from assistant.extraction.mentions.postal import is_postal
from assistant.extraction.mentions.roles import role_before, role_behind
from assistant.extraction.phrases import joined, joins
from assistant.extraction.spans import SpanIndex
from assistant.model.mention import MentionKind

BY_HONORIFIC, BY_ROLE, BY_GIVEN_NAME, BY_SHAPE, BY_PART, BY_POSSESSIVE = 12, 7, 6, 4, 3, 2
_SURNAME = re.compile(r"(?:O'|Mc|Mac)[A-Z][a-z]{2,}")
_ROMAN = re.compile(r"[IVXLC]+")
_LONGEST = 8
"""Words of a name before a political group."""
_SHORT_PART = 3
"""Letters up to which one part of a longer name may be a word of the language too: “Ho Duc Hoa”."""


@cache
def _group_behind(language: str) -> re.Pattern[str]:
    """A political group in brackets, as it stands behind the name of a member."""
    return re.compile(rf" \({alternatives(load_lexicon(language).people.groups)}\)")


class PersonFinder:
    """Looks for people in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.lexicon = document.lexicon
        self._names = NameWords(document)
        self._behind = -1
        """Index of the word behind the name found last."""
        self._addresses = SpanIndex(line for line in document.lines if is_postal(line.text, document))

    def candidates(self) -> Iterator[Candidate]:
        """All proposals, overlapping ones too."""
        at = 0
        while at < len(self.words):
            if not (self.words[at].capital or self._names.is_role(self.words[at])):
                at += 1
                continue
            titled = self._after_honorific(at) or self._after_role(at)
            found = titled or self._before_group(at) or self._by_shape(at) or self._surname_first(at)
            found = found or self._by_spelling(at) or self._by_possessive(at)
            if titled and (other := self._beside(self.words[at], titled[1])):
                yield titled[0]
                found = other
            if found:
                self._behind = found[1]
                yield found[0]
            at = max(at + 1, found[1]) if found else at + 1

    def _after_honorific(self, at: int) -> tuple[Candidate, int] | None:
        word = self.words[at]
        if word.lower not in self.lexicon.people.honorifics or not word.capital:
            return None
        start = at + 1
        while start < len(self.words) and self._follows_title(start) and self._is_title(self.words[start]):
            start += 1
        if start >= len(self.words) or not self._follows_title(start):
            return None
        surname = self._behind_particles(start)
        end = self._names.name_end(surname, sure=True)
        if end == surname:
            return None
        titled = word.lower in self.lexicon.people.titles
        first, end = (at, self._with_seat(end)) if titled else (start, end)
        titles = self.words[at + 1 : start]
        role = self._names.span(at + 1, start) if any(map(self._names.is_role, titles)) else None
        return self._person(first, end, BY_HONORIFIC, role or role_behind(self._names, end)), end

    def _beside(self, title: Word, end: int) -> tuple[Candidate, int] | None:
        """The second name behind a title in the plural: “Senators Booker and Cornyn”."""
        view = self.document.view
        if not title.lower.endswith("s") or end + 1 >= len(self.words) or not joins(self.words[end]):
            return None
        if not (joined(view, self.words, end - 1) and joined(view, self.words, end) and self.words[end + 1].capital):
            return None
        last = self._names.name_end(end + 1, sure=True)
        return (self._person(end + 1, last, BY_ROLE, None), last) if last > end + 1 else None

    def _before_group(self, at: int) -> tuple[Candidate, int] | None:
        """Capital words before a political group in brackets, whatever else they look like: “Izaskun Bilbao (ALDE)”."""
        if not self.words[at].capital or self._continues(at):
            return None
        end = at + 1
        while end - at < _LONGEST and joined(self.document.view, self.words, end - 1) and self._may_follow(end):
            end += 1
        grouped = _group_behind(self.lexicon.language).match(self.document.view, self.words[end - 1].end)
        return (self._person(at, end, BY_HONORIFIC, None), end) if grouped and end > at + 1 else None

    def _may_follow(self, at: int) -> bool:
        return self.words[at].capital or self._names.is_particle(self.words[at])

    def _with_seat(self, end: int) -> int:
        """Where a peer's name ends with the place behind it: “Baroness Symons of Vernham Dean”."""
        after = end
        if joined(self.document.view, self.words, end - 1) and self.words[end].lower in self.lexicon.people.seat_links:
            after = end + 1
            while joined(self.document.view, self.words, after - 1) and self.words[after].capital:
                after += 1
        return after if after > end + 1 else end

    def _behind_particles(self, at: int) -> int:
        """Index of the capital word behind small words of a name: “President von der Leyen”; `at` where none stand."""
        start = at
        while start < len(self.words) and self._is_small_part(self.words[start]):
            if not joined(self.document.view, self.words, start - 1):
                return at
            start += 1
        stands = start < len(self.words) and joined(self.document.view, self.words, start - 1)
        return start if stands and self.words[start].capital else at

    def _is_small_part(self, word: Word) -> bool:
        """Whether a small word belongs to names alone in this language."""
        return not word.capital and self._names.is_particle(word) and word.lower not in self.lexicon.function_words

    def _is_title(self, word: Word) -> bool:
        people = self.lexicon.people
        return word.lower in people.honorifics or word.lower in people.roles

    def _follows_title(self, at: int) -> bool:
        gap = self.document.view[self.words[at - 1].end : self.words[at].start]
        return gap.strip(" .'") == "" and "\n" not in gap.strip(" ")

    def _after_role(self, at: int) -> tuple[Candidate, int] | None:
        """“blogger Ardak Ashim”, “Prime Minister Hasina”; with a comma when the role names its body."""
        word = self.words[at]
        if not self._names.is_role(word) or at + 1 >= len(self.words):
            return None
        surname = self._behind_particles(at + 1)
        if surname > at + 1 and word.capital and (end := self._names.name_end(surname, sure=True)) > surname:
            return self._person(at + 1, end, BY_ROLE, role_before(self._names, at)), end
        if joined(self.document.view, self.words, at):
            end = self._names.name_end(at + 1, sure=True)
            titled = word.capital or word.lower in self.lexicon.people.before_surname
            called = word.capital and word.lower in self.lexicon.people.called and not self._names.opens_sentence(at)
            alone = end - at == 2 and titled and (called or self._is_surname(self.words[at + 1]))
            enough = alone or (end - at > 2 and self._may_begin(at + 1) and not self._ends_in_acronym(at + 1, end))
            if enough and (called or self._names.unusual(self.words[end - 1], self.words[at + 1])):
                return self._person(at + 1, end, BY_ROLE, role_before(self._names, at)), end
        return None

    def _may_begin(self, at: int) -> bool:
        """Whether no ordinary word and a small one stand here: “Presidente Nacional de la Confraternidad”."""
        ordinary = self.lexicon.is_ordinary(self.words[at].text) and self.words[at].text not in self._names.given_names
        return not (ordinary and self._names.is_particle(self.words[at + 1]))

    def _ends_in_acronym(self, first: int, end: int) -> bool:
        """Whether the last of several words is short and the only one in capitals: “Director Ejecutivo OCDH”."""
        last = self.words[end - 1]
        return self._names.is_acronym(last) and not all(word.shouted for word in self.words[first:end])

    def _is_surname(self, word: Word) -> bool:
        """Whether a word alone behind a title is a name and no acronym: “consuls of the RP”."""
        return self._names.unusual(word) and not self._names.is_acronym(word)

    def _by_shape(self, at: int) -> tuple[Candidate, int] | None:
        """Two to five capital words of which hardly one is an ordinary word; no capital word before them."""
        if not self.words[at].capital or self._continues(at) or self._in_address(at):
            return None
        if (
            joined(self.document.view, self.words, at)
            and self._names.begins_name(at + 1)
            and self._names.ends_another(self.words[at])
        ):
            return None
        end = self._names.name_end(at, sure=False)
        at = self._without_opening(at, end)
        names = self.words[at:end]
        if len(names) < 2:
            return None
        given = names[0].text in self._names.given_names or self._names.is_shouted_name(at)
        unusual = sum(
            self._names.unusual(name) for name in names if not self._names.is_particle(name) and len(name.text) > 1
        )
        behind = role_behind(self._names, end)
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
        parts = [name for name in names if not self._names.is_particle(name)]
        usual = [name for name in parts if not self._names.unusual(name)]
        forgiven = len(parts) > 2 and not self._names.opens_sentence(at)
        return not usual or (forgiven and len(usual) == 1 and len(usual[0].text) <= _SHORT_PART)

    def _surname_first(self, at: int) -> tuple[Candidate, int] | None:
        """A surname in capitals before a given name: “GOMES Ana”."""
        word = self.words[at]
        surname = word.shouted and len(word.text) > _SHORT_PART and word.lower not in self._names.never
        if not surname or not joined(self.document.view, self.words, at):
            return None
        given = self.words[at + 1].text in self._names.given_names and not self.words[at + 1].shouted
        return (self._person(at, at + 2, BY_GIVEN_NAME, None), at + 2) if given else None

    def _by_spelling(self, at: int) -> tuple[Candidate, int] | None:
        """One word that is spelled as surnames alone are: “O'Brien”, “McCaul”."""
        spelled = _SURNAME.fullmatch(self.words[at].text)
        return (self._person(at, at + 1, BY_PART, None), at + 1) if spelled else None

    def _by_possessive(self, at: int) -> tuple[Candidate, int] | None:
        """One unusual capital word that owns something ordinary: “Nazarbayev's regime”."""
        word = self.words[at]
        if (
            not word.possessive
            or not word.capital
            or word.shouted
            or self._continues(at)
            or not self._names.is_part(at, at, sure=True)
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
        opens = at < end and self._names.opens_sentence(at) and self.words[at].text not in self._names.given_names
        return at + 1 if opens and self.lexicon.is_ordinary(self.words[at].text) else at

    def _opens_sentence_as_word(self, at: int) -> bool:
        return self._names.opens_sentence(at) and self.lexicon.is_ordinary(self.words[at].text)

    def _continues(self, at: int) -> bool:
        """Whether the word before is a capital word of the same run, so that a run has been looked at already."""
        if not at or not joined(self.document.view, self.words, at - 1):
            return False
        before = self.words[at - 1]
        if self._names.begins_name(at) and (self._names.ends_another(before) or at == self._behind):
            return False
        return (
            before.capital
            and not before.possessive
            and before.lower not in self._names.never | self.lexicon.function_words
        )

    def _person(self, first: int, end: int, weight: int, role: tuple[int, int] | None) -> Candidate:
        start, stop = self._names.span(first, end)
        return Candidate(start, stop, MentionKind.PERSON, weight, role)
