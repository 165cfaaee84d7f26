"""Each document once, however often a text speaks of it: “Interpellation No 17381”, then “the interpellation”.

Two mentions are one document when their kind and day agree, or their number, or when the later one says nothing more;
of “the reply to the letter of 3 May” the day is told once.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from assistant.model.letter import Reference

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d./-]{2,}\d")


def told_once(references: Iterable[Reference], body: int, small: AbstractSet[str]) -> tuple[Reference, ...]:
    """The references in order of the text without those to a document that is named elsewhere.

    What stands from `body` on is preferred to what stands above it; `small` words say nothing.
    """
    kept: list[Reference] = []
    ordered = sorted(references, key=lambda reference: (reference.start < body, reference.start))
    for one in ordered:
        known = any(_is_same(one, other, small) for other in kept)
        if not known and not any(_is_better_told(one, other) or _holds(one, other) for other in ordered):
            kept.append(one)
    return tuple(sorted(kept, key=lambda reference: reference.start))


def _is_same(one: Reference, other: Reference, small: AbstractSet[str]) -> bool:
    """Whether a document has been named before."""
    if one.what != other.what:
        return False
    if one.start == other.start or (one.date and one.date == other.date):
        return True
    numbers, before = (set(_NUMBER.findall(_undated(reference))) for reference in (one, other))
    if numbers and before:
        return numbers == before
    return not one.date and _says_less(one, other, small)


def _undated(reference: Reference) -> str:
    """The words of a reference without those of a numeric date."""
    return re.sub(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:19|20)\d\d", "", reference.quote)


def _says_less(one: Reference, other: Reference, small: AbstractSet[str]) -> bool:
    """Whether all that is said of a document has been said of one before: “the Notice of Arrest”."""
    said, before = (set(_WORD.findall(reference.quote.lower())) for reference in (one, other))
    return not other.date and said - small <= before


def _is_better_told(one: Reference, other: Reference) -> bool:
    """Whether both are by the person written to and this one says less: “your fax”, “your fax of 6 March”."""
    own = one.written_by == other.written_by == "recipient" and one.what == other.what
    less = (bool(other.date), len(other.quote), -other.start) > (False, len(one.quote), -one.start)
    return own and less and not one.date and not _NUMBER.search(one.quote)


def _holds(one: Reference, other: Reference) -> bool:
    """Whether the day of a document is that of another named within it: “the reply to the letter of 3 May”."""
    return one.date is not None and one.date == other.date and one.start < other.start < one.end
