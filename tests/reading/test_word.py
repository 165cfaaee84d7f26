from collections.abc import Callable
from io import BytesIO

import docx
import pytest

from assistant.errors import DamagedFileError, EmptyFileError
from assistant.model.source import BlockKind, Source
from assistant.reading import read, read_bytes
from tests.conftest import LETTERS

P, H, L, R = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW
Make = Callable[..., bytes]


def p(*runs: str, properties: str = "") -> str:
    words = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"


def r(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(paragraphs) or p('')}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def blocks(source: Source) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text) for block, text in source.block_texts()]


def losses(source: Source) -> list[str]:
    return [loss.what for loss in source.description.losses]


def test_headers_notes_and_footers_stand_in_their_places() -> None:
    kinds = [block.kind for block in read(LETTERS / "carlsson_printed.docx").blocks]
    assert kinds[0] is BlockKind.HEADER
    assert kinds[-1] is BlockKind.FOOTER
    assert kinds.count(BlockKind.FOOTNOTE) == 1


def test_a_note_stands_behind_its_paragraph_and_its_mark_breaks_no_quotation() -> None:
    found = blocks(read(LETTERS / "carlsson_printed.docx"))
    at = next(number for number, (_, text) in enumerate(found) if "(EPCA), which has now been ratified" in text)
    assert found[at + 1] == (
        BlockKind.FOOTNOTE,
        "[1] Signed in Astana on 21 December 2015, OJ L 29, 4.2.2016, p. 3.",
    )


