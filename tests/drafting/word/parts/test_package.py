from assistant.drafting.word.parts.intake import open_safely
from assistant.drafting.word.parts.package import Package, Relation, relations_part
from tests.drafting.word.building import OFFICE, make_document, paragraph, unpack

KIND = f"{OFFICE}/footnotes"


def package() -> Package:
    return open_safely(make_document("Text", header1=paragraph("Top")), "letter.docx")


def test_relations_lead_to_parts_whatever_folder_they_are_written_from() -> None:
    assert package().related("", "officeDocument") == "word/document.xml"
    assert package().related("word/document.xml", "header") == "word/header1.xml"
    assert package().related("word/document.xml", "footnotes") is None
    assert package().relations("word/header1.xml") == ()
    assert relations_part("") == "_rels/.rels"


def test_a_part_is_added_with_its_relation_and_its_type() -> None:
    made = package()
    made.parts["word/footnotes.xml"] = b"<x/>"
    made.declare("word/footnotes.xml", "notes+xml")
    made.relate("word/document.xml", KIND, "word/footnotes.xml")
    assert made.related("word/document.xml", "footnotes") == "word/footnotes.xml"
    assert b'<Override PartName="/word/footnotes.xml" ContentType="notes+xml"/>' in made.parts["[Content_Types].xml"]


def test_a_part_is_removed_with_its_relations_and_its_type() -> None:
    made = package()
    made.link("word/header1.xml", {"https://europarl.europa.eu": "link1"})
    assert made.relations("word/header1.xml") == (
        Relation("link1", f"{OFFICE}/hyperlink", "https://europarl.europa.eu", external=True),
    )
    made.remove("word/header1.xml")
    made.unrelate("word/document.xml", {"header1"})
    assert not [name for name, content in made.parts.items() if "header1" in name or b"header1.xml" in content]


def test_a_copy_is_changed_on_its_own() -> None:
    made = package()
    copy = made.copy()
    copy.relate("word/document.xml", KIND, "word/footnotes.xml")
    assert made.related("word/document.xml", "footnotes") is None


def test_equal_parts_give_equal_bytes() -> None:
    assert package().write() == package().write()
    assert unpack(package().write()) == unpack(make_document("Text", header1=paragraph("Top")))
