"""Names precedents: date, sender, addressee in letters every file system and every shell takes.

An id is also a file name, so whatever the text holds it comes out in a-z, 0-9 and hyphens, never too long, never empty.
"""

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from assistant.model.folding import fold_words
from assistant.model.letter import Letter, Party
from assistant.precedents.layout import UNDATED

if TYPE_CHECKING:
    from assistant.model.precedent import Extraction

_LONGEST_ID = 110
"""Characters; a record may have 120, the rest is room for the number that follows on a collision."""
_LONGEST_PART = 40

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_POST_NOMINALS = frozenset(
    {"mep", "mp", "mdb", "mdep", "msp", "td", "qc", "kc", "phd", "esq", "jr", "sr", "cbe", "obe", "mbe"}
)


def propose_id(extraction: "Extraction", name: str) -> str:
    """A readable id for a document: “2019-05-23-carlsson-gomes”.

    Organisations stand in for persons; without a date it begins with “undated”; without parties the name of the
    file says what it is. Two documents may be given the same id: the shelf numbers them.
    """
    parts = _parties(extraction.letter) or [slug(PurePath(name).stem)]
    return _cut("-".join(filter(None, (_date(extraction.letter), *parts))), _LONGEST_ID)


def slug(text: str) -> str:
    """A few words in letters any file may be called by; empty when the text holds neither letters nor digits."""
    return _cut("-".join(fold_words(text)), _LONGEST_PART)


def _date(letter: Letter) -> str:
    match = _DATE.match(letter.date.value) if letter.date else None
    return match[0] if match else UNDATED


def _parties(letter: Letter) -> list[str]:
    parties = (letter.sender, *letter.recipients[:1])
    return [slug for party in parties if party and (slug := _party(party))]


def _party(party: Party) -> str:
    surname = slug(_surname(party.name.text)) if party.name else ""
    return surname or (slug(party.organisation.text) if party.organisation else "")


def _surname(name: str) -> str:
    """The part in capitals (“SZALAI Zoltan”), before a comma (“Gomes, Ana”), or the last word."""
    words = [word for word in name.split() if "".join(fold_words(word)) not in _POST_NOMINALS]
    capitals = [word for word in words if word.isupper() and sum(map(str.isalpha, word)) > 2]
    if 0 < len(capitals) < len(words):
        return " ".join(capitals)
    comma = next((place for place, word in enumerate(words[:-1]) if word.endswith(",")), None)
    return " ".join(words[: comma + 1] if comma is not None else words[-1:])


def _cut(slug: str, length: int) -> str:
    """At most `length` characters, whole words where a word ends in the second half."""
    if len(slug) <= length:
        return slug
    end = slug.rfind("-", length // 2, length + 1)
    return slug[: end if end > 0 else length]
