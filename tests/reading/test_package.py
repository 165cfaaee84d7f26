from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from assistant.errors import DamagedFileError, EncryptedFileError, TooLargeFileError
from assistant.reading.limits import Limits
from assistant.reading.package import Package, Relation

PATH = Path("letter.docx")
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://x/header" Target="header1.xml"/>'
    '<Relationship Id="r2" Type="http://x/header" Target="/word/header2.xml"/>'
    '<Relationship Id="r3" Type="http://x/header" Target="../../../etc/passwd"/>'
    '<Relationship Id="r4" Type="http://x/hyperlink" Target="https://europarl.europa.eu" TargetMode="External"/>'
    "</Relationships>"
)
Pack = Callable[[Mapping[str, str | bytes]], bytes]


def opened(data: bytes, limits: Limits | None = None) -> Package:
    return Package(data, PATH, limits or Limits())


def test_relations_are_resolved_inside_the_package(pack: Pack) -> None:
    package = opened(pack({"word/_rels/document.xml.rels": RELATIONS}))
    assert package.relations("word/document.xml") == {
        "r1": Relation("header", "word/header1.xml"),
        "r2": Relation("header", "word/header2.xml"),
        "r3": Relation("header", "../../etc/passwd"),
    }
    assert package.xml("../../etc/passwd") is None


def test_a_part_that_is_not_there_is_none(pack: Pack) -> None:
    assert opened(pack({"a.xml": "<a/>"})).xml("b.xml") is None


@pytest.mark.parametrize(
    "part",
    [
        '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>',
    ],
)
def test_document_types_are_refused(pack: Pack, part: str) -> None:
    with pytest.raises(DamagedFileError, match=r"its part a\.xml declares a document type, which is unsafe"):
        opened(pack({"a.xml": part})).xml("a.xml")


@pytest.mark.parametrize("part", ["<a>", "", "<a/><b/>", "<a>" * 300 + "</a>" * 300, "<a>\x01</a>"])
def test_broken_parts_are_named(pack: Pack, part: str) -> None:
    with pytest.raises(DamagedFileError, match=r"letter\.docx: its part a\.xml is broken"):
        opened(pack({"a.xml": part})).xml("a.xml")


def test_a_bomb_is_refused_before_it_is_unpacked(pack: Pack) -> None:
    with pytest.raises(TooLargeFileError, match="it unpacks to 60 MB, far more than a letter"):
        opened(pack({"a.bin": bytes(60_000_000)}))


def test_a_part_larger_than_texts_may_be_is_refused(pack: Pack) -> None:
    with pytest.raises(TooLargeFileError, match=r"its part a\.xml holds 2 MB; no more than 1 MB are read"):
        opened(pack({"a.xml": bytes(2_000_000)}), Limits(text_bytes=1_000_000)).xml("a.xml")


def test_too_many_parts_are_refused(pack: Pack) -> None:
    with pytest.raises(TooLargeFileError, match="more than 10 parts"):
        opened(pack({f"{number}.xml": "" for number in range(11)}), Limits(parts=10))


def test_the_sum_of_all_parts_has_a_limit(pack: Pack) -> None:
    with pytest.raises(TooLargeFileError, match="it unpacks to"):
        opened(pack({"a.xml": "a" * 600, "b.xml": "b" * 600}), Limits(unpacked_bytes=1000))


def test_a_locked_part_is_locked(pack: Pack) -> None:
    data = bytearray(pack({"a.xml": "<a/>"}))
    data[6] |= 1
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    with pytest.raises(EncryptedFileError):
        opened(bytes(data)).xml("a.xml")


def test_a_part_with_a_wrong_sum_is_damaged(pack: Pack) -> None:
    data = bytearray(pack({"a.xml": "<a>words</a>"}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 16] ^= 0xFF
    with pytest.raises(DamagedFileError, match="cannot be unpacked"):
        opened(bytes(data)).xml("a.xml")


def test_the_strict_dialect_is_read_as_the_usual_one(pack: Pack) -> None:
    part = '<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    root = opened(pack({"a.xml": part})).xml("a.xml")
    assert root is not None
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
