"""Quoting: setting a source's words in quotation marks, and judging whether words in marks are the source's.

The comparison itself is model/quotation.py; here is what it means for a citation of a fact. No findings, no Word.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import IntEnum

from assistant.drafting.bench import Sources
from assistant.drafting.body import escape_markdown
from assistant.drafting.language import Language, load_language
from assistant.model.base import Value
from assistant.model.draft import Citation
from assistant.model.fact import Fact
from assistant.model.precedent import Precedent
from assistant.model.quotation import ComparableText, Standing, compare_quotation, fold
from assistant.model.source import Passage
from assistant.settings import Settings

_DOUBLE_MARK = re.compile(r"[“”„‟«»\"]")
_OMISSION = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\))\s*")
_PUNCTUATION = ".,;:"


class Marks(Value):
    """Opening and closing marks: of a quotation, and of a quotation inside it."""

    outer: tuple[str, str]
    inner: tuple[str, str]


class Place(IntEnum):
    """Where the words of a quotation stand, best first."""

    IN_FACT = 0
    IN_SOURCE = 1
    """In the source, but not in the words of the cited fact."""
    ALTERED = 2
    NOWHERE = 3


class Judgement(Value):
    """How a quotation stands to one citation."""

    place: Place
    citation: Citation
    words: str = ""
    """The words judged: the quotation, or the piece of it between omissions that stands worst."""
    passage: Passage | None = None
    """The words in the source, where they stand there."""
    nearest: str = ""
    """The source's words that altered ones come from."""
    spare: str = ""
    """A punctuation mark at the end that belongs to the writer's sentence, not to the source."""


def quotation_marks(language: Language, settings: Settings) -> Marks:
    """The marks of a language, or those the house prefers."""
    outer = settings.style.quotation_marks.get(language.code, language.quotation_marks)
    return Marks(outer=outer, inner=language.inner_quotation_marks)


def set_in_marks(words: str, marks: Marks) -> str:
    """Words of a source in quotation marks: white space folded, the source's own double marks made inner ones."""
    return f"{marks.outer[0]}{with_inner_marks(words, marks.inner)}{marks.outer[1]}"


def with_inner_marks(words: str, inner: tuple[str, str]) -> str:
    """Words fit to stand inside quotation marks."""
    folded = " ".join(words.split())
    return _DOUBLE_MARK.sub(lambda found: inner[0] if _opens(folded, found.start()) else inner[1], folded)


def quote_fact(precedent: Precedent, fact: Fact, language: str, settings: Settings) -> str:
    """A fact's words in quotation marks with their citation, as Markdown: `“…” [@2019-05-23-carlsson-gomes#f9]`."""
    return cite_fact(precedent.id, fact, quotation_marks(load_language(language), settings))


def cite_fact(precedent_id: str, fact: Fact, marks: Marks) -> str:
    """As `quote_fact`, for marks already chosen."""
    return f"{escape_markdown(set_in_marks(fact.quote, marks))} [@{precedent_id}#{fact.id}]"


def judge_quotation(words: str, citations: Iterable[Citation], sources: Sources) -> Judgement | None:
    """How plain words stand to the best of their citations; None when no cited precedent exists.

    Words may leave something out with […]; then every piece must stand in the source, in this order.
    """
    judgements = [
        _judge(words, citation, precedent, fact, sources)
        for citation in citations
        for precedent, fact in [sources.resolve(citation)]
        if precedent
    ]
    return min(judgements, key=lambda judgement: judgement.place, default=None)


def leaves_words_out(words: str) -> bool:
    """Whether a quotation says with […] that something of its source is missing."""
    return _OMISSION.search(words) is not None


def differing_words(quoted: str, original: str) -> tuple[tuple[str, str], ...]:
    """Pairs of differing words, each with a neighbour where one side would be empty: (“near future”, “future”)."""
    ours, theirs = quoted.split(), original.split()
    matcher = SequenceMatcher(None, [fold(word) for word in ours], [fold(word) for word in theirs], autojunk=False)
    pairs = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        behind = int(tag != "replace" and b < len(ours) and d < len(theirs))
        before = int(tag != "replace" and not behind and a > 0 and c > 0)
        pairs.append((" ".join(ours[a - before : b + behind]), " ".join(theirs[c - before : d + behind])))
    return tuple(pairs)


def _judge(words: str, citation: Citation, precedent: Precedent, fact: Fact | None, sources: Sources) -> Judgement:
    pieces = [piece for piece in _OMISSION.split(words) if piece.strip()] or [words]
    found = [_judge_piece(piece, citation, precedent, fact, sources) for piece in pieces]
    worst = max(found, key=lambda judgement: judgement.place)
    text = fact.quote if fact and worst.place is Place.IN_FACT else precedent.text
    if len(found) > 1 and worst.place < Place.ALTERED and not _in_order(pieces, text):
        return Judgement(place=Place.ALTERED, citation=citation)
    return worst


def _judge_piece(
    words: str, citation: Citation, precedent: Precedent, fact: Fact | None, sources: Sources
) -> Judgement:
    text = sources.text(precedent)
    trimmed = words.rstrip().rstrip(_PUNCTUATION)
    spare = words.rstrip()[len(trimmed) :]
    for wanted, without in ((words, ""), *([(trimmed, spare)] if spare and trimmed else ())):
        passage = text.find(wanted)
        if passage:
            inside = fact is not None and fold(wanted) in fold(fact.quote)
            place = Place.IN_FACT if inside else Place.IN_SOURCE
            return Judgement(place=place, citation=citation, words=wanted, passage=passage, spare=without)
    nearest = _nearest_words(words, text, fact)
    place = Place.ALTERED if nearest else Place.NOWHERE
    return Judgement(place=place, citation=citation, words=words, nearest=nearest)


def _nearest_words(words: str, text: ComparableText, fact: Fact | None) -> str:
    """The words that altered ones come from, the cited fact first; empty when there are none."""
    if fact:
        comparison = compare_quotation(words, fact.quote)
        if comparison.passage and comparison.standing is Standing.ALTERED:
            return comparison.passage.text
    passage = text.compare(words).passage
    return passage.text if passage else ""


def _in_order(pieces: list[str], text: str) -> bool:
    return re.search(".*?".join(re.escape(fold(piece)) for piece in pieces), fold(text)) is not None


def _opens(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "([‘“„«"
