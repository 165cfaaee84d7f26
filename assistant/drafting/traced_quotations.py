"""Where the quotations of an exported letter are now, after others have edited it.

Bookmarks are asked first, then words. Whether the words are still those of their source is not judged here.
"""

from collections.abc import Iterator, Sequence

from assistant.drafting.provenance import Provenance, QuotationRecord
from assistant.drafting.quotation_marks import find_quotations
from assistant.drafting.word.letters.bookmarks import PREFIX
from assistant.drafting.word.letters.wording import Wording
from assistant.model.base import Value
from assistant.model.quotation import ComparableText, Standing, fold

_FEWEST_WORDS = 4
"""Fewer in the place of a quotation are no quotation any more."""

_Span = tuple[int, int]


class TracedQuotation(Value):
    """A quotation as exported, and the words that stand for it now."""

    record: QuotationRecord
    standing: Standing
    """Of the words in the letter to those exported: exact, altered, or absent."""
    words: str = ""
    start: int | None = None
    end: int | None = None

    @property
    def span(self) -> tuple[int, int] | None:
        """Where it stands; None when it was taken out."""
        if self.standing is Standing.ABSENT or self.start is None or self.end is None:
            return None
        return self.start, self.end


def trace_quotations(provenance: Provenance, letter: Wording) -> tuple[TracedQuotation, ...]:
    """Find every quotation again."""
    return tuple(_traced_quotations(provenance, letter))


def _traced_quotations(provenance: Provenance, letter: Wording) -> Iterator[TracedQuotation]:
    text = ComparableText(letter.text)
    exact: dict[int, tuple[int, int]] = {}
    for number, record in enumerate(provenance.quotations):
        span = _exact(record, letter, text, letter.anchors.get(f"{PREFIX}{number}"), tuple(exact.values()))
        if span:
            exact[number] = span
    for number, record in enumerate(provenance.quotations):
        anchor = letter.anchors.get(f"{PREFIX}{number}")
        span = exact.get(number) or _altered(record, letter, text, anchor, tuple(exact.values()))
        yield _between_marks(record, letter, span) if span else _absent(record, letter, anchor)


def _between_marks(record: QuotationRecord, letter: Wording, span: _Span) -> TracedQuotation:
    """All that stands between the marks around words: what was added before the closing one is quoted too."""
    around = letter.span(letter.paragraph_at(span[0]))
    marked = [(each.start + 1, each.end - 1) for each in find_quotations(letter.text, *around).quotations]
    start, end = next((each for each in marked if _overlap(each, span)), span)
    words = letter.text[start:end]
    standing = Standing.EXACT if fold(words) == fold(record.words) else Standing.ALTERED
    return TracedQuotation(record=record, standing=standing, words=words, start=start, end=end)


def _absent(record: QuotationRecord, letter: Wording, anchor: _Span | None) -> TracedQuotation:
    inside = letter.text[slice(*anchor)] if anchor else ""
    return TracedQuotation(record=record, standing=Standing.ABSENT, words=inside)


def _exact(
    record: QuotationRecord, letter: Wording, text: ComparableText, anchor: _Span | None, taken: Sequence[_Span]
) -> _Span | None:
    if anchor and (found := ComparableText(letter.text[slice(*anchor)]).find(record.words)):
        return anchor[0] + found.start, anchor[0] + found.end
    found = text.find(record.words)
    begin = 0
    while found and (begin + found.start, begin + found.end) in taken:
        begin += found.end
        found = ComparableText(letter.text[begin:]).find(record.words)
    return (begin + found.start, begin + found.end) if found else None


def _altered(
    record: QuotationRecord, letter: Wording, text: ComparableText, anchor: _Span | None, taken: Sequence[_Span]
) -> _Span | None:
    """The words most like it, unless they are another quotation; else what its bookmark holds, which may be a part."""
    inside = letter.text[slice(*anchor)] if anchor else ""
    nearest = text.compare(record.words).passage
    span = (nearest.start, nearest.end) if nearest else None
    if span and (any(_overlap(span, other) for other in taken) or (inside and anchor and not _overlap(span, anchor))):
        span = None
    return anchor if span is None and len(inside.split()) >= _FEWEST_WORDS else span


def _overlap(one: _Span, other: _Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
