"""The labels a tagger gives to words (begin, inside, outside of a name) and the names they make. Knows no model."""

from collections.abc import Iterator, Sequence

from assistant.model.mention import MentionKind

OUTSIDE = "O"
KINDS = {"PER": MentionKind.PERSON, "ORG": MentionKind.ORGANISATION, "LOC": MentionKind.PLACE}
LABELS = (OUTSIDE, *(f"{part}-{kind}" for kind in KINDS for part in "BI"))


def may_follow(before: str, label: str) -> bool:
    """Whether a label may stand behind another: the inside of a name only behind a word of the same name."""
    return not label.startswith("I-") or before[1:] == label[1:]


def names(labels: Sequence[str]) -> Iterator[tuple[int, int, MentionKind]]:
    """First word, word after the last, and kind of every name; a lone “inside” begins a name too."""
    at = 0
    while at < len(labels):
        first, at = at, at + 1
        if labels[first] == OUTSIDE:
            continue
        inside = f"I-{labels[first][2:]}"
        while at < len(labels) and labels[at] == inside:
            at += 1
        yield first, at, KINDS[labels[first][2:]]
