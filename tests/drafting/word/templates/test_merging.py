import pytest

from assistant.drafting.word.templates.engine import compile_template
from tests.drafting.word.building import body_of, make_document, paragraph, run


def fill(*blocks: str, **values: object) -> list[str]:
    return body_of(compile_template(make_document(*blocks), "letter.docx").fill(values))


@pytest.mark.parametrize(("town", "expected"), [(True, "I live in a town."), (False, "I live nowhere.")])
def test_a_condition_on_lines_of_its_own_is_drawn_into_one_paragraph(town: bool, expected: str) -> None:
    lines = ["I live", "{%- if town -%}", " in a town", "{%- else -%}", " nowhere", "{%- endif -%}", "."]
    assert fill(*lines, town=town) == [expected]


def test_line_breaks_inside_a_paragraph_are_drawn_together_too() -> None:
    broken = "<w:r><w:br/></w:r>"
    line = paragraph("I live", broken, "{%- if x -%}", broken, " here", broken, "{%- endif %}", ".")
    assert fill(line, x=True) == ["I live here."]


def test_no_letter_is_lost_on_the_way() -> None:
    assert fill("before {% if x -%}", "{%- endif %} after", x=True) == ["before  after"]


def test_pieces_keep_their_manner_when_paragraphs_are_drawn_together() -> None:
    compiled = compile_template(
        make_document("a", paragraph("{%- if x -%}"), paragraph(run("b", "<w:b/>")), "{% endif %}"), "x"
    )
    assert body_of(compiled.fill({"x": 1})) == ["ab"]


def test_a_table_stops_the_drawing_together() -> None:
    table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert fill(table, "{%- if x %}a{% endif -%}", table, x=1) == ["a"]


def test_the_end_of_a_section_stops_it_too() -> None:
    assert fill("a {% if x -%}", paragraph("b", properties="<w:sectPr/>"), "{% endif %}", x=1) == ["a ", "b"]
