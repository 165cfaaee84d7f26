"""Who is who inside one document: “Askar Shakirov”, “Mr Shakirov” and “Shakirov” are one person.

Only full parts of a name are compared, never likeness: a wrong merge costs more than a missed one.
"""

import re
from collections import Counter
from itertools import pairwise

from anyascii import anyascii

from assistant.extraction.candidates import Candidate
from assistant.extraction.document import Document
from assistant.extraction.lexicon import bases, load_gazetteer
from assistant.model.mention import MentionKind

_PARTS = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")
_MOST_NAMESAKES = 200
_HAVE_ENTITIES = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE})


def entity_ids(document: Document, names: list[Candidate]) -> list[str | None]:
    """For every name the id of whom or what it means; None for kinds that have none."""
    people = [_parts(document, name) for name in names if name.kind is MentionKind.PERSON]
    basic = basic_forms({part for parts in people for part in parts}, document.lexicon.people.endings)
    full = _full_names(people, basic, document.lexicon.people.titles | document.lexicon.people.honorifics)
    acronyms = _acronyms(document, names)
    return [_entity(document, name, full, acronyms) for name in names]


def _entity(
    document: Document, name: Candidate, full: dict[tuple[str, ...], str], acronyms: dict[str, str]
) -> str | None:
    if name.kind not in _HAVE_ENTITIES:
        return None
    parts = _parts(document, name)
    if name.kind is MentionKind.PERSON:
        return full.get(parts) or slug(parts)
    text = " ".join(document.view[name.start : name.end].split())
    if name.kind is MentionKind.PLACE:
        gazetteer = load_gazetteer(document.lexicon.language)
        known = gazetteer.basic_name(text, document.lexicon.places.endings)
        return gazetteer.countries.get(known, "").lower() or slug(name_parts(known))
    return acronyms.get(text) or slug(parts)


def slug(parts: tuple[str, ...]) -> str:
    """Parts of a name as an id."""
    return "-".join(part.replace("'", "") for part in parts) or "unnamed"


def _parts(document: Document, name: Candidate) -> tuple[str, ...]:
    return name_parts(document.view[name.start : name.end])


def name_parts(text: str) -> tuple[str, ...]:
    """The words of a name, in plain small letters."""
    return tuple(_PARTS.findall(anyascii(text).lower()))


def basic_forms(parts: set[str], endings: tuple[str, ...]) -> dict[str, str]:
    """Every part of a name to its form without endings, where several parts share it: swiacickiego to swiacicki."""
    folded = tuple(dict.fromkeys(anyascii(ending) for ending in endings if not _is_folded_away(ending)))
    forms = {part: (part, *_bases(part, folded)) for part in sorted(parts)}
    shared = Counter(form for several in forms.values() for form in set(several))
    return {part: max(several, key=lambda form: shared[form]) for part, several in forms.items()}


def _is_folded_away(ending: str) -> bool:
    """Whether an ending differs from what takes its place in its accents alone: “ną>na”."""
    old, _, new = ending.partition(">")
    return old != new and anyascii(old) == anyascii(new)


def _bases(part: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    """What a part is without the longest of its endings."""
    lengths = {ending: len(ending.partition(">")[0]) for ending in endings if part.endswith(ending.partition(">")[0])}
    longest = max(lengths.values(), default=0)
    return tuple(bases(part, tuple(ending for ending, length in lengths.items() if length == longest)))


def _full_names(
    people: list[tuple[str, ...]], basic: dict[str, str], titles: frozenset[str]
) -> dict[tuple[str, ...], str]:
    """Every form of a name to the id of the longest name it is part of; of several as long, the first named."""
    bare = [tuple(basic[part] for part in parts if part not in titles) or parts for parts in people]
    longer: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(dict.fromkeys(bare), key=len, reverse=True):
        for part in {*name, *(part[0] for part in name)}:
            longer.setdefault(part, []).append(name)
    found: dict[tuple[str, ...], str] = {}
    for parts, form in zip(people, bare, strict=True):
        if form and parts not in found:
            near = longer[form[-1]][:_MOST_NAMESAKES]
            found[parts] = slug(
                next((name for name in near if len(name) > len(form) and _is_form_of(form, name)), form)
            )
    return found


def _is_form_of(form: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether all words of a form stand in the name, in order; an initial stands for a word."""
    at = 0
    for part in form:
        while at < len(name) and name[at] != part and not (len(part) == 1 and name[at].startswith(part)):
            at += 1
        if at == len(name):
            return False
        at += 1
    return True


def _acronyms(document: Document, names: list[Candidate]) -> dict[str, str]:
    """Acronyms and the id of the body whose name stands before them."""
    found: dict[str, str] = {}
    for before, behind in pairwise(names):
        near = document.view[before.end : behind.start].strip(" ") == "("
        if near and before.kind is behind.kind is MentionKind.ORGANISATION:
            found[document.view[behind.start : behind.end]] = slug(_parts(document, before))
    return found
