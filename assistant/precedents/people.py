"""Who is who: one small file a person in `precedents/people/`, found by any way of writing the name.

A name that fits two persons finds neither: whom a letter goes to is never guessed.
"""

from pathlib import Path

from assistant.errors import DamagedRecordError, UnknownPersonError
from assistant.model.base import Value
from assistant.model.folding import fold_words, identifying_words
from assistant.model.person import Person
from assistant.model.typed import read_name
from assistant.precedents.layout import RECORD_SUFFIX, is_id
from assistant.precedents.naming import slug
from assistant.precedents.records import json_bytes, read_as
from assistant.storage import remove_file, write_file


class KnownPerson(Value):
    """A person and the mark of the file, to be given back to `put`."""

    person: Person
    seen: str | None
    """SHA-256 of the file as it stood; None for a person who has none yet."""


class PeopleFiles:
    """The persons of an office."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> tuple[Person, ...]:
        """Everybody, by id. Raises DamagedRecordError: a letter must not go out as if somebody were not known."""
        return tuple(self.read(file).person for file in self.files())

    def get(self, person: str) -> KnownPerson:
        """The person of this id. Raises UnknownPersonError, DamagedRecordError."""
        file = self.file_of(person)
        if not (is_id(person) and file.is_file()):
            raise UnknownPersonError(person, [known.stem for known in self.files()])
        return self.read(file)

    def find(self, name: str) -> Person | None:
        """The one person of this name: in full, in any spelling or order, or by the surname; None when in doubt."""
        people = self.all()
        for fits in (_is_called, _is_spelt, _has_surname):
            found = [person for person in people if fits(person, name)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def put(self, person: Person, seen: str | None) -> str:
        """Write a person in place of the file marked `seen` (None: a new one); gives the new mark.

        Raises ExternallyChangedError when the file is another by now, StorageError.
        """
        data = person.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return write_file(self.file_of(person.id), json_bytes({"schema": person.version, **data}), seen=seen)

    def begin(self, name: str) -> KnownPerson:
        """A person without a file yet, under the first free id; `put` makes the file.

        Raises BadArgumentError for a name in which nothing can be seen.
        """
        name = read_name(name)
        wanted = slug(name) or "unnamed"
        taken = {file.stem for file in self.files()}
        numbers = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
        free = next(candidate for candidate in (wanted, *numbers) if candidate not in taken)
        return KnownPerson(person=Person(id=free, name=name), seen=None)

    def remove(self, person: str, seen: str | None) -> None:
        """Remove the file of a person whose particulars stand elsewhere. Raises as `put`."""
        remove_file(self.file_of(person), seen=seen)

    def files(self) -> tuple[Path, ...]:
        """The files of persons, by name; hidden and unfinished ones are none."""
        return tuple(sorted(file for file in self._folder.glob(f"*{RECORD_SUFFIX}") if not file.name.startswith(".")))

    def read(self, file: Path) -> KnownPerson:
        """One of the `files`. Raises DamagedRecordError, UnreadableFileError."""
        person, seen = read_as(Person, file)
        if person.id != file.stem:
            reason = f"field “id”: the person is “{person.id}”, the file is called “{file.stem}”"
            raise DamagedRecordError(file, reason, "Make them the same.")
        return KnownPerson(person=person, seen=seen)

    def file_of(self, person: str) -> Path:
        """Where the person of an id stands, or would stand."""
        return self._folder / f"{person}{RECORD_SUFFIX}"


def _is_called(person: Person, name: str) -> bool:
    return fold_words(name) in {fold_words(known) for known in person.names}


def _is_spelt(person: Person, name: str) -> bool:
    asked = _skeletons(person, name)
    return bool(asked) and asked in [_skeletons(person, known) for known in person.names]


def _has_surname(person: Person, name: str) -> bool:
    """“Mr Shakirov”, “A. Shakirov”; not another Shakirov with a given name of his own."""
    asked = _skeletons(person, name)
    own = _skeletons(person, " ".join(person.names))
    surname = _skeletons(person, (person.name.split() or [""])[-1])
    initials = {word[0] for word in own}
    return bool(surname) and surname <= asked and asked - own <= initials


def _skeletons(person: Person, name: str) -> frozenset[str]:
    """What identifies in a name, without the titles and offices of the person asked about."""
    offices = " ".join((person.title or "", *(role.title for role in person.roles)))
    return identifying_words(name, offices)
