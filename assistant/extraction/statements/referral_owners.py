"""Whose a document is: told before it (“your”, “the FCO's”, “FCO Memorandum”) or behind it (“de M. Dupont”).

Nothing here knows dates; what the words of a phrase come to, referral_phrases.py tells.
"""

from assistant.extraction.document import Document, Word
from assistant.extraction.phrases import joined

_MOST_BEFORE, _AUTHOR_WITHIN, _SENT_WITHIN = 6, 5, 3
"""Words from an article to the document, from the document to its author's name, from “sent” to what was sent."""
_MARKS = 4
"""Characters before a word among which the end of the sentence before stands."""


class OwnerReader:
    """Looks for owners around the document words of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.lexicon = document.lexicon.documents
        people, self._small = document.lexicon.people, document.lexicon.function_words
        offices = people.honorifics | people.roles
        self._before_names = self._small | self.lexicon.articles | offices | document.lexicon.dates.months.keys()
        links = self.lexicon.about | self.lexicon.whose | document.lexicon.references.links | self.lexicon.links
        self._no_adjectives = self._small | links | self.lexicon.ends

    def owner(self, noun: int) -> int | None:
        """Index of the word that opens the phrase: an owner or an article, with a few words between."""
        for index in range(noun - 1, max(-1, noun - 1 - _MOST_BEFORE), -1):
            gap = (
                self.document.view[self.words[index].end : self.words[index + 1].start].strip(' "(').removeprefix("'s")
            )
            if gap.strip(" \"'"):
                return None
            lower = self.words[index].lower
            if lower in self.lexicon.owners or lower in self.lexicon.articles:
                return index
            if self.words[index].possessive and self.words[index].capital:
                return self.whose(index)
            if lower in self._small and not self._joins_names(index):
                return None
        return None

    def whose(self, last: int) -> int:
        """Index of the first word of the name that owns a document, or of its article: “the Foreign Secretary's”."""
        first = last
        while first and joined(self.document.view, self.words, first - 1):
            if self._is_name(self.words[first - 1]):
                first -= 1
            elif first < last and self._joins_names(first - 1):
                first -= 2
            else:
                break
        article = first and self.words[first - 1].lower in self.lexicon.articles
        return first - 1 if article and joined(self.document.view, self.words, first - 1) else first

    def _joins_names(self, at: int) -> bool:
        """Whether a small word stands within a name: “the FCO's Human Rights and Democracy report”."""
        joins = self.words[at].lower == self.document.lexicon.acts.joint
        return joins and at > 0 and self._is_name(self.words[at - 1]) and self._is_name(self.words[at + 1])

    def _is_name(self, word: Word) -> bool:
        return word.capital and (word.shouted or word.lower not in self._small)

    def is_named(self, noun: int) -> bool:
        """Whether a name stands right before a document: “as FCO Memorandum 5 says”, “in World Watch List reports”."""
        first = self.whose(noun)
        if not self.lexicon.named_before or first == noun or self.words[first].lower in self.lexicon.articles:
            return False
        start = self.words[first].start
        before = self.document.view[max(0, start - _MARKS) : start].rstrip(' "(')
        return noun - first > 1 or (bool(before) and before[-1] not in ".!?:\n")

    def is_authored(self, noun: int) -> bool:
        """Whether the name of whose the document is follows: “la lettre de M. Dupont”, “komunikat MSZ”."""
        last = noun + self.has_adjective_behind(noun)
        behind = self.words[last + 1 : last + 2 + _AUTHOR_WITHIN]
        if not behind or not joined(self.document.view, self.words, last):
            return False
        if behind[0].lower in self.lexicon.whose:
            return self._names(behind[1:])
        genitive = not behind[0].lower.endswith(tuple(self.lexicon.other_cases))
        return self.lexicon.whose_bare and last == noun and genitive and self._names(behind[:2])

    def has_adjective_behind(self, noun: int) -> bool:
        """Whether an adjective stands between a document and what is said of it: “lettre ouverte à”."""
        if not self.document.lexicon.references.adjectives_behind or noun + 2 >= len(self.words):
            return False
        adjective, link = self.words[noun + 1 : noun + 3]
        both = all(joined(self.document.view, self.words, at) for at in (noun, noun + 1))
        leads = any(link.lower in words for words in (self.lexicon.about, self.lexicon.whose, self.lexicon.dating))
        return both and leads and adjective.lower not in self._no_adjectives

    def _names(self, words: tuple[Word, ...]) -> bool:
        """Whether a name begins among the words, behind articles, honorifics and offices alone."""
        named = next((word for word in words if word.lower not in self._before_names), None)
        return named is not None and named.capital

    def is_sent(self, noun: int) -> bool:
        """Whether a verb of sending stands right before a document: “skierował pismo do Ministra”."""
        before = self.words[max(0, noun - _SENT_WITHIN) : noun]
        return any(word.lower in self.lexicon.sending for word in before)
