"""Which words of a document may be parts of somebody's name, and where a name that has begun ends.

Nothing here proposes anybody; the finder of people asks.
"""

from assistant.extraction.document import Document, Word
from assistant.extraction.lexicon import load_gazetteer
from assistant.extraction.phrases import joined
from assistant.extraction.wordlists import with_forms

_MOST_NAMES = 5
_SHORTEST_SHOUTED = 5
"""Letters from which a word in capitals may be a surname."""


class NameWords:
    """The words of one document, seen as possible parts of names."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.lexicon = document.lexicon
        self._gazetteer = load_gazetteer(self.lexicon.language)
        self._all_given_names = self._gazetteer.given_names
        self.given_names = with_forms(self._all_given_names, self.words, self.lexicon.people.endings)
        self.never = (
            self.lexicon.people.roles
            | self.lexicon.people.honorifics
            | self.lexicon.people.postnominals
            | self.lexicon.organisations.heads
            | self.lexicon.references.heads
            | self.lexicon.dates.weekdays.keys()
            | (self.lexicon.dates.months.keys() - self.lexicon.dates.ambiguous_months)
            | self.lexicon.places.adjectives
            | {f"{adjective}s" for adjective in self.lexicon.places.adjectives}
            | self.lexicon.places.states
            | self.lexicon.people.no_names
        )

    def name_end(self, first: int, *, sure: bool) -> int:
        """Index behind the last word of the name that begins at `first`; `first` itself when none does.

        Not sure: only words that can hardly be anything but names, at least two of them.
        """
        at = first
        while at < len(self.words) and at - first < _MOST_NAMES and self.is_part(at, first, sure=sure):
            if at - first > 1 and (self._begins_another(at) or self._stands_beside(at, first)):
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
        return self.is_particle(self.words[at]) and following is not None and following.text in self.given_names

    def _stands_beside(self, at: int, first: int) -> bool:
        """Whether a given name behind a full one begins the next signature: “Alejandro González Raga Elena …”."""
        before = self.words[first:at]
        full = len(before) > 2 and before[0].text in self.given_names
        surnames = all(word.text not in self.given_names and not self.is_particle(word) for word in before[-2:])
        return full and surnames and self.words[at].text in self.given_names

    def is_part(self, at: int, first: int, *, sure: bool) -> bool:
        """Whether a word may belong to the name that begins at `first`; not sure, as in `name_end`."""
        word = self.words[at]
        if self.is_particle(word):
            return at > first or "-" in word.text
        if (
            not word.capital
            or word.lower in self.never
            or self.is_role(word)
            or (not word.text[-1].isalpha() and not word.text.endswith("."))
        ):
            return False
        if word.lower in self.lexicon.function_words:
            return len(word.text) == 2 and word.text.endswith(".")
        return sure or not word.shouted or at > first or self.is_shouted_name(at)

    def is_shouted_name(self, at: int) -> bool:
        """Whether a given name in capitals stands here or next: “RENATO FARINA”, “FARINA RENATO”."""
        pair = self.words[at : at + 2] if joined(self.document.view, self.words, at) else ()
        if len(pair) < 2 or not all(word.shouted and not self.is_particle(word) for word in pair):
            return False
        return any(word.text.capitalize() in self._all_given_names for word in pair)

    def is_particle(self, word: Word) -> bool:
        """Whether a word is small in a name: “von”, “de”, “El-Khiari”."""
        head, _, rest = word.text.partition("-")
        return word.lower in self.lexicon.people.particles or (
            bool(rest) and head.lower() in self.lexicon.people.particles and rest[0].isupper()
        )

    def _leads_on(self, at: int) -> bool:
        """Whether the name may go on behind a word."""
        return joined(self.document.view, self.words, at) and not self.words[at].possessive

    def is_role(self, word: Word) -> bool:
        """Whether a word is a role, or ends in one: “supporter”, “Movement-supporter”."""
        roles = self.lexicon.people.roles
        return word.lower in roles or ("-" in word.lower and word.lower.rpartition("-")[2] in roles)

    def unusual(self, *names: Word) -> bool:
        """Whether one of the words is no word of the language; a given name beside another word is none."""
        return any(
            not self.lexicon.is_ordinary(name.text) or (name.text in self.given_names and len(names) > 1)
            for name in names
        )

    def begins_name(self, at: int) -> bool:
        """Whether a given name stands here, or two words that are no ordinary ones."""
        both = self.words[at : at + 2] if joined(self.document.view, self.words, at) else ()
        unusual = len(both) > 1 and all(word.capital and not self.lexicon.is_ordinary(word.text) for word in both)
        return unusual or self.words[at].text in self.given_names

    def ends_another(self, word: Word) -> bool:
        """Whether a word before a name belongs to a role: a noun in German, a place, an acronym."""
        place = word.text not in self.given_names and self._gazetteer.basic_name(word.text, self.lexicon.places.endings)
        return (
            (self.lexicon.joins_words and self._is_noun(word))
            or self.is_acronym(word)
            or place in self._gazetteer.places
        )

    def _is_noun(self, word: Word) -> bool:
        """Whether a word is capital only because nouns are: “Übersetzerin Mesale Tolu”."""
        return word.text not in self.given_names and self.lexicon.is_ordinary(word.text)

    def opens_sentence(self, at: int) -> bool:
        """Whether a word begins a sentence, so that its capital says nothing."""
        before = self.document.view[max(0, self.words[at].start - 4) : self.words[at].start].rstrip(' ("')
        return not before or before[-1] in ".!?:\n"

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Offsets of the words from `first` to before `end`."""
        return self.words[first].start, self.words[end - 1].end

    def is_acronym(self, word: Word) -> bool:
        """Whether a word in capitals is too short for a surname."""
        return word.shouted and len(word.text) < _SHORTEST_SHOUTED
