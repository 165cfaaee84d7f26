import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.drafting.word.letters import provenance
from assistant.drafting.word.letters.clearing import clear_letter
from assistant.drafting.word.templates.annotate import annotate
from assistant.errors import RefusedTemplateError
from assistant.model.finding import Finding, Severity
from tests.drafting.word.building import (
    NAMESPACES,
    OFFICE,
    body_of,
    make_document,
    pack,
    paragraph,
    run,
    unpack,
)

AUTHOR = 'w:author="Jane Author" w:date="2019-06-21T08:00:00Z"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def inserted(words: str) -> str:
    return f'<w:ins w:id="1" {AUTHOR}>{run(words)}</w:ins>'


def deleted(words: str) -> str:
    return f'<w:del w:id="2" {AUTHOR}><w:r><w:delText>{words}</w:delText></w:r></w:del>'


def cleared(*blocks: str, **more: str) -> bytes:
    return clear_letter(make_document(*blocks, **more))


def relate(parts: dict[str, bytes], name: str, relation: str) -> None:
    line = f'<Relationship Id="r{len(parts)}" {relation}/></Relationships>'
    parts[name] = parts[name].replace(b"</Relationships>", line.encode())


def test_tracked_changes_are_accepted_and_nobody_is_named() -> None:
    letter = cleared(
        paragraph(
            "Dear ",
            deleted("Mr"),
            inserted("Ms"),
            " Gomes,",
            properties=f"<w:pPrChange w:id='3' {AUTHOR}><w:pPr/></w:pPrChange>",
        )
    )
    assert body_of(letter) == ["Dear Ms Gomes,"]
    assert b"Jane" not in b"".join(unpack(letter).values())


def test_a_paragraph_whose_end_was_deleted_runs_on_into_the_next() -> None:
    mark = f"<w:rPr><w:del w:id='4' {AUTHOR}/></w:rPr>"
    assert body_of(cleared(paragraph("One ", properties=mark), paragraph("two."))) == ["One two."]


def test_words_moved_stand_where_they_were_moved_to() -> None:
    was = f"<w:moveFrom w:id='5' {AUTHOR}>{run('We ask. ')}</w:moveFrom>"
    now = f"<w:moveTo w:id='6' {AUTHOR}>{run(' We ask.')}</w:moveTo>"
    assert body_of(cleared(paragraph(was, "We wait."), paragraph("And:", now))) == ["We wait.", "And: We ask."]


def test_the_only_row_of_a_table_deleted_takes_the_table_along() -> None:
    row = f"<w:tr><w:trPr><w:del w:id='7' {AUTHOR}/></w:trPr><w:tc><w:tcPr/>{paragraph('x')}</w:tc></w:tr>"
    grid = "<w:tblPr/><w:tblGrid><w:gridCol w:w='2000'/></w:tblGrid>"
    assert b"<w:tbl>" not in unpack(cleared(f"<w:tbl>{grid}{row}</w:tbl>", "Text"))["word/document.xml"]


def test_comments_bookmarks_and_session_numbers_are_gone() -> None:
    marked = (
        '<w:bookmarkStart w:id="8" w:name="_Cited_0"/>'
        + run("Text")
        + '<w:bookmarkEnd w:id="8"/><w:proofErr w:type="spellStart"/>'
    )
    document = make_document(paragraph(marked).replace("<w:p>", '<w:p w:rsidR="00AB12CD">'))
    found = Finding(code="x", severity=Severity.ERROR, message="Jane.", place="word/document.xml, paragraph 1")
    letter = clear_letter(annotate(document, [found]))
    whole = b"".join(unpack(letter).values())
    for trace in (b"omment", b"bookmark", b"rsid", b"proofErr", b"Jane"):
        assert trace not in whole
    assert body_of(letter) == ["Text"]


