"""Who is one person and who is not, decided and taken back: every decision is kept at once and can be undone.

Decided under the lock of the office, so that of two people who decide at once neither loses the other's decision.
What a decision makes of the files is worked out in `precedents.merging`.
"""

from collections.abc import Callable
from pathlib import Path

from assistant.errors import ExternallyChangedError
from assistant.model.person import Person
from assistant.precedents.merging import Decided, Merging
from assistant.precedents.people import PeopleFiles
from assistant.steps import Steps
from assistant.storage import locked

Stand = tuple[Person | None, ...]
"""The people a decision is about, as they stand; None for one without a file."""
Marks = tuple[str | None, ...]


class Decision(Steps[Stand, Marks]):
    """One decision: a step that can be taken back as long as nobody else changed the files it is about."""

    def __init__(self, people: PeopleFiles, lock: Path, decided: Decided) -> None:
        self.person = decided.person
        """Whoever it is about."""
        self._people, self._lock = people, lock
        self._names = tuple(known.person.id for known in decided.before)
        before = tuple(known.person if known.seen else None for known in decided.before)
        super().__init__(before, tuple(known.seen for known in decided.before), self._stand, self._put)

    def undo(self) -> Stand:
        """Let the files stand as before. Raises as `Steps.do`."""
        with locked(self._lock):
            return super().undo()

    def redo(self) -> Stand:
        """Decide again what was taken back. Raises as `Steps.do`."""
        with locked(self._lock):
            return super().redo()

    def _stand(self) -> tuple[Stand, Marks]:
        known = {file.stem: self._people.read(file) for file in self._people.files() if file.stem in self._names}
        found = [known.get(name) for name in self._names]
        return tuple(each.person if each else None for each in found), tuple(
            each.seen if each else None for each in found
        )

    def _put(self, stand: Stand, seen: Marks) -> Marks:
        """All files or none: what one of them held may stand in the other by now."""
        for name, mark, known in zip(self._names, self._stand()[1], seen, strict=True):
            if mark != known:
                raise ExternallyChangedError(self._people.file_of(name))
        return tuple(map(self._put_one, self._names, stand, seen))

    def _put_one(self, name: str, person: Person | None, seen: str | None) -> str | None:
        if person:
            return self._people.put(person, seen)
        self._people.remove(name, seen)
        return None


class Identities:
    """The decisions of an office; `is_named` tells whether a letter names somebody so."""

    def __init__(self, people: PeopleFiles, lock: Path, is_named: Callable[[str], bool]) -> None:
        self._people, self._lock = people, lock
        self._merging = Merging(people, is_named)

    def same(self, one: str, other: str) -> Decision:
        """Say that two names, or ids of people, mean one person. Raises as `Merging.same`, ConflictError."""
        return self._decide(lambda: self._merging.same(one, other))

    def different(self, one: str, other: str) -> Decision:
        """Say that two are two, so that it is never proposed again. Raises as `Merging.different`, ConflictError."""
        return self._decide(lambda: self._merging.different(one, other))

    def _decide(self, plan: Callable[[], Decided]) -> Decision:
        with locked(self._lock):
            decided = plan()
            decision = Decision(self._people, self._lock, decided)
            decision.do(lambda _: decided.after)
        return decision
