"""What kind of document it is: told by its labels, its title and whether anybody is greeted."""

import re

from assistant.extraction.anatomy.asked import answering_line, is_answered
from assistant.extraction.anatomy.titled import is_party_title
from assistant.extraction.anatomy.zones import Zones, kind_pattern, labelled
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import matcher
from assistant.model.letter import DocumentKind

_IN_ORDER = (DocumentKind.ANSWER, DocumentKind.WRITTEN_QUESTION, DocumentKind.PRESS_RELEASE, DocumentKind.REPORT)
_DATELINE = re.compile(
    r"[A-Z][\w.' -]{2,30}(?:, | \(| )(?:[A-Z]\w+ )?"
    r"(?:\d{1,2}\b[^.;]{3,25}[-–—:] |\d{1,2}[./]\d{1,2}[./]\d{4}[ ,:–—-]+[\"\w])"
)
"""Place and day in front of the first sentence: “PRISTINA, 15 September 2017 – …”."""
_FIRST_LINES, _OPENING, _MOST_ABOVE, _FEW_LINES, _MOST_LINES, _TITLE_WORDS = 15, 250, 4, 5, 60, 3
"""Lines that may tell the kind; characters of an opening; lines from which on a head is more than a title; lines
of a text without a shape; lines among which an assembly adopts something or an answer begins; words of a bare title."""


def recognise_kind(document: Document, zones: Zones) -> DocumentKind:
    """The kind; a document that greets somebody or takes leave is a letter, whatever its title."""
    heads = [document.line_words(line) for line in (*zones.head, *zones.body[:2])][:_FIRST_LINES]
    if heads and _begins(heads[:1], document, DocumentKind.PRESS_RELEASE):
        return DocumentKind.PRESS_RELEASE
    if zones.answers:
        return DocumentKind.ANSWER
    titles = [(line, document.line_words(line)) for line in zones.head]
    named = [words for line, words in titles if is_party_title(document, line) or _is_bare_title(words)]
    if _begins(named, document, DocumentKind.WRITTEN_QUESTION):
        return DocumentKind.WRITTEN_QUESTION
    if zones.salutation or zones.closing:
        return DocumentKind.LETTER
    asks = _begins([document.line_words(line) for line in zones.head], document, DocumentKind.WRITTEN_QUESTION)
    if not asks and (_begins(heads, document, DocumentKind.RESOLUTION) or adopting_line(document)):
        return DocumentKind.RESOLUTION
    if _holds_answer(document):
        return DocumentKind.ANSWER
    if not asks and _has_dateline(document, zones):
        return DocumentKind.PRESS_RELEASE
    for kind in _IN_ORDER:
        if _begins(heads, document, kind):
            answered = kind is DocumentKind.WRITTEN_QUESTION and is_answered(document)
            return DocumentKind.ANSWER if answered else kind
    return DocumentKind.LETTER if _is_ungreeted_letter(document, zones) else _by_shape(document, zones)


def _holds_answer(document: Document) -> bool:
    """Whether a question and whoever answers it, or the word for an answer, stand one below the other."""
    lines = [document.line_words(line) for line in document.lines[:_MOST_LINES]]
    kinds = (DocumentKind.ANSWER, DocumentKind.WRITTEN_QUESTION)
    return answering_line(document) is not None or all(_begins(lines, document, kind) for kind in kinds)


def _is_bare_title(words: str) -> bool:
    """Whether a line is a few words in capitals: “INTERPELACJA POSELSKA”."""
    return words.isupper() and len(words.split()) <= _TITLE_WORDS


def _is_ungreeted_letter(document: Document, zones: Zones) -> bool:
    """Whether a text without a greeting is called a letter in its title, or addresses somebody in its first words."""
    heads = [document.line_words(line) for line in (*zones.head, *zones.body[:1])]
    titled = _begins(heads, document, DocumentKind.LETTER) or _is_addressed(document, zones)
    start, end = zones.body_span
    pattern = matcher(document.lexicon.language, "letter", "addressing")
    opening = pattern.search(document.view, start, min(end, start + _OPENING))
    quoted = opening is not None and document.view.count('"', start, opening.start()) % 2
    return titled or (opening is not None and not quoted)


def _is_addressed(document: Document, zones: Zones) -> bool:
    """Whether the first line names behind a label who is written to."""
    label = labelled(document.lexicon.language, "to_labels")
    found = label.match(document.line_words(zones.head[0])) if zones.head else None
    return found is not None and found.group().rstrip().endswith(":")


def _has_dateline(document: Document, zones: Zones) -> bool:
    """Whether the text, below no more than a title, begins with place and day."""
    return len(zones.head) < _MOST_ABOVE and _DATELINE.match(document.view, zones.body_span[0]) is not None


def _by_shape(document: Document, zones: Zones) -> DocumentKind:
    """A short title over quoted speech is a press release; anything else with a title is a report."""
    if not zones.body:
        return DocumentKind.OTHER
    titled = len(zones.head) in range(1, 4)
    body = document.view[slice(*zones.body_span)]
    bare = not zones.head and (len(zones.body) <= _FEW_LINES or body[:1] == '"')
    if (titled or bare) and body.count('"') >= 2:
        return DocumentKind.PRESS_RELEASE
    return DocumentKind.REPORT if titled or len(zones.body) > _FEW_LINES else DocumentKind.OTHER


def adopting_line(document: Document) -> Line | None:
    """The line, wherever it stands, in which an assembly adopts what follows: “Der Bundestag wolle beschließen”."""
    pattern = matcher(document.lexicon.language, "letter", "adopting")
    return next((line for line in document.lines[:_MOST_LINES] if pattern.match(document.line_words(line))), None)


def _begins(lines: list[str], document: Document, kind: DocumentKind) -> bool:
    pattern = kind_pattern(document.lexicon.language, kind)
    return any(pattern.match(line) for line in lines)
