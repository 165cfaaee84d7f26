"""Names said again by one part: “Mr Yerimbetov … Yerimbetov's sister”, “Secretary Rice”."""

from collections.abc import Iterator

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document
from assistant.extraction.lexicon import bases
from assistant.extraction.mentions.people import BY_PART
from assistant.extraction.phrases import joined
from assistant.extraction.wordlists import with_forms
from assistant.model.mention import MentionKind


def repeated_parts(document: Document, people: list[Candidate]) -> Iterator[Candidate]:
    """Single words that repeat a part of a name already found: “Mr Yerimbetov … Yerimbetov's sister”."""
    lexicon = document.lexicon
    parts = {
        part
        for person in people
        for part in document.view[person.start : person.end].split()
        if len(part) > 2 and part[0].isupper() and part.lower() not in lexicon.function_words
    }
    endings = lexicon.people.endings
    known = with_forms(frozenset(parts.union(*(bases(part, endings) for part in parts))), document.words, endings)
    for at, word in enumerate(document.words):
        if word.text not in known or _in_longer_name(document, at):
            continue
        titled = at > 0 and document.words[at - 1].capital and document.words[at - 1].lower in lexicon.people.roles
        if lexicon.is_ordinary(word.text) and not (word.possessive or titled):
            continue
        yield Candidate(word.start, word.end, MentionKind.PERSON, BY_PART)


def _in_longer_name(document: Document, at: int) -> bool:
    """Whether a capital word that may be of the same name stands beside: no title, and no word of the language."""
    words, view, lexicon = document.words, document.view, document.lexicon
    titles = lexicon.people.honorifics | lexicon.people.roles | lexicon.function_words
    before = at > 0 and joined(view, words, at - 1) and words[at - 1].capital and not words[at - 1].possessive
    behind = joined(view, words, at) and words[at + 1].capital and not words[at].possessive
    if before and (words[at - 1].lower in titles or lexicon.is_ordinary(words[at - 1].text)):
        before = False
    return before or (behind and not (lexicon.joins_words and lexicon.is_ordinary(words[at + 1].text)))