def test_a_letter_made_with_word_styles_is_read() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "EUROPEAN PARLIAMENT"
    document.sections[0].footer.paragraphs[0].text = "B-1047 Brussels"
    document.add_heading("Statement", 1)
    document.add_paragraph("The office visited the prison.")
    for words in ("First?", "Second?"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("a point", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Max Bokayev", "Petropavlovsk"
    document.add_comment(document.paragraphs[1].runs, text="check this")
    buffer = BytesIO()
    document.save(buffer)
    source = read_bytes(buffer.getvalue(), "letter.docx")
    assert blocks(source) == [
        (BlockKind.HEADER, "EUROPEAN PARLIAMENT"),
        (H, "Statement"),
        (P, "The office visited the prison."),
        (L, "1. First?"),
        (L, "2. Second?"),
        (L, "a point"),
        (R, "Max Bokayev\tPetropavlovsk"),
        (BlockKind.FOOTER, "B-1047 Brussels"),
    ]
    assert losses(source) == ["1 comment was left out: “check this”"]


INSERTED = '<w:ins w:id="1" w:author="A"><w:r><w:t>today </w:t></w:r></w:ins>'
SYMBOLS = (
    '<w:r><w:sym w:font="Arial" w:char="20AC"/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="zz"/></w:r>'
)
DELETED = '<w:del w:id="2" w:author="A"><w:r><w:delText>yesterday </w:delText></w:r></w:del>'
MOVED = (
    '<w:moveFrom w:id="3"><w:r><w:t>moved </w:t></w:r></w:moveFrom>',
    '<w:moveTo w:id="4"><w:r><w:t>moved </w:t></w:r></w:moveTo>',
)
END_DELETED = '<w:rPr><w:del w:id="5" w:author="A"/></w:rPr>'


@pytest.mark.parametrize(
    ("body", "text", "told"),
    [
        (p("We visited ", INSERTED, DELETED, "the prison."), "We visited today the prison.",
         ["1 tracked insertion was read as accepted: “today”", "1 tracked deletion was left out: “yesterday”"]),
        (p(MOVED[0], "words ", MOVED[1]), "words moved", []),
        (p("One ", properties=END_DELETED) + p("paragraph."), "One paragraph.", []),
        (p("last words", properties=END_DELETED), "last words", []),
        (p("see ", '<w:hyperlink w:anchor="x"><w:r><w:t>the report</w:t></w:r></w:hyperlink>'), "see the report", []),
        (p("on ", "<w:sdt><w:sdtContent><w:r><w:t>5 May</w:t></w:r></w:sdtContent></w:sdt>"), "on 5 May", []),
        ("<w:sdt><w:sdtContent>" + p("In a control") + "</w:sdtContent></w:sdt>", "In a control", []),
        (p("on ", f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click')}</w:sdtContent></w:sdt>"),
         "on", ["1 field to fill in is still empty: “Click”"]),
        (p("<w:smartTag><w:r><w:t>Brussels</w:t></w:r></w:smartTag>"), "Brussels", []),
        (p("a", "<w:r><w:tab/></w:r>", "b", "<w:r><w:br/></w:r>", "c", "<w:r><w:noBreakHyphen/></w:r>", "d",
           "<w:r><w:softHyphen/></w:r>", "e"), "a\tb\nc\u2011de", []),
        (p("seen ", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>"), "seen",
         ["1 hidden passage was left out: “unseen”"]),
        (p("seen ", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>too</w:t></w:r>'), "seen too", []),
        (p(SYMBOLS, "5"), "€5", ["1 sign of a symbol font was left out: “Wingdings”"]),
        (p(f"<w:r><w:ruby><w:rt>{r('above')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>"), "base", []),
        (p("E=", "<m:oMath><m:r><m:t>mc</m:t></m:r></m:oMath>"), "E=mc", ["1 equation was read as a line of signs"]),
        (p("words") + '<w:altChunk r:id="x"/>', "words", ["1 passage embedded from another file was not read"]),
    ],
)  # fmt: skip
def test_a_paragraph_says_what_the_finished_letter_says(word_file: Make, body: str, text: str, told: list[str]) -> None:
    source = read_bytes(word_file(body), "letter.docx")
    assert source.text == text
    assert losses(source) == told


def field(*parts: str) -> str:
    marks = {"(": "begin", "|": "separate", ")": "end"}
    return "".join(
        f'<w:r><w:fldChar w:fldCharType="{marks[part]}"/></w:r>' if part in marks
        else f"<w:r><w:instrText>{part[1:]}</w:instrText></w:r>" if part.startswith("=") else r(part)
        for part in parts
    )  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "text", "told"),
    [
        (("On ", "(", "=DATE", "|", "6 May", ")", "."), "On 6 May.", []),
        (("Dear ", "(", "=ASK name", ")", ","), "Dear ,", ["1 field without result was left out: “ASK name”"]),
        (("a", "(", "=XE index", ")", "b"), "ab", []),
        (("Page ", "(", "=PAGE", ")"), "Page", []),
        (("(", "=IF ", "(", "=A", "|", "x", ")", "|", "shown", ")"), "shown", []),
        (("before ", "(", "=TOC", "never ended"), "before", ["1 field without result was left out: “TOC never ended”"]),
    ],
)  # fmt: skip
def test_of_a_field_its_result_counts(word_file: Make, parts: tuple[str, ...], text: str, told: list[str]) -> None:
    source = read_bytes(word_file(p(field(*parts))), "letter.docx")
    assert source.text == text
    assert losses(source) == told


def test_a_field_may_run_over_paragraphs(word_file: Make) -> None:
    body = p(field("(", "=TOC", "|", "One")) + p(field("Two", ")")) + p("Three")
    assert [text for _, text in blocks(read_bytes(word_file(body), "letter.docx"))] == ["One\nTwo\nThree"]


CHOICE = "<w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing>"
FALLBACK = "<w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict>"


def test_a_text_box_is_read_once_behind_its_paragraph(word_file: Make) -> None:
    box = p("Ana Gomes MEP") + p("Rue Wiertz 60")
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{CHOICE.format(box)}</mc:Choice>"
        f"<mc:Fallback>{FALLBACK.format(box)}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    source = read_bytes(word_file(p("Anchor", both) + p("After")), "letter.docx")
    assert blocks(source) == [(P, "Anchor"), (BlockKind.TEXT_BOX, "Ana Gomes MEP\nRue Wiertz 60"), (P, "After")]


def test_an_old_text_box_is_read_too(word_file: Make) -> None:
    source = read_bytes(word_file(p(f"<w:r>{FALLBACK.format(p('In the box'))}</w:r>")), "letter.docx")
    assert blocks(source) == [(BlockKind.TEXT_BOX, "In the box")]


@pytest.mark.parametrize(
    ("drawn", "loss"),
    [
        ('<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="the seal"/><pic:pic/></wp:inline></w:drawing>',
         "1 picture was not read: “the seal”"),
        ('<w:pict><v:shape alt="the seal"><v:imagedata/></v:shape></w:pict>', "1 picture was not read: “the seal”"),
        ('<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>',
         "1 embedded object was not read: “Excel.Sheet.12”"),
        ('<w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict>', "1 drawn word was left out: “DRAFT”"),
    ],
)  # fmt: skip
def test_what_is_drawn_is_told(word_file: Make, drawn: str, loss: str) -> None:
    assert losses(read_bytes(word_file(p("Words", f"<w:r>{drawn}</w:r>")), "letter.docx")) == [loss]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (row(cell(p("Name")), cell(p("Place"))), [(R, "Name\tPlace")]),
        (row(cell(p("Name")), cell(), cell(p("Place"))), [(R, "Name\t\tPlace")]),
        (row(cell(p("All the words"))), [(P, "All the words")]),
        (row(cell(p("Left")), cell()), [(P, "Left")]),
        (row(cell(p("Left, first."), p("Left, second.")), cell(p("Right"))),
         [(P, "Left, first."), (P, "Left, second."), (P, "Right")]),
        (row(cell("<w:tbl>" + row(cell(p("In")), cell(p("Out"))) + "</w:tbl>")), [(R, "In\tOut")]),
        ("<w:sdt><w:sdtContent>" + row(cell(p("A")), cell(p("B"))) + "</w:sdtContent></w:sdt>", [(R, "A\tB")]),
    ],
)  # fmt: skip
def test_rows_are_blocks_where_the_table_is_one(
    word_file: Make, rows: str, expected: list[tuple[BlockKind, str]]
) -> None:
    assert blocks(read_bytes(word_file(f"<w:tbl>{rows}</w:tbl>"), "letter.docx")) == expected


def test_a_deleted_row_is_left_out_and_told(word_file: Make) -> None:
    rows = row(cell(p("stays"))) + row(cell(p("goes")), properties='<w:del w:id="1" w:author="A"/>')
    source = read_bytes(word_file(f"<w:tbl>{rows}</w:tbl>"), "letter.docx")
    assert source.text == "stays"
    assert losses(source) == ["1 tracked deletion was left out: “goes”"]


def note(number: int, part: str = "footnote", mark: str = "") -> str:
    return f'<w:r><w:{part}Reference w:id="{number}" {mark}/></w:r>'


def test_notes_are_counted_in_order_of_the_text(word_file: Make) -> None:
    body = p("One", note(7), " two", note(3)) + p(
        "three", note(1, "endnote"), note(9, mark='w:customMarkFollows="1"'), "*"
    )
    footnotes = "".join(
        f'<w:footnote w:id="{number}">{p(words)}</w:footnote>'
        for number, words in ((3, "third"), (7, "seventh"), (9, "star"))
    )
    endnotes = f'<w:endnote w:id="1">{p("end")}</w:endnote>'
    source = read_bytes(word_file(body, footnotes=footnotes, endnotes=endnotes), "letter.docx")
    assert [text for _, text in blocks(source)] == ["One two", "[1] seventh", "[2] third", "three*", "[i] end", "star"]


def section(*references: str, more: str = "") -> str:
    return f"<w:sectPr>{''.join(references)}{more}</w:sectPr>"


def test_only_headers_that_are_printed_are_read_each_wording_once(word_file: Make) -> None:
    reference = '<w:headerReference w:type="{}" r:id="header{}"/>'
    first = section(reference.format("default", 1), reference.format("first", 2), more="<w:titlePg/>")
    second = section(reference.format("default", 3), reference.format("even", 4), reference.format("first", 5))
    body = p("Words", properties=first) + second
    parts = {
        f"header{number}": p(words) for number, words in enumerate(("Same", "Letterhead", "Same", "Even", "No"), 1)
    }
    source = read_bytes(word_file(body, **parts), "letter.docx")
    assert [text for _, text in blocks(source)] == ["Letterhead", "Same", "Words"]


def test_lines_without_space_between_them_are_one_address(word_file: Make) -> None:
    tight = '<w:spacing w:before="0" w:after="0"/>'
    lines = ("Mrs Ana Gomes", "Member of the European Parliament", "Rue Wiertz 60")
    body = "".join(p(words, properties=tight) for words in lines) + p("") + p("Dear Ms Gomes,")
    assert [text for _, text in blocks(read_bytes(word_file(body), "letter.docx"))] == [
        "\n".join(lines),
        "Dear Ms Gomes,",
    ]


def test_lines_with_space_between_them_are_paragraphs(word_file: Make) -> None:
    body = p("Dear Honourable Member,", properties='<w:spacing w:after="160"/>') + p("Dear Ms Gomes,")
    assert len(read_bytes(word_file(body), "letter.docx").blocks) == 2


def test_macros_are_told(pack: Callable[..., bytes], word_file: Make) -> None:
    import zipfile

    with zipfile.ZipFile(BytesIO(word_file(p("Words")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    source = read_bytes(pack({**parts, "word/vbaProject.bin": b"x"}), "letter.docm")
    assert losses(source) == ["The macros were not read"]


@pytest.mark.parametrize("body", ["", p(""), p("<w:r><w:drawing><pic:pic/></w:drawing></w:r>")])
def test_a_file_without_words_is_empty(word_file: Make, body: str) -> None:
    with pytest.raises(EmptyFileError):
        read_bytes(word_file(body), "letter.docx")


def test_an_archive_without_a_document_is_damaged(pack: Callable[..., bytes]) -> None:
    with pytest.raises(DamagedFileError, match="it holds no Word document"):
        read_bytes(pack({"word/other.xml": "<a/>"}), "letter.docx")
