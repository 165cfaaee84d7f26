"""The role that stands beside a name: “Prime Minister” before it, “Head of Political Section” behind a comma."""

from assistant.extraction.mentions.name_words import NameWords
from assistant.extraction.phrases import is_list, joined

_LONGEST, _ROLE_WITHIN = 12, 5
"""Words of a role behind a name, and within how many of them a word for an office stands."""
_MOST_BEFORE = 3


def role_before(names: NameWords, at: int) -> tuple[int, int]:
    """Span of the role that ends with the word at `at`: capital words or adjectives before it."""
    first = at
    while first and at - first < _MOST_BEFORE and _stands_before(names, first):
        before = names.words[first - 1]
        small = names.lexicon.people.bare_roles and not before.capital
        if small or before.lower in names.lexicon.function_words or before.capital != names.words[at].capital:
            break
        if before.text.isdigit() or before.lower in names.lexicon.organisations.stops:
            break
        first -= 1
    return names.span(first, at + 1)


def _stands_before(names: NameWords, at: int) -> bool:
    """Whether a word stands right before, with a blank or the stroke of “High Representative/Vice-President”."""
    view, before = names.document.view, names.words[at - 1]
    return joined(view, names.words, at - 1) or view[before.end : names.words[at].start] == "/"


def role_behind(names: NameWords, end: int) -> tuple[int, int] | None:
    """Span of the role after a comma behind a name: “, Head of Political Section”."""
    view = names.document.view
    if not 0 < end < len(names.words) or view[names.words[end - 1].end : names.words[end].start].strip(" ") != ",":
        return None
    first = names.words[end]
    if names.lexicon.people.bare_roles and not (first.capital or names.is_role(first)):
        return None
    if first.lower in names.lexicon.function_words and first.lower not in names.lexicon.documents.articles:
        return None  # “…, and the President of” leads on to somebody else
    limit = min(len(names.words), end + _LONGEST)
    last = end
    while last + 1 < limit and not _ends_role(names, last + 1):
        if not (joined(view, names.words, last) or is_list(view, names.words, last)):
            break
        last += 1
    holds = any(
        word.lower in names.lexicon.people.roles for word in names.words[end : min(last + 1, end + _ROLE_WITHIN)]
    )
    return names.span(end, last + 1) if holds else None


def _ends_role(names: NameWords, at: int) -> bool:
    """Whether a small word behind a capital one, or a function word, goes on with something else."""
    word = names.words[at]
    if word.capital or word.lower in names.lexicon.people.role_links:
        return False
    return names.words[at - 1].capital or word.lower in names.lexicon.function_words
