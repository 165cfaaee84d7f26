"""Writes down who is one person and who is not, each decision in that person's own file.

Read and written under the lock of the office, so that of two people who decide at once neither loses the other's
decision. A later decision takes an earlier one back.
"""

from collections.abc import Callable
from pathlib import Path

from assistant.errors import BadArgumentError, UnknownPersonError
from assistant.model.person import Person
from assistant.precedents.people import KnownPerson, PeopleFiles
from assistant.precedents.proposals import fold_name
from assistant.storage import locked

_OWN = ("gender", "title", "address", "email", "salutation", "naming")
"""What a person has one of: two files that differ in it cannot become one without somebody choosing."""


class Merging:
    """Two made one, or told apart, in an office; `is_named` tells whether a letter names somebody so."""

    def __init__(self, people: PeopleFiles, lock: Path, is_named: Callable[[str], bool]) -> None:
        self._people = people
        self._lock = lock
        self._is_named = is_named

    def same(self, one: str, other: str) -> Person:
        """Make one person of two, each given by id, name or alias; gives the person.

        The second becomes another way of writing the first. Raises UnknownPersonError for a name that neither a
        file nor a letter knows, BadArgumentError when both have files that contradict each other, ConflictError.
        """
        with locked(self._lock):
            first, second = self._known(one), self._known(other)
            if second and not first:
                return self._add_name(second, one)
            if first and second:
                return first.person if first.person.id == second.person.id else self._unite(first, second)
            return self._add_name(first or self._people.begin(one), other)

    def different(self, one: str, other: str) -> Person:
        """Remember that two are two; gives the person in whose file it stands. Raises as `same`."""
        with locked(self._lock):
            first, second = self._known(one), self._known(other)
            if first and second and first.person.id == second.person.id:
                return self._part(first, one if fold_name(other) == fold_name(first.person.name) else other)
            if second and not first:
                return self._tell_apart(second, one)
            return self._tell_apart(first or self._people.begin(one), second.person.name if second else other)

    def _known(self, name: str) -> KnownPerson | None:
        """The person of this id, name or alias; None for a name of the letters."""
        for file in self._people.files():
            known = self._people.read(file)
            if name == known.person.id or fold_name(name) in map(fold_name, known.person.names):
                return known
        if not self._is_named(name):
            raise UnknownPersonError(name, [file.stem for file in self._people.files()])
        return None

    def _add_name(self, known: KnownPerson, name: str) -> Person:
        person = known.person
        not_same = tuple(one for one in person.not_same if fold_name(one) != fold_name(name))
        return self._put(known, aliases=(*person.aliases, name), not_same=not_same)

    def _tell_apart(self, known: KnownPerson, name: str) -> Person:
        if fold_name(name) in map(fold_name, known.person.not_same):
            return known.person
        return self._put(known, not_same=(*known.person.not_same, name))

    def _part(self, known: KnownPerson, name: str) -> Person:
        """Take a name out of a person's file, and remember that it is somebody else's."""
        aliases = tuple(alias for alias in known.person.aliases if fold_name(alias) != fold_name(name))
        if aliases == known.person.aliases:
            raise BadArgumentError(name, "it is the very name of the person", "Name another way of writing it.")
        return self._put(known, aliases=aliases, not_same=(*known.person.not_same, name))

    def _unite(self, first: KnownPerson, second: KnownPerson) -> Person:
        """Write all that both files say into the first, then remove the second."""
        one, other = first.person, second.person
        contradicted = [field for field in _OWN if _contradict(one, other, field)]
        if contradicted:
            reason = f"the files of both say something else about {', '.join(contradicted)}"
            raise BadArgumentError(other.id, reason, "Make them agree, then say it again.")
        names = {fold_name(name) for name in (*one.names, *other.names)}
        both = dict.fromkeys((*one.not_same, *other.not_same))
        united = self._put(
            first,
            **{field: getattr(one if _says(one, field) else other, field) for field in _OWN},
            aliases=(*one.aliases, *(name for name in other.names if fold_name(name) not in map(fold_name, one.names))),
            not_same=tuple(name for name in both if fold_name(name) not in names),
            roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
        )
        self._people.remove(other.id, second.seen)
        return united

    def _put(self, known: KnownPerson, **changes: object) -> Person:
        person = known.person.model_copy(update=changes)
        self._people.put(person, known.seen)
        return person


def _says(person: Person, field: str) -> bool:
    return field in person.model_dump(exclude_defaults=True)


def _contradict(one: Person, other: Person, field: str) -> bool:
    return _says(one, field) and _says(other, field) and getattr(one, field) != getattr(other, field)
