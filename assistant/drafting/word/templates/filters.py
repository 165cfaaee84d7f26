"""The filters of templates: a fixed set of plain functions on text and lists.

They raise TypeError for the wrong value, OverflowError where they would make more text than a letter can hold. Names
and meaning are Jinja's; what Jinja's filters can do beyond is left out on purpose.
"""

import re
from collections.abc import Callable, Mapping, Sequence, Sized
from types import MappingProxyType
from typing import NamedTuple

from assistant.drafting.word.templates.bounds import size_of
from assistant.drafting.word.templates.plain import ABSENT
from assistant.drafting.word.values import RichText, Run

_LONGEST = 1_000_000
"""Characters a text made of others may have: a hundred times those of a long letter."""
_WORD = re.compile(r"[^-\s({\[<]+")


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError("a text")
    return str(value)


def _items(value: object) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise TypeError("a list")
    return value


def _on_text(change: Callable[[str], str]) -> Callable[[object], str]:
    return lambda value: change(_text(value))


def _on_letters(change: Callable[[str], str]) -> Callable[[object], object]:
    """A filter that looks at single letters, so that it can change rich text run by run."""

    def apply(value: object) -> object:
        if isinstance(value, RichText):
            runs = (run.model_copy(update={"text": change(run.text)}) for run in value.runs)
            return RichText(runs=tuple(runs))
        return change(_text(value))

    return apply


def _title(text: str) -> str:
    return _WORD.sub(lambda word: word[0].capitalize(), text)


def _join(value: object, between: object = "") -> object:
    items, separator = _items(value), _text(between)
    if sum(size_of(item) + len(separator) for item in items) > _LONGEST:
        raise OverflowError(_LONGEST)
    if not any(isinstance(item, RichText) for item in items):
        return separator.join(_text(item) for item in items)
    runs: list[Run] = []
    for item in items:
        runs += [Run(text=separator)] if runs and separator else []
        runs += item.runs if isinstance(item, RichText) else [Run(text=_text(item))]
    return RichText(runs=tuple(runs))


def _length(value: object) -> int:
    if not isinstance(value, str | list | tuple | Mapping):
        raise TypeError("a list or a text")
    sized: Sized = value
    return len(sized)


def _first(value: object) -> object:
    return _one(value, 0)


def _last(value: object) -> object:
    return _one(value, -1)


def _one(value: object, index: int) -> object:
    items = _items(value)
    if not items:
        raise TypeError("a list with at least one item")
    return items[index]


def _same(value: object) -> object:
    """Every value is escaped anyway; the filter stands in templates that were written for docxtpl."""
    return value


def default(value: object, instead: object = "", even_when_empty: object = None) -> object:
    """The value, or `instead` where there is none."""
    return instead if value is ABSENT or value is None or (even_when_empty and not value) else value


class Filter(NamedTuple):
    """A filter and the number of arguments it takes at most."""

    function: Callable[..., object]
    arguments: int = 0


FILTERS: Mapping[str, Filter] = MappingProxyType(
    {
        "upper": Filter(_on_letters(str.upper)),
        "lower": Filter(_on_letters(str.lower)),
        "title": Filter(_on_text(_title)),
        "capitalize": Filter(_on_text(str.capitalize)),
        "trim": Filter(_on_text(str.strip)),
        "join": Filter(_join, 1),
        "length": Filter(_length),
        "count": Filter(_length),
        "first": Filter(_first),
        "last": Filter(_last),
        "e": Filter(_same),
        "escape": Filter(_same),
    }
)
"""By name. `default` is none of them: it alone sees what is missing."""
