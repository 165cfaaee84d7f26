import json
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.drafting.word.parts.cleaning import clean
from assistant.drafting.word.templates.engine import CompiledTemplate, compile_template
from assistant.drafting.word.values import Blocks, Footnote, Paragraph, RichText, Run
from assistant.errors import FindingsError
from assistant.model.finding import Finding
from assistant.model.person import Person
from tests.drafting.word.building import body_of, make_document, paragraph, printed, run, table, unpack
from tests.drafting.word.picturing import drawing

PEERS = Path("tests/letters/docxtpl")
NOTE = Footnote(text="Letter from Sven-Olov Carlsson of 23 May 2019, para. 4.")
CITED = RichText(runs=(Run(text="we will keep visiting correctional facilities", note=NOTE),))


def fill(template: bytes, **values: object) -> list[str]:
    return body_of(compile_template(template, "letter.docx").fill(values))


def errors_of(template: bytes, values: Mapping[str, object]) -> list[Finding]:
    with pytest.raises(FindingsError) as raised:
        compile_template(template, "letter.docx").fill(values)
    return list(raised.value.findings)


@pytest.mark.parametrize("case", sorted(path.parent.name for path in PEERS.glob("*/template.docx")))
def test_templates_of_docxtpl_print_what_they_print_there(case: str) -> None:
    compiled = compile_template((PEERS / case / "template.docx").read_bytes(), case)
    said = printed(compiled.fill(json.loads((PEERS / case / "context.json").read_text("utf-8"))))
    lines = [line for part, texts in said.items() for line in (f"== {part}", *texts)]
    assert "\n".join([*lines, ""]) == (PEERS / case / "expected.txt").read_text("utf-8")


def test_values_stand_where_their_tags_stood() -> None:
    template = make_document("Dear {{ salutation }},", "thank you for {{ letter.date }}.")
    assert fill(template, salutation="Ambassador", letter={"date": "23 May 2019"}) == [
        "Dear Ambassador,",
        "thank you for 23 May 2019.",
    ]


def test_tags_are_filled_in_headers_footers_notes_and_comments() -> None:
    note = '<w:footnote w:id="1">' + paragraph("{{ x }} in a note") + "</w:footnote>"
    endnote = '<w:endnote w:id="1">' + paragraph("{{ x }} at the end") + "</w:endnote>"
    marks = '<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:r><w:endnoteReference w:id="1"/></w:r>'
    mark = paragraph("Text", marks[0], " and ", marks[1])
    comment = '<w:comment w:id="0" w:author="A">' + paragraph("{{ x }} in a comment") + "</w:comment>"
    template = make_document(
        mark,
        header1=paragraph("{{ x }} above"),
        footer1=paragraph("{{ x }} below"),
        footnotes=note,
        comments=comment,
        endnotes=endnote,
    )
    said = printed(compile_template(template, "letter.docx").fill({"x": "R&D"}))
    assert said["word/header1.xml"] == ["R&D above"]
    assert said["word/footer1.xml"] == ["R&D below"]
    assert said["word/footnotes.xml"] == ["R&D in a note"]
    assert said["word/endnotes.xml"] == ["R&D at the end"]
    assert said["word/comments.xml"] == ["R&D in a comment"]


@pytest.mark.parametrize(
    "value", ["{{ spell }}", "{% for %}", "</w:t></w:r>", "<b>&amp;</b>", "S&D", "<?tag 0?>", "{_{", "]]>"]
)
def test_a_value_is_text_and_nothing_else(value: str) -> None:
    assert fill(make_document("{{ x }}"), x=value, spell="!") == [value]


def test_literal_braces_in_the_text_of_a_template_are_no_tags() -> None:
    template = make_document("set {a} {b}, {_{ x }_} and {_% x %_} cost { {x} }")
    assert fill(template) == ["set {a} {b}, {{ x }} and {% x %} cost { {x} }"]


