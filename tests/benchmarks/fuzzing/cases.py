"""One case of the fuzzing: a file of a kind, made from its number alone, and what became of it."""

import os
from pathlib import Path
from random import Random
from typing import NamedTuple

from assistant.model.letter import DocumentKind
from assistant.model.precedent import Precedent, Record
from assistant.preparing import Prepared, prepare_all
from tests.benchmarks.fuzzing.damage import damage
from tests.benchmarks.fuzzing.seeds import SCANS, seeds
from tests.benchmarks.fuzzing.texts import random_text

TEXT = "text"
KINDS = (*(kind for kind in seeds() if kind not in SCANS), *SCANS, TEXT)
_PAGE = 3_000
"""Characters; what has no pages is counted by them."""


class Verdict(NamedTuple):
    """What became of a case."""

    read: bool
    """Whether there is a record; otherwise the error had a name."""
    seconds: float
    """Processor time, programs that were started included."""
    pages: int


def make_case(kind: str, number: int) -> bytes:
    """The file of a number: always the same."""
    random = Random(f"{kind} {number}")
    return random_text(random) if kind == TEXT else damage(random.choice(seeds()[kind]), random)


def try_case(kind: str, number: int, folder: Path) -> Verdict:
    """Read and understand it as `add` does, with what hangs on it; raises what should never be raised."""
    path = folder / f"case{'.txt' if kind == TEXT else kind}"
    path.write_bytes(make_case(kind, number))
    began = _used()
    [documents] = prepare_all([path])
    prepared = [document for document in documents if isinstance(document, Prepared)]
    for document in prepared:
        _check(document)
    pages = sum(max(len(each.source.description.pages), len(each.source.text) // _PAGE) for each in prepared)
    return Verdict(bool(prepared), _used() - began, max(1, pages))


def _check(document: Prepared) -> None:
    """A precedent can be made of it: everything found stands at its place."""
    found, source = document.extraction, document.source
    record = Record(
        id="case", kind=DocumentKind(found.kind), language=found.language, source=source.description,
        letter=found.letter, mentions=found.mentions, facts=found.facts,
    )  # fmt: skip
    Precedent(record=record, text=source.text)


def _used() -> float:
    return sum(os.times()[:4])
