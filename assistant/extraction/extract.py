"""The order in which a source is understood: language, zones, dates, names, parties, statements."""

import re
from datetime import date

from assistant.extraction.attribution import Narrator
from assistant.extraction.dates import find_dates, resolve
from assistant.extraction.document import Document
from assistant.extraction.facts import make_facts
from assistant.extraction.headers import DateLine, find_date_line, find_reference, find_subject
from assistant.extraction.kinds import recognise_kind
from assistant.extraction.language import recognise_language
from assistant.extraction.lexicon import load_lexicon
from assistant.extraction.moments import Anchor
from assistant.extraction.names import find_names, mentions
from assistant.extraction.parties import PartyReader
from assistant.extraction.reading_lists import listed_documents
from assistant.extraction.referrals import ReferralFinder
from assistant.extraction.statements import find_statements
from assistant.extraction.zones import divide
from assistant.model.letter import DatedPassage, Letter
from assistant.model.mention import MentionKind
from assistant.model.precedent import Extraction
from assistant.model.source import Passage, Source

_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d.,]?\d)")


def extract(source: Source) -> Extraction:
    """Everything that can be found in a source without a person; equal for equal sources, and never an error.

    A language without a lexicon yields its code and what needs no words. Spans count the characters of `source.text`.
    """
    language = recognise_language(source.text)
    document = Document(source, load_lexicon(language))
    zones = divide(document)
    kind = recognise_kind(document, zones)
    dates = find_dates(document.view, language)
    line = find_date_line(document, zones, dates, kind)
    reference = find_reference(document, zones)
    anchor = _anchor(document, line, reference)
    names = find_names(document, dates)
    letter = _letter(document, zones, kind, line, reference, names, dates, anchor)
    found = mentions(document, names, dates, anchor)
    narrator = Narrator(document, found, letter.sender.display if letter.sender else "")
    listed = tuple((one.start, one.end) for one in listed_documents(document, zones))
    statements = find_statements(document, zones.body_span, narrator, listed)
    facts = make_facts(document, statements, found, dates, anchor)
    return Extraction(kind=kind, language=language, letter=letter, mentions=found, facts=facts)


def _letter(document, zones, kind, line, reference, names, dates, anchor):  # type: ignore[no-untyped-def]
    parties = PartyReader(document, zones, names)
    legal = [(one.start, one.end) for one in names if one.kind is MentionKind.LEGAL_REFERENCE]
    return Letter(
        date=_dated(document, line, anchor),
        place=line.place if line else None,
        reference=reference,
        subject=find_subject(document, zones, kind),
        sender=parties.sender(),
        recipients=parties.recipients(),
        salutation=document.passage(*zones.salutation) if zones.salutation else None,
        closing=document.passage(*zones.closing) if zones.closing else None,
        refers_to=ReferralFinder(document, zones, dates, legal).find(anchor),
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
