"""What stands around the body of a PDF page: headers, footers, page numbers, footnotes.

Recognised by what pages have in common, by their place and by the size of their letters. It changes no words of
the body but takes out the raised figures of notes that it has found.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from assistant.reading.losses import Sort, Tally
from assistant.reading.text import begins_small

_EDGE = 0.15
"""Share of the height of a page, above and below, in which headers and footers are looked for."""
_MARGIN = 0.075
"""Share in which nothing but headers and footers stands."""
_SAME_PLACE = 6.0
"""Points by which a header may stand higher or lower on another page."""
_APART = 2.4
"""Distance of two lines, in sizes of letters, that tells margin and body apart."""
_SMALL = 0.93
"""Size of letters in proportion to the body from which on they are those of a note."""
_PAGE_NUMBER = re.compile(
    r"[-–—|(\[ ]*(?:page|seite|strona|pagina|página|pag\.|str\.|s\.|p\.)?\s*(\d{1,4})"
    r"(?:\s*(?:/|of|von|sur|z|di|de)\s*\d{1,4})?[-–—|)\] ]*",
    re.IGNORECASE,
)
_NOTE_NUMBER = re.compile(r"\d{1,3}(?=\D)")
_NOTE = re.compile(r"\d{1,2}\s?[“„«\"(]?[^\W\d_a-z]")

_REPEATED = Sort("1 repeated header or footer was left out", "{} repeated headers and footers were left out")
_NUMBER = Sort("1 page number was left out", "{} page numbers were left out")


class SetLine(NamedTuple):
    """A line on a page; measures in points, from the lower left corner."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    raised: tuple[tuple[int, str], ...] = ()
    """Raised figures: their offset in the text, and what they are."""


class Sheet(NamedTuple):
    """A page: its number from 1, its height in points, its lines from top to bottom."""

    number: int
    height: float
    lines: tuple[SetLine, ...]
    recognised: bool = False
    """A machine has read it: figures raised in its lines went unnoticed."""


class Page(NamedTuple):
    """A page taken apart."""

    number: int
    header: str
    body: list[SetLine]
    notes: list[str]
    footer: str


def body_size(sheets: Sequence[Sheet]) -> float:
    """The size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for line in sheet.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def take_apart(sheets: Sequence[Sheet], tally: Tally) -> list[Page]:
    """Part each page into header, body, notes and footer; page numbers and repetitions go to the tally."""
    margins = _Margins(sheets, tally)
    size = body_size(sheets)
    return [_take_apart(sheet, margins, size) for sheet in sheets]


def _take_apart(sheet: Sheet, margins: "_Margins", size: float) -> Page:
    lines = list(sheet.lines)
    header = lines[: margins.header_end(lines, sheet)]
    rest = lines[len(header) :]
    footer = rest[margins.footer_start(rest, sheet) :]
    body, notes = _part_notes(rest[: len(rest) - len(footer)], size, sheet)
    return Page(sheet.number, margins.keep(header, sheet), body, notes, margins.keep(footer, sheet))


class _Margins:
    """Knows which lines the pages of a document have in common."""

    def __init__(self, sheets: Sequence[Sheet], tally: Tally) -> None:
        self._tally = tally
        self._places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        self._kept: set[str] = set()
        for sheet in sheets:
            for line in sheet.lines:
                if not _EDGE * sheet.height < line.baseline < (1 - _EDGE) * sheet.height:
                    self._places[_wording(line)].append((sheet.number, line.baseline))

    def header_end(self, lines: Sequence[SetLine], sheet: Sheet) -> int:
        """How many lines at the top are header: common to several pages, or apart from the body in the margin."""
        end = 0
        while end < len(lines) and self._is_furniture(lines[end], sheet):
            end += 1
        apart = [at for at in range(end + 1, len(lines)) if _are_apart(lines[at - 1], lines[at])]
        in_margin = apart and 1 - lines[apart[0] - 1].baseline / sheet.height < _MARGIN
        return apart[0] if in_margin and sheet.number > 1 and not begins_small(lines[end].text) else end

    def footer_start(self, lines: Sequence[SetLine], sheet: Sheet) -> int:
        """Where the footer begins: as for headers, but also on the first page, where a letterhead may end."""
        start = len(lines)
        while start > 0 and self._is_furniture(lines[start - 1], sheet):
            start -= 1
        apart = [at for at in range(1, start) if _are_apart(lines[at - 1], lines[at])]
        in_margin = apart and lines[apart[-1]].baseline / sheet.height < _MARGIN
        return apart[-1] if in_margin else start

    def keep(self, lines: list[SetLine], sheet: Sheet) -> str:
        """The words of a header or footer that no page before had, one line below the other."""
        kept = []
        for line in lines:
            if _is_page_number(line, sheet):
                self._tally.add(_NUMBER)
            elif _wording(line) in self._kept:
                self._tally.add(_REPEATED, line.text)
            else:
                self._kept.add(_wording(line))
                kept.append(line.text)
        return "\n".join(kept)

    def _is_furniture(self, line: SetLine, sheet: Sheet) -> bool:
        if _EDGE * sheet.height < line.baseline < (1 - _EDGE) * sheet.height:
            return False
        elsewhere = (
            page != sheet.number and abs(baseline - line.baseline) < _SAME_PLACE
            for page, baseline in self._places[_wording(line)]
        )
        return _is_page_number(line, sheet) or any(elsewhere)


def _are_apart(above: SetLine, below: SetLine) -> bool:
    return above.baseline - below.baseline > _APART * max(above.size, below.size)


def _is_page_number(line: SetLine, sheet: Sheet) -> bool:
    found = _PAGE_NUMBER.fullmatch(line.text)
    return found is not None and (int(found[1]) == sheet.number or line.text != found[1])


def _wording(line: SetLine) -> str:
    """The words of a line, whatever its numbers are."""
    return re.sub(r"\d+", "#", line.text).casefold()


def _part_notes(lines: list[SetLine], size: float, sheet: Sheet) -> tuple[list[SetLine], list[str]]:
    """Body and footnotes of a page; notes are in small letters at its foot and begin with a figure raised above."""
    first = len(lines)
    while first and lines[first - 1].size <= _SMALL * size:
        first -= 1
    raised = {figures for line in lines[:first] for _, figures in line.raised}
    small = range(first, len(lines))
    starts = [at for at in small if _note_number(lines[at]) in raised or (sheet.recognised and _is_note(lines[at]))]
    if not starts:
        return lines, []
    ends = [*starts[1:], len(lines)]
    notes = [_note(lines[start:end]) for start, end in zip(starts, ends, strict=True)]
    numbers = {_note_number(lines[start]) for start in starts}
    return [_without_marks(line, numbers) for line in lines[: starts[0]]], notes


def _note_number(line: SetLine) -> str:
    found = _NOTE_NUMBER.match(line.text)
    return found[0] if found else ""


def _is_note(line: SetLine) -> bool:
    """Whether a line begins as notes do, their figure before a capital without a full stop, where none is raised."""
    return _NOTE.match(line.text) is not None


def _note(lines: list[SetLine]) -> str:
    number = _note_number(lines[0])
    words = " ".join([lines[0].text.removeprefix(number).lstrip(), *(line.text for line in lines[1:])])
    return f"[{number}] {words}"


def _without_marks(line: SetLine, numbers: set[str]) -> SetLine:
    text = line.text
    for offset, figures in reversed(line.raised):
        if figures in numbers:
            text = text[:offset] + text[offset + len(figures) :]
    return line._replace(text=text)
