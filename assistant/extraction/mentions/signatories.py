"""Who signs a joint letter: bodies behind a signatory's name and role, or in a line of their own among signatories.

A name on a line of signatures is a body by its place alone, whatever its words are; in a list of bare names of people
it is one more of them.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document, Line
from assistant.extraction.spans import SpanIndex
from assistant.model.mention import MentionKind

BY_PLACE = 9
_SEVERAL = 3
"""Signatories from which a letter is a joint one."""
_SEPARATOR = re.compile(r", | [-–—|/] ")
_BRACKET = re.compile(r" ?\([^()]{1,60}\)?\.?$")
_LONGEST_LINE, _MOST_WORDS = 140, 9
_NAME_WORDS = range(2, 4)


def signing_names(document: Document, tail: tuple[Line, ...], people: list[Candidate]) -> Iterator[Candidate]:
    """The bodies and unknown people among the signatures of a joint letter; none where fewer than three people sign."""
    index = SpanIndex(people)
    signed = [line for line in tail if any(one.start - line.start < 3 for one in index.within(line.start, line.end))]
    if len(signed) < _SEVERAL:
        return
    bare = _are_bare_names(tail, index)
    for line in tail:
        if line.start > signed[-1].end + 10 * _LONGEST_LINE or line.end - line.start > _LONGEST_LINE:
            break
        inside = index.within(line.start, line.end)
        span = _last_piece(document, inside[-1].end, line.end) if inside else (line.start, line.end)
        if span and _names_body(document, *span, alone=not inside):
            kind = MentionKind.PERSON if bare and _may_be_person(document, *span) else MentionKind.ORGANISATION
            yield Candidate(*_without_bracket(document, *span), kind, BY_PLACE)


def _are_bare_names(tail: tuple[Line, ...], index: SpanIndex[Candidate]) -> bool:
    """Whether many signatures are the name of a person alone, right below another one."""
    alone = [any(one.end == line.end for one in index.within(line.start, line.end)) for line in tail]
    below = sum(one and other for one, other in pairwise(alone))
    return below >= _SEVERAL and 3 * below > len(tail)


def _may_be_person(document: Document, start: int, end: int) -> bool:
    words = document.view[start:end].split()
    return len(words) in _NAME_WORDS and all(word[0].isupper() and not word.isupper() for word in words)


def _last_piece(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """What stands behind the last comma or dash of a line."""
    cuts = list(_SEPARATOR.finditer(document.view, start, end))
    return document.trim(cuts[-1].end(), end) if cuts else None


def _names_body(document: Document, start: int, end: int, *, alone: bool) -> bool:
    """Whether words can be the name of a body: capital, no role, no digits; in a line of their own all capital."""
    words = document.view[start:end].split()
    lexicon = document.lexicon
    if not 1 < len(words) + (not alone) <= _MOST_WORDS or not words[0][0].isupper() or words[-1].endswith((":", ";")):
        return False
    never = lexicon.people.roles | lexicon.people.postnominals | lexicon.people.honorifics
    if any(word.lower().strip(",.") in never or any(map(str.isdigit, word)) for word in words):
        return False
    small = lexicon.function_words | lexicon.organisations.links
    return not alone or all(word[0].isupper() or word.lower() in small or not word[0].isalpha() for word in words)


def _without_bracket(document: Document, start: int, end: int) -> tuple[int, int]:
    bracket = _BRACKET.search(document.view, start, end)
    return (start, bracket.start()) if bracket and bracket.start() > start else (start, end)
