"""Who of the people named in the letters may be one person, with the reasons. Decides nothing and writes nothing.

Only names that share a key are compared (names.py), so that the work grows with the names alike, not with all pairs.
Names that sound alike are reason enough; a surname alone, an initial, or a name heard less surely needs the letters
to support it: the same role, or the same people beside it. Two who stand apart in one letter are two.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import combinations

from assistant.model.folding import fold_words
from assistant.model.person import MergeProposal, Namesake, Person
from assistant.precedents.index import people_tables, tables
from assistant.precedents.names import Fit, compare, name_of

_MOST_OF_A_KEY = 200
"""Names compared with one another; so many of one sound are no longer told apart by it."""
_MOST_LETTERS = 200
"""The newest letters of a name that are looked at."""
_MOST_COMPANY = 50
"""Letters in which a companion may stand to say anything: the office's own Member stands in all of them."""
_COMPANIONS_TOLD = 2
_LAST_LATIN = "\u024f"


def propose(connection: sqlite3.Connection, people: Sequence[Person]) -> tuple[MergeProposal, ...]:
    """All proposals, those with most reasons and letters first; nobody is proposed who was said to be another."""
    known = Acquaintances(connection, people)
    pairs = {known.pair(one, other) for one, other in _candidates(connection, people)}
    found = [proposal for pair in sorted(filter(None, pairs)) if (proposal := known.compare(*pair))]
    fuller = _fuller_names(found)
    certain = [one for one in found if len(one.reasons) > 1 or not _fits_two(one, fuller)]
    return tuple(sorted(certain, key=lambda one: (-len(one.reasons), -one.one.letters - one.other.letters)))


def _candidates(connection: sqlite3.Connection, people: Sequence[Person]) -> Iterator[tuple[str, str]]:
    """Names that share a key; of letters, and of people no letter names so."""
    for key, names in people_tables.sharing_keys(connection, _MOST_OF_A_KEY):
        yield from _pairs(key, names)
    of_people: dict[str, list[str]] = {}
    for name in (name for person in people for name in person.names):
        for key in name_of(name).keys:
            of_people.setdefault(key, []).append(name)
    for key, names in of_people.items():
        yield from _pairs(key, [*names, *people_tables.sharing_key(connection, key, _MOST_OF_A_KEY)])


