"""Pieces to carry out and back: the real letters, and records of every shape a model allows."""

from datetime import UTC

from hypothesis import strategies as st

from assistant.filing import read_document
from assistant.interchange.pieces import DecisionPiece, DocumentPiece, PersonPiece, Piece
from assistant.model.decision import Answer, AnswerDecision, LinkDecision, Outcome, PromiseDecision
from assistant.model.fact import Act, Attribution, Fact, Review
from assistant.model.letter import DocumentKind
from assistant.model.mention import Mention, MentionKind, Quantity
from assistant.model.person import Naming, Person, Role
from assistant.model.precedent import Record
from assistant.model.source import Source, make_source
from tests.conftest import LETTERS

_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_names = st.one_of(_texts, st.sampled_from(["=1+1", "'quoted'", "-", "@x", "\t", 'a;b\n"c"', "\r\n"]))
_moments = st.datetimes(timezones=st.just(UTC))


def real() -> list[Piece]:
    """The two shipped documents as read from their files, one with its original."""
    pieces: list[Piece] = []
    for name in ("carlsson.txt", "press_conference.txt"):
        precedent = read_document(LETTERS / name)
        original = (LETTERS / name).read_bytes() if name == "carlsson.txt" else None
        pieces.append(DocumentPiece(record=precedent.record, text=precedent.text, original=original))
    return pieces


@st.composite
def documents(draw: st.DrawFn) -> DocumentPiece:
    """A document of any text, with facts and mentions anywhere in it."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200).filter(str.strip))
    source = make_source(text, (), name=draw(_names) or "x", media_type="text/plain", original=text.encode())
    record = Record(
        id="2019-05-23-a-b",
        kind=draw(st.sampled_from(DocumentKind)),
        language="en",
        source=source.description,
        facts=tuple(draw(facts(source, number)) for number in range(draw(st.integers(0, 3)))),
        mentions=tuple(draw(mentions(source)) for _ in range(draw(st.integers(0, 3)))),
    )
    return DocumentPiece(record=record, text=source.text, original=draw(st.none() | st.binary(max_size=40)))


@st.composite
def spans(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


@st.composite
def facts(draw: st.DrawFn, source: Source, number: int) -> Fact:
    start, end = draw(spans(source.text))
    optional = st.none() | _names
    return Fact(
        id=f"f{number}", act=draw(st.sampled_from(Act)), quote=source.text[start:end], start=start, end=end, block=0,
        page=draw(st.none() | st.integers(1, 9)), context=draw(_names), review=draw(st.sampled_from(Review)),
        by=tuple(Attribution(name=draw(_names), act=draw(_names)) for _ in range(draw(st.integers(0, 2)))),
        people=tuple(draw(st.lists(_names, max_size=2))),
        date=draw(optional), because=draw(optional), note=draw(optional),
    )  # fmt: skip


@st.composite
def mentions(draw: st.DrawFn, source: Source) -> Mention:
    start, end = draw(spans(source.text))
    kind = draw(st.sampled_from(MentionKind))
    quantity = st.builds(Quantity, number=st.floats(allow_nan=False, allow_infinity=False), unit=_names)
    value = draw(st.none() | (quantity | _names if kind is MentionKind.AMOUNT else _names))
    text = source.text[start:end]
    return Mention(text=text, start=start, end=end, kind=kind, value=value, entity=draw(st.none() | _names))


people = st.builds(
    Person,
    id=st.just("ana-gomes"),
    name=_texts.filter(str.strip),
    aliases=st.lists(_names, max_size=2).map(tuple),
    email=st.none() | _names,
    roles=st.lists(st.builds(Role, title=_names, since=st.none() | _names), max_size=2).map(tuple),
    naming=st.builds(Naming, allowed=st.booleans(), reason=st.none() | _names),
)

decisions = st.one_of(
    st.builds(LinkDecision, by=_names, at=_moments, later=_names, earlier=_names, joined=st.booleans()),
    st.builds(AnswerDecision, by=_names, at=_moments, point=_names, reply=_names, answer=st.sampled_from(Answer)),
    st.builds(PromiseDecision, by=_names, at=_moments, promise=_names, outcome=st.sampled_from(Outcome)),
)

pieces = st.one_of(
    documents(),
    people.map(lambda person: PersonPiece(person=person)),
    decisions.map(lambda decision: DecisionPiece(decision=decision)),
)
