"""What a person types in one line: a name, who says a fact and when, what somebody is, where they live.

Read here for the command line and the app alike.
"""

import re
from collections.abc import Sequence

from assistant.errors import BadArgumentError
from assistant.model.days import first_day, last_day
from assistant.model.display import visible
from assistant.model.fact import Attribution
from assistant.model.person import Role

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")


def read_name(said: str) -> str:
    """What somebody is called, as it is to be kept: on one line, and nothing in it that cannot be seen.

    A name that is pasted brings line breaks and direction marks along; kept, it would never be found again. Raises
    BadArgumentError where nothing is left.
    """
    name = visible(said)
    if not name:
        raise BadArgumentError(f"“{name}”", "nobody is called so", "Write the name in full.")
    return name


def read_chain(said: str) -> tuple[Attribution, ...]:
    """“Sven-Olov Carlsson reports; Marcin Świącicki: expresses concern”. Raises BadArgumentError."""
    links = [_parted(link.strip()) for link in said.split(";")]
    if not all(name and act for name, act in links):
        raise BadArgumentError(said, "each link needs a name and what is done", "Write “Askar Shakirov acknowledges”.")
    return tuple(Attribution(name=read_name(name), act=act) for name, act in links)


def write_chain(chain: Sequence[Attribution]) -> str:
    """A chain as `read_chain` reads it."""
    return "; ".join(f"{link.name}{':' if ' ' in link.act else ''} {link.act}" for link in chain)


def read_day(day: str) -> str:
    """An ISO 8601 date, month, year or interval of the calendar; empty for none. Raises BadArgumentError."""
    if day and not (_DATE.fullmatch(day) and _is_in_calendar(day)):
        reason = "this is no date, nor a time from one date to a later one"
        raise BadArgumentError(day, reason, "Write it as 2019-05-06, 2019-05, 2019 or 2019-05/2020-01.")
    return day


def read_role(said: str) -> Role:
    """“Ombudsman | Republic of Kazakhstan | 2013-09/2020-01 | ombudsman”: title, body, from and until, form of address.

    Only the title must be there; “2013-09/” holds still. Raises BadArgumentError.
    """
    title, organisation, period, office, *more = (part.strip() for part in f"{said}|||".split("|"))
    since, _, until = (day.strip() for day in period.partition("/"))
    if not title or any(more):
        reason = "a role is its title, the body, from/until and the form of address"
        raise BadArgumentError(said, reason, "Write “Ombudsman | Republic of Kazakhstan | 2013-09/2020-01”.")
    read_day("/".join(filter(None, (since, until))))
    return Role(
        title=title,
        organisation=organisation or None,
        office=office or None,
        since=since or None,
        until=until or None,
    )


def write_role(role: Role) -> str:
    """A role as `read_role` reads it."""
    period = f"{role.since or ''}/{role.until or ''}" if role.since or role.until else ""
    return " | ".join((role.title, role.organisation or "", period, role.office or "")).rstrip(" |")


def read_lines(said: str) -> tuple[str, ...]:
    """“Rue Wiertz 60; 1047 Brussels”: lines of an address."""
    return tuple(line.strip() for line in said.split(";") if line.strip())


def write_lines(lines: Sequence[str]) -> str:
    """Lines as `read_lines` reads them."""
    return "; ".join(lines)


def _is_in_calendar(period: str) -> bool:
    first, last = first_day(period), last_day(period)
    return first is not None and last is not None and first <= last


def _parted(link: str) -> tuple[str, str]:
    """Name and what is done: the last word, or everything behind a colon."""
    name, _, act = link.partition(":") if ":" in link else link.rpartition(" ")
    return name.strip(), act.strip()