def _pairs(key: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Under the key of a surname alone, only what is short is compared with the rest."""
    for one, other in combinations(names, 2):
        if not key.startswith("*") or name_of(one).is_short or name_of(other).is_short:
            yield one, other


def _fuller_names(proposals: Sequence[MergeProposal]) -> dict[str, list[str]]:
    """Every name with the names of more words it is proposed to be."""
    fuller: dict[str, list[str]] = {}
    for proposal in proposals:
        short, long = sorted((proposal.one.name, proposal.other.name), key=lambda name: len(name_of(name).words))
        if len(name_of(short).words) < len(name_of(long).words):
            fuller.setdefault(short, []).append(long)
    return fuller


def _fits_two(proposal: MergeProposal, fuller: dict[str, list[str]]) -> bool:
    """Whether “Oleg Orlov” can be Oleg Petrovich as well as Oleg Ivanovich: such a name finds neither."""
    several = [fuller[side.name] for side in (proposal.one, proposal.other) if side.name in fuller]
    pairs = (pair for names in several for pair in combinations(names, 2))
    return any(compare(name_of(one), name_of(other)) is None for one, other in pairs)


class Acquaintances:
    """What the office knows of those it compares: names of one person, and what the letters say beside a name."""

    def __init__(self, connection: sqlite3.Connection, people: Sequence[Person]) -> None:
        self._connection = connection
        self._people = {person.id: person for person in people}
        self._person_of = {fold_name(name): person.id for person in people for name in person.names}
        self._letters: dict[str, dict[int, str]] = {}
        self._known: dict[str, Person | None] = {}

    def pair(self, one: str, other: str) -> tuple[str, str] | None:
        """The two main names behind two names, in order; None for one and the same person or a decision."""
        first, second = sorted((self._main_name(one), self._main_name(other)))
        if first == second or self._decided(first, second):
            return None
        return first, second

    def compare(self, one: str, other: str) -> MergeProposal | None:
        """The proposal for two names, when there is reason enough."""
        fits = [
            (fit, name, like)
            for name in self._names(one)
            for like in self._names(other)
            if (fit := compare(name_of(name), name_of(like)))
        ]
        if not (fits and self._is_here(one) and self._is_here(other)):
            return None
        fit, name, like = max(fits, key=lambda found: found[0])
        roles, company = self._same_roles(one, other), self._company(one, other)
        apart = not self._lines(one).keys().isdisjoint(self._lines(other))
        supported = (roles or (company and fit is Fit.PART)) and not apart
        if fit is not Fit.NEAR and not supported:
            return None
        reasons = (_told(name, like), *(f"both {role}" for role in roles), *_told_company(company))
        return MergeProposal(one=self._namesake(one), other=self._namesake(other), reasons=reasons)

    def _main_name(self, name: str) -> str:
        person = self._person(name)
        return person.name if person else name

    def _person(self, name: str) -> Person | None:
        if name not in self._known:
            self._known[name] = self._people.get(self._person_of.get(fold_name(name), ""))
        return self._known[name]

    def _names(self, name: str) -> tuple[str, ...]:
        person = self._person(name)
        return person.names if person else (name,)

    def _decided(self, one: str, other: str) -> bool:
        return self._is_not(one, other) or self._is_not(other, one)

    def _is_not(self, one: str, other: str) -> bool:
        person = self._person(one)
        if person is None or not person.not_same:
            return False
        return not set(map(fold_name, person.not_same)).isdisjoint(map(fold_name, self._names(other)))

    def _is_here(self, name: str) -> bool:
        return self._person(name) is not None or bool(self._lines(name))

    def _lines(self, name: str) -> dict[int, str]:
        if name not in self._letters:
            self._letters[name] = people_tables.letters_of(self._connection, self._names(name), _MOST_LETTERS)
        return self._letters[name]

    def _roles(self, name: str) -> dict[str, str]:
        """Roles by their folded words."""
        person = self._person(name)
        titles = [role.title for role in person.roles] if person else []
        return {" ".join(fold_words(role)): role for role in (*titles, *self._lines(name).values()) if role}

    def _same_roles(self, one: str, other: str) -> list[str]:
        roles, others = self._roles(one), self._roles(other)
        return sorted(role for folded, role in roles.items() if folded in others)

    def _company(self, one: str, other: str) -> list[str]:
        """Others named beside both, who do not stand in every letter."""
        own = {*self._names(one), *self._names(other)}
        both = self._beside(one) & self._beside(other) - own
        return sorted(name for name in both if self._tells(name))

    def _beside(self, name: str) -> set[str]:
        return people_tables.named_in(self._connection, self._lines(name))

    def _tells(self, companion: str) -> bool:
        most = min(_MOST_COMPANY, tables.letters_in_all(self._connection) // 2)
        return people_tables.count_letters(self._connection, companion, most + 1) <= most

    def _namesake(self, name: str) -> Namesake:
        person = self._person(name)
        roles = tuple(self._roles(name).values())
        return Namesake(name=name, person=person.id if person else None, roles=roles, letters=len(self._lines(name)))


def fold_name(name: str) -> str:
    """The form in which a name is the same name: letter case and spaces folded, nothing else."""
    return " ".join(name.split()).casefold()


def _told(name: str, like: str) -> str:
    if _is_foreign(like):
        name, like = like, name
    if fold_words(name) == fold_words(like):
        foreign = _is_foreign(name) and not _is_foreign(like)
        return f"“{name}” transliterates to “{like}”" if foreign else f"“{name}” and “{like}” differ in accents alone"
    if name_of(like).is_short and not name_of(name).is_short:
        name, like = like, name
    if name_of(name).is_short:
        return f"“{name}” may be short for “{like}”"
    return f"“{name}” and “{like}” may be one name in two spellings"


def _is_foreign(name: str) -> bool:
    """Whether a name is written in another alphabet than the Latin one."""
    return any(letter.isalpha() and letter > _LAST_LATIN for letter in name)


def _told_company(company: Sequence[str]) -> Iterator[str]:
    if company:
        more = f" and {len(company) - _COMPANIONS_TOLD} more" if len(company) > _COMPANIONS_TOLD else ""
        yield f"both in letters with {', '.join(company[:_COMPANIONS_TOLD])}{more}"
