"""The caret: wherever it is sent it stands on a line of the page, and selections cut no word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.filing import read_document
from assistant.tui.caret import at_cell, cell_of, walk, whole_words
from assistant.tui.page import Page
from tests.conftest import LETTERS

if TYPE_CHECKING:
    from assistant.model.precedent import Precedent

WAYS = ("left", "right", "up", "down", "ctrl+left", "ctrl+right", "home", "end", "pageup", "pagedown", "ctrl+home",
        "ctrl+end")  # fmt: skip


@pytest.fixture(scope="module")
def letter() -> Precedent:
    return read_document(LETTERS / "exchanges" / "ombudsman-reply.txt")


@pytest.fixture(scope="module")
def page(letter: Precedent) -> Page:
    return Page(letter, 40)


@given(way=st.sampled_from(WAYS), place=st.integers(0, 2000), width=st.integers(8, 80))
def test_the_caret_always_stands_on_a_line_with_words(letter: Precedent, way: str, place: int, width: int) -> None:
    page = Page(letter, width)
    at = walk(page, min(place, len(page.text)), way, 10)
    line = page.lines[page.line_at(at)]
    assert line.start <= at <= line.end
    assert line.start < line.end or at == 0


@given(place=st.integers(0, 2000))
def test_right_and_left_cancel_each_other_inside_a_line(page: Page, place: int) -> None:
    at = min(place, len(page.text))
    line = page.lines[page.line_at(at)]
    if line.start <= at < line.end:
        assert walk(page, walk(page, at, "right", 10), "left", 10) == at


def test_words_are_walked_one_after_another(page: Page) -> None:
    at = page.text.index("In 2018 my office")
    words = []
    for _ in range(4):
        words.append(page.text[at:].split()[0])
        at = walk(page, at, "ctrl+right", 10)
    assert words == ["In", "2018", "my", "office"]
    assert page.text[walk(page, at, "ctrl+left", 10) :].startswith("office")


def test_the_whole_letter_can_be_walked_through(page: Page) -> None:
    at, seen = walk(page, 0, "ctrl+home", 10), set()
    while at not in seen:
        seen.add(at)
        at = walk(page, at, "right", 10)
    visible = {offset for line in page.lines for offset in range(line.start, line.end)}
    assert visible <= seen


@given(place=st.integers(0, 2000))
def test_the_cell_of_a_character_is_the_characters_cell(page: Page, place: int) -> None:
    at = walk(page, min(place, len(page.text)), "right", 10)
    assert at_cell(page, *cell_of(page, at)) == at


@given(text=st.text(max_size=60), ends=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_a_selection_cuts_no_word_and_has_no_space_at_its_ends(text: str, ends: tuple[int, int]) -> None:
    start, end = sorted(min(end, len(text)) for end in ends)
    first, last = whole_words(text, start, end)
    words = text[first:last]
    assert words == words.strip()
    assert bool(words) is bool(text[start:end].strip())
    if words:
        assert first == 0 or not (text[first - 1].isalnum() and text[first].isalnum())
        assert last == len(text) or not (text[last - 1].isalnum() and text[last].isalnum())
