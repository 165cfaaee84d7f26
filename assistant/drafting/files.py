"""Drafts as files in `drafts/`: named by date, template and addressee, read and saved without losing a word.

What stands in them is markdown.py's affair. A draft somebody else changed meanwhile is not written over.
"""

from datetime import date
from pathlib import Path

from assistant.drafting.markdown import parse_draft, print_draft
from assistant.errors import UnreadableFileError
from assistant.model.draft import Draft, SavedDraft
from assistant.storage import digest_bytes, read_file, remove_file, write_file


class DraftFiles:
    """The drafts of one office."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> tuple[Path, ...]:
        """Paths of all drafts, newest name first."""
        return tuple(sorted(self.folder.glob("*.md"), reverse=True)) if self.folder.is_dir() else ()

    def create(self, draft: Draft, day: date, addressee: str) -> Path:
        """Save a new draft under a free name; the same draft twice is one file. Raises StorageError."""
        return self._create("-".join(filter(None, (day.isoformat(), draft.template, addressee))), draft)

    def create_beside(self, path: Path, draft: Draft) -> Path:
        """Save a draft under the first free name like that of another. Raises StorageError."""
        return self._create(path.stem, draft)

    def load(self, path: Path) -> SavedDraft:
        """Read a draft; raises UnreadableFileError or DamagedRecordError."""
        data, seen = read_file(path)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            advice = "Save it as UTF-8; a Word letter is no draft: name its .md file in drafts/."
            raise UnreadableFileError(path, "the draft is not UTF-8 text", advice) from error
        return SavedDraft(draft=parse_draft(text, str(path)), path=str(path), sha256=seen)

    def save(self, saved: SavedDraft, draft: Draft) -> SavedDraft:
        """Put `draft` in place of the saved one; raises ExternallyChangedError when the file is another by now."""
        data = print_draft(draft).encode("utf-8")
        digest = write_file(Path(saved.path), data, seen=saved.sha256)
        return SavedDraft(draft=draft, path=saved.path, sha256=digest)

    def remove(self, saved: SavedDraft) -> None:
        """Remove a draft; raises ExternallyChangedError when the file is another by now."""
        remove_file(Path(saved.path), seen=saved.sha256)

    def _create(self, stem: str, draft: Draft) -> Path:
        data = print_draft(draft).encode("utf-8")
        number = 1
        while True:
            path = self.folder / (f"{stem}.md" if number == 1 else f"{stem}-{number}.md")
            if not path.exists():
                write_file(path, data, seen=None)
                return path
            if read_file(path)[1] == digest_bytes(data):
                return path
            number += 1
