"""Findings about sentences that state a figure, a date or somebody's words, and name no source.

Not meant: questions, the writer's own doings, days something is asked by, letters named by their date, numbers that
are names (Article 14). A warning at most: what wants a source, the writer decides.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from assistant.drafting.checks.dates import find_dates
from assistant.drafting.checks.official_journal import journal_spans
from assistant.drafting.checks.reference_formats import reference_spans
from assistant.drafting.checks.written import Written
from assistant.drafting.conventions import worded_languages, wording
from assistant.drafting.language import load_language
from assistant.drafting.sentences import CITED, QUOTED
from assistant.model.finding import Finding, Severity

_FIGURE = re.compile(r"(?<![\w./\[-])\d[\d.,\u00a0\u202f]*(?:\s?%)?(?![\w/-]*\d)")
_LIST_MARKER = re.compile(r"\s*\d{1,3}[.)]\s")
_QUESTION = re.compile(r"[?؟][)\]”’“»\s]*\Z")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF = r"of|dated|du|vom|z\sdnia|del|de"
_LONGEST_REFERENCE = 40
"""Characters between “your letter” and its date."""


def check_claims(written: Written, language: str, day_of_letter: str) -> Iterator[Finding]:
    """Sentences of own words that state what somebody else could doubt carry a citation."""
    if language not in worded_languages():
        return
    for start, end in written.sentences(language):
        sentence = written.own[start:end]
        if CITED in sentence or QUOTED in sentence or _is_own_affair(sentence, language):
            continue
        what = _claim(sentence, language, day_of_letter)
        if what:
            yield written.finding(
                "claim-without-source",
                Severity.WARNING,
                (start, end),
                f"This sentence states {what} and names no source.",
                "Cite where it is from, or leave it if the letter itself is the source.",
            )


def _is_own_affair(sentence: str, language: str) -> bool:
    """Whether it asks, or tells what the writer does."""
    words = wording(language)
    return bool(_QUESTION.search(sentence)) or any(word.casefold() in words.own for word in _WORD.findall(sentence))


def _claim(sentence: str, language: str, day_of_letter: str) -> str | None:
    if _statement(language).search(sentence):
        return "what somebody said"
    blanked = _without_names(sentence, language)
    for date in find_dates(sentence, language):
        is_own = date.value is not None and date.value.isoformat() == day_of_letter
        is_named = blanked[date.start : date.end] != sentence[date.start : date.end]
        if not (is_own or is_named or _is_deadline(sentence[: date.start], language)):
            return "a date"
        blanked = blanked[: date.start] + " " * (date.end - date.start) + blanked[date.end :]
    if _month(language).search(blanked):
        return "a date"
    figures = [found for found in _FIGURE.finditer(blanked) if not _YEAR.fullmatch(found[0].rstrip(".,"))]
    return "a figure" if figures else None


def _without_names(sentence: str, language: str) -> str:
    """The sentence with numbers that are names blanked: list markers, references, articles, letters by their date."""
    marker = _LIST_MARKER.match(sentence)
    names = [marker.span()] if marker else []
    names += [found.span() for found in _named_numbers(language).finditer(sentence)]
    return _blank(sentence, [*names, *reference_spans(sentence), *journal_spans(sentence, language)])


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _is_deadline(before: str, language: str) -> bool:
    return bool(_deadline(language).search(before))


@cache
def _statement(language: str) -> re.Pattern[str]:
    """Somebody by name, then a verb of saying; such a verb with “that”; or “according to”."""
    words = wording(language)
    verbs = "|".join(map(re.escape, words.stating))
    that = "|".join(map(re.escape, words.that))
    phrases = "|".join(map(re.escape, words.stated))
    return re.compile(
        rf"\b(?-i:[^\W\d_a-zß-ÿ])\w{{3,}}(?:\s\w{{1,5}}){{0,2}}\s(?:{verbs})(?!\w)"
        rf"|(?<!\w)(?:{verbs})(?:\s\w+){{0,4}},?\s(?:{that})(?!\w)"
        rf"|(?<!\w)(?:{phrases})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _named_numbers(language: str) -> re.Pattern[str]:
    """Numbers and dates behind a word for what bears them: “Article 14”, “your letter of 15 May”."""
    words = wording(language)
    numbered = "|".join(map(re.escape, words.numbered))
    letters = "|".join(map(re.escape, words.letters))
    more = rf"(?:,?\s(?:{_OF})\s\d{{1,2}}(?!\d))?"
    return re.compile(
        rf"(?<!\w)(?:{numbered})\.?\s*\d[\d./(),–-]*(?:\s(?:and|et|und|i|e|y)\s\d+)?{more}"
        rf"|(?<!\w)(?:{letters})s?(?!\w)[^.!?]{{0,{_LONGEST_REFERENCE}}}?\d[\d./-]*{more}",
        re.IGNORECASE,
    )


@cache
def _month(language: str) -> re.Pattern[str]:
    """A month with its year."""
    months = "|".join(map(re.escape, load_language(language).dates.months))
    return re.compile(rf"\b(?:{months})\s(?:de\s|del\s)?(?:19|20)\d\d\b", re.IGNORECASE)


@cache
def _deadline(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, wording(language).deadlines))})\s+(?:the\s)?\Z", re.IGNORECASE
    )
