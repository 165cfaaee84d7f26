"""Findings about quotations and footnotes that came into a letter after its export, or whose sources it does not tell.

Their words are compared with the document their footnote cites, else with the office's precedents that hold words like
them. What no precedent holds cannot be proved here.
"""

from collections.abc import Iterator

from assistant.drafting.bench import Bench, Sources
from assistant.drafting.checks.letter_sources import altered
from assistant.drafting.checks.located import Located
from assistant.drafting.checks.quotations import WORDS_THAT_WANT_A_SOURCE
from assistant.drafting.provenance import Provenance, governing_mark
from assistant.drafting.quotation_marks import Quotation, find_quotations
from assistant.drafting.quotes import Judgement, Place, judge_quotation
from assistant.drafting.tracing import Trace
from assistant.drafting.word.letters.wording import Wording
from assistant.model.draft import Citation
from assistant.model.finding import Severity
from assistant.model.quotation import fold


def check_additions(provenance: Provenance, letter: Wording, traced: Trace, bench: Bench) -> Iterator[Located]:
    """What the export did not hold: quotations first, then footnotes nobody knows."""
    exported = fold(provenance.wording.text)
    known = [span for quotation in traced.quotations if (span := quotation.span)]
    for quotation in long_quotations(letter):
        is_known = any(start < quotation.end and quotation.start < end for start, end in known)
        if not is_known and fold(quotation.words) not in exported:
            yield from _check_new(quotation, _citations(quotation, provenance, letter, traced), letter, bench)
    for mark in letter.marks:
        if mark.words and traced.note_at(mark) is None:
            yield Located(
                at=mark.at,
                code="footnote-added",
                severity=Severity.NOTE,
                message=f"A footnote was added: “{mark.words}”",
                quote=mark.words,
                advice="The program cannot prove it; compare it with its source by eye.",
            )


def check_without_provenance(letter: Wording, bench: Bench) -> Iterator[Located]:
    """A letter that does not tell its sources: every quotation is looked for in the office's precedents."""
    if bench.seek is None:
        yield _without_sources(0, 0)
        return
    quotations = long_quotations(letter)
    sought = [(quotation, _sought(quotation.words, bench)) for quotation in quotations]
    proved = sum(judgement is not None and judgement.place < Place.ALTERED for _, judgement in sought)
    yield _without_sources(proved, len(quotations))
    for quotation, judgement in sought:
        if judgement and judgement.place is Place.ALTERED:
            yield altered(quotation.start, quotation.words, judgement.nearest)
        elif judgement is None or judgement.place is Place.NOWHERE:
            yield _unproved(quotation)


def long_quotations(letter: Wording) -> tuple[Quotation, ...]:
    """The quotations of a letter that are more than terms, in order."""
    spans = map(letter.span, range(len(letter.paragraphs)))
    found = (quotation for span in spans for quotation in find_quotations(letter.text, *span).quotations)
    return tuple(each for each in found if len(each.words.split()) >= WORDS_THAT_WANT_A_SOURCE)


def _citations(quotation: Quotation, provenance: Provenance, letter: Wording, traced: Trace) -> tuple[Citation, ...]:
    """What the footnote behind a new quotation cites, when it is one of the export's."""
    number = governing_mark(letter, quotation.end)
    note = traced.note_at(letter.marks[number]) if number is not None else None
    if note is None:
        return ()
    cited = [source.citation for each in provenance.quotations if each.note == note for source in each.sources]
    named = provenance.notes[note].precedents
    return tuple(cited) or tuple(Citation(precedent=identifier, start=0, end=0) for identifier in named)


def _check_new(
    quotation: Quotation, citations: tuple[Citation, ...], letter: Wording, bench: Bench
) -> Iterator[Located]:
    judgement = judge_quotation(quotation.words, citations, Sources(bench.shelf))
    if judgement and judgement.place < Place.ALTERED:
        return
    if judgement and judgement.place is Place.ALTERED and judgement.nearest:
        yield altered(quotation.start, quotation.words, judgement.nearest)
        return
    elsewhere = _sought(quotation.words, bench)
    has_note = governing_mark(letter, quotation.end) is not None
    if elsewhere and elsewhere.place is Place.ALTERED and has_note:
        yield altered(quotation.start, quotation.words, elsewhere.nearest)
    elif elsewhere and elsewhere.place < Place.ALTERED and has_note and not citations:
        return
    elif has_note and not citations:
        yield _unproved(quotation)
    else:
        yield _without_source(quotation, elsewhere)


def _sought(words: str, bench: Bench) -> Judgement | None:
    """How words stand to the precedent of the office that holds them, or words most like them."""
    found = {precedent.id: precedent for precedent in (bench.seek(words) if bench.seek else ())}
    citations = [Citation(precedent=identifier, start=0, end=0) for identifier in found]
    return judge_quotation(words, citations, Sources(found.get))


def _without_source(quotation: Quotation, elsewhere: Judgement | None) -> Located:
    stands = elsewhere is not None and elsewhere.place < Place.ALTERED
    words = " ".join(quotation.words.split())
    where = f"They stand in {elsewhere.citation.precedent}: cite" if stands and elsewhere else "Cite"
    return Located(
        at=quotation.start,
        code="quotation-without-source",
        severity=Severity.ERROR,
        message=f"This quotation was put in after the export and names no source that holds it: “{words}”.",
        quote=quotation.words,
        advice=f"{where} it in the draft and export again, or take the quotation marks away.",
    )


def _unproved(quotation: Quotation) -> Located:
    return Located(
        at=quotation.start,
        code="quotation-unproved",
        severity=Severity.WARNING,
        message=f"No precedent of the office holds this quotation: “{' '.join(quotation.words.split())}”.",
        quote=quotation.words,
        advice="Compare it with its source by eye, or file the source and check again.",
    )


def _without_sources(proved: int, total: int) -> Located:
    looked = f" {proved} of its {total} quotations stand word for word in the office’s precedents." if total else ""
    return Located(
        at=0,
        code="letter-without-sources",
        severity=Severity.WARNING,
        message=f"The letter does not tell what it was made from, so edits cannot be listed.{looked}",
        advice="It was exported as final, saved in another format in between, or not made by this program.",
        placed=False,
    )
