"""All mentions of a document: the proposals of every finder, the choice among them, and who is who.

The trained taggers are asked about what a rule merely guessed, and last about what no rule explains.
"""

from collections.abc import Iterator
from dataclasses import replace

from assistant.extraction.candidates import Candidate, choose
from assistant.extraction.document import Document, Line
from assistant.extraction.mentions.acronyms import explained_acronyms
from assistant.extraction.mentions.amounts import find_amounts
from assistant.extraction.mentions.date_forms import DateExpression
from assistant.extraction.mentions.dates import resolve
from assistant.extraction.mentions.entities import entity_ids
from assistant.extraction.mentions.moments import Anchor
from assistant.extraction.mentions.organisations import organisation_candidates
from assistant.extraction.mentions.people import BY_SHAPE, PersonFinder
from assistant.extraction.mentions.places import PlaceFinder
from assistant.extraction.mentions.references import reference_candidates
from assistant.extraction.mentions.repeated import repeated_parts
from assistant.extraction.mentions.signatories import signing_names
from assistant.extraction.mentions.tagged import SecondOpinion
from assistant.extraction.spans import SpanIndex
from assistant.model.mention import Mention, MentionKind, TaggerName


def find_names(
    document: Document, dates: tuple[DateExpression, ...], tail: tuple[Line, ...] = (), tagger: TaggerName = "crf"
) -> list[Candidate]:
    """People, organisations, places and legal references that stand, in order of the text.

    `tail` holds signatures. Raises MissingExtraError when the extra that `tagger` needs is not installed.
    """
    length = len(document.view)
    places = PlaceFinder(document)
    found = _consistent(document, choose(_candidates(document, places, dates), length))
    people = [one for one in found if one.kind is MentionKind.PERSON]
    signing = list(signing_names(document, tail, people))
    acronyms = explained_acronyms(document, [*found, *signing])
    more = [*signing, *acronyms, *repeated_parts(document, people)]
    if more:
        found = choose([*found, *more], length)
    opinion = SecondOpinion(document, tagger)
    found = opinion.without_refuted(found)
    tagged = opinion.proposals(found, dates)
    if tagged:
        found = choose([*found, *tagged], length)
    return sorted([*found, *_seats(document, found, places.known)], key=lambda one: (one.start, -one.end))


def _consistent(document: Document, found: list[Candidate]) -> list[Candidate]:
    """The same words are the same thing: a weak guess gives way to what they surely are elsewhere."""
    sure: dict[str, MentionKind] = {}
    for one in found:
        if one.weight > BY_SHAPE:
            sure.setdefault(document.view[one.start : one.end], one.kind)
    return [
        replace(one, kind=sure.get(document.view[one.start : one.end], one.kind)) if one.weight <= BY_SHAPE else one
        for one in found
    ]


def _seats(document: Document, found: list[Candidate], known: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """The place inside “EU Delegation in Astana”."""
    links = document.lexicon.organisations.seat_links
    places = SpanIndex(known)
    for organisation in found:
        words = document.view[organisation.start : organisation.end].split()
        if organisation.kind is MentionKind.ORGANISATION and links.intersection(words):
            inside = places.within(organisation.start + 1, organisation.end)
            yield from (one for one in inside if one.end == organisation.end)


def mentions(
    document: Document, names: list[Candidate], dates: tuple[DateExpression, ...], anchor: Anchor
) -> tuple[Mention, ...]:
    """Everything that is mentioned, in order of the text, with values and entities."""
    found = [*_named(document, names), *_dated(document, names, dates, anchor), *_counted(document, names, dates)]
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def _candidates(document: Document, places: PlaceFinder, dates: tuple[DateExpression, ...]) -> Iterator[Candidate]:
    yield from PersonFinder(document).candidates()
    yield from organisation_candidates(document)
    yield from places.candidates()
    yield from reference_candidates(document, {date.start: date.end for date in dates})


def _named(document: Document, names: list[Candidate]) -> Iterator[Mention]:
    ids = entity_ids(document, names)
    for name, entity in zip(names, ids, strict=True):
        text = document.source.text[name.start : name.end]
        role = " ".join(document.view[slice(*name.role)].split()) if name.role else None
        yield Mention(text=text, start=name.start, end=name.end, kind=name.kind, entity=entity, role=role)


def _dated(
    document: Document, names: list[Candidate], dates: tuple[DateExpression, ...], anchor: Anchor
) -> Iterator[Mention]:
    """Dates with their values; a bare year in the number of a law is none."""
    laws = SpanIndex(one for one in names if one.kind is MentionKind.LEGAL_REFERENCE)
    for date in dates:
        value = resolve(date, anchor)
        if value and (date.first.month or not laws.touches(date.start, date.end)):
            text = document.source.text[date.start : date.end]
            yield Mention(text=text, start=date.start, end=date.end, kind=MentionKind.DATE, value=value)


def _counted(document: Document, names: list[Candidate], dates: tuple[DateExpression, ...]) -> Iterator[Mention]:
    """Amounts that are no part of a date or of a reference."""
    references = SpanIndex(one for one in names if one.kind in _HOLD_NUMBERS)
    days = SpanIndex(dates)
    for amount in find_amounts(document.view, document.lexicon.language):
        if not (references.touches(amount.start, amount.end) or days.touches(amount.start, amount.end)):
            text = document.source.text[amount.start : amount.end]
            kind = MentionKind.AMOUNT
            yield Mention(text=text, start=amount.start, end=amount.end, kind=kind, value=amount.quantity)


_HOLD_NUMBERS = frozenset({MentionKind.LEGAL_REFERENCE, MentionKind.PLACE})
