"""Where words stand on the sheets of a letter. That pages end as in print, letter_templates/test_print.py tries."""

from itertools import pairwise

import pytest

from assistant.drafting.sheets.faces import face_of
from assistant.drafting.sheets.sheets import lay_out
from assistant.model.finding import Severity
from assistant.model.sheet import Mark, Region, Sheet
from tests.drafting.word.building import make_document, paragraph, run, table

LINE = "One line of a letter that is long enough to fill most of the width of the column it is set in, no more. "
_NOTE_MARK = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
_NOTE = f'<w:footnote w:id="{{}}">{paragraph("<w:r><w:footnoteRef/></w:r>", run(" {}"))}</w:footnote>'


def words(sheet: Sheet, region: Region = Region.TEXT) -> list[str]:
    return [line.text for box in sheet.boxes if box.region is region for line in box.lines]


def properties(*names: str) -> str:
    return "".join(f"<w:{name}/>" for name in names)


def test_the_widths_are_those_of_times_and_arial() -> None:
    assert face_of("Times New Roman").width("We agree.", 10) == pytest.approx(40.53, abs=0.01)
    assert face_of("Arial", bold=True).width("We agree.", 10) == pytest.approx(47.24, abs=0.01)
    assert face_of("Calibri").width("agree", 10) < face_of("Arial").width("agree", 10)


def test_a_page_ends_where_it_is_full_and_no_line_stands_alone() -> None:
    sheets = lay_out(make_document(*(LINE * 5 for _ in range(20))))
    assert len(sheets) > 1
    for sheet in sheets:
        lines = [box for box in sheet.boxes if box.region is Region.TEXT]
        assert all(len(box.lines) != 1 for box in lines)
        assert lines[-1].bottom <= sheet.height - 25.4 + 0.2
        assert all(upper.bottom <= lower.top + 0.01 for upper, lower in pairwise(lines))


def test_what_is_kept_together_goes_to_the_next_page_together() -> None:
    heading = paragraph("A heading", properties=properties("keepNext"))
    filling = [paragraph(LINE) for _ in range(200)]
    alone = lay_out(make_document(*filling))
    first = len(words(alone[0]))
    sheets = lay_out(make_document(*filling[: first - 1], heading, *filling))
    assert "A heading" not in words(sheets[0])
    assert words(sheets[1])[0] == "A heading"


def test_a_note_stands_at_the_foot_of_the_page_of_its_sentence() -> None:
    filling = [LINE for _ in range(200)]
    first = len(words(lay_out(make_document(*filling))[0]))
    marked = paragraph(run("The last that would fit."), _NOTE_MARK.format(1))
    letter = make_document(*filling[: first - 1], marked, *filling[:3], footnotes=_NOTE.format(1, "Where it stands."))
    sheets = lay_out(letter)
    assert words(sheets[0], Region.NOTES) == []
    assert words(sheets[1])[0] == "The last that would fit.1"
    assert words(sheets[1], Region.NOTES) == ["1 Where it stands."]


def test_rows_of_a_table_stand_side_by_side() -> None:
    [sheet] = lay_out(make_document(table(("left", "right"), ("below", "beside"))))
    places = {box.lines[0].text: (box.left, box.top) for box in sheet.boxes}
    assert places["left"][1] == places["right"][1] < places["below"][1] == places["beside"][1]
    assert places["right"][0] - places["left"][0] == pytest.approx(2000 / 1440 * 25.4)


def test_a_line_is_parted_at_spaces_and_never_before_a_closing_mark() -> None:
    [sheet] = lay_out(make_document(" ".join(["word ?"] * 60)))
    assert len(words(sheet)) > 1
    assert not any(line.startswith("?") for line in words(sheet))


def test_a_break_of_the_writer_ends_the_line_and_a_break_of_the_page_the_page() -> None:
    broken = paragraph(run("first"), "<w:r><w:br/></w:r>", run("second"))
    sheets = lay_out(make_document(broken, paragraph('<w:r><w:br w:type="page"/></w:r>'), "third"))
    assert [words(sheet) for sheet in sheets] == [["first", "second"], ["third"]]
    assert sheets[0].boxes[0].lines[0].ended


def test_words_are_marked_across_runs() -> None:
    letter = make_document(paragraph(run("It was "), run("al", "<w:b/>"), run("tered here.")))
    [sheet] = lay_out(letter, lambda text: [Mark(start=7, end=14, severity=Severity.ERROR)] if "al" in text else [])
    [line] = sheet.boxes[0].lines
    assert [(each.text, each.bold) for each in line.stretches if each.mark] == [("al", True), ("tered", False)]
    assert line.text == "It was altered here."


def test_items_of_a_list_carry_their_numbers() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    used = '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    numbering = f'<w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>{used}'
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    letter = make_document(paragraph("one", properties=item), paragraph("two", properties=item), numbering=numbering)
    [sheet] = lay_out(letter)
    assert [(box.marker, box.lines[0].text) for box in sheet.boxes] == [("1.", "one"), ("2.", "two")]
