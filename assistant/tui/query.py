"""The words of a search as a person edits them: fields put in and taken out, a word still being typed.

What the words mean is the shelf's affair; here they are only text.
"""

from __future__ import annotations

import re

from assistant.model.display import one_line
from assistant.tui.words import ACTS

_TERM = re.compile(r'[^\s"]*"[^"]*"?|\S+')
_GROWING = re.compile(r"(?:^|(?<=\s))(?:(?:person|place|org|from|to):)?(?P<word>[^\W_][\w’'-]*)$")
"""The last word of a line, while another key may make it longer; words of a list (act:) need but their beginning."""


def field_term(facet: str, value: str) -> str:
    """What a value of a facet is in a query: ("person", "Askar Shakirov") is `person:"Askar Shakirov"`."""
    words = ACTS[value].word if facet == "act" and value in ACTS else one_line(value).replace('"', " ").strip()
    return f'{facet}:"{words}"' if re.search(r"\W", words) else f"{facet}:{words}"


def has_field(query: str, facet: str, value: str) -> bool:
    """Whether the query asks for this value."""
    return field_term(facet, value).casefold() in map(str.casefold, _TERM.findall(query))


def toggle_field(query: str, facet: str, value: str) -> str:
    """The query with the value of a facet asked for, or no longer."""
    term = field_term(facet, value)
    there = _TERM.findall(query)
    if has_field(query, facet, value):
        return " ".join(other for other in there if other.casefold() != term.casefold())
    return " ".join([*there, term])


def as_typed(query: str) -> str:
    """The query as it is meant while its last word may still grow: "priso" finds prisons, "person:shak" Shakirov.

    A single letter begins too many words and is left out until the second one comes.
    """
    if query.count('"') % 2:
        return f'{query}"*' if re.search(r"\w\w$", query) else query
    growing = _GROWING.search(query)
    if growing is None or growing["word"] in {"OR", "AND"}:
        return query
    return f"{query}*" if len(growing["word"]) > 1 else query[: growing.start()]
