from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx

from assistant.drafting.word.templates.annotate import annotate
from assistant.drafting.word.templates.engine import compile_template
from assistant.model.finding import Finding
from tests.drafting.word.building import body_of, make_document, paragraph, printed, run, table

_CLOSE = "Close it with the same braces; to print braces, write {_{ or {_%."


def findings_of(template: bytes) -> tuple[Finding, ...]:
    return compile_template(template, "letter.docx").findings


def test_every_finding_stands_as_a_comment_at_its_paragraph() -> None:
    template = make_document(
        "Dear {{ name|uper }},", table(("a", "{% endif %}")), "Good", header1=paragraph("{{ half"), footer1="<w:p/>"
    )
    copy = annotate(template, findings_of(template))
    document = docx.Document(BytesIO(copy))
    assert [comment.text for comment in document.comments] == [
        "Error: “{{ name|uper }}” cannot be used. There is no filter “uper”. Did you mean “upper”?",
        "Error: “endif” closes nothing: no “if” is open here. Write {% if … %} before it, or take it out.",
        f"Error: word/header1.xml, paragraph 1: The tag “{{{{ half” is not closed in its paragraph. {_CLOSE}",
    ]
    assert {comment.author for comment in document.comments} == {"Correspondence assistant"}
    first, second = document.paragraphs[0]._p, document.tables[0].cell(0, 1).paragraphs[0]._p
    assert [len(p.xpath("./w:commentRangeStart")) for p in (first, second)] == [2, 1]


def test_the_text_of_the_copy_is_that_of_the_template() -> None:
    template = make_document("{% if x %}", "Text", header1=paragraph("{{ half"))
    copy = annotate(template, findings_of(template))
    assert body_of(copy) == body_of(template)
    assert printed(copy)["word/header1.xml"] == ["{{ half"]


def test_comments_that_stand_there_already_are_kept() -> None:
    template = make_document("{% if x %}")
    twice = annotate(annotate(template, findings_of(template)), findings_of(template))
    assert [comment.comment_id for comment in docx.Document(BytesIO(twice)).comments] == [0, 1]


def test_word_finds_no_fault_with_the_copy(tmp_path: Path, ooxml_errors: Callable[[Path], list[str]]) -> None:
    template = make_document(paragraph("{% if x %}", properties="<w:keepNext/>"), "{{ y|uper }}")
    copy = tmp_path / "copy.docx"
    copy.write_bytes(annotate(template, findings_of(template)))
    assert ooxml_errors(copy) == []


def marked_words(copy: bytes) -> list[str]:
    """What each comment is about: the words between its marks."""
    body = docx.Document(BytesIO(copy)).element.body
    between = "//w:commentRangeStart[@w:id='{0}']/following::w:t[following::w:commentRangeEnd[@w:id='{0}']]"
    starts = body.xpath("//w:commentRangeStart/@w:id")
    return ["".join(text.text for text in body.xpath(between.format(number))) for number in starts]


def test_a_comment_stands_at_the_words_it_is_about_however_word_cut_them() -> None:
    template = make_document(
        paragraph("Dear {{ na", run("me|up", "<w:b/>"), "er }}, thank {% endif %}you"),
        paragraph("See ", '<w:r><w:instrText xml:space="preserve"> HYPERLINK "{{ x }}" </w:instrText></w:r>'),
    )
    copy = annotate(template, findings_of(template))
    assert marked_words(copy) == ["{{ name|uper }}", "{% endif %}", "See "]
    assert body_of(copy) == body_of(template)


def test_a_comment_on_a_text_box_stands_where_the_box_hangs() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('{{ x|uper }}')}</w:txbxContent></w:pict></w:r>"
    template = make_document("First", paragraph("Second", box))
    copy = annotate(template, findings_of(template))
    second = docx.Document(BytesIO(copy)).paragraphs[1]._p
    assert [child.tag.rpartition("}")[2] for child in second] == [
        "commentRangeStart",
        "r",
        "r",
        "commentRangeEnd",
        "r",
    ]
