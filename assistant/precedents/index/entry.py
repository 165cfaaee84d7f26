"""What the index keeps of one letter, taken from its record and text. Knows no SQL and no files."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.model.days import first_day
from assistant.model.fact import Fact
from assistant.model.folding import SHORTEST_SKELETON, fold, fold_words, skeleton
from assistant.model.letter import Party, Reference
from assistant.model.mention import Mention, MentionKind
from assistant.model.outline import outline_of
from assistant.model.precedent import Precedent, Record
from assistant.model.source import RUNNING_TEXT
from assistant.precedents.index.facthits import fact_row
from assistant.precedents.index.outlines import latest_promise, pack
from assistant.precedents.index.referrals import NOBODY, Parties, Sought, numbers_of, parties_of, sought_by
from assistant.precedents.index.snippet import visible
from assistant.precedents.index.terms import ANY_LETTER
from assistant.precedents.names import name_of

_NAMED = (MentionKind.PERSON, MentionKind.PLACE, MentionKind.ORGANISATION)
"""In the order of the full-text columns."""

_LONGEST_OPENING = 240
_FOREIGN_WORD = re.compile(r"[\u0370-\u1fff]\w+")
"""Words in Greek, Cyrillic and other alphabets; the reader of names may not know them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A letter as the index keeps it; `words` and `marks` are folded, everything else is shown as it stands."""

    id: str
    original: str
    """SHA-256 of the original."""
    day: int
    """Ordinal of its date, of the first day when only month or year are known, 0 without a date."""
    shown: dict[str, str | None]
    """Columns of a hit: date, sender, recipients, subject, kind, language, opening."""
    facets: dict[str, tuple[str, ...]]
    """act, person, place, year."""
    facts: str
    words: tuple[str, ...]
    """Contents of the full-text columns, in their order."""
    spellings: frozenset[tuple[str, str]]
    """Skeleton and folded word of every name."""
    people: tuple[tuple[str, str], ...]
    """Everybody named, once, in the fullest form, with the role given there or nothing."""
    namesakes: frozenset[tuple[str, str]] = frozenset()
    """Key and name of everybody named, see names.py."""
    parties: Parties = NOBODY
    own_numbers: frozenset[str] = frozenset()
    head_numbers: frozenset[str] = frozenset()
    references: tuple[tuple[Reference, Sought], ...] = ()
    outline: str = ""
    """JSON, see outlines.py; of a document with neither sender nor addressee nothing."""
    due: str = ""
    """The latest day a promise in it names."""


@dataclass(frozen=True, slots=True)
class _Names:
    """Names of one kind in a letter: each bearer once, in the fullest form; and all forms."""

    shown: tuple[str, ...]
    all: tuple[str, ...]


def entry_of(precedent: Precedent) -> Entry:
    """The entry of a precedent."""
    record = precedent.record
    names = {kind: _names(record, kind) for kind in _NAMED}
    people = tuple(_people(record))
    own_numbers, head_numbers = numbers_of(precedent)
    day = _ordinal(record.letter.written or "")
    outline = outline_of(record)
    return Entry(
        id=record.id,
        original=record.source.sha256,
        day=day,
        shown=_shown(precedent),
        facets={
            "act": tuple(dict.fromkeys(fact.act.value for fact in record.facts if fact.live)),
            "person": names[MentionKind.PERSON].shown,
            "place": names[MentionKind.PLACE].shown,
            "year": _year(day),
        },
        facts=_facts(precedent),
        words=_words(precedent, names, day),
        spellings=frozenset(_spellings(precedent.text, (form for kind in _NAMED for form in names[kind].all))),
        people=people,
        namesakes=frozenset((key, name) for name, _ in people for key in name_of(name).keys),
        parties=parties_of(record.letter),
        own_numbers=own_numbers,
        head_numbers=head_numbers,
        references=tuple(zip(record.letter.refers_to, sought_by(precedent), strict=True)),
        outline=pack(outline) if outline.parties else "",
        due=latest_promise(outline),
    )


def entry_of_text(precedent: str, text: str) -> Entry:
    """The entry of a letter whose record cannot be read: its text is found all the same, under the day of its id."""
    day = _ordinal(precedent)
    nothing = [""] * (len(_NAMED) + 2)
    marks = " ".join((ANY_LETTER, *(f"year_{year}" for year in _year(day))))
    return Entry(
        id=precedent,
        original="",
        day=day,
        shown={
            **dict.fromkeys(("sender", "recipients", "subject", "kind", "language"), ""),
            "date": date.fromordinal(day).isoformat() if day else None,
            "opening": _cut(text),
        },
        facets={"act": (), "person": (), "place": (), "year": _year(day)},
        facts="[]",
        words=(fold(precedent), "", fold(text), *nothing, marks),
        spellings=frozenset(_spellings(text, ())),
        people=(),
    )


def _words(precedent: Precedent, names: Mapping[MentionKind, _Names], day: int) -> tuple[str, ...]:
    record, letter = precedent.record, precedent.record.letter
    senders = [letter.sender] if letter.sender else []
    return (
        fold(f"{record.id} {record.source.name}"),
        fold(letter.subject.text if letter.subject else ""),
        fold(precedent.text),
        *(fold("\n".join(names[kind].all)) for kind in _NAMED),
        fold("\n".join(_party_words(senders))),
        fold("\n".join(_party_words(letter.recipients))),
        " ".join(_marks(record, day)),
    )


def _facts(precedent: Precedent) -> str:
    rows = [fact_row(fact, precedent.locator(fact).paragraph) for fact in precedent.record.facts]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _shown(precedent: Precedent) -> dict[str, str | None]:
    record, letter = precedent.record, precedent.record.letter
    return {
        "date": letter.written,
        "sender": letter.sender_name,
        "recipients": ", ".join(filter(None, (party.display for party in letter.recipients))),
        "subject": letter.subject.words if letter.subject else "",
        "kind": record.kind.value,
        "language": record.language,
        "opening": _cut(precedent.text[_beginning(precedent) :]),
    }


def _beginning(precedent: Precedent) -> int:
    """Offset at which the letter begins to speak: behind the salutation, else at its first paragraph."""
    if precedent.record.letter.salutation:
        return precedent.record.letter.salutation.end
    return next((block.start for block in precedent.source.blocks if block.kind in RUNNING_TEXT), 0)


def _cut(text: str) -> str:
    words = _folded_space(visible(text[: 4 * _LONGEST_OPENING]))
    return words if len(words) <= _LONGEST_OPENING else words[: words.rfind(" ", 0, _LONGEST_OPENING)] + "…"


def _names(record: Record, kind: MentionKind) -> _Names:
    forms: dict[str, list[str]] = {}
    for mention in record.mentions:
        if mention.kind is kind:
            text = mention.words
            forms.setdefault(mention.entity or fold(text), []).append(text)
    of_facts = tuple(_folded_space(name) for fact in record.facts for name in _named_by(fact, kind))
    fullest = {fold(name): name for name in (*of_facts, *(max(texts, key=len) for texts in forms.values()))}
    everywhere = (text for texts in forms.values() for text in texts)
    speakers = (link.name for fact in record.facts for link in fact.by if kind is MentionKind.PERSON)
    return _Names(
        shown=tuple(filter(None, fullest.values())),
        all=tuple(dict.fromkeys((*everywhere, *of_facts, *speakers, *_parties(record, kind)))),
    )


def _people(record: Record) -> Iterator[tuple[str, str]]:
    forms: dict[str, list[Mention]] = {}
    for mention in record.mentions:
        if mention.kind is MentionKind.PERSON:
            forms.setdefault(mention.entity or fold(mention.text), []).append(mention)
    for mentions in forms.values():
        fullest = max(mentions, key=lambda mention: len(mention.text))
        role = next((mention.role for mention in mentions if mention.role), "")
        yield _folded_space(fullest.text), _folded_space(role) or _role_of_party(record, fullest.text)


def _role_of_party(record: Record, name: str) -> str:
    """The role a letterhead, an address or a signature gives."""
    parties = filter(None, (record.letter.sender, *record.letter.recipients))
    roles = (party.role.text for party in parties if party.role and party.name and party.name.text == name)
    return _folded_space(next(roles, ""))


def _named_by(fact: Fact, kind: MentionKind) -> tuple[str, ...]:
    return {MentionKind.PERSON: fact.people, MentionKind.PLACE: fact.places}.get(kind, ())


def _parties(record: Record, kind: MentionKind) -> Iterator[str]:
    for party in filter(None, (record.letter.sender, *record.letter.recipients)):
        passage = {MentionKind.PERSON: party.name, MentionKind.ORGANISATION: party.organisation}.get(kind)
        if passage:
            yield passage.words


def _party_words(parties: Iterable[Party]) -> Iterator[str]:
    for party in parties:
        yield from (passage.text for passage in (party.name, party.role, party.organisation) if passage)


def _marks(record: Record, day: int) -> Iterator[str]:
    yield ANY_LETTER
    yield f"kind_{record.kind}"
    yield f"lang_{'_'.join(fold_words(record.language))}"
    yield from (f"year_{year}" for year in _year(day))
    yield from sorted({f"act_{fact.act}" for fact in record.facts if fact.live})
    yield from sorted({f"status_{fact.review}" for fact in record.facts})
    yield from sorted({f"act_{fact.act}_{fact.review}" for fact in record.facts})


def _spellings(text: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    foreign = (word for word in _FOREIGN_WORD.findall(text) if word[0].isupper())
    for name in (*names, *foreign):
        for word in fold_words(name):
            if len(key := skeleton(word)) >= SHORTEST_SKELETON:
                yield key, word


def _folded_space(text: str) -> str:
    return " ".join(text.split())


def _ordinal(written: str) -> int:
    day = first_day(written)
    return day.toordinal() if day else 0


def _year(day: int) -> tuple[str, ...]:
    return (f"{date.fromordinal(day).year:04}",) if day else ()
