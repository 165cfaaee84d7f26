"""A problem in somebody's letter, draft, template or record: a value to show, never an exception."""

from enum import StrEnum

from assistant.model.base import Value


class Severity(StrEnum):
    """How much a finding matters. An error keeps a letter from being exported as final."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Fix(Value):
    """A safe correction: put `replacement` in place of `[start:end]` of the text the finding speaks of."""

    field: str = ""
    """Name of the field whose text the span counts; empty where it counts the body."""

    start: int
    end: int
    replacement: str
    label: str
    """What it does, for a button or a line: "write “future” as the source has it"."""


class Finding(Value):
    """What is wrong, where, why it matters, what to do."""

    code: str
    """Stable and readable: quotation-altered, citation-unreviewed, template-unknown-name."""
    severity: Severity
    message: str
    """One sentence for people, complete in itself."""
    place: str = ""
    """Where: "para. 3", "word/header1.xml, paragraph 2", a path."""
    quote: str = ""
    """The words it speaks of."""
    advice: str = ""
    """What to do next."""
    why: str = ""
    """Why it matters, in one sentence; empty where the message says it."""
    source: str = ""
    """Where the rule stands: "Interinstitutional Style Guide 3.1"."""
    start: int | None = None
    end: int | None = None
    """Span in the draft or text, where one applies."""
    fix: Fix | None = None


def has_errors(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    """Whether at least one finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
