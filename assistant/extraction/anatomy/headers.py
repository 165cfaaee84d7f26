"""Date line, place and reference of a document."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.extraction.anatomy.titled import is_party_title, titled_party
from assistant.extraction.anatomy.zones import Zones, kind_pattern, labelled
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import alternatives, load_gazetteer, load_lexicon, matcher
from assistant.extraction.mentions.date_forms import DateExpression
from assistant.extraction.spans import SpanIndex
from assistant.model.letter import DocumentKind
from assistant.model.source import Passage

_CODE = re.compile(r"(?!\d{4}-\d\d(?:-\d\d|\d\d)$)(?=[^ ]*\d)(?=[^ ]*[/.()-])[A-Z0-9][\w./()-]{5,60}")
_REFERENCE_WORDS = re.compile(r" *\S+(?: (?![-–] *\d{1,2}[./]\d)\S+){0,7}")
"""Up to a date behind a dash."""
_NO_PLACE = re.compile(r"[/|()<>@]|[-–—]$|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)$")
_PLACE_ALONE = re.compile(r"[^\W\d_][\w'-]+(?: [^\W\d_][\w'-]+)?,")
_TOWNS = re.compile(r"([A-ZÀ-Ž][^\W\d_]+(?:/[A-ZÀ-Ž][^\W\d_]+)?) ?[:–—-] ")
_DATELINE_PLACE = re.compile(r"([A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,2}(?:, [A-Z][\w.]{1,12})?) *(?:[–—]|--?) +\w")
"""A town in capitals before a dash: “WASHINGTON, D.C. – ”."""
_DATED_WITHIN = (DocumentKind.PRESS_RELEASE, DocumentKind.RESOLUTION)
"""Kinds whose first sentence may tell the day."""
_BRACKETED = re.compile(r"\((?=[^ ]*\d)(?=[^ ]*[/-])[\w./-]{5,30}\)")
_LONGEST_DATE_LINE, _DATED_LINES, _FIRST_WORDS = 60, 400, 120
"""Characters of a date line; lines among which a label stands; characters of a text in which its day may stand."""


@dataclass(frozen=True)
class DateLine:
    """The date of a document and the place before it."""

    expression: DateExpression
    place: Passage | None


def find_date_line(
    document: Document, zones: Zones, dates: tuple[DateExpression, ...], kind: DocumentKind
) -> DateLine | None:
    """The date of the document as written in it; a press release may have it in its first sentence."""
    full = SpanIndex(date for date in dates if date.is_full_day)
    stands = _on_a_line(document, zones, full) or _where_asked(document, full) or _in_title(document, zones, kind, full)
    if stands:
        return stands
    if kind in _DATED_WITHIN and zones.body:
        return _in_first_words(document, zones.body[0], full)
    in_heading = None if zones.salutation else _day_in_heading(zones, full)
    return in_heading or _below(document, full) or _month_alone(document, zones, dates)


def _on_a_line(document: Document, zones: Zones, full: SpanIndex[DateExpression]) -> DateLine | None:
    """The day on a line that a label, its place or its shortness makes the date line, the surest first."""
    labels = labelled(document.lexicon.language, "date_labels")
    openly = matcher(document.lexicon.language, "letter", "open_date_labels")
    top = document.lines[:_DATED_LINES]
    sure_to_likely = (
        [line for line in top if openly.match(document.line_words(line))],
        [line for line in top if labels.match(document.line_words(line))],
        [line for line in zones.head if len(document.line_words(line)) <= _LONGEST_DATE_LINE],
        zones.head[:15],
        [line for line in document.lines[:15] if full.at(line.start)],
        [line for line in zones.tail[:12] if len(line.text) < _LONGEST_DATE_LINE],
    )
    for lines in sure_to_likely:
        found = _first_in(document, lines, full)
        if found:
            return DateLine(found.expression, found.place or _place_alone(document, zones))
    return None


def _where_asked(document: Document, full: SpanIndex[DateExpression]) -> DateLine | None:
    """The day behind words that say when a question was asked."""
    asked = matcher(document.lexicon.language, "letter", "open_question_dates")
    for line in document.lines[:_DATED_LINES]:
        label = asked.match(document.view, line.start, line.end)
        if label and (day := full.at(document.view.find(" ", label.end()) + 1)):
            return DateLine(day, None)
    return None


def _in_title(document: Document, zones: Zones, kind: DocumentKind, full: SpanIndex[DateExpression]) -> DateLine | None:
    """The last day in a title that names the parties or, of a resolution, says that it is one."""
    titles = [line for line in zones.head if is_party_title(document, line)]
    if kind is DocumentKind.RESOLUTION:
        resolution = kind_pattern(document.lexicon.language, DocumentKind.RESOLUTION)
        titles = [line for line in (*zones.head, *zones.body[:1]) if resolution.match(document.line_words(line))]
    titled = (full.starting(line.start, line.end) for line in titles)
    days = next(filter(None, titled), None)
    return DateLine(days[-1], None) if days else None


def _in_first_words(document: Document, first: Line, full: SpanIndex[DateExpression]) -> DateLine | None:
    """The day in the first words of a text that begins with place and day."""
    within = full.starting(first.start, first.start + _FIRST_WORDS)
    return DateLine(within[0], _place_before(document, first, within[0])) if within else None


def _day_in_heading(zones: Zones, full: SpanIndex[DateExpression]) -> DateLine | None:
    """The one day that the first line of a report names: “Press conference on …, Brussels, 12 June 2019”."""
    days = full.starting(zones.head[0].start, zones.head[0].end) if zones.head else []
    return DateLine(days[0], None) if len(days) == 1 else None


def _below(document: Document, full: SpanIndex[DateExpression]) -> DateLine | None:
    """A town and a day in the last line, as questions and motions have them."""
    found = _first_in(document, document.lines[-1:], full)
    towns = load_gazetteer(document.lexicon.language).cities
    return found if found and found.place and found.place.text in towns else None


def find_place(document: Document, zones: Zones, kind: DocumentKind, line: DateLine | None) -> Passage | None:
    """Where a document was written: beside its date, or before the first words of a press release."""
    if line and line.place:
        return line.place
    press = kind is DocumentKind.PRESS_RELEASE
    found = _DATELINE_PLACE.match(document.view, zones.body_span[0]) if press else None
    if found or not press:
        return document.passage(*found.span(1)) if found else None
    return _towns(document, zones)


def _towns(document: Document, zones: Zones) -> Passage | None:
    """Towns before the first words: “Berlin/Teheran – ”, “Berlin: ”."""
    found = _TOWNS.match(document.view, zones.body_span[0])
    known = load_gazetteer(document.lexicon.language).cities
    return document.passage(*found.span(1)) if found and known.issuperset(found.group(1).split("/")) else None


def _place_alone(document: Document, zones: Zones) -> Passage | None:
    """A town with a comma in a line of its own, above a date that stands elsewhere."""
    lines = [line for line in zones.head if _PLACE_ALONE.fullmatch(document.line_words(line))]
    known = load_gazetteer(document.lexicon.language).cities
    return next((passage for line in lines if line.text[:-1] in known if (passage := _bare(document, line))), None)


def _bare(document: Document, line: Line) -> Passage | None:
    return document.passage(line.start, line.end - 1)


def _month_alone(document: Document, zones: Zones, dates: tuple[DateExpression, ...]) -> DateLine | None:
    """A month with its year that is all of a line, but for a town before it: “Madrid, julio de 2015”."""
    months = SpanIndex(date for date in dates if date.first.month and date.first.year)
    towns = load_gazetteer(document.lexicon.language).cities
    for line in (*zones.head, *zones.tail):
        ending = [date for date in months.starting(line.start, line.end) if date.end == line.end]
        place = _place_before(document, line, ending[0]) if ending else None
        if ending and (ending[0].start == line.start or (place and place.text in towns)):
            return DateLine(ending[0], place)
    return None


def _first_in(document: Document, lines: Iterable[Line], full: SpanIndex[DateExpression]) -> DateLine | None:
    """The first date that leads its line; behind a place that is no town one behind a town counts for more."""
    dated = ((line, date) for line in lines for date in full.starting(line.start, line.end))
    leads = (pair for pair in dated if _leads(document, *pair))
    found = [DateLine(date, _place_before(document, line, date)) for line, date in leads]
    towns = load_gazetteer(document.lexicon.language).cities
    seated = (one for one in found if one.place and one.place.text in towns)
    return next(seated, found[0]) if found else None


def _leads(document: Document, line: Line, date: DateExpression) -> bool:
    """Whether little stands before the date, and no reference to somebody else's letter."""
    openly = matcher(document.lexicon.language, "letter", "open_date_labels")
    label = openly.match(document.view, line.start, date.start)
    before = document.view[label.end() if label else line.start : date.start]
    foreign = labelled(document.lexicon.language, "foreign_reference_labels")
    subject = labelled(document.lexicon.language, "subject_labels")
    bare = before.strip()
    yours = document.lexicon.documents.yours.intersection(bare.lower().split()[:1])
    about = bare and (subject.match(bare) or yours)
    return len(before.split()) <= 6 and not foreign.match(bare) and not about


