"""Date line, place, reference and subject of a document."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assistant.extraction.asked import asked_about
from assistant.extraction.date_forms import DateExpression
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import alternatives, load_gazetteer, load_lexicon, matcher
from assistant.extraction.spans import SpanIndex
from assistant.extraction.zones import Zones, kind_pattern, labelled
from assistant.model.letter import DocumentKind
from assistant.model.source import Passage

_CODE = re.compile(r"(?=[^ ]*\d)(?=[^ ]*[/.()-])[A-Z0-9][\w./()-]{5,60}")
_REFERENCE_WORDS = re.compile(r" *\S+(?: (?![-–] *\d{1,2}[./]\d)\S+){0,7}")
"""Up to a date behind a dash."""
_NO_PLACE = re.compile(r"[/|()<>@]|[-–—]$|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)$")
_PLACE_ALONE = re.compile(r"[^\W\d_][\w'-]+(?: [^\W\d_][\w'-]+)?,")
_NUMBERED = re.compile(r"(?:\S+ ){0,4}\S*\d[\w./-]*(?:\([A-Z]+\))?")
_HEADED = re.compile(r"[A-Z][\w'() -]{2,40}: [A-Z][\w', -]{2,60}")
"""A heading as the questions of a parliament have them: “Peru: Press Freedom”."""
_LONGEST_DATE_LINE, _DATED_LINES = 60, 400
_TITLE_WORDS, _FEW_WORDS = 40, 6
_TOP = 40
"""Characters above a title: none but blanks and marks."""
_QUESTIONS = frozenset({DocumentKind.WRITTEN_QUESTION, DocumentKind.ANSWER})


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
    labels = labelled(document.lexicon.language, "date_labels")
    openly = matcher(document.lexicon.language, "letter", "open_date_labels")
    labelled_lines = [
        line
        for line in document.lines[:_DATED_LINES]
        if labels.match(words := document.line_words(line)) or openly.match(words)
    ]
    short = [line for line in zones.head if len(document.line_words(line)) <= _LONGEST_DATE_LINE]
    opening = [line for line in document.lines[:15] if full.at(line.start)]
    place = _place_alone(document, zones)
    for lines in (
        labelled_lines,
        short,
        zones.head[:15],
        opening,
        [line for line in zones.tail[:12] if len(line.text) < 60],
    ):
        found = _first_in(document, lines, full)
        if found:
            return DateLine(found.expression, found.place or place)
    if kind is DocumentKind.PRESS_RELEASE and zones.body:
        first = zones.body[0]
        within = full.starting(first.start, first.start + 120)
        return DateLine(within[0], None) if within else None
    return _month_alone(zones, dates)


def _place_alone(document: Document, zones: Zones) -> Passage | None:
    """A town with a comma in a line of its own, above a date that stands elsewhere."""
    lines = [line for line in zones.head if _PLACE_ALONE.fullmatch(document.line_words(line))]
    known = load_gazetteer(document.lexicon.language).cities
    return next((passage for line in lines if line.text[:-1] in known if (passage := _bare(document, line))), None)


def _bare(document: Document, line: Line) -> Passage | None:
    return document.passage(line.start, line.end - 1)


def _month_alone(zones: Zones, dates: tuple[DateExpression, ...]) -> DateLine | None:
    """A month with its year that is all of a line: “Julio de 2015”."""
    whole = {(line.start, line.end) for line in (*zones.head, *zones.tail)}
    months = (date for date in dates if date.first.month and date.first.year and (date.start, date.end) in whole)
    found = next(months, None)
    return DateLine(found, None) if found else None


def _first_in(document: Document, lines: Iterable[Line], full: SpanIndex[DateExpression]) -> DateLine | None:
    for line in lines:
        for date in full.starting(line.start, line.end):
            if _leads(document, line, date):
                return DateLine(date, _place_before(document, line, date))
    return None


def _leads(document: Document, line: Line, date: DateExpression) -> bool:
    """Whether little stands before the date, and no reference to somebody else's letter."""
    before = document.view[line.start : date.start]
    foreign = labelled(document.lexicon.language, "foreign_reference_labels")
    subject = labelled(document.lexicon.language, "subject_labels")
    bare = before.strip()
    return len(before.split()) <= 6 and not foreign.match(bare) and not (bare and subject.match(bare))


def _place_before(document: Document, line: Line, date: DateExpression) -> Passage | None:
    """Up to four capital words before the date in its line, without label and preposition."""
    words = document.view[line.start : date.start]
    start = line.start
    for field in ("date_labels", "before_place"):
        label = labelled(document.lexicon.language, field).match(words) or _word(
            document.lexicon.language, field
        ).match(words)
        if label:
            start += label.end()
            words = words[label.end() :]
    bare = _before_day(document.lexicon.language).sub("", words.rstrip())
    parts = bare.split()
    if _NO_PLACE.search(bare):
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
    kept = re.compile(rf"(?i:{alternatives(document.lexicon.letter.kept_reference_labels)}) *[\w(][\w./()-]*")
    labels, foreign = labelled(language, "reference_labels"), labelled(language, "foreign_reference_labels")
    for line in zones.head:
        words = document.line_words(line)
        own = labels.match(words) or matcher(language, "letter", "open_reference_labels").match(words)
        if foreign.match(words):
            continue
        if own and any(letter.isdigit() for letter in words[own.end() :]):
            return _reference(document, line, own.end())
        numbered = kept.match(words)
        if numbered and any(letter.isdigit() for letter in numbered.group()):
            start = (
                line.start
                + len(document.view[line.start : line.end])
                - len(document.view[line.start : line.end].lstrip())
            )
            return document.passage(start, start + numbered.end())
        if _CODE.fullmatch(words) and "://" not in words and "@" not in words and words.count(".") < 6:
            return document.passage(line.start, line.end)
    return None


