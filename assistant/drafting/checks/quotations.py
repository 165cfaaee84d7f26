"""Findings about the quotations of a draft: altered, absent, outside the cited fact, without source, not closed.

A quotation answers to the citation that follows it in its paragraph, else to the one before it.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.drafting.bench import Sources
from assistant.drafting.body import (
    CitationGroup,
    Paragraph,
    citation_groups,
    escape_markdown,
    paragraphs,
    plain_words,
)
from assistant.drafting.quotation_marks import Quotation, find_quotations
from assistant.drafting.quotes import (
    Judgement,
    Marks,
    Place,
    differing_words,
    judge_quotation,
    leaves_words_out,
    with_inner_marks,
)
from assistant.model.base import Value
from assistant.model.fact import Fact
from assistant.model.finding import Finding, Fix, Severity

WORDS_THAT_WANT_A_SOURCE = 4
"""From this many words on, a quotation without source is worth a warning; shorter ones are mostly terms."""

_SENTENCE_END = re.compile(r"[.!?…][”’“»\")\]]*\s+[“„«‘\"(]?(\w)")
_SHOWN_DIFFERENCES = 3


class Governed(Value):
    """A quotation with the citation it answers to."""

    paragraph: Paragraph
    quotation: Quotation
    group: CitationGroup | None = None
    firm: bool = False
    """Whether the citation closes the very sentence; otherwise the quotation may be a mere term."""

    @property
    def words(self) -> str:
        """The words as they will be printed."""
        return plain_words(self.quotation.words)

    @property
    def is_long(self) -> bool:
        """Whether it is more than a term."""
        return len(self.quotation.words.split()) >= WORDS_THAT_WANT_A_SOURCE


def governed_quotations(body: str) -> Iterator[Governed]:
    """Every outermost quotation of a body, in order, with its citation."""
    for paragraph in paragraphs(body):
        groups = tuple(citation_groups(body, paragraph.start, paragraph.end))
        for quotation in find_quotations(body, paragraph.start, paragraph.end).quotations:
            if not any(group.start < quotation.start < group.end for group in groups):
                group, firm = _governing(body, quotation, groups)
                yield Governed(paragraph=paragraph, quotation=quotation, group=group, firm=firm)


def cited_quotations(body: str) -> Iterator[Governed]:
    """Those of them that answer for a source: not mere terms in marks."""
    return (each for each in governed_quotations(body) if each.group and (each.firm or each.is_long))


def quoted_words(body: str) -> tuple[str, ...]:
    """The words a letter made from a body must hold, white space folded."""
    return tuple(" ".join(each.words.split()) for each in cited_quotations(body))


def check_quotations(body: str, sources: Sources, marks: Marks) -> Iterator[Finding]:
    """Compare every quotation of a body with its source; `marks` are those a fix writes."""
    for paragraph in paragraphs(body):
        cited = [group.start for group in citation_groups(body, paragraph.start, paragraph.end)]
        for at in find_quotations(body, paragraph.start, paragraph.end).unclosed:
            yield _unclosed(body, paragraph, at, is_cited=bool(cited) and at < cited[-1])
    for governed in governed_quotations(body):
        yield from _check(body, governed, sources, marks)


def describe_differences(quoted: str, original: str) -> str:
    """“You quote “near future”; the source has “future”.”, for the first few differences."""
    pairs = differing_words(quoted, original)
    sentences = [_describe_difference(ours, theirs) for ours, theirs in pairs[:_SHOWN_DIFFERENCES]]
    more = len(pairs) - len(sentences)
    return " ".join(sentences) + (f" And {more} more." if more > 0 else "")


def _describe_difference(ours: str, theirs: str) -> str:
    quoted = f"You quote “{ours}”" if ours else "You leave something out"
    return f"{quoted}; the source has “{theirs}”." if theirs else f"{quoted}; the source has nothing there."


def _governing(body: str, quotation: Quotation, groups: Sequence[CitationGroup]) -> tuple[CitationGroup | None, bool]:
    following = next((group for group in groups if group.start >= quotation.end), None)
    if following:
        return following, not _sentence_ends(body, quotation.end - 2, following.start)
    return (groups[-1], False) if groups else (None, False)


def _sentence_ends(body: str, start: int, end: int) -> bool:
    return any(found[1].isupper() for found in _SENTENCE_END.finditer(body, start, end))


def _check(body: str, governed: Governed, sources: Sources, marks: Marks) -> Iterator[Finding]:
    group = governed.group
    if group is None:
        if governed.is_long:
            yield _without_source(governed)
        return
    judgement = judge_quotation(governed.words, group.citations, sources)
    if judgement is None or not (governed.firm or governed.is_long):
        return
    if judgement.place is Place.NOWHERE:
        yield _absent(governed, judgement) if governed.firm else _without_source(governed)
    elif judgement.place is Place.ALTERED:
        yield _altered(governed, judgement, marks)
    else:
        if leaves_words_out(governed.words):
            yield _omission(governed)
        if judgement.spare:
            yield _spare_punctuation(body, governed, judgement.spare)
        if judgement.place is Place.IN_SOURCE:
            yield _outside_fact(governed, judgement, group, sources)


def _finding(governed: Governed, code: str, severity: Severity, **more: object) -> Finding:
    quotation = governed.quotation
    return Finding.model_validate(
        {
            "code": code,
            "severity": severity,
            "place": governed.paragraph.place,
            "quote": " ".join(governed.words.split()),
            "start": quotation.start,
            "end": quotation.end,
            **more,
        }
    )


def _altered(governed: Governed, judgement: Judgement, marks: Marks) -> Finding:
    if not judgement.nearest:
        message = f"The pieces of this quotation stand in {judgement.citation.precedent} in another order."
        advice = "Put them in the order of the source."
        return _finding(governed, "quotation-altered", Severity.ERROR, message=message, advice=advice)
    original = with_inner_marks(judgement.nearest, marks.inner)
    start, end = governed.quotation.start + 1, governed.quotation.end - 1
    fix = Fix(
        start=start,
        end=end,
        replacement=escape_markdown(original),
        label=f"write “{original}”, as the source has it",
    )
    return _finding(
        governed,
        "quotation-altered",
        Severity.ERROR,
        message=describe_differences(judgement.words, original),
        advice=f"Write “{original}”, or take the quotation marks away.",
        fix=fix if judgement.words == governed.words else None,
    )


def _absent(governed: Governed, judgement: Judgement) -> Finding:
    return _finding(
        governed,
        "quotation-absent",
        Severity.ERROR,
        message=f"These words do not stand in {judgement.citation.precedent}.",
        advice="Quote what the source says, cite where the words come from, or take the quotation marks away.",
    )


def _without_source(governed: Governed) -> Finding:
    return _finding(
        governed,
        "quotation-without-source",
        Severity.WARNING,
        message="This quotation names no source.",
        advice="Put the citation behind it, or take the quotation marks away.",
    )


def _omission(governed: Governed) -> Finding:
    return _finding(
        governed,
        "quotation-omission",
        Severity.WARNING,
        message="This quotation leaves words of its source out.",
        advice="Read the whole passage once more: what is left out must not change its sense.",
    )


def _spare_punctuation(body: str, governed: Governed, spare: str) -> Finding:
    end = governed.quotation.end
    behind = body[end - 1] + spare
    return _finding(
        governed,
        "quotation-punctuation",
        Severity.WARNING,
        message=f"The “{spare}” at the end of this quotation is not the source’s.",
        advice="Put it behind the closing mark.",
        fix=Fix(start=end - len(behind), end=end, replacement=behind, label=f"write “{behind}”"),
    )


def _outside_fact(governed: Governed, judgement: Judgement, group: CitationGroup, sources: Sources) -> Finding:
    citation = judgement.citation
    right = _facts_holding(judgement, sources)
    names = " or ".join(fact.id for fact in right)
    where = f"they are fact {names}" if right else "no reviewed fact holds them"
    cited = f"not in fact {citation.fact}" if citation.fact else "the citation names no fact"
    fix = None
    if right and len(group.citations) == 1:
        key = f"[@{citation.precedent}#{right[0].id}]"
        fix = Fix(start=group.start, end=group.end, replacement=key, label=f"cite fact {right[0].id}")
    return _finding(
        governed,
        "quotation-outside-fact",
        Severity.WARNING,
        message=f"These words stand in {citation.precedent}, but {cited}; {where}.",
        advice="Cite the fact that holds the words."
        if right
        else "Review the fact that holds the words, then cite it.",
        fix=fix,
    )


def _facts_holding(judgement: Judgement, sources: Sources) -> tuple[Fact, ...]:
    precedent, passage = sources.precedent(judgement.citation.precedent), judgement.passage
    if precedent is None or passage is None:
        return ()
    return tuple(fact for fact in precedent.citable() if fact.start <= passage.start and passage.end <= fact.end)


def _unclosed(body: str, paragraph: Paragraph, at: int, *, is_cited: bool) -> Finding:
    return Finding(
        code="quotation-unclosed",
        severity=Severity.ERROR if is_cited else Severity.WARNING,
        message=f"The quotation that begins “{' '.join(body[at + 1 : at + 40].split()[:5])}” is not closed.",
        place=paragraph.place,
        quote=body[at : min(at + 40, paragraph.end)],
        advice="Put the closing mark: without it the words cannot be compared with their source.",
        start=at,
        end=at + 1,
    )
