from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest

from assistant.drafting.word.letters.finalise import finish
from assistant.drafting.word.parts.properties import LetterProperties
from assistant.drafting.word.templates.annotate import annotate
from assistant.model.finding import Finding, Severity
from tests.drafting.word.building import OFFICE, body_of, make_document, pack, paragraph, run, unpack

PROPERTIES = LetterProperties(
    title="Follow-up to the letter of 23 May & after",
    author="Ana Gomes",
    subject="Prison visits",
    language="fr",
    created=datetime(2019, 6, 20, tzinfo=UTC),
)
NOTE = Finding(
    code="x", severity=Severity.ERROR, message="Wrong.", place="word/document.xml, paragraph 1", advice="Mend it."
)


def test_the_title_page_says_what_the_letter_is() -> None:
    core = docx.Document(BytesIO(finish(make_document("Text"), PROPERTIES))).core_properties
    assert (core.title, core.author, core.subject, core.language) == (
        "Follow-up to the letter of 23 May & after",
        "Ana Gomes",
        "Prison visits",
        "fr-FR",
    )
    assert core.created == core.modified == datetime(2019, 6, 20, tzinfo=UTC)
    assert core.last_modified_by == "Ana Gomes"


def test_nothing_of_the_template_s_title_page_stays() -> None:
    parts = unpack(make_document("Text"))
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
    parts["docProps/core.xml"] = b"<x>Jane Author of the template</x>"
    parts["docProps/thumbnail.jpeg"] = b"a picture of the empty template"
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="c" Type="{kind}core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="t" Type="{kind}thumbnail" Target="/docProps/thumbnail.jpeg"/></Relationships>'.encode(),
    )
    finished = unpack(finish(pack(parts), PROPERTIES))
    assert b"Jane" not in finished["docProps/core.xml"]
    assert "docProps/thumbnail.jpeg" not in finished
    assert b"thumbnail" not in finished["_rels/.rels"]


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "en-GB"), ("pl", "pl-PL"), ("pt-BR", "pt-BR"), ("ar-QA", "ar-QA")]
)
def test_the_language_stands_wherever_word_looks_for_it(language: str, expected: str) -> None:
    parts = unpack(finish(make_document("Text"), PROPERTIES.model_copy(update={"language": language})))
    for part in ("word/styles.xml", "word/settings.xml"):
        assert f'w:val="{expected}"'.encode() in parts[part]
    assert f"<dc:language>{expected}</dc:language>".encode() in parts["docProps/core.xml"]


def test_language_and_settings_are_written_where_they_were_missing() -> None:
    bare = make_document("Text", styles=_whole("styles"), settings=_whole("settings", "<w:compat/><w:decimalSymbol/>"))
    parts = unpack(finish(bare, PROPERTIES))
    assert b'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr>' in parts["word/styles.xml"]
    assert b'<w:compat/><w:themeFontLang w:val="fr-FR"/><w:decimalSymbol/>' in parts["word/settings.xml"]


def _whole(root: str, inside: str = "") -> str:
    return f'<w:{root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{inside}</w:{root}>'


def test_comments_of_the_template_are_gone() -> None:
    commented = annotate(make_document("Dear Ambassador,", "Text"), [NOTE])
    assert b"omment" in b"".join(unpack(commented).values())
    finished = finish(commented, PROPERTIES)
    assert b"omment" not in b"".join(unpack(finished).values())
    assert body_of(finished) == ["Dear Ambassador,", "Text"]


def test_a_letter_without_styles_is_given_some() -> None:
    parts = unpack(make_document("Text"))
    del parts["word/styles.xml"]
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        f'<Relationship Id="styles" Type="{OFFICE}/styles" Target="styles.xml"/>'.encode(), b""
    )
    assert b"fr-FR" in unpack(finish(pack(parts), PROPERTIES))["word/styles.xml"]


def test_the_same_letter_finished_twice_is_the_same_file() -> None:
    once = finish(make_document("Text"), PROPERTIES)
    assert finish(make_document("Text"), PROPERTIES) == once == finish(once, PROPERTIES)


def test_word_finds_no_fault_with_a_finished_letter(tmp_path: Path, ooxml_errors: Callable[[Path], list[str]]) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(finish(make_document(paragraph(run("Text", "<w:i/>"))), PROPERTIES))
    assert ooxml_errors(letter) == []
