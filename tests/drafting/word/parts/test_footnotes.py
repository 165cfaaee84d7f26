import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from assistant.drafting.word.parts.wordml import ID, text_of, w
from assistant.drafting.word.templates.engine import compile_template
from assistant.drafting.word.values import Blocks, Footnote, Paragraph, RichText, Run
from assistant.errors import FindingsError
from tests.drafting.word.building import body_of, make_document, paragraph, run, unpack

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
LIBREOFFICE_SEPARATORS = SEPARATORS.replace('"0"', '"1"').replace('"-1"', '"0"')


def cited(text: str, *notes: str) -> RichText:
    return RichText(runs=(Run(text=text), *(Run(note=Footnote(text=note)) for note in notes)))


def mark(number: int) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def own_note(number: int, text: str) -> str:
    return f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>'


def notes_of(data: bytes) -> list[tuple[str, str]]:
    """Each mark of the document in order with the words of its note."""
    parts = unpack(data)
    root = etree.fromstring(parts["word/footnotes.xml"])
    texts = {note.get(ID, ""): text_of(note).strip() for note in root if note.get(w("type")) is None}
    document = etree.fromstring(parts["word/document.xml"])
    marks = [mark.get(ID, "") for mark in document.iter(w("footnoteReference"))]
    assert marks == sorted(texts, key=int) == [note.get(ID) for note in root if note.get(w("type")) is None]
    return [(number, texts[number]) for number in marks]


def fill(template: bytes, **values: object) -> bytes:
    return compile_template(template, "letter.docx").fill(values)


def test_notes_are_numbered_in_the_order_of_the_document() -> None:
    template = make_document("{{ second }}", "{{ body }}", "{{ first }}")
    body = Blocks(paragraphs=(Paragraph(text=cited("b", "middle")),))
    data = fill(template, first=cited("c", "last"), second=cited("a", "first"), body=body)
    assert notes_of(data) == [("1", "first"), ("2", "middle"), ("3", "last")]


@pytest.mark.parametrize(("separators", "first"), [(SEPARATORS, 1), (LIBREOFFICE_SEPARATORS, 2)])
def test_new_notes_are_joined_with_those_of_the_template(separators: str, first: int) -> None:
    own = separators + own_note(8, "on privacy") + own_note(7, "on the office")
    template = make_document(paragraph("Office", mark(7)), "{{ x }}", paragraph("End", mark(8)), footnotes=own)
    assert notes_of(fill(template, x=cited("a", "new"))) == [
        (str(first), "on the office"),
        (str(first + 1), "new"),
        (str(first + 2), "on privacy"),
    ]


def test_a_note_goes_with_the_paragraph_a_condition_drops() -> None:
    own = SEPARATORS + own_note(1, "of the dropped") + own_note(2, "of the kept")
    template = make_document(
        "{%p if x %}", paragraph("Dropped", mark(1)), "{%p endif %}", paragraph("Kept", mark(2)), footnotes=own
    )
    assert notes_of(fill(template, x=False)) == [("1", "of the kept")]
    assert notes_of(fill(template, x=True)) == [("1", "of the dropped"), ("2", "of the kept")]


def test_the_values_of_a_note_are_not_asked_for_when_its_paragraph_is_dropped() -> None:
    own = SEPARATORS + own_note(1, "Letter of {{ answered.date }}") + own_note(2, "{{ always }}")
    template = make_document(
        "{%p if answered %}",
        paragraph("As you wrote", mark(1)),
        "{%p endif %}",
        paragraph("End", mark(2)),
        footnotes=own,
    )
    assert notes_of(fill(template, answered=None, always="b")) == [("1", "b")]
    assert notes_of(fill(template, answered={"date": "23 May"}, always="b")) == [("1", "Letter of 23 May"), ("2", "b")]


def test_a_note_is_repeated_with_the_mark_a_loop_repeats() -> None:
    own = SEPARATORS + own_note(1, "the same")
    template = make_document("{%p for a in x %}", paragraph("{{ a }}", mark(1)), "{%p endfor %}", footnotes=own)
    assert notes_of(fill(template, x=["a", "b"])) == [("1", "the same"), ("2", "the same")]


def test_a_citation_printed_twice_has_two_notes() -> None:
    assert notes_of(fill(make_document("{{ x }} and {{ x }}"), x=cited("a", "n"))) == [("1", "n"), ("2", "n")]


def test_notes_that_stand_right_already_are_left_alone() -> None:
    own = SEPARATORS + own_note(1, "one")
    template = make_document(paragraph("{{ x }}", mark(1)), footnotes=own)
    assert unpack(fill(template, x="a"))["word/footnotes.xml"] == unpack(template)["word/footnotes.xml"]


def test_two_marks_that_touch_are_parted_by_a_raised_comma() -> None:
    data = fill(make_document("{{ x }}{{ x }} {{ x }}"), x=cited("a", "n", "m"))
    assert body_of(data) == ["a,a, a,"]
    raised = etree.fromstring(unpack(data)["word/document.xml"]).iter(w("vertAlign"), w("rStyle"))
    assert [style.get(w("val")) for style in raised] == ["FootnoteReference"] * 9


def test_a_note_without_a_mark_in_the_template_is_dropped_and_a_mark_without_a_note_too() -> None:
    own = SEPARATORS + own_note(4, "orphan") + own_note(5, "kept")
    template = make_document(paragraph("{{ x }}", mark(9), mark(5)), footnotes=own)
    assert notes_of(fill(template, x="a")) == [("1", "kept")]


