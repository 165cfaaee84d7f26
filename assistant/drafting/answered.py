"""The letter being answered, as a starter body may use it: its date, its promises, what it reports, its cases.

Only facts a person has accepted appear, each in its own words with its citation; facts that name somebody who may
not be named do not appear at all.
"""

from collections.abc import Sequence

from assistant.drafting.checks.guarded_names import GuardedPeople
from assistant.drafting.language import Language, known_languages, load_language
from assistant.drafting.quotes import Marks, cite_fact
from assistant.drafting.starter import Markdown
from assistant.model.background import Background
from assistant.model.base import Value
from assistant.model.coverage import CoveredPoint
from assistant.model.fact import ASKING, Act, Fact
from assistant.model.person import Person
from assistant.model.precedent import Precedent
from assistant.model.promise import KeyedFact

_SENTENCE_ENDS = ".!?…"
_NO_BACKGROUND = Background()


class Quotable(Value):
    """A fact with what it takes to quote it."""

    precedent: str
    fact: Fact
    marks: Marks

    @property
    def cited(self) -> Markdown:
        """`“…” [@2019-05-23-carlsson-gomes#f9]`."""
        return Markdown(cite_fact(self.precedent, self.fact, self.marks))

    @property
    def sentence(self) -> Markdown:
        """The same as the end of a sentence: with a full stop where the quotation brings none."""
        return self.cited if self.fact.quote.rstrip()[-1] in _SENTENCE_ENDS else Markdown(f"{self.cited}.")


class Position(Quotable):
    """What the office itself wrote about a point in an earlier letter."""

    date: str
    """In words; empty when that letter bears none."""


class Point(Quotable):
    """One fact of the letter answered."""

    is_own: bool
    """Whether the writer of the letter speaks; otherwise the letter reports somebody else's words or deeds."""
    positions: tuple[Position, ...] = ()
    """What we wrote about it before."""

    @property
    def speaker(self) -> str:
        """Whose statement it is."""
        return self.fact.speaker or ""

    @property
    def is_question(self) -> bool:
        """Whether something is asked; a request is none."""
        return self.fact.act is Act.QUESTION


class OpenPoint(Value):
    """A request or question of our own that the letter did not answer in full."""

    words: str
    """As we put it, white space folded."""
    said: tuple[Point, ...] = ()
    """What the letter says about it, as far as a person has accepted it."""


class AnsweredLetter(Value):
    """What a starter body knows as `letter`."""

    noun: str
    """What it is, inside a sentence: “letter”."""
    your_noun: str
    """The same as what one thanks for: “your letter”, “Ihr Schreiben”."""
    in_your_noun: str
    """The same as where something was said: “in your letter”, “in Ihrem Schreiben”."""
    date: str
    """In words; empty when the letter bears none."""
    of_date: str
    """The date as it follows the noun: “of 23 May 2019”, “vom 23. Mai 2019”; empty when there is none."""
    reference: str
    subject: str
    sender: str
    answers: str
    """In words, the date of our letter that it answers, when it says so."""
    points: tuple[Point, ...]
    """All it says, in order."""
    unanswered: tuple[OpenPoint, ...]
    """What we asked and it left open."""
    cases: tuple[Point, ...]
    """What was done about individual people who hold no office and do not speak."""

    @property
    def commitments(self) -> tuple[Point, ...]:
        """Promises, also those of others that it passes on."""
        return tuple(point for point in self.points if point.fact.act is Act.COMMITMENT)

    @property
    def asked(self) -> tuple[Point, ...]:
        """Requests and questions of the writer's own."""
        return tuple(point for point in self.points if point.is_own and point.fact.act in ASKING)

    @property
    def acknowledgements(self) -> tuple[Point, ...]:
        """Of others, as the letter reports them."""
        return tuple(point for point in self.points if not point.is_own and point.fact.act is Act.ACKNOWLEDGEMENT)


def answered_letter(
    precedent: Precedent,
    language: Language,
    marks: Marks,
    people: GuardedPeople,
    background: Background = _NO_BACKGROUND,
) -> AnsweredLetter:
    """What a starter may say about the letter being answered, to the readers `people` are guarded from."""
    letter, kind = precedent.record.letter, precedent.record.kind
    citable = [fact for fact in precedent.citable() if not people.named_in(fact.quote)]
    allowed = _without_guarded(background, people)
    points = tuple(_point(precedent, fact, language, marks, allowed) for fact in citable)
    return AnsweredLetter(
        noun=language.nouns[kind],
        your_noun=language.your[kind],
        in_your_noun=language.in_your[kind],
        date=language.date_in_words(letter.written) if letter.written else "",
        of_date=language.of_date(letter.written) if letter.written else "",
        reference=letter.reference.words if letter.reference else "",
        subject=letter.subject.words if letter.subject else "",
        sender=letter.sender_name,
        answers=_our_letter(precedent, language),
        points=points,
        unanswered=tuple(_open(point, points) for point in allowed.open_points),
        cases=_cases(points, _people_of_cases(precedent, people.everybody)),
    )


def _without_guarded(background: Background, people: GuardedPeople) -> Background:
    return Background(
        open_points=tuple(point for point in background.open_points if not people.named_in(point.text)),
        positions={
            fact: tuple(each for each in earlier if not people.named_in(each.fact.quote))
            for fact, earlier in background.positions.items()
        },
    )


def _point(precedent: Precedent, fact: Fact, language: Language, marks: Marks, background: Background) -> Point:
    return Point(
        precedent=precedent.id,
        fact=fact,
        marks=marks,
        is_own=fact.speaker in (None, precedent.record.letter.sender_name),
        positions=tuple(_position(each, language, marks) for each in background.positions.get(fact.id, ())),
    )


def _open(point: CoveredPoint, points: Sequence[Point]) -> OpenPoint:
    bearing = {words.fact for words in point.bearing}
    return OpenPoint(
        words=" ".join(point.text.split()),
        said=tuple(each for each in points if each.is_own and each.fact.id in bearing),
    )


def _position(earlier: KeyedFact, language: Language, marks: Marks) -> Position:
    date = language.date_in_words(earlier.date) if earlier.date else ""
    return Position(precedent=earlier.precedent, fact=earlier.fact, marks=marks, date=date)


def _cases(points: Sequence[Point], people: set[str]) -> tuple[Point, ...]:
    return tuple(point for point in points if point.fact.act is Act.ACTION and people & set(point.fact.people))


def _our_letter(precedent: Precedent, language: Language) -> str:
    """“your letter of 15 May” is ours, because the letter answered says it to us, in its own language."""
    code = precedent.record.language
    yours = set(load_language(code).yours) if code in known_languages() else set()
    for reference in precedent.record.letter.refers_to:
        first = {word.casefold() for word in reference.quote.split()[:2]}  # “la Sua lettera”
        if reference.what == "letter" and reference.date and first & yours:
            return language.date_in_words(reference.date)
    return ""


def _people_of_cases(precedent: Precedent, people: Sequence[Person]) -> set[str]:
    """People the facts speak of who neither write, receive nor speak, and hold no office that is known."""
    record = precedent.record
    parties = [party.display for party in (record.letter.sender, *record.letter.recipients) if party]
    speakers = [link.name for fact in record.facts for link in fact.by]
    officials = [name for person in people if person.roles for name in person.names]
    named = {name for fact in record.facts for name in fact.people}
    return named - {*parties, *speakers, *officials}
