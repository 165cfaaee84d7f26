"""The citations of a draft: whose words they are, in which letter and where, and whether they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.tui.literal import show_line
from assistant.tui.widgets.fact_list import MARKS
from assistant.tui.widgets.finding_list import SIGNS
from assistant.tui.words import ACTS, count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.model.cited import Cited

_NOTHING = Content.styled(
    "Nothing is cited yet: ctrl+k puts a quotation with its citation at the cursor.", "$foreground-muted"
)


class SourceList(OptionList):
    """Citations in the order of the text."""

    HELP = """
## Sources

What stands behind each citation: the exact words of the source, its letter, page and paragraph, and what was decided
about the fact. *Enter* goes to the citation in the text, *o* opens the original.
"""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.cited: tuple[Cited, ...] = ()

    @property
    def chosen(self) -> Cited | None:
        """The citation that is chosen."""
        return self.cited[self.highlighted] if self.highlighted is not None and self.cited else None

    def show(self, cited: Sequence[Cited]) -> None:
        """Show citations; nothing moves while they stay the same."""
        if tuple(cited) == self.cited and self.option_count:
            return
        at = self.highlighted or 0
        self.cited = tuple(cited)
        self.set_options([Option(_row(each)) for each in self.cited] or [Option(_NOTHING, disabled=True)])
        self.highlighted = min(at, len(self.cited) - 1) if self.cited else None
        self.border_title = count(len(self.cited), "citation")


def _row(cited: Cited) -> Content:
    act = ACTS[cited.act] if cited.act else None
    letter = show_line(cited.letter) if cited.letter else show_line(cited.key, "$error")
    lines = [
        Content.assemble(
            Content.styled(f"{act.letter}  " if act else "–  ", f"bold $act-{cited.act}" if act else ""), letter
        )
    ]
    if cited.words:
        lines.append(Content.assemble("   “", show_line(cited.words), "”"))
    lines.append(Content.assemble("   ", _where(cited)))
    if cited.finding:
        sign, style = SIGNS[cited.finding.severity]
        lines.append(Content.assemble((f"   {sign} ", style), show_line(cited.finding.message)))
    return Content("\n").join(lines)


def _where(cited: Cited) -> Content:
    mark, style = MARKS[cited.review] if cited.review else ("", "")
    speaker = f"said by {cited.speaker}" if cited.speaker else ""
    places = [place for place in (cited.locator.words, speaker, f"cited in {cited.place}") if place]
    decided = Content.styled(f"{mark} {cited.review}  ", style) if cited.review else ""
    return Content.assemble(decided, show_line(" · ".join(places), "$foreground-muted"))
