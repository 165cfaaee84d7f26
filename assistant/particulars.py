"""The file of one person, put right step by step: roles, address, how to write to them, whether they may be named."""

from assistant.model.person import Person
from assistant.precedents.people import KnownPerson, PeopleFiles
from assistant.steps import Steps


class Particulars(Steps[Person, str | None]):
    """What an office keeps of one person, with what was done and undone.

    Somebody new is kept from the first step on, and no longer once it is taken back.
    """

    def __init__(self, people: PeopleFiles, known: KnownPerson) -> None:
        """`known`: the person as their file was read; without a mark, somebody who has none yet."""

        def read() -> tuple[Person, str | None]:
            again = people.get(known.person.id)
            return again.person, again.seen

        def write(person: Person, seen: str | None) -> str | None:
            if known.seen is None and person == known.person:
                people.remove(person.id, seen)  # nothing was kept of them before the first step
                return None
            return people.put(person, seen)

        super().__init__(known.person, known.seen, read, write)

    @property
    def person(self) -> Person:
        """Whoever it is about, as they stand."""
        return self.now
