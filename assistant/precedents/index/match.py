"""A query in the two forms that find words: an FTS5 expression for the index, a pattern for folded text.

Both are built from folded words alone, between quotation marks or as plain letters of a pattern, so nothing a person
types can become an operator.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, product

from assistant.precedents.index.query import CONTROLLED, Field, Phrase, Query, Term
from assistant.precedents.index.terms import ANY_LETTER

Group = tuple[Term, ...]

_COLUMNS = {
    Field.FROM: "sender",
    Field.TO: "recipient",
    Field.PERSON: "person",
    Field.PLACE: "place",
    Field.ORGANISATION: "org",
}
_NO_LETTER = "no_letter"
"""A mark no letter carries: for a value nothing can have."""
_NOTHING = re.compile(r"(?!)")


def expression(groups: Iterable[Group]) -> str:
    """The FTS5 expression of groups that must all hold; empty when there are none."""
    groups = _bind_status_to_act(tuple(groups))
    without = [group[0] for group in groups if len(group) == 1 and group[0].excluded]
    wanted = [_any_of(group) for group in groups if len(group) > 1 or not group[0].excluded]
    if not without:
        return " AND ".join(wanted)
    return f"({' AND '.join(wanted or [_mark(ANY_LETTER)])}) NOT ({' OR '.join(map(_found, without))})"


def term_pattern(term: Term) -> re.Pattern[str]:
    """What finds the words of a term in folded text; finds nothing for a controlled field."""
    if not term.phrases:
        return _NOTHING
    return re.compile("|".join(map(_phrase_pattern, term.phrases)))


def marked_words(query: Query) -> re.Pattern[str] | None:
    """What finds, in folded text, the words a hit is to be shown with; None when no words are asked for."""
    phrases = {phrase for group in query.groups for term in group if not term.excluded for phrase in term.phrases}
    longest_first = sorted(phrases, key=lambda phrase: (len(phrase.words), phrase.words), reverse=True)
    return re.compile("|".join(map(_phrase_pattern, longest_first))) if phrases else None


def _any_of(group: Group) -> str:
    alternatives = [f"({_mark(ANY_LETTER)} NOT {_found(term)})" if term.excluded else _found(term) for term in group]
    return alternatives[0] if len(alternatives) == 1 else f"({' OR '.join(alternatives)})"


def _found(term: Term) -> str:
    if term.field in CONTROLLED:
        marks = [_mark(f"{term.field}_{value}") for value in term.values] or [_mark(_NO_LETTER)]
        return f"({' OR '.join(marks)})"
    words = f"({' OR '.join(map(_phrase, term.phrases))})"
    column = _COLUMNS.get(term.field)
    return f"{column} : {words}" if column else words


def _mark(mark: str) -> str:
    return f'"{mark}"'


def _phrase(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.words)}"' + (" *" if phrase.prefix else "")


def _phrase_pattern(phrase: Phrase) -> str:
    # beginning with plain letters, and looking behind them afterwards, it is found many times faster
    first, *others = phrase.words
    end = r"[0-9a-z]*" if phrase.prefix else r"(?![0-9a-z])"
    return rf"{first}(?<![0-9a-z]{first})" + "".join(rf"\s+{word}" for word in others) + end


def _bind_status_to_act(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """`act:` and `status:` speak of one fact: not of a request, and something else that was accepted."""
    statuses = [term.values for group in groups if _is_only(group, Field.STATUS) for term in group]
    if not statuses or not any(_is_only(group, Field.ACT) for group in groups):
        return groups
    bound = (
        tuple(_with_status(term, chain(*statuses)) for term in group) if _is_only(group, Field.ACT) else group
        for group in groups
    )
    return tuple(group for group in bound if not _is_only(group, Field.STATUS))


def _is_only(group: Group, field: Field) -> bool:
    return all(term.field is field and not term.excluded for term in group)


def _with_status(term: Term, statuses: Iterable[str]) -> Term:
    return replace(term, values=tuple(f"{act}_{status}" for act, status in product(term.values, statuses)))