def test_line_ends_and_tabs_of_a_value_become_breaks_and_tabs() -> None:
    data = compile_template(make_document("{{ x }}"), "letter.docx").fill({"x": "Rue Wiertz 60\nB-1047\tBrussels"})
    assert body_of(data) == ["Rue Wiertz 60\nB-1047\tBrussels"]
    assert [p.text for p in docx.Document(_file(data)).paragraphs] == ["Rue Wiertz 60\nB-1047\tBrussels"]


def test_what_word_cannot_hold_is_shown_as_missing() -> None:
    assert fill(make_document("{{ x }}"), x="a\x00b\ud800c\x0bd\r\ne") == ["a\ufffdb\ufffdc\nd\ne"]


@given(st.text(st.characters(codec=None), min_size=1, max_size=40))
@settings(max_examples=200)
def test_any_text_is_read_back_as_it_was_after_cleaning(text: str) -> None:
    compiled = compile_template(make_document("[{{ x }}]"), "letter.docx")
    assert body_of(compiled.fill({"x": text})) == [f"[{clean(text)}]"]


@given(st.data())
@settings(max_examples=200)
def test_however_word_cuts_a_tag_the_letter_is_the_same(data: st.DataObject) -> None:
    text = "Dear {% if known %}{{ recipient.name|upper }}{% else %}colleague{% endif %}, {_{ ok }_}"
    cuts = sorted(data.draw(st.sets(st.integers(1, len(text) - 1), max_size=12)))
    pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    between = data.draw(st.lists(st.sampled_from(_BETWEEN), min_size=len(pieces), max_size=len(pieces)))
    wrapped = [make(run(piece)) for piece, make in zip(pieces, between, strict=True)]
    assert fill(make_document(paragraph(*wrapped)), known=True, recipient={"name": "Carlsson"}) == [
        "Dear CARLSSON, {{ ok }}"
    ]


_BETWEEN: list[Callable[[str], str]] = [
    lambda piece: piece,
    lambda piece: f'<w:proofErr w:type="spellStart"/>{piece}<w:proofErr w:type="spellEnd"/>',
    lambda piece: f'<w:bookmarkStart w:id="7" w:name="b"/>{piece}<w:bookmarkEnd w:id="7"/>',
    lambda piece: f'<w:smartTag w:uri="u" w:element="e">{piece}</w:smartTag>',
    lambda piece: piece.replace("<w:t ", "<w:lastRenderedPageBreak/><w:t "),
]


@pytest.mark.parametrize("break_", ["<w:tab/>", "<w:br/>", '<w:br w:type="textWrapping"/>', "<w:cr/>"])
def test_a_break_inside_a_tag_counts_as_a_space(break_: str) -> None:
    template = make_document(paragraph(run("{{ x"), f"<w:r>{break_}</w:r>", run("}} stands")))
    assert fill(template, x="He") == ["He stands"]


def test_a_link_word_made_of_half_a_tag_goes_with_it() -> None:
    template = make_document(
        paragraph("{{ recip", f'<w:hyperlink w:anchor="a">{run("ient.mail")}</w:hyperlink>', " }}")
    )
    data = compile_template(template, "letter.docx").fill({"recipient": {"mail": "a@b.eu"}})
    assert body_of(data) == ["a@b.eu"]
    assert b"w:hyperlink" not in unpack(data)["word/document.xml"]


def test_a_value_keeps_the_manner_of_its_tag() -> None:
    template = make_document(paragraph(run("Re: {{ x }}!", '<w:rFonts w:ascii="Arial"/><w:b/><w:sz w:val="28"/>')))
    data = compile_template(template, "letter.docx").fill({"x": CITED})
    runs = docx.Document(_file(data)).paragraphs[0].runs
    assert [(r.text, r.bold, r.font.name, r.font.size.pt if r.font.size else None) for r in runs] == [
        ("Re: ", True, "Arial", 14),
        ("we will keep visiting correctional facilities", True, "Arial", 14),
        ("", True, "Arial", 14),
        ("!", True, "Arial", 14),
    ]


