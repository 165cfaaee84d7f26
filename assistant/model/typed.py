"""Parts of a fact as a person types them: who says it, and when. Read here for the command line and the app alike."""

import re
from collections.abc import Sequence

from assistant.errors import BadArgumentError
from assistant.model.fact import Attribution

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")


def read_chain(said: str) -> tuple[Attribution, ...]:
    """“Sven-Olov Carlsson reports; Marcin Świącicki: expresses concern”. Raises BadArgumentError."""
    links = [_parted(link.strip()) for link in said.split(";")]
    if not all(name and act for name, act in links):
        raise BadArgumentError(said, "each link needs a name and what is done", "Write “Askar Shakirov acknowledges”.")
    return tuple(Attribution(name=name, act=act) for name, act in links)


def write_chain(chain: Sequence[Attribution]) -> str:
    """A chain as `read_chain` reads it."""
    return "; ".join(f"{link.name}{':' if ' ' in link.act else ''} {link.act}" for link in chain)


def read_day(day: str) -> str:
    """An ISO 8601 date, month, year or interval; empty for none. Raises BadArgumentError."""
    if day and not _DATE.fullmatch(day):
        raise BadArgumentError(day, "this is no date", "Write it as 2019-05-06, 2019-05 or 2019.")
    return day


def _parted(link: str) -> tuple[str, str]:
    """Name and what is done: the last word, or everything behind a colon."""
    name, _, act = link.partition(":") if ":" in link else link.rpartition(" ")
    return name.strip(), act.strip()
