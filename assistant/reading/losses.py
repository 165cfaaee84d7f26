"""Counting what a reader saw and did not turn into text, so that a person gets one line for each sort of it.

Every reader tells its losses through here: what is neither read nor told would be lost.
"""

from typing import NamedTuple

from assistant.model.source import Loss

_QUOTED = 3
"""So many of the passages left out are quoted."""
_LONGEST_QUOTE = 60


class Sort(NamedTuple):
    """A sort of loss: the sentence for one, and the sentence for several, with {} for the number."""

    one: str
    several: str


PICTURE = Sort("1 picture was not read", "{} pictures were not read")
LINK_ADDRESS = Sort("1 link address was left out", "{} link addresses were left out")


class Tally:
    """Collects losses in the order in which their sorts are first met."""

    def __init__(self) -> None:
        self._found: dict[Sort, list[str]] = {}

    def add(self, sort: Sort, words: str = "") -> None:
        """Count one more; `words` are what was left out, or the description of a picture."""
        self._found.setdefault(sort, []).append(" ".join(words.split()))

    def losses(self, page: int | None = None) -> tuple[Loss, ...]:
        """One loss for each sort."""
        return tuple(Loss(what=_sentence(sort, words), page=page) for sort, words in self._found.items())


def shorten(words: str) -> str:
    """The first words of a passage, for a message."""
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + "…"


def _sentence(sort: Sort, words: list[str]) -> str:
    said = sort.one if len(words) == 1 else sort.several.format(len(words))
    quoted = list(dict.fromkeys(filter(None, words)))
    shown = "; ".join(f"“{shorten(passage)}”" for passage in quoted[:_QUOTED])
    more = "; …" if len(quoted) > _QUOTED else ""
    return f"{said}: {shown}{more}" if shown else said