def test_loops_and_conditions_stand_inside_and_over_paragraphs() -> None:
    template = make_document(
        "{%p for question in questions %}",
        "{{ loop.index }}. {{ question.text }}{% if not loop.last %};{% else %}.{% endif %}",
        "{%p endfor %}",
        "{%p if annexes %}",
        "Annexes: {% for a in annexes if a != 'draft' %}{{ a }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{%p else %}",
        "No annexes",
        "{%p endif %}",
    )
    questions = [{"text": "When"}, {"text": "Where"}]
    assert fill(template, questions=questions, annexes=["A", "draft", "B"]) == [
        "1. When;",
        "2. Where.",
        "Annexes: A, B",
    ]
    assert fill(template, questions=[], annexes=[]) == ["No annexes"]


def test_a_condition_may_begin_in_one_paragraph_and_end_in_another() -> None:
    template = make_document("Dear{% if known %} Madam,", "we met,{% endif %} I write", "to you.")
    assert fill(template, known=True) == ["Dear Madam,", "we met, I write", "to you."]
    assert fill(template, known=False) == ["Dear I write", "to you."]


def test_rows_and_columns_are_repeated() -> None:
    template = make_document(
        table(
            ("{%tr for person in people %}",),
            ("{{ person.name }}", "{%tc for y in person.years %}", "{{ y }}", "{%tc endfor %}"),
            ("{%tr endfor %}",),
        )
    )
    people = [{"name": "Gomes", "years": [2018, 2019]}, {"name": "Kyuchyuk", "years": [2019]}]
    assert fill(template, people=people) == ["Gomes", "2018", "2019", "Kyuchyuk", "2019"]


def test_paragraphs_keep_the_properties_of_the_paragraph_they_take_the_place_of() -> None:
    template = make_document(paragraph("{{ body }}", properties='<w:keepNext/><w:jc w:val="both"/>'))
    blocks = Blocks(paragraphs=tuple(Paragraph(text=RichText(runs=(Run(text=text),))) for text in ("One", "Two")))
    data = compile_template(template, "letter.docx").fill({"body": blocks})
    assert body_of(data) == ["One", "Two"]
    assert unpack(data)["word/document.xml"].count(b'<w:keepNext/><w:jc w:val="both"/>') == 2


def test_parts_without_tags_are_copied_byte_for_byte() -> None:
    template = make_document("{{ x }}", header1=paragraph("Fixed {one} line"), footer1=paragraph("{{ x }}"))
    before, after = unpack(template), unpack(compile_template(template, "letter.docx").fill({"x": "y"}))
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml", "word/footer1.xml"}


def test_the_same_values_give_the_same_bytes_and_leave_the_template_alone() -> None:
    compiled = compile_template(make_document("{{ x }} {{ y }}"), "letter.docx")
    first = compiled.fill({"x": CITED, "y": "1"})
    assert body_of(compiled.fill({"x": "other", "y": "2"})) == ["other 2"]
    assert compiled.fill({"x": CITED, "y": "1"}) == first


def test_values_of_the_model_are_used_by_their_fields() -> None:
    template = make_document("{{ person.name }}, {{ person.roles[0].title }}, {{ person.surname }}")
    person = Person.model_validate({"id": "c", "name": "Sven-Olov Carlsson", "roles": [{"title": "Ambassador"}]})
    assert fill(template, person=person) == ["Sven-Olov Carlsson, Ambassador, Carlsson"]


@pytest.mark.parametrize("name", ["model_dump", "model_config", "copy", "__class__", "_private"])
def test_no_method_and_nothing_private_is_a_value(name: str) -> None:
    person = Person(id="c", name="Carlsson")
    compiled = compile_template(make_document(f"{{{{ person['{name}'] }}}}"), "letter.docx")
    with pytest.raises(FindingsError):
        compiled.fill({"person": person})


def test_a_field_of_a_mapping_is_never_one_of_its_methods() -> None:
    assert fill(make_document("{{ case.items }}"), case={"items": "three"}) == ["three"]
    assert [error.code for error in errors_of(make_document("{{ case.keys }}"), {"case": {"items": 1}})] == [
        "template-missing-value"
    ]


