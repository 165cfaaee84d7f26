import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting.word.letters import provenance
from assistant.drafting.word.letters.pdf import find_libreoffice
from assistant.errors import RefusedTemplateError
from tests.drafting.word.building import make_document, pack, unpack

LETTER = make_document("Dear Ambassador,")
PAYLOAD = '{"quotations": [{"words": "we will keep visiting – ž", "precedent": "2019-05-23-carlsson-gomes"}]}'.encode()


@given(st.binary(max_size=200))
def test_a_payload_is_read_as_it_was_attached(payload: bytes) -> None:
    assert provenance.read(provenance.attach(LETTER, payload)) == payload


def test_a_letter_without_a_payload_has_none() -> None:
    assert provenance.read(LETTER) is None


def test_a_later_payload_replaces_the_earlier_one() -> None:
    twice = provenance.attach(provenance.attach(LETTER, b"first"), b"second")
    assert provenance.read(twice) == b"second"
    assert len(unpack(twice)) == len(unpack(provenance.attach(LETTER, b"first")))


def test_what_is_sent_carries_nothing() -> None:
    stripped = unpack(provenance.strip(provenance.attach(LETTER, PAYLOAD)))
    assert set(stripped) == set(unpack(LETTER))
    assert b"customXml" not in b"".join(stripped.values())


def test_the_custom_parts_of_a_template_are_left_alone() -> None:
    parts = unpack(LETTER)
    parts["customXml/item1.xml"] = b"<bibliography xmlns='b'/>"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
    relation = f'<Relationship Id="cx" Type="{kind}" Target="../customXml/item1.xml"/></Relationships>'.encode()
    relations = "word/_rels/document.xml.rels"
    parts[relations] = parts[relations].replace(b"</Relationships>", relation)
    attached = provenance.attach(pack(parts), PAYLOAD)
    assert provenance.read(attached) == PAYLOAD
    assert unpack(provenance.strip(attached))["customXml/item1.xml"] == parts["customXml/item1.xml"]


def test_a_payload_that_was_tampered_with_is_none() -> None:
    parts = unpack(provenance.attach(LETTER, PAYLOAD))
    item = parts["customXml/item1.xml"]
    parts["customXml/item1.xml"] = item.replace(b"</prov", "…</prov".encode())
    assert provenance.read(pack(parts)) is None


def test_what_is_no_letter_is_refused() -> None:
    with pytest.raises(RefusedTemplateError):
        provenance.read(b"%PDF-1.7")


def test_a_payload_survives_word_s_rules_and_libreoffice(
    tmp_path: Path, ooxml_errors: Callable[[Path], list[str]], make_pdf: Callable[[Path], Path]
) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(provenance.attach(LETTER, PAYLOAD))
    assert ooxml_errors(letter) == []
    assert make_pdf(letter).exists()
    saved = tmp_path / "saved"
    office = find_libreoffice()
    assert office
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(saved),
        str(letter),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert provenance.read((saved / "letter.docx").read_bytes()) == PAYLOAD
    shutil.rmtree(saved)
