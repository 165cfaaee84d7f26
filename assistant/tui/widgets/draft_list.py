"""The drafts of an office, the newest first: what kind of letter, to whom, about what, and what is still wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from assistant.model.display import read_date
from assistant.tui.literal import show_line
from assistant.tui.widgets.rows import Rows
from assistant.tui.words import clip, count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.model.draft import BegunDraft
    from assistant.model.finding import Finding

_SUBJECT = 100


class DraftList(Rows):
    """Drafts by their path; enter opens one."""

    HELP = """
## Drafts

The letters that are begun, the newest first. *Enter* opens one. ✗ counts what keeps it from going out, ! what wants
to be looked at.
"""

    def __init__(self) -> None:
        super().__init__(id="drafts")
        self.drafts: tuple[BegunDraft, ...] = ()
        self._found: dict[str, Sequence[Finding]] = {}

    def show(self, drafts: Sequence[BegunDraft]) -> None:
        """Show these drafts; the chosen one stays chosen."""
        self.drafts = tuple(drafts)
        self._fill()

    def tell(self, path: str, findings: Sequence[Finding]) -> None:
        """Show what is wrong with one of them."""
        self._found[path] = findings
        self._fill()

    def _fill(self) -> None:
        self.fill([(draft.path, _row(draft, self._found.get(draft.path))) for draft in self.drafts], self.here)


def _row(draft: BegunDraft, findings: Sequence[Finding] | None) -> Content:
    if draft.trouble:
        return Content.assemble(show_line(draft.name), "\n  ", show_line(draft.trouble, "$error"))
    day = read_date(draft.day) if draft.day else "undated"
    heading = Content.assemble(
        (f"{day:<18}", "$foreground-muted"),
        show_line(draft.title, "bold"),
        ("  to ", "$foreground-muted") if draft.addressee else "",
        show_line(draft.addressee),
        ("  exported", "$foreground-muted") if draft.exported else "",
        *_counts(findings),
    )
    return Content.assemble(
        heading, "\n  ", show_line(clip(draft.subject or draft.name, _SUBJECT), "$foreground-muted")
    )


def _counts(findings: Sequence[Finding] | None) -> list[tuple[str, str]]:
    if findings is None:
        return []
    numbers = {severity: sum(one.severity == severity for one in findings) for severity in ("error", "warning")}
    if not any(numbers.values()):
        return [("  ready to go out", "$success")]
    signs = (("error", "✗", "$error"), ("warning", "!", "$warning"))
    return [
        (f"  {sign} {count(numbers[severity], severity)}", style)
        for severity, sign, style in signs
        if numbers[severity]
    ]