def test_everything_missing_or_wrong_is_told_at_once_with_its_place() -> None:
    template = make_document(
        "Dear {{ recipient.salutaton }},",
        "{{ lines }} and {{ nothing }}",
        "{% for x in name %}{% endfor %}",
        "{{ name|join(', ') }}",
        "{% if name > 3 %}late{% endif %}",
        header1=paragraph("{{ refference }}"),
    )
    values = {"recipient": {"salutation": "Ambassador"}, "lines": [1], "nothing": None, "name": "Ana", "reference": "x"}
    told = [(error.place, error.message, error.advice) for error in errors_of(template, values)]
    assert told == [
        ("word/document.xml, paragraph 1", "There is no value “recipient.salutaton”.", "Did you mean “salutation”?"),
        (
            "word/document.xml, paragraph 2",
            "“{{ lines }}” cannot print a list.",
            'Loop over it with {% for %}, or write it with |join(", ").',
        ),
        (
            "word/document.xml, paragraph 2",
            "“{{ nothing }}” cannot print an empty value.",
            'Put {% if %} round the tag, or write |default("…").',
        ),
        (
            "word/document.xml, paragraph 3",
            "“{% for x in name %}”: a text cannot be looped over, only a list.",
            "",
        ),
        ("word/document.xml, paragraph 4", "“{{ name|join(', ') }}”: the filter “join” needs a list, not a text.", ""),
        ("word/document.xml, paragraph 5", "“{% if name > 3 %}”: a text cannot be compared with a number.", ""),
        ("word/header1.xml, paragraph 1", "There is no value “refference”.", "Did you mean “reference”?"),
    ]


def test_a_template_with_errors_is_not_filled() -> None:
    assert [error.code for error in errors_of(make_document("{{ x", "{{ y }}"), {"y": 1})] == [
        "template-half-written-tag"
    ]


@pytest.mark.parametrize("loops", [4, 12])
def test_loops_in_loops_do_not_take_for_ever(loops: int) -> None:
    template = make_document("{% for a in x %}" * loops + "." + "{% endfor %}" * loops)
    found = errors_of(template, {"x": list(range(100))})
    assert [(error.code, error.quote) for error in found] == [("template-too-long", "{% for a in x %}")]


def test_a_letter_does_not_grow_beyond_any_letter() -> None:
    template = make_document("{% for a in x %}{{ y }}{% endfor %}")
    found = errors_of(template, {"x": [0] * 1000, "y": "y" * 100_000})
    assert [(error.code, error.quote) for error in found] == [("template-too-long", "{% for a in x %}")]


def test_word_libreoffice_and_python_docx_open_a_letter_of_everything(
    tmp_path: Path, ooxml_errors: Callable[[Path], list[str]], make_pdf: Callable[[Path], Path]
) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(_letter_of_everything())
    assert ooxml_errors(letter) == []
    assert docx.Document(str(letter)).paragraphs[0].text == "Dear Ambassador,"
    assert make_pdf(letter).stat().st_size > 1000


def _letter_of_everything() -> bytes:
    template = make_document(
        "Dear {{ salutation }},",
        paragraph("{{ body }}", properties="<w:keepNext/>"),
        "As you wrote: {{ cited }}{{ cited }}, {{ foreign }}",
        table(
            ("Name", "{%tc for y in years %}", "{% hm %}Years", "{%tc endfor %}"),
            ("{%tr for p in people %}",),
            ("{{ p }}", "{%tc for y in years %}", "{{ y }}", "{%tc endfor %}"),
            ("{%tr endfor %}",),
        ),
        table(("{%tr for p in nobody %}",), ("{{ p }}",), ("{%tr endfor %}",)),
        table(("x", paragraph("{%p if nobody %}") + paragraph("y") + paragraph("{%p endif %}"))),
        "{{ closing }}",
        header1=paragraph("{{ linked }}"),
        footer1=paragraph("{{ salutation }}"),
    )
    link = Run(text="Resolution P8_TA(2019)0203", link="https://europarl.europa.eu/?a=1&b=2", italic=True)
    blocks = Blocks(
        paragraphs=(
            Paragraph(text=RichText(runs=(Run(text="First,", bold=True), *CITED.runs))),
            Paragraph(text=RichText(runs=(link,)), style="Letter Quote"),
            *(Paragraph(text=RichText(runs=(Run(text=t),)), number=n) for t, n in (("a", 0), ("b", 0), ("c", 1))),
        )
    )
    return compile_template(template, "letter.docx").fill(
        {
            "salutation": "Ambassador",
            "body": blocks,
            "cited": CITED,
            "foreign": RichText(runs=(Run(text="« d’ores et déjà »", language="fr"),)),
            "years": [2017, 2018, 2019],
            "people": ["Gomes", "Kyuchyuk"],
            "nobody": [],
            "closing": "Yours\nsincerely",
            "linked": RichText(runs=(link,)),
        }
    )