def test_a_bookmark_that_a_field_of_the_letter_leads_to_stays() -> None:
    target = '<w:bookmarkStart w:id="8" w:name="_Ref1"/>' + run("Annex 1") + '<w:bookmarkEnd w:id="8"/>'
    field = '<w:fldSimple w:instr=" REF _Ref1 \\h ">' + run("Annex 1") + "</w:fldSimple>"
    assert (
        b"_Ref1"
        in unpack(cleared(paragraph(target), paragraph("See ", field)))["word/document.xml"].split(b"fldSimple")[0]
    )


def test_settings_and_properties_say_nothing_of_people_and_machines() -> None:
    settings = (
        f"<w:settings {NAMESPACES}><w:attachedTemplate r:id='t'/><w:trackRevisions/>"
        "<w:rsids><w:rsidRoot w:val='00AB12CD'/></w:rsids><w:compat/></w:settings>"
    )
    parts = unpack(make_document("Text", settings=settings))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts["word/_rels/settings.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="t" Type="{OFFICE}/attachedTemplate" '
        'Target="file:///C:/Users/Jane/letter.dotx" TargetMode="External"/></Relationships>'
    ).encode()
    for name, about in (("app", "extended"), ("custom", "custom")):
        parts[f"docProps/{name}.xml"] = b"<x>Jane</x>"
        relate(parts, "_rels/.rels", f'Type="{kind}/{about}-properties" Target="docProps/{name}.xml"')
    letter = unpack(clear_letter(pack(parts)))
    assert b"Jane" not in b"".join(letter.values())
    for trace in (b"rsid", b"trackRevisions", b"attachedTemplate"):
        assert trace not in letter["word/settings.xml"]
    assert b"<w:compat/>" in letter["word/settings.xml"]


def test_no_payload_of_any_version_stays() -> None:
    letter = clear_letter(provenance.attach(make_document("Some words"), b"payload", {"_Cited_0": (0, 4)}))
    assert provenance.read(letter) is None
    assert not [name for name in unpack(letter) if name.startswith("customXml")]
    assert b"customXml" not in b"".join(unpack(letter).values())


def test_the_note_of_a_deleted_mark_does_not_stay_in_the_file() -> None:
    said = {1: "Kept.", 2: "Secret."}
    notes = "".join(f'<w:footnote w:id="{number}">{paragraph(words)}</w:footnote>' for number, words in said.items())
    marks = (
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        f'<w:del w:id="9" {AUTHOR}><w:r><w:footnoteReference w:id="2"/></w:r></w:del>',
    )
    letter = unpack(cleared(paragraph("Text", *marks), footnotes=notes))
    assert b"Kept." in letter["word/footnotes.xml"]
    assert b"Secret." not in letter["word/footnotes.xml"]


def test_a_letter_that_fetches_a_picture_from_outside_is_refused() -> None:
    parts = unpack(make_document("Text"))
    picture = f'Type="{OFFICE}/image" Target="http://spy.example/a.png" TargetMode="External"'
    relate(parts, "word/_rels/document.xml.rels", picture)
    with pytest.raises(RefusedTemplateError, match="from outside"):
        clear_letter(pack(parts))


def test_a_cleared_letter_has_nothing_left_to_clear_and_word_finds_no_fault(
    tmp_path: Path, ooxml_errors: Callable[[Path], list[str]]
) -> None:
    letter = cleared(paragraph("Dear ", deleted("Mr"), inserted("Ms"), " Gomes,"), "Text")
    assert clear_letter(letter) == letter
    path = tmp_path / "letter.docx"
    path.write_bytes(letter)
    assert ooxml_errors(path) == []


def test_two_processes_make_the_same_final_letter_byte_for_byte() -> None:
    script = (
        "import hashlib; from tests.drafting.desk import bench, follow_up, template;"
        "from assistant.drafting.export import finalise, render; letter = render(follow_up(), template(), bench());"
        "print(*(hashlib.sha256(each).hexdigest() for each in"
        " (letter, finalise(letter, bench()), render(follow_up(), template(), bench(), final=True))))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True, text=True, check=True, cwd=Path(__file__).parents[4],
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(runs) == 1
    working, finalised, final = next(iter(runs)).split()
    assert working not in {finalised, final}