def test_styles_settings_and_relations_are_added_where_they_are_missing() -> None:
    note = Footnote(text="Resolution of 14 March 2019, P8_TA(2019)0203.", link="https://europarl.europa.eu/?a=1&b=2")
    parts = unpack(fill(make_document("{{ x }}"), x=RichText(runs=(Run(text="a", note=note),))))
    styles = parts["word/styles.xml"].decode()
    assert all(f'w:styleId="{name}"' in styles for name in ("FootnoteText", "FootnoteReference", "Hyperlink"))
    assert parts["word/settings.xml"].index(b"footnotePr") < parts["word/settings.xml"].index(b"w:compat")
    assert b"https://europarl.europa.eu/?a=1&amp;b=2" in parts["word/_rels/footnotes.xml.rels"]


def test_a_link_covers_the_last_words_of_a_note() -> None:
    note = Footnote(text="Resolution of 14 March 2019, P8_TA(2019)0203.", link="https://europarl.europa.eu")
    parts = unpack(fill(make_document("{{ x }}"), x=RichText(runs=(Run(note=note),))))
    links = etree.fromstring(parts["word/footnotes.xml"]).iter(w("hyperlink"))
    assert [text_of(link) for link in links] == ["P8_TA(2019)0203"]


def test_a_note_on_two_documents_links_each_where_it_is_named() -> None:
    linked = (
        Run(text="E-1", link="https://a.eu/1"),
        Run(text="; "),
        Run(text="E-2", link="https://a.eu/2"),
        Run(text="."),
    )
    note = Footnote(text=RichText(runs=linked))
    parts = unpack(fill(make_document("{{ x }}"), x=RichText(runs=(Run(note=note),))))
    notes = etree.fromstring(parts["word/footnotes.xml"])
    assert [text_of(link) for link in notes.iter(w("hyperlink"))] == ["E-1", "E-2"]
    assert text_of(notes[-1]).strip() == "E-1; E-2."
    assert parts["word/_rels/footnotes.xml.rels"].count(b"https://a.eu/") == 2


def test_styles_are_found_by_their_names_as_word_translates_their_ids() -> None:
    german = unpack(make_document(""))["word/styles.xml"].decode()
    for kind, identifier, name in (
        ("paragraph", "Funotentext", "footnote text"),
        ("character", "Funotenzeichen", "footnote reference"),
        ("character", "Hyperlink1", "Hyperlink"),
    ):
        style = f'<w:style w:type="{kind}" w:styleId="{identifier}"><w:name w:val="{name}"/></w:style>'
        german = german.replace("</w:styles>", f"{style}</w:styles>")
    parts = unpack(fill(make_document("{{ x }}", styles=german), x=cited("a", "n")))
    assert parts["word/styles.xml"] == german.encode()
    assert b"Funotenzeichen" in parts["word/document.xml"]
    assert b"Funotentext" in parts["word/footnotes.xml"]


def test_a_footnote_in_a_header_is_told_not_lost() -> None:
    template = make_document("Text", header1=paragraph("{{ x }}"))
    with pytest.raises(FindingsError) as raised:
        fill(template, x=cited("a", "n"))
    assert [finding.place for finding in raised.value.findings] == ["word/header1.xml, paragraph 1"]


def test_a_footnote_in_a_text_box_is_told_too() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('{{ x }}')}</w:txbxContent></w:pict></w:r>"
    with pytest.raises(FindingsError) as raised:
        fill(make_document(paragraph(box)), x=cited("a", "n"))
    assert "not in a text box" in raised.value.findings[0].message


def test_endnotes_of_a_template_are_numbered_anew_too() -> None:
    own = "".join(f'<w:endnote w:id="{n}">{paragraph(f"note {n}")}</w:endnote>' for n in (1, 2))
    marks = [f'<w:r><w:endnoteReference w:id="{number}"/></w:r>' for number in (1, 2)]
    template = make_document("{%p if x %}", paragraph(marks[0]), "{%p endif %}", paragraph("a", marks[1]), endnotes=own)
    root = etree.fromstring(unpack(fill(template, x=False))["word/endnotes.xml"])
    assert [(note.get(ID), text_of(note)) for note in root] == [("1", "note 2")]


def test_the_right_source_stands_under_each_sentence_in_libreoffice(
    tmp_path: Path, make_pdf: Callable[[Path], Path], ooxml_errors: Callable[[Path], list[str]]
) -> None:
    own = SEPARATORS + own_note(1, " source of the dropped") + own_note(2, " source of the kept")
    template = make_document(
        "{%p if x %}",
        paragraph("Dropped", mark(1)),
        "{%p endif %}",
        "{{ new }}",
        paragraph(run("Kept"), mark(2)),
        footnotes=own,
    )
    letter = tmp_path / "letter.docx"
    letter.write_bytes(fill(template, x=False, new=cited("Cited", "source of the cited")))
    assert ooxml_errors(letter) == []
    assert shutil.which("pdftotext"), "poppler-utils reads the page back"
    page = subprocess.run(["pdftotext", "-layout", str(make_pdf(letter)), "-"], capture_output=True, check=True)
    words = " ".join(page.stdout.decode().split())
    assert words == "Cited1 Kept2 1 source of the cited 2 source of the kept"
