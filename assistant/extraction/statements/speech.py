"""Speech between quotation marks and whose it is: somebody named right before or right behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.extraction.document import Document, Word
from assistant.extraction.spans import SpanIndex
from assistant.model.mention import Mention, MentionKind

_DOUBLE = r'["“„](?P<double>[^"“”„]{16,4000})["”“]'
_ANGLED = r"[«»] ?(?P<angled>[^«»]{16,4000}) ?[«»]"
_SINGLE = r"‘(?P<single>[^‘’]{16,600}(?:’[a-z][^‘’]{0,600}){0,4})[’‘](?![a-z])"
_QUOTATION = re.compile(f"{_DOUBLE}|{_ANGLED}|{_SINGLE}")
_FEWEST_WORDS = 5
_BEFORE, _BEHIND = 120, 80


@dataclass(frozen=True)
class Speech:
    """Spoken words, who is named beside them (None: a pronoun stands there), and the verb in the third person."""

    start: int
    end: int
    speaker: Mention | None
    verb: str


def find_speech(document: Document, actors: SpanIndex[Mention], words: SpanIndex[Word]) -> Iterator[Speech]:
    """All quotations beside which a verb of saying stands, with a name or a pronoun."""
    verbs = {form: verb for verb, forms in document.lexicon.acts.reporting.items() for form in forms}
    for match in _QUOTATION.finditer(document.source.text):
        start, end = match.span(match.lastgroup or 0)
        if len(document.view[start:end].split()) < _FEWEST_WORDS:
            continue
        for first, last, nearest in (_before(document, match.start()), _behind(document, match.end())):
            beside = [word.lower for word in words.starting(first, last)]
            verb = next((verbs[word] for word in beside if word in verbs), None)
            names = actors.starting(first, last)
            people = [one for one in names if one.kind is MentionKind.PERSON] or names
            if verb and (people or not document.lexicon.acts.pronouns.isdisjoint(beside)):
                yield Speech(start, end, people[nearest] if people else None, verb)
                break


def _before(document: Document, end: int) -> tuple[int, int, int]:
    """The words before a quotation in its paragraph, and that the last name counts."""
    start = max(0, end - _BEFORE)
    return document.view.rfind("\n", start, end) + 1 or start, end, -1


def _behind(document: Document, start: int) -> tuple[int, int, int]:
    """The words behind a quotation in its paragraph, and that the first name counts."""
    cut = document.view.find("\n", start, start + _BEHIND)
    return start, cut if cut >= 0 else start + _BEHIND, 0
