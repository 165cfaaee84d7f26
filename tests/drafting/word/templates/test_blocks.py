import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from assistant.drafting.word.parts.wordml import VALUE, w
from assistant.drafting.word.templates.engine import compile_template
from assistant.drafting.word.values import Blocks, Paragraph, RichText, Run
from assistant.errors import FindingsError
from tests.drafting.word.building import STYLES, body_of, make_document, paragraph, run, table, unpack

NUMBERED = (
    '<w:style w:type="paragraph" w:styleId="LetterList"><w:name w:val="Letter List"/>'
    '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="LetterNumbered"><w:name w:val="Letter Numbered"/>'
    '<w:basedOn w:val="LetterList"/></w:style></w:styles>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>'
)


def text(words: str, **how: object) -> Paragraph:
    return Paragraph.model_validate({"text": RichText(runs=(Run(text=words),)), **how})


def blocks(*paragraphs: Paragraph) -> Blocks:
    return Blocks(paragraphs=paragraphs)


def fill(template: bytes, **values: object) -> bytes:
    return compile_template(template, "letter.docx").fill(values)


def styles_of(data: bytes) -> list[str | None]:
    document = etree.fromstring(unpack(data)["word/document.xml"])
    styles = [paragraph.find(f"{w('pPr')}/{w('pStyle')}") for paragraph in document.iter(w("p"))]
    return [None if style is None else style.get(VALUE) for style in styles]


@pytest.mark.parametrize("tag", ["{{ body }}", "{{p body }}", "{{r body }}", "{% if body %}{{ body }}{% endif %}"])
def test_paragraphs_take_the_place_of_the_paragraph_of_their_tag(tag: str) -> None:
    data = fill(make_document("Before", tag, "After"), body=blocks(text("One"), text("Two")))
    assert body_of(data) == ["Before", "One", "Two", "After"]
    assert len(styles_of(data)) == 4


def test_two_tags_of_one_paragraph_are_filled_one_after_the_other() -> None:
    template = make_document("{{ x }}{{ y }} {{ x }}", "After")
    assert body_of(fill(template, x=blocks(text("a"), text("b")), y=blocks(text("c")))) == [
        "a",
        "b",
        "c",
        "a",
        "b",
        "After",
    ]


def test_no_paragraphs_leave_none_behind() -> None:
    assert len(styles_of(fill(make_document("Before", "{{ body }}"), body=blocks()))) == 1


def test_a_condition_sees_whether_there_is_anything_to_print() -> None:
    template = make_document("{% if x %}yes{% else %}no{% endif %}")
    empty: tuple[object, ...] = (blocks(), RichText(), RichText(runs=(Run(text=""),)), "", None, (), 0)
    assert [body_of(fill(template, x=value)) for value in empty] == [["no"]] * len(empty)
    assert body_of(fill(template, x=blocks(text("One")))) == ["yes"]


def test_one_paragraph_is_blocks_of_one() -> None:
    assert body_of(fill(make_document("{{ x }}"), x=text("One"))) == ["One"]


def test_paragraphs_in_a_cell_leave_the_cell_whole() -> None:
    template = make_document(table(("{{ x }}", "b")))
    assert body_of(fill(template, x=blocks(text("One"), text("Two")))) == ["One", "Two", "b"]
    assert body_of(fill(template, x=blocks())) == ["b"]


def test_a_style_is_named_as_people_see_it_or_by_its_id() -> None:
    body = blocks(text("a", style="Letter Quote"), text("b", style="letterquote"), text("c"))
    template = make_document(paragraph("{{ x }}", properties='<w:pStyle w:val="Normal"/>'))
    assert styles_of(fill(template, x=body)) == ["LetterQuote", "LetterQuote", "Normal"]


def test_a_style_the_template_does_not_have_is_told_with_the_nearest() -> None:
    with pytest.raises(FindingsError) as raised:
        fill(make_document("Text", "{{ x }}"), x=blocks(text("a", style="Letter Qoute")))
    (finding,) = raised.value.findings
    assert (finding.code, finding.place, finding.advice) == (
        "template-unknown-style",
        "word/document.xml, paragraph 2",
        "Did you mean “Letter Quote”?",
    )


def test_words_beside_paragraphs_are_told_not_lost() -> None:
    with pytest.raises(FindingsError) as raised:
        fill(make_document("Dear {{ x }}"), x=blocks(text("a")))
    assert [finding.code for finding in raised.value.findings] == ["template-text-beside-blocks"]


def test_the_manner_of_the_tag_and_of_the_runs_are_joined() -> None:
    template = make_document(paragraph(run("{{ x }}", '<w:i/><w:color w:val="FF0000"/><w:sz w:val="20"/>')))
    rich = RichText(runs=(Run(text="a", bold=True, language="fr"), Run(text="b")))
    data = unpack(fill(template, x=Blocks(paragraphs=(Paragraph(text=rich),))))["word/document.xml"].decode()
    first = '<w:rPr><w:b/><w:bCs/><w:i/><w:color w:val="FF0000"/><w:sz w:val="20"/><w:lang w:val="fr-FR"/></w:rPr>'
    assert data.index(first) < data.index('<w:rPr><w:i/><w:color w:val="FF0000"/><w:sz w:val="20"/></w:rPr>')


def test_the_end_of_a_section_stays_where_it_was() -> None:
    template = make_document(paragraph("{{ x }}", properties="<w:keepNext/><w:sectPr/>"), "After")
    data = unpack(fill(template, x=blocks(text("One"), text("Two"))))["word/document.xml"]
    assert data.count(b"<w:sectPr") == 2
    assert data.index(b"Two") < data.index(b"<w:sectPr") < data.index(b"After")


def test_each_numbered_list_has_a_number_of_its_own_in_the_manner_of_its_style() -> None:
    template = make_document("{{ x }}", styles=STYLES.replace("</w:styles>", NUMBERED), numbering=NUMBERING)
    items = blocks(*(text(words, style="Letter Numbered", number=number) for words, number in (("a", 0), ("b", 1))))
    parts = unpack(fill(template, x=items))
    numbering = etree.fromstring(parts["word/numbering.xml"])
    assert [(num.get(w("numId")), num[0].get(VALUE)) for num in numbering.iter(w("num"))] == [
        ("4", "3"),
        ("5", "3"),
        ("6", "3"),
    ]
    used = etree.fromstring(parts["word/document.xml"]).iter(w("numId"))
    assert [number.get(VALUE) for number in used] == ["5", "6"]


def test_each_list_counts_from_one_in_libreoffice(
    tmp_path: Path, make_pdf: Callable[[Path], Path], ooxml_errors: Callable[[Path], list[str]]
) -> None:
    items = (("first", 0), ("second", 0), ("other", 1), ("third", 0))
    letter = tmp_path / "letter.docx"
    letter.write_bytes(fill(make_document("{{ x }}"), x=blocks(*(text(words, number=n) for words, n in items))))
    assert ooxml_errors(letter) == []
    page = subprocess.run(["pdftotext", "-layout", str(make_pdf(letter)), "-"], capture_output=True, check=True)
    assert " ".join(page.stdout.decode().split()) == "1. first 2. second 1. other 3. third"
