"""Proposals of several rules about the same words, and the choice among them.

Every rule is a voter: it proposes a span, a kind and a weight. The trained tagger is one more, the lightest.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.model.mention import MentionKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal; the heavier one wins where two overlap, then the longer one."""

    start: int
    end: int
    kind: MentionKind
    weight: int
    role: tuple[int, int] | None = None
    """Span of the role that a person holds."""
    inside: bool = False
    """Whether it may stand inside another mention: the place in “Delegation in Astana”."""

    @property
    def length(self) -> int:
        """Characters it covers."""
        return self.end - self.start


def choose(candidates: Iterable[Candidate], length: int) -> list[Candidate]:
    """The candidates that stand, in order of the text; `length` is that of the text."""
    taken = bytearray(length)
    chosen: list[Candidate] = []
    ordered = sorted(candidates, key=lambda candidate: (-candidate.weight, -candidate.length, candidate.start))
    for candidate in ordered:
        if not candidate.inside and any(taken[candidate.start : candidate.end]):
            continue
        chosen.append(candidate)
        if not candidate.inside:
            taken[candidate.start : candidate.end] = b"\x01" * candidate.length
    return sorted(chosen, key=lambda candidate: (candidate.start, candidate.end))
