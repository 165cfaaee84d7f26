"""The two real letters as a reader and an extractor would hand them over, with facts found by hand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.model.fact import Act, Attribution, Fact
from assistant.model.letter import DatedPassage, DocumentKind, Letter, Party, Reference
from assistant.model.mention import Mention, MentionKind
from assistant.model.precedent import Extraction
from assistant.model.source import Block, Passage, Source, make_source
from tests.conftest import LETTERS

Named = tuple[str, tuple[str, ...]]
"""A person, organisation or place and the forms in which the text names them."""


@dataclass(frozen=True)
class Document:
    """A document ready to be filed."""

    source: Source
    extraction: Extraction
    original: bytes
    suffix: str = ".txt"


@dataclass(frozen=True)
class Annotated:
    """What somebody found in a text."""

    kind: DocumentKind = DocumentKind.LETTER
    language: str = "en"
    date: str | None = None
    """ISO date; the words are found by `date_words`."""
    date_words: str = ""
    sender: str = ""
    organisation: str = ""
    recipient: str = ""
    salutation: str = ""
    people: Sequence[Named] = ()
    places: Sequence[Named] = ()
    organisations: Sequence[Named] = ()
    refers_to: Sequence[Reference] = ()
    """Spans are looked for by the quotation."""
    facts: Sequence[tuple[Act, str, str, tuple[str, ...]]] = field(default_factory=tuple)
    """Act, words, speaker, people named."""


ADMISSION = (
    "Mr Shakirov acknowledged that there were cases of illegal force against prisoners, "
    "particularly during the searches by the National Guard."
)

CARLSSON = Annotated(
    date="2019-05-23",
    date_words="23 May 2019",
    sender="Sven-Olov Carlsson",
    organisation="EUROPEAN UNION\n\nDELEGATION TO THE REPUBLIC OF KAZAKHSTAN",
    recipient="Ana Gomes",
    salutation="Dear Ms Gomes,",
    people=[
        ("Ana Gomes", ("Ana Gomes", "Gomes")),
        ("Askar Shakirov", ("Askar Shakirov", "Shakirov")),
        ("Zoltan Szalai", ("Zoltan Szalai",)),
        ("Yerimbetov", ("Yerimbetov",)),
        ("Max Bokayev", ("Max Bokayev",)),
        ("Sven-Olov Carlsson", ("Sven-Olov Carlsson",)),
    ],
    places=[("Nur-Sultan", ("Nur-Sultan",)), ("Zarechny", ("Zarechny",)), ("Kazakhstan", ("Kazakhstan",))],
    organisations=[("National Guard", ("National Guard",)), ("EU Delegation in Astana", ("EU Delegation in Astana",))],
    facts=[
        (Act.ACTION, "On 6 May I personally met Ombudsman Askar Shakirov", "Sven-Olov Carlsson", ("Askar Shakirov",)),
        (
            Act.ACKNOWLEDGEMENT,
            ADMISSION,
            "Askar Shakirov",
            ("Askar Shakirov",),
        ),
        (
            Act.COMMITMENT,
            "we will keep visiting correctional facilities in the future",
            "Sven-Olov Carlsson",
            (),
        ),
        (
            Act.COMMITMENT,
            "we will continuously urge Kazakhstan to adhere to its international commitments",
            "Sven-Olov Carlsson",
            (),
        ),
        (Act.POSITION, "No circumstance can ever justify the use of torture", "Sven-Olov Carlsson", ()),
    ],
)

PRESS_CONFERENCE = Annotated(
    kind=DocumentKind.PRESS_RELEASE,
    date="2018-05-15",
    date_words="15 May 2018",
    organisation="Open Dialog Foundation",
    people=[
        ("Marcin Świącicki", ("Marcin Świącicki", "Świącicki")),
        ("Antonio Stango", ("Antonio Stango", "Stango")),
        ("Almat Zhumagulov", ("Almat Zhumagulov",)),
        ("Iskander Yerimbetov", ("Iskander Yerimbetov",)),
    ],
    places=[("Kazakhstan", ("Kazakhstan",)), ("Astana", ("Astana",))],
    organisations=[("European Parliament", ("European Parliament",))],
    facts=[
        (
            Act.REQUEST,
            "Mr Świącicki and Mr Stango appealed to the European Parliament to adopt an urgent resolution",
            "Marcin Świącicki",
            ("Marcin Świącicki", "Antonio Stango"),
        ),
        (Act.CONCERN, "recalled and expressed his concerns about the cases", "Marcin Świącicki", ()),
    ],
)


def carlsson() -> Document:
    """The letter of 23 May 2019 from the Delegation in Kazakhstan to Ana Gomes MEP."""
    return document((LETTERS / "carlsson.txt").read_bytes(), CARLSSON, "carlsson.txt")


def press_conference() -> Document:
    """The press release of 15 May 2018 on the monitoring mission to Kazakhstan."""
    return document((LETTERS / "press_conference.txt").read_bytes(), PRESS_CONFERENCE, "press_conference.txt")


def document(original: bytes, found: Annotated = Annotated(), name: str = "letter.txt") -> Document:
    """A plain text with what was found in it; words that do not stand there are left out."""
    text = original.decode()
    starts = sorted({match.start(1) for match in re.finditer(r"(?:\A|\n\s*\n)\s*(\S)", text)})
    blocks = tuple(Block(start=start) for start in starts)
    source = make_source(text, blocks, name=name, original=original, media_type="text/plain")
    extraction = Extraction(
        kind=found.kind,
        language=found.language,
        letter=_letter(source, found),
        mentions=tuple(_mentions(source, found)),
        facts=tuple(_facts(source, found)),
    )
    return Document(source, extraction, original)


def _letter(source: Source, found: Annotated) -> Letter:
    date, salutation = _find(source, found.date_words), _find(source, found.salutation)
    sender = Party(name=_find(source, found.sender), organisation=_find(source, found.organisation))
    recipient = _find(source, found.recipient)
    return Letter(
        date=DatedPassage(**date.model_dump(), value=found.date) if date else None,
        sender=sender if sender != Party() else None,
        recipients=(Party(name=recipient),) if recipient else (),
        salutation=salutation,
        refers_to=tuple(
            reference.model_copy(update={"start": passage.start, "end": passage.end})
            for reference in found.refers_to
            if (passage := _find(source, reference.quote))
        ),
    )


def _mentions(source: Source, found: Annotated) -> list[Mention]:
    groups = {
        MentionKind.PERSON: found.people,
        MentionKind.PLACE: found.places,
        MentionKind.ORGANISATION: found.organisations,
    }
    return [
        Mention(text=form, start=match.start(), end=match.end(), kind=kind, entity=entity)
        for kind, names in groups.items()
        for entity, forms in names
        for form in forms
        for match in re.finditer(re.escape(form), source.text)
    ]


def _facts(source: Source, found: Annotated) -> list[Fact]:
    facts: list[Fact] = []
    for act, words, speaker, people in found.facts:
        passage = _find(source, words)
        if passage:
            facts.append(
                Fact(
                    id=f"f{len(facts) + 1}",
                    act=act,
                    quote=passage.text,
                    start=passage.start,
                    end=passage.end,
                    block=source.block_index(passage.start),
                    by=(Attribution(name=speaker, act=act),),
                    people=people,
                )
            )
    return facts


def _find(source: Source, words: str) -> Passage | None:
    at = source.text.find(words) if words else -1
    return source.passage(at, at + len(words)) if at >= 0 else None
