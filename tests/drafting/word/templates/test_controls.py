"""Tags in content controls: in a line, round paragraphs, rows and cells, as Word writes them."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from assistant.drafting.word.templates.engine import compile_template
from assistant.drafting.word.values import Blocks, Paragraph, RichText, Run
from tests.drafting.word.building import body_of, cell, make_document, paragraph, run, unpack

_GREY = '<w:rStyle w:val="PlaceholderText"/>'
_WIDTH = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'


def control(inside: str, properties: str = "") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Name"/><w:tag w:val="name"/><w:id w:val="7"/>{properties}</w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def rows(*rows: str, columns: int = 1) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f"<w:tbl>{_WIDTH}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


FOR, END = "{%tr for p in people %}", "{%tr endfor %}"
_BODY = Blocks(paragraphs=tuple(Paragraph(text=RichText(runs=(Run(text=text),))) for text in ("One", "Two")))
PLACES = {
    "in a line": (paragraph("Dear ", control(run("{{ name }}")), ","), ["Dear Ana,"]),
    "over its edge": (paragraph("Dear {{ ", control(run("name }}!"))), ["Dear Ana!"]),
    "round a condition": (paragraph(control(run("{% if name %}yes{% endif %}"))), ["yes"]),
    "round a paragraph": (control(paragraph("{{ name }}")), ["Ana"]),
    "round blocks": (control(paragraph("{{ body }}")), ["One", "Two"]),
    "round a loop": (
        control(paragraph("{%p for p in people %}") + paragraph("{{ p }}") + paragraph("{%p endfor %}")),
        ["Gomes", "Kyuchyuk"],
    ),
    "inside a loop": (
        paragraph("{%p for p in people %}") + control(paragraph("{{ p }}")) + paragraph("{%p endfor %}"),
        ["Gomes", "Kyuchyuk"],
    ),
    "round a row": (rows(row(cell(FOR)), control(row(cell("{{ p }}"))), row(cell(END))), ["Gomes", "Kyuchyuk"]),
    "round rows": (rows(control(row(cell(FOR)) + row(cell("{{ p }}")) + row(cell(END)))), ["Gomes", "Kyuchyuk"]),
    "round a cell": (rows(row(control(cell("{{ name }}")), cell("b")), columns=2), ["Ana", "b"]),
    "round cells": (
        rows(row(control(cell("{%tc for p in people %}") + cell("{{ p }}") + cell("{%tc endfor %}")))),
        ["Gomes", "Kyuchyuk"],
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_tag_is_filled_wherever_a_control_stands(
    place: str, tmp_path: Path, ooxml_errors: Callable[[Path], list[str]]
) -> None:
    blocks, expected = PLACES[place]
    template = compile_template(make_document(blocks, "End"), "letter.docx")
    letter = tmp_path / "letter.docx"
    letter.write_bytes(template.fill({"name": "Ana", "people": ["Gomes", "Kyuchyuk"], "body": _BODY}))
    assert body_of(letter.read_bytes()) == [*expected, "End"]
    assert ooxml_errors(letter) == []


@pytest.mark.parametrize(
    "place",
    ["in a line", "round a condition", "round a loop", "inside a loop", "round rows", "round a cell", "round cells"],
)
def test_a_control_that_is_left_with_nothing_goes(place: str) -> None:
    template = compile_template(make_document(PLACES[place][0], "End"), "letter.docx")
    letter = template.fill({"name": "", "people": []})
    content = unpack(letter)["word/document.xml"]
    assert b"<w:sdtContent/>" not in content
    assert b"<w:tr/>" not in content
    assert body_of(letter)[-1] == "End"


def test_a_value_in_a_control_is_no_placeholder() -> None:
    state = '<w:placeholder><w:docPart w:val="A"/></w:placeholder><w:showingPlcHdr/>'
    template = make_document(paragraph("Dear ", control(run("{{ name }}", f"{_GREY}<w:b/>"), state)))
    letter = compile_template(template, "letter.docx").fill({"name": "Ana"})
    assert b"showingPlcHdr" not in unpack(letter)["word/document.xml"]
    printed = docx.Document(BytesIO(letter)).element.xpath("//w:sdtContent/w:r")
    assert [(len(r.xpath("w:rPr/w:b")), len(r.xpath("w:rPr/w:rStyle"))) for r in printed] == [(1, 0)]


def test_a_control_without_a_tag_keeps_its_placeholder() -> None:
    template = make_document(paragraph("{{ name }}", control(run("Choose", _GREY), "<w:showingPlcHdr/>")))
    letter = compile_template(template, "letter.docx").fill({"name": "Ana"})
    assert b"<w:showingPlcHdr/>" in unpack(letter)["word/document.xml"]
    assert b"PlaceholderText" in unpack(letter)["word/document.xml"]
