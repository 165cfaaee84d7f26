"""What a person changes in a record: other words for a fact, another act or speaker, a part of the letter, who is who.

Every change makes a new precedent, whose spans are compared with the text again: a correction cannot put words into
a source that do not stand there. The words of a fact are only ever chosen by their place.
"""

from collections.abc import Callable, Sequence

from assistant.errors import BadArgumentError, UnknownFactError
from assistant.model.base import Value
from assistant.model.fact import Act, Attribution, Fact, Review
from assistant.model.letter import DatedPassage, Letter, Party
from assistant.model.mention import Mention, MentionKind
from assistant.model.precedent import Precedent, Record
from assistant.model.quotation import ComparableText

MARKED_BY_HAND = "marked by hand"
"""Why a fact is there that a person found."""

Change = Callable[[Precedent], Precedent]
"""One step of a review."""

_PARTS = ("place", "reference", "subject", "salutation", "closing")
_PARTY_PARTS = ("name", "role", "organisation")
PARTS = ("date", *_PARTS, *(f"{party}.{part}" for party in ("sender", "recipient") for part in _PARTY_PARTS))
"""The parts of a letter that can be put right."""


class Correction(Value):
    """What is to become of a fact; what is None stays as it is."""

    span: tuple[int, int] | None = None
    """Start and end of the words, in characters of the text."""
    act: Act | None = None
    by: tuple[Attribution, ...] | None = None
    date: str | None = None
    """ISO 8601; an empty text takes the date away."""
    note: str | None = None


def correct_fact(precedent: Precedent, fact_id: str, correction: Correction) -> Precedent:
    """The precedent with one fact corrected; it may be cited from then on. Raises UnknownFactError, ValueError."""
    fact = precedent.fact(fact_id)
    if fact is None:
        raise UnknownFactError(fact_id, [fact.id for fact in precedent.record.facts])
    changed: dict[str, object] = {"review": Review.CORRECTED}
    changed |= {
        name: getattr(correction, name) for name in ("act", "by", "note") if getattr(correction, name) is not None
    }
    if correction.date is not None:
        changed["date"] = correction.date or None
    if correction.span is not None:
        changed |= _words_at(precedent, *correction.span)
    new = Fact.model_validate(fact.model_dump() | changed)
    return _with_facts(precedent, [new if each.id == fact_id else each for each in precedent.record.facts])


def add_fact(precedent: Precedent, span: tuple[int, int], act: Act, by: tuple[Attribution, ...] = ()) -> Precedent:
    """The precedent with a fact more, whose words a person marked in the text; it counts as accepted."""
    numbers = [int(fact.id[1:]) for fact in precedent.record.facts if fact.id[1:].isdigit()]
    fact = Fact.model_validate(
        {"id": f"f{max(numbers, default=0) + 1}", "act": act, "by": by, "review": Review.ACCEPTED}
        | {"because": MARKED_BY_HAND}
        | _words_at(precedent, *span)
    )
    return _with_facts(precedent, sorted([*precedent.record.facts, fact], key=lambda each: each.start))


def place_of_words(precedent: Precedent, words: str) -> tuple[int, int]:
    """Where words stand in the text, for whoever cannot mark them. Raises BadArgumentError when they do not."""
    passage = ComparableText(precedent.text).find(words)
    if passage is None:
        advice = f"Copy them from the letter: assistant show {precedent.id} --text."
        raise BadArgumentError(f"“{words}”", f"these words do not stand in {precedent.id}", advice)
    return passage.start, passage.end


def set_part(precedent: Precedent, part: str, span: tuple[int, int] | None, value: str | None = None) -> Precedent:
    """The precedent with a part of the letter at other words, or at none.

    `part` is one of PARTS: “date” (with its ISO value), “sender.name”, “recipient.role” (of the first) … Raises
    ValueError for any other.
    """
    passage = precedent.source.passage(*span) if span else None
    letter = precedent.record.letter
    owner, _, name = part.rpartition(".")
    if part == "date":
        dated = DatedPassage(**passage.model_dump(), value=value or "") if passage else None
        return _with_letter(precedent, letter.model_copy(update={"date": dated}))
    if owner == "sender" and name in _PARTY_PARTS:
        sender = (letter.sender or Party()).model_copy(update={name: passage})
        return _with_letter(precedent, letter.model_copy(update={"sender": sender}))
    if owner == "recipient" and name in _PARTY_PARTS:
        first = next(iter(letter.recipients), Party()).model_copy(update={name: passage})
        everybody = (first, *letter.recipients[1:])
        return _with_letter(precedent, letter.model_copy(update={"recipients": everybody}))
    if part not in _PARTS:
        raise ValueError(f"a letter has no part “{part}”")
    return _with_letter(precedent, letter.model_copy(update={part: passage}))


def merge_people(precedent: Precedent, one: str, other: str) -> Precedent:
    """The precedent with all mentions of the person `other` counted as mentions of `one` (entity ids)."""
    return _with_mentions(
        precedent,
        [
            mention.model_copy(update={"entity": one}) if _is_person(mention, other) else mention
            for mention in precedent.record.mentions
        ],
    )


def split_person(precedent: Precedent, entity: str, names: Sequence[str]) -> Precedent:
    """The precedent with the mentions of `entity` that are written like one of `names` as a person of their own."""
    taken = {mention.entity for mention in precedent.record.mentions}
    fresh = next(name for number in range(2, len(taken) + 3) if (name := f"{entity}-{number}") not in taken)
    return _with_mentions(
        precedent,
        [
            mention.model_copy(update={"entity": fresh})
            if _is_person(mention, entity) and mention.text in names
            else mention
            for mention in precedent.record.mentions
        ],
    )


def forget_person(precedent: Precedent, entity: str) -> Precedent:
    """The precedent without the mentions of `entity` as a person: what was taken for a name is none."""
    return _with_mentions(
        precedent, [mention for mention in precedent.record.mentions if not _is_person(mention, entity)]
    )


def _is_person(mention: Mention, entity: str) -> bool:
    return mention.kind is MentionKind.PERSON and mention.entity == entity


def _words_at(precedent: Precedent, start: int, end: int) -> dict[str, object]:
    """Words, place and surroundings of a span, white space at its ends left out. Raises ValueError for no words."""
    words = precedent.text[start:end]
    start += len(words) - len(words.lstrip())
    passage = precedent.source.passage(start, start + len(words.strip()))
    source = precedent.source
    block = source.block_index(start)
    first, last = source.block_span(block)[0], source.block_span(source.block_index(passage.end - 1))[1]
    return {
        "quote": passage.text,
        "start": passage.start,
        "end": passage.end,
        "block": block,
        "page": source.page_at(start),
        "context": " ".join(precedent.text[first:last].split()),
    }


def _with_facts(precedent: Precedent, facts: Sequence[Fact]) -> Precedent:
    return _rebuilt(precedent, {"facts": tuple(facts)})


def _with_letter(precedent: Precedent, letter: Letter) -> Precedent:
    return _rebuilt(precedent, {"letter": letter})


def _with_mentions(precedent: Precedent, mentions: Sequence[Mention]) -> Precedent:
    return _rebuilt(precedent, {"mentions": tuple(mentions)})


def _rebuilt(precedent: Precedent, changed: dict[str, object]) -> Precedent:
    """Built anew, so that every span is compared with the text."""
    record: Record = precedent.record.model_copy(update=changed)
    return Precedent(record=record, text=precedent.text)
