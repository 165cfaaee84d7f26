"""What the trained tagger sees that no rule has seen: people and bodies, as the lightest voters of all.

Only sentences with a capital word that nothing explains are shown to it, and only what it is sure of is proposed. It
proposes no places: the gazetteer leaves it nothing to find that is not as often wrong.
"""

from collections.abc import Iterator

from assistant.extraction.candidates import Candidate
from assistant.extraction.date_forms import DateExpression
from assistant.extraction.document import Document, Word
from assistant.extraction.sentences import split_sentences
from assistant.extraction.spans import SpanIndex
from assistant.extraction.tagging import Tagged, load_tagger
from assistant.model.mention import MentionKind

BY_TAGGER = 0
_SURE = 0.85
_PROPOSED = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION})
_SHORTEST = 3


def tagged_candidates(
    document: Document, found: list[Candidate], dates: tuple[DateExpression, ...]
) -> Iterator[Candidate]:
    """Names where `found` has none; nothing where the tagger's library is not installed."""
    tagger = load_tagger("crf")
    if tagger is None:
        return
    known, days = SpanIndex(found), SpanIndex(dates)
    sentences = [(one.start, one.end) for one in split_sentences(document, 0, len(document.view))]
    unseen = SpanIndex(word for word in document.words if _asks(document, word, known))
    shown = [span for span in sentences if unseen.touches(*span)]
    for name in tagger.tag_text(document.view, shown, document.lexicon.language):
        free = not (known.touches(name.start, name.end) or days.touches(name.start, name.end))
        if free and _is_likely(document, name):
            yield Candidate(name.start, name.end, name.kind, BY_TAGGER)


def _asks(document: Document, word: Word, known: SpanIndex[Candidate]) -> bool:
    """Whether a word looks like a part of a name that nothing has explained yet."""
    looks = word.capital and word.text[0].isalpha() and len(word.text) >= _SHORTEST
    return looks and not document.lexicon.is_ordinary(word.text) and not known.touches(word.start, word.end)


def _is_likely(document: Document, name: Tagged) -> bool:
    """Whether a proposal can be a name: capital at its ends, on one line, without numbers, no ordinary words alone."""
    text, lexicon = document.view[name.start : name.end], document.lexicon
    words = text.split()
    if name.confidence < _SURE or name.kind not in _PROPOSED or len(text) < _SHORTEST or not text[0].isupper():
        return False
    if "\n" in text or any(map(str.isdigit, text)):
        return False
    small = any(word.strip(".").lower() in lexicon.function_words for word in (words[0], words[-1]))
    titled = words[0].strip(".").lower() in lexicon.people.roles | lexicon.people.honorifics
    return not (small or titled) and not all(lexicon.is_ordinary(word.strip(".,'\"")) for word in words)
