"""What became of the sentences of a letter between two of its wordings: changed, added, deleted, moved.

Sentences are compared as quotations are, whatever the typography. Paragraphs that were only split or joined are none.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from rapidfuzz import fuzz

from assistant.drafting.sentences import sentence_spans
from assistant.drafting.word.letters.wording import Wording
from assistant.model.base import Value
from assistant.model.quotation import fold

_LIKE = 50.0
"""Of 100, by rapidfuzz' ratio: from here on one sentence is another one changed, not a new one in its place."""


class Edited(StrEnum):
    """What was done to a sentence."""

    CHANGED = "changed"
    ADDED = "added"
    DELETED = "deleted"
    MOVED = "moved"


class Sentence(Value):
    """A sentence and where it stands in its wording."""

    words: str
    start: int
    end: int
    paragraph: int
    """Index of its paragraph."""
    folded: str
    """The form in which it is compared."""


class Edit(Value):
    """One sentence before and after; one of the two is missing where it was added or deleted."""

    kind: Edited
    ours: Sentence | None = None
    theirs: Sentence | None = None


class Fates(Value):
    """What became of every sentence."""

    edits: tuple[Edit, ...]
    """In the order of the later wording; deleted sentences stand where they stood."""
    kept: dict[int, Sentence]
    """Where each sentence of the earlier wording is now, by the offset it began at; deleted ones are missing."""


Replaced = Mapping[tuple[int, int], str]
"""Words that take the place of a span before sentences are compared."""


def sentences_of(wording: Wording, replaced: Replaced | None = None) -> tuple[Sentence, ...]:
    """All sentences of a letter."""
    return tuple(
        Sentence(
            words=wording.text[start:end],
            start=start,
            end=end,
            paragraph=index,
            folded=fold(_with_replaced(wording.text, start, end, replaced or {})),
        )
        for index in range(len(wording.paragraphs))
        for start, end in sentence_spans(wording.text, *wording.span(index))
    )


def compare_wordings(ours: Wording, theirs: Wording, replaced: Replaced) -> Fates:
    """What became of the sentences of `ours` in `theirs`; edits that `replaced` tells of are none."""
    pairs = _with_moved(list(_aligned(sentences_of(ours, replaced), sentences_of(theirs))))
    edits = tuple(Edit(kind=kind, ours=one, theirs=other) for kind, one, other in pairs if kind)
    kept = {one.start: other for _, one, other in pairs if one and other}
    return Fates(edits=edits, kept=kept)


def _with_replaced(text: str, start: int, end: int, replaced: Replaced) -> str:
    pieces = []
    for (first, last), words in sorted(replaced.items()):
        if start <= first and last <= end:
            pieces += [text[start:first], words]
            start = last
    return "".join((*pieces, text[start:end]))


_Pair = tuple[Edited | None, Sentence | None, Sentence | None]


def _aligned(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> Iterator[_Pair]:
    matcher = SequenceMatcher(None, [each.folded for each in ours], [each.folded for each in theirs], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from ((None, one, other) for one, other in zip(ours[a:b], theirs[c:d], strict=True))
        else:
            yield from _paired(ours[a:b], theirs[c:d])


def _paired(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> Iterator[_Pair]:
    """Sentences of one stretch: each with the next one like it, the rest deleted or added."""
    done = 0
    for one in ours:
        alike = [fuzz.ratio(one.folded, other.folded) for other in theirs[done:]]
        if max(alike, default=0.0) < _LIKE:
            yield Edited.DELETED, one, None
            continue
        chosen = done + alike.index(max(alike))
        yield from ((Edited.ADDED, None, other) for other in theirs[done:chosen])
        yield Edited.CHANGED, one, theirs[chosen]
        done = chosen + 1
    yield from ((Edited.ADDED, None, other) for other in theirs[done:])


def _with_moved(pairs: list[_Pair]) -> list[_Pair]:
    """A sentence deleted at one place and added at another was moved."""
    deleted = [one for kind, one, _ in pairs if kind is Edited.DELETED and one]
    moved: dict[int, Sentence] = {}
    made: list[_Pair] = []
    for kind, one, other in pairs:
        origin = next((each for each in deleted if other and each.folded == other.folded), None)
        if kind is Edited.ADDED and origin and other:
            deleted.remove(origin)
            moved[origin.start] = origin
            made.append((Edited.MOVED, origin, other))
        else:
            made.append((kind, one, other))
    return [pair for pair in made if not (pair[0] is Edited.DELETED and pair[1] and pair[1].start in moved)]
