"""Findings about an exported letter: whether what it quotes is still what its sources say, after people edited it.

The letter brings its own list of quotations (drafting/provenance.py); nothing is searched for in other documents.
"""

from collections.abc import Iterator, Sequence

from assistant.drafting.bench import Bench, Sources
from assistant.drafting.checks.citations import citation_problem
from assistant.drafting.checks.dates import find_dates
from assistant.drafting.checks.guarded_names import GuardedPeople
from assistant.drafting.checks.known_names import known_names
from assistant.drafting.checks.quotations import WORDS_THAT_WANT_A_SOURCE, describe_differences
from assistant.drafting.checks.wording import Setting, check_wording
from assistant.drafting.checks.written import LETTER_BREAK, Written
from assistant.drafting.language import known_languages, load_language
from assistant.drafting.provenance import QuotationRecord, read_provenance
from assistant.drafting.quotation_marks import Quotation, find_quotations
from assistant.drafting.quotes import Judgement, Place, judge_quotation
from assistant.drafting.word import provenance as word_provenance
from assistant.drafting.word.intake import open_safely
from assistant.drafting.word.wordml import DOCUMENT, PARAGRAPH, parse_part, text_of
from assistant.model.draft import Citation
from assistant.model.finding import Finding, Severity
from assistant.model.quotation import ComparableText, Comparison, Standing, fold


def check_letter(data: bytes, bench: Bench, name: str = "letter") -> tuple[Finding, ...]:
    """Compare every quotation of an exported .docx with its source and with what stands in the letter now.

    Raises RefusedTemplateError for a file that is no Word document, DamagedFileError for a list of sources that
    cannot be read.
    """
    paragraphs = letter_paragraphs(data, name)
    payload = word_provenance.read(data)
    if payload is None:
        return (_without_provenance(),)
    records = read_provenance(payload, name).quotations
    letter = ComparableText(LETTER_BREAK.join(paragraphs))
    compared = [(record, letter.compare(record.words)) for record in records]
    sources = Sources(bench.shelf)
    known = [_words_in_letter(record, comparison) for record, comparison in compared]
    return (
        *(finding for record, comparison in compared for finding in _check(record, comparison, sources, paragraphs)),
        *_check_new(paragraphs, known),
    )


def check_letter_wording(data: bytes, bench: Bench, name: str = "letter") -> Iterator[Finding]:
    """Everything wrong with the words of an exported letter; its date is the first it names."""
    written = Written(text=LETTER_BREAK.join(letter_paragraphs(data, name)), kind="letter")
    payload = word_provenance.read(data)
    code = read_provenance(payload, name).language if payload else bench.settings.languages[0]
    if code not in known_languages():
        return
    day = next((date.value for date in find_dates(written.text, code) if date.value), None)
    names = known_names(bench.people, ())
    setting = Setting(language=load_language(code), day=day, people=GuardedPeople(everybody=bench.people), names=names)
    yield from check_wording(written, setting)


def letter_paragraphs(data: bytes, name: str) -> tuple[str, ...]:
    """The words of each paragraph of a Word file's main text, as it stands: without what was deleted in it."""
    root = parse_part(open_safely(data, name).parts[DOCUMENT])
    return tuple(text_of(paragraph) for paragraph in root.iter(PARAGRAPH))


def _check(
    record: QuotationRecord, in_letter: Comparison, sources: Sources, paragraphs: Sequence[str]
) -> Iterator[Finding]:
    place = _place(in_letter, paragraphs)
    citation = Citation(precedent=record.precedent, fact=record.fact, start=0, end=0)
    problem = citation_problem(citation, sources)
    if problem:
        yield problem.model_copy(update={"place": place, "quote": record.words, "start": None, "end": None})
    if in_letter.standing is Standing.ALTERED and in_letter.passage:
        yield _altered(place, in_letter.passage.text, record.words)
    elif in_letter.standing is Standing.ABSENT:
        yield _removed(record)
    elif judgement := judge_quotation(record.words, [citation], sources):
        yield from _check_source(judgement, record, place)


def _check_source(judgement: Judgement, record: QuotationRecord, place: str) -> Iterator[Finding]:
    if judgement.place is Place.ALTERED:
        yield _altered(place, record.words, judgement.nearest)
    elif judgement.place is Place.NOWHERE:
        yield Finding(
            code="quotation-absent",
            severity=Severity.ERROR,
            message=f"These words do not stand in {record.precedent}.",
            place=place,
            quote=record.words,
            advice="Quote what the source says, or take the quotation out.",
        )


def _check_new(paragraphs: Sequence[str], known: Sequence[str]) -> Iterator[Finding]:
    """Quotations that were not in the letter when it was exported."""
    for number, paragraph in enumerate(paragraphs, 1):
        for quotation in find_quotations(paragraph).quotations:
            if not _is_known(quotation, known):
                yield Finding(
                    code="quotation-without-source",
                    severity=Severity.WARNING,
                    message="This quotation was put in after the export and names no source.",
                    place=f"paragraph {number}",
                    quote=quotation.words,
                    advice="Cite it in the draft and export again, or compare it with its source by eye.",
                )


def _is_known(quotation: Quotation, known: Sequence[str]) -> bool:
    words = fold(quotation.words)
    is_term = len(words.split()) < WORDS_THAT_WANT_A_SOURCE
    return is_term or any(words in each or each in words for each in known)


def _words_in_letter(record: QuotationRecord, comparison: Comparison) -> str:
    return fold(comparison.passage.text if comparison.passage else record.words)


def _place(comparison: Comparison, paragraphs: Sequence[str]) -> str:
    if comparison.passage is None:
        return ""
    before = LETTER_BREAK.join(paragraphs)[: comparison.passage.start]
    return f"paragraph {before.count(LETTER_BREAK) + 1}"


def _altered(place: str, ours: str, theirs: str) -> Finding:
    return Finding(
        code="quotation-altered",
        severity=Severity.ERROR,
        message=describe_differences(ours, theirs),
        place=place,
        quote=" ".join(ours.split()),
        advice=f"The source says: “{' '.join(theirs.split())}”.",
    )


def _removed(record: QuotationRecord) -> Finding:
    return Finding(
        code="quotation-removed",
        severity=Severity.WARNING,
        message=f"A quotation from {record.precedent} no longer stands in the letter.",
        quote=record.words,
        advice="If it was taken out on purpose, nothing is to be done; see that its footnote is gone too.",
    )


def _without_provenance() -> Finding:
    return Finding(
        code="letter-without-sources",
        severity=Severity.WARNING,
        message="The letter does not say where its quotations come from, so they cannot be compared.",
        advice="It was exported as final, or not by this program; check the draft it was made from.",
    )
