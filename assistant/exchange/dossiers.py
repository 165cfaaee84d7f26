"""What belongs on the page of a person, told by names alone: what they said, passed on, and what was said of them.

Names are compared in any spelling. Of two people who share a surname each is known by a given name; the surname alone
counts for both.
"""

from collections.abc import Iterable, Iterator, Sequence

from assistant.model.base import Value
from assistant.model.decision import Decision, PromiseDecision, standing
from assistant.model.dossier import PromiseLine, RoleHeld
from assistant.model.fact import Act
from assistant.model.folding import fold_words, name_key, skeleton
from assistant.model.person import Person
from assistant.model.search import DatedFact, NamedIn


class Called(Value):
    """All the ways somebody is called."""

    names: tuple[str, ...]

    def fits(self, name: str) -> bool:
        """Whether a name is theirs: the surname is in it, and one of the two holds the other."""
        said = name_key(name)
        return any(
            _surname(known) in said and (name_key(known) <= said or said <= name_key(known)) for known in self.names
        )

    def is_in(self, words: str) -> bool:
        """Whether words name them by the surname."""
        said = name_key(words)
        return any(_surname(known) in said for known in self.names)

    def said(self, fact: DatedFact) -> bool:
        """Whether a fact is a statement of theirs: the last link of its chain."""
        return bool(fact.by) and self.fits(fact.by[-1].name)

    def passed_on(self, fact: DatedFact) -> bool:
        """Whether they report what another said."""
        return not self.said(fact) and any(self.fits(link.name) for link in fact.by[:-1])

    def is_about(self, fact: DatedFact) -> bool:
        """Whether it is said of them by others."""
        is_theirs = any(self.fits(link.name) for link in fact.by)
        return not is_theirs and (any(map(self.fits, fact.people)) or self.is_in(fact.quote))


def people_called(named: Iterable[NamedIn]) -> tuple[str, ...]:
    """The different people whom letters name so, each by the fullest name; the same name shortened is the same one."""
    names = sorted({each.name for each in named}, key=lambda name: (-len(name_key(name)), name))
    people: list[str] = []
    for name in names:
        if not any(name_key(name) <= name_key(known) for known in people):
            people.append(name)
    return tuple(people)


def roles_of(person: Person | None, named: Sequence[NamedIn]) -> tuple[RoleHeld, ...]:
    """The roles of the person's file, then others that letters give, each with the first and last date it is seen."""
    known = [
        RoleHeld(title=role.title, organisation=role.organisation, since=role.since, until=role.until)
        for role in (person.roles if person else ())
    ]
    titles = {fold_words(role.title): role for role in known}
    for each in named:
        if each.role and fold_words(each.role) not in titles:
            titles[fold_words(each.role)] = RoleHeld(title=each.role)
    return tuple(_seen(role, [each for each in named if fold_words(each.role) == key]) for key, role in titles.items())


def promises_among(facts: Iterable[DatedFact], decisions: Iterable[Decision]) -> Iterator[PromiseLine]:
    """The commitments among facts, each with what a person said became of it."""
    decided = {one.promise: one for one in standing(decisions) if isinstance(one, PromiseDecision)}
    for fact in facts:
        decision = decided.get(fact.key)
        if fact.act is Act.COMMITMENT and decision:
            yield PromiseLine(fact=fact, outcome=decision.outcome, decided_by=decision.by)
        elif fact.act is Act.COMMITMENT:
            yield PromiseLine(fact=fact)


def _seen(role: RoleHeld, named: Sequence[NamedIn]) -> RoleHeld:
    days = sorted(each.written for each in named if each.written)
    return role.model_copy(update={"first_seen": days[0], "last_seen": days[-1]}) if days else role


def _surname(name: str) -> str:
    words = fold_words(name)
    return skeleton(words[-1]) if words else ""
