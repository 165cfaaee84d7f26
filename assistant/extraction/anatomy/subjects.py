"""What a document is about: its subject line, its title, or a heading that stands for one."""

import re

from assistant.extraction.anatomy.asked import asked_about, asked_party
from assistant.extraction.anatomy.headers import is_number_line
from assistant.extraction.anatomy.titled import is_party_title, title_span, titled_party
from assistant.extraction.anatomy.zones import Zones, kind_pattern, labelled
from assistant.extraction.document import Document, Line
from assistant.extraction.lexicon import alternatives, matcher
from assistant.model.letter import DocumentKind
from assistant.model.source import Passage

_NUMBERED = re.compile(r"(?:\S+ ){0,4}\S*\d[\w./-]*(?:\([A-Z]+\))?")
_HEADED = re.compile(r"[A-Z][\w'() -]{2,40}: [A-Z][\w', -]{2,60}")
"""A heading as the questions of a parliament have them: “Peru: Press Freedom”."""
_TITLE_WORDS, _FEW_WORDS, _BODY_WORDS = 40, 6, 10
_TOP = 40
"""Characters above a title: none but blanks and marks."""
_QUESTIONS = frozenset({DocumentKind.WRITTEN_QUESTION, DocumentKind.ANSWER})


def find_subject(document: Document, zones: Zones, kind: DocumentKind) -> Passage | None:
    """The subject line; of a document without salutation its title; else a heading right behind the salutation."""
    labels = labelled(document.lexicon.language, "subject_labels")
    for lines in (zones.head, zones.body[:2]):
        for at, line in enumerate(lines):
            found = labels.match(document.line_words(line))
            if found:
                return _subject(document, lines, at, found.end())
    openly = matcher(document.lexicon.language, "letter", "open_subject_labels")
    for at, line in enumerate(zones.head):
        if found := openly.match(document.line_words(line)):
            return _subject(document, zones.head, at, found.end())
    if named := titled_party(document, zones, "subject"):
        return document.passage(named.start, named.end)
    about = (_question_title(document, zones) or asked_about(document)) if kind in _QUESTIONS else None
    if about:
        return about
    if zones.salutation is None or kind is DocumentKind.PRESS_RELEASE:
        return _title(document, zones, kind)
    titled = _letter_title(document, zones) or _addressed_title(document, zones) or _quoted(document, zones)
    return titled or _heading(document, zones) or _headline(document, zones)


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
    answer = kind is DocumentKind.ANSWER
    titles = [line for line in zones.head if not answer and is_party_title(document, line)]
    head = [line for line in zones.head if line in titles or not _is_label(document, line)]
    if kind is DocumentKind.RESOLUTION:
        return _resolved(document)
    if named := next((line for line in titles if not document.line_words(line)[:1].islower()), None):
        return document.passage(*title_span(document, named))
    for line in head:
        words = document.line_words(line).split()
        if kind in _QUESTIONS and _HEADED.fullmatch(document.line_words(line)):
            return document.passage(line.start, line.end)
        if words[0][0].islower() or _is_own_number(document, line) or _is_dated(document, words):
            continue
        if _names_somebody(document, words):
            continue
        if 4 <= len(words) <= _TITLE_WORDS and not words[-1].endswith((".", ",", ";", ":")):
            return document.passage(line.start, line.end)
    return None


def _question_title(document: Document, zones: Zones) -> Passage | None:
    """What stands first above a question printed for the record: a few words, no label, number or body."""
    asked = asked_about(document) or asked_party(document)
    if not zones.head or zones.head[0].start > _TOP or asked is None:
        return None
    line = zones.head[0]
    words = document.line_words(line).split()
    asker = labelled(document.lexicon.language, "asker_labels")
    if len(zones.head) > 1 and asker.match(document.line_words(zones.head[1])) and not _is_label(document, line):
        return document.passage(line.start, line.end)
    kinds = (kind_pattern(document.lexicon.language, one) for one in _QUESTIONS)
    labelled_line = _is_label(document, line) or any(kind.match(document.line_words(line)) for kind in kinds)
    phrase = 2 <= len(words) <= _TITLE_WORDS and any(word.islower() for word in words) and words[0][0].isupper()
    bare = words[-1][-1].isalnum() and not any(letter.isdigit() for letter in line.text)
    plain = phrase and bare and not labelled_line and not _names_somebody(document, words)
    return document.passage(line.start, line.end) if plain else None


