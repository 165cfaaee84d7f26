"""The letter of 23 May 2019 as a precedent with the facts people annotated: nothing has to be read or extracted."""

import re
import tomllib
from collections.abc import Iterator

from assistant.model.fact import Attribution, Fact, Review
from assistant.model.letter import DatedPassage, DocumentKind, Letter, Party, Reference
from assistant.model.precedent import Precedent, Record
from assistant.model.source import Block, Passage, Source, make_source
from tests.conftest import LETTERS

ID = "2019-05-23-carlsson-gomes"
SENDER = "Sven-Olov Carlsson"

FACTS = tomllib.loads((LETTERS / "carlsson.facts.toml").read_text("utf-8"))["facts"]

PROMISES: dict[str, str] = {
    f"f{number}": fact["quote"] for number, fact in enumerate(FACTS, 1) if fact["act"] == "commitment"
}


def read_carlsson() -> Source:
    """The letter's text with its paragraphs; what a page break cut in two is one."""
    original = (LETTERS / "carlsson.txt").read_bytes()
    text = original.decode("utf-8")
    starts = [found.start(1) for found in re.finditer(r"(?:\A|\n\n)\s*(\S)", text)]
    blocks = tuple(Block(start=start) for start in starts if not text[start].islower())
    return make_source(text, blocks, name="carlsson.txt", original=original, media_type="text/plain")


def carlsson(reviews: dict[str, Review] | None = None) -> Precedent:
    """The precedent, every fact accepted but those that `reviews` decides otherwise about."""
    source = read_carlsson()
    record = Record(
        id=ID,
        kind=DocumentKind.LETTER,
        language="en",
        source=source.description,
        letter=_letter(source),
        facts=tuple(_facts(source, reviews or {})),
    )
    return Precedent(record=record, text=source.text)


def _facts(source: Source, reviews: dict[str, Review]) -> Iterator[Fact]:
    for number, said in enumerate(FACTS, 1):
        passage = _find(source, said["quote"])
        speaker = said.get("by", SENDER)
        chain = [Attribution(name=SENDER, act="reports")] if speaker != SENDER else []
        yield Fact(
            id=f"f{number}",
            act=said["act"],
            quote=passage.text,
            start=passage.start,
            end=passage.end,
            block=source.block_index(passage.start),
            by=(*chain, Attribution(name=speaker, act=said["act"])),
            people=tuple(said.get("people", ())),
            review=reviews.get(f"f{number}", Review.ACCEPTED),
        )


def _letter(source: Source) -> Letter:
    date = _find(source, "23 May 2019")
    reference = _find(source, "your letter dated 15 May 2019")
    return Letter(
        date=DatedPassage(**date.model_dump(), value="2019-05-23"),
        place=_find(source, "Nur-Sultan"),
        sender=Party(
            name=_find(source, SENDER),
            role=_find(source, "Head of Delegation"),
            organisation=_find(source, "EUROPEAN UNION DELEGATION TO THE REPUBLIC OF KAZAKHSTAN"),
        ),
        recipients=(Party(name=_find(source, "Ana Gomes"), role=_find(source, "Member of the European Parliament")),),
        salutation=_find(source, "Dear Honourable Member, Dear Ms Gomes,"),
        closing=_find(source, "Yours sincerely, Best regards,"),
        refers_to=(
            Reference(what="letter", quote=reference.text, start=reference.start, end=reference.end, date="2019-05-15"),
        ),
    )


def _find(source: Source, words: str) -> Passage:
    """Where words stand, whatever the white space between them."""
    found = re.search(r"\s+".join(map(re.escape, words.split())), source.text)
    assert found, words
    return source.passage(*found.span())
