import pytest

from assistant.drafting.word.templates.engine import CompiledTemplate, compile_template
from assistant.model.finding import Severity
from tests.drafting.word.building import make_document, pack, paragraph, run, table, unpack


def compiled(*blocks: str, **parts: str) -> CompiledTemplate:
    return compile_template(make_document(*blocks, **parts), "letter.docx")


def codes(template: CompiledTemplate) -> list[str]:
    return [finding.code.removeprefix("template-") for finding in template.findings]


def test_a_template_of_ten_errors_tells_all_ten_with_their_places() -> None:
    deleted = f'<w:del w:id="1" w:author="A">{run("{{ gone }}").replace("w:t", "w:delText")}</w:del>'
    template = compiled(
        "Dear {{ recipient.salutaton }},",
        "{{ name|uper }}",
        "{%p for line in lines %} beside",
        "{%p endif %}",
        "{{ date",
        "{{ x|default(„none“) }}",
        "{{ helper.run() }}",
        "{% set x = 1 %}",
        paragraph("Text", deleted),
        "{% if urgent %}",
        header1=paragraph("{{ reference }}"),
    )
    found = [*template.findings, *template.check_names({"recipient.salutation", "name", "lines", "reference", "x"})]
    errors = {(finding.code.removeprefix("template-"), finding.place) for finding in found}
    body = "word/document.xml, paragraph "
    assert errors >= {
        ("unknown-name", f"{body}1"),
        ("unknown-filter", f"{body}2"),
        ("text-beside-tag", f"{body}3"),
        ("misplaced-statement", f"{body}4"),
        ("half-written-tag", f"{body}5"),
        ("autocorrected", f"{body}6"),
        ("refused-expression", f"{body}7"),
        ("unknown-statement", f"{body}8"),
        ("tracked-changes", f"{body}9"),
        ("unfilled-tag", f"{body}9"),
        ("unclosed-block", f"{body}10"),
        ("unknown-name", f"{body}10"),
    }
    assert all(finding.message.endswith(".") and finding.severity is Severity.ERROR for finding in found)


@pytest.mark.parametrize(
    ("words", "code", "advice"),
    [
        ("{{ name|uper }}", "unknown-filter", "Did you mean “upper”?"),
        ("{% fo x in y %}", "unknown-statement", "Did you mean “for”?"),
        ("{% If x %}", "unknown-statement", "Did you mean “if”?"),
        ("{% if x %}{% else if y %}{% endif %}", "syntax", "Write {% elif … %}."),
        ("{% if x %}{% endif x %}", "syntax", "Write {% endif %}."),
        ("{% p if x %}", "unknown-statement", "Write “{%p … %}”, without a space before “p”."),
        ("{% endif %}", "misplaced-statement", "Write {% if … %} before it, or take it out."),
        ("{% else %}", "misplaced-statement", "Write {% if … %} before it, or take it out."),
        ("{% if x %}", "unclosed-block", "Write {% endif %} where it ends."),
        ("{% for x in y %}{% endif %}", "misplaced-statement", "Write {% endfor %}."),
        ("{% for x, y in z %}{% endfor %}", "syntax", "Write it as “for item in items”, with one name before “in”."),
        ("{{ name", "half-written-tag", "Close it with the same braces; to print braces, write {_{ or {_%."),
        ("{{ name }", "half-written-tag", "Close it with the same braces; to print braces, write {_{ or {_%."),
        ("{{ }}", "syntax", "Something is missing before the closing braces."),
        ("{{ a b }}", "syntax", ""),
        ("{{ a ? b }}", "syntax", ""),
        ("{%tr for x in y %}{%tr endfor %}", "tag-outside-table", "Move it into the table, or leave out “tr”."),
    ],
)
def test_what_is_wrong_with_a_tag_is_told_with_a_way_out(words: str, code: str, advice: str) -> None:
    finding = compiled(words).findings[0]
    assert (finding.code, finding.advice) == (f"template-{code}", advice)
    assert finding.place == "word/document.xml, paragraph 1"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ x() }}",
        "{{ x.y() }}",
        "{{ x * 2 }}",
        "{{ 'a' * 200000000 }}",
        "{{ x ~ y }}",
        "{{ x[1:2] }}",
        "{{ {'a': 1} }}",
        "{{ x|map('upper') }}",
        "{{ x|attr('y') }}",
        "{{ x is sameas(y) }}",
        "{{ self }}",
        "{{ x.__class__ }}",
        "{{ x['__class__'] }}",
        "{{ loop.index }}",
        "{% for x in y %}{{ loop.cycle('a') }}{% endfor %}",
        "{% for x in y %}{{ loop.previtem }}{% endfor %}",
        "{% set x = 1 %}",
        "{% macro f() %}{% endmacro %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% raw %}{% endraw %}",
        "{% for x in y recursive %}{% endfor %}",
        "{{ " + "(" * 190 + "x" + ")" * 190 + " }}",
        "{{ " + "x" * 500 + " }}",
        "{{ -" + "-" * 300 + "1 }}",
    ],
)
def test_only_plain_expressions_are_taken(tag: str) -> None:
    assert any(finding.severity is Severity.ERROR for finding in compiled(tag).findings)


@pytest.mark.parametrize("mark", ["„", "«", "»", "–", "‚"])
def test_what_word_puts_in_by_itself_is_found_inside_tags(mark: str) -> None:
    finding = compiled(f"{{{{ x|default({mark}a{mark}) }}}}").findings[0]
    assert finding.code == "template-autocorrected"
    assert f"“{mark}”" in finding.message


