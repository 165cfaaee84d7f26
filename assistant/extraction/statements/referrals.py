"""Earlier documents that a text refers to: “your letter dated 15 May 2019”, “we wrote to you on 5 March”.

A document word alone is no reference: it needs a date, a title, a subject or somebody whose it is.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from assistant.extraction.anatomy.zones import Zones
from assistant.extraction.document import Document
from assistant.extraction.mentions.date_forms import DateExpression
from assistant.extraction.mentions.dates import resolve
from assistant.extraction.mentions.moments import Anchor
from assistant.extraction.phrases import joined
from assistant.extraction.statements.reading_lists import listed_documents
from assistant.extraction.statements.referral_phrases import CODE, DocumentPhrase, PhraseReader
from assistant.extraction.statements.sendings import sent_documents
from assistant.extraction.statements.told_once import told_once
from assistant.model.letter import Author, Reference

_PUBLISHED = frozenset({"report", "policy paper", "article", "resolution", "judgment", "statement"})
"""Documents that are told of with “a” too: they exist for everybody."""
_WRITTEN, _ENOUGH = frozenset({"letter", "message", "report", "petition"}), 4
"""Documents that are nothing else whoever they are from; words that tell of one as well as a name."""
_RECEIVED = frozenset({"notice", "judgment"})
"""Documents that are called after whom they were served on: “Wang's Notice of Arrest”."""
_PARLIAMENTARY = frozenset({"question", "interpellation", "motion", "response", "report"})
"""Documents with a number that is cited like that of a law."""
_CITED = frozenset({"judgment", "order", "opinion"})
"""Documents that are cited like laws when they have a date or a number."""
_SENT_WITHIN = 3
"""Words before “an open letter” among which “sent” may stand."""
_MOST_COMPARED = 40
_CODE_WITHIN = 16
_DATED_WITHIN, _WORDS_BEHIND = (-30, 60), 5
"""Characters around “I wrote” within which its date stands; words quoted behind it."""