def _place_before(document: Document, line: Line, date: DateExpression) -> Passage | None:
    """Up to four capital words before the date in its line, without label and preposition."""
    if is_number_line(document, line):
        return None
    openly = matcher(document.lexicon.language, "letter", "open_date_labels")
    label = openly.match(document.view, line.start, date.start)
    start = label.end() if label else line.start
    words = document.view[start : date.start]
    town = _before_day(document.lexicon.language).sub("", words)
    if town in load_gazetteer(document.lexicon.language).cities:
        return document.passage(start, start + len(town))
    for field in ("date_labels", "before_place"):
        label = labelled(document.lexicon.language, field).match(words) or _word(
            document.lexicon.language, field
        ).match(words)
        if label:
            start += label.end()
            words = words[label.end() :]
    bare = _before_day(document.lexicon.language).sub("", words.rstrip())
    parts = bare.split()
    people = document.lexicon.people
    never = people.roles | people.honorifics | document.lexicon.function_words
    if _NO_PLACE.search(bare) or (parts and (parts[0].lower().strip(".") in never or parts[-1].lower() in never)):
        return None
    if not 1 <= len(parts) <= 4 or any(letter.isdigit() for letter in bare) or not parts[0][0].isupper():
        return None
    return document.passage(start, start + len(bare))


