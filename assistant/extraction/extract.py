"""The order in which a source is understood: language, zones, dates, names, parties, statements."""

import re
from dataclasses import dataclass
from datetime import date

from assistant.extraction.anatomy.headers import DateLine, find_date_line, find_place, find_reference
from assistant.extraction.anatomy.kinds import recognise_kind
from assistant.extraction.anatomy.parties import PartyFinder
from assistant.extraction.anatomy.subjects import find_subject
from assistant.extraction.anatomy.zones import Zones, divide
from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document
from assistant.extraction.language import recognise_language
from assistant.extraction.lexicon import load_lexicon
from assistant.extraction.mentions.date_forms import DateExpression
from assistant.extraction.mentions.dates import find_dates, resolve
from assistant.extraction.mentions.moments import Anchor
from assistant.extraction.mentions.names import find_names, mentions
from assistant.extraction.sentences import split_sentences
from assistant.extraction.statements.attribution import Narrator
from assistant.extraction.statements.facts import FactMaker
from assistant.extraction.statements.reading_lists import listed_documents
from assistant.extraction.statements.referrals import ReferralFinder
from assistant.extraction.statements.statements import StatementFinder
from assistant.extraction.word_forms import adapted
from assistant.model.letter import DatedPassage, DocumentKind, Letter
from assistant.model.mention import MentionKind, TaggerName
from assistant.model.precedent import Extraction
from assistant.model.source import Passage, Source

_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d.,]?\d)")


def extract(source: Source, tagger: TaggerName = "crf") -> Extraction:
    """Everything that can be found in a source without a person; equal for equal sources, and no source is an error.

    A language without a lexicon yields its code and what needs no words. Spans count the characters of `source.text`.
    Raises MissingExtraError when the extra that `tagger` needs is not installed.
    """
    language = recognise_language(source.text)
    document = Document(source, adapted(load_lexicon(language), source.text))
    zones = divide(document)
    kind = recognise_kind(document, zones)
    dates = find_dates(document.view, language)
    line = find_date_line(document, zones, dates, kind)
    reference = find_reference(document, zones)
    anchor = _anchor(document, line, reference)
    names = find_names(document, dates, zones.tail, tagger)
    letter = _letter(document, zones, kind, _Found(names, dates, line, reference, anchor))
    found = mentions(document, names, dates, anchor)
    narrator = Narrator(document, found, letter.sender_name)
    finder = StatementFinder(document, narrator, list(listed_documents(document, zones)))
    statements = [one for one in finder.statements(zones.body_span) if not _is_title(one.start, letter.subject)]
    facts = FactMaker(document, found, dates, letter.refers_to, anchor).facts(statements)
    return Extraction(kind=kind, language=language, letter=letter, mentions=found, facts=facts)


def _is_title(start: int, subject: Passage | None) -> bool:
    """Whether a statement begins in the subject, which is a title and states nothing."""
    return subject is not None and subject.start <= start < subject.end


def sentences_of(source: Source, language: str) -> tuple[Passage, ...]:
    """The sentences of the body in order of the text, between salutation and closing where the document has them."""
    document = Document(source, adapted(load_lexicon(language), source.text))
    sentences = split_sentences(document, *divide(document).body_span)
    return tuple(filter(None, (document.passage(sentence.start, sentence.end) for sentence in sentences)))


def small_words(language: str) -> frozenset[str]:
    """Words of a language that join others and tell nothing by themselves: articles, prepositions, auxiliaries."""
    return frozenset(load_lexicon(language).function_words)


@dataclass(frozen=True)
class _Found:
    """What was found before the parts of the letter are put together."""

    names: list[Candidate]
    dates: tuple[DateExpression, ...]
    line: DateLine | None
    reference: Passage | None
    anchor: Anchor


def _letter(document: Document, zones: Zones, kind: DocumentKind, found: _Found) -> Letter:
    subject = find_subject(document, zones, kind)
    parties = PartyFinder(document, zones, found.names, subject)
    legal = [(one.start, one.end) for one in found.names if one.kind is MentionKind.LEGAL_REFERENCE]
    return Letter(
        date=_dated(document, found.line, found.anchor),
        place=find_place(document, zones, kind, found.line),
        reference=found.reference,
        subject=subject,
        sender=parties.sender(kind),
        recipients=parties.recipients(kind),
        salutation=document.passage(*zones.salutation) if zones.salutation else None,
        closing=document.passage(*zones.closing) if zones.closing else None,
        refers_to=ReferralFinder(document, zones, found.dates, legal).find(found.anchor),
    )


def _dated(document: Document, line: DateLine | None, anchor: Anchor) -> DatedPassage | None:
    if line is None:
        return None
    value = resolve(line.expression, anchor)
    passage = document.source.passage(line.expression.start, line.expression.end)
    return DatedPassage(**dict(passage), value=value) if value else None


def _anchor(document: Document, line: DateLine | None, reference: Passage | None) -> Anchor:
    """When the document was written: its date, else a year in its reference, else the only year it mentions."""
    if line and line.expression.first.is_full:
        return Anchor(day=date.fromisoformat(line.expression.first.iso))
    for words in (reference.text if reference else "", document.view):
        years = set(_YEAR.findall(words))
        if len(years) == 1:
            return Anchor(year=int(years.pop()))
    return Anchor()