def _is_dated(document: Document, words: list[str]) -> bool:
    """Whether a short line is a date with its place, or ends in a number."""
    months = document.lexicon.dates.months
    dated = any(word.strip(".,").lower() in months for word in words) and any(word[0].isdigit() for word in words)
    return len(words) <= _FEW_WORDS and (dated or _NUMBERED.fullmatch(" ".join(words)) is not None)


def _names_somebody(document: Document, words: list[str]) -> bool:
    """Whether a line begins like an address: “H.E. Mr. …”."""
    return not document.lexicon.people.honorifics.isdisjoint((words[0].lower(), words[0].strip(".,").lower()))


def _is_own_number(document: Document, line: Line) -> bool:
    """Whether a line is the number of the document or of another one."""
    numbers = alternatives(document.lexicon.letter.kept_reference_labels)
    return (
        is_number_line(document, line)
        or re.match(rf"\W*(?i:{numbers}) *[\w(]*\d", document.line_words(line)) is not None
    )


def _resolved(document: Document) -> Passage | None:
    """The line behind the bare word “resolution”, else the line that begins with it."""
    pattern = kind_pattern(document.lexicon.language, DocumentKind.RESOLUTION)
    titles = ((at, line) for at, line in enumerate(document.lines) if not _is_own_number(document, line))
    begun = [at for at, line in titles if pattern.match(document.line_words(line))]
    alone = [at for at in begun if len(document.line_words(document.lines[at]).split()) == 1]
    adopting = matcher(document.lexicon.language, "letter", "adopting")
    for at in [*(at + 1 for at in alone), *(at for at in begun if at not in alone)]:
        if at < len(document.lines) and not adopting.match(document.line_words(document.lines[at])):
            return _subject(document, document.lines, at, 0)
    return None


def _is_label(document: Document, line: Line) -> bool:
    language, words = document.lexicon.language, document.line_words(line)
    fields = (
        "date_labels",
        "reference_labels",
        "to_labels",
        "from_labels",
        "asker_labels",
        "copy_labels",
        "contact_labels",
    )
    named = [word.lower() for word in words.split()]
    heads = document.lexicon.organisations.heads
    named_so = named[-1:] and named[-1] in heads and len(named) < _BODY_WORDS
    shown = words.isupper() or all(
        word[0].isupper() or word in document.lexicon.function_words for word in words.split()
    )
    organisation = named and (named_so or (shown and named[0] in heads))
    opens = ("open_from_labels", "open_to_labels", "open_reference_labels", "open_asked_labels", "answered_labels")
    return (
        bool(organisation)
        or any(labelled(language, field).match(words) for field in (*fields, "contact_headings"))
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


def _addressed_title(document: Document, zones: Zones) -> Passage | None:
    """A line that calls the letter one and names who writes or is written to, below a day or a menu."""
    letter = kind_pattern(document.lexicon.language, DocumentKind.LETTER)
    titles = (line for line in zones.head if is_party_title(document, line))
    named = (line for line in titles if letter.match(document.line_words(line)))
    return next((document.passage(line.start, line.end) for line in named), None)


def _headline(document: Document, zones: Zones) -> Passage | None:
    """The first line when it is a phrase with small words: “All replies to confirmatory applications in 2019”."""
    line = zones.head[0] if zones.head and zones.head[0].start <= _TOP else None
    words = document.line_words(line).split() if line else []
    if line is None or not 4 <= len(words) <= _TITLE_WORDS or _is_label(document, line):
        return None
    small = sum(word.islower() and len(word) > 1 for word in words)
    dated = _is_dated(document, words) or _is_own_number(document, line)
    ends = words[-1].endswith((".", ",", ";", ":"))
    begins = words[0].lstrip('[("')[:1].isupper()
    stands = small > 1 and begins and not (dated or ends or _names_somebody(document, words))
    return document.passage(line.start, line.end) if stands else None


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
