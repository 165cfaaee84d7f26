"""Sheets drawn in cells: every word once, in its row, inside the sheet, however narrow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model.display import literal
from assistant.model.sheet import Align, Box, Region, Sheet, SheetLine, Stretch
from assistant.model.sheet_rows import NARROWEST, WIDEST, cells_of, draw_sheet, row_text, sheet_text


def box(*lines: str, top: float = 20.0, left: float = 25.0, width: float = 160.0, **more: object) -> Box:
    said = tuple(SheetLine(stretches=(Stretch(text=line),)) for line in lines)
    values = {
        "region": Region.TEXT,
        "left": left,
        "top": top,
        "width": width,
        "height": 5.0 * len(lines),
        "lines": said,
    }
    return Box.model_validate({**values, **more})


def sheet(*boxes: Box) -> Sheet:
    return Sheet(width=210, height=297, boxes=boxes)


def rows(*boxes: Box, width: int = WIDEST) -> list[str]:
    return [row_text(row) for row in draw_sheet(sheet(*boxes), width)]


def test_lines_stay_as_they_are_printed_where_they_fit() -> None:
    shown = rows(box("one line", "and another"))
    assert [row.strip() for row in shown if row] == ["one line", "and another"]


def test_a_line_that_does_not_fit_is_broken_with_its_whole_paragraph() -> None:
    shown = rows(box("word " * 19 + "word", "and the rest of it"), width=60)
    text = [row.strip() for row in shown if row]
    assert " ".join(text) == "word " * 20 + "and the rest of it"
    assert max(map(len, text)) <= 56


def test_distances_become_empty_rows() -> None:
    shown = rows(box("upper"), box("lower", top=50.0))
    assert shown.index(next(row for row in shown if "lower" in row)) - shown.index(
        next(row for row in shown if "upper" in row)
    ) == 1 + round(25 / 5.1)


def test_what_stands_side_by_side_stays_there() -> None:
    shown = rows(box("left", width=80), box("right", left=105, width=80), width=80)
    [row] = [row for row in shown if row]
    assert row.split() == ["left", "right"]
    assert row.index("right") > 38


def test_a_tab_drives_what_follows_to_the_right_edge_and_marks_of_notes_are_raised() -> None:
    shown = rows(box("Name\t20 June 2019"))
    note = SheetLine(stretches=(Stretch(text="Guard.”"), Stretch(text="12", raised=True)))
    assert next(row for row in shown if row).rstrip().endswith("20 June 2019")
    assert any("Guard.”¹²" in row for row in rows(box("", lines=(note,))))


def test_items_of_lists_hang_on_their_marker() -> None:
    shown = [row for row in rows(box("one", "two", marker="1.", rest=8.0)) if row]
    assert shown[0].index("one") == shown[1].index("two") > shown[0].index("1.")


@pytest.mark.parametrize("width", [NARROWEST, 80, WIDEST])
def test_the_window_of_the_envelope_has_its_corners_around_the_address(width: int) -> None:
    address = [box(line, top=top, region=Region.WINDOW, width=80.0) for line, top in (("Mr A", 50.0), ("Astana", 55.0))]
    shown = rows(box("Member"), *address, width=width)
    first, last = (next(at for at, row in enumerate(shown) if words in row) for words in ("Mr A", "Astana"))
    assert (shown[first - 1].split(), shown[last + 1].split()) == (["┌╴", "╶┐"], ["└╴", "╶┘"])
    assert shown[first - 1].index("┌") < shown[first].index("Mr A")
    assert len(shown[first - 1]) <= width


def test_the_window_s_corners_take_no_room_from_words() -> None:
    shown = rows(box("letterhead", top=45.0), box("Mr A", top=50.0, region=Region.WINDOW, width=80.0))
    assert [row.strip() for row in shown if row][:2] == ["letterhead", "Mr A"]


def test_a_rule_stands_over_the_notes() -> None:
    shown = [row.strip() for row in rows(box("text"), box("1 note", top=260, region=Region.NOTES)) if row]
    assert shown == ["text", "─" * 12, "1 note"]


def test_a_footer_stands_in_the_middle() -> None:
    [row] = [row for row in rows(box("Page 1 of 2", align=Align.CENTRE)) if row]
    assert abs(row.index("Page") + len("Page 1 of 2") / 2 - WIDEST / 2) < 3


@pytest.mark.parametrize("width", [1, NARROWEST, 80, 240])
def test_a_sheet_as_text_has_its_edges(width: int) -> None:
    lines = sheet_text(sheet(box("word " * 40)), max(width, NARROWEST)).splitlines()
    assert {len(line) for line in lines} == {max(width, NARROWEST) + 2}


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60), max_size=5), st.integers(24, 130))
def test_every_word_is_shown_once_and_inside_the_sheet(lines: list[str], width: int) -> None:
    drawn = draw_sheet(sheet(box(*lines)), width)
    shown = "".join(words.stretch.text for row in drawn for words in row)
    assert "".join(shown.split()) == "".join(literal("".join(lines)).split())
    assert all(words.column + cells_of(words.stretch.text) <= width for row in drawn for words in row)


@pytest.mark.parametrize("letter", ["x", "Ж", "漢", "e\u0301"])
def test_a_word_longer_than_a_sheet_fills_row_after_row(letter: str) -> None:
    shown = [row.strip() for row in rows(box(letter * 1_000)) if row.strip()]
    assert "".join(shown) == letter * 1_000
    assert len({cells_of(row) for row in shown[:-1]}) == 1
