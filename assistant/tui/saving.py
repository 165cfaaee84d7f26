"""Keeps a draft on disk while somebody types: at most a second behind, never over what a colleague changed.

It knows drafts and files through the office; what is shown, and when to save, is for the screen to say.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import ExternallyChangedError

if TYPE_CHECKING:
    from assistant.model.draft import Draft, SavedDraft
    from assistant.writing import Writing


class DraftKeeper:
    """One draft that is open: as it was saved last, and as it stands now."""

    def __init__(self, writing: Writing, saved: SavedDraft) -> None:
        self._writing = writing
        self._saved = saved
        self.draft: Draft = saved.draft
        """As it stands now."""
        self.parted = False
        """Whether a colleague changed the file, and nobody has said yet which of the two is to stay."""

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
        """Save what has changed; False when the file on disk is another by now. Raises StorageError."""
        if self.parted or self.is_saved:
            return not self.parted
        try:
            self._saved = self._writing.drafts.save(self._saved, self.draft)
        except ExternallyChangedError:
            self.parted = True
        return not self.parted

    def take_theirs(self) -> None:
        """Go on with what stands on disk. Raises UnreadableFileError, DamagedRecordError."""
        self._saved = self._writing.drafts.load(self.path)
        self.draft, self.parted = self._saved.draft, False

    def save_beside(self) -> None:
        """Go on with our own under a name of its own; theirs stays as it is. Raises StorageError."""
        self._saved = self._writing.drafts.load(self._writing.drafts.create_beside(self.path, self.draft))
        self.parted = False
