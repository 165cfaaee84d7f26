"""A document word with what stands around it: who owns it, what it is about, its number, its title and its date.

Whether such a phrase is a reference to a document, referrals.py judges.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from math import inf

from assistant.extraction.document import Document, Word
from assistant.extraction.lexicon import alternatives, load_lexicon
from assistant.extraction.mentions.date_forms import DateExpression
from assistant.extraction.statements.referral_owners import OwnerReader

_MOST_WORDS = 28
_DATED_NEAR, _DATED_FAR, _DATING_WORDS = 60, 300, 8
"""Characters up to a date behind “which emerged on”, and up to a “dated” with its day; words among which it stands."""
_TELLING = 150
"""Characters of a clause that tells what a document says."""
_TITLE = re.compile(r" (?:\"[^\"]{1,160}\"|'[A-Z][^\"]{1,160}?'(?!\w))")
_NEAR_DATE, _MOST_NUMBERS, _UNTIL_WITHIN = 12, 2, 8
"""Characters from a document to its date; numbers between both; characters from “until” to the day."""
_MARK = re.compile(r" *(?:\(?\w{1,2}[.)]|[-–•])? *")
"""What may stand before the first word of a line."""
_BEFORE_CODE = r"(?: reference)?:?[ \n]"
CODE = r"[EPHO]-\d{4,6}/\d{2,4}"
_CODES = rf"{CODE}(?:(?:,| and| et| und| i| y| e) {CODE})*|\( ?\d{{1,3}}/\d{{2,6}} ?\)"
"""Numbers of parliamentary questions and printed papers: “Question E-001234/2020”, “Kleine Anfrage (19/404)”."""


@cache
def before_date(language: str) -> re.Pattern[str]:
    """What stands between a document and its date: its number, “of”, “du”, a bracket."""
    words = load_lexicon(language).documents
    number = f"(?:[ (,]{{0,3}}{alternatives(words.numbers)},?){{0,{_MOST_NUMBERS}}}"
    return re.compile(rf"(?i:{number}[ (,]*(?:{alternatives(words.before_date)}[ ']*)?)")


@dataclass(frozen=True)
class DocumentPhrase:
    """A document word in its phrase: indices of the first and last word, and the date with it."""

    what: str
    first: int
    noun: int
    last: int
    date: DateExpression | None


class PhraseReader:
    """Reads the phrases around document words of one document."""

    def __init__(self, document: Document, dates: tuple[DateExpression, ...]) -> None:
        self.document = document
        self.dates = dates
        self.words = document.words
        self.lexicon = document.lexicon.documents
        self._before_date = before_date(document.lexicon.language)
        self._number = re.compile(rf"{_BEFORE_CODE}(?:{_CODES})|[ \n](?i:{alternatives(self.lexicon.sure_numbers)})")
        self._subject = re.compile(rf" (?i:{alternatives(self.lexicon.titles)})(?!\w)")
        self._telling = re.compile(rf",? (?i:{alternatives(self.lexicon.telling)})(?!\w)[^,.;:!?\n]{{1,{_TELLING}}}")
        self._date_starts = [date.start for date in dates]
        self._links = self.lexicon.about | self.lexicon.whose | document.lexicon.references.links | self.lexicon.links
        self.owners = OwnerReader(document)

    def phrase(self, what: str, noun: int) -> DocumentPhrase | None:
        """The phrase around the document word at `noun`; None where nothing opens one."""
        last = self._last(noun)
        index = bisect_left(self._date_starts, self.words[noun].end)
        date = self.dates[index] if index < len(self.dates) else None
        behind = date if date and self._dates(date, noun, last) else None
        first = self.owners.owner(noun)
        if first is None and self._stands_alone(noun, behind):
            first = self.owners.whose(noun)
        if first is None:
            return None
        return DocumentPhrase(what, first, noun, last, self._dated_before(index, noun, first) or behind)

    def _stands_alone(self, noun: int, date: DateExpression | None) -> bool:
        """Whether a document word needs no article: before its date, its number or, in some languages, its author."""
        weak = self.words[noun].lower in self.lexicon.weak
        near = date is not None and self._is_right_before(noun, date)
        if not near and not weak and not self._begins_line(noun):
            near = self.owners.is_authored(noun) or self.owners.is_named(noun)
        titled = self._subject.match(self.document.view, self.words[noun].end) and not self._begins_line(noun)
        if near or (self.lexicon.articleless and (date or titled or self.owners.is_sent(noun))):
            return True
        return self._number.match(self.document.view, self.words[noun].end) is not None

    def _is_right_before(self, noun: int, date: DateExpression) -> bool:
        """Whether at most a small word stands between a document and its day: “by letter of 12 October”."""
        between = self.document.view[self.words[noun].end : date.start]
        return len(between) < _NEAR_DATE and "," not in between

    def _begins_line(self, at: int) -> bool:
        """Whether a word begins a line, perhaps behind a number: “5) Letter of 7 July 2023”."""
        start = self.words[self.owners.whose(at)].start
        before = self.document.view[self.document.view.rfind("\n", 0, start) + 1 : start]
        return self.words[at].capital and _MARK.fullmatch(before) is not None

    def _dated_before(self, index: int, noun: int, first: int) -> DateExpression | None:
        """The date right before a document: “its 18 June 2007 conclusions”, but not “du 7 octobre 2021 demande”."""
        before = self.dates[index - 1] if index else None
        near = before is not None and self.document.view[before.end : self.words[noun].start] == " "
        near = near and self.words[first].lower not in self.lexicon.before_date
        return before if near else None

    def next_date(self, noun: int) -> float:
        """Offset of the first date behind a word."""
        index = bisect_left(self._date_starts, self.words[noun].end)
        return self._date_starts[index] if index < len(self._date_starts) else inf

    def _last(self, noun: int) -> int:
        """Index of the last word of the phrase: up to a comma, a verb or a word that opens a clause."""
        last = noun
        for index in range(noun + 1, min(len(self.words), noun + _MOST_WORDS)):
            gap = self.document.view[self.words[index - 1].end : self.words[index].start]
            word, lower = self.words[index], self.words[index].lower
            small = lower in self.document.lexicon.function_words and lower not in self._links and not word.shouted
            mark = gap.strip(" \"'/-")
            open_gap = mark not in ("", ".") or (mark == "." and not self._abbreviates(index - 1))
            ends = small or lower in self.lexicon.ends or self._is_until(index)
            if open_gap or "\n" in gap or ends or (index == noun + 1 and not self._leads_on(noun)):
                break
            last = index
        while last > noun and self.words[last].lower in self._links:
            last -= 1
        return last

    def _leads_on(self, noun: int) -> bool:
        """Whether the words behind a document say more about it."""
        lower = self.words[noun + 1].lower
        more = any(lower in words for words in (self.lexicon.about, self.lexicon.whose, self.lexicon.dating))
        return more or self.owners.has_adjective_behind(noun) or self.owners.is_authored(noun)

    def _abbreviates(self, at: int) -> bool:
        """Whether the full stop behind a word ends no sentence: “Mr.”, “J.”."""
        word = self.words[at]
        lexicon = self.document.lexicon
        known = word.lower in lexicon.people.honorifics or word.lower in lexicon.sentences.abbreviations
        return len(word.text.rstrip(".")) == 1 or known

    def _dates(self, date: DateExpression, noun: int, last: int) -> bool:
        """Whether a date belongs to the phrase: inside it, right behind it, or behind “which emerged on”."""
        inside = date.start < self.words[last].end
        if inside or self._before_date.fullmatch(self.document.view, self.words[last].end, date.start):
            return True
        text = self.document.view[self.words[noun].end : date.start]
        if len(text) > _DATED_FAR or not {";", "\n"}.isdisjoint(text):
            return False
        between = [word.lower for word in self.words[noun + 1 : noun + _DATED_FAR // 5] if word.end <= date.start]
        if not self.lexicon.until.isdisjoint(between[-2:]):
            return False
        if "." not in text and len(text) < _DATED_NEAR and not self.lexicon.dating.isdisjoint(between[:_DATING_WORDS]):
            return True
        dated = bool(between) and between[-1] in self.lexicon.far_dating
        return dated and self.lexicon.kinds.keys().isdisjoint(between)

    def _is_until(self, at: int) -> bool:
        """Whether a day by which a document is to come follows: “a reply by 1 November”, “odpowiedź do dnia 1 maja”."""
        word = self.words[at]
        return word.lower in self.lexicon.until and self.next_date(at) <= word.end + _UNTIL_WITHIN

    def behind(self, phrase: DocumentPhrase) -> tuple[Word, ...]:
        """The words of a phrase behind its document word."""
        return self.words[phrase.noun + 1 : phrase.last + 1]

    def title_end(self, phrase: DocumentPhrase) -> int | None:
        """Where the title in quotation marks behind the document word ends."""
        found = _TITLE.match(self.document.view, self.words[phrase.noun].end)
        return found.end() if found else None

    def telling_end(self, phrase: DocumentPhrase) -> int:
        """Where “…, in which you ask for his release” right behind an undated document ends, else the phrase's end."""
        found = None if phrase.date else self._telling.match(self.document.view, self.words[phrase.noun].end)
        return max(self.words[phrase.last].end, found.end() if found else 0)

    def end(self, phrase: DocumentPhrase) -> int:
        """Where a phrase ends: with its date when that stands inside it."""
        if phrase.date and self.words[phrase.noun].end <= phrase.date.start <= self.words[phrase.last].end:
            return phrase.date.end
        behind = (self.title_end(phrase), self.number_end(phrase), phrase.date.end if phrase.date else None)
        return max(self.telling_end(phrase), *(end or 0 for end in behind))

    def number_end(self, phrase: DocumentPhrase) -> int | None:
        """Where the number right behind the document word or its phrase ends."""
        behind = (self.words[at].end for at in (phrase.last, phrase.noun))
        number = next(filter(None, (self._number.match(self.document.view, end) for end in behind)), None)
        return number.end() if number else None
