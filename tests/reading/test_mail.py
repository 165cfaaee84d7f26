"""What a person sees in a mail is the letter; what hangs on it is a document of its own, a logo is not."""

import struct
import zlib
from email.message import EmailMessage
from pathlib import Path

import pytest

from assistant.errors import DamagedFileError
from assistant.filing import file_all
from assistant.model.source import Source
from assistant.precedents.files import FileShelf
from assistant.reading import attachments, read_bytes
from tests.conftest import LETTERS
from tests.reading.test_more_formats import mail

SCAN = (LETTERS / "press_conference.jpg").read_bytes()
PAGE = '<p>We will visit the prison.</p><p>Best regards</p><img src="cid:logo@office" alt="The office">'


def png(width: int, height: int) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def told(message: EmailMessage) -> list[str]:
    return [loss.what for loss in source_of(message).description.losses]


def source_of(message: EmailMessage) -> Source:
    return read_bytes(message.as_bytes(), "reply.eml")


def names(message: EmailMessage) -> list[str]:
    return [name for name, _ in attachments(message.as_bytes(), Path("reply.eml"))]


def with_logo(picture: bytes, name: str = "logo.png") -> EmailMessage:
    """A mail in two versions, whose page shows a picture, as mail programs write one."""
    message = mail("We will visit the prison.\n\nBest regards")
    message.add_alternative(PAGE, subtype="html")
    page = message.get_payload(1)
    assert isinstance(page, EmailMessage)
    page.add_related(picture, "image", "png", cid="<logo@office>", filename=name)
    return message


@pytest.mark.parametrize("picture", [png(120, 40), png(1200, 900), SCAN])
def test_a_picture_shown_in_the_mail_is_told_and_not_filed(picture: bytes) -> None:
    message = with_logo(picture)
    assert told(message) == ["1 picture in the mail was left out: “logo.png”"]
    assert names(message) == []


def test_a_logo_that_hangs_loose_is_told_and_not_filed() -> None:
    message = mail()
    message.add_attachment(png(300, 120), "image", "png", filename="image001.png")
    message.add_attachment(b"GIF89a" + struct.pack("<HH", 80, 80) + bytes(20), "image", "gif", filename="face.gif")
    assert told(message) == ["2 pictures in the mail were left out: “image001.png”; “face.gif”"]
    assert names(message) == []


@pytest.mark.parametrize("disposition", ["attachment", "inline"])
def test_a_scan_somebody_attached_is_filed_by_itself(disposition: str) -> None:
    message = with_logo(png(120, 40))
    message.add_attachment(SCAN, "image", "jpeg", filename="scan.jpg", disposition=disposition, cid="<scan@phone>")
    assert names(message) == ["scan.jpg"]
    assert told(message) == [
        "1 picture in the mail was left out: “logo.png”",
        "1 attachment is a document of its own: “scan.jpg”",
    ]


def test_a_document_the_page_links_to_is_filed_all_the_same() -> None:
    message = mail('<p>See <a href="cid:letter@office">the letter</a>.</p>', "html")
    message.add_related(
        (LETTERS / "carlsson.pdf").read_bytes(), "application", "pdf", cid="<letter@office>", filename="a.pdf"
    )
    assert names(message) == ["a.pdf"]


def test_what_hangs_on_one_version_of_the_words_is_not_lost() -> None:
    message = with_logo(png(120, 40))
    page = message.get_payload(1)
    assert isinstance(page, EmailMessage)
    page.add_attachment((LETTERS / "carlsson.pdf").read_bytes(), "application", "pdf", filename="reply.pdf")
    assert names(message) == ["reply.pdf"]


def test_words_behind_an_attachment_belong_to_the_mail() -> None:
    message = mail("Dear Ms Gomes,\n\nhere is the report.")
    message.add_attachment(SCAN, "image", "jpeg", filename="scan.jpg", disposition="inline")
    more = EmailMessage()
    more.set_content("We will visit the prison.\n\nYours sincerely")
    message.attach(more)
    assert source_of(message).text.endswith("here is the report.\n\nWe will visit the prison.\n\nYours sincerely")
    assert names(message) == ["scan.jpg"]


def test_a_blank_version_of_the_words_is_passed_over() -> None:
    message = mail(" \n")
    message.add_alternative(PAGE, subtype="html")
    assert "We will visit the prison." in source_of(message).text


def test_a_digital_signature_is_no_document() -> None:
    message = mail()
    message.add_attachment(b"0\x80", "application", "pkcs7-signature", filename="smime.p7s")
    assert told(message) == ["1 digital signature was not checked: “smime.p7s”"]
    assert names(message) == []


@pytest.mark.parametrize(
    ("declared", "encoding", "words"),
    [
        ("iso-8859-1", "cp1252", "He said “we will visit” – the prison’s café."),
        ("us-ascii", "cp1250", "Szanowna Pani Poseł, odwiedzimy więzienie w Żórawinie."),
        ("unknown-8bit", "cp1250", "Szanowna Pani Poseł, odwiedzimy więzienie w Żórawinie."),
        ("no-such-encoding", "utf-8", "Szanowna Pani Poseł, odwiedzimy więzienie."),
        ("iso-8859-2", "iso-8859-2", "Szanowna Pani Poseł, odwiedzimy więzienie."),
    ],
)
def test_words_are_read_whatever_the_mail_calls_their_encoding(declared: str, encoding: str, words: str) -> None:
    head = f"From: a@b.example\nContent-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: 8bit\n\n"
    assert read_bytes(head.encode() + words.encode(encoding), "a.eml").text.endswith(words)


def test_letters_beyond_ascii_in_a_header_are_read() -> None:
    data = "From: Marcin Świącicki <s@sejm.example>\nSubject: Więzienie\n\nDzień dobry"
    assert read_bytes(data.encode(), "a.eml").text == data


@pytest.mark.parametrize("header", ["Subject: {}", "To: {}", "Content-Type: text/plain; {}"])
def test_a_header_without_end_is_refused_and_fills_no_memory(header: str) -> None:
    data = header.format("=?utf-8?q?a?=*0*=b; " * 20_000).encode() + b"\n\nWe will visit the prison."
    with pytest.raises(DamagedFileError):
        read_bytes(data, "a.eml")
    assert attachments(data, Path("a.eml")) == ()


def test_a_mail_is_filed_with_its_scan_and_without_its_logo(tmp_path: Path, tesseract: None) -> None:
    message = with_logo(png(120, 40))
    message.add_attachment(SCAN, "image", "jpeg", filename="scan.jpg")
    (tmp_path / "reply.eml").write_bytes(message.as_bytes())
    shelf = FileShelf(tmp_path / "office" / "precedents", tmp_path / "office" / ".assistant")
    filed = list(file_all([tmp_path / "reply.eml"], shelf))
    assert [Path(each.path).name for each in filed] == ["reply.eml", "reply.eml: scan.jpg"]
    assert all(each.id for each in filed)
