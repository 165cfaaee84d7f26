"""Things that stand somewhere in a text, looked up by place in logarithmic time, however many there are."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Spanned(Protocol):
    """Anything with a start and an end, in characters."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""


T = TypeVar("T", bound=Spanned)


class SpanIndex(Generic[T]):
    """Items by where they stand; made once for a document."""

    def __init__(self, items: Iterable[T]) -> None:
        self.items = sorted(items, key=lambda item: item.start)
        self._starts = [item.start for item in self.items]
        self._furthest = list(accumulate((item.end for item in self.items), max))

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def within(self, start: int, end: int) -> list[T]:
        """The items that lie wholly between two offsets, in order."""
        return [item for item in self.starting(start, end) if item.end <= end]

    def starting(self, start: int, end: int) -> list[T]:
        """The items that begin between two offsets, in order."""
        return self.items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, start: int) -> T | None:
        """The item that begins at an offset."""
        index = bisect_left(self._starts, start)
        return self.items[index] if index < len(self.items) and self._starts[index] == start else None

    def touches(self, start: int, end: int) -> bool:
        """Whether some item shares a character with the stretch."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start

    def around(self, start: int, end: int) -> T | None:
        """The nearest item that begins at or before `start` and reaches to `end`."""
        index = bisect_left(self._starts, start + 1) - 1
        return self.items[index] if index >= 0 and self.items[index].end >= end else None
