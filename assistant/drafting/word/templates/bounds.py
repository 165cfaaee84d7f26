"""How long a letter may become and how long filling it may take: what stops a template that multiplies itself."""

from dataclasses import dataclass

from assistant.drafting.word.values import RichText


class TooLongError(Exception):
    """The letter grows beyond its bounds, with the number of the tag that made it (None: a value did)."""

    def __init__(self, tag: int | None) -> None:
        self.tag = tag
        super().__init__(tag)


@dataclass
class Bounds:
    """What is left of both, over all parts of a letter."""

    characters: int = 4_000_000
    """Of markup written, and of text made or compared on the way; five hundred pages stay below."""
    steps: int = 200_000
    """A letter with a thousand co-signatories takes ten thousand."""

    def take_characters(self, number: int, tag: int | None) -> None:
        """Use up characters; raises TooLongError."""
        self.characters -= number
        if self.characters < 0:
            raise TooLongError(tag)

    def take_steps(self, number: int, tag: int | None) -> None:
        """Use up steps; raises TooLongError."""
        self.steps -= number
        if self.steps < 0:
            raise TooLongError(tag)


def size_of(value: object) -> int:
    """Roughly the characters of a value, as far as they cost time to make or to compare."""
    if isinstance(value, RichText):
        return sum(len(run.text) + 1 for run in value.runs)
    return len(value) if isinstance(value, str | list | tuple) else 1
