"""Documents told of by what was done with them: “In February 2019 I sent a letter to your team”.

The day of the sentence is the document's day; a sentence with two days, or none, tells of no document here.
"""

from collections.abc import Iterator

from assistant.extraction.document import Document
from assistant.extraction.mentions.date_forms import DateExpression
from assistant.extraction.mentions.dates import resolve
from assistant.extraction.mentions.moments import Anchor
from assistant.extraction.phrases import joined
from assistant.extraction.sentences import Sentence, split_sentences
from assistant.extraction.spans import SpanIndex
from assistant.model.letter import Reference

_NEAR, _FAR, _BEFORE, _BEHIND = 8, 18, 3, 4
"""Words from the verb to the document, from the document to a verb at the end; quoted before and behind it."""


def sent_documents(document: Document, dates: tuple[DateExpression, ...], anchor: Anchor) -> Iterator[Reference]:
    """One reference for every sentence in which somebody sent, submitted or adopted a document on a day."""
    sending = document.lexicon.documents.sending
    if not any(word.lower in sending for word in document.words):
        return
    days = SpanIndex(date for date in dates if date.shift is None)
    for sentence in split_sentences(document):
        within = days.starting(sentence.start, sentence.end)
        noun = _document(document, sentence) if len(within) == 1 else None
        if noun is not None:
            yield from _reference(document, sentence, noun, resolve(within[0], anchor))


def _document(document: Document, sentence: Sentence) -> int | None:
    """Index among the sentence's words of the first document near a verb of sending."""
    words, lexicon = sentence.words, document.lexicon.documents
    verbs = [at for at, word in enumerate(words) if word.lower in lexicon.sending]
    told = (at for at, word in enumerate(words) if word.lower in lexicon.kinds and word.lower not in lexicon.weak)
    nouns = (at for at in told if at == 0 or words[at - 1].lower not in lexicon.not_yet)
    return next((at for at in nouns if any(-_NEAR <= verb - at <= _FAR for verb in verbs)), None)


def _reference(document: Document, sentence: Sentence, noun: int, day: str | None) -> Iterator[Reference]:
    """The document with its article and the words behind it."""
    words, lexicon = sentence.words, document.lexicon.documents
    opening = lexicon.articles | lexicon.owners
    first = next((at for at in range(noun, max(-1, noun - _BEFORE - 1), -1) if words[at].lower in opening), noun)
    last = noun
    while last < min(noun + _BEHIND, len(words) - 1) and joined(document.view, words, last):
        last += 1
    passage = document.passage(words[first].start, words[last].end)
    if passage and day:
        what = lexicon.kinds[words[noun].lower]
        yield Reference(what=what, quote=passage.text, start=passage.start, end=passage.end, date=day)