@cache
def _before_day(language: str) -> re.Pattern[str]:
    """What stands between a place and a day: “, le”, “, a”."""
    dates = load_lexicon(language).dates
    return re.compile(rf"[,.:;\s]+(?i:{alternatives(dates.before_day)})?[,\s]*$")


@cache
def _word(language: str, field: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:{alternatives(getattr(load_lexicon(language).letter, field))}) +")


def find_reference(document: Document, zones: Zones) -> Passage | None:
    """The sender's own reference: behind a label, a numbered kind of document, or a line that is a code."""
    language = document.lexicon.language
    if titled := titled_party(document, zones, "reference"):
        return document.passage(titled.start, titled.end)
    kept = re.compile(rf"(?i:{alternatives(document.lexicon.letter.kept_reference_labels)}) *[\w(][\w./()-]*")
    labels, foreign = labelled(language, "reference_labels"), labelled(language, "foreign_reference_labels")
    for at, line in enumerate(zones.head):
        words = document.line_words(line)
        own = labels.match(words) or matcher(language, "letter", "open_reference_labels").match(words)
        if foreign.match(words):
            continue
        if own and any(letter.isdigit() for letter in words[own.end() :]):
            return _reference(document, line, own.end())
        if own and own.end() == len(words) and (below := _below_label(document, zones.head[at + 1 :])):
            return below
        numbered = kept.match(words)
        if numbered and any(letter.isdigit() for letter in numbered.group()):
            start = (
                line.start
                + len(document.view[line.start : line.end])
                - len(document.view[line.start : line.end].lstrip())
            )
            return document.passage(start, start + numbered.end())
        if is_number_line(document, line):
            return document.passage(line.start, line.end)
        if _CODE.fullmatch(words) and "://" not in words and "@" not in words and words.count(".") < 6:
            return document.passage(line.start, line.end)
    return _last_number(document)


def _last_number(document: Document) -> Passage | None:
    """The number that is all of the last line, in brackets: “(4-02934)”."""
    line = document.lines[-1] if document.lines else None
    bracketed = line and _BRACKETED.fullmatch(document.line_words(line))
    return document.passage(line.start + 1, line.end - 1) if line and bracketed else None


def _below_label(document: Document, lines: Sequence[Line]) -> Passage | None:
    """The short line with a number below a label that stands alone: “REFERENCE:”, “UA SAU 12/2018”."""
    words = document.line_words(lines[0]) if lines else ""
    numbered = any(letter.isdigit() for letter in words) and any(mark in words for mark in "/-().")
    return document.passage(lines[0].start, lines[0].end) if numbered and len(words) <= _LONGEST_DATE_LINE else None


def is_number_line(document: Document, line: Line) -> bool:
    """Whether a line is nothing but a number under which documents of its kind are filed."""
    words, numbers = document.line_words(line), alternatives(document.lexicon.documents.sure_numbers)
    return not words.isdigit() and re.fullmatch(numbers, words) is not None


def _reference(document: Document, line: Line, offset: int) -> Passage | None:
    view = document.view[line.start : line.end]
    start = line.start + len(view) - len(view.lstrip()) + offset
    found = _REFERENCE_WORDS.match(document.view, start, line.end)
    return document.passage(start, found.end()) if found else None
