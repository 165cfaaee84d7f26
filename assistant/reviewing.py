"""Reviewing one letter step by step: every step is saved at once and can be undone.

A step is a change of the record (model/correction.py, Precedent.reviewed). What somebody else changed on disk
meanwhile is never written over: the step is refused and nothing is lost. Nothing here knows what a screen is.
"""

from assistant.model.correction import Change
from assistant.model.fact import Fact, Review
from assistant.model.precedent import Precedent
from assistant.precedents.shelf import Shelf, Shelved


class Reviewing:
    """The review of one precedent, with what was done and undone."""

    def __init__(self, shelf: Shelf, precedent: str) -> None:
        """Raises UnknownPrecedentError, DamagedRecordError."""
        self._shelf = shelf
        self._now: Shelved = shelf.get(precedent)
        self._before: list[Precedent] = []
        self._after: list[Precedent] = []

    @property
    def precedent(self) -> Precedent:
        """As it stands now, here and on disk."""
        return self._now.precedent

    @property
    def waiting(self) -> tuple[Fact, ...]:
        """The facts nobody has decided about, in order of the text."""
        facts = [fact for fact in self.precedent.record.facts if fact.review is Review.PROPOSED]
        return tuple(sorted(facts, key=lambda fact: fact.start))

    @property
    def progress(self) -> tuple[int, int]:
        """Facts decided about, and facts in all."""
        total = len(self.precedent.record.facts)
        return total - len(self.waiting), total

    @property
    def can_undo(self) -> bool:
        """Whether a step was done here."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone last."""
        return bool(self._after)

    def do(self, change: Change) -> Precedent:
        """Take a step and save it; a step that changes nothing is none.

        Raises whatever the change raises, ExternallyChangedError, StorageError; then all is as before.
        """
        changed = change(self.precedent)
        if changed != self.precedent:
            before = self.precedent
            self._save(changed)
            self._before.append(before)
            self._after.clear()
        return self.precedent

    def undo(self) -> Precedent:
        """Take the last step back; nothing happens when there is none. Raises as `do`."""
        return self._go(self._before, self._after)

    def redo(self) -> Precedent:
        """Do again what was undone last. Raises as `do`."""
        return self._go(self._after, self._before)

    def read_again(self) -> Precedent:
        """What stands on disk, after somebody else changed it; the steps done here can no longer be undone."""
        self._now = self._shelf.get(self.precedent.id)
        self._before.clear()
        self._after.clear()
        return self.precedent

    def _go(self, there: list[Precedent], back: list[Precedent]) -> Precedent:
        if there:
            here = self.precedent
            self._save(there[-1])
            there.pop()
            back.append(here)
        return self.precedent

    def _save(self, precedent: Precedent) -> None:
        self._now = Shelved(precedent=precedent, seen=self._shelf.replace(precedent, self._now.seen))
