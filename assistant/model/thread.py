"""An exchange of letters in order: what was written, what answers what and why we think so, and what is missing."""

from functools import cached_property

from assistant.model.base import Value


class Move(Value):
    """One letter of a thread, or a gap: a letter that is known only because another speaks of it."""

    id: str
    """Of the precedent; of a gap the letter that speaks of it, “~” and the date."""
    date: str | None = None
    sender: str = ""
    recipients: str = ""
    subject: str = ""
    ours: bool = False
    """Whether the office wrote it."""
    known_from: str = ""
    """Of a gap: the words that speak of it."""

    @property
    def is_gap(self) -> bool:
        """Whether the office does not have it."""
        return "~" in self.id


class Link(Value):
    """One letter answers or follows another."""

    later: str
    earlier: str
    because: str
    """The reason, a sentence for people."""
    confirmed: bool = False
    """Whether a person said so; otherwise it is a proposal."""


class Thread(Value):
    """Letters that belong together, the earliest first."""

    moves: tuple[Move, ...]
    links: tuple[Link, ...] = ()

    @property
    def id(self) -> str:
        """That of the first letter the office has."""
        return next(move.id for move in self.moves if not move.is_gap)

    @cached_property
    def gaps(self) -> tuple[Move, ...]:
        """The letters that are missing."""
        return tuple(move for move in self.moves if move.is_gap)

    def answers_to(self, letter: str) -> tuple[str, ...]:
        """Ids of the letters that answer or follow one, the earliest first."""
        order = [move.id for move in self.moves]
        return tuple(sorted((link.later for link in self.links if link.earlier == letter), key=order.index))
