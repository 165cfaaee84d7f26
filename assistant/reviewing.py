"""Reviewing one letter step by step. A step is a change of the record (model/correction.py, Precedent.reviewed)."""

from assistant.model.fact import Fact, Review
from assistant.model.precedent import Precedent
from assistant.precedents.shelf import Shelf
from assistant.steps import Steps


class Reviewing(Steps[Precedent, str]):
    """The review of one precedent, with what was done and undone."""

    def __init__(self, shelf: Shelf, precedent: str) -> None:
        """Raises UnknownPrecedentError, DamagedRecordError."""

        def read() -> tuple[Precedent, str]:
            shelved = shelf.get(precedent)
            return shelved.precedent, shelved.seen

        super().__init__(*read(), read, shelf.replace)

    @property
    def precedent(self) -> Precedent:
        """As it stands now, here and on disk."""
        return self.now

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
