"""An office of many letters to measure with: made of the sentences of the real ones, invented names and plain words.

Words are as unevenly common as in real text, names rarer; every letter carries a few facts and refers to an earlier
letter that is not there, so that an index of these letters costs what one of real letters costs.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, product
from pathlib import Path

from assistant.model.fact import Act
from assistant.model.letter import DocumentKind, Reference
from assistant.precedents.filing import Filing
from assistant.precedents.layout import Place, place_of
from assistant.precedents.records import json_bytes
from tests.conftest import LETTERS
from tests.precedents.letters import Annotated, Document, document

_ONSETS = ["b", "br", "d", "f", "g", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "z"]
_RHYMES = ["a", "al", "an", "ar", "e", "en", "er", "i", "in", "is", "o", "on", "or", "u", "un"]
_FIRST_DAY = date(2005, 1, 1)
_DAYS = 7_000
_PLACES = ["Brussels", "Strasbourg", "Nur-Sultan", "Almaty", "Warsaw", "Rome", "Berlin", "Paris", "Madrid", "Zarechny"]
_ACTS = list(Act)


class LetterMaker:
    """Makes letters; the same seed makes the same ones."""

    def __init__(self, seed: int = 1, member: str = "") -> None:
        """`member`: somebody who writes one half of the letters and receives the other; without, anybody does."""
        self._member = member
        self._random = pick = random.Random(seed)
        syllables = ["".join(pair) for pair in product(_ONSETS, _RHYMES)]
        self.words = ["".join(pick.choices(syllables, k=pick.choice([2, 2, 3, 4]))) for _ in range(40_000)]
        self._weights = list(accumulate(1 / (rank + 5) for rank in range(len(self.words))))
        self.names = [f"{self._name(2)} {self._name(3)}{end}" for _ in range(1_000) for end in ("ov", "ski", "berg")]
        self._sentences = [
            " ".join(sentence.split())
            for name in ("carlsson.txt", "press_conference.txt")
            for sentence in (LETTERS / name).read_text("utf-8").split(". ")
            if len(sentence) > 60
        ]

    def letters(self, count: int) -> Iterator[Document]:
        """So many letters in no order of date."""
        for number in range(count):
            yield self._letter(number)

    def _letter(self, number: int) -> Document:
        pick = self._random
        sender, recipient, *others = pick.sample(self.names, 6)
        if self._member:
            sender, recipient = pick.choice([(self._member, recipient), (sender, self._member)])
        day = _FIRST_DAY + timedelta(days=pick.randrange(_DAYS))
        statements = [f"{other} {self._sentence()}." for other in others]
        real = [f"{sentence}." for sentence in pick.sample(self._sentences, 4)]
        earlier = day - timedelta(days=pick.randrange(5, 60))
        answered = f"your letter dated {earlier:%d %B %Y}"
        paragraphs = [f"I refer to {answered}.", *real, *statements, *(self._sentence() + "." for _ in range(8))]
        pick.shuffle(paragraphs)
        place = pick.choice(_PLACES)
        parts = [recipient, f"{place}, {day:%d %B %Y}", "Dear Colleague,", *paragraphs, sender]
        text = "\n\n".join(parts)
        found = Annotated(
            kind=DocumentKind.LETTER,
            language=pick.choice(["en", "en", "fr", "de"]),
            date=day.isoformat(),
            date_words=f"{day:%d %B %Y}",
            sender=sender,
            recipient=recipient,
            salutation="Dear Colleague,",
            refers_to=[
                Reference(
                    what="letter", quote=answered, start=0, end=0, date=earlier.isoformat(), written_by="recipient"
                )
            ],
            people=[(name, (name,)) for name in (sender, recipient, *others)],
            places=[(place, (place,))],
            facts=[
                (pick.choice(_ACTS), statement, other, (other,))
                for statement, other in zip(statements, others, strict=True)
            ],
        )
        return document(text.encode(), found, f"letter-{number}.txt")

    def _sentence(self) -> str:
        return " ".join(self._random.choices(self.words, cum_weights=self._weights, k=self._random.randint(12, 30)))

    def _name(self, syllables: int) -> str:
        return "".join(self._random.choice(_ONSETS) + self._random.choice(_RHYMES) for _ in range(syllables)).title()


def lay_out(precedents: Path, letters: Iterator[Document]) -> int:
    """Write letters as files without waiting for the disk, and tell how many; the index does not know them yet."""
    taken: dict[str, int] = {}
    count = 0
    for letter in letters:
        filing = Filing(letter.extraction, letter.source, letter.original, letter.suffix)
        place = _place(precedents, filing, taken)
        place.folder.mkdir(parents=True, exist_ok=True)
        place.original(letter.suffix).write_bytes(letter.original)
        place.text.write_bytes(letter.original)
        place.record.write_bytes(json_bytes(filing.precedent(place.id).record.as_json()))
        count += 1
    return count


def _place(precedents: Path, filing: Filing, taken: dict[str, int]) -> Place:
    from assistant.precedents.naming import propose_id

    wanted = propose_id(filing.extraction, filing.source.description.name)
    taken[wanted] = number = taken.get(wanted, 0) + 1
    return place_of(precedents, wanted if number == 1 else f"{wanted}-{number}")
