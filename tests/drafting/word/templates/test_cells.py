import pytest
from lxml import etree

from assistant.drafting.word.parts.wordml import VALUE, w
from assistant.drafting.word.templates.engine import compile_template
from assistant.errors import FindingsError
from tests.drafting.word.building import body_of, make_document, table, unpack


def filled(*rows: tuple[str, ...], **values: object) -> bytes:
    return compile_template(make_document(table(*rows)), "letter.docx").fill(values)


def tree(data: bytes) -> etree._Element:
    return etree.fromstring(unpack(data)["word/document.xml"])


def spans(data: bytes) -> list[str | None]:
    return [span.get(VALUE) for span in tree(data).iter(w("gridSpan"))]


def widths(data: bytes) -> list[str | None]:
    return [column.get(w("w")) for column in tree(data).iter(w("gridCol"))]


def test_a_cell_reaches_over_as_many_columns_as_it_is_told() -> None:
    data = filled(("{% colspan n %}Wide",), ("a", "b"), n=2)
    assert (body_of(data), spans(data)) == (["Wide", "a", "b"], ["2"])


def test_one_cell_stands_for_all_of_a_loop() -> None:
    data = filled(("{%tc for y in years %}", "{% hm %}Years", "{%tc endfor %}", "End"), years=[2018, 2019, 2020])
    assert (body_of(data), spans(data)) == (["Years", "End"], ["3"])


def test_a_table_that_grows_in_columns_keeps_its_width() -> None:
    data = filled(("Name", "{%tc for y in years %}", "{{ y }}", "{%tc endfor %}"), years=[1, 2, 3, 4, 5, 6, 7])
    assert widths(data) == ["1000"] * 8


def test_a_table_that_shrinks_in_columns_keeps_its_width() -> None:
    data = filled(("Name", "{%tc for y in years %}", "{{ y }}", "{%tc endfor %}"), years=[1])
    assert widths(data) == ["4000", "4000"]


def test_a_table_whose_columns_no_tag_touches_keeps_its_grid() -> None:
    data = filled(("{{ x }}", "b"), ("c",), x="a")
    assert widths(data) == ["2000", "2000"]


def test_a_number_of_columns_that_is_none_is_told() -> None:
    with pytest.raises(FindingsError) as raised:
        filled(("{% colspan n %}Wide",), n="two")
    assert [finding.message for finding in raised.value.findings] == [
        "“{% colspan n %}”: a text is no number of columns."
    ]


@pytest.mark.parametrize("statement", ["vm", "cellbg 'FF0000'"])
def test_what_docxtpl_does_to_cells_beyond_that_is_told_not_ignored(statement: str) -> None:
    template = make_document(table((f"{{% {statement} %}}a",)))
    assert [finding.code for finding in compile_template(template, "x").findings] == ["template-unknown-statement"]


def test_a_cell_cannot_be_told_its_columns_twice() -> None:
    template = make_document(table(("{% colspan 2 %}a{% colspan 3 %}",)))
    assert [finding.quote for finding in compile_template(template, "x").findings] == ["{% colspan 3 %}"]


@pytest.mark.parametrize("statement", ["colspan 2", "hm"])
def test_what_is_said_of_a_cell_stands_in_a_cell(statement: str) -> None:
    template = make_document(f"{{% {statement} %}}a")
    assert compile_template(template, "x").findings[0].code == "template-tag-outside-table"
