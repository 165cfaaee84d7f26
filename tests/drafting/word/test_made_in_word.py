"""Templates as Word writes them: runs cut by editing and spelling, fields, text boxes in two copies, revisions."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from assistant.drafting.word.parts.wordml import text_of
from assistant.drafting.word.templates.engine import compile_template
from assistant.drafting.word.values import Blocks, Footnote, Paragraph, RichText, Run
from assistant.errors import FindingsError
from assistant.model.finding import Finding
from tests.drafting.word.building import body_of, make_document, paragraph, run, unpack

_2010 = "http://schemas.microsoft.com/office/word/2010"
_SHAPES = (
    f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="{_2010}/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def field(code: str, shown: str) -> str:
    """A field as Word writes it, with what it shows."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{separate}{run(shown)}{end}'


def box(inside: str) -> str:
    """A text box in two copies: a shape, and a picture of one for old programs."""
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    shape = (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2000000" cy="900000"/>'
        f'<wp:docPr id="217" name="Text Box 2"/><a:graphic><a:graphicData uri="{_2010}/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="900000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    old = (
        '<w:pict><v:shape id="_x0000_s1026" style="width:157pt;height:70pt">'
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict>"
    )
    return (
        f'<w:r><mc:AlternateContent {_SHAPES}><mc:Choice Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def findings_of(*blocks: str, **parts: str) -> list[Finding]:
    return list(compile_template(make_document(*blocks, **parts), "letter.docx").findings)


EDITED = (
    '<w:p w14:paraId="1A2B3C4D" w14:textId="77777777" w:rsidR="00A77427" w:rsidRPr="00B81C2E" w:rsidRDefault="00D8" '
    f'w:rsidP="00C1" xmlns:w14="{_2010}/wordml"><w:pPr><w:pStyle w:val="LetterQuote"/><w:rPr><w:lang w:val="en-US"/>'
    '</w:rPr></w:pPr><w:r w:rsidRPr="00B81C2E"><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">Dear {{ '
    '</w:t></w:r><w:proofErr w:type="gramStart"/><w:proofErr w:type="spellStart"/><w:r w:rsidR="00E4"><w:rPr><w:b/>'
    '<w:lang w:val="en-US"/></w:rPr><w:t>recipi</w:t></w:r><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r><w:rPr>'
    '<w:lang w:val="en-US"/></w:rPr><w:t>ent.</w:t></w:r><w:bookmarkEnd w:id="0"/><w:r><w:t>name</w:t></w:r>'
    '<w:proofErr w:type="spellEnd"/><w:proofErr w:type="gramEnd"/><w:r w:rsidR="00F5"><w:lastRenderedPageBreak/>'
    '<w:t xml:space="preserve"> }</w:t></w:r><w:r><w:t>},</w:t></w:r></w:p>'
)


def test_a_tag_that_was_edited_many_times_is_one_tag() -> None:
    letter = compile_template(make_document(EDITED), "letter.docx").fill({"recipient": {"name": "Ana"}})
    assert body_of(letter) == ["Dear Ana,"]
    assert b"_GoBack" in unpack(letter)["word/document.xml"]


def test_both_copies_of_a_text_box_say_the_same(tmp_path: Path, ooxml_errors: Callable[[Path], list[str]]) -> None:
    inside = paragraph("{%p for p in people %}") + paragraph("{{ p }}{% if loop.last %}.{% endif %}")
    template = make_document(paragraph("Beside ", box(inside + paragraph("{%p endfor %}"))), "{{ p.name }}")
    letter = tmp_path / "letter.docx"
    letter.write_bytes(compile_template(template, "x.docx").fill({"people": ["Gomes", "Iota"], "p": {"name": "P"}}))
    assert body_of(letter.read_bytes()) == ["Beside ", "Gomes", "Iota.", "Gomes", "Iota.", "P"]
    assert ooxml_errors(letter) == []


def test_blocks_may_stand_in_a_text_box_and_leave_a_paragraph_where_there_are_none() -> None:
    compiled = compile_template(make_document(paragraph(box(paragraph("{{ body }}")))), "letter.docx")
    one = Blocks(paragraphs=(Paragraph(text=RichText(runs=(Run(text="One"),))),))
    assert body_of(compiled.fill({"body": one})) == ["One", "One"]
    assert unpack(compiled.fill({"body": Blocks()}))["word/document.xml"].count(b"<w:txbxContent><w:p/>") == 2


def test_a_text_box_that_hangs_on_the_body_stays_with_it() -> None:
    template = make_document(paragraph("{{ body }}", box(paragraph("For {{ name }}"))))
    one = Blocks(paragraphs=(Paragraph(text=RichText(runs=(Run(text="One"),))),))
    letter = compile_template(template, "letter.docx").fill({"body": one, "name": "Ana"})
    assert body_of(letter) == ["One", "For Ana", "For Ana"]


def test_a_footnote_in_a_text_box_is_told_once() -> None:
    compiled = compile_template(make_document(paragraph(box(paragraph("{{ x }}")))), "letter.docx")
    with pytest.raises(FindingsError) as raised:
        compiled.fill({"x": RichText(runs=(Run(text="a", note=Footnote(text="n")),))})
    assert [(found.place, found.message) for found in raised.value.findings] == [
        (
            "word/document.xml, paragraph 2",
            "“{{ x }}”: footnotes can stand in the text of the document alone, not in a text box.",
        )
    ]


def test_fields_that_word_computes_are_kept_beside_tags() -> None:
    template = make_document("{{ x }}", footer1=paragraph("Page ", field("PAGE", "1"), " of ", field("NUMPAGES", "2")))
    assert compile_template(template, "letter.docx").findings == ()
    letter = compile_template(template, "letter.docx").fill({"x": "y"})
    assert unpack(letter)["word/footer1.xml"] == unpack(template)["word/footer1.xml"]


@pytest.mark.parametrize(
    "merged",
    [
        field("MERGEFIELD Nachname \\* MERGEFORMAT", "«Nachname»"),
        f'<w:fldSimple w:instr=" MERGEFIELD  Name ">{run("«Name»")}</w:fldSimple>',
        field('MERGE</w:instrText></w:r><w:r><w:instrText xml:space="preserve">FIELD Name', "«Name»"),
    ],
    ids=["complex", "simple", "cut"],
)
def test_a_field_of_a_mail_merge_is_told_with_its_place(merged: str) -> None:
    found = findings_of("Text", header1=paragraph("Dear ", merged))
    assert [(finding.code, finding.place, finding.quote) for finding in found] == [
        ("template-merge-field", "word/header1.xml, paragraph 1", "MERGEFIELD")
    ]


def test_a_date_that_changes_by_itself_is_a_warning() -> None:
    (found,) = findings_of("Text", paragraph("Brussels, ", field('DATE \\@ "d MMMM yyyy"', "20 June 2019")))
    assert (found.code, found.severity, found.place) == (
        "template-clock-field",
        "warning",
        "word/document.xml, paragraph 2",
    )
    assert found.advice == "Write {{ date }} in its place."


@pytest.mark.parametrize(
    "change",
    [
        f'<w:ins w:id="1" w:author="A" w:date="2019-05-23T10:00:00Z">{run("new")}</w:ins>',
        '<w:del w:id="1" w:author="A"><w:r><w:delText>{{ old }}</w:delText></w:r></w:del>',
        '<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange></w:rPr><w:t>bold</w:t></w:r>',
        f'<w:moveFrom w:id="1" w:author="A">{run("moved")}</w:moveFrom>',
    ],
    ids=["inserted", "deleted", "formatted", "moved"],
)
def test_a_tracked_change_is_told_with_its_place(change: str) -> None:
    found = findings_of("First", "Second", paragraph("Third ", change))
    assert ("template-tracked-changes", "word/document.xml, paragraph 3") in {(f.code, f.place) for f in found}


def test_a_tag_in_a_link_and_a_link_for_each_item_keep_their_address() -> None:
    link = '<w:hyperlink w:anchor="rules" w:history="1">{}</w:hyperlink>'
    template = make_document(
        paragraph("See {% for rule in rules %}", link.format(run("Rule {{ rule }}")), "; {% endfor %}end"),
        paragraph(link.format(run("{{ name }}"))),
    )
    letter = compile_template(template, "letter.docx").fill({"rules": [144, 145], "name": "Ana"})
    assert body_of(letter) == ["See Rule 144; Rule 145; end", "Ana"]
    links = docx.Document(BytesIO(letter)).element.xpath("//w:hyperlink[@w:anchor='rules']")
    assert [text_of(link) for link in links] == ["Rule 144", "Rule 145", "Ana"]


def test_a_value_may_begin_a_new_page() -> None:
    text = RichText(runs=(Run(text="Annex 1"), Run(text="Annex 2", new_page=True)))
    letter = compile_template(make_document("{{ x }}"), "letter.docx").fill({"x": text})
    assert body_of(letter) == ["Annex 1\nAnnex 2"]
    assert unpack(letter)["word/document.xml"].count(b'<w:br w:type="page"/>') == 1
