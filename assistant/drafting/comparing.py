"""Two versions of one draft, line by line as their files have them. Knows no files."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum

from assistant.drafting.markdown import print_draft
from assistant.model.base import Value
from assistant.model.draft import Draft


class Whose(StrEnum):
    """In which of the two versions a line stands."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class ComparedLine(Value):
    """A line, and whose it is."""

    whose: Whose
    text: str


def compare_drafts(mine: Draft, theirs: Draft) -> tuple[ComparedLine, ...]:
    """Every line of both; where they part, first theirs, then ours."""
    return tuple(_compare(print_draft(mine).splitlines(), print_draft(theirs).splitlines()))


def _compare(mine: list[str], theirs: list[str]) -> Iterator[ComparedLine]:
    for tag, a, b, c, d in SequenceMatcher(None, theirs, mine, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (ComparedLine(whose=Whose.BOTH, text=line) for line in theirs[a:b])
        else:
            yield from (ComparedLine(whose=Whose.THEIRS, text=line) for line in theirs[a:b])
            yield from (ComparedLine(whose=Whose.MINE, text=line) for line in mine[c:d])