@pytest.mark.parametrize("tag", ["{%– if x %}", "{% if x %}{% endif –%}", "{% for x in „y“ %}", "{{ x… }}", "{{–x }}"])
def test_they_are_found_in_statements_too_and_round_what_a_tag_says(tag: str) -> None:
    assert compiled(tag).findings[0].code == "template-autocorrected"


@pytest.mark.parametrize("tag", ["{{ x|default(“—”) }}", "{{ x|default('„none“') }}", "{{ x|default(“a”) }}"])
def test_curly_marks_round_a_text_are_straightened_and_texts_are_left_alone(tag: str) -> None:
    assert compiled(tag).findings == ()


def test_unknown_names_are_found_over_loops_and_parts() -> None:
    template = compiled(
        "{% for c in cosigners %}{{ c.name }} {{ c.grup }}{% endfor %}{{ recipient.lines[0] }}{{ note|default('') }}",
        footer1=paragraph("{{ cosigner }}"),
    )
    assert template.names == {
        "cosigners",
        "cosigners[].name",
        "cosigners[].grup",
        "recipient.lines[]",
        "note",
        "cosigner",
    }
    found = template.check_names({"cosigners[].name", "cosigners[].group", "recipient.lines"})
    assert [(finding.message, finding.advice, finding.severity) for finding in found] == [
        ("“cosigners[].grup” is the name of no value.", "Did you mean “cosigners[].group”?", Severity.ERROR),
        ("“note” is the name of no value.", "", Severity.WARNING),
        ("“cosigner” is the name of no value.", "Did you mean “cosigners”?", Severity.ERROR),
    ]


def test_text_beside_a_tag_that_takes_its_place_is_found_in_rows_and_cells_too() -> None:
    rows = table(("{%tr for x in y %}", "lost"), ("{%tc if x %}and lost", "kept"), ("{%tr endfor %}", "{{ x }}"))
    found = [(finding.code, finding.message) for finding in compiled(rows).findings]
    assert ("template-text-beside-tag", _beside("lost", "{%tr for x in y %}", "table row")) in found
    assert ("template-text-beside-tag", _beside("and lost", "{%tc if x %}", "table cell")) in found
    assert ("template-text-beside-tag", _beside("{{ x }}", "{%tr endfor %}", "table row")) in found


def _beside(lost: str, words: str, holder: str) -> str:
    return f"“{lost}” stands beside “{words}”, which takes the place of its whole {holder}: it would be lost."


def test_a_block_that_would_tear_the_page_is_found() -> None:
    rows = table(("{% for x in y %}{{ x }}", "{% endfor %}"))
    assert codes(compiled(rows)) == ["torn-block"]
    assert codes(compiled("{%p if x %}", table(("{%p endif %}",)))) == ["torn-block"]


def test_a_section_that_would_go_with_a_tag_is_found() -> None:
    section = paragraph("{%p if x %}", properties="<w:sectPr/>")
    assert codes(compiled(section, "{%p endif %}")) == ["section-in-tag"]


_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"


@pytest.mark.parametrize(
    "hidden",
    [
        '<w:r><w:instrText xml:space="preserve"> HYPERLINK "{{ link }}" </w:instrText></w:r>',
        f'<m:oMath xmlns:m="{_MATHS}"><m:r><m:t>{{{{ x }}}}</m:t></m:r></m:oMath>',
        f'<w:sdt><w:sdtPr><w:alias w:val="{{{{ x }}}}"/></w:sdtPr><w:sdtContent>{run("a")}</w:sdtContent></w:sdt>',
    ],
)
def test_a_tag_where_nothing_fills_it_is_found(hidden: str) -> None:
    finding = compiled("Before", paragraph(hidden)).findings[0]
    assert (finding.code, finding.place) == ("template-unfilled-tag", "word/document.xml, paragraph 2")


def test_tags_in_the_address_of_a_link_and_in_the_title_page_are_found() -> None:
    parts = unpack(make_document("Text"))
    parts["docProps/core.xml"] = b"<x>{{ title }}</x>"
    relations = parts["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = f'<Relationship Id="l" Type="{kind}" Target="https://x.eu/{{{{ id }}}}" TargetMode="External"/>'
    parts["word/_rels/document.xml.rels"] = relations.replace("</Rel", f"{link}</Rel").encode()
    template = compile_template(pack(parts), "letter.docx")
    assert {(finding.place, finding.quote, finding.severity) for finding in template.findings} == {
        ("docProps/core.xml", "{{ title }}", Severity.WARNING),
        ("word/_rels/document.xml.rels", "{{ id }}", Severity.ERROR),
    }


def test_a_tag_in_a_control_tied_to_data_is_found() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{0}"/></w:sdtPr>'
        f"<w:sdtContent>{run('{{ x }}')}</w:sdtContent></w:sdt>"
    )
    assert "tag-in-control" in codes(compiled(paragraph(control)))


def test_a_closing_brace_alone_is_a_warning_and_is_printed() -> None:
    finding = compiled("a }} b").findings[0]
    assert (finding.code, finding.severity) == ("template-half-written-tag", Severity.WARNING)


def test_too_much_inside_one_another_is_found() -> None:
    deep = "{% if x %}" * 40 + "{% endif %}" * 40
    assert codes(compiled(deep)) == ["too-deep"]


def test_the_copy_of_a_text_box_for_old_programs_is_not_told_twice() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>{{ x|uper }}</w:t></w:r></w:p></w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>'
    )
    assert [finding.place for finding in compiled(paragraph(both)).findings] == ["word/document.xml, paragraph 2"]