def _reference(document: Document, line: Line, offset: int) -> Passage | None:
    view = document.view[line.start : line.end]
    start = line.start + len(view) - len(view.lstrip()) + offset
    found = _REFERENCE_WORDS.match(document.view, start, line.end)
    return document.passage(start, found.end()) if found else None


def find_subject(document: Document, zones: Zones, kind: DocumentKind) -> Passage | None:
    """The subject line; of a document without salutation its title; else a heading right behind the salutation."""
    labels = labelled(document.lexicon.language, "subject_labels")
    for lines in (zones.head, zones.body[:2]):
        for at, line in enumerate(lines):
            found = labels.match(document.line_words(line))
            if found:
                return _subject(document, lines, at, found.end())
    about = asked_about(document) if kind in _QUESTIONS else None
    if about:
        return about
    if zones.salutation is None:
        return _title(document, zones, kind)
    return _letter_title(document, zones) or _quoted(document, zones) or _heading(document, zones)


def _subject(document: Document, lines: tuple[Line, ...], at: int, offset: int) -> Passage | None:
    """Behind the label, over the lines that go on in the same paragraph; in the next line when nothing is there."""
    view = document.view[lines[at].start : lines[at].end]
    start = lines[at].start + len(view) - len(view.lstrip()) + offset
    if start >= lines[at].end and at + 1 < len(lines):
        at, start = at + 1, lines[at + 1].start
    end = at
    while not lines[end].hard and end + 1 < len(lines):
        end += 1
    return document.passage(start, lines[end].end)


def _title(document: Document, zones: Zones, kind: DocumentKind) -> Passage | None:
    """The first heading that is a phrase; behind the word “resolution” in a resolution."""
    head = [line for line in zones.head if not _is_label(document, line)]
    if kind is DocumentKind.RESOLUTION:
        return _resolved(document)
    for line in head:
        words = document.line_words(line).split()
        if kind in _QUESTIONS and _HEADED.fullmatch(document.line_words(line)):
            return document.passage(line.start, line.end)
        if words[0][0].islower() or _is_own_number(document, line) or _is_dated(document, words):
            continue
        if 4 <= len(words) <= _TITLE_WORDS and not words[-1].endswith((".", ",", ";")):
            return document.passage(line.start, line.end)
    return None


def _is_dated(document: Document, words: list[str]) -> bool:
    """Whether a short line is a date with its place, or ends in a number."""
    months = document.lexicon.dates.months
    dated = any(word.strip(".,").lower() in months for word in words) and any(map(str.isdigit, words[-1]))
    return len(words) <= _FEW_WORDS and (dated or _NUMBERED.fullmatch(" ".join(words)) is not None)


def _is_own_number(document: Document, line: Line) -> bool:
    """Whether a line is the number of the document or of another one."""
    numbers = alternatives(document.lexicon.letter.kept_reference_labels)
    return re.match(rf"\W*(?i:{numbers}) *[\w(]*\d", document.line_words(line)) is not None


def _resolved(document: Document) -> Passage | None:
    """The line behind the bare word “resolution”, else the line that begins with it."""
    pattern = kind_pattern(document.lexicon.language, DocumentKind.RESOLUTION)
    begun = [at for at, line in enumerate(document.lines) if pattern.match(document.line_words(line))]
    alone = [at for at in begun if len(document.line_words(document.lines[at]).split()) == 1]
    for at in [*(at + 1 for at in alone), *begun]:
        if at < len(document.lines):
            return _subject(document, document.lines, at, 0)
    return None


def _is_label(document: Document, line: Line) -> bool:
    language, words = document.lexicon.language, document.line_words(line)
    fields = ("date_labels", "reference_labels", "to_labels", "from_labels", "copy_labels", "contact_labels")
    organisation = words.split() and words.split()[-1].lower() in document.lexicon.organisations.heads
    opens = ("open_from_labels", "open_to_labels", "open_reference_labels", "open_asked_labels", "answered_labels")
    return (
        bool(organisation)
        or any(labelled(language, field).match(words) for field in fields)
        or any(matcher(language, "letter", field).match(words) for field in opens)
    )


def _letter_title(document: Document, zones: Zones) -> Passage | None:
    """The first line when it calls the letter one: “Open letter to the President of the Republic”."""
    if not zones.head or zones.head[0].start > _TOP:
        return None
    words = document.line_words(zones.head[0])
    kinds = {document.lexicon.documents.kinds.get(word.strip(".,:!").lower()) for word in words.split()}
    titled = "letter" in kinds and len(words.split()) > 2 and not _is_label(document, zones.head[0])
    return document.passage(zones.head[0].start, zones.head[0].end) if titled else None


def _quoted(document: Document, zones: Zones) -> Passage | None:
    """A line of the head that stands in quotation marks: “Detention of Democracy Activists”."""
    for line in zones.head:
        words = document.line_words(line)
        if words[0] == words[-1] == '"' and '"' not in words[1:-1] and len(words.split()) > 1:
            return document.passage(line.start + 1, line.end - 1)
    return None


def _heading(document: Document, zones: Zones) -> Passage | None:
    if len(zones.body) < 2 or zones.body[0].block == zones.body[1].block:
        return None
    line, following = zones.body[0], zones.body[1]
    words = document.line_words(line)
    is_heading = 2 <= len(words.split()) <= 20 and words[-1].isalnum() and len(following.text) > 2 * len(words)
    return document.passage(line.start, line.end) if is_heading and words[0].isupper() else None
