"""Something that is put right step by step: every step is saved at once and can be undone.

What somebody else changed on disk meanwhile is never written over: the step is refused and nothing is lost. Nothing
here knows what is changed, where it is kept, or what a screen is.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

State = TypeVar("State")
Mark = TypeVar("Mark")
"""Tells one state of a file from another; what is written takes the place of the state it names."""


class Steps(Generic[State, Mark]):
    """The steps of one thing, with what was done and undone."""

    def __init__(
        self,
        now: State,
        seen: Mark,
        read: Callable[[], tuple[State, Mark]],
        write: Callable[[State, Mark], Mark],
    ) -> None:
        """`write` gives the new mark, and raises ExternallyChangedError when another state stands on disk."""
        self._now, self._seen = now, seen
        self._read, self._write = read, write
        self._before: list[State] = []
        self._after: list[State] = []

    @property
    def now(self) -> State:
        """As it stands, here and on disk."""
        return self._now

    @property
    def can_undo(self) -> bool:
        """Whether a step was done here."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone last."""
        return bool(self._after)

    def do(self, change: Callable[[State], State]) -> State:
        """Take a step and save it; a step that changes nothing is none.

        Raises whatever the change raises, ExternallyChangedError, StorageError; then all is as before.
        """
        changed = change(self._now)
        if changed != self._now:
            before = self._now
            self._save(changed)
            self._before.append(before)
            self._after.clear()
        return self._now

    def undo(self) -> State:
        """Take the last step back; nothing happens when there is none. Raises as `do`."""
        return self._go(self._before, self._after)

    def redo(self) -> State:
        """Do again what was undone last. Raises as `do`."""
        return self._go(self._after, self._before)

    def read_again(self) -> State:
        """What stands on disk, after somebody else changed it; the steps done here can no longer be undone."""
        self._now, self._seen = self._read()
        self._before.clear()
        self._after.clear()
        return self._now

    def _go(self, there: list[State], back: list[State]) -> State:
        if there:
            here = self._now
            self._save(there[-1])
            there.pop()
            back.append(here)
        return self._now

    def _save(self, state: State) -> None:
        self._seen = self._write(state, self._seen)
        self._now = state
