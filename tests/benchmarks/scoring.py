"""How well what was found in a document agrees with what people annotated by hand: the rules of counting, nothing else.

The annotations of a document are a JSON file: parts of the letter, distinct names, references and statements, word for
word. What counts as the same words is said in `agreement`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import add
from pathlib import Path
from typing import Any, TypeAlias

from assistant.model.fact import Act
from assistant.model.letter import Letter, Party
from assistant.model.mention import MentionKind
from assistant.model.precedent import Extraction
from assistant.model.source import Passage
from tests.benchmarks.agreement import HALF, distinct, fold, pair_off, shared

Gold: TypeAlias = dict[str, Any]
_Dated: TypeAlias = tuple[str, object]

_NOBODY = {"name": None, "organisation": None}
_KINDS = {
    MentionKind.ORGANISATION: "organisations",
    MentionKind.PLACE: "places",
    MentionKind.LEGAL_REFERENCE: "legal_refs",
    MentionKind.AMOUNT: "amounts",
}


@dataclass(frozen=True)
class Score:
    """How many were found, of how many wanted and how many proposed."""

    found: int = 0
    wanted: int = 0
    proposed: int = 0
    right: int = 0
    """Of those found, how many are right in all they say: a statement has its act, a name is equal word for word."""

    def __add__(self, other: "Score") -> "Score":
        return Score(*map(add, self._figures, other._figures))

    @property
    def _figures(self) -> tuple[int, int, int, int]:
        return self.found, self.wanted, self.proposed, self.right

    @property
    def precision(self) -> float:
        """Share of what was proposed that is wanted."""
        return _share(self.found, self.proposed)

    @property
    def recall(self) -> float:
        """Share of what is wanted that was found."""
        return _share(self.found, self.wanted)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.found, self.proposed + self.wanted)

    @property
    def f1_right(self) -> float:
        """The same for those alone that are right in all they say."""
        return _share(2 * self.right, self.proposed + self.wanted)


def load_gold(path: Path) -> Gold:
    """The annotations of a document."""
    gold: Gold = json.loads(path.read_text("utf-8"))
    return gold


def score(found: Extraction, gold: Gold, text: str) -> dict[str, Score]:
    """The scores of one document, by what was looked for; "same" are people whose names all carry one id."""
    return {
        "header": _score_header(found.letter, gold),
        "people": _score_names(found, MentionKind.PERSON, [form for one in gold["people"] for form in one["mentions"]]),
        **{name: _score_names(found, kind, gold[name]) for kind, name in _KINDS.items()},
        "dates": _score_dates(found, gold),
        "same": _score_same(found, gold),
        "refers_to": _score_references(found.letter, gold),
        "statements": _score_statements(found, gold),
        "grounded": _score_places(found, text),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _score_names(found: Extraction, kind: MentionKind, gold: Iterable[str]) -> Score:
    proposed = distinct(one.text for one in found.mentions if one.kind is kind)
    wanted = distinct(gold)
    pairs = pair_off(proposed, wanted, shared)
    equal = sum(fold(one) == fold(other) for one, other in pairs)
    return Score(len(pairs), len(wanted), len(proposed), equal)


def _score_dates(found: Extraction, gold: Gold) -> Score:
    dates = [one for one in found.mentions if one.kind is MentionKind.DATE]
    proposed: list[_Dated] = list({(fold(one.text), one.value): (one.text, one.value) for one in dates}.values())
    wanted = [(one["text"], one["iso"]) for one in gold["dates"]]
    pairs = pair_off(proposed, wanted, _dates_alike)
    return Score(len(pairs), len(wanted), len(proposed), len(pairs))


def _dates_alike(one: _Dated, other: _Dated) -> float:
    return shared(one[0], other[0]) if one[1] == other[1] else 0.0


def _score_same(found: Extraction, gold: Gold) -> Score:
    ids = {fold(one.text): one.entity for one in reversed(found.mentions) if one.kind is MentionKind.PERSON}
    people = [[fold(name) for name in distinct(one["mentions"])] for one in gold["people"]]
    several = [{ids.get(name) for name in names} for names in people if len(names) > 1]
    same = sum(len(entities) == 1 and None not in entities for entities in several)
    return Score(same, len(several))


def _score_references(letter: Letter, gold: Gold) -> Score:
    proposed = [(one.date, one.quote) for one in letter.refers_to]
    wanted = [(one["date"], one["quote"]) for one in gold["refers_to"]]
    pairs = pair_off(proposed, wanted, _references_alike)
    return Score(len(pairs), len(wanted), len(proposed))


def _references_alike(one: tuple[str | None, str], other: tuple[str | None, str]) -> float:
    return 1.0 if one[0] and one[0] == other[0] else shared(one[1], other[1])


def _score_statements(found: Extraction, gold: Gold) -> Score:
    proposed = [(one.quote, one.act) for one in found.facts]
    wanted = [(one["quote"], Act(one["type"].removesuffix("_taken"))) for one in gold["statements"]]
    pairs = pair_off(proposed, wanted, _statements_alike)
    return Score(len(pairs), len(wanted), len(proposed), sum(one[1] == other[1] for one, other in pairs))


def _statements_alike(one: tuple[str, Act], other: tuple[str, Act]) -> float:
    """Words decide; between two annotations of the same words, the act."""
    alike = shared(one[0], other[0])
    return alike + 0.01 * (one[1] == other[1]) if alike >= HALF else 0.0


def _score_places(found: Extraction, text: str) -> Score:
    spans = [(one.text, one.start, one.end) for one in found.mentions]
    spans += [(one.quote, one.start, one.end) for one in found.facts]
    return Score(sum(text[start:end] == words for words, start, end in spans), len(spans))


def _score_header(letter: Letter, gold: Gold) -> Score:
    """A part that was proposed and is not in the annotations counts as proposed alone."""
    parts = list(_parts(letter, gold))
    return Score(
        found=sum(bool(one and other) and _is_same_part(name, one or "", other or "") for name, one, other in parts),
        wanted=sum(other is not None for _, _, other in parts),
        proposed=sum(one is not None and other is None for _, one, other in parts),
    )


def _parts(letter: Letter, gold: Gold) -> Iterator[tuple[str, str | None, str | None]]:
    """Name, words found and words wanted of each part of a letter."""
    yield "date", letter.date.value if letter.date else None, gold["date"]
    for name in ("place", "reference", "subject", "salutation", "closing"):
        yield name, _words(getattr(letter, name)), gold[name]
    for name, wanted in (gold["sender"] or _NOBODY).items():
        yield name, _words(getattr(letter.sender, name)) if letter.sender else None, wanted
    wanted = "; ".join(filter(None, (one["name"] or one["organisation"] for one in gold["recipients"] or ())))
    yield "recipients", "; ".join(filter(None, map(_called, letter.recipients))) or None, wanted or None


def _words(passage: Passage | None) -> str | None:
    return passage.text if passage else None


def _called(party: Party) -> str | None:
    return _words(party.name) or _words(party.organisation)


def _is_same_part(name: str, one: str, other: str) -> bool:
    return one == other if name == "date" else shared(one, other) >= HALF
