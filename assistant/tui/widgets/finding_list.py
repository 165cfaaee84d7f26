"""Findings about a draft: how grave, where, what, and what to do."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.tui.hanging import hang
from assistant.tui.literal import show_line
from assistant.tui.words import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.model.finding import Finding

SIGNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"error": ("✗", "bold $error"), "warning": ("!", "bold $warning"), "note": ("·", "$foreground-muted")}
)

_NOTHING = Content.styled("Nothing to put right: the letter can go out.", "$foreground-muted")


class FindingList(OptionList):
    """Findings, the gravest first."""

    HELP = """
## Findings

✗ keeps the letter from going out, ! asks you to look, · is for your information. *Enter* goes to the place, *F9* puts
right what can be put right safely.
"""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.findings: tuple[Finding, ...] = ()
        self.labels: Mapping[str, str] = {}
        """What the places of findings are called, where not as the finding itself calls them."""

    @property
    def chosen(self) -> Finding | None:
        """The finding that is chosen."""
        return self.findings[self.highlighted] if self.highlighted is not None and self.findings else None

    def show(self, findings: Sequence[Finding]) -> None:
        """Show findings; nothing moves while they stay the same."""
        if tuple(findings) == self.findings and self.option_count:
            return
        self.findings = tuple(findings)
        self._fill()
        self.border_title = f"Findings: {', '.join(map(self._count, ('error', 'warning')))}"

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._fill()

    def _fill(self) -> None:
        at, width = self.highlighted or 0, self.scrollable_content_region.width - 1
        rows = [Option(_row(finding, self.labels, width)) for finding in self.findings]
        self.set_options(rows or [Option(_NOTHING, disabled=True)])
        self.highlighted = min(at, len(self.findings) - 1) if self.findings else None

    def _count(self, severity: str) -> str:
        return count(sum(one.severity == severity for one in self.findings), severity)


def _row(finding: Finding, labels: Mapping[str, str], width: int) -> Content:
    sign, style = SIGNS[finding.severity]
    place = f"{labels.get(finding.place, finding.place)}  " if finding.place else ""
    message = Content.assemble((place, "$foreground-muted"), show_line(finding.message))
    lines = [hang(message, width, Content.styled(f"{sign} ", style), "  ")]
    if finding.advice:
        lines.append(hang(show_line(finding.advice, "$foreground-muted"), width, "  "))
    if finding.fix:
        lines.append(hang(show_line(finding.fix.label, "$primary"), width, "  F9  ", "      "))
    return Content("\n").join(lines)
