from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from assistant import reading
from assistant.errors import DamagedFileError, EncryptedFileError, UnsupportedFileError
from assistant.reading.formats import FORMATS, load_reader, recognise
from tests.conftest import LETTERS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "name", "reader"),
    [
        (b"Dear Ms Gomes,", "letter.txt", "plain"),
        (b"Dear Ms Gomes,", "letter", "plain"),
        (b"Dear Ms Gomes,", "letter of 23.05.2019", "plain"),
        (b"Dear Ms Gomes,", "letter.docx", "plain"),
        (b"Dear Ms Gomes,", "LETTER.MD", "markdown"),
        (b"<p>Dear Ms Gomes,", "letter.htm", "html"),
        (b"\xef\xbb\xbf\n <!DOCTYPE HTML><p>Dear", "letter.txt", "html"),
        (b"<html><body>Dear", "letter.doc", "html"),
        ("Dear Ms Gomes".encode("utf-16"), "letter.txt", "plain"),
        (b"%PDF-1.4", "letter.docx", "pdf"),
        (b"PK\x03\x04 cut off", "letter.docx", "word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "letter.docx", "word"),
        (OLE + "__substg1.0_".encode("utf-16-le"), "letter.doc", "outlook"),
        (b"{\\rtf1 Dear}", "letter.doc", "rich_text"),
        (b"From: a@b.eu\n\nDear", "letter.eml", "mail"),
        (b"\x89PNG\r\n\x1a\n", "scan.pdf", "scan"),
        (b"\xff\xd8\xff\xe0", "scan.jpg", "scan"),
        (b"MM\0*", "scan", "scan"),
        (b"BM" + bytes(12) + b"\x28\0\0\0", "scan.bmp", "scan"),
        (b"BMW has written to the Member", "letter.bmp", "plain"),
        (b"RIFF\0\0\0\0WEBPVP8X", "scan.webp", "scan"),
    ],
)
def test_the_bytes_decide_and_among_texts_the_suffix(data: bytes, name: str, reader: str) -> None:
    assert recognise(data, Path(name)).reader == reader


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "letter.doc", "an old Word document"),
        (OLE, "letter.docx", "an old Office file"),
        (b"From: a@b.eu\n\nDear", "letter.mht", "a web archive"),
        (b"GIF89a" + bytes(30), "scan.png", "a picture of another kind"),
        (b"\x1f\x8b" + bytes(30), "letters.tar.gz", "an archive"),
    ],
)
def test_a_format_without_reader_is_called_by_its_name(data: bytes, name: str, what: str) -> None:
    with pytest.raises(UnsupportedFileError, match=f"it is {what}, which is not read") as caught:
        recognise(data, Path(name))
    texts, pictures = ".pdf, .docx, .odt, .rtf, .eml, .msg, .html, .md, .txt", ".png, .jpg, .tif, .bmp and .webp"
    assert f"Files in {texts}, {pictures} are read." in str(caught.value)


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        (
            {"mimetype": "application/vnd.oasis.opendocument.chart", "content.xml": ""},
            "it is another OpenDocument file",
        ),
        ({"xl/workbook.xml": ""}, "it is a workbook"),
        ({"ppt/presentation.xml": ""}, "it is a presentation"),
        ({"letter.txt": "Dear"}, "it is an archive"),
    ],
)
def test_archives_are_told_apart_by_what_they_hold(
    pack: Callable[[Mapping[str, str]], bytes], parts: dict[str, str], what: str
) -> None:
    with pytest.raises(UnsupportedFileError, match=what):
        recognise(pack(parts), Path("letter.zip"))


def test_an_old_file_tells_how_to_go_on() -> None:
    with pytest.raises(UnsupportedFileError, match=r"save it as \.docx"):
        recognise(OLE + "WordDocument".encode("utf-16-le"), Path("letter.doc"))


@pytest.mark.parametrize(("real", "name"), [("carlsson.pdf", "letter.docx"), ("carlsson.docx", "letter.pdf")])
def test_a_file_is_read_as_what_it_is_and_the_slip_is_told(real: str, name: str) -> None:
    source = reading.read_bytes((LETTERS / real).read_bytes(), name)
    assert "Dear Ms Gomes," in source.text
    assert source.description.losses[0].what.startswith(f"The name ends in .{name[-4:].strip('.')}, but it is a ")


def test_a_locked_word_file_is_locked() -> None:
    with pytest.raises(EncryptedFileError, match="locked with a password"):
        reading.read_bytes(OLE + "EncryptedPackage".encode("utf-16-le"), "letter.docx")


def test_a_word_file_cut_off_is_damaged() -> None:
    with pytest.raises(DamagedFileError, match="broken or cut off"):
        reading.read_bytes((LETTERS / "carlsson.docx").read_bytes()[:4000], "letter.docx")


@pytest.mark.parametrize("module", sorted({known.reader for known in FORMATS if known.reader}))
def test_every_reader_of_the_table_exists(module: str) -> None:
    assert callable(load_reader(module))
