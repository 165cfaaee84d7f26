"""Findings about sentences in another language than the letter's, outside quotations.

Told by the small words no language goes without; names of bodies in their own language are no sentences.
"""

import re
from collections.abc import Iterator

from assistant.drafting.checks.written import Written
from assistant.drafting.conventions import worded_languages, wording
from assistant.model.display import LANGUAGES
from assistant.model.finding import Finding, Severity

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 6
"""A sentence needs to show its language; anything shorter may be a name."""
_FEWEST_COMMON = 3
_WEIGHT = 2


def check_language(written: Written, language: str) -> Iterator[Finding]:
    """Every sentence of own words is in the letter's language."""
    if language not in worded_languages():
        return
    for start, end in written.sentences(language):
        words = [word.casefold() for word in _WORD.findall(written.own[start:end])]
        other = _other_language(words, language) if len(words) >= _FEWEST_WORDS else None
        if other:
            yield written.finding(
                "language-mixed",
                Severity.WARNING,
                (start, end),
                f"This sentence seems to be {LANGUAGES[other]}; the letter is {LANGUAGES[language]}.",
                "Translate it, or set it in quotation marks if somebody else’s words are meant.",
            )


def _other_language(words: list[str], language: str) -> str | None:
    """The language whose own small words outweigh those of the letter's language; what both share says nothing."""
    ours = wording(language).common
    for other in worded_languages():
        theirs = wording(other).common
        speaks_for_it = sum(word in theirs and word not in ours for word in words)
        speaks_against = sum(word in ours and word not in theirs for word in words)
        if speaks_for_it >= _FEWEST_COMMON and speaks_for_it > _WEIGHT * speaks_against:
            return other
    return None
