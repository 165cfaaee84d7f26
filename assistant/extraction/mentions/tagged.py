"""What the trained taggers say of the names the rules found, and of the words no rule explains.

Rules judge, taggers advise. Where a rule merely guessed and the CRF is sure that no name stands, the guess falls; where
no rule explains a capital word, a tagger's names are proposed, the lightest of all: people and bodies by the CRF,
places by the tagger of the extra `smart` where the office asks for it. Of the rest each was as often wrong as right.
A name that a rule cut short is given its end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document, Word
from assistant.extraction.mentions.date_forms import DateExpression
from assistant.extraction.mentions.organisations import BY_ACRONYM
from assistant.extraction.mentions.people import BY_POSSESSIVE, BY_SHAPE
from assistant.extraction.mentions.places import BY_PREPOSITION
from assistant.extraction.sentences import split_sentences
from assistant.extraction.spans import SpanIndex
from assistant.extraction.tagging import Judged, Tagged, Tagger, load_tagger
from assistant.model.mention import MentionKind, TaggerName

BY_TAGGER = 0
_GUESSES = frozenset({
    (MentionKind.PERSON, BY_SHAPE),
    (MentionKind.PERSON, BY_POSSESSIVE),
    (MentionKind.PLACE, BY_PREPOSITION),
    (MentionKind.ORGANISATION, BY_ACRONYM),
})  # fmt: skip
_SURE_OF_NONE = 0.9
_SHORTEST = 3


@dataclass(frozen=True)
class _Trust:
    """From which probability on, and about what, a tagger is believed: as measured on letters new to the rules."""

    least: float
    kinds: frozenset[MentionKind]


_TRUST = {
    "crf": _Trust(0.85, frozenset({MentionKind.PERSON, MentionKind.ORGANISATION})),
    "smart": _Trust(0.6, frozenset({MentionKind.PLACE})),
}


class SecondOpinion:
    """The taggers that are asked about one document; without their library they are silent."""

    def __init__(self, document: Document, tagger: TaggerName = "crf") -> None:
        """`tagger`: the last one asked. Raises MissingExtraError when the extra it needs is not installed."""
        asked: tuple[TaggerName, ...] = ("crf",) if tagger == "crf" else ("crf", tagger)
        self._document = document
        self._taggers = [loaded for name in asked if (loaded := load_tagger(name))]
        self._sentences = [(one.start, one.end) for one in split_sentences(document)]

    def without_refuted(self, found: list[Candidate]) -> list[Candidate]:
        """What was found, but for guesses of rules where the first tagger is sure that no name stands."""
        guesses = SpanIndex(one for one in found if (one.kind, one.weight) in _GUESSES)
        refuted = {one for sentence in self._sentences for one in self._refuted(sentence, guesses.within(*sentence))}
        return [one for one in found if one not in refuted]

    def _refuted(self, sentence: tuple[int, int], guesses: list[Candidate]) -> Iterator[Candidate]:
        if guesses and self._taggers:
            language = self._document.lexicon.language
            words = SpanIndex(self._taggers[0].judge_words(self._document.view, sentence, language))
            yield from (one for one in guesses if _is_none(one, words.within(one.start, one.end)))

    def proposals(self, found: list[Candidate], dates: tuple[DateExpression, ...]) -> list[Candidate]:
        """Names where `found` has none and no date stands, and people of `found` whose name goes on."""
        proposed: list[Candidate] = []
        for tagger in self._taggers:
            proposed += self._proposals(tagger, SpanIndex([*found, *proposed]), SpanIndex(dates))
        return proposed

    def _proposals(
        self, tagger: Tagger, known: SpanIndex[Candidate], days: SpanIndex[DateExpression]
    ) -> Iterator[Candidate]:
        unseen = SpanIndex(word for word in self._document.words if self._asks(word, known))
        shown = [span for span in self._sentences if unseen.touches(*span)]
        for name in tagger.tag_text(self._document.view, shown, self._document.lexicon.language):
            if self._is_likely(name, _TRUST[tagger.name]) and not days.touches(name.start, name.end):
                yield from _where_free(name, known)

    def _asks(self, word: Word, known: SpanIndex[Candidate]) -> bool:
        """Whether a word looks like a part of a name that nothing has explained yet."""
        looks = word.capital and word.text[0].isalpha() and len(word.text) >= _SHORTEST
        return looks and not self._document.lexicon.is_ordinary(word.text) and not known.touches(word.start, word.end)

    def _is_likely(self, name: Tagged, trust: _Trust) -> bool:
        """Whether a proposal can be a name: capital at its ends, on one line, no numbers, no ordinary words alone."""
        text, lexicon = self._document.view[name.start : name.end], self._document.lexicon
        words = text.split()
        if name.confidence < trust.least or name.kind not in trust.kinds:
            return False
        if len(text) < _SHORTEST or not text[0].isupper() or "\n" in text or any(map(str.isdigit, text)):
            return False
        small = any(word.strip(".").lower() in lexicon.function_words for word in (words[0], words[-1]))
        titled = words[0].strip(".").lower() in lexicon.people.roles | lexicon.people.honorifics
        titled = titled or words[-1].lower() in lexicon.people.roles
        folk = all(word.lower().removesuffix("s") in lexicon.places.adjectives for word in words)
        return not (small or titled or folk) and not all(lexicon.is_ordinary(word.strip(".,'\"")) for word in words)


def _where_free(name: Tagged, known: SpanIndex[Candidate]) -> Iterator[Candidate]:
    """The name where nothing stands yet; where a rule cut a person's name short, that person with the whole name."""
    begun = known.at(name.start)
    if begun and begun.kind is name.kind is MentionKind.PERSON and begun.end < name.end:
        if not known.touches(begun.end, name.end):
            yield replace(begun, end=name.end)
    elif not known.touches(name.start, name.end):
        yield Candidate(name.start, name.end, name.kind, BY_TAGGER)


def _is_none(guess: Candidate, words: list[Judged]) -> bool:
    """Whether the tagger, seeing the very words of a guess, is sure that they are no part of a name."""
    seen = bool(words) and (words[0].start, words[-1].end) == (guess.start, guess.end)
    return seen and all(not word.is_named and word.confidence >= _SURE_OF_NONE for word in words)