def _file(data: bytes) -> BytesIO:
    return BytesIO(data)


_PIECES = st.sampled_from(
    [
        "text ",
        "{{ x }}",
        "{{ body }}",
        "{{ a.b }}",
        "{{ x|upper }}",
        "{{ x",
        "}}",
        "{_{",
        "{% if x %}",
        "{%- if x -%}",
        "{% else %}",
        "{% endif %}",
        "{%- endif %}",
        "{% for i in items %}",
        "{{ i }}{{ loop.index }}",
        "{% endfor %}",
        "{%p if x %}",
        "{%p endif %}",
        "{%tr for i in items %}",
        "{%tr endfor %}",
        "{%tc for i in items %}",
        "{%tc endfor %}",
        "{% hm %}",
        "{% colspan 2 %}",
        "{#p gone #}",
        "{# gone #}",
        "<w:r><w:br/></w:r>",
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:bookmarkStart w:id="3" w:name="here"/><w:bookmarkEnd w:id="3"/>',
        f'<w:hyperlink w:anchor="here">{run("{{ x }}")}</w:hyperlink>',
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('{{ x }}')}</w:sdtContent></w:sdt>",
        f"<w:sdt><w:sdtContent>{run('{% if x %}a{% endif %}')}</w:sdtContent></w:sdt>",
        f"<w:r><w:pict><w:txbxContent>{paragraph('{{ body }}')}</w:txbxContent></w:pict></w:r>",
        drawing("logo"),
        drawing(alt="{{ a.logo }}"),
        '<w:r><w:instrText xml:space="preserve"> DATE </w:instrText></w:r>',
    ]
)
_PARAGRAPHS = st.lists(_PIECES, max_size=4).map(lambda pieces: paragraph(*pieces))
_TABLES = st.lists(st.tuples(_PARAGRAPHS, _PARAGRAPHS), min_size=1, max_size=3).map(lambda rows: table(*rows))


@given(st.lists(_PARAGRAPHS | _TABLES, max_size=5), st.booleans(), st.lists(st.integers(0, 9), max_size=2))
@settings(max_examples=300)
def test_whatever_stands_in_a_template_is_told_or_printed(blocks: list[str], x: bool, items: list[int]) -> None:
    note = f'<w:footnote w:id="1">{paragraph("{{ x }}")}</w:footnote>'
    compiled = compile_template(make_document(*blocks, footnotes=note), "letter.docx")
    values = {"x": "yes" if x else "", "items": items, "body": _SOME_BLOCKS, "a": {"b": CITED, "logo": None}}
    letter, findings = _filled_or_told(compiled, values)
    assert all(finding.message and finding.place for finding in findings)
    assert not [cell for table in letter.tables for cell in table._cells if not cell.paragraphs]


def _filled_or_told(compiled: CompiledTemplate, values: Mapping[str, object]) -> tuple[Document, Sequence[Finding]]:
    try:
        return docx.Document(_file(compiled.fill(values))), ()
    except FindingsError as error:
        return docx.Document(), error.findings


_SOME_BLOCKS = Blocks(paragraphs=(Paragraph(text=CITED), Paragraph(text=RichText(runs=(Run(text="Two"),)))))
