"""The file of one person, put right step by step: roles, address, how to write to them, whether they may be named."""

from assistant.model.person import Person
from assistant.precedents.people import KnownPerson, PeopleFiles
from assistant.steps import Steps


class Particulars(Steps[Person, str | None]):
    """What an office keeps of one person, with what was done and undone. Somebody new is kept with the first step."""

    def __init__(self, people: PeopleFiles, known: KnownPerson) -> None:
        """`known`: the person as their file was read; without a mark, somebody who has none yet."""

        def read() -> tuple[Person, str | None]:
            again = people.get(known.person.id)
            return again.person, again.seen

        super().__init__(known.person, known.seen, read, people.put)
