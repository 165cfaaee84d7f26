"""Findings about what a letter quoted when it was exported: the words, their sources, and the notes that name them.

Where a quotation or a note stands now is known already (tracing.py); what came in since is for letter_additions.py.
"""

from collections.abc import Iterator

from assistant.drafting.bench import Sources
from assistant.drafting.checks.citations import citation_problem
from assistant.drafting.checks.located import Located
from assistant.drafting.checks.quotations import describe_differences
from assistant.drafting.quotes import Judgement, Place, judge_quotation
from assistant.drafting.traced_quotations import TracedQuotation
from assistant.drafting.tracing import NoteFate, Trace, TracedNote
from assistant.model.finding import Severity
from assistant.model.quotation import ComparableText, Standing


def check_sources(traced: Trace, sources: Sources) -> Iterator[Located]:
    """Compare every quotation with its source, and see that its note is still behind it and says the same."""
    for quotation in traced.quotations:
        yield from _check_quotation(quotation, traced, sources)
    for note in traced.notes:
        yield from _check_note(note)
        if note.record.leans and note.mark and not _leans_on_its_source(note, traced):
            yield _leans_on_another(note)


def _check_quotation(quotation: TracedQuotation, traced: Trace, sources: Sources) -> Iterator[Located]:
    record = quotation.record
    if quotation.span is None:
        note = traced.notes[record.note] if record.note is not None else None
        if note and note.fate is NoteFate.STRAY:
            yield _removed(quotation, note)
        return
    at = quotation.span[0]
    citations = [source.citation for source in record.sources]
    for problem in filter(None, (citation_problem(citation, sources) for citation in citations)):
        yield Located(
            at=at, quote=record.words, **problem.model_dump(include={"code", "severity", "message", "advice"})
        )
    judgement = judge_quotation(quotation.words, citations, sources)
    if judgement and judgement.place >= Place.ALTERED:
        yield _untrue(quotation, judgement, at)
    elif quotation.standing is Standing.ALTERED:
        yield _exchanged(quotation, at)


def _untrue(quotation: TracedQuotation, judgement: Judgement, at: int) -> Located:
    record = quotation.record
    theirs = judgement.nearest or (record.words if quotation.standing is Standing.ALTERED else "")
    if not theirs:
        return Located(
            at=at,
            code="quotation-absent",
            severity=Severity.ERROR,
            message=f"These words do not stand in {judgement.citation.precedent}.",
            quote=quotation.words,
            advice="Quote what the source says, or take the quotation out.",
        )
    return altered(at, quotation.words, theirs)


def _exchanged(quotation: TracedQuotation, at: int) -> Located:
    return Located(
        at=at,
        code="quotation-changed",
        severity=Severity.NOTE,
        message=f"Other words are quoted here, true to their source: “{' '.join(quotation.words.split())}”.",
        quote=quotation.words,
        advice=f"It read: “{quotation.record.words}”. See that the footnote names the right paragraph.",
    )


def altered(at: int, ours: str, theirs: str) -> Located:
    """The finding about words that are not those of their source."""
    return Located(
        at=at,
        code="quotation-altered",
        severity=Severity.ERROR,
        message=describe_differences(ours, theirs),
        quote=ours,
        advice=f"The source says: “{' '.join(theirs.split())}”.",
    )


def _removed(quotation: TracedQuotation, note: TracedNote) -> Located:
    return Located(
        at=note.at,
        code="quotation-removed",
        severity=Severity.WARNING,
        message=f"A quotation from {quotation.record.sources[0].precedent} no longer stands before its footnote.",
        quote=quotation.record.words,
        advice="If it was taken out on purpose, take out its footnote too.",
    )


def _check_note(note: TracedNote) -> Iterator[Located]:
    severity = Severity.ERROR if note.of_quotation else Severity.WARNING
    belongs = "quotation" if note.of_quotation else "sentence"
    if note.fate is NoteFate.LOST or (note.fate is NoteFate.REWORDED and note.mark is None):
        yield Located(
            at=note.at,
            code="citation-deleted",
            severity=severity,
            message=f"The footnote of this {belongs} is gone: “{_shortened(note.quotes)}”.",
            quote=note.quotes,
            advice=f"Put it back: “{note.record.words}”",
        )
    elif note.fate is NoteFate.MOVED:
        yield Located(
            at=note.at,
            code="citation-moved",
            severity=severity,
            message=f"The footnote of this {belongs} stands elsewhere now: “{_shortened(note.quotes)}”.",
            quote=note.quotes,
            advice=f"Put the mark of “{note.record.words}” back behind it.",
        )
    elif note.fate is NoteFate.REWORDED and note.mark:
        yield _reworded(note, note.mark.words, severity)


def _reworded(note: TracedNote, words: str, severity: Severity) -> Located:
    added_to = ComparableText(words).find(note.record.words.rstrip("."))
    return Located(
        at=note.at,
        code="footnote-changed",
        severity=Severity.NOTE if added_to else severity,
        message=f"A footnote was changed: “{words}”",
        quote=words,
        advice=f"It read: “{note.record.words}”",
    )


def _leans_on_its_source(note: TracedNote, traced: Trace) -> bool:
    before = traced.note_before(note)
    return before is not None and before.record.precedents == note.record.precedents


def _leans_on_another(note: TracedNote) -> Located:
    return Located(
        at=note.at,
        code="footnote-out-of-place",
        severity=Severity.ERROR,
        message=f"“{note.record.words}” no longer follows the footnote it refers to.",
        quote=note.record.words,
        advice=f"Write the source out: {' and '.join(note.record.precedents)}.",
    )


def _shortened(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= 80 else f"{folded[:80].rsplit(' ', 1)[0]} …"
