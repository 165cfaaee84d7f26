"""Key words as they stand in a text: inflected (“ministerstwa”) or ending a joined word (“Bundesministerium”).

The lexicon lists basic forms; here the forms that a text really uses are added for that text, so that every other
module only looks words up. A language that lists all forms itself is left as it is.
"""

import re

from assistant.extraction.act_vocabulary import DocumentWords
from assistant.extraction.lexicon import Lexicon, bases
from assistant.model.base import Value

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FEWEST_BEFORE, _SHORTEST_KIND = 3, 5
_INFLECTED = {
    "people": ("roles", "honorifics"),
    "organisations": ("heads", "lower_heads", "bare", "seated"),
    "references": ("heads", "weak_heads", "bare"),
    "places": ("heads", "streets"),
}
"""Sections and their lists whose words are inflected in a text."""
_JOINED = {"roles": "joined_roles", "heads": "joined_heads", "bare": "joined_bare", "streets": "joined_streets"}
"""Lists, and the lists of what ends a joined word of the same kind."""


def adapted(lexicon: Lexicon, text: str) -> Lexicon:
    """The lexicon with the forms of its key words that a text uses."""
    if not (lexicon.inflections or lexicon.joins_words):
        return lexicon
    forms = {word: {word, *bases(word, lexicon.inflections)} for word in {*map(str.lower, _WORD.findall(text))}}
    sections = {section: _section(getattr(lexicon, section), lists, forms) for section, lists in _INFLECTED.items()}
    return lexicon.model_copy(update={**sections, "documents": _documents(lexicon, forms)})


def _section(section: Value, lists: tuple[str, ...], forms: dict[str, set[str]]) -> Value:
    update = {}
    for name in lists:
        known: frozenset[str] = getattr(section, name)
        ends = tuple(getattr(section, _JOINED.get(name, ""), ()))
        update[name] = known.union(word for word, basic in forms.items() if basic & known or _ends(basic, ends))
    return section.model_copy(update=update)


def _ends(basic: set[str], ends: tuple[str, ...]) -> bool:
    return any(word.endswith(end) and len(word) >= len(end) + _FEWEST_BEFORE for word in basic for end in ends)


def _documents(lexicon: Lexicon, forms: dict[str, set[str]]) -> DocumentWords:
    """The words for documents with their forms; a joined word is what its last part is."""
    kinds = lexicon.documents.kinds
    found, weak = dict(kinds), set(lexicon.documents.weak)
    long = tuple(kind for kind in kinds if len(kind) >= _SHORTEST_KIND) if lexicon.joins_words else ()
    for word, basic in forms.items():
        kind = next((one for one in (*basic, *long) if one in kinds and _is_kind(one, basic)), None)
        if kind and word not in found:
            found[word] = kinds[kind]
        if kind in weak or basic & weak:
            weak.add(word)
    return lexicon.documents.model_copy(update={"kinds": found, "weak": frozenset(weak)})


def _is_kind(kind: str, basic: set[str]) -> bool:
    return kind in basic or _ends(basic, (kind,))
