"""Keeps a draft on disk while somebody types: at most a second behind, never over what a colleague changed.

It knows drafts and files through the office; what is shown, and when to save, is for the screen to say.
"""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from assistant.errors import ExternallyChangedError

if TYPE_CHECKING:
    from assistant.model.draft import Draft, SavedDraft
    from assistant.writing import Writing


class DraftKeeper:
    """One draft that is open: as it was saved last, and as it stands now. Saved from several threads, one at a time."""

    def __init__(self, writing: Writing, saved: SavedDraft) -> None:
        self._files = writing.drafts
        self._saved = saved
        self._turn = Lock()
        self.draft: Draft = saved.draft
        """As it stands now."""
        self.theirs: Path | None = None
        """The file a colleague changed while it was open here; ours is kept beside it from then on."""

    @property
    def path(self) -> Path:
        """The file."""
        return Path(self._saved.path)

    @property
    def name(self) -> str:
        """The file's name without suffix."""
        return self._saved.name

    @property
    def is_saved(self) -> bool:
        """Whether nothing is left to save."""
        return self.draft == self._saved.draft

    def save(self) -> bool:
        """Save what has changed; False when the file is another by now: ours is put beside it. Raises StorageError."""
        with self._turn:
            draft = self.draft
            if draft == self._saved.draft:
                return True
            try:
                self._saved = self._files.save(self._saved, draft)
            except ExternallyChangedError:
                theirs = self.path
                beside = self._files.load(self._files.create_beside(theirs, draft))
                self._saved = beside.model_copy(update={"draft": draft})
                self.theirs = theirs if theirs != self.path else None  # None: what was removed is there again
                return self.theirs is None
            return True

    def read_theirs(self) -> Draft | None:
        """What a colleague wrote. Raises InputFileError."""
        return self._files.load(self.theirs).draft if self.theirs else None

    def keep_mine(self) -> None:
        """Go on with ours; theirs stays as it is."""
        self.theirs = None

    def take_theirs(self) -> Path:
        """Go on with what a colleague wrote; ours stays in the file given back. Raises InputFileError, StorageError."""
        with self._turn:
            mine = self.path
            if self.theirs:
                theirs = self._files.load(self.theirs)
                self._files.save(self._saved, self.draft)
                self._saved, self.draft, self.theirs = theirs, theirs.draft, None
            return mine
