"""Outlook messages: what a person sees in Outlook is read, and what hangs on one."""

from pathlib import Path

from assistant.model.quotation import fold
from assistant.reading import attachments, read_bytes
from tests.conftest import LETTERS
from tests.reading.outlook_file import (
    ADDRESS,
    BODY,
    CONTENT_ID,
    DATA,
    HEADERS,
    HTML,
    NAME,
    RECIPIENT,
    RECIPIENT_KIND,
    SENDER,
    SUBJECT,
    Properties,
    outlook_message,
)

CARLSSON = (LETTERS / "carlsson.txt").read_text("utf-8")
SENT = "From: Sven-Olov Carlsson <carlsson@delegation.example>\r\nDate: Thu, 23 May 2019 10:00:00 +0200\r\n\r\n"


def test_a_message_is_its_headers_and_its_body() -> None:
    source = read_bytes(outlook_message({SUBJECT: "Zarechny", HEADERS: SENT, BODY: CARLSSON}), "reply.msg")
    (_, headers), *body = source.block_texts()
    assert headers.strip().splitlines() == [
        "From: Sven-Olov Carlsson <carlsson@delegation.example>",
        "Date: Thu, 23 May 2019 10:00:00 +0200",
        "Subject: Zarechny",
    ]
    assert fold("\n\n".join(words for _, words in body)) == fold(CARLSSON)
    assert source.description.media_type == "application/vnd.ms-outlook"


def test_a_message_written_as_a_web_page_is_read_as_one() -> None:
    page = "<html><body><p>Szanowna Pani Poseł, odwiedzimy więzienie.</p></body></html>".encode()
    source = read_bytes(outlook_message({SENDER: "Świącicki", HTML: page}), "reply.msg")
    assert "Szanowna Pani Poseł, odwiedzimy więzienie." in source.text


def test_what_hangs_on_a_message_is_told_and_can_be_read_by_itself() -> None:
    letter = (LETTERS / "carlsson.docx").read_bytes()
    data = outlook_message({BODY: "Please see attached."}, [{NAME: "reply.docx", DATA: letter}])
    told = [loss.what for loss in read_bytes(data, "reply.msg").description.losses]
    assert told == ["1 attachment is a document of its own: “reply.docx”"]
    [(name, hanging)] = attachments(data, Path("reply.msg"))
    assert fold(read_bytes(hanging, name).text) == fold(CARLSSON)


def test_mail_inside_an_office_has_its_recipients_from_outlook() -> None:
    recipients: list[Properties] = [
        {RECIPIENT: "Ana Gomes", ADDRESS: "gomes@parliament.example", RECIPIENT_KIND: 1},
        {RECIPIENT: "Jiří Dvořák", ADDRESS: "/o=Parliament/cn=dvorak", RECIPIENT_KIND: 2},
        {RECIPIENT: "Nobody", ADDRESS: "secret@parliament.example", RECIPIENT_KIND: 3},
    ]
    data = outlook_message({SENDER: "Marcin Świącicki", SUBJECT: "Zarechny", BODY: "Dear Ana"}, recipients=recipients)
    assert read_bytes(data, "reply.msg").text.splitlines() == [
        "From: Marcin Świącicki",
        "To: Ana Gomes <gomes@parliament.example>",
        "Cc: Jiří Dvořák",
        "Subject: Zarechny",
        "",
        "Dear Ana",
    ]


def test_encoded_words_of_a_header_are_decoded() -> None:
    sent = "From: =?utf-8?q?=C5=9Awi=C4=85cicki?= <s@sejm.example>\r\nSubject: =?iso-8859-2?q?Wi=EAzienie?=\r\n\r\n"
    text = read_bytes(outlook_message({HEADERS: sent, SUBJECT: "x", BODY: "Dear Ana"}), "reply.msg").text
    assert text == "From: Świącicki <s@sejm.example>\nSubject: Więzienie\n\nDear Ana"


def test_a_picture_that_the_page_shows_is_told_and_not_filed() -> None:
    page = b'<p>Best regards</p><img src="cid:image001.png@01D5">'
    picture = (LETTERS / "press_conference.jpg").read_bytes()
    logo: Properties = {NAME: "image001.png", DATA: picture, CONTENT_ID: "image001.png@01D5"}
    data = outlook_message({BODY: "Best regards", HTML: page}, [logo])
    told = [loss.what for loss in read_bytes(data, "reply.msg").description.losses]
    assert told == ["1 picture in the mail was left out: “image001.png”"]
    assert attachments(data, Path("reply.msg")) == ()


def test_a_message_inside_a_message_is_told() -> None:
    data = outlook_message({BODY: "Please see attached."}, [{NAME: "FW: Zarechny"}])
    told = [loss.what for loss in read_bytes(data, "reply.msg").description.losses]
    assert told == ["1 attachment was not read: “FW: Zarechny”"]
