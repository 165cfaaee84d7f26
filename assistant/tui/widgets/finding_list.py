"""Findings about a draft: how grave, where, what, and what to do."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

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
        at = self.highlighted or 0
        self.findings = tuple(findings)
        self.set_options(
            [Option(_row(finding, self.labels)) for finding in self.findings] or [Option(_NOTHING, disabled=True)]
        )
        self.highlighted = min(at, len(self.findings) - 1) if self.findings else None
        self.border_title = f"Findings: {', '.join(map(self._count, ('error', 'warning')))}"

    def _count(self, severity: str) -> str:
        return count(sum(one.severity == severity for one in self.findings), severity)


def _row(finding: Finding, labels: Mapping[str, str]) -> Content:
    sign, style = SIGNS[finding.severity]
    place = f"{labels.get(finding.place, finding.place)}  " if finding.place else ""
    message = show_line(finding.message)
    lines = [Content.assemble((f"{sign} ", style), (place, "$foreground-muted"), message)]
    if finding.advice:
        lines.append(Content.assemble("  ", show_line(finding.advice, "$foreground-muted")))
    if finding.fix:
        lines.append(Content.assemble("  F9  ", show_line(finding.fix.label, "$primary")))
    return Content("\n").join(lines)
