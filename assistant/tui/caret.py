"""Where a caret goes in a page: by characters, words, lines. Counts characters and cells, and draws nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, get_character_cell_size

if TYPE_CHECKING:
    from assistant.tui.page import Page
    from assistant.tui.typeset import Line

_WORD = re.compile(r"\w*")
_TO_NEXT_WORD = re.compile(r"\w*\W*")


def walk(page: Page, at: int, way: str, height: int) -> int:
    """The place one step on from the character `at`; `height` is the lines of a screenful."""
    line = page.lines[page.line_at(at)]
    match way:
        case "left":
            return _settle(page, _before(page.text, at), forward=False)
        case "right":
            return _settle(page, _behind(page.text, at), forward=True)
        case "ctrl+left":
            return _settle(page, _word_before(page.text, at), forward=False)
        case "ctrl+right":
            return _settle(page, _match_end(_TO_NEXT_WORD, page.text, at), forward=True)
        case "home":
            return line.start
        case "end":
            return line.end
        case "ctrl+home":
            return _settle(page, 0, forward=True)
        case "ctrl+end":
            return _settle(page, len(page.text), forward=False)
        case _:
            lines = {"up": -1, "down": 1, "pageup": -height, "pagedown": height}[way]
            return _lines_on(page, at, lines)


def at_cell(page: Page, index: int, cell: int) -> int:
    """The character that covers a cell of a line; its end when the line is shorter."""
    line, covered = page.lines[index], 0
    for offset in range(line.start, line.end):
        covered += get_character_cell_size(page.text[offset])
        if covered > cell:
            return offset
    return line.end


def cell_of(page: Page, at: int) -> tuple[int, int]:
    """Index of the line that holds a character, and the cell at which it stands."""
    index = page.line_at(at)
    line = page.lines[index]
    return index, cell_len(page.text[line.start : min(max(at, line.start), line.end)])


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span made wider until it cuts no word, without the white space at its ends; empty for nothing but that."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return start, start
    while start and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    return start, _match_end(_WORD, text, end) if text[end - 1].isalnum() else end


def _before(text: str, at: int) -> int:
    at = max(0, at - 1)
    while at and not get_character_cell_size(text[at]):  # a mark that belongs to the character before it
        at -= 1
    return at


def _behind(text: str, at: int) -> int:
    at = min(len(text), at + 1)
    while at < len(text) and text[at] != "\n" and not get_character_cell_size(text[at]):
        at += 1
    return at


def _word_before(text: str, at: int) -> int:
    while at and not text[at - 1].isalnum():
        at -= 1
    while at and text[at - 1].isalnum():
        at -= 1
    return at


def _match_end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _settle(page: Page, at: int, *, forward: bool) -> int:
    """The place itself when it stands on a line, else the nearest one in the direction gone."""
    index = page.line_at(at)
    line = page.lines[index]
    if line.start <= at <= line.end:
        return at
    following = [index] if at < line.start else range(index + 1, len(page.lines))
    ahead = next((page.lines[other] for other in following if _has_words(page.lines[other])), None)
    return ahead.start if forward and ahead else line.end


def _lines_on(page: Page, at: int, lines: int) -> int:
    index, cell = cell_of(page, at)
    step = 1 if lines > 0 else -1
    wanted = min(max(0, index + lines), len(page.lines) - 1)
    path = [*range(wanted, len(page.lines) if step > 0 else -1, step), *range(wanted, index, -step)]
    target = next((other for other in path if _has_words(page.lines[other])), index)
    return at_cell(page, target, cell)


def _has_words(line: Line) -> bool:
    return line.start < line.end
