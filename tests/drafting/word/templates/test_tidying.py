from assistant.drafting.word.parts.wordml import parse_part, write_part
from assistant.drafting.word.templates.tidying import tidy
from tests.drafting.word.building import NAMESPACES, cell, paragraph, table

WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def tidied(inside: str) -> str:
    root = parse_part(f'<w:body {NAMESPACES} xmlns:w14="{WORD_2010}" xmlns:wp="{DRAWING}">{inside}</w:body>')
    tidy(root)
    return write_part(root).decode().split(">", 2)[2].removesuffix("</w:body>")


def test_a_cell_left_without_a_paragraph_gets_one() -> None:
    emptied = table(("a",)).replace(paragraph("a"), "")
    assert tidied(emptied) == emptied.replace("</w:tc>", "<w:p/></w:tc>")


def test_a_cell_that_ends_with_a_table_gets_a_paragraph_behind_it() -> None:
    inner = table(("a",))
    assert tidied(table((inner,))).endswith("</w:tbl><w:p/></w:tc></w:tr></w:tbl>")


def test_a_row_without_cells_goes_and_a_table_without_rows_too() -> None:
    without_cells = table(("a",), ("b",)).replace(cell("b"), "")
    assert tidied(without_cells) == table(("a",))
    assert tidied(table(("a",)).replace(cell("a"), "")) == ""


def test_a_bookmark_that_a_loop_repeats_stands_once() -> None:
    one = '<w:bookmarkStart w:id="1" w:name="here"/><w:r/><w:bookmarkEnd w:id="1"/>'
    assert tidied(f"<w:p>{one}</w:p><w:p>{one}</w:p>") == f"<w:p>{one}</w:p><w:p><w:r/></w:p>"


def test_a_paragraph_id_that_repeats_is_left_out() -> None:
    one = '<w:p w14:paraId="0A" w14:textId="0B"/>'
    assert tidied(one + one) == one + "<w:p/>"


def test_drawings_that_repeat_are_counted_anew() -> None:
    drawn = '<w:p><w:r><w:drawing><wp:docPr id="7" name="Logo"/></w:drawing></w:r></w:p>'
    assert tidied(drawn + drawn) == drawn.replace("7", "1") + drawn.replace("7", "2")


def test_a_link_inside_a_link_is_no_link() -> None:
    outer = '<w:p><w:hyperlink w:anchor="a">%s</w:hyperlink></w:p>'
    inner = '<w:hyperlink w:anchor="b"><w:r/></w:hyperlink>'
    assert tidied(outer % inner) == outer % "<w:r/>"


def test_what_needs_no_repair_stays_as_it_is() -> None:
    page = paragraph("a") + table(("b", "c")) + paragraph("d")
    assert tidied(page) == page
