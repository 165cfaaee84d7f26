"""Earlier documents that a text refers to: “your letter dated 15 May 2019”, “we wrote to you on 5 March”.

A document word alone is no reference: it needs a date, a title, a subject or somebody whose it is.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from math import inf

from assistant.extraction.date_forms import DateExpression
from assistant.extraction.dates import resolve
from assistant.extraction.document import Document, Word
from assistant.extraction.lexicon import alternatives, load_lexicon
from assistant.extraction.moments import Anchor
from assistant.extraction.phrases import joined
from assistant.extraction.reading_lists import listed_documents
from assistant.extraction.sendings import sent_documents
from assistant.extraction.zones import Zones
from assistant.model.letter import Author, Reference

_MOST_WORDS, _MOST_BEFORE = 28, 6
_LONGEST_TITLE = 160
_MOST_COMPARED = 40
_NEAR_DATE = 12
_DATED_WITHIN, _WORDS_BEHIND = (-30, 60), 5
"""Characters around “I wrote” within which its date stands; words quoted behind it."""
_WORD = re.compile(r"\w+")
_CODE = r"[EPHO]-\d{4,6}/\d{2,4}"
_CODES = rf"{_CODE}(?:(?:,| and| et| und| i| y| e) {_CODE})*|\(\d{{1,3}}/\d{{2,6}}\)"
"""Numbers of parliamentary questions and printed papers: “Question E-001234/2020”, “Kleine Anfrage (19/404)”."""


@cache
def before_date(language: str) -> re.Pattern[str]:
    """What stands between a document and its date: its number, “of”, “du”, a bracket."""
    words = load_lexicon(language).documents
    number = f"(?: ?,? ?{alternatives(words.numbers)},?)?"
    return re.compile(rf"(?i:{number}[ (,]*(?:{alternatives(words.before_date)}[ ']*)?)")


@dataclass(frozen=True)
class _Phrase:
    """A document word in its phrase: indices of the first and last word, and the date with it."""

    what: str
    first: int
    noun: int
    last: int
    date: DateExpression | None


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
        self._before_date = before_date(document.lexicon.language)
        self._number = re.compile(rf" (?:{_CODES}|(?i:{alternatives(self.lexicon.sure_numbers)}))")
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
        unique: dict[object, Reference] = {}
        for one in sorted(references, key=lambda reference: reference.start):
            key = (one.what, one.date) if one.date else " ".join(_WORD.findall(one.quote.lower()))
            if one.date or not any(self._says_less(one, other) for other in unique.values()):
                unique.setdefault(key, one)
        return tuple(unique.values())

    def _says_less(self, one: Reference, other: Reference) -> bool:
        """Whether all that is said of a document has been said of one before: “the Notice of Arrest”."""
        said, before = (set(_WORD.findall(reference.quote.lower())) for reference in (one, other))
        small = self.document.lexicon.function_words | self.lexicon.articles
        return one.what == other.what and not other.date and said - small <= before

    def _in_phrases(self, anchor: Anchor) -> Iterator[Reference]:
        for at, word in enumerate(self.words):
            what = self.lexicon.kinds.get(word.lower)
            phrase = self._phrase(what, at) if what else None
            if phrase and self._refers(phrase):
                end = self._end(phrase)
                if not self._is_law(word.start) or self._is_dated_resolution(phrase):
                    start = self.words[phrase.first].start
                    yield from self._reference(phrase.what, (start, end), phrase.date, anchor, self._author(phrase))

    def _author(self, phrase: _Phrase) -> Author | None:
        """Who wrote the document, when the phrase opens with “your” or “my”."""
        owner = self.words[phrase.first].lower
        if owner in self.lexicon.yours:
            return "recipient"
        return "sender" if owner in self.lexicon.ours else None

    def _is_law(self, start: int) -> bool:
        """Whether a word stands in the title of a law."""
        index = bisect_left(self.legal, (start + 1, 0)) - 1
        return index >= 0 and start < self.legal[index][1]

    def _is_dated_resolution(self, phrase: _Phrase) -> bool:
        """A resolution is cited like a law, and is a document one can have all the same."""
        return phrase.what == "resolution" and phrase.date is not None

    def _phrase(self, what: str, noun: int) -> _Phrase | None:
        first = self._owner(noun)
        if first is None and self.lexicon.articleless and self.words[noun].end + _NEAR_DATE > self._next_date(noun):
            first = noun
        if first is None and self._number.match(self.document.view, self.words[noun].end):
            first = noun
        if first is None:
            return None
        last = self._last(noun)
        index = bisect_left(self._date_starts, self.words[noun].end)
        date = self.dates[index] if index < len(self.dates) else None
        before = self._dated_before(index, noun)
        return _Phrase(what, first, noun, last, before or (date if date and self._dates(date, noun, last) else None))

    def _dated_before(self, index: int, noun: int) -> DateExpression | None:
        """The date right before a document: “its 18 June 2007 conclusions”."""
        before = self.dates[index - 1] if index else None
        near = before is not None and self.document.view[before.end : self.words[noun].start] == " "
        return before if near else None

    def _next_date(self, noun: int) -> float:
        """Offset of the first date behind a word."""
        index = bisect_left(self._date_starts, self.words[noun].end)
        return self._date_starts[index] if index < len(self._date_starts) else inf

    def _owner(self, noun: int) -> int | None:
        """Index of the word that opens the phrase: an owner or an article, with a few words between."""
        for index in range(noun - 1, max(-1, noun - 1 - _MOST_BEFORE), -1):
            gap = (
                self.document.view[self.words[index].end : self.words[index + 1].start].strip(' "(').removeprefix("'s")
            )
            if gap.strip(' "'):
                return None
            lower = self.words[index].lower
            if lower in self.lexicon.owners or lower in self.lexicon.articles:
                return index
            if lower in self.document.lexicon.function_words:
                return None
        return None

    def _last(self, noun: int) -> int:
        """Index of the last word of the phrase: up to a comma, a verb or a word that opens a clause."""
        links = self.lexicon.about | self.document.lexicon.references.links | self.lexicon.links
        last = noun
        for index in range(noun + 1, min(len(self.words), noun + _MOST_WORDS)):
            gap = self.document.view[self.words[index - 1].end : self.words[index].start]
            lower = self.words[index].lower
            small = lower in self.document.lexicon.function_words and lower not in links
            if gap.strip(' "-') or "\n" in gap or small or (index == noun + 1 and lower not in self.lexicon.about):
                break
            last = index
        while last > noun and self.words[last].lower in links:
            last -= 1
        return last

    def _dates(self, date: DateExpression, noun: int, last: int) -> bool:
        """Whether a date belongs to the phrase: inside it, right behind it, or behind “which emerged on”."""
        inside = date.start < self.words[last].end
        if inside or self._before_date.fullmatch(self.document.view, self.words[last].end, date.start):
            return True
        between = [word for word in self.words[noun + 1 : noun + 9] if word.end <= date.start]
        text = self.document.view[self.words[noun].end : date.start]
        return "." not in text and len(text) < 60 and any(word.lower in self.lexicon.dating for word in between)

    def _refers(self, phrase: _Phrase) -> bool:
        """Whether a phrase points to a document that exists."""
        owner, noun = self.words[phrase.first].lower, self.words[phrase.noun]
        owned, about = owner in self.lexicon.owners, phrase.last > phrase.noun
        if any(word.lower in self.lexicon.not_yet for word in self.words[max(0, phrase.first - 3) : phrase.noun]):
            return False
        if phrase.date or self._title_end(phrase):
            return True
        if self._number_end(phrase):
            return not self._is_own_heading(phrase)
        if noun.lower in self.lexicon.weak:
            return owned and about
        if owned and not about:
            return owner in self.lexicon.yours and not self._said_more(phrase)
        told = phrase.last - phrase.noun >= 4 or any(word.capital for word in self._behind(phrase))
        return about and (owned or told)

    def _said_more(self, phrase: _Phrase) -> bool:
        """Whether another place says more about the same document of the person written to."""
        owner, noun = self.words[phrase.first].lower, self.words[phrase.noun].lower
        for at in self._by_word[noun][:_MOST_COMPARED]:
            if at != phrase.noun and at and self.words[at - 1].lower == owner:
                other = self._phrase(phrase.what, at)
                if other and (other.date or other.last > other.noun or at < phrase.noun):
                    return True
        return False

    def _behind(self, phrase: _Phrase) -> tuple[Word, ...]:
        return self.words[phrase.noun + 1 : phrase.last + 1]

    def _title_end(self, phrase: _Phrase) -> int | None:
        """Where the title in quotation marks behind the document word ends."""
        view, start = self.document.view, self.words[phrase.noun].end
        if view[start : start + 2] != ' "':
            return None
        end = view.find('"', start + 2, start + _LONGEST_TITLE)
        return end + 1 if end > 0 else None

    def _end(self, phrase: _Phrase) -> int:
        """Where a phrase ends: with its date when that stands inside it."""
        if phrase.date and self.words[phrase.noun].end <= phrase.date.start <= self.words[phrase.last].end:
            return phrase.date.end
        behind = (self._title_end(phrase), self._number_end(phrase), phrase.date.end if phrase.date else None)
        return max(self.words[phrase.last].end, *(end or 0 for end in behind))

    def _is_own_heading(self, phrase: _Phrase) -> bool:
        """Whether the words are the document's own number, above its text: “WRITTEN QUESTION E-1746/08”."""
        body = self.zones.body[0].start if self.zones.body else 0
        noun, first = self.words[phrase.noun], self.words[phrase.first]
        coded = re.match(rf" {_CODE}", self.document.view[noun.end : noun.end + _NEAR_DATE + 4])
        opens = any(line.start == first.start for line in self.zones.head)
        return phrase.first == phrase.noun and noun.end < body and (coded is not None or opens)

    def _number_end(self, phrase: _Phrase) -> int | None:
        """Where the number right behind the document word or its phrase ends."""
        behind = (self.words[at].end for at in (phrase.last, phrase.noun))
        number = next(filter(None, (self._number.match(self.document.view, end) for end in behind)), None)
        return number.end() if number else None

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
