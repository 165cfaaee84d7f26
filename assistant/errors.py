"""Every failure the program can name, each writing its own sentence: what happened, where, what to do.

Callers pass facts (a path, a reason), never prose. Trouble inside people's letters and drafts is no failure:
that is a `Finding` (model/finding.py). The exit code of the command line is part of the class.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.model.finding import Finding


class AssistantError(Exception):
    """Base of all named failures. `exit_code` is what the command line ends with."""

    exit_code = 5


class UsageError(AssistantError):
    """Something was asked for that does not exist or cannot be done as asked."""

    exit_code = 2


class InputFileError(AssistantError):
    """A file from outside cannot be used. Names the file and the reason."""

    exit_code = 3

    def __init__(self, path: Path | str, reason: str, advice: str = "") -> None:
        self.path = Path(path)
        self.reason = reason
        self.advice = advice
        super().__init__(f"{path}: {reason}." + (f" {advice}" if advice else ""))


class UnreadableFileError(InputFileError):
    """The file is missing, is a folder, or the system refuses to open it."""


class UnsupportedFileError(InputFileError):
    """No reader exists for what the file is."""


class DamagedFileError(InputFileError):
    """The file claims a format but breaks its rules."""


class EncryptedFileError(InputFileError):
    """The file is locked with a password."""


class TooLargeFileError(InputFileError):
    """The file, or what it unpacks to, is larger than the program reads."""


class EmptyFileError(InputFileError):
    """The file holds no text at all."""


class DamagedRecordError(InputFileError):
    """A record, person or settings file of the office does not say what it must."""


class RefusedTemplateError(InputFileError):
    """A Word template holds something no template may hold (macros, a bomb, external parts)."""


class ConflictError(AssistantError):
    """Somebody else changed or holds what is about to be written."""

    exit_code = 4


class ExternallyChangedError(ConflictError):
    """A file changed on disk since it was read; nothing was written."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        super().__init__(
            f"{path} was changed by somebody else since it was read. "
            "Nothing was written: open it again and repeat the change."
        )


class TakenIdError(ConflictError):
    """A document from elsewhere carries an id that another one has here; nothing was written."""

    def __init__(self, precedent: str) -> None:
        super().__init__(
            f"{precedent}: another document is filed here under this id, so this one was left out. "
            "Add its original file instead: it is then given an id of its own."
        )


class OfficeBusyError(ConflictError):
    """Another process holds the lock of the office for longer than we wait."""

    def __init__(self, folder: Path | str, seconds: float) -> None:
        super().__init__(
            f"{folder}: another assistant has been writing for more than {seconds:g} seconds. "
            "Wait until it has finished and try again."
        )


class StorageError(AssistantError):
    """The disk refuses to take a file (full, read-only). What stood there before still stands."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path = Path(path)
        super().__init__(
            f"{path} could not be written: {reason}. Nothing was changed; make room or choose another "
            "folder and try again."
        )


class NotOpenedError(AssistantError):
    """The desktop did not open a file; the file itself is as it was."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path = Path(path)
        super().__init__(f"{path} was not opened: {reason}. Open it from your file manager.")


class OfficeNotFoundError(UsageError):
    """Neither the folder nor one above it is an office."""

    def __init__(self, start: Path | str) -> None:
        super().__init__(
            f"{start} is not an office: no folder named “precedents” here or above. "
            "Make one with “assistant init”, or name one with “--office FOLDER”."
        )


class MissingExtraError(UsageError):
    """A part of the program that is installed only on wish is not there."""

    def __init__(self, extra: str, what: str = "This") -> None:
        super().__init__(extra, what)  # as they are, so that it can come from another process
        self.extra = extra
        self.what = what

    def __str__(self) -> str:
        part = f"correspondence-assistant[{self.extra}]"
        return f"{self.what} needs a part that is not installed: pip install '{part}'."


class NoInboxError(UsageError):
    """The settings name no folder to be watched."""

    def __init__(self, settings: Path | str) -> None:
        super().__init__(
            f"No inbox is named in {settings}. Write “[inbox]” and under it “folder = "
            '"inbox"” there, or file with “assistant add FILE”.'
        )


class UnknownNameError(UsageError):
    """A name that is not known; the message lists the nearest ones that are."""

    def __init__(self, kind: str, name: str, known: Sequence[str]) -> None:
        self.kind = kind
        self.name = name
        self.known = tuple(known)
        nearest = ", ".join(self.known[:8]) + (" …" if len(self.known) > 8 else "")
        super().__init__(f"There is no {kind} “{name}”." + (f" Known: {nearest}." if nearest else ""))


class UnknownPrecedentError(UnknownNameError):
    """No precedent carries this id."""

    def __init__(self, name: str, known: Sequence[str] = ()) -> None:
        super().__init__("precedent", name, known)


class UnknownFactError(UnknownNameError):
    """The precedent has no fact of this id."""

    def __init__(self, name: str, known: Sequence[str] = ()) -> None:
        super().__init__("fact", name, known)


class UnknownPersonError(UnknownNameError):
    """The office has no file of a person of this id."""

    def __init__(self, name: str, known: Sequence[str] = ()) -> None:
        super().__init__("person", name, known)


class UnknownTemplateError(UnknownNameError):
    """No template carries this id, or not in this language."""

    def __init__(self, name: str, known: Sequence[str] = ()) -> None:
        super().__init__("template", name, known)


class UnknownFieldError(UnknownNameError):
    """The template declares no such field."""

    def __init__(self, name: str, known: Sequence[str] = ()) -> None:
        super().__init__("field", name, known)


class BadArgumentError(UsageError):
    """An argument that cannot be understood: what it was, why, what would do."""

    def __init__(self, argument: str, reason: str, advice: str = "") -> None:
        super().__init__(f"{argument}: {reason}." + (f" {advice}" if advice else ""))


class UnfaithfulLetterError(AssistantError):
    """The letter made does not hold words that its draft quotes; it was not written."""

    def __init__(self, template: str, words: str) -> None:
        super().__init__(
            f"The letter made from the template “{template}” does not hold the quotation “{words}”. Nothing was "
            "written: look whether the template prints the body."
        )


class FindingsError(AssistantError):
    """Findings of severity error stand in the way; they are listed one by one beside this sentence."""

    exit_code = 1

    def __init__(self, what: str, findings: "Sequence[Finding]") -> None:
        self.findings = tuple(findings)
        count = len(self.findings)
        super().__init__(f"{what}: {count} {'error stands' if count == 1 else 'errors stand'} in the way, listed here.")
