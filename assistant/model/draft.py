"""A letter being written: its front matter as values and its body as Markdown. Knows no files and no Word."""

from pathlib import PurePosixPath

from pydantic import Field

from assistant.model.base import Value
from assistant.model.person import Audience


class Citation(Value):
    """A reference to a fact of a precedent: `[@2019-05-23-carlsson-gomes#f9]`."""

    precedent: str
    fact: str | None = None
    start: int
    """Offset of the opening bracket in the body."""
    end: int

    @property
    def key(self) -> str:
        """`precedent#fact`, or the precedent alone."""
        return f"{self.precedent}#{self.fact}" if self.fact else self.precedent


class Draft(Value):
    """Template, language, fields and body of a letter not yet sent."""

    template: str
    language: str = "en"
    answering: str | None = None
    """Id of the letter it answers."""
    audience: Audience | None = None
    """Who will read it, when not those its kind is usually written for: an open letter is public."""
    fields: dict[str, object] = Field(default_factory=dict)
    """Values for the template's fields: text, lists of text, or mappings of text."""
    body: str = ""
    """Markdown with pandoc citations."""

    @property
    def addressee(self) -> str | None:
        """Name of the recipient, where the fields say it."""
        recipient = self.fields.get("recipient")
        name = recipient.get("name") if isinstance(recipient, dict) else None
        return str(name) if name else None


class SavedDraft(Value):
    """A draft with the file it came from and the digest of that file when it was read."""

    draft: Draft
    path: str
    sha256: str

    @property
    def name(self) -> str:
        """File name without suffix."""
        return PurePosixPath(self.path.replace("\\", "/")).stem


class BegunDraft(Value):
    """A draft as a list tells it."""

    path: str
    name: str
    """File name without suffix."""
    title: str = ""
    """Of its kind of letter."""
    language: str = ""
    day: str = ""
    """ISO 8601 date of the letter."""
    addressee: str = ""
    subject: str = ""
    exported: bool = False
    """Whether a Word letter has been made of it."""
    trouble: str = ""
    """Why it cannot be read, in a sentence; then nothing else is known."""
