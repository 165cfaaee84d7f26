"""Works out who is one person and who is not: what becomes of the files in which each decision stands.

Nothing is written here. A later decision takes an earlier one back.
"""

from collections.abc import Callable

from assistant.errors import BadArgumentError, UnknownPersonError
from assistant.model.base import Value
from assistant.model.person import Person
from assistant.model.typed import read_name
from assistant.precedents.people import KnownPerson, PeopleFiles
from assistant.precedents.proposals import fold_name

_OWN = ("gender", "title", "address", "email", "salutation", "naming")
"""What a person has one of: two files that differ in it cannot become one without somebody choosing."""


class Decided(Value):
    """What a decision makes of files: those it changes as they were read, and as they are to stand."""

    person: Person
    """Whoever the decision is about, as they are to stand."""
    before: tuple[KnownPerson, ...] = ()
    after: tuple[Person | None, ...] = ()
    """None: the file goes, for another says all it said."""


class Merging:
    """Two made one, or told apart, in an office; `is_named` tells whether a letter names somebody so."""

    def __init__(self, people: PeopleFiles, is_named: Callable[[str], bool]) -> None:
        self._people = people
        self._is_named = is_named

    def same(self, one: str, other: str) -> Decided:
        """Make one person of two, each given by id, name or alias.

        The second becomes another way of writing the first. Raises UnknownPersonError for a name that neither a
        file nor a letter knows, BadArgumentError when both have files that contradict each other.
        """
        one, other = read_name(one), read_name(other)
        first, second = self._known(one), self._known(other)
        if second and not first:
            return _add_name(second, one)
        if first and second:
            is_one = first.person.id == second.person.id
            return Decided(person=first.person) if is_one else _unite(first, second)
        return _add_name(first or self._people.begin(one), other)

    def different(self, one: str, other: str) -> Decided:
        """Remember that two are two, in the file of the first that has one. Raises as `same`."""
        one, other = read_name(one), read_name(other)
        first, second = self._known(one), self._known(other)
        if first and second and first.person.id == second.person.id:
            return _part(first, one if fold_name(other) == fold_name(first.person.name) else other)
        if second and not first:
            return _tell_apart(second, one)
        return _tell_apart(first or self._people.begin(one), second.person.name if second else other)

    def _known(self, name: str) -> KnownPerson | None:
        """The person of this id, name or alias; None for a name of the letters."""
        for file in self._people.files():
            known = self._people.read(file)
            if name == known.person.id or fold_name(name) in map(fold_name, known.person.names):
                return known
        if not self._is_named(name):
            raise UnknownPersonError(name, [file.stem for file in self._people.files()])
        return None


def _add_name(known: KnownPerson, name: str) -> Decided:
    person = known.person
    not_same = tuple(one for one in person.not_same if fold_name(one) != fold_name(name))
    return _changed(known, aliases=(*person.aliases, name), not_same=not_same)


def _tell_apart(known: KnownPerson, name: str) -> Decided:
    if fold_name(name) in map(fold_name, known.person.not_same):
        return Decided(person=known.person)
    return _changed(known, not_same=(*known.person.not_same, name))


def _part(known: KnownPerson, name: str) -> Decided:
    """Take a name out of a person's file, and remember that it is somebody else's."""
    aliases = tuple(alias for alias in known.person.aliases if fold_name(alias) != fold_name(name))
    if aliases == known.person.aliases:
        raise BadArgumentError(name, "it is the very name of the person", "Name another way of writing it.")
    return _changed(known, aliases=aliases, not_same=(*known.person.not_same, name))


def _unite(first: KnownPerson, second: KnownPerson) -> Decided:
    """All that both files say in the first; the second goes."""
    one, other = first.person, second.person
    contradicted = [field for field in _OWN if _contradict(one, other, field)]
    if contradicted:
        reason = f"the files of both say something else about {', '.join(contradicted)}"
        raise BadArgumentError(other.id, reason, "Make them agree, then say it again.")
    names = {fold_name(name) for name in (*one.names, *other.names)}
    both = dict.fromkeys((*one.not_same, *other.not_same))
    united = _changed(
        first,
        **{field: getattr(one if _says(one, field) else other, field) for field in _OWN},
        aliases=(*one.aliases, *(name for name in other.names if fold_name(name) not in map(fold_name, one.names))),
        not_same=tuple(name for name in both if fold_name(name) not in names),
        roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
    )
    return Decided(person=united.person, before=(first, second), after=(united.person, None))


def _changed(known: KnownPerson, **changes: object) -> Decided:
    person = known.person.model_copy(update=changes)
    return Decided(person=person, before=(known,), after=(person,))


def _says(person: Person, field: str) -> bool:
    return field in person.model_dump(exclude_defaults=True)


def _contradict(one: Person, other: Person, field: str) -> bool:
    return _says(one, field) and _says(other, field) and getattr(one, field) != getattr(other, field)
