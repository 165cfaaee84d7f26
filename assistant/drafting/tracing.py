"""Where the notes of an exported letter are now, after its edits: behind their words, elsewhere, or nowhere.

A note is known by what it says and where it stands; its id is no key. Nothing is judged here.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from assistant.drafting.edits import Fates, Sentence, sentences_of
from assistant.drafting.provenance import NoteRecord, Provenance
from assistant.drafting.traced_quotations import TracedQuotation
from assistant.drafting.word.letters.wording import NoteMark, Wording
from assistant.model.base import Value
from assistant.model.quotation import fold


class NoteFate(StrEnum):
    """What became of a note."""

    KEPT = "kept"
    MOVED = "moved"
    """Its mark stands away from the words it belongs to."""
    REWORDED = "reworded"
    LOST = "lost"
    """The words it belongs to are still there, the note is not."""
    STRAY = "stray"
    """It is still there, the words it belongs to are not."""
    GONE = "gone"
    """With its words."""


class TracedNote(Value):
    """A note as exported, and where it is now."""

    record: NoteRecord
    fate: NoteFate
    of_quotation: bool
    """Whether a quotation answers to it."""
    mark: NoteMark | None = None
    at: int = 0
    """Where in the letter its words stand, or its mark."""
    quotes: str = ""
    """The words it belongs to."""


class Trace(Value):
    """Everything an exported letter quoted and noted, found again."""

    quotations: tuple[TracedQuotation, ...]
    notes: tuple[TracedNote, ...]
    marks: tuple[NoteMark, ...] = ()
    """All marks of the letter now."""

    def note_before(self, note: TracedNote) -> TracedNote | None:
        """The exported note whose mark stands next before that of another; None when it is a new one, or the first."""
        before = [mark for mark in self.marks if note.mark and mark.at < note.mark.at]
        number = self.note_at(before[-1]) if before else None
        return None if number is None else self.notes[number]

    def note_at(self, mark: NoteMark) -> int | None:
        """Number of the exported note that a mark of the letter stands for."""
        return next((number for number, note in enumerate(self.notes) if note.mark == mark), None)


def trace(provenance: Provenance, letter: Wording, quotations: tuple[TracedQuotation, ...], fates: Fates) -> Trace:
    """Find every note again, behind the quotation or the sentence it belongs to."""
    places = [_place_of(number, provenance, quotations, fates) for number in range(len(provenance.notes))]
    return Trace(quotations=quotations, notes=tuple(_traced_notes(provenance, letter, places)), marks=letter.marks)


class _Place(Value):
    """The words of the letter a note belongs to, and the stretch its mark may stand in."""

    words: str
    start: int
    end: int
    first: int
    """From here on."""


def _place_of(
    number: int, provenance: Provenance, quotations: Sequence[TracedQuotation], fates: Fates
) -> _Place | None:
    note = provenance.notes[number]
    quoting = [each for each in quotations if each.record.note == number]
    kept = [(each, each.span) for each in quoting if each.span]
    if kept:
        quotation, (start, end) = kept[-1]
        return _Place(words=quotation.words, start=start, end=end, first=end if note.at >= quotation.record.end else 0)
    sentence = None if quoting else _sentence_before(note.at, provenance, fates)
    if sentence is None:
        return None
    return _Place(words=sentence.words, start=sentence.start, end=sentence.end, first=sentence.start)


def _sentence_before(at: int, provenance: Provenance, fates: Fates) -> Sentence | None:
    """Where the sentence is now that a mark stood in or behind."""
    ours = [each for each in sentences_of(provenance.wording) if each.start < at]
    return fates.kept.get(ours[-1].start) if ours else None


def _traced_notes(provenance: Provenance, letter: Wording, places: Sequence[_Place | None]) -> Iterator[TracedNote]:
    marks = _Marks(provenance, letter, places)
    for number, record in enumerate(provenance.notes):
        fate, mark = marks.fates[number]
        place = places[number]
        yield TracedNote(
            record=record,
            fate=fate,
            of_quotation=any(each.note == number for each in provenance.quotations),
            mark=mark,
            at=place.start if place else mark.at if mark else 0,
            quotes=place.words if place else "",
        )


class _Marks:
    """The marks of the letter, each given to one note: first to the note whose words it follows."""

    def __init__(self, provenance: Provenance, letter: Wording, places: Sequence[_Place | None]) -> None:
        self._letter, self._places = letter, places
        self._free = list(letter.marks)
        self._exported = {fold(note.words) for note in provenance.notes}
        self.fates: dict[int, tuple[NoteFate, NoteMark | None]] = {}
        for find, fate in (
            (self._beside, NoteFate.KEPT),
            (self._anywhere, NoteFate.MOVED),
            (self._new, NoteFate.REWORDED),
        ):
            for number, note in enumerate(provenance.notes):
                if number not in self.fates and (mark := find(number, fold(note.words))):
                    self._free.remove(mark)
                    self.fates[number] = (fate if places[number] else NoteFate.STRAY, mark)
        for number, place in enumerate(places):
            self.fates.setdefault(number, (NoteFate.LOST if place else NoteFate.GONE, None))

    def _beside(self, number: int, words: str) -> NoteMark | None:
        return next((mark for mark in self._near(number) if fold(mark.words) == words), None)

    def _anywhere(self, _number: int, words: str) -> NoteMark | None:
        return next((mark for mark in self._free if fold(mark.words) == words), None)

    def _new(self, number: int, _words: str) -> NoteMark | None:
        return next(
            (mark for mark in self._near(number) if mark.words and fold(mark.words) not in self._exported), None
        )

    def _near(self, number: int) -> list[NoteMark]:
        """The free marks behind the words of a note, up to the words of another one or the end of the paragraph."""
        place = self._places[number]
        if place is None:
            return []
        begin, end = self._letter.span(self._letter.paragraph_at(place.end))
        others = [each.start for each in self._places if each and each.start >= place.end]
        last = min([end, *others])
        return [mark for mark in self._free if max(begin, place.first) <= mark.at <= last]