class ReferralFinder:
    """Looks for references to documents in one document."""

    def __init__(
        self, document: Document, zones: Zones, dates: tuple[DateExpression, ...], legal: Iterable[tuple[int, int]]
    ) -> None:
        self.document = document
        self.zones = zones
        self.dates = dates
        self.legal = sorted(legal)
        self.words = document.words
        self.lexicon = document.lexicon.documents
        self.phrases = PhraseReader(document, dates)
        self._date_starts = [date.start for date in dates]
        self._by_word: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            if word.lower in self.lexicon.kinds:
                self._by_word.setdefault(word.lower, []).append(at)

    def find(self, anchor: Anchor) -> tuple[Reference, ...]:
        """References in order of the text, each document once as far as words and dates tell."""
        references = [
            *self._in_phrases(anchor),
            *self._in_writing(anchor),
            *sent_documents(self.document, self.dates, anchor),
            *listed_documents(self.document, self.zones),
        ]
        body = self.zones.body[0].start if self.zones.body else 0
        return told_once(references, body, self.document.lexicon.function_words | self.lexicon.articles)

    def _in_phrases(self, anchor: Anchor) -> Iterator[Reference]:
        for at, word in enumerate(self.words):
            what = self.lexicon.kinds.get(word.lower)
            phrase = self.phrases.phrase(what, at) if what else None
            if phrase and self._refers(phrase):
                end = self.phrases.end(phrase)
                if not self._is_law(word.start) or self._is_document_too(phrase):
                    start = self.words[phrase.first].start
                    yield from self._reference(phrase.what, (start, end), phrase.date, anchor, self._author(phrase))

    def _author(self, phrase: DocumentPhrase) -> Author | None:
        """Who wrote the document, when the phrase opens with “your” or “my”."""
        owner = self.words[phrase.first].lower
        if owner in self.lexicon.yours:
            return "recipient"
        return "sender" if owner in self.lexicon.ours else None

    def _is_law(self, start: int) -> bool:
        """Whether a word stands in the title of a law."""
        index = bisect_left(self.legal, (start + 1, 0)) - 1
        return index >= 0 and start < self.legal[index][1]

    def _is_document_too(self, phrase: DocumentPhrase) -> bool:
        """Whether what is cited like a law is a document that one can have all the same."""
        if phrase.what == "resolution":
            return phrase.date is not None
        numbered = phrase.date is not None or self.phrases.number_end(phrase) is not None
        return phrase.what in _PARLIAMENTARY or (phrase.what in _CITED and numbered)

    def _refers(self, phrase: DocumentPhrase) -> bool:
        """Whether a phrase points to a document that exists."""
        before = self.words[max(0, phrase.first - 3) : phrase.noun]
        received = phrase.what in _RECEIVED and self._is_of_somebody(phrase)
        if received or any(word.lower in self.lexicon.not_yet for word in before):
            return False
        if phrase.date or self.phrases.title_end(phrase):
            return True
        spoken_of = self.words[phrase.first].lower in self.lexicon.indefinite and not self._exists(phrase)
        if spoken_of or self._is_own_heading(phrase) or self._is_shouted(phrase):
            return False
        return self.phrases.number_end(phrase) is not None or self._is_told_apart(phrase)

    def _is_shouted(self, phrase: DocumentPhrase) -> bool:
        """Whether a document stands in a title in capitals, which the text below takes up."""
        around = self.words[phrase.first : phrase.noun + 1]
        return len(around) > 1 and all(word.text.isupper() for word in around) and not self.phrases.number_end(phrase)

    def _is_of_somebody(self, phrase: DocumentPhrase) -> bool:
        """Whether a name owns a document: “Wang's notice”."""
        return any(word.possessive for word in self.words[phrase.first : phrase.noun])

    def _is_told_apart(self, phrase: DocumentPhrase) -> bool:
        """Whether a document without date, title and number is told from others: by owner, subject or name."""
        owner, noun = self.words[phrase.first].lower, self.words[phrase.noun].lower
        named, about = self._is_of_somebody(phrase), phrase.last > phrase.noun
        owned = named or owner in self.lexicon.owners
        if noun in self.lexicon.weak:
            return about and (owned or self.phrases.owners.is_sent(phrase.noun))
        if owned and not about:
            published = named and phrase.what in _PUBLISHED
            return published or (owner in self.lexicon.yours and not self._said_more(phrase))
        return (about and (owned or self._is_told(phrase))) or self._is_named(phrase)

    def _is_told(self, phrase: DocumentPhrase) -> bool:
        """Whether enough is said behind a document: what it is about, or whose it is."""
        behind = self.phrases.behind(phrase)
        if behind[0].lower in self.lexicon.whose - self.lexicon.about and phrase.what not in _WRITTEN:
            return self.phrases.owners.is_authored(phrase.noun)
        roles = self.document.lexicon.people.roles
        return len(behind) >= _ENOUGH or any(word.capital or word.lower in roles for word in behind)

    def _is_named(self, phrase: DocumentPhrase) -> bool:
        """Whether a published document is called by a name: “the Lopez report”, “the Joint Communiqué”."""
        before, noun = self.words[phrase.first + 1 : phrase.noun], self.words[phrase.noun].lower
        law = noun in self.document.lexicon.references.heads
        named = bool(before) and before[0].capital and all(word.capital or word.text.isdigit() for word in before)
        return (phrase.what in _PUBLISHED or phrase.what == "memorandum") and not law and named

    def _exists(self, phrase: DocumentPhrase) -> bool:
        """Whether a document with “a” is a public one, has a name of its own, or was sent."""
        before = self.words[max(0, phrase.first - _SENT_WITHIN) : phrase.first]
        sent = any(word.lower in self.lexicon.sending for word in before)
        return phrase.what in _PUBLISHED or self.words[phrase.noun].capital or sent

    def _said_more(self, phrase: DocumentPhrase) -> bool:
        """Whether another place says more about the same document of the person written to."""
        owner, noun = self.words[phrase.first].lower, self.words[phrase.noun].lower
        for at in self._by_word[noun][:_MOST_COMPARED]:
            if at != phrase.noun and at and self.words[at - 1].lower == owner:
                other = self.phrases.phrase(phrase.what, at)
                if other and (other.date or other.last > other.noun or at < phrase.noun):
                    return True
        return False

    def _is_own_heading(self, phrase: DocumentPhrase) -> bool:
        """Whether the words are the document's own number, above its text: “WRITTEN QUESTION E-1746/08”."""
        body = self.zones.body[0].start if self.zones.body else 0
        noun, first = self.words[phrase.noun], self.words[phrase.first]
        coded = re.match(rf" {CODE}", self.document.view[noun.end : noun.end + _CODE_WITHIN])
        opens = any(line.start == first.start for line in self.zones.head)
        unowned = first.lower not in self.lexicon.articles | self.lexicon.owners and not self._is_of_somebody(phrase)
        return unowned and noun.end < body and (coded is not None or opens)

    def _in_writing(self, anchor: Anchor) -> Iterator[Reference]:
        """“September 5th we wrote to inform you”, “I wrote to you on 5 March”."""
        for at, word in enumerate(self.words):
            if word.lower not in self.lexicon.writing or not at or not joined(self.document.view, self.words, at - 1):
                continue
            author = self.words[at - 1]
            if author.lower not in self.document.lexicon.acts.self:
                continue
            first, last = (bisect_left(self._date_starts, author.start + reach) for reach in _DATED_WITHIN)
            near = [date for date in self.dates[first:last] if date.shift is None]
            if near:
                last = at
                while last < at + _WORDS_BEHIND and joined(self.document.view, self.words, last):
                    last += 1
                start, end = min(near[0].start, author.start), max(near[0].end, self.words[last].end)
                yield from self._reference(self.lexicon.writing[word.lower], (start, end), near[0], anchor, "sender")

    def _reference(
        self, what: str, span: tuple[int, int], date: DateExpression | None, anchor: Anchor, author: Author | None
    ) -> Iterator[Reference]:
        passage = self.document.passage(*span)
        if passage:
            value = resolve(date, anchor) if date else None
            words, start, end = passage.text, passage.start, passage.end
            yield Reference(what=what, quote=words, start=start, end=end, date=value, written_by=author)
