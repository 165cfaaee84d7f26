"""The citations of a draft: whose words they are, in which letter and where, and whether they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.tui.hanging import hang
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
        self.cited = tuple(cited)
        self._fill()
        self.border_title = count(len(self.cited), "citation")

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._fill()

    def _fill(self) -> None:
        at, width = self.highlighted or 0, self.scrollable_content_region.width - 1
        letters = ("", *(each.letter for each in self.cited))
        rows = [Option(_row(each, width, before)) for each, before in zip(self.cited, letters, strict=False)]
        self.set_options(rows or [Option(_NOTHING, disabled=True)])
        self.highlighted = min(at, len(self.cited) - 1) if self.cited else None


def _row(cited: Cited, width: int, before: str) -> Content:
    """The letter is named where another than `before` begins."""
    act = ACTS[cited.act] if cited.act else None
    sign = Content.styled(f"{act.letter}  ", f"bold $act-{cited.act}") if act else Content("–  ")
    letter = show_line(cited.letter, "bold") if cited.letter else show_line(cited.key, "$error")
    lines = [hang(letter, width, "")] if cited.letter != before or not cited.letter else []
    if cited.words:
        lines.append(hang(Content.assemble("“", show_line(cited.words), "”"), width, sign, "   "))
    lines.append(hang(_where(cited), width, "   " if cited.words else sign, "   "))
    if cited.finding:
        mark, style = SIGNS[cited.finding.severity]
        lines.append(hang(show_line(cited.finding.message), width, Content.styled(f"   {mark} ", style), "     "))
    return Content("\n").join(lines)


def _where(cited: Cited) -> Content:
    mark, style = MARKS[cited.review] if cited.review else ("", "")
    speaker = f"said by {cited.speaker}" if cited.speaker else ""
    places = [place for place in (cited.locator.words, speaker, f"cited in {cited.place}") if place]
    decided = Content.styled(f"{mark} {cited.review}  ", style) if cited.review else ""
    return Content.assemble(decided, show_line(" · ".join(places), "$foreground-muted"))
